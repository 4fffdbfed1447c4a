"""Differences between scorecards: what is fewer, what is a smaller share, and what is unknown."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest

from footprint.criteria import differences
from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import BY_KEY
from footprint.criteria.differences import Side
from footprint.measures.catalogue import BY_KEY as BY_MEASURE
from footprint.plans.scope import Scope
from footprint.plans.tiers import tiers
from tests.plans.test_comparison import side


def judged(one: Side, criterion: str, *verdicts: str) -> Side:
    """The same side with these verdicts on one criterion."""
    rows = [(criterion, footprint) for footprint in one.figures.index]
    card = pd.DataFrame(rows, columns=["criterion", "footprint"]).head(len(verdicts))
    return replace(one, card=card.assign(verdict=list(verdicts), reason=""))


@pytest.fixture
def line(toy, today):
    """A function that gives a criterion's line from the verdicts of two sides."""
    one = side(toy, today)

    def run(first, second):
        sides = [judged(one, "people", *first.split()), judged(one, "people", *second.split())]
        fixed = [
            replace(each, card=each.card.replace({"verdict": {"no": "no figure"}}))
            for each in sides
        ]
        return differences._criterion(fixed, BY_KEY["people"], Thresholds())

    return run


@pytest.mark.parametrize(
    ("first", "second", "said", "difference", "direction"),
    [
        ("misses misses meets", "misses meets meets", "1 of 3 misses", "−1", "better"),
        ("misses meets meets", "misses misses meets", "2 of 3 miss", "+1", "worse"),
        ("misses meets meets", "misses meets meets", "1 of 3 misses", "0", "the same"),
        (
            "misses meets meets",
            "misses meets no",
            "1 of 2 misses, 1 without a figure",
            "no figure",
            "not known",
        ),
        (
            "misses misses meets",
            "misses no no",
            "1 of 1 misses, 2 without a figure",
            "no figure",
            "not known",
        ),
        ("misses meets no", "meets meets no", "0 of 2 miss, 1 without a figure", "−1", "better"),
        ("misses meets meets", "no no no", "no figure", "no figure", "not known"),
        ("no no no", "misses meets meets", "1 of 3 misses", "no figure", "not known"),
    ],
)
def test_misses_are_counted_of_those_judged(line, first, second, said, difference, direction):
    found = line(first, second)
    assert found.said[1] == said
    assert tuple(map(str, found.differences)) == (difference,)
    assert found.directions == (direction,)


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ("misses meets meets", "1 of 3 has other borders, 2 share their borders"),
        ("misses misses meets", "2 of 3 have other borders, 1 shares its borders"),
        ("misses inside none", "1 of 3 has other borders, 1 inside one, 1 with none here"),
    ],
)
def test_all_verdicts_on_strategic_authorities_add_up(toy, today, verdicts, said):
    words = {"inside": "lies inside one", "none": "none here"}
    told = [words.get(one, one) for one in verdicts.split()]
    sides = [judged(side(toy, today), "strategic", *told)] * 2
    assert differences._criterion(sides, BY_KEY["strategic"], Thresholds()).said[0] == said


def test_sizes_are_those_of_the_footprints_in_scope(toy, today):
    whole, part = (
        side(toy, today),
        side(toy, today, Scope("part", frozenset({"B-3", "C-4", "D-4"}))),
    )
    sizes = differences.size_lines([whole, part], 500)
    lines = {one.label: tuple(map(str, one.said)) for one in sizes}
    assert lines["Statutory bodies"] == lines["Leadership teams"] == ("3", "2")
    assert lines["Smallest footprint, residents"] == ("400", "400")
    assert lines["Largest footprint, residents"] == ("1,100", "1,100")
    assert lines["Footprints with fewer than 500 people"] == ("1", "1")


def test_exactly_the_least_is_not_fewer(toy, today):
    lines = differences.size_lines([side(toy, today), side(toy, today)], 400)
    few = next(one for one in lines if one.label.startswith("Footprints with fewer"))
    assert tuple(map(str, few.said)) == ("0", "0")


def test_a_measure_is_said_by_its_middle_and_its_ends(toy, today, cluster):
    lines = differences.measure_lines([side(toy, today), side(toy, cluster)])
    density = next(one for one in lines if one.label == "People per km²")
    assert list(map(str, density.said)) == ["4 (from 2 to 6)", "4 (from 2 to 6)"]
    cost = next(one for one in lines if one.label == BY_MEASURE["published_cost"].label)
    assert str(cost.said[0]).startswith("£0.0m (from £0.0m to £0.0m)")


def test_a_measure_nobody_has_is_no_figure():
    values = pd.Series([math.nan, math.nan])
    assert differences._range(values, BY_MEASURE["residents"].unit) == "no figure"
    one = differences._range(pd.Series([1.0, math.nan]), BY_MEASURE["residents"].unit)
    assert (one.value, str(one)) == (1.0, "1 (from 1 to 1)")
    below = differences._range(pd.Series([-5e6, -1e6]), BY_MEASURE["envelope"].unit)
    assert str(below) == "−£3.0m (from −£5.0m to −£1.0m)"


def test_only_authorities_with_people_in_scope_count(toy, today):
    lad = tiers(toy)["lad"]
    part = side(toy, today, Scope("part", frozenset({"A-1", "C-4"})))
    assert list(part.splits(lad).index) == ["A", "C"]
    (line,) = differences.split_lines([side(toy, today), part], [lad])
    assert line.said == ("1 of 4", "0 of 2")
    assert line.directions == ("better",)


def test_a_direction_is_marked_and_any_other_word_is_left():
    assert differences.marked("worse") == "✗ worse"
    assert differences.marked("not known") == "not known"


def test_people_who_move_are_said_for_every_plan_but_the_first():
    line = differences.moving_line("A", [1_200, 0])
    assert line.label == "People who move from A"
    assert tuple(map(str, line.said)) == ("", "1,200", "0")
    assert len(line.differences) == len(line.directions) == 2
