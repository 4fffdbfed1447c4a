"""History: the states that led to a drawing, in an address."""

from __future__ import annotations

from hashlib import sha256

import pytest

from footprint.options import history, links
from footprint.options import option as options
from footprint.options.wire import LinkError


@pytest.fixture(scope="module")
def drawn(today):
    """Sixty states of one drawing, each with another name, and their steps."""
    option = options.begin(today, "icb-2023")
    texts = [links.write(option, today)]
    for n in range(1, 60):
        option = options.rename(option, "W", f"West {n}")
        texts.append(links.write(option, today))
    return [history.step(text, "", "") for text in texts]


def test_steps_are_read_as_they_were_written(drawn):
    some = [*drawn[:3], history.step(drawn[3].text, "saved-a.1", "saved-b.2")]
    assert history.read_steps(history.steps_text(some)) == tuple(some)
    assert history.read_steps(history.steps_text(some))[1].text == drawn[1].text


def test_steps_to_be_redone_are_read_apart_and_go_first_where_room_is_short(today, drawn):
    text = history.steps_text(drawn[:2], drawn[2:5])
    assert history.read_steps(text) == tuple(drawn[:2])
    assert history.read_undone(text) == tuple(drawn[2:5])
    assert history.read_undone(history.steps_text([], drawn[:1])) == tuple(drawn[:1])
    assert history.read_undone(history.steps_text(drawn[:2])) == ()
    long = [long_step(today, n) for n in range(6)]
    full = history.steps_text(drawn[:3], long)
    assert len(full) <= 2_000
    assert history.read_steps(full) == tuple(drawn[:3])
    assert history.read_undone(full) == tuple(long[: len(history.read_undone(full))])
    assert 0 < len(history.read_undone(full)) < len(long)


def test_no_steps_are_no_text():
    assert history.steps_text([]) == ""


def test_of_many_steps_the_first_and_the_last_stay_within_an_address(drawn):
    text = history.steps_text(drawn)
    told = history.read_steps(text)
    assert len(text) <= 2_000
    assert len(told) <= 50 < len(drawn)
    assert told[0] == drawn[0]
    assert told[1:] == tuple(drawn[1 - len(told) :])


def test_a_step_too_long_for_an_address_is_left_out(today, drawn):
    long = [long_step(today, n) for n in range(6)]
    assert history.read_steps(history.steps_text([drawn[0], long[0]])) == (drawn[0], long[0])
    told = history.read_steps(history.steps_text([drawn[0], *long, drawn[1]]))
    assert told[0] == drawn[0]
    assert told[-1] == drawn[1]
    assert len(told) < 8


def long_step(today, number):
    """A step in so many words that cannot be told in fewer."""
    option = options.begin(today, "icb-2023")
    for one in "WME":
        noise = (sha256(f"{number}{one}{n}".encode()).hexdigest() for n in range(4))
        option = options.rename(option, one, "".join(noise))
    return history.step(links.write(option, today), "", "")


@pytest.mark.parametrize("text", ["x", "1", "1abc", "1damaged", "é"])
def test_what_is_no_steps_is_refused(text, today):
    for damaged in (text, links.write(options.begin(today, "icb-2023"), today)):
        with pytest.raises(LinkError):
            history.read_steps(damaged)


def test_the_last_edit_is_outlined_and_an_option_begun_anew_is_held_against_itself(today, cluster):
    begun = options.begin(today, "icb-2023")
    moved = options.move(begun, ["B-1"], "M")
    drawing = history.Drawing((begun,)).done(moved)
    assert drawing.last == begun
    assert history.moved_last(drawing) == ["B-1"]
    anew = options.begin(cluster, "icb-2023")
    assert drawing.done(anew).last == anew
    assert history.moved_last(drawing.done(anew)) == []


def test_where_most_of_a_map_has_moved_nothing_is_outlined(today, monkeypatch):
    begun = options.begin(today, "icb-2023")
    monkeypatch.setattr(history, "_MOST_OUTLINED", 3)
    for blocks, outlined in ((["A-1", "A-2", "C-4"], 3), (["A-1", "A-2", "B-1", "C-4"], 0)):
        moved = options.split_off(begun, blocks, "New")
        assert len(history.moved_last(history.Drawing((begun,)).done(moved))) == outlined
