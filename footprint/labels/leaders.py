"""Leaders: names that do not fit on their areas, set beside them with a line from one to other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import floor

import numpy as np

from footprint.ink.pages import box_at
from footprint.ink.words import MM, width
from footprint.labels.columns import in_columns
from footprint.labels.names import LEADING, Form, Label, Name, Spot, forms, poles
from footprint.labels.rasters import (
    CELL,
    SEA,
    Raster,
    cells_of,
    room,
    summed_area,
    under_line,
    without,
)
from footprint.papers.box import Box

_CLEAR = 0.9
_BERTH = 0.4
# What the white ground of a number has round it.
_RIM = 0.4
_MOST, _AT_ONCE, _ACROSS = 500, 40, 0.6
_ROUNDS, _ENOUGH = 5, 3
# With more numbers than these after a round, columns serve better than another round.
_FEW = 3
_EASY_WIDTH = 27.0
# Corners of words are tried at every so many cells.
_STEP = 2
# How far apart what lies under a leader is looked at.
_FINE, _GLANCE = CELL / 2, 4 * CELL
# Where a number looks for room first, in millimetres to each side.
_NEAR_BY = 16.0
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

    @property
    def columns(self) -> bool:
        """Whether names may stand in columns: where they need not be near, and not on land."""
        return not self.plates and self.furthest == FURTHEST


def outside(names: Sequence[Name], ground: Ground) -> list[Label]:
    """Place names beside their areas with leader lines, or as numbers where there is no room.

    Names that came off worst in one round choose first in the next; the best round is kept.
    """
    if not names:
        return []
    spots = poles(names, ground.grid)
    best = _best_round(names, _Crowd(ground, spots))
    for size in ground.sizes if ground.columns else ():
        if any(label.number for label in best):
            tried = _with_columns(names, ground, spots, size)
            best = min(best, tried, key=_numbers_first)
    return sorted(best, key=lambda label: label.name.area)


def _with_columns(
    names: Sequence[Name], ground: Ground, spots: Mapping[int, Spot], size: float
) -> list[Label]:
    """Stack names along both shores, and place those without room there as well as can be."""
    taken = [*ground.taken, *(label.box for label in ground.placed)]
    stacked = in_columns(names, spots, ground.grid, taken, size, ground.furthest)
    done = {label.name.area for label in stacked}
    left = [name for name in names if name.area not in done]
    if not left:
        return stacked
    after = replace(ground, placed=(*ground.placed, *stacked))
    return [*stacked, *_best_round(left, _Crowd(after, spots))]


def _numbers_first(labels: Sequence[Label]) -> tuple[int, float]:
    """A number sends the reader to a list and back, which no leader does."""
    return sum(bool(label.number) for label in labels), _strains(labels)


def _strains(labels: Sequence[Label]) -> float:
    return sum(map(strain, labels))


def _best_round(names: Sequence[Name], crowd: _Crowd) -> list[Label]:
    ground = crowd.ground
    order = sorted(names, key=lambda name: crowd.spots[name.area])
    blame = dict.fromkeys(crowd.spots, 0.0)
    rounds: list[list[Label]] = []
    while len(rounds) < _ROUNDS:
        labels = crowd.in_order(order)
        rounds.append(labels)
        for label in labels:
            blame[label.name.area] += strain(label) + FURTHEST * bool(label.number)
        order = sorted(names, key=lambda name: -blame[name.area])
        # Where names may not stand far off, numbers are no misfortune, and columns have none.
        near = ground.columns or ground.furthest < FURTHEST
        usual = near or not any(label.number for label in labels)
        crowded = ground.columns and sum(bool(label.number) for label in labels) > _FEW
        if crowded or (len(rounds) >= _ENOUGH and usual):
            break
    return min(rounds, key=_strains)


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
        corners = self._corners(form, summed, corner, within)
        ends = np.clip(self.spot, corners, corners + (form.width, form.height))
        best = self._shortest(ends, within)
        if best is None:
            return None
        (x, y), end = corners[best].tolist(), tuple(ends[best].tolist())
        box = box_at((x, y), form.width, form.height)
        return Label(self.name, form.lines, form.size, box, (self.spot, end), plate)

    def _corners(self, form: Form, summed: np.ndarray, corner: Spot, within: float) -> np.ndarray:
        """Where the lower left corner of words may be that have room and are not too far off."""
        sides = (form.height, form.width)
        cuts = [
            _reached(self.spot[n] - corner[n] - _CLEAR, side, within)
            for n, side in zip((1, 0), sides, strict=True)
        ]
        spans = [
            slice(_STEP * cut.start, _STEP * cut.stop + cells_of(side + 2 * _CLEAR))
            for cut, side in zip(cuts, sides, strict=True)
        ]
        tall, wide = (side + 2 * _CLEAR for side in sides)
        fits = room(summed[spans[0], spans[1]], wide, tall, step=_STEP)
        rows, columns = np.nonzero(fits)
        places = np.column_stack((columns + cuts[1].start, rows + cuts[0].start))
        return places * _STEP * CELL + corner + _CLEAR

    def _shortest(self, ends: np.ndarray, within: float, bare: float = 0.0) -> int | None:
        """Find the end with the shortest leader, among those nearest; None where none is free.

        An end no further off than `bare` needs no leader.
        """
        far = np.hypot(*(ends - self.spot).T)
        near = _nearest(far, within)
        # Most are seen to be cut off at a first glance.
        near = near[self._open(ends[near], _GLANCE) | (far[near] <= bare)]
        best, least = None, within
        for first in range(0, len(near), _AT_ONCE):
            some = near[first : first + _AT_ONCE]
            # A leader is never shorter than its end is far.
            if far[some[0]] >= least:
                break
            lengths = np.where(far[some] > bare, self._lengths(ends[some]), far[some])
            if lengths.min() < least:
                best, least = int(some[np.argmin(lengths)]), float(lengths.min())
        return best

    def _lengths(self, ends: np.ndarray) -> np.ndarray:
        """Say how long leaders to some ends are, for ever where something is in the way.

        Across other areas they count for more.
        """
        rows, columns = under_line(self.grid, self.spot, ends, _FINE)
        under = self.grid.cells[rows, columns]
        across = ((under != SEA) & (under != self.name.area)).mean(axis=0)
        lengths = np.hypot(*(ends - self.spot).T) * (1 + _ACROSS * across)
        return np.where(self.passable[rows, columns].all(axis=0), lengths, np.inf)

    def _open(self, ends: np.ndarray, step: float) -> np.ndarray:
        """Say whether leaders to some ends run over passable cells, looked at so far apart."""
        if not len(ends):
            return np.zeros(0, dtype=bool)
        return self.passable[under_line(self.grid, self.spot, ends, step)].all(axis=0)

    def number(self, here: np.ndarray, size: float) -> Label:
        """Write a number as near the spot as nothing else stands, its leader over no other."""
        wide, tall = width("00", size, bold=True) + 0.6, LEADING * size * MM
        middles = self._middles(here, wide, tall)
        best = self._shortest(middles, np.inf, bare=wide)
        far = np.hypot(*(middles - self.spot).T)
        best = int(np.argmin(far)) if best is None else best
        end = (float(middles[best][0]), float(middles[best][1]))
        box = box_at((end[0] - wide / 2, end[1] - tall / 2), wide, tall)
        leader = (self.spot, end) if far[best] > wide else ()
        return Label(self.name, (), size, box, leader, True, 1)

    def _middles(self, here: np.ndarray, wide: float, tall: float) -> np.ndarray:
        """Where the middle of a number may stand: near the spot, or wherever there is room."""
        by = box_at((self.spot[0] - _NEAR_BY, self.spot[1] - _NEAR_BY), 2 * _NEAR_BY, 2 * _NEAR_BY)
        for slots in (self.grid.slots(by), self.grid.slots(self.grid.box)):
            free = summed_area(here[slots])
            rows, columns = np.nonzero(room(free, wide + 2 * _RIM, tall + 2 * _RIM))
            x, y = self.grid.middle(rows + slots[0].start, columns + slots[1].start)
            middles = np.column_stack((x + _RIM + wide / 2, y + _RIM + tall / 2))
            if len(middles) >= _MOST:
                return middles
        return middles if len(middles) else np.array([self.spot])


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


def _take(grid: Raster, box: Box, free: np.ndarray, passable: np.ndarray) -> None:
    """Keep other words off a rectangle, and leaders too."""
    free[grid.slots(box.grown(_CLEAR))] = False
    passable[grid.slots(box.grown(_BERTH))] = False


def _close(grid: Raster, leader: Sequence[Spot], free: np.ndarray, passable: np.ndarray) -> None:
    """Close the cells a leader runs over, and those beside them, to other leaders and to words."""
    if not leader:
        return
    rows, columns = under_line(grid, leader[0], np.array([leader[1]]), _FINE)
    tall, wide = passable.shape
    down, along = np.mgrid[-1:2, -1:2].reshape(2, 1, -1)
    beside = np.clip(rows + down, 0, tall - 1), np.clip(columns + along, 0, wide - 1)
    free[beside] = passable[beside] = False


def _awkward(form: Form) -> float:
    """Say how much longer a leader may be for words that are neither wide nor tall."""
    return 0.35 * max(0.0, form.width - _EASY_WIDTH) + 1.5 * max(0, len(form.lines) - 4)
