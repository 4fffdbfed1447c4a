"""Flow: people spread out until they live equally densely everywhere, and carry points along.

The fast flow-based method of Gastner, Seguy and More (2018), "Fast flow-based algorithm for
creating density-equalizing map projections", PNAS 115 (10), E2156-E2164.
"""

from dataclasses import dataclass

import numpy as np
from scipy import fft, ndimage

CELLS = 512
"""Cells of the grid along each side."""

STEPS = 24
"""Steps of the fourth-order Runge-Kutta rule from the start of a flow to its end."""


@dataclass(frozen=True, eq=False)
class Edges:
    """The edges of rings in cells of the grid, each with the ring's inside on its left."""

    start: np.ndarray
    end: np.ndarray


def covered(edges: Edges, weight: np.ndarray) -> np.ndarray:
    """How much of each cell the rings cover, exactly, each edge counted by its weight.

    An edge adds what lies to the left of it, which rings leave only inside themselves.
    """
    number, start, end = _cut_at_cells(edges)
    middle = (start + end) / 2
    column, row = np.floor(middle).astype(int).T
    rise = (end - start)[:, 1] * weight[number]
    cell = row * CELLS + column
    within = np.bincount(cell, rise * (middle[:, 0] - column), CELLS**2).reshape(CELLS, CELLS)
    passed = np.bincount(cell, rise, CELLS**2).reshape(CELLS, CELLS)
    to_the_left = np.cumsum(passed[:, ::-1], axis=1)[:, ::-1] - passed
    return within + to_the_left


def _cut_at_cells(edges: Edges) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The edges cut where they cross from cell to cell: number of the edge, start and end."""
    along = edges.end - edges.start
    every = np.arange(len(along))
    numbers = [every, every]
    shares = [np.zeros(len(along)), np.ones(len(along))]
    for axis in (0, 1):
        one, other = edges.start[:, axis], edges.end[:, axis]
        first = np.ceil(np.minimum(one, other))
        lines = np.maximum(np.ceil(np.maximum(one, other)) - first, 0).astype(int)
        number = np.repeat(every, lines)
        nth = np.arange(len(number)) - np.repeat(np.cumsum(lines) - lines, lines)
        numbers.append(number)
        shares.append((first[number] + nth - one[number]) / along[number, axis])
    number, share = np.concatenate(numbers), np.concatenate(shares)
    order = np.lexsort((share, number))
    number, share = number[order], share[order]
    follows = number[1:] == number[:-1]
    number, here, there = number[:-1][follows], share[:-1][follows], share[1:][follows]
    begin, way = edges.start[number], along[number]
    return number, begin + way * here[:, None], begin + way * there[:, None]


def carried(points: np.ndarray, density: np.ndarray) -> np.ndarray:
    """Where points, in cells, are when the density has flowed until it is even everywhere."""
    even = density.mean()
    east, north = _flux(density - even)

    def velocity(at: np.ndarray, time: float) -> np.ndarray:
        x, y = at.T
        now = (1 - time) * _read(density, x - 0.5, y - 0.5) + time * even
        return np.stack([_read(east, x, y - 0.5) / now, _read(north, x - 0.5, y) / now], axis=1)

    step = 1 / STEPS
    for time in np.arange(STEPS) * step:
        one = velocity(points, time)
        two = velocity(points + step / 2 * one, time + step / 2)
        three = velocity(points + step / 2 * two, time + step / 2)
        four = velocity(points + step * three, time + step)
        points = points + step / 6 * (one + 2 * two + 2 * three + four)
    return points


def _flux(surplus: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What flows east and north across the sides of each cell; nothing leaves the grid.

    Poisson's equation for the cells, solved by cosine transforms.
    """
    wave = 2 * np.cos(np.pi * np.arange(CELLS) / CELLS) - 2
    stiffness = wave[:, None] + wave[None, :]
    # The mean of the potential is free, and its surplus nought.
    stiffness[0, 0] = 1
    potential = fft.idctn(fft.dctn(surplus) / stiffness)
    inside = ((0, 0), (1, 1))
    east = np.pad(np.diff(potential, axis=1), inside)
    north = np.pad(np.diff(potential, axis=0), inside[::-1])
    return east, north


def _read(values: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return ndimage.map_coordinates(values, [y, x], order=1, mode="nearest")
