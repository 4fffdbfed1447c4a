"""Small maps: a plan as a drawing of a few kilobytes, to stand among others of its kind."""

from __future__ import annotations

import base64
import html
from collections.abc import Collection
from functools import lru_cache

import geopandas as gpd
import numpy as np
import shapely

from footprint.facts.shapes import Shapes
from footprint.maps.layer import Layer
from footprint.maps.palette import HOUSE_BLUE, OUT_OF_SCOPE_FILL, PAPER
from footprint.plans.plan import Plan

_METRES = 2_500
"""What is smaller is not seen on a map of some hundred pixels."""


@lru_cache(4)
def _simple(shapes: Shapes) -> gpd.GeoSeries:
    simple = shapely.coverage_simplify(shapes.grid.to_numpy(), _METRES)
    return gpd.GeoSeries(simple, index=shapes.grid.index)


def small_map(shapes: Shapes, plan: Plan, standing_out: Collection[str], words: str) -> str:
    """Draw a plan as an image element; footprints that stand out are dark, the others pale.

    `words` are for those who cannot see it.
    """
    blocks = _simple(shapes)
    west, south, east, north = np.rint(blocks.total_bounds / 1000).astype(int)
    owner = plan.footprint_of.reindex(blocks.index)
    paths = []
    for footprint, members in blocks.groupby(owner):
        area = shapely.coverage_union_all(members.to_numpy())
        fill = HOUSE_BLUE if footprint in standing_out else OUT_OF_SCOPE_FILL
        paths.append(f'<path fill="{fill}" d="{_path(area, west, north)}"/>')
    return _image(paths, (0, 0, east - west, north - south), words)


@lru_cache(400)
def small_layer(shapes: Shapes, layer: Layer, scope: tuple[int, ...] = ()) -> str:
    """Draw a layer as an image element in its own colours; `scope` are blocks it must hold.

    It stands beside its title, so it says nothing to those who cannot see it.
    """
    blocks = _simple(shapes)
    west, _, _, north = np.rint(blocks.total_bounds / 1000).astype(int)
    owner, paths = np.array(layer.area_of_block), []
    for area in np.unique(owner):
        united = shapely.coverage_union_all(blocks.to_numpy()[owner == area])
        fill = layer.areas[area].fill
        paths.append(f'<path fill="{fill}" d="{_path(united, west, north)}"/>')
    shown = blocks.iloc[list(scope)] if scope else blocks
    left, low, right, top = np.rint(shown.total_bounds / 1000).astype(int)
    return _image(paths, (left - west, north - top, right - left, top - low), "")


def _image(paths: list[str], seen: tuple[int, int, int, int], words: str) -> str:
    """Paths as an image element; `seen` are left, top, width and height in kilometres."""
    width = max(seen[2:]) / 200
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(str, seen))}">'
        f'<g stroke="{PAPER}" stroke-width="{width:.2g}" stroke-linejoin="round">'
        f"{''.join(paths)}</g></svg>"
    )
    data = base64.b64encode(drawing.encode()).decode()
    return (
        f'<img class="small-map" alt="{html.escape(words)}" src="data:image/svg+xml;base64,{data}">'
    )


def _path(area: shapely.Geometry, west: int, north: int) -> str:
    """An outline in kilometres from the north-west corner."""
    parts = []
    for polygon in shapely.get_parts(area):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.rint(shapely.get_coordinates(ring) / 1000).astype(int)
            said = " ".join(f"{x - west},{north - y}" for x, y in points.tolist())
            parts.append(f"M{said}Z")
    return "".join(parts)
