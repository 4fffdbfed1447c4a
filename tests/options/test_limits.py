"""Limits of options: as much as they say is taken, and one more is not."""

from __future__ import annotations

import random

import pytest

from footprint.options import history, links, sentences
from footprint.options import option as options
from footprint.options.wire import LinkError, sealed, unsealed
from tests.options.test_sentences import revision
from tests.shared_workspace import WORK


def noise(count: int) -> bytes:
    """Bytes that cannot be packed any smaller."""
    return random.Random(count).randbytes(count)


def test_a_name_has_three_hundred_characters_at_most(today):
    begun = options.begin(today, "icb-2023")
    assert options.rename(begun, "W", "y" * 300).plan.by_id["W"].name == "y" * 300
    with pytest.raises(options.OptionError, match="has 301 characters. Keep it to 300"):
        options.rename(begun, "W", "y" * 301)


def test_a_link_has_six_thousand_characters_at_most(today, monkeypatch):
    begun = options.begin(today, "icb-2023")
    monkeypatch.setattr(links, "write", lambda *_: "x" * 6_000)
    assert len(links.link(begun, today)) == 6_000
    monkeypatch.setattr(links, "write", lambda *_: "x" * 6_001)
    with pytest.raises(LinkError, match="too long for a link"):
        links.link(begun, today)


def test_a_text_is_read_up_to_three_hundred_thousand_letters():
    over = len(sealed(noise(220_000))) - 1
    spare = 220_000 - over * 6 // 8
    longest = noise(299_999 * 6 // 8 + spare)
    assert len(sealed(longest)) == 300_000
    assert unsealed(sealed(longest)) == longest
    with pytest.raises(LinkError):
        unsealed(sealed(longest + b"x"))


def test_a_text_is_unpacked_up_to_four_hundred_thousand_bytes():
    assert unsealed(sealed(b"x" * 400_000)) == b"x" * 400_000
    with pytest.raises(LinkError):
        unsealed(sealed(b"x" * 400_001))


def test_fifty_states_are_kept_on_either_side(today):
    text = links.write(options.begin(today, "icb-2023"), today)
    same = [history.step(text, "", "")] * 60
    assert len(history.read_steps(history.steps_text(same))) == 50
    assert len(history.read_undone(history.steps_text([], same))) == 50
    assert len(history.read_steps(history.steps_text(same[:50]))) == 50
    for steps, undone in ((same[:51], []), ([], same[:51])):
        made = history._Steps.model_construct(steps=tuple(steps), undone=tuple(undone))
        content = made.model_dump_json(by_alias=True, exclude_defaults=True).encode()
        with pytest.raises(LinkError):
            history.read_steps(sealed(content))


@pytest.mark.parametrize(("many", "outlined"), [(40, 40), (41, 0)])
def test_forty_blocks_that_an_edit_moved_are_outlined_and_more_are_not(many, outlined):
    start = options.begin(WORK.plans["icb-2023"], "icb-2023")
    blocks = [block for block, _ in start.plan.assignment][:many]
    drawing = history.Drawing((start,)).done(options.split_off(start, blocks, "New"))
    assert len(history.moved_last(drawing)) == outlined


def test_what_people_wrote_is_cut_to_what_a_line_has_room_for():
    fits = revision(name="n" * 60, author="a" * 30, note="w" * 300)
    assert sentences.title(fits) == f"Option: {'n' * 60} (revision 3, {'a' * 30})"
    assert sentences.note(fits) == f"Note by {'a' * 30}: “{'w' * 300}”"
    long = revision(name="n" * 61, author="a" * 31, note="w" * 301)
    assert sentences.title(long) == f"Option: {'n' * 59}… (revision 3, {'a' * 29}…)"
    assert sentences.note(long) == f"Note by {'a' * 29}…: “{'w' * 299}…”"
