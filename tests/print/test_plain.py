"""Plain maps: what is left out is gone, and the rest is as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.ink.blocks import legend
from footprint.maps.palette import WHOLE_FILL
from footprint.papers.paper import PICTURES
from footprint.print.plain import LEFT_OUT, LEGEND, SOURCES, thinned, without
from tests import paper_samples

PAPER = paper_samples.membership()


@pytest.mark.parametrize(
    ("left_out", "legend", "attribution"),
    [((), True, True), ((LEGEND,), False, True), ((SOURCES,), True, False),
     (tuple(LEFT_OUT), False, False)],
)  # fmt: skip
def test_only_what_is_to_go_goes(
    left_out: tuple[str, ...], legend: bool, attribution: bool
) -> None:
    plain = without(PAPER, left_out)
    assert (bool(plain.key.legend), bool(plain.key.legend_title)) == (legend, legend)
    assert bool(plain.key.attribution) == attribution
    assert plain.sources == ()
    assert plain.panels == PAPER.panels


@pytest.mark.parametrize("sample", ["membership", "authorities", "east"])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_of_several_maps_of_england_all_areas_are_named_or_none_is(sample: str, count: int) -> None:
    paper = getattr(paper_samples, sample)()
    told = replace(paper, panels=paper.panels[:1] * count)
    plain = without(told, ())
    named = [
        [area.labelled for area in panel.layer.areas] + [bool(panel.layer.footprint_names)]
        for panel in plain.panels
    ]
    # A part has room for the names of its own few areas, or for their numbers.
    if count == 1 or told.scope:
        assert plain.panels == told.panels and any(map(any, named))
    else:
        assert not any(map(any, named))
    swatches = [line.swatch for line in legend(plain, 80, 9) if line.swatch]
    assert swatches == list(told.key.legend)
    assert [one.heading for one in plain.panels] == [one.heading for one in told.panels]


@pytest.mark.parametrize(
    ("size", "room"), [("map-half-page", False), ("map-square", False), ("map-slide", True)]
)
def test_whole_authorities_go_unnamed_where_a_picture_is_too_small_for_all(
    size: str, room: bool
) -> None:
    paper = paper_samples.authorities()
    (panel,) = paper.panels
    split_first = sorted(panel.layer.areas, key=lambda area: area.fill == WHOLE_FILL)
    areas = tuple(replace(area, labelled=bool(area.id)) for area in split_first[:39])
    crowded = replace(paper, panels=(replace(panel, layer=replace(panel.layer, areas=areas)),))
    (made,) = thinned(crowded, PICTURES[size]).panels
    assert made.layer.footprint_names == panel.layer.footprint_names
    named = [area for area in made.layer.areas if area.labelled]
    assert (WHOLE_FILL in {area.fill for area in named}) == room
    split = [area for area in areas if area.labelled and area.fill != WHOLE_FILL]
    assert split and [area for area in named if area.fill != WHOLE_FILL] == split


def test_nobody_is_thinned_out_where_footprints_are_the_areas_or_there_is_room() -> None:
    for paper in (paper_samples.membership(), paper_samples.authorities(), paper_samples.east()):
        assert thinned(paper, PICTURES["map-slide"]) == paper
    assert thinned(PAPER, PICTURES["map-half-page"]) == PAPER
