"""Search: the room nearest to a spot that words, or a number, can be led to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, inf

import numpy as np
import shapely

from footprint.ink.pages import box_at, polygon
from footprint.labels.names import Form, Label, Name, Spot, forms
from footprint.labels.rasters import (
    CELL,
    SEA,
    Raster,
    cells_of,
    room,
    summed_area,
    under_line,
)

# How much room words have round them, in millimetres.
CLEAR = 0.9
_MOST, _AT_ONCE, _ACROSS = 500, 40, 0.6
_EASY_WIDTH = 27.0
# Corners of words are tried at every so many cells.
_STEP = 2
# How far apart what lies under a leader is looked at.
FINE, _GLANCE = CELL / 2, 4 * CELL
# No leader is longer than a number is worth; words may begin a little further off.
_PLATE, FURTHEST, _REACH = 15.0, 52.0, 75.0


@dataclass(frozen=True, eq=False)
class Search:
    """Looks for the room nearest to a spot that a straight leader reaches without a crossing.

    `passable` are the cells a leader may run over, and `abroad` how much of it over land of others.
    """

    name: Name
    spot: Spot
    grid: Raster
    passable: np.ndarray
    furthest: float
    abroad: float = inf

    def nearest(self, free: np.ndarray, size: float, *, plate: bool) -> Label | None:
        """Set the name in the way that has the best room, or say that none has any."""
        reach = box_at((self.spot[0] - _REACH, self.spot[1] - _REACH), 2 * _REACH, 2 * _REACH)
        slots = self.grid.slots(reach)
        corner = self.grid.middle(slots[0].start, slots[1].start)
        summed, best, within = summed_area(free[slots]), None, self.furthest
        for form in forms(self.name, size):
            if found := self._best(form, summed, corner, within - _awkward(form), plate):
                best, within = found, strain(found) - _PLATE * plate
        return best

    def _best(
        self, form: Form, summed: np.ndarray, corner: Spot, within: float, plate: bool
    ) -> Label | None:
        corners = self._corners(form, summed, corner, within)
        ends = np.clip(self.spot, corners, corners + (form.width, form.height))
        best = self.shortest(ends, within)
        if best is None:
            return None
        (x, y), end = corners[best].tolist(), tuple(ends[best].tolist())
        box = box_at((x, y), form.width, form.height)
        return Label(self.name, form.lines, form.size, box, (self.spot, end), plate)

    def _corners(self, form: Form, summed: np.ndarray, corner: Spot, within: float) -> np.ndarray:
        """Where the lower left corner of words may be that have room and are not too far off."""
        sides = (form.height, form.width)
        cuts = [
            _reached(self.spot[n] - corner[n] - CLEAR, side, within)
            for n, side in zip((1, 0), sides, strict=True)
        ]
        spans = [
            slice(_STEP * cut.start, _STEP * cut.stop + cells_of(side + 2 * CLEAR))
            for cut, side in zip(cuts, sides, strict=True)
        ]
        tall, wide = (side + 2 * CLEAR for side in sides)
        fits = room(summed[spans[0], spans[1]], wide, tall, step=_STEP)
        rows, columns = np.nonzero(fits)
        places = np.column_stack((columns + cuts[1].start, rows + cuts[0].start))
        return places * _STEP * CELL + corner + CLEAR

    def shortest(self, ends: np.ndarray, within: float) -> int | None:
        """Find the end with the shortest leader, among those nearest; None where none is free."""
        far = np.hypot(*(ends - self.spot).T)
        near = _nearest(far, within)
        # Most are seen to be cut off at a first glance.
        near = near[self._open(ends[near], _GLANCE)]
        best, least = None, within
        for first in range(0, len(near), _AT_ONCE):
            some = near[first : first + _AT_ONCE]
            # A leader is never shorter than its end is far.
            if far[some[0]] >= least:
                break
            lengths = self._lengths(ends[some])
            if lengths.min() < least:
                best, least = int(some[np.argmin(lengths)]), float(lengths.min())
        return best

    def _lengths(self, ends: np.ndarray) -> np.ndarray:
        """Say how long leaders to some ends are, for ever where something is in the way.

        Across other areas they count for more.
        """
        rows, columns = under_line(self.grid, self.spot, ends, FINE)
        under = self.grid.cells[rows, columns]
        across = ((under != SEA) & (under != self.name.area)).mean(axis=0)
        far = np.hypot(*(ends - self.spot).T)
        there = self.passable[rows, columns].all(axis=0) & (across * far <= self.abroad)
        return np.where(there, far * (1 + _ACROSS * across), np.inf)

    def _open(self, ends: np.ndarray, step: float) -> np.ndarray:
        """Say whether leaders to some ends run over passable cells, looked at so far apart."""
        if not len(ends):
            return np.zeros(0, dtype=bool)
        return self.passable[under_line(self.grid, self.spot, ends, step)].all(axis=0)


def _reached(ahead: float, side: float, within: float) -> slice:
    """Which steps of a side lead to words that a leader of some length can reach.

    `ahead` is how far the spot is from the first step, and `side` how long the words are.
    """
    step = _STEP * CELL
    first, last = floor((ahead - side - within) / step), floor((ahead + within) / step)
    return slice(max(0, first), max(0, last + 2))


def _nearest(far: np.ndarray, within: float) -> np.ndarray:
    """Return the places of the smallest distances within a limit, the smallest first."""
    near = np.flatnonzero(far < within)
    if len(near) > _MOST:
        near = near[np.argpartition(far[near], _MOST)[:_MOST]]
    return near[np.argsort(far[near], kind="stable")]


def astray(labels: Sequence[Label], placed: Sequence[Label]) -> frozenset[int]:
    """The areas of labels whose leaders run over another label or its leader."""
    lost = _over([*labels, *placed])[: len(labels)].any(axis=1)
    return frozenset(label.name.area for label, bad in zip(labels, lost, strict=True) if bad)


def entangled(labels: Sequence[Label]) -> list[Label]:
    """The labels whose leaders run over another or its leader, and those that are run over."""
    over = _over(labels)
    bad = over.any(axis=1) | over.any(axis=0)
    return [label for label, one in zip(labels, bad, strict=True) if one]


def _over(labels: Sequence[Label]) -> np.ndarray:
    """Which leader, by row, runs over which label or its leader."""
    drawn = np.array([shapely.LineString(label.leader) for label in labels])
    words = np.array([polygon(label.box) for label in labels])
    over = shapely.intersects(drawn[:, None], words[None, :])
    over |= shapely.intersects(drawn[:, None], drawn[None, :])
    np.fill_diagonal(over, False)
    return over


def strain(label: Label) -> float:
    """Say how far from good a label beside its area is, in millimetres of leader."""
    if label.number:
        return FURTHEST
    form = Form(label.lines, label.size, label.box.width, label.box.height)
    return leader_length(label) + _awkward(form) + _PLATE * label.plate


def leader_length(label: Label) -> float:
    """Say how long the leader of a label is, 0 without one."""
    return float(np.hypot(*np.subtract(*label.leader))) if label.leader else 0.0


def _awkward(form: Form) -> float:
    """Say how much longer a leader may be for words that are neither wide nor tall."""
    return 0.35 * max(0.0, form.width - _EASY_WIDTH) + 1.5 * max(0, len(form.lines) - 4)
