"""People: the blocks drawn as a contiguous cartogram, each as large as its residents are many."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy import ndimage, sparse

from geo.flow import CELLS, Edges, carried, covered
from geo.shapes import GRID, ShapeError, check_coverage

BLURS = (4, 2, 1, 1, 0.7, 0.5, 0.5, 0, 0, 0, 0, 0)
"""For each round, by how many cells the density is blurred: the first rounds move whole regions."""

ROOM = 1.5
"""Side of the square that is computed, in lengths of England; what is not England is even."""

SLACK_M2 = 1.0
"""A block's area is corrected until it is as near as this to its share of the whole."""

MOST_CORRECTIONS = 10
MOST_SMOOTHINGS = 50


@dataclass(frozen=True, eq=False)
class Mesh:
    """A coverage as edges between points that neighbours share.

    `place` is the number of the point at each coordinate of the blocks, in their order; `start`,
    `end` and `block` are the points of each edge and the number of the block on its left.
    """

    place: np.ndarray
    start: np.ndarray
    end: np.ndarray
    block: np.ndarray

    @property
    def blocks(self) -> int:
        """How many blocks there are."""
        return int(self.block.max()) + 1

    def areas(self, points: np.ndarray) -> np.ndarray:
        """The area of each block."""
        (x1, y1), (x2, y2) = points[self.start].T, points[self.end].T
        return np.bincount(self.block, (x1 * y2 - x2 * y1) / 2)

    def slopes(self, points: np.ndarray) -> sparse.csr_matrix:
        """How each block's area grows with each point: its eastings first, then its northings."""
        (x1, y1), (x2, y2) = points[self.start].T, points[self.end].T
        values = np.concatenate([y2, -y1, -x2, x1]) / 2
        columns = np.concatenate(
            [self.start, self.end, self.start + len(points), self.end + len(points)]
        )
        shape = (self.blocks, 2 * len(points))
        return sparse.csr_matrix((values, (np.tile(self.block, 4), columns)), shape=shape)

    def beside(self, points: np.ndarray) -> np.ndarray:
        """The middle of the points that each is joined to."""
        ends = np.concatenate([self.start, self.end])
        others = points[np.concatenate([self.end, self.start])]
        count = np.bincount(ends)
        sums = [np.bincount(ends, others[:, axis]) for axis in (0, 1)]
        return np.stack(sums, axis=1) / count[:, None]

    def tangled(self, points: np.ndarray) -> np.ndarray:
        """The ends of edges that meet anywhere but at an end they share."""
        edges = np.unique(np.sort(np.stack([self.start, self.end], axis=1), axis=1), axis=0)
        lines = shapely.linestrings(points[edges])
        one, other = shapely.STRtree(lines).query(lines, predicate="intersects")
        apart = (edges[one][:, :, None] != edges[other][:, None, :]).all(axis=(1, 2))
        return np.unique(edges[one[apart]])


def mesh_of(blocks: gpd.GeoSeries) -> Mesh:
    """The points and edges of a valid coverage whose outer rings all run clockwise."""
    shapes = blocks.to_numpy()
    _, place = np.unique(shapely.get_coordinates(shapes), axis=0, return_inverse=True)
    parts, block_of_part = shapely.get_parts(shapes, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    _, ring = shapely.get_coordinates(rings, return_index=True)
    place, along = place.ravel(), ring[1:] == ring[:-1]
    block = block_of_part[part_of_ring[ring[1:][along]]]
    # Walked the other way, a clockwise ring has its inside on the left.
    return Mesh(place, start=place[1:][along], end=place[:-1][along], block=block)


def by_people(blocks: gpd.GeoSeries, residents: pd.Series) -> gpd.GeoSeries:
    """The same blocks, vertex for vertex, each with its share of England's area.

    Whole metres on a plane that is nowhere the earth's, so without a CRS; England as a whole is
    as large as on the National Grid, and lies where it does there.
    """
    land = blocks.to_crs(GRID)
    mesh = mesh_of(blocks)
    points = np.empty((mesh.place.max() + 1, 2))
    points[mesh.place] = shapely.get_coordinates(land.to_numpy())
    shares = (residents.loc[blocks.index] / residents.loc[blocks.index].sum()).to_numpy()
    wanted = shares * mesh.areas(points).sum()
    for blur in BLURS:
        points = flowed(mesh, points, wanted, blur)
    points = np.rint(settled(mesh, points, wanted))
    drawn = shapely.set_coordinates(blocks.to_numpy().copy(), points[mesh.place])
    result = gpd.GeoSeries(drawn, index=blocks.index)
    check_coverage(result, what="the blocks by people")
    return result


def flowed(mesh: Mesh, points: np.ndarray, wanted: np.ndarray, blur: float) -> np.ndarray:
    """Where the points are after one round, in which people spread out evenly over the grid."""
    low, high = points.min(axis=0), points.max(axis=0)
    cell = ROOM * (high - low).max() / CELLS
    corner = (low + high) / 2 - cell * CELLS / 2
    at = (points - corner) / cell
    density = wanted / mesh.areas(points)
    edges = Edges(at[mesh.start], at[mesh.end])
    filled = 1 + covered(edges, density[mesh.block] - 1)
    return carried(at, ndimage.gaussian_filter(filled, blur)) * cell + corner


def settled(mesh: Mesh, points: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The points with every area as wanted and no edge across another, smoothed where one was.

    Points flow freely and edges between them are straight, so that a narrow inlet can close
    over itself.
    """
    for _ in range(MOST_SMOOTHINGS):
        points = corrected(mesh, points, wanted)
        tangled = mesh.tangled(np.rint(points))
        if not len(tangled):
            return points
        points[tangled] = (points[tangled] + mesh.beside(points)[tangled]) / 2
    raise ShapeError("The blocks by people cannot be drawn without edges that cross.")


def corrected(mesh: Mesh, points: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The points moved as little as makes every area what is wanted (Newton's method)."""
    for _ in range(MOST_CORRECTIONS):
        lacking = wanted - mesh.areas(points)
        if np.abs(lacking).max() < SLACK_M2:
            return points
        slopes = mesh.slopes(points)
        pull = np.linalg.solve((slopes @ slopes.T).toarray(), lacking)
        points = points + (slopes.T @ pull).reshape(2, -1).T
    raise ShapeError("The blocks cannot be given their shares of the area by small corrections.")
