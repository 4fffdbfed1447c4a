"""Plots: where the scale bar and London go, which areas are seen, and which names are written."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from footprint.ink.marks import bar_room
from footprint.ink.shapes import Window
from footprint.labels.names import Label, Name
from footprint.labels.rasters import (
    CELL,
    SEA,
    Raster,
    cells_of,
    distance_to_edge,
    raster,
    without,
)
from footprint.maps.layer import Area
from footprint.papers.box import Box
from footprint.print import plots
from footprint.print.frames import NOBODY, _apart, _edges
from footprint.print.plots import LONDON, Plot, Wishes
from tests.paper_samples import membership

PANEL = membership().panels[0]
SEAS = Box(10, 20, 120, 80)
# Millimetres to a metre: England is about 600 km high.
SCALE = 150 / 600_000


def seas(land: Box | None = None) -> Raster:
    areas = {} if land is None else {0: shapely.box(land.left, -land.bottom, land.right, -land.top)}
    return raster(SEAS, areas)


def test_a_bar_stands_in_a_corner_at_the_foot() -> None:
    wide, tall = bar_room(SCALE, 120)
    bar = plots._bar_box(seas(), SCALE, [])
    assert (bar.width, bar.height) == (wide, tall)
    assert min(bar.left - SEAS.left, SEAS.right - bar.right) == pytest.approx(0.5, abs=0.7)
    assert bar.bottom == pytest.approx(SEAS.bottom, abs=1.2)


def test_a_bar_stands_at_the_left_where_the_right_is_taken_and_above_where_the_foot_is() -> None:
    left = plots._bar_box(seas(Box(70, 0, 100, 200)), SCALE, [])
    assert left.left == pytest.approx(10, abs=1.2)
    assert left.bottom == pytest.approx(100, abs=1.2)
    above = plots._bar_box(seas(Box(0, 60, 200, 90)), SCALE, [])
    assert above.top == pytest.approx(20, abs=1.2)
    assert above.right == pytest.approx(130, abs=1.2)


def test_a_shorter_bar_stands_where_the_sea_is_too_narrow_for_a_long_one() -> None:
    wide, tall = bar_room(SCALE, 60)
    bar = plots._bar_box(seas(Box(10 + wide + 3, 0, 200, 200)), SCALE, [])
    assert (bar.width, bar.height) == (wide, tall)
    assert wide < bar_room(SCALE, 120)[0]


def test_a_bar_keeps_off_what_is_taken() -> None:
    usual = plots._bar_box(seas(), SCALE, [])
    other = plots._bar_box(seas(), SCALE, [usual])
    assert other.right <= usual.left or other.left >= usual.right or other.bottom <= usual.top


def test_there_is_no_bar_where_there_is_no_sea_for_it() -> None:
    assert plots._bar_box(seas(Box(0, 0, 200, 200)), SCALE, []) is None


def test_london_is_as_large_as_the_sea_allows_in_its_nearest_corner() -> None:
    west, south, east, north = LONDON
    wide, tall = (east - west) * SCALE, (north - south) * SCALE
    box = plots._room_for_london(seas(), [], SCALE)
    # Four times as large: four and a half times would be more than 66 mm.
    assert (box.width, box.height) == pytest.approx((4 * wide, 4 * tall))
    assert min(box.left - 10, 130 - box.right) < 3.5
    assert min(box.top - 20, 100 - box.bottom) < 8
    assert plots._room_for_london(seas(), [], SCALE, 58).width == pytest.approx(3.5 * wide)
    less = plots._room_for_london(seas(), [Box(0, 65, 200, 90)], SCALE)
    assert less.width == pytest.approx(2.5 * wide)
    assert less.bottom < 65
    assert plots._room_for_london(seas(), [SEAS], SCALE) is None


def test_the_room_of_an_inset_has_a_millimetre_round_it_and_its_heading_above() -> None:
    taken = plots._with_head(Box(50, 60, 20, 10))
    assert (taken.left, taken.top, taken.right, taken.bottom) == (49, 55, 71, 71)


def test_an_area_is_in_london_where_more_than_six_tenths_of_it_are() -> None:
    west, south, *_ = LONDON
    assert plots._mostly(shapely.box(west - 390, south, west + 610, south + 9))
    assert not plots._mostly(shapely.box(west - 400, south, west + 600, south + 9))


def test_areas_are_cut_at_the_edge_of_a_map_and_those_beyond_it_are_not_there() -> None:
    window = Window(Box(0, 0, 10, 10), 0, 0, 0.001)
    seen = plots._seen(
        {
            0: shapely.box(0, 0, 5_000, 5_000),
            1: shapely.box(5_000, 0, 20_000, 5_000),
            2: shapely.box(10_000, 0, 20_000, 5_000),
        },
        window,
    )
    assert {n: shape.bounds for n, shape in seen.items()} == {
        0: (0, -10, 5, -5),
        1: (5, -10, 10, -5),
    }


def wishes(**more: object) -> Wishes:
    return Wishes(frozenset({0}), (8.0, 7.0, 6.5), **more)


def named(**more: object) -> list[Name]:
    areas = (
        Area(id="a", name="Ash", fill="#fff", value="1"),
        Area(id="b", name="Birch", fill="#fff"),
        Area(id="c", name="Cedar", fill="#fff", labelled=False),
        Area(id="d", name="Dune", fill="#fff"),
    )
    layer = replace(PANEL.layer, areas=areas)
    shapes = dict.fromkeys((0, 1, 2), shapely.box(0, 0, 1, 1))
    return plots._names(layer, shapes, wishes(**more))


def test_names_are_written_of_what_is_seen_and_of_neighbours_if_they_fit() -> None:
    assert named() == [Name(0, "Ash", "1", must=True), Name(1, "Birch", "", must=False)]
    assert named(neighbours=False) == [Name(0, "Ash", "1", must=True)]


def test_names_that_fit_stand_on_their_areas_and_off_what_is_taken() -> None:
    grid = raster(SEAS, {0: shapely.box(20, -80, 60, -40), 1: shapely.box(70, -80, 71, -40)})
    names = [Name(0, "Ash"), Name(1, "Birch")]
    (ash,), (left,) = plots._inside(names, grid, [], (8.0,))
    assert ash.name.words == "Ash" and left.words == "Birch"
    _, left = plots._inside(names, grid, [Box(15, 35, 50, 50)], (8.0,))
    assert len(left) == 2


def test_a_name_beside_its_area_is_of_the_two_smallest_sizes_and_a_number_if_it_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    speck = Label(Name(0, "Ash"), ("Ash",), 7, Box(0, 0, 9, 3))
    number = replace(speck, number=1)

    def outside(_: object, ground: plots.Ground) -> list[Label]:
        asked.append(ground)
        return [speck, number]

    monkeypatch.setattr(plots, "outside", outside)
    window = Window(SEAS, 0, 0, SCALE)
    told = [speck.name], seas(), [], []
    assert plots._beside(*told, wishes(), window) == [speck, number]
    assert plots._beside(*told, wishes(numbers=False, near=0.4, plates=True), window) == [speck]
    assert [ground.furthest for ground in asked] == [52, 48]
    assert [ground.plates for ground in asked] == [False, True]
    assert {ground.sizes for ground in asked} == {(7.0, 6.5)}


def test_names_whose_leaders_cross_are_placed_anew_and_the_others_stay() -> None:
    land = raster(SEAS, {0: shapely.box(60, -40, 66, -36), 1: shapely.box(60, -80, 66, -76)})
    names = [Name(0, "North"), Name(1, "South"), Name(2, "Far")]

    def led(name: Name, start: tuple[float, float], box: Box) -> Label:
        end = (box.left + box.width, -(box.top + box.height / 2))
        return Label(name, (name.words,), 8, box, (start, end))

    # Each stands beside the land of the other.
    crossed = [
        led(names[0], (63, -38), Box(30, 76, 10, 3)),
        led(names[1], (63, -78), Box(30, 36, 10, 3)),
        led(names[2], (110, -90), Box(90, 90, 10, 3)),
    ]
    assert plots._crossings(crossed) == 2
    window = Window(SEAS, 0, 0, SCALE)
    orders = [[(land, names)]]
    mended = plots._mended(crossed, orders, [], wishes(), window)
    assert plots._crossings(mended) == 0
    assert crossed[2] in mended
    assert {one.name for one in mended} == set(names)
    assert plots._mended(mended, orders, [], wishes(), window) is mended


def test_only_names_of_its_own_count_as_numbers() -> None:
    one = Label(Name(0, "Ash"), ("Ash",), 7, Box(0, 0, 9, 3))
    numbers = (one, replace(one, number=1), replace(one, number=9))
    assert Plot(PANEL, Window(SEAS, 0, 0, 1), {}, numbers).numbers == 2


def test_an_inset_shows_all_of_london_with_the_names_the_map_has_left_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    monkeypatch.setattr(plots, "plotted", lambda *told: asked.append(told))
    plot = Plot(
        PANEL, Window(SEAS, 0, 0, 1), {}, (), london=frozenset({3}), london_frames=frozenset({2})
    )
    plots.with_inset(plot, Box(50, 60, 62.5, 50.5), None, (8.0,), numbers=False)
    ((_, window, _, wish),) = asked
    assert (window.west, window.south, window.scale) == (*LONDON[:2], 0.001)
    assert (wish.must, wish.frames) == ({3}, {2})
    assert (wish.bar, wish.neighbours, wish.plates, wish.numbers) == (False, False, True, False)
    assert not wish.london


def test_names_of_authorities_keep_off_the_lines_that_part_footprints() -> None:
    grid = Raster(Box(0, 0, 1, 1), np.array([[0, 1]], dtype=np.int32))
    none = np.zeros((1, 2), dtype=bool)
    assert plots._without(grid, none) is grid
    assert plots._without(grid, np.array([[False, True]])).cells.tolist() == [[0, NOBODY]]


def test_a_line_runs_on_both_sides_of_a_border_and_not_along_the_sea() -> None:
    cells = np.array([[0, 0, 1, SEA], [0, 0, 1, SEA], [2, 2, SEA, SEA]], dtype=np.int32)
    assert _edges(cells).tolist() == [
        [False, True, True, False],
        [True, True, True, False],
        [True, True, False, False],
    ]


def test_a_footprints_name_keeps_off_named_authorities_where_a_tenth_is_left() -> None:
    cells = np.zeros((1, 10), dtype=np.int32)
    below = np.array([[1] * 8 + [0] * 2], dtype=np.int32)
    assert _apart(cells, below, [1], 0.1).tolist() == [[NOBODY] * 8 + [0] * 2]
    # With a tenth of it left it has to make do with all of its land.
    below[0, 8] = 1
    assert _apart(cells, below, [1], 0.1).tolist() == cells.tolist()
    # Off an authority that a map is of alone it keeps as long as there is any other land.
    assert _apart(cells, below, [1], 0.0).tolist() == [[NOBODY] * 9 + [0]]
    assert _apart(cells, below, [], 0.1).tolist() == cells.tolist()


def test_a_rectangle_touches_the_cells_it_begins_and_ends_in() -> None:
    grid = Raster(Box(10, 20, 4, 4), np.zeros((10, 10), dtype=np.int32))
    rows, columns = grid.slots(Box(10.4, 20.4, 0.8, 0.4))
    # Row 0 is at the foot.
    assert (rows, columns) == (slice(8, 9), slice(1, 3))
    rows, columns = grid.slots(Box(10.5, 20.5, 0.8, 0.4))
    assert (rows, columns) == (slice(7, 9), slice(1, 4))
    assert grid.slots(Box(0, 0, 99, 99)) == (slice(0, 10), slice(0, 10))
    assert grid.slots(Box(99, 99, 1, 1)) == (slice(0, 0), slice(10, 10))
    assert grid.middle(0, 0) == (10, -24)
    assert grid.middle(2, 3) == pytest.approx((11.2, -23.2))


def test_lengths_take_whole_cells_and_a_hair_more_takes_no_other() -> None:
    assert [cells_of(length) for length in (0, CELL, 3 * CELL, 3 * CELL + 0.01)] == [0, 1, 3, 4]


def test_the_edge_of_a_grid_is_an_edge_like_any_other() -> None:
    assert distance_to_edge(np.ones((3, 5), dtype=bool)).tolist() == [
        [1, 1, 1, 1, 1],
        [1, 2, 2, 2, 1],
        [1, 1, 1, 1, 1],
    ]


def test_what_rectangles_take_is_no_longer_free_and_the_rest_stays() -> None:
    grid = Raster(Box(0, 0, 1.2, 0.4), np.zeros((1, 3), dtype=np.int32))
    free = np.array([[True, True, False]])
    assert without(free, grid, [Box(0, 0, 0.4, 0.4)]).tolist() == [[False, True, False]]
    assert free.tolist() == [[True, True, False]]


def test_a_point_of_an_area_stands_on_the_page_where_the_window_has_it() -> None:
    grid = raster(Box(0, 0, 4, 4), {5: shapely.box(1.2, -2.0, 2.0, -1.2)})
    rows, columns = np.nonzero(grid.cells == 5)
    assert ({*rows.tolist()}, {*columns.tolist()}) == ({5, 6}, {3, 4})
