"""Plans of the workspace: layers, what fills a region's plan, and everything that has a name."""

from __future__ import annotations

from footprint.workspace import plans, published
from tests.shared_workspace import WORK

MERGED, LONDON = "merged-2026-04", "london-three"


def test_a_key_names_the_layer_that_is_looked_at() -> None:
    assert plans.plan(WORK, MERGED).seen == "bodies"
    assert len(plans.plan(WORK, f"{MERGED}~teams").by_id) == 26
    assert plans.plan(WORK, f"{MERGED}~nothing").seen == "bodies"
    assert published.is_published(WORK, f"{MERGED}~teams")
    assert not published.is_published(WORK, "saved-1")


def test_a_plan_of_a_region_is_filled_from_the_base() -> None:
    # Three for London: beside 37 others of 2023, or 32 others of April 2026.
    assert len(plans.plan(WORK, f"{LONDON}~bodies").by_id) == len(
        WORK.plans["icb-2023"].bodies.by_id
    ) - 5 + len(WORK.plans[LONDON].bodies.by_id)
    assert len(plans.plan(WORK, f"{LONDON}~teams", MERGED).drawn) == 3
    assert plans.start_of(WORK, MERGED, MERGED).rest == "icb-2023"
    assert plans.start_of(WORK, LONDON, MERGED).rest == MERGED


def test_a_code_is_first_a_district_then_a_footprint_then_an_authority_then_a_block() -> None:
    found = plans.all_places(WORK)
    assert found["E07000008"].kind == "district"
    assert found["QYG"].kind == "as in “42 ICBs (to March 2026)”"
    assert found["E10000025"].kind == "upper-tier authority"
    divided = WORK.atlas.blocks["lad"][WORK.atlas.blocks["lad"].duplicated()].index[0]
    assert found[divided].kind == "part of a district"
    assert plans.places_with(WORK, ()) is found


def test_places_of_some_plans_are_as_those_plans_have_them() -> None:
    kind = plans.places_with(WORK, (MERGED,))["S0E4D"].kind
    assert kind == f"as in “{WORK.plans[MERGED].title}”"


def test_only_a_key_that_is_shipped_is_no_users() -> None:
    keys = (MERGED, "every-icb-2023-abc", "drawn-x")
    assert [plans.is_users(key) for key in keys] == [False, True, True]


def test_staff_and_allowance_of_england_are_those_of_all_icbs_together() -> None:
    allowance, staff = plans.england_over_time(WORK)
    assert allowance["pounds"].iloc[-1] == WORK.england["running_cost_allowance"]
    assert staff["fte"].iloc[-1] == WORK.england["staff"]
