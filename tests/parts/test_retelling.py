"""Retelling: what is taken away of a part of England speaks of that part, and of no other."""

from __future__ import annotations

import json
import math
from datetime import date

import pandas as pd
import pytest

from footprint.content.values import Page
from footprint.export.gis import geojson
from footprint.maps.palette import OUT_OF_SCOPE_FILL
from footprint.measures.catalogue import BY_KEY
from footprint.pages import authorities, clusters, compare, criteria, money
from footprint.papers import contents
from footprint.papers.contents import ALONE, OWN, SELECTED
from footprint.papers.paper import Paper, file_stem
from footprint.parts.retelling import (
    footprint_sentence,
    of_part,
    part_figure,
    retold_of_one,
    titled_in,
)
from footprint.plans.scope import EVERYWHERE, Scope, footprint_scope, inside
from footprint.view import View
from footprint.workspace.scopes import footprint_code, part, parts_of_england, scope
from tests.paper_samples import AGREED
from tests.shared_workspace import WORK

DAY = date(2026, 11, 22)
REGIONS = tuple(contents.regions(WORK))
TODAY = View(plan=AGREED, other="icb-2023")
PAGES = (clusters.PAGE, money.PAGE, criteria.PAGE, authorities.PAGE, compare.PAGE)
FOOTPRINTS = ("QRL", "QE1", "QMM", "QK1", "E06000053")


def paper(page: Page, view: View, of: str) -> Paper:
    return contents.paper(WORK, page.content(WORK, view).picture, of, link="", day=DAY)


def people_of(blocks: frozenset[str]) -> int:
    return int(WORK.atlas.blocks.loc[sorted(blocks), "residents_2024"].sum())


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.label)
def test_a_region_is_named_and_its_footprints_are_all_that_is_told(page: Page, region: str) -> None:
    made, within = paper(page, TODAY, region), parts_of_england(WORK)[region]
    plan = page.content(WORK, TODAY).picture.plans[-1]
    mine = inside(plan, within.blocks)
    assert region in made.title
    assert file_stem(region) in made.stem
    assert [name for name, _ in made.lists] == sorted(plan.by_id[one].name for one in mine)
    others = {area.name for area in plan.footprints} - {name for name, _ in made.lists}
    said = [made.summary, *(words for pair in made.figures for words in pair)]
    assert [name for name in others if any(name in words for words in said)] == []
    assert made.scope == within.positions(plan)


@pytest.mark.parametrize("region", REGIONS)
def test_the_people_of_a_region_are_those_of_its_blocks(region: str) -> None:
    made, within = paper(clusters.PAGE, TODAY, region), parts_of_england(WORK)[region]
    assert dict(made.figures)[f"Residents: {region}"] == f"{people_of(within.blocks):,}"
    plan = clusters.content(WORK, TODAY).plan
    assert sorted(made.table.codes) == sorted(inside(plan, within.blocks))


@pytest.mark.parametrize("code", FOOTPRINTS)
def test_a_footprint_is_told_alone_with_its_place_among_all(code: str) -> None:
    view = TODAY.with_(area=code, measure="residents")
    picture = clusters.content(WORK, view).picture
    (plan,), chosen = picture.plans, picture.selected
    name, people = plan.by_id[chosen].name, people_of(frozenset(plan.blocks_of(chosen)))
    made = paper(clusters.PAGE, view, SELECTED)
    assert name in made.title
    assert file_stem(name) in made.stem
    assert f"Residents: {people:,}" in made.summary
    assert dict(made.figures)["Residents"] == f"{people:,}"
    assert made.table.codes == (chosen,)
    assert [one for one, _ in made.lists] == [name]


def test_a_footprint_compared_is_told_of_its_own_land() -> None:
    view = TODAY.with_(area="QRL")
    made = paper(compare.PAGE, view, SELECTED)
    assert made.title.endswith(", in Hampshire and Isle of Wight")
    assert made.summary.startswith("In Hampshire and Isle of Wight: ")
    assert "Leicester" not in made.summary


def test_authorities_of_a_region_are_all_that_have_land_in_it() -> None:
    districts = WORK.atlas.blocks.groupby("nhs_region")["lad"].nunique()
    said = {
        region: int(dict(paper(authorities.PAGE, TODAY, region).figures)["Districts"])
        for region in REGIONS
    }
    assert said == districts.to_dict()


