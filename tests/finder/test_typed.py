"""What people type, and the ICB or ICBs that it is in."""

import csv
from pathlib import Path

import pytest

from footprint.content.answers import answers
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
