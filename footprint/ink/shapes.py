"""Shapes for paper: areas and their boundaries on the National Grid, as fine as print shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor, log

import geopandas as gpd
import numpy as np
import shapely

from footprint.facts.shapes import Shapes
from footprint.facts.topology import COAST, STEPS, topology_of
from footprint.ink.pages import Points, box_at, polygon
from footprint.maps.layer import Layer
from footprint.maps.marks import Mark
from footprint.papers.box import Box

# A dot of a 300 dpi printer.
_FINEST = 0.085
# How much coarser one may be than another that is drawn with the same points.
_ALIKE = 1.3
_LINE = shapely.GeometryType.LINESTRING
# Scales whose shapes are kept, for a pack in which they take turns.
_KEPT = 16


@dataclass(frozen=True)
class Window:
    """The part of England a map shows, and where it stands on the page.

    `box` in millimetres, `west` and `south` in metres, `scale` in millimetres per metre.
    """

    box: Box
    west: float
    south: float
    scale: float

    def placed(self, points: Points) -> Points:
        """Return where points of the National Grid stand on the page."""
        return (points - (self.west, self.south)) * self.scale + (self.box.left, -self.box.bottom)

    def shape(self, shape: shapely.Geometry) -> shapely.Geometry:
        """Return a shape of the National Grid as it stands on the page, whole."""
        return shapely.transform(shape, self.placed)

    def lines(self, lines: Sequence[Points]) -> list[Points]:
        """Return lines of the National Grid as they stand on the page, cut near its edge."""
        if not lines:
            return []
        which = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
        every = shapely.linestrings(self.placed(np.concatenate(lines)), indices=which)
        whole = shapely.multilinestrings(every)
        return parts(shapely.clip_by_rect(whole, *polygon(self.box.grown(2)).bounds))

    def box_of(self, bounds: Sequence[float]) -> Box:
        """Return the rectangle that some bounds in metres take on the page."""
        (left, bottom), (right, top) = self.placed(np.reshape(bounds, (2, 2)))
        return box_at((left, bottom), right - left, top - bottom)


def parts(lines: shapely.Geometry) -> list[Points]:
    """Return the points of each line in a shape."""
    every = shapely.get_parts(lines)
    kept = every[(shapely.get_type_id(every) == _LINE) & ~shapely.is_empty(every)]
    points, which = shapely.get_coordinates(kept, return_index=True)
    return np.split(points, np.flatnonzero(np.diff(which)) + 1) if len(kept) else []


@dataclass(frozen=True, eq=False)
class Coverage:
    """The blocks and the arcs between them, in metres, each point of a border shared.

    `sides` are the two blocks each arc lies between, COAST where there is none.
    """

    blocks: np.ndarray
    arcs: tuple[Points, ...]
    sides: tuple[tuple[int, int], ...]

    def dissolved(self, owner: Sequence[int]) -> dict[int, shapely.Geometry]:
        """Dissolve the blocks into areas, by position."""
        numbers = np.asarray(owner)
        return {
            int(area): shapely.coverage_union_all(self.blocks[numbers == area])
            for area in np.unique(numbers)
        }

    def boundaries(self, layer: Layer) -> dict[str, list[Points]]:
        """Sort the arcs a map shows into coast, cluster, outer and fine, as the screen does."""
        areas, clusters = layer.area_of_block, layer.clusters_of_block
        outer = layer.footprint_of_block or areas
        sets: dict[str, list[Points]] = {"coast": [], "fine": [], "outer": [], "cluster": []}
        for arc, (one, other) in zip(self.arcs, self.sides, strict=True):
            if COAST in (one, other):
                sets["coast"].append(arc)
            elif clusters and clusters[one] != clusters[other]:
                sets["cluster"].append(arc)
            elif outer[one] != outer[other]:
                sets["outer"].append(arc)
            elif areas[one] != areas[other]:
                sets["fine"].append(arc)
        return sets

    def inner(self, layer: Layer) -> dict[int, list[Points]]:
        """Return the boundaries of bodies within each area that has them still in force."""
        sets: dict[int, list[Points]] = {}
        bodies = layer.bodies_of_block
        if not bodies:
            return sets
        for arc, (one, other) in zip(self.arcs, self.sides, strict=True):
            area = layer.area_of_block[one]
            if COAST in (one, other) or area != layer.area_of_block[other]:
                continue
            still = Mark.STILL_IN_FORCE in layer.areas[area].marks
            if still and bodies[one] != bodies[other]:
                sets.setdefault(area, []).append(arc)
        return sets

    def boundary(self, inside: Sequence[bool]) -> tuple[list[Points], list[Points]]:
        """Return the arcs round some blocks: on land, and along the coast."""
        land, coast = [], []
        for arc, (one, other) in zip(self.arcs, self.sides, strict=True):
            if COAST in (one, other):
                coast += [arc] if inside[max(one, other)] else []
            elif inside[one] != inside[other]:
                land.append(arc)
        return land, coast


def coverage(shapes: Shapes, scale: float) -> Coverage:
    """Simplify the blocks for a map of so many millimetres per metre, no finer than can be seen.

    Maps of nearly the same scale share one.
    """
    return _simplified(shapes, _ALIKE ** floor(log(_FINEST / scale, _ALIKE)))


@lru_cache(_KEPT)
def _simplified(shapes: Shapes, tolerance: float) -> Coverage:
    simple = shapely.coverage_simplify(shapes.grid.to_numpy(), tolerance)
    topology = topology_of(gpd.GeoSeries(simple))
    return Coverage(
        blocks=simple,
        arcs=tuple(np.array(arc) / STEPS for arc in topology.arcs),
        sides=topology.sides,
    )


def bounds(shapes: Shapes, blocks: Sequence[int]) -> tuple[float, float, float, float]:
    """Return west, south, east and north in metres of some blocks by position, or of them all."""
    some = shapes.grid.iloc[list(blocks)] if blocks else shapes.grid
    west, south, east, north = map(float, some.total_bounds)
    return (west, south, east, north)


def window(box: Box, extent: Sequence[float], *, across: float = 0.5, ease: float = 1.0) -> Window:
    """Fit an extent in metres into a rectangle, to scale.

    `across` says where it stands where the rectangle is too wide: 0 left, 1 right. `ease` below
    1 leaves room round it.
    """
    west, south, east, north = extent
    scale = ease * min(box.width / (east - west), box.height / (north - south))
    spare_x = box.width / scale - (east - west)
    spare_y = box.height / scale - (north - south)
    return Window(box, west - across * spare_x, south - spare_y / 2, scale)
