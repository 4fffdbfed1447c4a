"""Authorities on a map: whole, split, whole within the tolerance, and nobody's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.maps.authorities import authorities
from footprint.maps.marks import Mark
from footprint.maps.pairs import apart
from footprint.maps.palette import (
    NEARLY_WHOLE_FILL,
    OUT_OF_SCOPE_FILL,
    SHATTERED_FILL,
    SPLIT_FILL,
    WHOLE_FILL,
)
from footprint.plans import splits
from footprint.plans.scope import Scope
from footprint.plans.tiers import tiers


@pytest.fixture
def drawn(toy, today):
    """A function that draws how today's ICBs treat one tier."""

    def run(key, tolerance=0.01, *, wide=None):
        tier = tiers(toy)[key]
        tier = tier if wide is None else replace(tier, wide=wide)
        table = splits.authorities(toy, today, tier, tolerance)
        return authorities(today, tier, table, splits.overlap(today, tier), summary="Said.")

    return run


def test_a_split_authority_says_where_its_people_are_and_who_split_it(drawn):
    layer = drawn("lad")
    ash, birch, *_, nobody = layer.areas
    assert (ash.fill, ash.marks, ash.value, ash.labelled) == (WHOLE_FILL, Mark.NONE, "", False)
    assert ash.tooltip == ("Whole", "Residents, mid-2022: 200", "100% in West")
    assert (birch.fill, birch.marks, birch.labelled) == (SPLIT_FILL, Mark.SPLIT, True)
    assert birch.value == "33% outside"
    assert birch.tooltip == (
        "Split, inherited",
        "Residents, mid-2022: 300",
        "67% in Middle",
        "33% in West",
    )
    assert (nobody.id, nobody.name, nobody.labelled) == ("", "No district", False)
    assert layer.area_of_block == (0, 0, 1, 1, 2, 3)
    assert layer.footprint_of_block == (0, 0, 0, 1, 2, 2)
    assert [(row.words, row.fill, row.count) for row in layer.legend] == [
        ("One", WHOLE_FILL, 3),
        ("Two: split", SPLIT_FILL, 1),
    ]


def test_within_the_tolerance_an_authority_in_two_is_whole(drawn):
    layer = drawn("lad", 0.34)
    birch = layer.areas[1]
    assert (birch.fill, birch.marks, birch.value) == (NEARLY_WHOLE_FILL, Mark.NONE, "")
    assert birch.tooltip == ("Whole", "Residents, mid-2022: 300", "67% in Middle", "33% in West")
    assert [row.words for row in layer.legend] == [
        "One",
        "Two or more, but whole within the tolerance",
    ]


def test_a_body_in_three_is_told_calmly_as_working_with_more_than_one(drawn):
    layer = drawn("police")
    island, mainland, _ = layer.areas
    assert (island.fill, island.tooltip[0]) == (WHOLE_FILL, "Works with one footprint")
    assert (mainland.fill, mainland.marks) == (NEARLY_WHOLE_FILL, Mark.NONE)
    assert mainland.tooltip[0] == "Works with more than one footprint"
    assert mainland.tooltip[1:] == (
        "Residents, mid-2022: 750",
        "40% in West",
        "33% in East",
        "27% in Middle",
    )
    assert [row.words for row in layer.legend] == ["One", "More than one"]


def test_an_authority_in_three_is_told_from_one_in_two(drawn):
    layer = drawn("police", wide=False)
    assert layer.areas[1].fill == SHATTERED_FILL
    assert [row.words for row in layer.legend] == ["One", "Three or more: split"]


def test_land_of_no_authority_is_grey_and_in_the_legend(drawn):
    layer = drawn("sa")
    assert layer.area_of_block == (0, 0, 1, 1, 1, 1)
    assert [(row.words, row.fill, row.count) for row in layer.legend] == [
        ("One", WHOLE_FILL, 1),
        ("No strategic authority", OUT_OF_SCOPE_FILL, 1),
    ]
    # It is no area that could be counted, not of a part of England either.
    assert layer.legend[1].counted == "all other land"
    part = apart(layer, [0, 1, 2], Scope("the West", frozenset()))
    assert [(row.words, row.counted) for row in part.legend] == [
        ("One", ""),
        ("No strategic authority", "all other land"),
        ("Outside the West", ""),
    ]
