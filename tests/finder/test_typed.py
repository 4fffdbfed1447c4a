"""What people type, and the ICB or ICBs that it is in."""

import csv
from pathlib import Path
from random import Random

import pytest

from footprint.content.answers import answers
from footprint.facts.gazetteer import Named, read_gazetteer
from footprint.view import TODAY
from tests.shared_workspace import WORK

_FILE = Path(__file__).with_name("typed.csv")
with _FILE.open(encoding="utf-8", newline="") as listed:
    TYPED = [(row["typed"], row["icbs"]) for row in csv.DictReader(listed)]


def test_there_are_at_least_three_hundred() -> None:
    assert len(dict(TYPED)) == len(TYPED) >= 300


@pytest.mark.parametrize(("typed", "icbs"), TYPED)
def test_the_first_answer_is_in_the_right_icbs(typed: str, icbs: str) -> None:
    bodies = WORK.plans[TODAY].bodies.by_id
    found = answers(WORK, typed)
    assert not found.problem
    first = found.places[0]
    named = [bodies[choice.body].name for choice in first.choices]
    assert sorted(named) == sorted(icbs.split(";"))


def _slips(name: str, at: int) -> tuple[str, ...]:
    """Two letters changed round, one left out, one twice and one that is another."""
    start, one, other, rest = name[:at], name[at], name[at + 1], name[at + 2 :]
    turned, left_out = start + other + one + rest, start + other + rest
    return turned, left_out, name[: at + 1] + name[at:], start + "x" + other + rest


def test_after_a_plain_slip_the_town_is_among_the_answers() -> None:
    lot = Random(2026)
    towns = sorted({one.name for one in read_gazetteer(WORK.atlas) if _plain(one)})
    for name in lot.sample(towns, 6):
        for slip in _slips(name, lot.randrange(1, len(name) - 1)):
            found = answers(WORK, slip)
            assert not found.problem, slip
            assert any(name in one.name for one in found.places), slip


def _plain(one: Named) -> bool:
    return one.kind in ("city", "town") and one.name.isalpha() and len(one.name) > 5
