"""Comparisons in words: what changes, in which direction, and where nothing does."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from footprint.maps import comparison_sentences as sentences
from footprint.maps.comparison_sentences import headline, what_follows, where_it_lies
from footprint.plans.places import Place, districts
from footprint.plans.plan import complete
from footprint.plans.scope import Scope
from footprint.plans.splits import Change, change
from footprint.plans.tiers import tiers
from tests.plans.test_comparison import held, in_layers, side, what_changes


def kinds(toy):
    """The places by which those who move are named."""
    return (tuple(districts(toy).values()),)


@pytest.fixture
def told(toy):
    """A function that tells what changes between two plans."""
    lad = tiers(toy)["lad"]

    def run(before, after, least=1_000):
        sides = side(toy, before), side(toy, after)
        changes = {lad: change(*(one.splits(lad) for one in sides))}
        return " ".join(
            [
                *headline(*in_layers(toy, before, after), sides, kinds(toy)),
                what_follows(sides, changes, least),
            ]
        ).strip()

    return run


def test_fewer_teams_and_who_joins_where_no_boundary_changes(told, today, cluster):
    assert told(today, cluster) == (
        "No statutory boundary changes, and 3 leadership teams become 2. "
        "2 join others whole, with 1,000 people. Nobody moves. "
        "Leadership teams with fewer than 1,000 people: none, down from 2. "
        "Split districts: none, where there was 1. Made whole: Birch."
    )


def test_more_teams_is_a_division_told_the_other_way_round(told, today, cluster):
    assert told(cluster, today) == (
        "No statutory boundary changes, and 2 leadership teams become 3. 1 is divided. The 400 "
        "people of a part of Birch move from West and Middle to Middle. "
        "ICBs with fewer than 1,000 people: 2, up from 0. "
        "Split districts: 1, where there were none. Newly split: Birch."
    )


def test_the_largest_move_is_the_one_that_is_named(told, cluster, make_plan):
    said = told(cluster, make_plan(*"EWWEEE", bodies="WWWMEE"))
    assert "1 joins others whole, with 1,100 people. 1 is divided. " in said
    assert "500 people move from West and Middle to W" in said


def test_plans_that_are_the_same_in_both_layers_say_so_and_one_beside_itself_says_more(
    told, today, make_plan
):
    same = make_plan(*"WWWMEE", key="same", seen="bodies")
    said = told(today, same, least=500)
    assert said.startswith("No statutory boundary changes, and leadership teams stay as they are. ")
    assert "ICBs with fewer than 500 people: 1 under either. " in said
    assert said.endswith("Split districts: 1, the same ones under either.")
    assert told(today, today) == (
        "Both sides show “The plan icb-2023”, so nothing changes. Choose another plan."
    )
    assert "ICBs with fewer than 400 people: none under either." in told(today, same, 400)


def test_many_that_are_divided_are_told_by_the_first_and_the_number(told, make_plan):
    def of(*owners, key):
        return make_plan(*owners, key=key, bodies="WWWMEE")

    said = told(of(*"AAABBB", key="two"), of(*"AABABA", key="mixed"))
    assert "2 are divided (A, B). 1,200 people move, the largest group the " in said
    assert ", from B to A. " in said


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (Change(0, 0, (), ()), "Split districts: none under either."),
        (Change(2, 2, (), ()), "Split districts: 2, the same ones under either."),
        (Change(1, 0, ("A",), ()), "Split districts: none, where there was 1. Made whole: A."),
        (
            Change(2, 2, ("A",), ("B",)),
            "Split districts: 2, where there were 2. Made whole: A. Newly split: B.",
        ),
        (
            Change(5, 1, ("A", "B", "C", "D", "E"), ("F",)),
            "Split districts: 1, where there were 5. Made whole: A, B, C and 2 others. "
            "Newly split: F.",
        ),
        (
            Change(4, 0, ("A", "B", "C", "D"), ()),
            "Split districts: none, where there were 4. Made whole: A, B, C and D.",
        ),
    ],
)
def test_splits_are_told_by_what_was_mended_and_what_was_broken(toy, made, words):
    assert sentences._splits(tiers(toy)["lad"], made) == words


def test_a_region_counts_its_own_footprints(toy, today, island):
    whole, scope = complete(island, today), Scope("the isles", frozenset({"C-4", "D-4"}))
    sides = side(toy, today, scope), side(toy, whole, scope)
    said = " ".join(
        [
            *headline(*in_layers(toy, today, whole, scope), sides, kinds(toy)),
            what_follows(sides, {}, 1_000),
        ]
    ).strip()
    assert said.startswith(
        "In the isles: 1 statutory body becomes 2, and 1 leadership team becomes 2. "
        "Statutory bodies: 1 is divided. The 500 people of Cedar move"
    )


def test_a_footprint_is_one_and_a_place_lies_in_one(today, cluster, toy):
    west = Place("W", "West", "ICB", tuple(today.blocks_of("W")))
    people = toy.blocks["residents_2024"]
    one, other = where_it_lies(west, (today, cluster), people)
    assert one == "West is a footprint."
    assert other.endswith("is in West and Middle.")


def test_what_happens_is_whole_or_part_in_the_table(toy, today, make_plan):
    comparison = held(toy, today, make_plan(*"WWWWEW"))
    rows = what_changes(toy, comparison)
    table = sentences.change_words(comparison, rows, toy.authorities["lad_name"])
    assert table["What happens"].tolist() == ["Moves", "Stays", "Joins", "Joins", "Joins"]
    assert table["How much of it"].tolist() == ["whole", "whole", "whole", "part", "part"]
    assert table["District"].tolist() == ["Dune", "Cedar", "Ash", "Birch", "Birch"]
    assert isinstance(table, pd.DataFrame)


@pytest.mark.parametrize(("people", "words"), [(999_999, "999,999"), (1_000_000, "1.0 million")])
def test_people_are_said_in_millions_from_a_million(people, words):
    assert sentences._about(people) == words


@pytest.fixture
def one_by_one(toy):
    """A function that tells what changes between two plans, a sentence each."""

    def run(before, after):
        sides = side(toy, before), side(toy, after)
        return headline(*in_layers(toy, before, after), sides, kinds(toy))

    return run


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (("replaced", "2023-04"), ("in force", "2026-04"), " of April 2023 become 2 of April 2026"),
        (("in force", "2026-04"), ("replaced", "2023-04"), " of April 2026 become 2 of April 2023"),
        # At one date there is none to tell apart, and what was only asked for is of no date.
        (("agreed", "2026-04"), ("in force", "2026-04"), " become 2"),
        (("replaced", "2023-04"), ("not chosen", "2026-04"), " become 2"),
        (("option", ""), ("in force", "2026-04"), " become 2"),
    ],
)
def test_bodies_by_law_are_told_with_their_dates_and_teams_without(
    one_by_one, make_plan, then, now, said
) -> None:
    before, after = (
        replace(make_plan(*"EEEEEW", bodies=bodies, key=key), status=status, effective=effective)
        for key, bodies, (status, effective) in (("a", "WWWMEE", then), ("b", "WWWWWE", now))
    )
    counts = one_by_one(before, after)[0]
    assert counts == f"3 statutory bodies{said}, and leadership teams stay as they are."


def test_who_moves_in_both_layers_and_who_in_one_are_told_once_and_apart(one_by_one, make_plan):
    before = make_plan(*"EEEEEW", bodies="WWWMEE", key="before")
    after = make_plan(*"EEWWWW", bodies="WWWWWE", key="after")
    said = one_by_one(before, after)
    assert said == [
        "3 statutory bodies become 2, and still 2 leadership teams.",
        "Statutory bodies: 2 join others whole, with 1,000 people. 1 is divided.",
        "Leadership teams: 1 is divided.",
        "In all 1,100 people move: the 500 people of Cedar change body and team, from E to W; "
        "the 600 people of Birch change team only, from E to W, while their body joins others "
        "whole.",
    ]


def test_who_moves_in_one_layer_alone_is_told_with_it(one_by_one, make_plan):
    before = make_plan(*"EEEEEW", bodies="WWWMEE", key="before")
    after = make_plan(*"EEWWWW", bodies="WWWMEE", key="after")
    assert not any(one.startswith("In all") for one in one_by_one(before, after))
