"""Verdicts and membership on a map: what a plan drew itself, and what it only borrows."""

from __future__ import annotations

import pytest

from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import BY_KEY, case_for, scorecard
from footprint.maps.marks import Mark
from footprint.maps.membership import membership
from footprint.maps.palette import MEETS_FILL, MISSES_FILL, NO_FIGURE_FILL, OUT_OF_SCOPE_FILL
from footprint.maps.verdicts import _wrapped, verdict_layer
from footprint.plans.plan import complete

TOY = Thresholds(least=600, trusts=1, cap=40.0)


@pytest.fixture
def judged(toy):
    """A function that draws the verdicts of one criterion on a plan."""

    def run(plan, criterion):
        case = case_for(toy, plan, TOY)
        return verdict_layer(case, scorecard(case), BY_KEY[criterion])

    return run


def joined(plan):
    colours = {one: f"#{place}{place}{place}" for place, one in enumerate(plan.by_id)}
    return membership(plan, colours, dict.fromkeys(plan.by_id, "some"), summary="Said.")


def test_a_verdict_has_its_fill_its_mark_and_its_reason(judged, today):
    layer = judged(today, "people")
    west, middle, _ = layer.areas
    assert (west.fill, west.marks, west.value) == (MEETS_FILL, Mark.NONE, "")
    assert west.tooltip == (
        "ICB",
        "Meets: At least 600 people",
        "600 residents: 600 or more, but less than the guideline of 2,000,000.",
    )
    assert (middle.fill, middle.marks, middle.value) == (MISSES_FILL, Mark.MISSES, "Misses")
    assert [(row.words, row.fill, row.marks, row.count) for row in layer.legend] == [
        ("Meets", MEETS_FILL, Mark.NONE, 2),
        ("Misses", MISSES_FILL, Mark.MISSES, 1),
    ]
    assert layer.title == "At least 600 people: The plan icb-2023"


def test_where_there_is_no_figure_it_is_said(judged, today):
    layer = judged(today, "cap")
    assert [area.value for area in layer.areas] == ["Misses", "No figure", "No figure"]
    assert layer.areas[1].fill == NO_FIGURE_FILL
    assert [row.words for row in layer.legend] == ["Misses", "No figure"]


def test_a_clusters_boundaries_stay_whatever_the_verdict(judged, cluster):
    both, _ = judged(cluster, "people").areas
    assert both.marks == Mark.STILL_IN_FORCE
    missing, _ = judged(cluster, "cap").areas
    assert missing.marks == Mark.STILL_IN_FORCE | Mark.MISSES


def test_what_a_regional_plan_borrows_is_grey_without_a_name_and_counted_apart(
    judged, island, today
):
    layer = judged(complete(island, today), "people")
    assert [area.labelled for area in layer.areas] == [True, False, False, False]
    assert [area.fill for area in layer.areas] == [MEETS_FILL, *[OUT_OF_SCOPE_FILL] * 3]
    assert [area.marks for area in layer.areas] == [Mark.NONE] * 4
    assert [(row.words, row.count) for row in layer.legend] == [
        ("Meets", 1),
        ("Outside this option", 3),
    ]


def test_a_long_reason_is_cut_into_lines_and_after_four_of_them():
    four, five = _wrapped("word " * 60), _wrapped("word " * 61)
    assert _wrapped("short enough") == ["short enough"]
    assert [len(line.split()) for line in four] == [15, 15, 15, 15]
    assert five == [*four[:3], f"{four[3]} …"]


def test_members_are_marked_by_kind_and_counted_by_it(cluster, divided):
    layer = joined(cluster)
    both, east = layer.areas
    assert (both.fill, both.marks) == ("#000", Mark.STILL_IN_FORCE)
    assert (east.fill, east.marks) == ("#111", Mark.NONE)
    assert both.tooltip == ("Cluster", "some")
    assert [(row.words.split(":")[0], row.count) for row in layer.legend] == [
        ("ICB on its own", 1),
        ("Cluster", 1),
    ]
    assert joined(divided).areas[1].marks == Mark.MERGED


def test_members_that_are_only_borrowed_are_grey_and_nameless(island, today):
    layer = joined(complete(island, today))
    assert [area.labelled for area in layer.areas] == [True, False, False, False]
    assert layer.areas[0].fill == "#000"
    assert {area.fill for area in layer.areas[1:]} == {OUT_OF_SCOPE_FILL}
    assert [(row.words.split(":")[0], row.count) for row in layer.legend] == [
        ("ICB with less area", 1),
        ("Outside this option", 3),
    ]
    assert layer.area_of_block == (1, 1, 1, 2, 3, 0)
