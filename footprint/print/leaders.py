"""Leaders: names that do not fit on their areas, set beside them with a line from one to other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.ndimage import binary_dilation

from footprint.ink.pages import box_at
from footprint.ink.words import MM, width
from footprint.papers.box import Box
from footprint.print.labels import LEADING, Form, Label, Name, Spot, forms, poles
from footprint.print.rasters import CELL, SEA, Raster, room, summed_area, without

_CLEAR = 0.9
_BERTH = 0.4
# What the white ground of a number has round it.
_RIM = 0.4
_FURTHEST, _ACROSS = 500, 0.6
_ROUNDS, _ENOUGH = 5, 3
_EASY_WIDTH = 27.0
# No leader is longer than a number is worth; words may begin a little further off.
_PLATE, FURTHEST, _REACH = 15.0, 52.0, 75.0


@dataclass(frozen=True, eq=False)
class Ground:
    """What is there before any name is placed beside its area.

    `placed` are labels already there and `taken` rectangles nothing may cover; `sizes` are
    points, the largest first. `plates` allows words on a white ground over other areas; `furthest`
    is how long a leader may be, in millimetres, before a number is better.
    """

    grid: Raster
    placed: tuple[Label, ...]
    taken: tuple[Box, ...]
    sizes: tuple[float, ...]
    plates: bool
    furthest: float = FURTHEST


def outside(names: Sequence[Name], ground: Ground) -> list[Label]:
    """Place names beside their areas with leader lines, or as numbers where there is no room.

    Names that came off worst in one round choose first in the next; the best round is kept.
    """
    if not names:
        return []
    crowd = _Crowd(ground, poles(names, ground.grid))
    order = sorted(names, key=lambda name: crowd.spots[name.area])
    blame = dict.fromkeys(crowd.spots, 0.0)
    rounds: list[list[Label]] = []
    while len(rounds) < _ROUNDS:
        labels = crowd.in_order(order)
        rounds.append(labels)
        for label in labels:
            blame[label.name.area] += strain(label) + FURTHEST * bool(label.number)
        order = sorted(names, key=lambda name: -blame[name.area])
        # Where names may not stand far off, numbers are no misfortune.
        usual = ground.furthest < FURTHEST or not any(label.number for label in labels)
        if len(rounds) >= _ENOUGH and usual:
            break
    best = min(rounds, key=lambda labels: sum(map(strain, labels)))
    return sorted(best, key=lambda label: label.name.area)


def strain(label: Label) -> float:
    """Say how far from good a label beside its area is, in millimetres of leader."""
    if label.number:
        return FURTHEST
    form = Form(label.lines, label.size, label.box.width, label.box.height)
    return _length(label.leader) + _awkward(form) + _PLATE * label.plate


def _length(leader: Sequence[Spot]) -> float:
    return float(np.hypot(*np.subtract(leader[0], leader[-1]))) if leader else 0.0


@dataclass(frozen=True, eq=False)
class _Crowd:
    """Names that all want room beside their areas, and where their leaders begin."""

    ground: Ground
    spots: Mapping[int, Spot]

    def in_order(self, names: Sequence[Name]) -> list[Label]:
        """Place one name after the other, each as well as those before it allow."""
        grid = self.ground.grid
        free, passable = (np.ones_like(grid.cells, dtype=bool) for _ in range(2))
        for box in (*self.ground.taken, *(label.box for label in self.ground.placed)):
            _take(grid, box, free, passable)
        for label in self.ground.placed:
            _close(grid, label.leader, free, passable)
        done: list[Label] = []
        for name in names:
            label = self._place(name, free, passable)
            _take(grid, label.box, free, passable)
            _close(grid, label.leader, free, passable)
            done.append(label)
        return done

    def _place(self, name: Name, free: np.ndarray, passable: np.ndarray) -> Label:
        search = _Search(
            name, self.spots[name.area], self.ground.grid, passable, self.ground.furthest
        )
        here = without(free, self.ground.grid, self._dots(name))
        sizes = self.ground.sizes
        at_sea = (search.nearest(here & self._sea, size, plate=False) for size in sizes)
        on_land = (
            search.nearest(here & spare, sizes[-1], plate=True) for spare in self._spares(name)
        )
        found = [next(filter(None, some), None) for some in (at_sea, on_land)]
        return min(filter(None, found), key=strain, default=None) or search.number(here, sizes[-1])

    def _dots(self, name: Name) -> list[Box]:
        """Keep words off the spots other leaders will begin at."""
        others = [spot for area, spot in self.spots.items() if area != name.area]
        return [box_at((x - 1, y - 1), 2, 2) for x, y in others]

    @cached_property
    def _sea(self) -> np.ndarray:
        return self.ground.grid.cells == SEA

    def _spares(self, name: Name) -> list[np.ndarray]:
        """Land nobody else's name is about, at first without, then with the area itself."""
        if not self.ground.plates:
            return []
        cells, placed = self.ground.grid.cells, self.ground.placed
        wanted = {*self.spots, *(label.name.area for label in placed if label.name.must)}
        return [~np.isin(cells, sorted(some)) for some in (wanted, wanted - {name.area})]


