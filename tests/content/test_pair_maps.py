"""Comparison maps: what is outlined on them."""

from __future__ import annotations

import pytest

from footprint.content import pair_maps
from footprint.pages import compare
from footprint.view import View
from tests.shared_workspace import WORK

_MANCHESTER = "E47000001"


def _outlined(**asked: object) -> list[set[str]]:
    shown = compare.content(WORK, View(other="icb-2023", plan="merged-2026-04", **asked))
    blocks = sorted(WORK.atlas.blocks.index)
    return [{blocks[place] for place in one.place} for one in shown.picture.maps]


def test_the_authority_a_comparison_is_narrowed_to_is_outlined_on_every_map() -> None:
    tier = WORK.tiers["sa-programme"]
    here = set(tier.main_of_block.index[tier.main_of_block == _MANCHESTER])
    assert here
    assert _outlined(scope=(_MANCHESTER,)) == [here, here]


@pytest.mark.parametrize("scope", [(), ("ENG",)])
def test_nothing_is_outlined_where_all_of_england_is_compared(scope: tuple[str, ...]) -> None:
    assert _outlined(scope=scope) == [set(), set()]


def test_a_place_that_is_looked_for_is_outlined_before_the_part_of_england() -> None:
    district = "E08000003"
    blocks = WORK.atlas.blocks
    here = set(blocks.index[blocks["lad"] == district])
    assert _outlined(scope=(_MANCHESTER,), area=district) == [here, here]


def test_all_of_england_says_what_stands_where_a_plan_of_a_region_says_nothing() -> None:
    view = View(other="east-model-a", plan="merged-2026-04", scope=("ENG",))
    said = (
        "“East of England model A” says nothing of the rest of England, which is shown by "
        "“42 ICBs (to March 2026)”."
    )
    told = compare.content(WORK, view)
    assert told.sentence.text.endswith(said)
    assert told.picture.summary.count(said) == 1
    assert said not in told.basis
    region = compare.content(WORK, view.with_(scope=()))
    assert "says nothing" not in f"{region.picture.summary} {region.basis}"
    three = view.with_(also=("east-model-b", "east-model-c"), base="agreed-2025-09")
    assert compare.content(WORK, three).sentence.text.endswith(
        "say nothing of the rest of England, which is shown by “26 leadership teams (September "
        "2025)”."
    )


def test_more_than_two_maps_stand_in_the_order_of_their_letters() -> None:
    east = View(other="east-model-a", plan="merged-2026-04", also=("east-model-b", "east-model-c"))
    several = compare.content(WORK, east).picture.maps
    assert [one.heading.partition(":")[0] for one in several] == ["A", "B", "C", "D"]
    assert [one.heading.partition(": ")[2] for one in several] == [
        "East of England model A",
        "East of England model B",
        "East of England model C (chosen)",
        "36 ICBs (April 2026)",
    ]
    back = compare.content(WORK, View(other="merged-2026-04", plan="east-model-a")).picture.maps
    assert [one.heading.partition(":")[0] for one in back] == ["B", "A"]


@pytest.mark.parametrize(
    ("asked", "west", "east"),
    [
        ({}, -6.42, 1.77),
        ({"scope": ("ENG",)}, -6.42, 1.77),
        ({"scope": ("London",)}, -0.51, 0.33),
    ],
)
def test_maps_look_at_the_part_of_england_that_is_compared(
    asked: dict[str, tuple[str, ...]], west: float, east: float
) -> None:
    shown = compare.content(WORK, View(other="icb-2023", plan="merged-2026-04", **asked))
    for one in shown.picture.maps:
        assert (one.focus[0], one.focus[2]) == pytest.approx((west, east), abs=0.01)


def test_an_area_that_is_chosen_is_looked_at_with_what_it_came_from() -> None:
    view = View(other="icb-2023", plan="merged-2026-04", area="S0E4D")
    left, right = compare.content(WORK, view).picture.maps
    # Thames Valley reaches from Oxfordshire to Slough.
    assert left.focus == right.focus
    assert -1.8 < left.focus[0] < -1.6
    assert (left.selected, right.selected) == ("QU9", "S0E4D")


def test_a_press_selects_what_lies_in_the_same_footprints_of_both_plans() -> None:
    view = View(other="icb-2023", plan="merged-2026-04")
    blocks = WORK.atlas.blocks
    manchester = blocks.index[blocks["lad"] == "E08000003"][0]
    assert pair_maps.place_of(WORK, view, manchester) == "E08000003"
    for block in blocks.index[:: len(blocks) // 12]:
        assert pair_maps.place_of(WORK, view, block)


@pytest.mark.parametrize(
    ("block", "district", "place"),
    [("E07000244-E38000239", "E07000244", "QMM"), ("E06000065-E38000232", "E06000065", "QWO")],
)
def test_a_press_on_the_smaller_part_of_a_split_district_selects_its_icb(
    block: str, district: str, place: str
) -> None:
    assert WORK.atlas.blocks.at[block, "lad"] == district
    view = View(other="icb-2023", plan="merged-2026-04")
    assert pair_maps.place_of(WORK, view, block) == place


def test_cuts_that_make_no_classes_leave_the_usual_ones() -> None:
    view = View(other="icb-2023", plan="merged-2026-04", measure="residents", scheme="own")
    layers, _ = pair_maps.pair_layers(WORK, view, "", ("A", "B"))
    usual, _ = pair_maps.pair_layers(WORK, view.with_(scheme="quantiles"), "", ("A", "B"))
    assert layers == usual
    (moves,), key = pair_maps.pair_layers(WORK, view.with_(show="moves"), "Said.", ("A", "B"))
    assert moves is key
    assert moves.summary == "Said."


def test_what_moves_is_one_map_of_plan_b_whatever_further_plans_are_compared() -> None:
    for also in ((), ("agreed-2025-09",)):
        view = View(other="icb-2023", plan="merged-2026-04", also=also, show="moves")
        (one,) = compare.content(WORK, view).picture.maps
        assert (one.heading, one.said) == ("", "")
        merged = WORK.plans["merged-2026-04"].bodies
        assert set(one.area_of_block) == {footprint.id for footprint in merged.footprints}