def test_an_authority_is_told_alone() -> None:
    view = TODAY.with_(tier="utla", area="E06000060")
    made = paper(authorities.PAGE, view, ALONE)
    assert made.title == (
        "Buckinghamshire, upper-tier authority: in 2 of 26 leadership teams (September 2025)"
    )
    assert made.subtitle.startswith("Split, ")
    assert made.summary.startswith("Buckinghamshire is split: 98.7% of its residents are in ")
    assert dict(made.figures)["Residents, mid-2022"] == "560,409"
    assert [str(people) for _, people, _ in made.table.rows] == ["553,149", "7,260"]
    assert len(made.lists) == 2
    (one,) = json.loads(geojson(made, WORK.shapes))["features"]
    assert one["properties"]["name"] == "Buckinghamshire"
    assert {row.words: row.count for row in made.key.legend}["Outside Buckinghamshire"] == 152


def test_a_body_counts_every_footprint_that_any_of_its_people_live_in() -> None:
    view = View(tier="ambulance", area="RX7")
    made = paper(authorities.PAGE, view, ALONE)
    assert made.title.startswith("North West Ambulance Service NHS Trust: in 5 of 25 ")
    assert dict(made.figures)["Footprints"] == "5"
    assert made.subtitle.startswith("Works with more than one footprint; ")


def test_a_view_without_an_authority_has_none_to_tell_alone() -> None:
    parts = contents.parts(WORK, authorities.content(WORK, TODAY).picture)
    assert ALONE not in parts


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.label)
def test_what_lies_outside_a_part_is_pale_and_the_legend_says_so(page: Page) -> None:
    made = paper(page, TODAY, "London")
    for panel in made.panels:
        areas = panel.layer.areas
        here = {panel.layer.area_of_block[block] for block in made.scope}
        outside = [area for place, area in enumerate(areas) if place not in here and area.id]
        assert outside
        assert {area.fill for area in outside} == {OUT_OF_SCOPE_FILL}
        assert not any(area.value for area in outside)
    assert any(row.words == "Outside London" for row in made.key.legend)


@pytest.mark.parametrize("tier", ["lad", "utla", "police", "sa"])
@pytest.mark.parametrize("of", ["London", "South West", "QRL"])
def test_those_in_a_part_and_those_outside_are_all_there_are(tier: str, of: str) -> None:
    made = paper(authorities.PAGE, TODAY.with_(tier=tier), of)
    counts = {row.words: row.count for row in made.key.legend}
    nobody = counts.pop(f"No {WORK.tiers[tier].one}", 0)
    assert nobody in (0, 1)
    assert sum(counts.values()) == len(WORK.tiers[tier].names)


def test_the_areas_of_a_part_are_all_that_a_map_file_holds() -> None:
    made = paper(clusters.PAGE, TODAY.with_(area="QRL"), SELECTED)
    (one,) = json.loads(geojson(made, WORK.shapes))["features"]
    assert one["properties"]["name"] == "Hampshire and Isle of Wight"


def test_a_regional_plan_is_told_of_its_region() -> None:
    made = paper(clusters.PAGE, View(plan="east-model-a", measure="residents"), OWN)
    people = people_of(parts_of_england(WORK)["East of England"].blocks)
    assert f"The East of England in all: {people:,}." in made.summary


def test_a_title_names_the_part_before_the_plan_and_only_once() -> None:
    london, east = Scope("London", frozenset("a")), Scope("the East of England", frozenset("b"))
    assert titled_in("Residents: 42 ICBs", london) == "Residents in London: 42 ICBs"
    assert titled_in("Cost, £: 42 ICBs", east) == "Cost, £, in the East of England: 42 ICBs"
    assert titled_in("East of England model A", east) == "East of England model A"
    assert titled_in("My drawing", london) == "My drawing, in London"
    assert titled_in("Residents: 42 ICBs", Scope(EVERYWHERE, frozenset())) == "Residents: 42 ICBs"


def test_a_footprint_of_any_plan_is_a_part_of_england() -> None:
    plan = clusters.content(WORK, TODAY).plan
    code = footprint_code(plan, plan.footprints[0].id)
    assert part(WORK, code, "icb-2023") == footprint_scope(plan, plan.footprints[0].id)
    assert scope(WORK, (plan.key,), "icb-2023", (code,)).name == plan.footprints[0].name


