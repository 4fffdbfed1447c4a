"""Frames: footprints named over the authorities of a map, where thick lines part them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from footprint.ink.pages import polygon
from footprint.ink.shapes import Coverage, Window
from footprint.labels.names import Name
from footprint.labels.rasters import SEA, Raster, raster
from footprint.maps.layer import Layer

# Land that the name of no area is to stand on; no area has this number.
NOBODY = -2
_ENOUGH = 0.1


@dataclass(frozen=True, eq=False)
class Frames:
    """The footprints a map shows, by number: their land in metres, their cells and their names.

    `edges` are true where the line between two of them runs.
    """

    land: Mapping[int, shapely.Geometry]
    grid: Raster
    names: tuple[Name, ...]
    edges: np.ndarray


def framed(
    layer: Layer,
    coverage: Coverage,
    window: Window,
    below: Raster,
    must: frozenset[int],
    *,
    neighbours: bool,
    alone: int | None = None,
) -> Frames:
    """The footprints whose names are written over a map of authorities; none on other maps.

    A name keeps off authorities that have one of their own, where its footprint has other land,
    so that nobody takes it for theirs, and off one that a map is of `alone`; `below` are the cells
    of the authorities.
    """
    if not layer.footprint_names:
        nowhere = np.zeros_like(below.cells, dtype=bool)
        return Frames({}, Raster(below.box, np.full_like(below.cells, NOBODY)), (), nowhere)
    land = coverage.dissolved(layer.footprint_of_block)
    edge = polygon(window.box)
    cut = {n: shapely.intersection(window.shape(area), edge) for n, area in land.items()}
    seen = {n: shape for n, shape in cut.items() if shape.area > 0}
    grid = raster(window.box, seen)
    labelled = [n for n, area in enumerate(layer.areas) if area.labelled and n != alone]
    names = tuple(
        Name(n, words, must=n in must, frame=True)
        for n, words in enumerate(layer.footprint_names)
        if n in seen and (n in must or neighbours)
    )
    cells = _apart(grid.cells, below.cells, labelled, _ENOUGH)
    if alone is not None:
        cells = _apart(cells, below.cells, [alone], 0.0)
    return Frames(land, Raster(grid.box, cells), names, _edges(grid.cells))


def _edges(cells: np.ndarray) -> np.ndarray:
    found = np.zeros_like(cells, dtype=bool)
    for one, other in ((np.s_[1:, :], np.s_[:-1, :]), (np.s_[:, 1:], np.s_[:, :-1])):
        differ = (cells[one] != cells[other]) & (cells[one] != SEA) & (cells[other] != SEA)
        found[one] |= differ
        found[other] |= differ
    return found


def _apart(
    cells: np.ndarray, below: np.ndarray, labelled: Sequence[int], enough: float
) -> np.ndarray:
    """The cells of footprints without those of some authorities, where enough is left."""
    taken = np.isin(below, labelled)
    kept = cells.copy()
    for footprint in np.unique(cells[cells >= 0]):
        own = cells == footprint
        if (own & ~taken).sum() > enough * own.sum():
            kept[own & taken] = NOBODY
    return kept
