"""Rasters: a box of ten by five cells, each 0.4 mm wide, that can be counted by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from footprint.labels import rasters
from footprint.labels.rasters import SEA, raster, room, summed_area, under_line
from footprint.papers.box import Box

# Its foot lies at -22, for boxes count down from the top and maps up.
BOX = Box(10, 20, 4, 2)
GRID = raster(BOX, {3: shapely.box(10, -22, 11.2, -21.2), 5: shapely.box(13.3, -20.5, 20, 0)})


def test_a_cell_belongs_to_the_area_under_its_middle() -> None:
    wanted = np.full((5, 10), SEA)
    wanted[0:2, 0:3] = 3
    # The middle of the ninth column is at 13.4, and of the fourth row from the foot at -20.6.
    wanted[4, 8:10] = 5
    assert GRID.cells.tolist() == wanted.tolist()


@pytest.mark.parametrize(
    ("box", "rows", "columns"),
    [
        (Box(10.4, 21.2, 0.8, 0.4), (1, 2), (1, 3)),
        (Box(10.5, 21.3, 0.5, 0.5), (0, 2), (1, 3)),
        (BOX, (0, 5), (0, 10)),
        (Box(0, 0, 100, 100), (0, 5), (0, 10)),
        (Box(0, 0, 1, 1), (5, 5), (0, 0)),
        (Box(50, 50, 1, 1), (0, 0), (10, 10)),
    ],
)
def test_a_rectangle_touches_rows_from_the_foot_and_columns_from_the_left(
    box: Box, rows: tuple[int, int], columns: tuple[int, int]
) -> None:
    assert GRID.slots(box) == (slice(*rows), slice(*columns))


def test_a_place_in_the_grid_is_a_point_of_the_sheet() -> None:
    assert GRID.middle(0, 0) == (10, -22)
    assert GRID.middle(1.5, 2) == pytest.approx((10.8, -21.4))


@pytest.mark.parametrize(("length", "cells"), [(0.4, 1), (0.8, 2), (0.81, 3), (1.2, 3), (0.1, 1)])
def test_a_cell_that_is_begun_is_taken(length: float, cells: int) -> None:
    assert rasters.cells_of(length) == cells


def test_a_rectangle_has_room_where_all_its_cells_are_free() -> None:
    free = np.ones((3, 4), dtype=bool)
    free[1, 2] = False
    summed = summed_area(free)
    assert summed[3, 4] == 11 and summed[2, 3] == 5 and not summed[0].any()
    assert room(summed, 0.8, 0.8).tolist() == [[True, False, False], [True, False, False]]
    assert room(summed, 0.4, 0.4, step=2).tolist() == [[True, True], [True, True]]
    assert room(summed, 0.4, 1.2).tolist() == [[True, True, False, True]]
    assert room(summed, 1.6, 1.2).tolist() == [[False]]
    assert room(summed, 1.7, 1.2).shape == room(summed, 1.6, 1.3).shape == (0, 0)


def test_how_far_it_is_to_the_edge_is_counted_in_cells() -> None:
    whole = np.ones((3, 3), dtype=bool)
    assert rasters.distance_to_edge(whole).tolist() == [[1, 1, 1], [1, 2, 1], [1, 1, 1]]


def test_what_rectangles_take_is_free_no_more_and_the_rest_still_is() -> None:
    free = np.ones((5, 10), dtype=bool)
    left = rasters.without(free, GRID, [Box(10.4, 21.2, 0.8, 0.4), Box(13.6, 20, 9, 0.4)])
    assert np.argwhere(~left).tolist() == [[1, 1], [1, 2], [4, 9]]
    assert free.all()


def test_cells_under_lines_follow_each_other_from_start_to_end() -> None:
    ends = np.array([(13.8, -21.8), (10.2, -20.2), (99.0, -21.8)])
    rows, columns = under_line(GRID, (10.2, -21.8), ends, 0.2)
    assert (rows[0].tolist(), columns[0].tolist()) == ([0, 0, 0], [0, 0, 0])
    assert (rows[-1].tolist(), columns[-1].tolist()) == ([0, 4, 0], [9, 0, 9])
    assert set(columns[:, 0]) == set(range(10)) and set(rows[:, 0]) == {0}
    assert set(rows[:, 1]) == set(range(5)) and set(columns[:, 1]) == {0}
    # The longest is 88.8 mm long, and has a place at every 0.2 mm and at its ends.
    assert len(rows) == len(columns) == int(88.8 / 0.2) + 2


def test_cells_beside_a_line_are_those_round_each_cell_of_it() -> None:
    rows, columns = rasters.beside_line(GRID, [(12.2, -21.0), (12.2, -21.0)], 0.2)
    assert (set(rows.ravel()), set(columns.ravel())) == ({1, 2, 3}, {4, 5, 6})
    rows, columns = rasters.beside_line(GRID, [(10.1, -21.9), (10.1, -21.9)], 0.2)
    assert (set(rows.ravel()), set(columns.ravel())) == ({0, 1}, {0, 1})
