"""Sentences: what maps show, at the edges of none, one and several."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.maps import sentences
from footprint.measures.catalogue import BY_KEY
from footprint.plans.plan import Plan
from footprint.plans.splits import Change
from footprint.plans.tiers import tiers

MakePlan = Callable[..., Plan]
TODAY = "“The plan icb-2023”"


def measured(plan: Plan, key: str, east: float, middle: float, west: float) -> str:
    """What is said of a measure of the three ICBs of the toy country."""
    values = pd.Series({"E": east, "M": middle, "W": west})
    return sentences.measure_sentence(plan, BY_KEY[key], values, 7.0)


def test_ends_are_named_and_others_with_the_same_figure_counted(today: Plan) -> None:
    nan = float("nan")
    assert measured(today, "acute_trusts", 1, 1, 3) == (
        "East and 1 other have the fewest acute trusts (1), West the most (3). England in all: 7."
    )
    assert measured(today, "acute_trusts", 2, 2, 2).startswith(
        "All 3 with a figure have the same: 2."
    )
    assert measured(today, "acute_trusts", 2, nan, 3).endswith("1 of 3 has no figure.")
    assert measured(today, "acute_trusts", 2, nan, nan) == (
        "Only East has a figure: 2. England in all: 7. 2 of 3 have no figure."
    )


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ((1_000_000, 1_000_000, 1_000_000), "None of the 3 ICBs has fewer than 1 million"),
        ((999_999, 1_000_000, 1_000_000), "1 of the 3 ICBs has fewer than 1 million"),
        ((999_999, 999_999, 1_000_000), "2 of the 3 ICBs have fewer than 1 million"),
    ],
)
def test_who_has_fewer_than_a_million_is_counted(
    today: Plan, people: tuple[int, ...], said: str
) -> None:
    told = sentences.below_least(today, pd.Series(people, index=["E", "M", "W"]))
    assert told == f"{said} residents."


def test_what_the_other_layer_is_is_said_where_there_are_clusters(
    today: Plan, cluster: Plan, make_plan: MakePlan
) -> None:
    assert sentences.layers_in_words(today) == ""
    assert sentences.layers_in_words(cluster) == (
        "In the cluster each ICB stays a statutory body of its own."
    )
    assert sentences.layers_in_words(cluster.seen_as("bodies")) == (
        "2 of these ICBs share a leadership team, in 1 cluster."
    )
    cut = make_plan("p", "p", "p", "p", "q", "p", bodies="WWWMEE", seen="bodies")
    assert sentences.layers_in_words(cut).startswith("3 of these ICBs, or parts of them, share")


@pytest.mark.parametrize(
    ("outside", "said"),
    [
        ((0, 0, 0), f"All 3 districts are whole under {TODAY}."),
        ((5, 0, 0), f"2 of 3 districts are whole under {TODAY}; 1 is split: a."),
        ((5, 9, 0), f"1 of 3 districts are whole under {TODAY}; 2 are split: b and a."),
    ],
)
def test_split_authorities_are_named_the_most_people_outside_first(
    toy: Atlas, today: Plan, outside: tuple[int, ...], said: str
) -> None:
    table = pd.DataFrame({"name": list("abc"), "outside": outside})
    table["split"] = table["outside"] > 0
    assert sentences.authority_sentence(today, tiers(toy)["lad"], table) == said


@pytest.mark.parametrize(
    ("bodies", "said"),
    [
        ((1, 1, 1), f"No ICB works with more than one police force area under {TODAY}."),
        (
            (1, 2, 1),
            f"1 of the 3 ICBs works with more than one police force area under {TODAY}: "
            "Middle (2).",
        ),
        (
            (2, 2, 3),
            f"3 of the 3 ICBs work with more than one police force area under {TODAY}: "
            "West (3), East (2) and Middle (2).",
        ),
    ],
)
def test_who_works_with_several_is_named_with_how_many(
    toy: Atlas, today: Plan, bodies: tuple[int, ...], said: str
) -> None:
    many = pd.Series(bodies, index=["E", "M", "W"])
    assert sentences.wide_sentence(today, tiers(toy)["police"], many) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            {},
            "Established on 1 May 2025 (SI 2025/1). As at 14 July 2026, as published; no other "
            "source was found, so take it as probable.",
        ),
        (
            {"status": "priority programme", "next_mayoral_election": "2027-05-06"},
            "Priority programme: not established at 14 July 2026. Next election of a mayor: May "
            "2027. As at 14 July 2026, as published; no other",
        ),
        (
            {
                "confirmed_by": "a",
                "quality": "second-hand",
                "next_mayoral_election": "to be decided",
            },
            "Established on 1 May 2025 (SI 2025/1). Election of a mayor: to be decided. As at 14 "
            "July 2026, second-hand; another source agrees that it is so.",
        ),
    ],
)
def test_a_strategic_authority_is_told_with_how_sure_it_is(more: dict[str, str], said: str) -> None:
    row = {
        "status": "established",
        "established_date": "2025-05-01",
        "instrument": "SI 2025/1",
        "as_of": "2026-07-14",
        "quality": "",
        "confirmed_by": "",
        "next_mayoral_election": "",
    }
    assert sentences.strategic_sentence(pd.Series(row | more)).startswith(said)


def test_what_changes_for_wide_authorities_is_said_in_the_same_order(toy, today, cluster):
    police = tiers(toy)["police"]
    change = Change(3, 2, ("Ash", "Birch"), ("Dune",), ("Cedar",))
    said = sentences.change_sentence(change, police, cluster, today)
    assert said.endswith(
        "Now with one: Ash and Birch. Now with several: Dune. Still with several: Cedar."
    )
    assert sentences.change_sentence(Change(0, 0, (), ()), police, cluster, today).count(".") == 1
