"""Ground: what is on a map before any name is led to from its area, and what that leaves free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from footprint.ink.pages import box_at
from footprint.labels.names import Label, Spot
from footprint.labels.rasters import CELL, SEA, Raster, beside_line, without
from footprint.labels.search import CLEAR, FINE, FURTHEST
from footprint.papers.box import Box

BERTH = 0.4
# How far leaders and words keep from where another leader begins, in millimetres.
_DOT = 1.0
# How long a leader over the sea may be, of the longer side of the map: further off, words would
# seem to name what is beside them.
_LONGEST = 0.4
# How much of a leader may run over land of others, of the longer side of all the land.
_ABROAD = 0.25


@dataclass(frozen=True, eq=False)
class Ground:
    """What is there before any name is placed beside its area.

    `placed` are labels already there and `taken` rectangles nothing may cover; `sizes` are
    points, the largest first. `plates` allows words on a white ground over other areas; `furthest`
    is how long a leader may be, in millimetres, before a number is better. Without `numbers`
    nobody sees those, and no name gives way to one. `kept` are areas that are named on their own
    land later, if they can be.
    """

    grid: Raster
    placed: tuple[Label, ...]
    taken: tuple[Box, ...]
    sizes: tuple[float, ...]
    plates: bool
    furthest: float = FURTHEST
    numbers: bool = True
    kept: frozenset[int] = frozenset()

    @property
    def columns(self) -> bool:
        """Whether names may stand in columns: where they need not be near, and not on land."""
        return not self.plates and self.furthest == FURTHEST

    @property
    def limit(self) -> float:
        """How long a leader may be on a map of this size."""
        box = self.grid.box
        return (
            self.furthest
            if self.plates
            else min(self.furthest, _LONGEST * max(box.width, box.height))
        )

    @property
    def abroad(self) -> float:
        """How much of a leader may run over land of others, on a map of all of it."""
        if self.plates:
            return inf
        land = self.grid.cells != SEA
        return _ABROAD * CELL * max(int(land.any(1).sum()), int(land.any(0).sum()))


def opened(ground: Ground) -> tuple[np.ndarray, np.ndarray]:
    """Say which cells words may take, and which leaders, before any name is placed."""
    free, passable = (np.ones_like(ground.grid.cells, dtype=bool) for _ in range(2))
    for box in (*ground.taken, *(label.box for label in ground.placed)):
        take(ground.grid, box, free, passable)
    for label in ground.placed:
        close(ground.grid, label.leader, free, passable)
    begun = [dot_at(label.leader[0]) for label in ground.placed if label.leader]
    return without(free, ground.grid, begun), without(passable, ground.grid, begun)


def dot_at(spot: Spot) -> Box:
    """Return the room that the beginning of a leader takes."""
    return box_at((spot[0] - _DOT, spot[1] - _DOT), 2 * _DOT, 2 * _DOT)


def holds(box: Box, spot: Spot) -> bool:
    """Say whether a spot lies in a rectangle."""
    return box.left <= spot[0] <= box.right and box.top <= -spot[1] <= box.bottom


def take(grid: Raster, box: Box, free: np.ndarray, passable: np.ndarray) -> None:
    """Keep other words off a rectangle, and leaders too."""
    free[grid.slots(box.grown(CLEAR))] = False
    passable[grid.slots(box.grown(BERTH))] = False


def close(grid: Raster, leader: Sequence[Spot], free: np.ndarray, passable: np.ndarray) -> None:
    """Close the cells a leader runs over, and those beside them, to other leaders and to words."""
    if leader:
        beside = beside_line(grid, leader, FINE)
        free[beside] = passable[beside] = False


def wordless(ground: Ground, done: Sequence[Label]) -> np.ndarray:
    """The cells that no words have yet, whatever leader runs or begins there."""
    boxes = [*ground.taken, *(label.box.grown(BERTH) for label in (*ground.placed, *done))]
    return without(np.ones_like(ground.grid.cells, dtype=bool), ground.grid, boxes)
