"""Topology: a coverage as arcs, each stored once, and the rings that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

COAST = -1
STEPS = 10_000
"""Coordinates are quantised to so many steps in a degree, or in a metre."""


Point = tuple[int, int]
Arc = tuple[Point, ...]
Segment = tuple[Point, Point]
# A segment whichever way it is walked.
Line = frozenset[Point]
Polygon = list[list[Point]]


@dataclass(frozen=True)
class Topology:
    """A coverage as arcs between junctions, in the terms of TopoJSON.

    arcs: points in whole steps, easting or longitude first.
    sides: for each arc the two blocks it lies between, by position; COAST where there is none.
    rings: for each block its polygons, each a list of rings, each a list of numbers of arcs; an
    arc walked backwards is written as the ones' complement of its number (~n).
    """

    arcs: tuple[Arc, ...]
    sides: tuple[tuple[int, int], ...]
    rings: tuple[tuple[tuple[tuple[int, ...], ...], ...], ...]


def topology_of(blocks: gpd.GeoSeries) -> Topology:
    """Cut a coverage's rings into arcs wherever the block on the other side changes."""
    drawn = [_polygons(shape) for shape in blocks]
    sharing = _sharing(drawn)
    junctions = _junctions(sharing)
    numbers: dict[Arc, int] = {}
    sides: list[tuple[int, int]] = []

    def number(arc: Arc, mine: int, theirs: int) -> int:
        if arc in numbers:
            return numbers[arc]
        if arc[::-1] in numbers:
            return ~numbers[arc[::-1]]
        numbers[arc] = len(sides)
        sides.append((mine, theirs))
        return numbers[arc]

    rings = tuple(
        tuple(
            tuple(
                tuple(
                    number(arc, here, there) for arc, there in _arcs(ring, here, sharing, junctions)
                )
                for ring in polygon
            )
            for polygon in polygons
        )
        for here, polygons in enumerate(drawn)
    )
    return Topology(tuple(numbers), tuple(sides), rings)


def _polygons(shape: shapely.Geometry) -> list[Polygon]:
    return [
        [_quantised(ring) for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in shapely.get_parts(shape)
    ]


def _quantised(ring: shapely.LinearRing) -> list[Point]:
    whole = np.rint(shapely.get_coordinates(ring) * STEPS).astype(int)
    return list(map(tuple, whole[:-1].tolist()))


def _segments(ring: list[Point]) -> Iterable[Segment]:
    return zip(ring, ring[1:] + ring[:1], strict=True)


def _sharing(drawn: Iterable[list[Polygon]]) -> dict[Line, tuple[int, ...]]:
    """Find the blocks that have each segment in their boundary."""
    found: dict[Line, tuple[int, ...]] = {}
    for here, polygons in enumerate(drawn):
        for polygon in polygons:
            for ring in polygon:
                for segment in map(frozenset, _segments(ring)):
                    found[segment] = (*found.get(segment, ()), here)
    return found


def _junctions(segments: Iterable[Line]) -> set[Point]:
    """Points where other than two segments meet; rings are always cut there."""
    degree: dict[Point, int] = {}
    for segment in segments:
        for end in segment:
            degree[end] = degree.get(end, 0) + 1
    return {point for point, meeting in degree.items() if meeting != 2}


def _arcs(
    ring: list[Point], here: int, sharing: Mapping[Line, tuple[int, ...]], junctions: set[Point]
) -> Iterator[tuple[Arc, int]]:
    """Walk a ring as arcs, each with one block, or the coast, on its other side."""
    there = [
        next((block for block in sharing[frozenset(segment)] if block != here), COAST)
        for segment in _segments(ring)
    ]
    cuts = [i for i in range(len(ring)) if ring[i] in junctions or there[i - 1] != there[i]]
    # A ring nobody cuts is started at its least point, so both of its sides start alike.
    cuts = cuts or [ring.index(min(ring))]
    for start, stop in zip(cuts, cuts[1:] + [cuts[0] + len(ring)], strict=True):
        arc = tuple(ring[i % len(ring)] for i in range(start, stop + 1))
        yield arc, there[start]
