"""Shapes: the blocks' outlines, cut into the edges they share so that each is stored once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from footprint.facts.manifest import ROOT, read_text

NATIONAL_GRID = "EPSG:27700"


LONGITUDE_LATITUDE = "EPSG:4326"


COAST = -1


_SCALE = 10_000


Point = tuple[int, int]


class ShapeError(ValueError):
    """The blocks' shapes do not fit together."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """The 327 blocks drawn as one coverage: neighbours share their edge vertex for vertex.

    `blocks` is indexed by block, sorted, in EPSG:4326.
    """

    blocks: gpd.GeoSeries

    @cached_property
    def grid(self) -> gpd.GeoSeries:
        """The same shapes on the British National Grid, in metres."""
        return self.blocks.to_crs(NATIONAL_GRID)

    @cached_property
    def edges(self) -> Edges:
        """The coverage as edges and the rings they make."""
        return cut_edges(self.blocks)


@dataclass(frozen=True)
class Edges:
    """A coverage as a list of lines, each stored once.

    lines: points in whole ten-thousandths of a degree, longitude first.
    sides: for each line the two blocks it lies between, by position; COAST where there is none.
    rings: for each block its polygons, each a list of rings, each a list of line numbers; a
    line walked backwards is written as the ones' complement of its number (~n).
    """

    lines: tuple[tuple[Point, ...], ...]
    sides: tuple[tuple[int, int], ...]
    rings: tuple[tuple[tuple[tuple[int, ...], ...], ...], ...]


def read_shapes(root: Path = ROOT) -> Shapes:
    """Read the blocks' shapes, refusing a coverage with gaps or overlaps."""
    features = json.loads(read_text("geo/blocks.geojson", root))["features"]
    names = [feature["properties"]["block"] for feature in features]
    geometry = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    if not shapely.coverage_is_valid(geometry):
        raise ShapeError("geo/blocks.geojson has gaps or overlaps. Run: python -m geo.prepare")
    blocks = gpd.GeoSeries(geometry, index=pd.Index(names, name="block"), crs=LONGITUDE_LATITUDE)
    return Shapes(blocks.sort_index())


def cut_edges(blocks: gpd.GeoSeries) -> Edges:
    """Cut a coverage's rings wherever the block on the other side changes."""
    owners = _owners(blocks)
    corners = _corners(owners)
    numbers: dict[tuple[Point, ...], int] = {}
    sides: list[tuple[int, int]] = []

    def number(line: tuple[Point, ...], mine: int, theirs: int) -> int:
        if line in numbers:
            return numbers[line]
        if line[::-1] in numbers:
            return ~numbers[line[::-1]]
        numbers[line] = len(sides)
        sides.append((mine, theirs))
        return numbers[line]

    rings = tuple(
        tuple(
            tuple(
                tuple(
                    number(line, here, there) for line, there in _runs(ring, here, owners, corners)
                )
                for ring in polygon
            )
            for polygon in _polygons(shape)
        )
        for here, shape in enumerate(blocks)
    )
    return Edges(tuple(numbers), tuple(sides), rings)


Segment = tuple[Point, Point]


def _polygons(shape: shapely.Geometry) -> Iterator[list[list[Point]]]:
    for polygon in shapely.get_parts(shape):
        yield [_points(ring) for ring in (polygon.exterior, *polygon.interiors)]


def _points(ring: shapely.LinearRing) -> list[Point]:
    whole = np.rint(shapely.get_coordinates(ring) * _SCALE).astype(int)
    return [(int(x), int(y)) for x, y in whole[:-1]]


def _segments(ring: list[Point]) -> Iterable[Segment]:
    return zip(ring, ring[1:] + ring[:1], strict=True)


def _undirected(segment: Segment) -> Segment:
    return segment if segment[0] <= segment[1] else segment[::-1]


def _owners(blocks: gpd.GeoSeries) -> dict[Segment, tuple[int, ...]]:
    found: dict[Segment, tuple[int, ...]] = {}
    for here, shape in enumerate(blocks):
        for polygon in _polygons(shape):
            for ring in polygon:
                for segment in map(_undirected, _segments(ring)):
                    found[segment] = (*found.get(segment, ()), here)
    return found


