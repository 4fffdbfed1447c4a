"""Rasters: a map as a grid of small cells, to find where a rectangle of words has room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt

from footprint.ink.pages import box_at
from footprint.papers.box import Box

CELL = 0.4
SEA = -1


@dataclass(frozen=True, eq=False)
class Raster:
    """Which area each cell of a box belongs to, SEA where none; row 0 is at the foot of the box."""

    box: Box
    cells: np.ndarray

    def slots(self, box: Box) -> tuple[slice, slice]:
        """Return the rows and columns a rectangle touches."""
        rows = _span(self.box.bottom - box.bottom, box.height, self.cells.shape[0])
        columns = _span(box.left - self.box.left, box.width, self.cells.shape[1])
        return rows, columns

    def middle(self, row: float, column: float) -> tuple[float, float]:
        """Return the point at which a place in the grid lies."""
        return (self.box.left + column * CELL, row * CELL - self.box.bottom)


def _span(start: float, length: float, most: int) -> slice:
    first, last = floor(start / CELL + 1e-9), ceil((start + length) / CELL - 1e-9)
    return slice(min(max(first, 0), most), min(max(last, 0), most))


def raster(box: Box, areas: Mapping[int, shapely.Geometry]) -> Raster:
    """Cut a box into cells and find the area under the middle of each; all in millimetres."""
    rows, columns = int(box.height / CELL), int(box.width / CELL)
    grid = Raster(box, np.full((rows, columns), SEA, dtype=np.int32))
    for number, shape in areas.items():
        _rasterise(grid, number, shape)
    return grid


def _rasterise(grid: Raster, number: int, shape: shapely.Geometry) -> None:
    west, south, east, north = shape.bounds
    down, along = grid.slots(box_at((west, south), east - west, north - south))
    y, x = np.mgrid[down, along].astype(float)
    shapely.prepare(shape)
    inside = shapely.contains_xy(shape, *grid.middle(y + 0.5, x + 0.5))
    grid.cells[down, along][inside] = number


def summed_area(free: np.ndarray) -> np.ndarray:
    """Return the summed-area table of the free cells, for `room`.

    It holds for each corner how many are free below and left of it.
    """
    summed = np.zeros((free.shape[0] + 1, free.shape[1] + 1), dtype=np.int32)
    np.cumsum(free, axis=0, out=summed[1:, 1:])
    np.cumsum(summed[1:, 1:], axis=1, out=summed[1:, 1:])
    return summed


def cells_of(length: float) -> int:
    """Return how many cells a length in millimetres takes, begun ones too."""
    return ceil(length / CELL - 1e-9)


def room(summed: np.ndarray, width: float, height: float, step: int = 1) -> np.ndarray:
    """Say for every so many cells whether a rectangle with its lower left corner there is free.

    `summed` is the summed-area table of the free cells; the rectangle is in millimetres.
    """
    tall, wide = cells_of(height), cells_of(width)
    rows, columns = summed.shape[0] - tall, summed.shape[1] - wide
    if rows <= 0 or columns <= 0:
        return np.zeros((0, 0), dtype=bool)
    low, high = slice(0, rows, step), slice(tall, None, step)
    left, right = slice(0, columns, step), slice(wide, None, step)
    held = summed[high, right] - summed[low, right] - summed[high, left] + summed[low, left]
    return held == tall * wide


def distance_to_edge(mask: np.ndarray) -> np.ndarray:
    """Return how far each cell is from the nearest one outside, in cells."""
    return distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1]


def without(free: np.ndarray, grid: Raster, boxes: Iterable[Box]) -> np.ndarray:
    """Return the free cells less those some rectangles take."""
    left = free.copy()
    for box in boxes:
        left[grid.slots(box)] = False
    return left


def under_line(
    grid: Raster, start: tuple[float, float], ends: np.ndarray, step: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and columns of the cells under straight lines, one column for each line.

    No two of them are further apart than a step, in millimetres.
    """
    off = ends - start
    far = float(np.hypot(*off.T).max())
    steps = np.linspace(0, 1, int(far / step) + 2)
    places = []
    for n, (first, most) in enumerate(
        zip((grid.box.left, -grid.box.bottom), grid.cells.shape[::-1], strict=True)
    ):
        along = np.multiply.outer(steps, off[:, n] / CELL) + (start[n] - first) / CELL
        places.append(np.clip(along.astype(np.intp), 0, most - 1))
    return places[1], places[0]


def beside_line(
    grid: Raster, line: Sequence[tuple[float, float]], step: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and columns of the cells under a line and of those beside them."""
    rows, columns = under_line(grid, line[0], np.array([line[1]]), step)
    tall, wide = grid.cells.shape
    down, along = np.mgrid[-1:2, -1:2].reshape(2, 1, -1)
    return np.clip(rows + down, 0, tall - 1), np.clip(columns + along, 0, wide - 1)
