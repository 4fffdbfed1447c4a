"""Tiers: who belongs to which authority in the toy country, block by block."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.plans.tiers import Tier, tiers


def members(tier: Tier) -> dict[str, set[str]]:
    """The blocks of each authority."""
    return {code: set(rows["block"]) for code, rows in tier.people.groupby("authority")}


def test_every_kind_of_authority_has_a_key_in_the_order_of_the_list(toy: Atlas) -> None:
    assert list(tiers(toy)) == [
        "lad",
        "utla",
        "utla-2027",
        "sa",
        "sa-programme",
        "ambulance",
        "police",
        "fire",
        "resilience",
    ]
    assert [key for key, one in tiers(toy).items() if one.wide] == [
        "ambulance",
        "police",
        "fire",
        "resilience",
    ]


@pytest.mark.parametrize(
    ("key", "blocks"),
    [
        ("lad", {"A": {"A-1", "A-2"}, "B": {"B-1", "B-3"}, "C": {"C-4"}, "D": {"D-4"}}),
        (
            "utla",
            {"Ash": {"A-1", "A-2"}, "Birch": {"B-1", "B-3"}, "Eastshire": {"C-4", "D-4"}},
        ),
        # Ash and Birch become one; what was to come of Cedar and Dune is paused.
        ("utla-2027", {"Ash and Birch": {"A-1", "A-2", "B-1", "B-3"}, "Eastshire": {"C-4", "D-4"}}),
        ("sa", {"greater-ash": {"A-1", "A-2"}}),
        ("police", {"Mainland": {"A-1", "A-2", "B-1", "B-3", "C-4"}, "Island": {"D-4"}}),
        ("fire", {}),
    ],
)
def test_each_block_belongs_to_the_authority_of_its_district(
    toy: Atlas, key: str, blocks: dict[str, set[str]]
) -> None:
    tier = tiers(toy)[key]
    assert members(tier) == blocks
    assert set(tier.names) >= set(blocks)
    # Authorities are counted in the people of mid-2022, half of those of mid-2024.
    assert tier.people["residents"].sum() == sum(
        toy.blocks["residents_2024"][block] / 2 for some in blocks.values() for block in some
    )


def test_only_the_second_list_has_those_of_the_priority_programme(toy: Atlas) -> None:
    listed = pd.DataFrame(
        {
            "name": ["Greater Ash", "East (planned)", "Cedar", "Dune"],
            "status": ["established", "priority programme", "proposed", "established"],
            "lads": ["A", "C;D", "B", ""],
            "as_of": ["2026-01-01", "2026-07-14", "2026-09-01", "2026-09-01"],
        },
        index=["ash", "east", "cedar", "dune"],
    )
    found = tiers(replace(toy, strategic_authorities=listed))
    assert members(found["sa"]) == {"ash": {"A-1", "A-2"}}
    assert members(found["sa-programme"]) == {"ash": {"A-1", "A-2"}, "east": {"C-4", "D-4"}}
    assert found["sa"].note.startswith("Those of the priority programme and those proposed")
    assert found["sa-programme"].note.startswith("Not established on 14 July 2026: East. Proposed")
    assert tiers(toy)["sa-programme"].note.startswith("Proposed ones are left out")


def test_what_is_paused_is_told_with_what_goes_ahead(toy: Atlas) -> None:
    note = tiers(toy)["utla-2027"].note
    assert note == (
        "With Ash and Birch in place of Surrey. No other new council is drawn: reorganisation was "
        "paused on 7 September 2026."
    )
    statuses = ["going ahead", "paused on 7 May 2026", "paused on 3 June 2026"]
    lads = pd.Series(["A;B", "C", "D"], ["Ash and Birch", "Cedar", "Dune"], name="lad_codes")
    twice = replace(toy, new_councils=lads.to_frame().assign(status=statuses))
    note = tiers(twice)["utla-2027"].note
    assert note.endswith("was paused on 3 June 2026 and paused on 7 May 2026.")
    alone = replace(toy, new_councils=toy.new_councils.iloc[:1])
    assert tiers(alone)["utla-2027"].note == "With Ash and Birch in place of Surrey."


def test_a_block_shared_between_two_counts_for_the_one_with_more_people() -> None:
    people = pd.DataFrame(
        [("1", "b", 10.0), ("1", "a", 20.0), ("2", "b", 5.0), ("2", "a", 5.0)],
        columns=["block", "authority", "residents"],
    )
    tier = Tier("k", "K", "one", "many", people, {"a": "A", "b": "B"}, "")
    assert tier.main_of_block.to_dict() == {"1": "a", "2": "a"}


def test_a_service_that_shares_a_block_has_its_share_of_the_people(toy: Atlas) -> None:
    half = toy.bodies.assign(residents_share=0.5)
    tier = tiers(replace(toy, bodies=half))["police"]
    assert tier.people["residents"].sum() == toy.blocks["residents_2022"].sum() / 2