def _corners(owners: Mapping[Segment, tuple[int, ...]]) -> set[Point]:
    """Points where other than two segments meet; lines are always cut there."""
    degree: dict[Point, int] = {}
    for one, other in owners:
        degree[one] = degree.get(one, 0) + 1
        degree[other] = degree.get(other, 0) + 1
    return {point for point, meeting in degree.items() if meeting != 2}


def _runs(
    ring: list[Point], here: int, owners: Mapping[Segment, tuple[int, ...]], corners: set[Point]
) -> Iterator[tuple[tuple[Point, ...], int]]:
    """Walk a ring as lines, each with one block, or the coast, on its other side."""
    there = [
        next((block for block in owners[_undirected(segment)] if block != here), COAST)
        for segment in _segments(ring)
    ]
    cuts = [i for i in range(len(ring)) if ring[i] in corners or there[i - 1] != there[i]]
    # A ring nobody cuts is started at its least point, so both of its sides start alike.
    cuts = cuts or [ring.index(min(ring))]
    for start, stop in zip(cuts, cuts[1:] + [cuts[0] + len(ring)], strict=True):
        line = tuple(ring[i % len(ring)] for i in range(start, stop + 1))
        yield line, there[start]


def encode(shapes: Shapes, groups: Mapping[str, pd.Series]) -> bytes:
    """Write the edges as the compact JSON the browser fetches once.

    Points are differences in ten-thousandths of a degree; the first of each line is absolute.
    `groups` are codes by block, such as its ICB, whose boundaries a map may want to draw.
    """
    edges = shapes.edges
    content = {
        "blocks": list(shapes.blocks.index),
        "groups": {name: _numbered(codes[shapes.blocks.index]) for name, codes in groups.items()},
        "scale": _SCALE,
        "lines": [_differences(line) for line in edges.lines],
        "sides": edges.sides,
        "rings": edges.rings,
    }
    return json.dumps(content, separators=(",", ":")).encode()


def _numbered(codes: pd.Series) -> list[int]:
    return pd.factorize(codes, sort=True)[0].tolist()


def _differences(line: tuple[Point, ...]) -> list[int]:
    points = np.array(line)
    steps = np.diff(points, axis=0, prepend=[[0, 0]])
    return steps.ravel().tolist()


def content_name(content: bytes, stem: str, suffix: str) -> str:
    """Name a file after what is in it, so that a browser never keeps an old one."""
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"


@dataclass(frozen=True)
class Anchor:
    """Where an area's name fits best: a point inside it and the room around that point.

    Longitude, latitude, and the radius in metres of the largest circle that fits.
    """

    longitude: float
    latitude: float
    room: float


def outlines(shapes: Shapes, owner: pd.Series) -> gpd.GeoSeries:
    """Dissolve the blocks into areas; British National Grid, indexed by area.

    `owner` names each block's area; blocks without one are left out.
    """
    groups = owner.reindex(shapes.grid.index)
    return shapes.grid.groupby(groups).agg(lambda part: shapely.coverage_union_all(part.to_numpy()))


def anchors(shapes: Shapes, owner: pd.Series) -> dict[str, Anchor]:
    """Find where each area's name goes: the middle of its largest piece's widest part."""
    dissolved = outlines(shapes, owner)
    largest = [max(shapely.get_parts(shape), key=shapely.area) for shape in dissolved]
    circles = shapely.maximum_inscribed_circle(shapely.simplify(largest, 500), 500)
    centres = gpd.GeoSeries(shapely.get_point(circles, 0), crs=NATIONAL_GRID)
    placed = centres.to_crs(LONGITUDE_LATITUDE)
    return {
        footprint: Anchor(round(point.x, 4), round(point.y, 4), round(float(room)))
        for footprint, point, room in zip(
            dissolved.index, placed, shapely.length(circles), strict=True
        )
    }


def bounds(shapes: Shapes, blocks: Iterable[str]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of some blocks, in degrees."""
    west, south, east, north = shapes.blocks.loc[list(blocks)].total_bounds
    return (float(west), float(south), float(east), float(north))
