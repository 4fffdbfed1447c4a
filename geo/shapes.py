"""Shapes: from 33,755 small areas to 327 blocks that share their edges."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

TOLERANCE_M = 200
"""Simplification: a corner cutting off less than about TOLERANCE_M squared may go."""

DECIMALS = 4
"""Coordinates in degrees: 0.0001 is 11 m north to south and 7 m east to west."""

GRID = "EPSG:27700"
DEGREES = "EPSG:4326"


class ShapeError(ValueError):
    """The shapes do not fit together."""


def small_areas(features: Iterable[dict[str, Any]]) -> gpd.GeoSeries:
    """The shapes of the 2021 LSOAs, made valid, in EPSG:27700, indexed by LSOA code."""
    codes, shapes = zip(
        *((f["properties"]["LSOA21CD"], f["geometry"]) for f in features), strict=True
    )
    drawn = list(map(shapely.geometry.shape, shapes))
    series = gpd.GeoSeries(drawn, index=list(codes), crs=DEGREES).sort_index()
    return series.make_valid().to_crs(GRID)


def dissolve(shapes: gpd.GeoSeries, block: pd.Series) -> gpd.GeoSeries:
    """One shape per block from the small areas in it; the two indexes must be equal."""
    frame = gpd.GeoDataFrame({"block": block}, geometry=shapes)
    blocks = frame.dissolve("block", method="coverage").geometry
    check_coverage(blocks, what="the dissolved blocks")
    return blocks


def check_coverage(blocks: gpd.GeoSeries, *, what: str) -> None:
    """Refuse shapes that overlap, or whose shared edges differ."""
    shapes = blocks.to_numpy()
    wrong = blocks.index[~shapely.is_valid(shapes) | shapely.is_empty(shapes)]
    if len(wrong) or not shapely.coverage_is_valid(shapes):
        raise ShapeError(f"{what} are not one clean coverage; see block {', '.join(wrong[:5])}.")


def simplified(blocks: gpd.GeoSeries) -> gpd.GeoSeries:
    """The blocks as the browser gets them: simplified as one coverage, in rounded degrees."""
    simple = shapely.coverage_simplify(blocks.to_numpy(), TOLERANCE_M)
    degrees = gpd.GeoSeries(simple, index=blocks.index, crs=GRID).to_crs(DEGREES)
    result = snapped(degrees)
    check_coverage(result, what="the simplified blocks in degrees")
    check_coverage(result.to_crs(GRID), what="the simplified blocks in metres")
    return result


def snapped(pieces: gpd.GeoSeries, decimals: int = DECIMALS) -> gpd.GeoSeries:
    """One shape per block, every vertex snapped to the grid and every edge still shared.

    Rounding vertex by vertex makes edges cross where lines run close. So all the lines are
    noded and snapped together, and each face between them goes to the block of the piece it
    lay in. A face narrower than the grid disappears with no gap.
    """
    lines = shapely.union_all(shapely.boundary(pieces.to_numpy()), grid_size=10.0**-decimals)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    number = containing(faces, pieces.to_numpy())
    known = number >= 0
    frame = gpd.GeoDataFrame({"block": pieces.index[number[known]]}, geometry=faces[known])
    whole = frame.dissolve("block", method="coverage").geometry
    tidy = shapely.normalize(shapely.transform(whole.to_numpy(), lambda xy: xy.round(decimals)))
    tidy = shapely.orient_polygons(tidy)
    return gpd.GeoSeries(tidy, index=whole.index, crs=pieces.crs).reindex(pieces.index.unique())


def containing(faces: np.ndarray, shapes: np.ndarray) -> np.ndarray:
    """For each face the number of the shape its middle lies in, or -1 for open water."""
    number = np.full(len(faces), -1)
    middle = shapely.point_on_surface(faces)
    face, shape = shapely.STRtree(shapes).query(middle, predicate="within")
    number[face] = shape
    return number


def sizes(blocks: gpd.GeoSeries) -> pd.DataFrame:
    """Area in square kilometres and length of the whole boundary in kilometres, per block."""
    return pd.DataFrame(
        {
            "block": blocks.index,
            "area_km2": (blocks.area / 1e6).round(4).to_numpy(),
            "perimeter_km": (blocks.length / 1e3).round(4).to_numpy(),
        }
    )


def borders(blocks: gpd.GeoSeries) -> pd.DataFrame:
    """Every pair of blocks that touch along a line, with the length in kilometres.

    In a valid coverage a shared border is the same segments on both sides, so equal segments
    are paired; blocks that meet in a point have none.
    """
    segments = _segments(blocks)
    ends = ["x1", "y1", "x2", "y2"]
    pairs = segments.merge(segments, on=ends, suffixes=("_a", "_b"))
    pairs = pairs[pairs["block_a"] < pairs["block_b"]]
    length = np.hypot(pairs["x2"] - pairs["x1"], pairs["y2"] - pairs["y1"]) / 1e3
    table = length.groupby([pairs["block_a"], pairs["block_b"]]).sum().round(4)
    return table.rename("length_km").reset_index()


def _segments(blocks: gpd.GeoSeries) -> pd.DataFrame:
    """The segments of every ring, each with its ends in one fixed order."""
    rings, ring_of = shapely.get_rings(shapely.get_parts(blocks.to_numpy()), return_index=True)
    part_of = np.repeat(np.arange(len(blocks)), shapely.get_num_geometries(blocks.to_numpy()))
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    inner = ring[1:] == ring[:-1]
    start, end = xy[:-1][inner], xy[1:][inner]
    turn = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    start[turn], end[turn] = end[turn], start[turn].copy()
    frame = pd.DataFrame(np.hstack([start, end]), columns=["x1", "y1", "x2", "y2"])
    frame["block"] = blocks.index.to_numpy()[part_of[ring_of[ring[:-1][inner]]]]
    return frame


def write_blocks(blocks: gpd.GeoSeries, path: Path) -> None:
    """Write the blocks as GeoJSON, EPSG:4326, in the order of their keys."""
    features = [
        {"type": "Feature", "properties": {"block": key}, "geometry": shapely.geometry.mapping(s)}
        for key, s in blocks.sort_index().items()
    ]
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")
