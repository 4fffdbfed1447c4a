"""Flows: nobody is lost between plans, and the one looked for can be followed to the end."""

from __future__ import annotations

import json
from datetime import date

import pytest

from footprint.charts.flow import Flow
from footprint.content import flows
from footprint.content.flows import flow, flow_of, flow_table, since_last, ways
from footprint.facts.atlas import Atlas
from footprint.maps.layer import counted_in
from footprint.maps.marks import Mark
from footprint.pages import clusters
from footprint.papers.contents import paper
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.web.map import message
from tests.shared_workspace import WORK


@pytest.fixture
def told(toy: Atlas, today: Plan, cluster: Plan, divided: Plan) -> Flow:
    return flow([today, cluster, divided], toy.blocks, ("B-1",), {"birch"})


def test_every_stage_holds_everybody(told: Flow) -> None:
    assert [sum(node.people for node in stage.nodes) for stage in told.stages] == [2_100] * 3


def test_bands_leave_and_reach_every_bar_with_all_its_people(told: Flow) -> None:
    for number in (0, 1):
        bands = [band for band in told.bands if band.stage == number]
        for node in told.stages[number].nodes:
            assert sum(band.people for band in bands if band.source == node.id) == node.people
        for node in told.stages[number + 1].nodes:
            assert sum(band.people for band in bands if band.target == node.id) == node.people


def test_who_is_looked_for_is_traced_from_end_to_end(told: Flow) -> None:
    assert [(band.source, band.target) for band in told.bands if band.traced] == [
        ("W", "wm"),
        ("wm", "birch"),
    ]
    assert told.traced == (
        "April 2023: West",
        "September 2025: West and Middle",
        "April 2026: Birch and Middle",
    )


def test_only_what_leads_to_something_undecided_is_loose(told: Flow) -> None:
    loose = [(band.stage, band.target) for band in told.bands if not band.firm]
    assert set(loose) == {(1, "birch")}
    assert "What is dashed is not decided." in told.key


def test_those_who_go_the_same_way_stand_together(told: Flow) -> None:
    first = [node.id for node in told.stages[0].nodes]
    assert abs(first.index("W") - first.index("M")) == 1


def test_bars_stand_by_where_the_middle_of_their_people_is(toy: Atlas, make_plan) -> None:
    # Those of X lie together wherever they go: 10 people and 8, then the 80 of Y.
    people = [10, 80, 8, 1, 1, 1]
    blocks = toy.blocks.assign(residents_2024=people, nhs_region="North")
    plans = [make_plan(*"XYXZZZ"), make_plan(*"ABCDDD")]
    first, last = flow(plans, blocks).stages
    assert [node.id for node in first.nodes] == ["X", "Y", "Z"]
    assert [node.id for node in last.nodes] == ["A", "C", "B", "D"]


def test_a_block_stands_where_the_middle_of_its_people_is(toy: Atlas, make_plan) -> None:
    owners = flows._owners([make_plan(*"XYXZZZ")]).assign(
        people=[10, 80, 8, 2, 2, 2], region="North", block=toy.blocks.index
    )
    placed = flows._in_order(owners, 1)
    assert placed["place"].tolist() == [5, 14, 58, 99, 101, 103]


def test_the_table_has_a_row_for_each_way_and_everybody_in_it(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan
) -> None:
    table = flow_table([today, cluster, divided], toy.blocks)
    assert table.rows == (
        ("East", "East", "East", 1_100.0),
        ("Middle", "West and Middle", "Birch and Middle", 400.0),
        ("West", "West and Middle", "Birch and Middle", 200.0),
        ("West", "West and Middle", "West", 400.0),
    )


def test_the_published_plans_hold_all_of_england() -> None:
    told = flow_of(WORK)
    assert [len(stage.nodes) for stage in told.stages] == [42, 26, 36, 25, 26]
    assert {sum(node.people for node in stage.nodes) for stage in told.stages} == {58_620_101}
    assert sum(row[-1] for row in ways(WORK).rows) == 58_620_101
    assert not [node for stage in told.stages for node in stage.nodes if node.traced]


def test_a_step_says_what_changed_since_the_one_before() -> None:
    steps = {key: since_last(WORK, plan) for key, plan in WORK.plans.items() if plan.national}
    assert steps["icb-2023"] == ""
    assert steps["in-force-2026-10"].startswith("Since April 2026: ")
    assert steps["planned-2027-04"].startswith("Since October 2026: 36 statutory bodies become 26")
    assert since_last(WORK, WORK.plans["east-model-a"]) == ""


