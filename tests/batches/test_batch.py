"""Batches: which areas a view is taken away for, one by one."""

from __future__ import annotations

import pytest

from footprint.batches import batch as batches
from footprint.batches.batch import (
    AUTHORITIES,
    BODIES,
    FOOTPRINTS,
    REGIONS,
    TEAMS,
    batch,
    kinds,
)
from footprint.pages import authorities, clusters, compare, my_icb, today
from footprint.pages.catalogue import BOARD_PAPERS
from footprint.papers.contents import SELECTED
from footprint.papers.pack import PackError
from footprint.papers.sheets import paper_of
from footprint.view import View
from tests.shared_workspace import WORK

AGREED = View(plan="agreed-2025-09", measure="imd")


def test_each_footprint_of_a_plan_has_a_sheet_of_its_own_in_the_order_of_names() -> None:
    pack = batch(WORK, clusters.PAGE, AGREED, FOOTPRINTS)
    assert len(pack.items) == 26
    plan = WORK.plans["agreed-2025-09"]
    names = [plan.by_id[dict(item.query)["area"]].name for item in pack.items]
    assert names == sorted(names)
    assert len(set(names)) == 26
    assert {item.part for item in pack.items} == {SELECTED}


def test_a_sheet_of_a_batch_shows_its_own_area() -> None:
    (first, *_) = batch(WORK, clusters.PAGE, AGREED, FOOTPRINTS).items
    paper = paper_of(WORK, first, "")
    plan = WORK.plans["agreed-2025-09"]
    area = dict(first.query)["area"]
    assert f"in {plan.by_id[area].name}: 1 of 26 leadership teams" in paper.title
    assert {plan.footprint_of.iloc[block] for block in paper.scope} == {area}


def test_bodies_are_those_by_law_whatever_layer_is_looked_at() -> None:
    assert len(batch(WORK, clusters.PAGE, View(layer="teams"), BODIES).items) == 36
    assert len(batch(WORK, my_icb.PAGE, View(), BODIES).items) == 36


def test_each_leadership_team_of_today_has_its_brief() -> None:
    assert len(batch(WORK, my_icb.PAGE, View(area="QJK"), TEAMS).items) == 25
    with pytest.raises(PackError, match="has no sheet for each leadership team; it has one"):
        batch(WORK, clusters.PAGE, View(), TEAMS)


def test_every_region_has_a_sheet() -> None:
    pack = batch(WORK, today.PAGE, View(), REGIONS)
    assert [item.part for item in pack.items] == sorted(WORK.atlas.blocks["nhs_region"].unique())


def test_a_sheet_of_an_authority_is_about_that_authority() -> None:
    pack = batch(WORK, clusters.PAGE, View(tier="utla"), AUTHORITIES)
    assert len(pack.items) == 153
    assert {item.page for item in pack.items} == {authorities.PAGE.address}
    names = WORK.tiers["utla"].names
    for item in pack.items[:3]:
        paper, area = paper_of(WORK, item, ""), dict(item.query)["area"]
        assert paper.panels[0].selected == area
        assert paper.title.startswith(f"{names[area]}, upper-tier authority: in ")
        assert paper.summary.startswith(f"{names[area]} is ")


def test_every_kind_of_authority_is_one_batch_the_296_districts_too() -> None:
    for tier, told in WORK.tiers.items():
        pack = batch(WORK, clusters.PAGE, View(tier=tier), AUTHORITIES)
        assert len(pack.items) == len(told.names)
        areas = [dict(item.query)["area"] for item in pack.items]
        assert sorted(areas) == sorted(told.names)
    assert len(WORK.tiers["lad"].names) == 296


def test_a_batch_that_would_be_too_long_or_that_a_page_has_not_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batches, "MOST_SHEETS", 295)
    with pytest.raises(PackError, match="would be 296 sheets, and 295 are made at once"):
        batch(WORK, clusters.PAGE, View(tier="lad"), AUTHORITIES)
    ours = "no sheet for each NHS region; it has one for each ICB by law and each leadership team."
    with pytest.raises(PackError, match=ours):
        batch(WORK, my_icb.PAGE, View(), REGIONS)
    with pytest.raises(PackError, match="it has none at all"):
        batch(WORK, BOARD_PAPERS, View(), REGIONS)
    assert kinds(BOARD_PAPERS) == {}


def test_three_hundred_sheets_are_made_at_once_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (one, *_) = batches.areas(WORK, clusters.PAGE, View(), REGIONS)
    monkeypatch.setattr(batches, "areas", lambda *_: [one] * 300)
    assert len(batches.batch(WORK, clusters.PAGE, View(), REGIONS).items) == 300
    monkeypatch.setattr(batches, "areas", lambda *_: [one] * 301)
    with pytest.raises(PackError, match="^That would be 301 sheets, and 300 are made at once. "):
        batches.batch(WORK, clusters.PAGE, View(), REGIONS)


def test_a_batch_of_a_region_has_the_areas_of_that_region_alone() -> None:
    pack = batch(WORK, clusters.PAGE, View(), FOOTPRINTS, "Midlands")
    named = [
        WORK.plans[View().plan].teams.by_id[dict(one.query)["area"]].name for one in pack.items
    ]
    assert len(named) == 5
    assert "Leicester, Leicestershire, Northamptonshire and Rutland" in named
    assert pack.title.endswith(": each footprint on the map in the Midlands")
    boroughs = batch(WORK, clusters.PAGE, View(tier="utla"), AUTHORITIES, "London")
    assert len(boroughs.items) == 33
    (one,) = batch(WORK, clusters.PAGE, View(), REGIONS, "London").items
    assert one.part == "London"


def test_a_batch_of_what_is_compared_has_the_areas_of_that_part_of_england() -> None:
    pack = batch(WORK, compare.PAGE, View(scope=("Midlands",)), FOOTPRINTS)
    assert len(pack.items) == 5
    assert len(batch(WORK, compare.PAGE, View(), FOOTPRINTS).items) == 25


def test_what_is_of_one_footprint_alone_leaves_a_batch_whole() -> None:
    pack = batch(WORK, clusters.PAGE, View(area="QJK"), FOOTPRINTS, SELECTED)
    assert len(pack.items) == 25
    assert pack.title.endswith(": each footprint on the map")
