"""Frames: footprints are named over authorities, and no such name stands for an authority's."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
import shapely

from footprint.ink.blocks import legend
from footprint.ink.pages import polygon
from footprint.papers.paper import SHEETS
from footprint.print import sheet as print_map
from footprint.print.plots import Plot
from tests.paper_samples import WORK, authorities, membership

PAPER = authorities()
LAYER = PAPER.panels[0].layer


@pytest.fixture(scope="module")
def plots() -> list[Plot]:
    _, (plot,) = print_map.placed(PAPER, SHEETS["a4-landscape"], WORK.shapes)
    return [plot, plot.inset]


def test_every_footprint_is_named_once_on_a_map_of_authorities(plots: list[Plot]) -> None:
    named = [one.name.words for plot in plots for one in plot.labels if one.name.frame]
    assert sorted(named) == sorted(LAYER.footprint_names)
    assert len(named) == 26


def test_no_name_stands_on_another_and_no_leaders_cross(plots: list[Plot]) -> None:
    for plot in plots:
        for one, other in combinations(plot.labels, 2):
            assert not one.box.meets(other.box)
            if one.leader and other.leader:
                lines = shapely.LineString(one.leader), shapely.LineString(other.leader)
                assert not lines[0].crosses(lines[1])


def test_a_footprints_name_keeps_off_authorities_that_are_named(plots: list[Plot]) -> None:
    split = [shape for n, shape in plots[0].shapes.items() if LAYER.areas[n].labelled]
    for label in plots[0].labels:
        if label.name.frame and not label.leader and not label.plate:
            taken = shapely.intersection(polygon(label.box), shapely.union_all(split)).area
            assert taken < 0.1 * polygon(label.box).area


def test_a_legend_says_whose_names_are_bold_where_footprints_are_named() -> None:
    assert [line.left for line in legend(PAPER, 80, 9)].count("Abc") == 1
    assert all(not line.left for line in legend(membership(), 80, 9))


def test_a_part_must_name_the_footprints_it_has_alone() -> None:
    here = tuple(n for n, one in enumerate(LAYER.footprint_of_block) if one in (2, 5))
    _, (plot,) = print_map.placed(replace(PAPER, scope=here), SHEETS["a4-landscape"], WORK.shapes)
    must = {one.name.words for one in plot.labels if one.name.frame and one.name.must}
    assert must == {LAYER.footprint_names[2], LAYER.footprint_names[5]}


def test_the_authorities_of_a_part_are_named_or_numbered_and_none_beside_it() -> None:
    london = {n for n, words in enumerate(LAYER.footprint_names) if "London" in words}
    here = tuple(n for n, one in enumerate(LAYER.footprint_of_block) if one in london)
    _, (plot,) = print_map.placed(replace(PAPER, scope=here), SHEETS["a4-landscape"], WORK.shapes)
    own = {LAYER.area_of_block[n] for n in here}
    named = [one for one in plot.labels if not one.name.frame]
    assert {one.name.area for one in named} == {n for n in own if LAYER.areas[n].id}
    also = [one for one in named if not LAYER.areas[one.name.area].labelled and not one.number]
    assert len(also) > 15
    for label in also:
        assert label.size <= 8 and not label.leader
        assert plot.shapes[label.name.area].buffer(0.5).contains(polygon(label.box))
    for one, other in combinations(plot.labels, 2):
        assert not one.box.meets(other.box)
