"""Panels: what lies on what, in which ink, and where the lines of a name stand."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
import shapely

from footprint.ink.marks import Paint, contrast, ink_on, ink_over, paints
from footprint.ink.pages import Page
from footprint.ink.shapes import Window
from footprint.ink.vectors import Filled, Framed, Lined, Written
from footprint.labels.names import Label, Name
from footprint.maps.layer import Area, LegendRow
from footprint.maps.palette import (
    CHOSEN_LINE,
    INK,
    NEARLY_WHOLE_FILL,
    OUT_OF_SCOPE_FILL,
    PAPER,
    QUALITATIVE,
    SHATTERED_FILL,
    SPLIT_FILL,
    WHOLE_FILL,
    sequential,
)
from footprint.papers.box import Box
from footprint.print import panels
from footprint.print.plots import Plot
from tests.paper_samples import membership

POINT = 25.4 / 72
SPLIT_FILLS = (WHOLE_FILL, NEARLY_WHOLE_FILL, SPLIT_FILL, SHATTERED_FILL)
BOX = Box(30, 40, 20, 6)
DARK, PALE = "#002244", "#eef4ff"
PANEL = membership().panels[0]
AREAS = (
    Area(id="E1", name="West", fill=DARK, value="1.2m"),
    Area(id="E2", name="East", fill=PALE),
)
LAYER = replace(PANEL.layer, areas=AREAS, area_of_block=(0, 1), legend=(), changed_of_block=())
PAINTS = {DARK: Paint(DARK), PALE: Paint(PALE)}
SHAPES = {0: shapely.box(0, -80, 60, 0), 1: shapely.box(60, -80, 120, 0)}


def plot(*labels: Label) -> Plot:
    window = Window(Box(0, 0, 120, 80), 0, 0, 0.001)
    return Plot(replace(PANEL, layer=LAYER), window, SHAPES, labels)


def label(area: int = 0, *lines: str, **more: object) -> Label:
    name = Name(area, "West", more.pop("value", ""), frame=more.pop("frame", False))
    return Label(name, lines or ("West",), 10, more.pop("box", BOX), **more)


def written(told: Label) -> list[Written]:
    page = Page(120, 80)
    panels._write(page, told, plot(told), PAINTS)
    return [one for one in page.figure.vectors if isinstance(one, Written)]


def test_lines_of_a_name_stand_in_the_middle_of_its_box_one_below_the_other() -> None:
    first, second = written(label(0, "West", "and North"))
    assert (first.x, first.side) == (second.x, second.side) == (40, "center")
    assert first.baseline == pytest.approx(40 + 0.79 * 10 * POINT)
    assert second.baseline - first.baseline == pytest.approx(1.16 * 10 * POINT)
    assert (first.size, first.bold, second.bold) == (10, False, False)


def test_a_value_below_a_name_is_bold_and_so_are_numbers_and_names_of_footprints() -> None:
    assert [one.bold for one in written(label(0, "West", "1.2m", value="1.2m"))] == [False, True]
    assert [one.bold for one in written(label(0, "3", number=3))] == [True]
    assert [one.bold for one in written(label(0, "West", "Side", frame=True))] == [True, True]


def test_words_on_an_area_are_in_the_ink_that_can_be_read_there_and_beside_it_in_ink() -> None:
    assert written(label(0))[0].colour == PAPER
    assert written(label(1))[0].colour == INK
    assert written(label(0, leader=((0.0, 0.0), (30.0, -43.0))))[0].colour == INK
    assert written(label(0, plate=True))[0].colour == INK


def test_a_footprints_name_over_light_and_dark_land_has_a_ground_of_its_own() -> None:
    page = Page(120, 80)
    across = label(0, frame=True, box=Box(50, 40, 20, 6))
    panels._write(page, across, plot(across), PAINTS)
    assert [one for one in page.figure.vectors if isinstance(one, Framed)]
    (words,) = [one for one in page.figure.vectors if isinstance(one, Written)]
    assert words.colour == INK


PALETTES = (QUALITATIVE, *(sequential(n) for n in range(1, 8)), SPLIT_FILLS)


@pytest.mark.parametrize("monochrome", [False, True])
@pytest.mark.parametrize("fills", PALETTES, ids=len)
def test_words_can_be_read_on_every_fill_and_over_any_two_or_have_a_ground(
    fills: tuple[str, ...], monochrome: bool
) -> None:
    areas = tuple(Area(id=fill, name=fill, fill=fill) for fill in (*fills, OUT_OF_SCOPE_FILL))
    legend = tuple(LegendRow(fill=fill, words=fill, count=1) for fill in fills)
    layer = replace(LAYER, areas=areas, legend=legend)
    printed = [one.fill for one in paints(layer, layer, monochrome=monochrome).values()]
    for one, other in product(printed, printed):
        assert contrast(ink_on(one), one) >= 4.5
        ink = ink_over({one, other})
        assert not ink or min(contrast(ink, one), contrast(ink, other)) >= 4.5
    assert all(ink_over({one}) for one in printed)


def test_the_name_of_a_footprint_is_in_the_ink_of_the_area_it_stands_on() -> None:
    right = Box(90, 40, 20, 6)
    assert written(label(0, frame=True))[0].colour == PAPER
    assert written(label(0, frame=True, box=right))[0].colour == INK
    assert written(label(0, frame=True, box=Box(300, 40, 20, 6)))[0].colour == INK


@pytest.mark.parametrize(
    ("end", "side", "x"),
    [
        (30.0, "left", 30),
        (29.0, "left", 30),
        (50.0, "right", 50),
        (51.0, "right", 50),
        (40.0, "center", 40),
    ],
)
def test_words_begin_or_end_where_their_leader_comes_to(end: float, side: str, x: float) -> None:
    told = label(0, leader=((80.0, -43.0), (end, -43.0)))
    assert panels._side(told) == (side, x)
    assert panels._side(replace(told, number=2)) == ("center", 40)


def test_a_plate_is_paper_with_an_edge_a_little_larger_than_its_words() -> None:
    def ground(told: Label) -> Framed:
        page = Page(120, 80)
        panels._write(page, told, plot(told), PAINTS)
        (found,) = [one for one in page.figure.vectors if isinstance(one, Framed)]
        return found

    name, number = ground(label(0, plate=True)), ground(label(0, "3", plate=True, number=3))
    assert name.box == BOX.grown(0.7) and number.box == BOX.grown(0.3)
    assert (name.fill, name.edge, name.weight) == (PAPER, INK, 0.4)
    page = Page(120, 80)
    panels._write(page, label(0), plot(), PAINTS)
    assert not [one for one in page.figure.vectors if isinstance(one, Framed)]


def test_a_leader_ends_a_little_before_words_and_at_the_edge_of_a_plate() -> None:
    start, end = (10.0, -43.0), (30.0, -43.0)
    assert panels._short_of(label(0), start, end).tolist() == pytest.approx([29.4, -43])
    assert panels._short_of(label(0, plate=True), start, end).tolist() == [30, -43]
    # One that is very short keeps half of its length.
    assert panels._short_of(label(0), start, (10.8, -43.0)).tolist() == pytest.approx([10.4, -43])
    assert panels._short_of(label(0), start, start).tolist() == [10, -43]


def test_a_leader_is_ink_on_paper_with_a_dot_where_it_begins() -> None:
    page = Page(120, 80)
    panels._leader(page, label(0, leader=((10.0, -43.0), (30.0, -43.0))))
    around, line = [one for one in page.figure.vectors if isinstance(one, Lined)]
    assert (around.colour, around.weight, line.colour, line.weight) == (PAPER, 1.5, INK, 0.5)
    assert line.lines[0].tolist() == pytest.approx(np.array([[10, -43], [29.4, -43]]))
    ring, dot = [one for one in page.figure.vectors if isinstance(one, Filled)]
    assert (ring.fill, dot.fill) == (PAPER, INK)
    assert [one.shape.bounds[2] - 10 for one in (ring, dot)] == pytest.approx([0.6, 0.42])
    nothing = Page(120, 80)
    panels._leader(nothing, label(0))
    assert nothing.figure.vectors == []


def test_every_area_is_filled_and_named_by_its_code_name_and_value() -> None:
    page = Page(120, 80)
    panels._fill(page, plot(), PAINTS)
    west, east = page.figure.vectors
    assert (west.fill, east.fill) == (DARK, PALE)
    assert (west.named.code, west.named.name, west.named.value) == ("E1", "West", "1.2m")
    assert (east.named.code, east.named.name, east.named.value) == ("E2", "East", "")


def test_lines_give_way_to_words_with_a_little_room_round_them() -> None:
    line = np.array([(0.0, -43.0), (120.0, -43.0)])
    first, second = panels._giving_way([line], [label(0)])
    assert first[:, 0].tolist() == pytest.approx([0, 30 - 0.35])
    assert second[:, 0].tolist() == pytest.approx([50 + 0.35, 120])


class Outlined:
    """Borders as they were asked for: of which blocks, and where they run."""

    def __init__(self) -> None:
        self.asked: list[list[bool]] = []

    def boundary(self, blocks: list[bool]) -> tuple[list[np.ndarray], list[np.ndarray]]:
        self.asked.append(blocks)
        return [np.array([(0.0, 9e3), (9e3, 9e3)])], [np.array([(0.0, 20e3), (9e3, 20e3)])]


def ringed(selected: str, part: tuple[int, ...]) -> tuple[list[list[bool]], list[Lined]]:
    page, coverage = Page(120, 80), Outlined()
    shown = replace(plot(), panel=replace(PANEL, layer=LAYER, selected=selected))
    panels._ring(page, shown, coverage, part)
    return coverage.asked, page.figure.vectors


def test_the_one_chosen_is_outlined_and_else_the_part() -> None:
    assert ringed("E2", ())[0] == [[False, True]]
    assert ringed("E2", (0,))[0] == [[False, True]]
    assert ringed("", (0,))[0] == [[True, False]]
    assert ringed("", ())[0] == []


def test_an_outline_is_heavier_inland_than_along_the_coast() -> None:
    around, inland, coast = ringed("E1", ())[1]
    assert (around.colour, around.weight) == (PAPER, 3.2)
    assert (inland.colour, inland.weight) == (CHOSEN_LINE, 1.8)
    assert (coast.colour, coast.weight) == (CHOSEN_LINE, 0.9)
    assert inland.lines[0][0][1] != coast.lines[0][0][1]


def test_what_changed_is_outlined_in_dots_area_by_area() -> None:
    page, coverage = Page(120, 80), Outlined()
    layer = replace(LAYER, changed_of_block=(2, 0, 1, 2))
    panels._changes(page, replace(plot(), panel=replace(PANEL, layer=layer)), coverage)
    assert coverage.asked == [[False, False, True, False], [True, False, False, True]]
    looks = [(one.colour, one.weight, one.dashed) for one in page.figure.vectors]
    assert (
        looks
        == [
            (PAPER, 2.6, False),
            (CHOSEN_LINE, 1.6, True),
            (CHOSEN_LINE, 1.2, True),
        ]
        * 2
    )
