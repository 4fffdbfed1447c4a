"""Option links: what is written is read again exactly, and nothing else is read at all."""

import base64
import hashlib
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.options import links, older
from footprint.options import option as options
from footprint.options.links import LinkError
from footprint.options.option import begin, rename, split_off
from tests.drawn import HOSTILE, drawn


@pytest.fixture(scope="session")
def begun(today):
    return begin(today, "icb-2023")


@given(data=st.data())
def test_an_option_survives_its_link(begun, today, data):
    option = data.draw(drawn(begun))
    text = links.write(option, today)
    assert links.read(text, today) == option
    assert links.base_of(text) == ("icb-2023~bodies", "icb-2023")
    assert text.isascii()
    assert not set(text) & set("/+=&?#%")


# A link somebody may have kept; what it is read as must never change.
KEPT = (
    "1GYV7Ez8Wq1ZKUrJSykxO0jUyMDJW0lEqQuWmA7mW5slmBiZJpoaWQIFcJavoaKV8QyWdaCMdo9jYWB2lNLiQ0uG2osM7"
    "FB41zKl41DBXCSSvo5QMlg4HyipbWialpZoqgURzgKJKrkqxtQA"
)


def test_a_link_that_was_kept_is_read_as_ever(begun, today):
    option = split_off(begun, ["B-1", "C-4"], "Ærø “x”")
    option = options.lock(options.recolour(option, "W", "#99bfe5"), "E")
    assert links.read(KEPT, today) == option
    assert links.how_read(KEPT, today).endswith(
        "It is read as a plan of statutory bodies: every footprint is one body by law, led as it "
        "was before."
    )


@given(data=st.data())
def test_the_difference_applied_to_one_option_gives_the_other(begun, data):
    one, other = (data.draw(drawn(begun)).drawn for _ in range(2))
    assert links.apply(one, links.difference(one, other)) == other
    assert links.apply(one, links.difference(one, one)) == one


def test_any_shipped_plan_becomes_any_other_by_its_difference(completed):
    layers = [layer for plan in completed.values() for layer in (plan.bodies, plan.teams)]
    for before in layers:
        for after in layers:
            made = links.apply(before, links.difference(before, after))
            assert made.pairs == after.pairs
            assert made.footprints == after.footprints


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_survives_the_link(begun, today, name):
    option = rename(begun, "W", name)
    assert links.read(links.write(option, today), today) == option


def test_a_typical_option_is_short(completed):
    base = completed["icb-2023"]
    option = begin(base, "icb-2023")
    for n in range(15):
        pair = list(option.plan.by_id)[n : n + 2]
        option = rename(options.join(option, *pair), pair[0], f"A new name, number {n}")
    for n, block in enumerate(list(base.footprint_of.index)[::16]):
        to = list(option.plan.by_id)[n % 20]
        if dict(option.plan.assignment)[block] != to:
            option = options.move(option, [block], to)
    assert len(links.link(option, base)) < 1_500


def test_an_option_too_long_for_a_link_says_what_to_do(completed, england):
    base = completed["agreed-2025-09"]
    option = begin(base, "icb-2023")
    for n, block in enumerate(england.blocks.index[::3]):
        noise = hashlib.sha256(bytes([n])).hexdigest() * 2
        option = split_off(option, [block], noise)
    with pytest.raises(LinkError, match="too long for a link: download it"):
        links.link(option, base)
    assert links.read(links.write(option, base), base) == option


@given(data=st.data())
def test_a_link_changed_by_hand_is_refused(begun, today, data):
    option = split_off(begun, ["B-1", "C-4"], "Mixed")
    text = links.write(option, today)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("ABCxyz0189-_ =é"))
    changed = data.draw(
        st.sampled_from([text[:place], text[:place] + letter + text[place + 1 :], text + letter])
    )
    try:
        # The last letter of a text may have bits to spare.
        assert links.read(changed, today) == option
        assert changed[:-1] == text[:-1]
    except LinkError as problem:
        assert str(problem).endswith(".")


