"""Marks: where hatches and dots run, how long a scale bar is, and which ink can be read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from footprint.ink import marks
from footprint.ink.marks import (
    Paint,
    bar_room,
    ink_on,
    lightness,
    paints,
    patterns_of,
    scale_and_north,
)
from footprint.ink.pages import Page
from footprint.ink.vectors import Filled, Framed, Lined, Written
from footprint.ink.words import width
from footprint.maps.layer import Area, LegendRow
from footprint.maps.marks import Mark
from footprint.maps.palette import (
    BLACK_INK,
    INK,
    NO_FIGURE_FILL,
    OUT_OF_SCOPE_FILL,
    PAPER,
    QUALITATIVE,
    QUALITATIVE_GREYS,
    SEQUENTIAL,
)
from footprint.papers.box import Box
from tests.paper_samples import envelope

SQUARE = shapely.box(10, -30, 20, -20)
NOTHING = shapely.Polygon()


def lines(name: str, spared: shapely.Geometry = NOTHING) -> tuple[Lined, list[np.ndarray]]:
    page = Page(60, 40)
    marks.draw_patterns(page, SQUARE, [name], fill=PAPER, spared=spared, clip=Box(0, 0, 60, 40))
    (drawn,) = page.figure.vectors
    return drawn, list(drawn.lines)


def test_a_hatch_runs_upwards_with_17_tenths_of_a_millimetre_between_its_lines() -> None:
    drawn, found = lines("hatch")
    assert drawn.weight == 0.6 and not drawn.dashed
    slopes = [np.subtract(line[-1], line[0]) for line in found]
    assert all(rise == pytest.approx(run) for run, rise in slopes)
    across = sorted(line[0][0] - line[0][1] for line in found)
    assert np.diff(across) == pytest.approx(1.7 * 2**0.5)
    assert len(found) == 9


def test_what_is_out_of_scope_is_crossed_both_ways_in_thin_lines() -> None:
    drawn, found = lines("crossed")
    assert drawn.weight == 0.2
    slopes = {round(float(np.divide(*np.subtract(line[-1], line[0])))) for line in found}
    assert slopes == {1, -1}


@pytest.mark.parametrize(("name", "along"), [("upright", 0), ("level", 1)])
def test_stripes_are_a_millimetre_apart(name: str, along: int) -> None:
    drawn, found = lines(name)
    assert drawn.weight == 0.35
    places = sorted(line[0][along] for line in found)
    assert np.diff(places) == pytest.approx(1.0)
    assert len(places) >= 9
    assert all(line[0][along] == line[-1][along] for line in found)


def test_dots_stand_in_rows_and_columns_13_tenths_of_a_millimetre_apart() -> None:
    drawn, found = lines("dotted")
    assert drawn.weight == 0.75 and drawn.dashed
    heights = sorted(line[0][1] for line in found)
    assert np.diff(heights) == pytest.approx(1.3)
    assert {round(line[0][0] / 1.3, 6) % 1 for line in found} == {0}


def test_a_falling_hatch_runs_downwards_as_wide_as_one_that_rises() -> None:
    (drawn, found), (_, rising) = lines("falling"), lines("hatch")
    assert drawn.weight == 0.6 and not drawn.dashed
    slopes = [np.subtract(line[-1], line[0]) for line in found]
    assert all(rise == pytest.approx(-run) for run, rise in slopes)
    across = sorted(line[0][0] + line[0][1] for line in found)
    between = sorted(line[0][0] - line[0][1] for line in rising)
    assert np.diff(across) == pytest.approx(np.diff(between)[0])


def test_patterns_give_way_to_words() -> None:
    whole, spared = lines("level")[1], lines("level", shapely.box(12, -26, 18, -24))[1]
    assert len(spared) > len(whole)
    assert not any(
        shapely.LineString(line).intersects(shapely.box(12.1, -25.9, 17.9, -24.1))
        for line in spared
    )


def test_a_mark_has_its_pattern_and_a_grey_its_stripes() -> None:
    assert patterns_of(Mark.SPLIT | Mark.MERGED, Paint(PAPER)) == ["hatch", "dotted"]
    assert patterns_of(Mark.MISSES, Paint(PAPER, "level")) == ["hatch", "level"]
    assert patterns_of(Mark.NONE, Paint(PAPER)) == []


def test_words_are_in_our_ink_where_it_can_be_read_and_else_in_what_can() -> None:
    assert ink_on(PAPER) == INK
    assert ink_on("#000000") == PAPER
    assert ink_on("#777777") in (PAPER, BLACK_INK)
    assert marks.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert marks.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert marks.lightness("#808080") == pytest.approx(0.2159, abs=1e-4)
    assert marks.lightness("#0a0a0a") == pytest.approx(10 / 255 / 12.92)


def test_a_scale_bar_is_at_most_26_mm_and_a_quarter_of_its_map() -> None:
    # At a millimetre to a kilometre.
    assert bar_room(0.001, 200) == (8.5 + 20 + 9, 9)
    assert bar_room(0.001, 40) == (8.5 + 10 + 9, 9)
    assert bar_room(0.001, 39) == (8.5 + 5 + 9, 9)


@pytest.mark.parametrize(
    ("scale", "said"), [(0.0002, ["0", "20 km"]), (0.0006, ["0", "10", "20 km"])]
)
def test_figures_of_a_short_bar_are_apart_and_fewer_where_they_would_not_be(
    scale: float, said: list[str]
) -> None:
    page = Page(100, 40)
    scale_and_north(page, Box(10, 20, 8.5 + 20_000 * scale + 9, 9), scale)
    written = [one for one in page.figure.vectors if isinstance(one, Written) and one.words != "N"]
    ends = sorted(
        (one.x - {"left": 0.0, "center": 0.5}[one.side] * wide, wide, one.words)
        for one in written
        if (wide := width(one.words, one.size))
    )
    assert [words for _, _, words in ends] == said
    for (left, wide, _), (other, _, _) in zip(ends, ends[1:], strict=False):
        assert other - left - wide >= 1.0


def test_a_bar_has_two_halves_with_their_lengths_below_and_an_arrow_at_the_left() -> None:
    page, box = Page(60, 40), Box(10, 20, 37.5, 9)
    scale_and_north(page, box, 0.001)
    dark, pale = [one for one in page.figure.vectors if isinstance(one, Framed)]
    assert (dark.fill, pale.fill) == (INK, PAPER)
    assert (dark.box.left, dark.box.width) == pytest.approx((18.5, 10))
    assert (pale.box.left, pale.box.width) == pytest.approx((28.5, 10))
    assert dark.box.top == pale.box.top == pytest.approx(29 - 4.6 - 1.1)
    told = {one.words: one for one in page.figure.vectors if isinstance(one, Written)}
    assert list(told) == ["0", "10", "20 km", "N"]
    assert [told[one].x for one in ("0", "10")] == pytest.approx([18.5, 28.5])
    assert {told[one].side for one in ("0", "10", "N")} == {"center"}
    assert told["0"].baseline == pytest.approx(29 - 4.6 + 2.8)
    # The figure of the whole length stands under its end, and its unit behind.
    assert told["20 km"].x == pytest.approx(38.5 - marks.width("20", 6.5) / 2)
    assert told["N"].x == pytest.approx(12.6) and told["N"].bold
    (half,) = [one for one in page.figure.vectors if isinstance(one, Filled)]
    west, south, east, north = half.shape.bounds
    assert (west, east) == pytest.approx((12.6 - 1.7, 12.6))
    assert (south, north) == pytest.approx((-27.6, -23.0))


def test_in_greys_classes_run_from_light_to_dark_as_the_legend_has_them() -> None:
    fills = SEQUENTIAL[:3]
    rows = tuple(LegendRow(fill=fill, words=fill, count=1) for fill in reversed(fills))
    layer = envelope().key
    key = replace(layer, legend=(*rows, LegendRow(fill=NO_FIGURE_FILL, words="none", count=1)))
    bare = replace(layer, areas=(), legend=())
    assert paints(bare, key, monochrome=False) == {
        fill: Paint(fill) for fill in (*fills, NO_FIGURE_FILL)
    }
    greys = paints(bare, key, monochrome=True)
    shades = [lightness(greys[row.fill].fill) for row in rows]
    assert shades == sorted(shades, reverse=True) and len(set(shades)) == 3
    assert greys[NO_FIGURE_FILL] == Paint(PAPER)
    assert greys[OUT_OF_SCOPE_FILL].fill == PAPER and greys[OUT_OF_SCOPE_FILL].stripes
    shown = {name: greys[name].fill for name in QUALITATIVE}
    assert shown == dict(zip(QUALITATIVE, QUALITATIVE_GREYS, strict=True))
    # A colour that the legend explains is a class, and one that it does not comes after them.
    named = replace(key, legend=(LegendRow(fill=QUALITATIVE[0], words="a", count=1), *rows))
    other = replace(bare, areas=(Area(id="a", name="a", fill="#123456"),))
    mixed = paints(other, named, monochrome=True)
    order = [QUALITATIVE[0], *(row.fill for row in rows), "#123456"]
    darker = [lightness(mixed[fill].fill) for fill in order]
    assert darker == sorted(darker, reverse=True) and len(set(darker)) == 5