def test_a_step_outlines_what_it_changed_on_screen_and_on_paper_where_that_is_asked() -> None:
    asked = View(plan="in-force-2026-10", layer="teams", since="before")
    picture = clusters.content(WORK, asked).picture
    (shown,) = picture.maps
    changed = {area for area in shown.layer.changed_of_block if area}
    assert len(changed) == 1
    row = picture.key.legend[-1]
    assert (row.words, row.marks, row.count) == ("Changed since April 2026", Mark.CHANGED, 1)
    outlined = [
        code
        for code, number in zip(shown.area_of_block, shown.layer.changed_of_block, strict=True)
        if number
    ]
    plan = picture.plans[0]
    assert {plan.by_id[code].name for code in outlined} == {"South East and South West London"}
    assert json.loads(message(shown.layer, {}))["changed"] == list(shown.layer.changed_of_block)
    (panel,) = paper(WORK, picture, "", link="", day=date(2026, 11, 22)).panels
    assert panel.layer.changed_of_block == shown.layer.changed_of_block


def test_nothing_is_outlined_unasked_nor_at_the_first_step_nor_where_nothing_changed() -> None:
    views = (
        View(plan="in-force-2026-10"),
        View(plan="icb-2023", since="before"),
        View(plan="in-force-2026-10", layer="bodies", since="before"),
        View(plan="east-model-a", since="before"),
    )
    for view in views:
        (shown,) = clusters.content(WORK, view).picture.maps
        assert not shown.layer.changed_of_block


def test_a_part_of_england_counts_only_what_changed_in_it() -> None:
    asked = View(plan="in-force-2026-10", layer="teams", since="before")
    layer = clusters.content(WORK, asked).picture.key
    inside = [block for block, number in enumerate(layer.changed_of_block) if number]
    outside = [block for block, number in enumerate(layer.changed_of_block) if not number]
    assert Mark.CHANGED in [row.marks for row in counted_in(layer, inside).legend]
    assert Mark.CHANGED not in [row.marks for row in counted_in(layer, outside).legend]


def test_a_part_of_england_has_the_flow_of_its_own_people_alone() -> None:
    picture = clusters.content(WORK, View(plan="in-force-2026-10", layer="teams")).picture
    told = paper(WORK, picture, "London", link="", day=date(2026, 11, 22))
    (chart,) = told.charts
    assert isinstance(chart, Flow)
    assert chart.heading == "From the ICBs of 2023 to what is asked for, in London"
    people = WORK.atlas.blocks.groupby("nhs_region")["residents_2024"].sum()["London"]
    for stage in chart.stages:
        assert sum(node.people for node in stage.nodes) == people
        assert stage.count.startswith(f"{len(stage.nodes)} of ")
        assert all("London" in node.name for node in stage.nodes)
    assert not any(node.traced for stage in chart.stages for node in stage.nodes)
    # As many as the title of the sheet says on the day that it says, in its words.
    assert {stage.when: stage.count for stage in chart.stages} == {
        "April 2023": "5 of 42 ICBs",
        "September 2025": "4 of 26 leadership teams",
        "April 2026": "4 of 36 ICBs",
        "October 2026": "3 of 25 leadership teams",
        "April 2027": "4 of 26 ICBs",
    }
    assert told.title.endswith("3 of 25 leadership teams (October 2026)")
    assert "South East and South West London" in [node.name for node in chart.stages[3].nodes]


def test_those_who_are_ever_under_one_footprint_are_next_to_each_other_throughout() -> None:
    picture = clusters.content(WORK, View(plan="in-force-2026-10", layer="teams")).picture
    (chart,) = paper(WORK, picture, "London", link="", day=date(2026, 11, 22)).charts
    for stage in chart.stages:
        if stage.when != "October 2026":
            names = [node.name for node in stage.nodes]
            apart = names.index("South East London") - names.index("South West London")
            assert abs(apart) == 1, stage.when


def test_a_footprint_has_the_flow_of_its_own_people_and_says_what_they_are_part_of() -> None:
    plan = WORK.plans["merged-2026-04"]
    (code,) = (one.id for one in plan.footprints if one.name == "Surrey and Sussex")
    view = View(plan="merged-2026-04", area=code)
    picture = clusters.content(WORK, view).picture
    told = paper(WORK, picture, "selected", link="", day=date(2026, 11, 22))
    (chart,) = told.charts
    assert chart.part and chart.title.endswith(", in Surrey and Sussex")
    first, *others = chart.stages
    assert [node.name for node in first.nodes] == ["Frimley (part)", "Sussex", "Surrey Heartlands"]
    assert {node.name for stage in others for node in stage.nodes} == {"Surrey and Sussex"}
    assert {stage.when: stage.count for stage in others}["April 2026"] == "1 of 36 ICBs"
    people = WORK.atlas.blocks.loc[plan.blocks_of(code), "residents_2024"].sum()
    for stage in chart.stages:
        assert sum(node.people for node in stage.nodes) == people
