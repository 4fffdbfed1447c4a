"""Aims: every one there is, and what a plan comes to by each, in words."""

from __future__ import annotations

import pytest

from footprint.standing import aims
from tests.shared_workspace import WORK


def test_there_are_aims_for_the_tiers_that_there_are_and_no_others() -> None:
    some = {key: WORK.tiers[key] for key in ("utla", "fire")}
    assert aims.aims(some) == {
        "movers": "Fewest people who move",
        "split-utla": "Fewest split upper-tier authorities",
        "split-fire": "Fewest split fire authorities",
        "even": "Most even footprints",
    }
    assert list(aims.aims({})) == ["movers", "even"]


@pytest.mark.parametrize(
    ("key", "aim", "tier"),
    [("movers", "movers", ""), ("even", "even", ""), ("split-utla", "split", "utla")],
)
def test_an_aim_is_known_to_the_search_by_its_key(key: str, aim: str, tier: str) -> None:
    assert aims.aim_of(key) == (aim, tier)


@pytest.mark.parametrize(
    ("value", "aim", "said"),
    [
        (1, "movers", "moves 1 person"),
        (2_000, "movers", "moves 2,000 people"),
        (1, "even", "has 1 resident between its largest footprint and its smallest"),
        (0, "even", "has 0 residents between its largest footprint and its smallest"),
        (0, "split", "has no split districts"),
        (1, "split", "has 1 split district"),
        (2, "split", "has 2 split districts"),
    ],
)
def test_what_a_plan_comes_to(value: int, aim: aims.Aim, said: str) -> None:
    assert aims.comes_to(value, aim, "lad" if aim == "split" else "", WORK.tiers) == said


def test_each_aim_has_its_words_for_what_is_found_and_what_none_does() -> None:
    said = {key: aims.words(key, WORK.tiers) for key in ("movers", "even", "split-lad")}
    assert [one.heading for one in said.values()] == [
        "The fewest people who must move",
        "The most even footprints",
        "The fewest split districts",
    ]
    assert [one.none for one in said.values()] == ["moves fewer", "is more even", "has fewer"]