@given(text=st.text(max_size=200) | st.text("ABCabc019-_", max_size=200).map("1".__add__))
def test_any_text_is_read_or_refused_in_a_sentence(today, text):
    for reading in (lambda: links.read(text, today), lambda: links.base_of(text)):
        with pytest.raises(LinkError, match=r"^[A-Z].*\.$"):
            reading()


def forged(told):
    """A link whose checksum is right, whatever it says."""
    said = told if isinstance(told, bytes) else json.dumps(told, separators=(",", ":")).encode()
    packed = hashlib.sha256(said).digest()[:6] + zlib.compress(said, wbits=-15)
    return "1" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


@pytest.mark.parametrize(
    "more",
    [
        {"m": [["W", [99]]]},
        {"m": [["W", [-1]]]},
        {"m": [["nobody", [0]]]},
        {"m": [["W", [0.5]]]},
        {"m": [["W", [True]]]},
        {"m": "W"},
        {"m": {"W": 3}},
        {"f": [["W", "", 0]]},
        {"f": [["W", "two\nlines", 0]]},
        {"f": [["W", "name", 7]]},
        {"s": "teams"},
        {"s": "layers"},
        {"t": ["W"]},
        {"t": "W"},
        {"f": [["W", "name", -1]]},
        {"f": [[["W"], "name", 0]]},
        {"f": [["W", 5, 0]]},
        {"f": [["idle", "name", 0]]},
        {"o": ["W", "W", "M", "E"]},
        {"o": ["W"]},
        {"o": [3, 4, 5]},
        {"c": [["W", "red"]]},
        {"c": [["W", "#ffffff;"]]},
        {"c": [["nobody", "#ffffff"]]},
        {"c": [[["W"], "#ffffff"]]},
        {"l": ["nobody"]},
        {"l": [["W"]]},
        {"r": 3},
        {"b": None},
        {"b": "another"},
        {"extra": 1},
    ],
)
def test_a_forged_link_with_a_right_checksum_is_refused(today, more):
    told = {"b": "icb-2023", "r": "icb-2023", "g": links.ground(today), "s": "bodies"} | more
    with pytest.raises(LinkError):
        links.read(forged(told), today)
    if {"s", "t"}.isdisjoint(more):
        old = {"b": "icb-2023", "r": "icb-2023", "g": older.ground(today)} | more
        with pytest.raises(LinkError):
            links.read(forged(old), today)


@pytest.mark.parametrize(
    "more",
    [
        {"c": [[["W"], "#ffffff"]]},
        {"c": [["W", "red"]]},
        {"l": "abc"},
        {"l": [["W"]]},
        {"m": [["W", [9]]]},
        {"f": [["W", "name", True]]},
        {"o": 3},
        {"r": 3},
        {"extra": 1},
    ],
)
def test_a_forged_text_is_not_carried_either(today, more):
    told = {"b": "icb-2023", "r": "icb-2023", "g": links.ground(today)} | more
    with pytest.raises(LinkError):
        links.held(forged(told), list(today.footprint_of.index))


def test_a_link_that_spells_the_same_otherwise_is_refused(today):
    told = {"b": "icb-2023", "r": "icb-2023", "g": links.ground(today), "s": "bodies"}
    plain = json.dumps(told, separators=(",", ":"))
    assert links.read(forged(plain.encode()), today).base == "icb-2023"
    for said in (json.dumps(told), plain[:-1] + ',"m":[]}', plain[:-1] + ',"b":"icb-2023"}'):
        with pytest.raises(LinkError):
            links.read(forged(said.encode()), today)


@pytest.mark.parametrize("said", [b"[]", b"3", b"[" * 100_000, b" " * 500_000, b"\xff", b""])
def test_a_link_that_holds_no_option_is_refused(today, said):
    with pytest.raises(LinkError):
        links.read(forged(said), today)


def test_an_option_on_other_data_is_not_shown(begun, today, divided):
    text = links.write(options.lock(begun, "W"), today)
    with pytest.raises(LinkError, match="drawn on other data"):
        links.read(text, divided)


def test_a_link_of_another_version_is_not_guessed_at(begun, today):
    text = links.write(begun, today)
    with pytest.raises(LinkError, match="of a version this app does not know"):
        links.read("2" + text[1:], today)
