"""Anchors: where an area's name goes, at the centre of the largest circle inscribed in it."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely

from footprint.facts.shapes import Shapes, dissolved

# Detail in metres that does not move a name.
_TOLERANCE = 500


@dataclass(frozen=True)
class Anchor:
    """An area's pole of inaccessibility, the point inside it that is furthest from its boundary.

    Longitude, latitude, and the radius in metres of the inscribed circle.
    """

    longitude: float
    latitude: float
    radius: float


def anchors(shapes: Shapes, owner: pd.Series) -> dict[str, Anchor]:
    """Find the pole of inaccessibility of each area's largest polygon; `owner` is by block."""
    areas = dissolved(shapes, owner)
    largest = [max(shapely.get_parts(area), key=shapely.area) for area in areas]
    circles = shapely.maximum_inscribed_circle(shapely.simplify(largest, _TOLERANCE), _TOLERANCE)
    placed = shapes.degrees(gpd.GeoSeries(shapely.get_point(circles, 0), crs=areas.crs))
    return {
        area: Anchor(round(point.x, 4), round(point.y, 4), round(float(radius)))
        for area, point, radius in zip(areas.index, placed, shapely.length(circles), strict=True)
    }