@dataclass(frozen=True, eq=False)
class _Search:
    """Looks for the room nearest to a spot that a straight leader reaches without a crossing.

    `passable` are the cells a leader may run over.
    """

    name: Name
    spot: Spot
    grid: Raster
    passable: np.ndarray
    furthest: float

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
        fits = room(summed, form.width + 2 * _CLEAR, form.height + 2 * _CLEAR, step=2)
        rows, columns = np.nonzero(fits)
        corners = np.column_stack((columns, rows)) * 2 * CELL + corner + _CLEAR
        ends = np.clip(self.spot, corners, corners + (form.width, form.height))
        near = _nearest(np.hypot(*(ends - self.spot).T), within)
        if not len(near):
            return None
        lengths = self._lengths(ends[near])
        best = int(np.argmin(lengths))
        if lengths[best] >= within:
            return None
        (x, y), end = corners[near[best]].tolist(), tuple(ends[near[best]].tolist())
        box = box_at((x, y), form.width, form.height)
        return Label(self.name, form.lines, form.size, box, (self.spot, end), plate)

    def _lengths(self, ends: np.ndarray) -> np.ndarray:
        """Say how long leaders to some ends are, for ever where something is in the way.

        Across other areas they count for more.
        """
        rows, columns = _along(self.grid, self.spot, ends)
        under = self.grid.cells[rows, columns]
        across = ((under != SEA) & (under != self.name.area)).mean(axis=0)
        lengths = np.hypot(*(ends - self.spot).T) * (1 + _ACROSS * across)
        return np.where(self.passable[rows, columns].all(axis=0), lengths, np.inf)

    def number(self, here: np.ndarray, size: float) -> Label:
        """Write a number as near the spot as nothing else stands, its leader over no other."""
        wide, tall = width("00", size, bold=True) + 0.6, LEADING * size * MM
        rows, columns = np.nonzero(room(summed_area(here), wide + 2 * _RIM, tall + 2 * _RIM))
        x, y = self.grid.middle(rows, columns)
        if not len(rows):
            x, y = np.array([self.spot[0] - wide / 2]), np.array([self.spot[1] - tall / 2])
        middles = np.column_stack((x + _RIM + wide / 2, y + _RIM + tall / 2))
        far = np.hypot(*(middles - self.spot).T)
        near = _nearest(far, np.inf)
        # Next to its spot a number needs no leader.
        lengths = np.where(far[near] > wide, self._lengths(middles[near]), far[near])
        best = near[np.argmin(lengths)]
        end = (float(middles[best][0]), float(middles[best][1]))
        box = box_at((end[0] - wide / 2, end[1] - tall / 2), wide, tall)
        leader = (self.spot, end) if far[best] > wide else ()
        return Label(self.name, (), size, box, leader, True, 1)


def _nearest(far: np.ndarray, within: float) -> np.ndarray:
    """Return the places of the smallest distances within a limit."""
    near = np.flatnonzero(far < within)
    if len(near) <= _FURTHEST:
        return near
    return near[np.sort(np.argpartition(far[near], _FURTHEST)[:_FURTHEST])]


def _along(grid: Raster, start: Spot, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and columns of the cells under straight lines, one column for each line."""
    far = float(np.hypot(*(ends - start).T).max())
    steps = np.linspace(0, 1, int(far / CELL) + 2)[:, None, None]
    x, y = np.moveaxis(start + steps * (ends - start), 2, 0)
    tall, wide = grid.cells.shape
    rows = ((y + grid.box.bottom) / CELL).astype(int)
    columns = ((x - grid.box.left) / CELL).astype(int)
    return np.clip(rows, 0, tall - 1), np.clip(columns, 0, wide - 1)


def _take(grid: Raster, box: Box, free: np.ndarray, passable: np.ndarray) -> None:
    """Keep other words off a rectangle, and leaders too."""
    free[grid.slots(box.grown(_CLEAR))] = False
    passable[grid.slots(box.grown(_BERTH))] = False


def _close(grid: Raster, leader: Sequence[Spot], free: np.ndarray, passable: np.ndarray) -> None:
    """Close the cells a leader runs over, and those beside them, to other leaders and to words."""
    if not leader:
        return
    rows, columns = _along(grid, leader[0], np.array([leader[1]]))
    run = np.zeros_like(passable)
    run[rows, columns] = True
    closed = ~binary_dilation(run, np.ones((3, 3), dtype=bool))
    free &= closed
    passable &= closed


def _awkward(form: Form) -> float:
    """Say how much longer a leader may be for words that are neither wide nor tall."""
    return 0.35 * max(0.0, form.width - _EASY_WIDTH) + 1.5 * max(0, len(form.lines) - 4)
