"""Comparisons in words: what changes, in which direction, and where nothing does."""

from __future__ import annotations

import pandas as pd
import pytest

from footprint.maps import comparison_sentences as sentences
from footprint.maps.comparison_sentences import paragraph, where_it_lies
from footprint.plans.places import Place
from footprint.plans.plan import complete
from footprint.plans.splits import Change, change
from footprint.plans.tiers import tiers
from tests.plans.test_comparison import held, moves, side


@pytest.fixture
def told(toy):
    """A function that tells what changes between two plans."""
    lad = tiers(toy)["lad"]

    def run(before, after, least=1_000):
        sides = side(toy, before), side(toy, after)
        comparison = held(toy, before, after)
        changes = {lad: change(*(one.splits(lad) for one in sides))}
        return paragraph(comparison, sides, moves(toy, comparison), changes, least)

    return run


def test_fewer_footprints_and_what_joins_them(told, today, cluster):
    assert told(today, cluster) == (
        "“The plan agreed-2025-09” has 2 footprints, 1 fewer than “The plan icb-2023” with 3. "
        "400 people (19% of England) in 1 district change hands; the most are 400 who go from "
        "Middle to West and Middle. "
        "Footprints with fewer than 1,000 people: none, down from 2. "
        "Split districts: none, where there was 1; made whole: Birch."
    )


def test_more_footprints_is_the_same_the_other_way_round(told, today, cluster):
    assert told(cluster, today) == (
        "“The plan icb-2023” has 3 footprints, 1 more than “The plan agreed-2025-09” with 2. "
        "400 people (19% of England) in 1 district change hands; the most are 400 who go from "
        "West and Middle to Middle. "
        "Footprints with fewer than 1,000 people: 2, up from 0. "
        "Split districts: 1, where there were none; newly split: Birch."
    )


def test_the_largest_move_is_the_one_that_is_named(told, today, make_plan):
    said = told(today, make_plan(*"EWWEEE"))
    assert "500 people (24% of England) in 2 districts change hands" in said
    assert "the most are 400 who go from Middle to E." in said


def test_plans_in_which_nobody_moves_say_so_and_one_beside_itself_says_more(told, today, make_plan):
    same = make_plan(*"WWWMEE", key="same")
    said = told(today, same, least=500)
    assert "Nobody changes footprint. " in said
    assert "Footprint with fewer than 500 people: 1 under either. " in said
    assert said.endswith("Split districts: 1, the same ones under either.")
    assert told(today, today) == (
        "Both sides show “The plan icb-2023”, so nothing changes. Choose another plan."
    )
    assert "Footprints with fewer than 400 people: none under either." in told(today, same, 400)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (Change(0, 0, (), ()), "Split districts: none under either."),
        (Change(2, 2, (), ()), "Split districts: 2, the same ones under either."),
        (Change(1, 0, ("A",), ()), "Split districts: none, where there was 1; made whole: A."),
        (
            Change(2, 2, ("A",), ("B",)),
            "Split districts: 2, where there were 2; made whole: A; newly split: B.",
        ),
        (
            Change(5, 1, ("A", "B", "C", "D", "E"), ("F",)),
            "Split districts: 1, where there were 5; made whole: A, B, C and 2 others; "
            "newly split: F.",
        ),
        (
            Change(4, 0, ("A", "B", "C", "D"), ()),
            "Split districts: none, where there were 4; made whole: A, B, C and D.",
        ),
    ],
)
def test_splits_are_told_by_what_was_mended_and_what_was_broken(toy, made, words):
    assert sentences._splits(tiers(toy)["lad"], made) == words


@pytest.mark.parametrize(("people", "words"), [(999_999, "999,999"), (1_000_000, "1.0 million")])
def test_people_are_said_in_millions_from_a_million(people, words):
    assert sentences._about(people) == words


def test_a_region_is_told_as_a_share_of_itself(toy, today, island):
    whole, scope = complete(island, today), frozenset({"C-4", "D-4"})
    sides = side(toy, today, scope), side(toy, whole, scope)
    comparison = held(toy, today, whole)
    said = paragraph(comparison, sides, moves(toy, comparison), {}, 1_000)
    assert "500 people (45% of the region) in 1 district change hands" in said


def test_a_footprint_is_one_and_a_place_lies_in_one(today, cluster, toy):
    west = Place("W", "West", "ICB", tuple(today.blocks_of("W")))
    people = toy.blocks["residents_2024"]
    one, other = where_it_lies(west, (today, cluster), people)
    assert one == "West is a footprint."
    assert other.endswith("is in West and Middle.")


def test_what_moves_is_whole_or_part_in_the_table(toy, today, make_plan):
    comparison = held(toy, today, make_plan(*"WWWWEW"))
    table = sentences.move_words(comparison, moves(toy, comparison), toy.authorities["lad_name"])
    assert table["How much of it"].tolist() == ["whole", "part"]
    assert table["District"].tolist() == ["Dune", "Birch"]
    assert isinstance(table, pd.DataFrame)
