"""Lasting: a footprint whose name lives on is not gone, whatever its id."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.options import lasting
from footprint.options import option as options
from footprint.options.option import begin


@pytest.fixture(scope="module")
def begun(today):
    return begin(today, "icb-2023")


def named_anew(option, ids):
    """The plan of an option with other ids for the same names."""
    drawn = option.plan.assigned
    footprints = tuple(replace(one, id=ids[one.id]) for one in drawn.footprints)
    pairs = tuple((block, ids[owner]) for block, owner in drawn.pairs)
    return options.with_drawn(option, replace(drawn, footprints=footprints, pairs=pairs)).plan


def test_a_footprint_without_any_area_is_told_with_where_its_area_went(begun):
    merged = options.move(begun, begun.plan.blocks_of("M"), "W").plan
    west, middle = (begun.plan.by_id[one].name for one in "WM")
    assert lasting.emptied(begun.plan, merged) == [
        f"“{middle}” has no area left: all of it is in {west}."
    ]
    assert lasting.emptied(merged, begun.plan) == []
    shared = options.move(options.move(begun, ["A-1"], "M"), ["A-2", "B-1"], "E").plan
    assert lasting.emptied(begun.plan, shared) == [
        f"“{west}” has no area left: it is now part of East and {middle}."
    ]


@pytest.mark.parametrize("ids", [{"W": "1", "M": "2", "E": "3"}, {"W": "M", "M": "E", "E": "W"}])
def test_nothing_is_said_of_a_name_that_goes_on_with_all_of_its_area(begun, ids):
    again = named_anew(begun, ids)
    assert lasting.earlier(begun.plan, again) == {new: old for old, new in ids.items()}
    assert lasting.emptied(begun.plan, again) == lasting.divided(begun.plan, again) == []


def test_a_name_that_goes_on_with_less_is_divided_and_not_gone(begun):
    less = options.move(begun, ["A-1"], "E")
    again = named_anew(less, {"W": "1", "M": "2", "E": "3"})
    assert lasting.emptied(begun.plan, again) == []
    assert lasting.divided(begun.plan, again) == [
        "“West” keeps a part of its area; the rest is now part of East."
    ]
    assert lasting.divided(begun.plan, less.plan) == []


def test_a_name_that_goes_on_elsewhere_is_said_to_be_another_area(begun):
    swapped = options.rename(options.rename(begun, "W", "Other"), "M", "West")
    again = named_anew(swapped, {"W": "1", "M": "2", "E": "3"})
    assert lasting.divided(begun.plan, again) == [
        "“West” is another area now; what it was is now part of Other."
    ]


def test_a_footprint_that_is_only_renamed_is_the_same(begun):
    renamed = options.rename(begun, "W", "Far West").plan
    assert lasting.earlier(begun.plan, renamed)["W"] == "W"
    assert lasting.emptied(begun.plan, renamed) == []
