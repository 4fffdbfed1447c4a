"""Shapes: the outlines of the blocks, and of the areas they dissolve into."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from footprint.facts.manifest import ROOT, read_text
from footprint.facts.topology import Topology, topology_of

NATIONAL_GRID = "EPSG:27700"
LONGITUDE_LATITUDE = "EPSG:4326"


class ShapeError(ValueError):
    """The blocks' shapes do not fit together."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """The 327 blocks drawn as one coverage: neighbours share their border vertex for vertex.

    `blocks` is indexed by block, sorted, in EPSG:4326.
    """

    blocks: gpd.GeoSeries

    @cached_property
    def grid(self) -> gpd.GeoSeries:
        """The same shapes on the British National Grid, in metres."""
        return self.blocks.to_crs(NATIONAL_GRID)

    def degrees(self, drawn: gpd.GeoSeries) -> gpd.GeoSeries:
        """Longitude and latitude of what is drawn on the grid."""
        return drawn.to_crs(LONGITUDE_LATITUDE)

    @cached_property
    def topology(self) -> Topology:
        """The coverage as arcs and the rings they make."""
        return topology_of(self.blocks)


def read_shapes(root: Path = ROOT) -> Shapes:
    """Read the blocks' shapes, refusing a coverage with gaps or overlaps."""
    return Shapes(read_coverage("geo/blocks.geojson", root).set_crs(LONGITUDE_LATITUDE))


def read_coverage(path: str, root: Path = ROOT) -> gpd.GeoSeries:
    """Read shapes by block, sorted, without a CRS; refuse gaps and overlaps."""
    features = json.loads(read_text(path, root))["features"]
    names = [feature["properties"]["block"] for feature in features]
    geometry = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    if not shapely.coverage_is_valid(geometry):
        raise ShapeError(f"{path} has gaps or overlaps. Run: python -m geo.prepare")
    return gpd.GeoSeries(geometry, index=pd.Index(names, name="block")).sort_index()


def dissolved(shapes: Shapes, owner: pd.Series) -> gpd.GeoSeries:
    """Dissolve the blocks into areas on the grid, indexed by area.

    `owner` names each block's area; blocks without one are left out.
    """
    areas = owner.reindex(shapes.grid.index)
    return shapes.grid.groupby(areas).agg(lambda part: shapely.coverage_union_all(part.to_numpy()))


def bounds(shapes: Shapes, blocks: Iterable[str]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of some blocks, in degrees."""
    west, south, east, north = shapes.blocks.loc[list(blocks)].total_bounds
    return (float(west), float(south), float(east), float(north))
