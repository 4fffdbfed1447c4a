"""Narrow tidal water: given to the blocks on its banks before the blocks are drawn."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.shapes import GRID, check_coverage, containing, snapped

NARROW_M = 170
"""Water narrower than this is filled; 175 m took one ICB more than 0.5% from its official area."""

LAKE_M2 = 5e6
"""Water with land all round it is filled when it is smaller than this."""

ISLET_M2 = 1e5
"""An island smaller than this is not drawn."""

DETAIL_M = 20
"""Simplification done first, far below what is drawn, to halve the work."""

STEP_M = 50
"""Distance between the points on the banks from which water is divided."""

BANK_M = 1
"""A point no further from a block is on its bank."""

ABROAD = shapely.box([310e3, 330e3], [192e3, 567.5e3], [355e3, 394.5e3], [364e3, 657e3])
"""Rough boxes (EPSG:27700) of the Welsh and Scottish borders, where a gap is land, not water."""


def without_narrow_water(blocks: gpd.GeoSeries) -> gpd.GeoSeries:
    """The same blocks, in EPSG:27700, with narrow water and small lakes filled and no islets."""
    simple = shapely.coverage_simplify(blocks.to_numpy(), DETAIL_M)
    plain = gpd.GeoSeries(simple, index=blocks.index, crs=blocks.crs)
    result = without_islets(filled(plain, narrow_water(land(plain)))).reindex(blocks.index)
    check_coverage(result, what="the blocks with narrow water filled")
    return result


def land(blocks: gpd.GeoSeries) -> gpd.GeoSeries:
    """The pieces of land that all blocks dissolve into."""
    whole = shapely.coverage_union_all(blocks.to_numpy())
    return gpd.GeoSeries(shapely.get_parts(whole), crs=blocks.crs)


def narrow_water(ground: gpd.GeoSeries) -> np.ndarray:
    """The pieces of water that the morphological closing of the land by NARROW_M fills."""
    whole = shapely.multipolygons(ground.to_numpy())
    wide = shapely.buffer(whole, NARROW_M / 2, join_style="mitre")
    closed = shapely.get_parts(shapely.buffer(wide, -NARROW_M / 2, join_style="mitre"))
    full = shapely.union_all([*closed, *lakes(gpd.GeoSeries(closed, crs=ground.crs))])
    pieces = shapely.get_parts(shapely.difference(full, whole, grid_size=0.1))
    # Below a hectare it is a corner rounded off, which simplification does better.
    kept = (shapely.area(pieces) > 1e4) & ~shapely.intersects(pieces, shapely.union_all(ABROAD))
    return pieces[kept]


def lakes(ground: gpd.GeoSeries) -> np.ndarray:
    """The holes in the land that are smaller than LAKE_M2."""
    rings, part = shapely.get_rings(ground.to_numpy(), return_index=True)
    hole = np.append(False, part[1:] == part[:-1])
    holes = gpd.GeoSeries(shapely.polygons(rings[hole]), crs=ground.crs)
    return holes[holes.to_crs(GRID).area < LAKE_M2].to_numpy()


def without_lakes(blocks: gpd.GeoSeries) -> gpd.GeoSeries:
    """The same blocks, each small lake whole in the block with the longest bank on it.

    This is for the few that arise where the mouth of wider water closes in drawing.
    """
    holes = lakes(land(blocks))
    tree = shapely.STRtree(blocks.to_numpy())
    number = [_longest_bank(hole, tree) for hole in holes]
    pieces = pd.concat([blocks, gpd.GeoSeries(holes, index=blocks.index[number], crs=blocks.crs)])
    result = dissolved(pieces).reindex(blocks.index)
    check_coverage(result, what="the blocks with small lakes filled")
    return result


def _longest_bank(hole: shapely.Geometry, blocks: shapely.STRtree) -> int:
    near = np.sort(blocks.query(hole, predicate="intersects"))
    shared = shapely.intersection(blocks.geometries[near], shapely.boundary(hole))
    return int(near[np.argmax(shapely.length(shared))])


def dissolved(pieces: gpd.GeoSeries) -> gpd.GeoSeries:
    """One shape per block dissolved from its pieces, its vertices always in the same order."""
    frame = gpd.GeoDataFrame({"block": pieces.index}, geometry=pieces.to_numpy(), crs=pieces.crs)
    return frame.dissolve("block", method="coverage").geometry.normalize()


def filled(blocks: gpd.GeoSeries, water: np.ndarray) -> gpd.GeoSeries:
    """The blocks with each piece of water added to the blocks on its banks, on a grid of 1 m."""
    tree = shapely.STRtree(blocks.to_numpy())
    # Each block is asked how far it is from thousands of points.
    shapely.prepare(tree.geometries)
    shares = [divided(piece, tree) for piece in water]
    number = np.concatenate([np.arange(len(blocks)), *(owner for owner, _ in shares)])
    shapes = np.concatenate([blocks.to_numpy(), *(parts for _, parts in shares)])
    return snapped(gpd.GeoSeries(shapes, index=blocks.index[number], crs=blocks.crs), decimals=0)


def divided(piece: shapely.Geometry, blocks: shapely.STRtree) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of the blocks on the banks of the water, and the part nearest to each.

    The parts are Voronoi cells of points along the banks.
    """
    xy, owner = banks(piece, blocks)
    found = np.unique(owner)
    if len(found) == 1:
        return found, np.array([piece])
    points = shapely.multipoints(xy)
    cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=piece, ordered=True))
    nearest = [shapely.coverage_union_all(cells[owner == number]) for number in found]
    return found, shapely.intersection(piece, nearest)


def banks(piece: shapely.Geometry, blocks: shapely.STRtree) -> tuple[np.ndarray, np.ndarray]:
    """Points along the banks, without the open mouth, and the number of the block at each."""
    line = shapely.segmentize(shapely.boundary(piece), STEP_M)
    xy = np.unique(shapely.get_coordinates(line), axis=0)
    points, owner = shapely.points(xy), np.full(len(xy), -1)
    near = blocks.query(shapely.buffer(shapely.envelope(piece), BANK_M))
    # Where two blocks meet, the first of them has the point.
    for block in np.sort(near)[::-1]:
        owner[shapely.dwithin(blocks.geometries[block], points, BANK_M)] = block
    return xy[owner >= 0], owner[owner >= 0]


def without_islets(blocks: gpd.GeoSeries) -> gpd.GeoSeries:
    """The blocks without islands under ISLET_M2, unless the block has nothing else."""
    islands = land(blocks)
    parts = blocks.explode()
    islet = containing(parts.to_numpy(), islands[islands.area < ISLET_M2].to_numpy()) >= 0
    nothing_else = pd.Series(islet).groupby(parts.index).transform("all").to_numpy()
    return dissolved(parts[~islet | nothing_else])
