"""Judgements: each verdict with its reason, at the line and on either side of it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from footprint.criteria import judgements
from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import case_for
from footprint.plans.plan import complete

TOY = Thresholds(least=600, trusts=1, cap=40.0)


def said(judge, atlas, plan, thresholds=TOY):
    found = judge(case_for(atlas, plan, thresholds))
    return {one.footprint: (one.verdict, one.reason) for one in found}


def test_every_block_is_in_exactly_one_footprint_or_it_is_counted(toy, today, island):
    assert said(judgements.every_block_once, toy, today)[""][0] == "meets"
    assert said(judgements.every_block_once, toy, island)[""] == (
        "misses",
        "5 of 6 blocks, with 1,500 residents, are in no footprint and 0 in more than one.",
    )


def test_residents_add_up_to_the_person(toy, today, island):
    assert said(judgements.residents_reconcile, toy, today)[""] == (
        "meets",
        "2,100 residents over the footprints, 2,100 in England.",
    )
    assert said(judgements.residents_reconcile, toy, island)[""] == (
        "misses",
        "600 residents over the footprints, 2,100 in England.",
    )


@pytest.mark.parametrize(("rest", "verdict"), [(0.49, "meets"), (0.5, "misses")])
def test_the_allowance_adds_up_to_less_than_a_pound(toy, make_plan, rest, verdict):
    plan = make_plan("", "", "", "", "E", "E", scope="Islands")
    known = {"W": rest, "M": rest, "E": 33_000.0}
    ours = (toy.costs["measure"] == "running_cost_allowance") & (toy.costs["year"] == "2025/26")
    values = toy.costs["value"].where(~ours, toy.costs["icb"].map(known))
    atlas = replace(toy, costs=toy.costs.assign(value=values))
    found = said(judgements.allowance_reconciles, atlas, plan)[""]
    assert found[0] == verdict
    assert found[1].startswith("£33,000 over the footprints, £33,00")


def test_teams_are_fewer_or_no_fewer(toy, today, cluster):
    assert said(judgements.fewer_teams, toy, cluster)[""] == (
        "meets",
        "2 leadership teams, 1 fewer than the 3 of 2023.",
    )
    assert said(judgements.fewer_teams, toy, today)[""] == (
        "misses",
        "3 leadership teams, no fewer than the 3 of 2023.",
    )


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        (999_999, "999,999 residents, 1 short of 1,000,000."),
        (
            1_000_000,
            "1,000,000 residents: 1,000,000 or more, but less than the 1,500,000 reportedly asked "
            "of merged ICBs and the guideline of 2,000,000.",
        ),
        (
            1_499_999,
            "1,499,999 residents: 1,000,000 or more, but less than the 1,500,000 reportedly asked "
            "of merged ICBs and the guideline of 2,000,000.",
        ),
        (
            1_500_000,
            "1,500,000 residents: 1,000,000 or more, but less than the guideline of 2,000,000.",
        ),
        (
            1_999_999,
            "1,999,999 residents: 1,000,000 or more, but less than the guideline of 2,000,000.",
        ),
        (2_000_000, "2,000,000 residents."),
    ],
)
def test_people_are_told_against_the_least_then_what_mergers_are_asked_and_the_guideline(
    people, reason
):
    assert judgements._people(people, 1_000_000, merges=True) == reason


def test_what_mergers_are_asked_is_said_of_mergers_and_clusters_alone():
    said = judgements._people(1_000_000, 1_000_000, merges=False)
    assert (
        said == "1,000,000 residents: 1,000,000 or more, but less than the guideline of 2,000,000."
    )


def test_whole_authorities_are_one_both_or_all(toy, make_plan):
    found = said(judgements.whole_authorities, toy, make_plan(*"xxxxyy"))
    assert found == {
        "x": ("meets", "Both upper-tier authorities here are whole."),
        "y": ("meets", "The one upper-tier authority here is whole."),
    }
    assert said(judgements.whole_authorities, toy, make_plan(*"xxxxxx"))["x"] == (
        "meets",
        "All 3 upper-tier authorities here are whole.",
    )


def test_every_part_that_is_held_is_told_with_who_holds_the_rest(toy, make_plan):
    found = said(judgements.whole_authorities, toy, make_plan(*"xyxyzz"))
    assert found["x"] == (
        "misses",
        "Holds part of Ash, split by this plan (50 of its people here, 150 in y, mid-2022); and "
        "part of Birch, already split in 2023 (100 of its people here, 200 in y, mid-2022).",
    )
    assert found["z"][0] == "meets"


def test_a_region_is_named_or_the_people_in_each_are_counted_most_first(toy, today, make_plan):
    assert said(judgements.one_region, toy, today)["W"] == (
        "meets",
        "All in one region: Mainland.",
    )
    assert said(judgements.one_region, toy, make_plan(*"WWWMMM"))["M"] == (
        "misses",
        "In 2 regions: 1,100 people in Islands and 400 people in Mainland.",
    )


def test_pieces_are_joined_by_land_by_water_or_lie_apart(toy, today, make_plan):
    found = said(judgements.one_piece, toy, today)
    assert found["W"] == ("meets", "In one piece, by land.")
    assert found["E"] == (
        "meets",
        "In one piece, part of it joined over water: Dune Ferry.",
    )
    # Ash has 400 people and the island 600, so it is Ash that lies apart.
    assert said(judgements.one_piece, toy, make_plan(*"WWEEEW"))["W"] == (
        "misses",
        "In 2 pieces: apart from the rest lie Ash (400 people).",
    )


@pytest.mark.parametrize(
    ("owners", "lies_apart"),
    [
        ("WWWWEW", "Elm, Ivy, Oak and Yew (10 people)"),
        # So many that the first of the alphabet stands for them.
        ("WWWWWW", "Elm and 4 more districts (15 people)"),
    ],
)
def test_districts_that_lie_apart_are_named_by_the_alphabet(toy, make_plan, owners, lies_apart):
    # Every block a district of its own, named otherwise than they stand in the table.
    names = pd.Series(["Yew", "Elm", "Oak", "Ivy", "Fir", "Dune"], toy.blocks.index)
    blocks = toy.blocks.assign(lad=toy.blocks.index, residents_2024=[1, 2, 3, 4, 5, 600])
    atlas = replace(toy, blocks=blocks, authorities=pd.DataFrame({"lad_name": names}))
    case = SimpleNamespace(atlas=replace(atlas, links=toy.links.iloc[:0]), plan=make_plan(*owners))
    (told,) = (one for one in judgements.one_piece(case) if one.footprint == "W")
    assert told.reason == f"In 2 pieces: apart from the rest lie {lies_apart}."


def test_up_to_four_districts_are_named():
    assert judgements._some(list("abcd")) == "a, b, c and d"
    assert judgements._some(list("abcde")) == "a and 4 more districts"


def test_trusts_are_counted_against_the_least(toy, today):
    found = said(judgements.enough_trusts, toy, today)
    assert found["W"] == ("meets", "1 acute trust has a main hospital here: Birch.")
    assert found["E"] == ("meets", "1 acute trust has a main hospital here: Cedar and Dune.")
    assert found["M"] == ("misses", "No acute trust has a main hospital here, 1 short of 1.")
    assert said(judgements.enough_trusts, toy, today, replace(TOY, trusts=3))["W"] == (
        "misses",
        "1 acute trust has a main hospital here, 2 short of 3: Birch.",
    )


@pytest.mark.parametrize(("count", "named"), [(4, True), (5, False)])
def test_up_to_four_trusts_are_named(toy, today, count, named):
    rows = [(f"T{n}", f"Trust {n} NHS Trust", "A-2") for n in range(count)]
    many = replace(toy, trust_sites=pd.DataFrame(rows, columns=toy.trust_sites.columns))
    _, reason = said(judgements.enough_trusts, many, today)["W"]
    which = ": Trust 0, Trust 1, Trust 2, Trust 3" if named else ""
    assert reason == f"{count} acute trusts have a main hospital here{which}."


def test_the_largest_is_told_against_the_smallest(toy, today):
    assert judgements.size_difference(case_for(toy, today, TOY)) == (
        "The largest, East (1,100 people), has 2.8 times the residents of the smallest, "
        "Middle (400)."
    )


def test_of_a_plan_for_a_region_only_its_own_sizes_are_told(toy, today, island, england, completed):
    whole = complete(island, today)
    assert judgements.size_difference(case_for(toy, whole, TOY)) == (
        "There is one, Dune Island (600 people)."
    )
    london = case_for(england, completed["london-five"], Thresholds())
    assert judgements.size_difference(london) == (
        "The largest, North West London (2,181,495 people), has 1.5 times the residents of the "
        "smallest, North Central London (1,436,301)."
    )


def test_a_cost_that_cannot_be_held_against_the_cap_says_why() -> None:
    assert judgements._unknown(23.456) == (
        "A target of £23.46 per head for 2026/27 is known (published, second-hand), but not "
        "whether heads are weighted, so it cannot be compared with the cap."
    )
    assert judgements._unknown(None) == (
        "No target for 2026/27 and no cost before the cut is published for exactly this area."
    )
