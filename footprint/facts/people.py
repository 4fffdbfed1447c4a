"""People: the blocks' outlines again, each block as large as its residents are many."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

import geopandas as gpd
import numpy as np
import shapely

from footprint.facts.manifest import ROOT
from footprint.facts.shapes import LONGITUDE_LATITUDE, ShapeError, Shapes, read_coverage
from footprint.facts.topology import STEPS, Point, Topology

Ground = Literal["land", "people"]


@dataclass(frozen=True)
class Placement:
    """Where a plane of its own lies on a web map: one scale in every direction.

    `x` and `y` are where the plane's origin lies on the Mercator map of a sphere of radius 1, and
    `scale` is in such units for each metre of the plane.
    """

    x: float
    y: float
    scale: float

    def degrees(self, points: np.ndarray) -> np.ndarray:
        """Longitude and latitude at which a web map shows points of the plane."""
        x, y = np.asarray(points).T * self.scale + [[self.x], [self.y]]
        return np.degrees(np.stack([x, np.arctan(np.sinh(y))], axis=1))


@dataclass(frozen=True, eq=False)
class PeopleShapes(Shapes):
    """The blocks on a plane that is nowhere the earth's, vertex for vertex those of the land.

    `plane` in metres, without a CRS; `blocks` where a web map shows it, which is over England and
    as tall, in degrees that mean no place.
    """

    land: Shapes
    plane: gpd.GeoSeries
    placement: Placement

    @cached_property
    def grid(self) -> gpd.GeoSeries:
        """The plane itself."""
        return self.plane

    def degrees(self, drawn: gpd.GeoSeries) -> gpd.GeoSeries:
        """Where a web map shows what is drawn on the plane."""
        return _degrees(drawn, self.placement)

    @cached_property
    def topology(self) -> Topology:
        """The arcs of the land, each point where it is on this ground."""
        here = dict(zip(_points(self.land.blocks), _points(self.blocks), strict=True))
        arcs = tuple(tuple(here[point] for point in arc) for arc in self.land.topology.arcs)
        return replace(self.land.topology, arcs=arcs)


def read_people(land: Shapes, root: Path = ROOT) -> PeopleShapes:
    """Read the blocks by people, refusing those whose vertices are not the land's."""
    plane = read_coverage("geo/people.geojson", root)
    counts = [shapely.get_num_coordinates(drawn.to_numpy()) for drawn in (plane, land.blocks)]
    if not plane.index.equals(land.blocks.index) or (counts[0] != counts[1]).any():
        raise ShapeError(
            "geo/people.geojson is not drawn from geo/blocks.geojson. Run: python -m geo.prepare"
        )
    placement = over(plane, land)
    return PeopleShapes(_degrees(plane, placement), land, plane, placement)


def over(plane: gpd.GeoSeries, land: Shapes) -> Placement:
    """Place a plane over the land so that it is as tall on a web map."""
    west, south, east, north = np.radians(land.blocks.total_bounds)
    low, high = np.arcsinh(np.tan([south, north]))
    left, bottom, right, top = plane.total_bounds
    scale = (high - low) / (top - bottom)
    return Placement(
        x=float((west + east) / 2 - (left + right) / 2 * scale),
        y=float(low - bottom * scale),
        scale=float(scale),
    )


def _degrees(drawn: gpd.GeoSeries, placement: Placement) -> gpd.GeoSeries:
    moved = shapely.transform(drawn.to_numpy(), placement.degrees)
    return gpd.GeoSeries(moved, index=drawn.index, crs=LONGITUDE_LATITUDE)


def _points(blocks: gpd.GeoSeries) -> list[Point]:
    whole = np.rint(shapely.get_coordinates(blocks.to_numpy()) * STEPS).astype(int)
    return [(x, y) for x, y in whole.tolist()]