@pytest.mark.parametrize("measure", ["residents", "density", "imd", "running_cost_allowance"])
def test_all_blocks_together_come_to_what_england_does(measure: str) -> None:
    every = part_figure(WORK.atlas, range(327), BY_KEY[measure])
    assert every == pytest.approx(WORK.england[measure])


def test_a_figure_of_some_blocks_is_of_those_alone() -> None:
    people = WORK.atlas.blocks["residents_2024"]
    assert part_figure(WORK.atlas, [0, 5], BY_KEY["residents"]) == people.iloc[[0, 5]].sum()


@pytest.mark.parametrize("page", PAGES[:4], ids=lambda page: page.label)
def test_a_title_and_its_second_line_count_the_part_among_the_plan(page: Page) -> None:
    made, whole = paper(page, TODAY, "London"), paper(page, TODAY, contents.WHOLE)
    lies = "under " if page.label == "Local authorities" else ""
    assert f": {lies}4 of 26 leadership teams" in made.title
    assert made.subtitle == "4 of the 26 leadership teams cover London."
    assert whole.subtitle in made.every_note[-2]
    assert whole.title.endswith(": 26 leadership teams (September 2025)")


def test_whose_figures_they_are_is_said_of_a_part_as_of_the_whole() -> None:
    asked = TODAY.with_(cap=20.0)
    assumed = "By assumptions somebody typed, not by published figures."
    whole, part = (paper(money.PAGE, asked, one).subtitle for one in (contents.WHOLE, "London"))
    assert whole == f"{money.content(WORK, asked).plan.summary} {assumed}"
    assert part == f"4 of the 26 leadership teams cover London. {assumed}"


def test_a_second_line_says_what_reaches_beyond_the_part_and_when_it_is_one_footprint() -> None:
    wide = clusters.PAGE, View(plan="icb-2023")
    assert paper(*wide, "South East").subtitle == "6 of the 42 ICBs cover the South East."
    plan = clusters.content(WORK, wide[1]).plan
    land = frozenset(plan.blocks_of("QE1")[:1])
    told = of_part(wide[0].content(WORK, wide[1]).picture, Scope("Reading", land))
    assert told.subtitle.startswith("1 of the 42 ICBs covers Reading; ")
    assert told.subtitle.endswith(" reaches beyond it.")
    own = paper(clusters.PAGE, wide[1].with_(area="QRL"), SELECTED)
    assert own.subtitle == "Hampshire and Isle of Wight is one of the 42 ICBs."


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.label)
def test_a_legend_of_a_part_has_no_row_that_nothing_there_has(page: Page) -> None:
    for view in (TODAY, TODAY.with_(measure="residents")):
        legend = paper(page, view, "London").key.legend
        assert legend
        assert [row.words for row in legend if not row.count] == []


def test_one_footprint_is_told_by_its_place_among_all() -> None:
    plan, measure = WORK.plans["icb-2023"], BY_KEY["imd"]
    codes = list(plan.by_id)[:4]
    values = pd.Series([30.0, 10.0, 20.0, math.nan], index=codes)
    ends = [footprint_sentence(plan, measure, values, code).split(": ")[-1] for code in codes]
    assert ends == [
        "30.0, the highest of 3 ICBs.",
        "10.0, the lowest of 3 ICBs.",
        "20.0, the 2nd highest of 3 ICBs.",
        "no figure.",
    ]
    tied = values.mask(values == 20, 10.0)
    assert ", the 2nd highest of 3 " in footprint_sentence(plan, measure, tied, codes[1])


def test_another_footprint_than_the_chosen_one_is_told_with_figures_of_its_own() -> None:
    told = clusters.content(WORK, View(plan="icb-2023", measure="residents", area="QRL")).picture
    other = retold_of_one(WORK, told, "QE1")
    name = told.plans[-1].by_id["QE1"].name
    assert retold_of_one(WORK, told, "QRL").figures == told.figures
    assert other.figures != told.figures
    assert name in other.title and other.summary.startswith(f"{name}: ")
    assert list(other.table.codes) == ["QE1"]
    assert told.measures[0].unit.text(told.values["QE1"]) in [text for _, text in other.figures]
