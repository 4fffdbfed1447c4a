"""Columns: names stacked along both shores of the land, with leaders that never cross.

Boundary labelling with straight leaders: where all of them together are as short as they can be,
no two cross, so that those of a crossing change places until none is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

import numpy as np
import shapely
from scipy.ndimage import minimum_filter1d

from footprint.ink.pages import box_at, polygon
from footprint.labels.names import Form, Label, Name, Spot, forms, low_forms
from footprint.labels.rasters import (
    CELL,
    SEA,
    Raster,
    beside_line,
    cells_of,
    summed_area,
    under_line,
    without,
)
from footprint.labels.search import leader_length
from footprint.papers.box import Box

_BERTH, _BERTH_OF_WORDS, _BETWEEN, _APART = 3.0, 0.4, 1.4, 0.9
# How far a leader keeps from where another begins, in millimetres.
_DOT = 0.9
# Names so near each other begin at one line, in millimetres.
_EVEN = 14.0
_TRIES = 60
# How far apart what lies under a leader is looked at, in millimetres.
_GLANCE = 2.0
# How much more a leader counts for where it runs across other areas.
_ACROSS = 0.8
# How far a leader is from its own words where it passes their corner, in millimetres.
_ASIDE = 0.5
# How much more one counts for that is nearer.
_BESIDE = 1.6
# A name left out counts as so many of the longest leaders.
_LEFT_OUT = 3.0
_SIDES = ("left", "right")


@dataclass(frozen=True)
class _Place:
    """Where a name stands: how it is set, from which row of the map, and how far off it ends."""

    form: Form
    row: int
    end: float


@dataclass(frozen=True, eq=False)
class _Shore:
    """One side of the land, as if it were the left: where names end, and which cells are free."""

    side: str
    grid: Raster
    ends: np.ndarray
    free: np.ndarray

    def spots(self, form: Form) -> tuple[np.ndarray, np.ndarray]:
        """For every row that words may begin at where they end, and whether they have room."""
        tall, wide = cells_of(form.height + _BETWEEN), cells_of(form.width)
        rows = len(self.ends) - tall + 1
        if rows <= 0:
            return np.zeros(0), np.zeros(0, dtype=bool)
        ends = np.lib.stride_tricks.sliding_window_view(self.ends, tall).min(axis=1)
        first, low = np.maximum(ends - wide, 0), np.arange(rows)
        held = self.free[low + tall, ends] - self.free[low, ends]
        held = held - self.free[low + tall, first] + self.free[low, first]
        return ends * CELL, (ends >= wide) & (held == tall * (ends - first))

    def x(self, along: float) -> float:
        """Where something so far from this side's edge of the map lies."""
        box = self.grid.box
        return box.left + along if self.side == "left" else box.right - along

    def label(self, name: Name, place: _Place, spot: Spot) -> Label:
        """A name in its place, with its leader."""
        form, line = place.form, self.x(place.end)
        low = place.row * CELL - self.grid.box.bottom
        left = line - form.width if self.side == "left" else line
        box = box_at((left, low), form.width, form.height)
        leader = (spot, (line, low + form.height / 2))
        return Label(name, form.lines, form.size, box, leader, abreast=form.abreast)


def in_columns(
    names: Sequence[Name],
    spots: Mapping[int, Spot],
    grid: Raster,
    taken: Sequence[Box],
    size: float,
    bounds: tuple[float, float],
    placed: Sequence[Label] = (),
) -> list[Label]:
    """Stack names along both shores; who has no room there is left out.

    `spots` are where leaders begin, by area; `taken` are rectangles that neither words nor
    leaders may cover, nor what is `placed` already, and `bounds` are how long a leader may be and
    how much of it over land of others. Sizes are points, all else is millimetres.
    """
    leaders = [label.leader for label in placed if label.leader]
    words = [label.box for label in placed]
    free = without(grid.cells == SEA, grid, [*taken, *map(_with_gap, words)])
    for leader in leaders:
        free[beside_line(grid, leader, CELL / 2)] = False
    shores = {side: _shore(side, grid, free) for side in _SIDES}
    way = _Way(_blocked([*taken, *words], leaders), spots, *bounds)
    stacks = _Stacks(shores, spots, _lengths(names, shores, way, size), way.furthest)
    stacks.share(names)
    return stacks.uncrossed()


def _with_gap(box: Box) -> Box:
    """Words with the room above and below that tells them from other words."""
    return replace(box, top=box.top - _APART, height=box.height + 2 * _APART)


def _shore(side: str, grid: Raster, free: np.ndarray) -> _Shore:
    turn = slice(None) if side == "left" else slice(None, None, -1)
    land = (grid.cells != SEA)[:, turn]
    ashore = np.flatnonzero(land.any(axis=1))
    ends = np.zeros(len(land), dtype=int)
    if len(ashore):
        first = land[ashore].argmax(axis=1) - cells_of(_BERTH)
        nearest = np.abs(np.arange(len(land))[:, None] - ashore).argmin(axis=1)
        ends = minimum_filter1d(np.maximum(first, 0)[nearest], cells_of(_EVEN))
    return _Shore(side, grid, ends, summed_area(free[:, turn]))


_Ways = Sequence[tuple[Form, np.ndarray, np.ndarray]]
"""The forms a name can have at one side: for every row where it ends and how long its leader is."""


class _Site(NamedTuple):
    """Where a leader begins, in which area, and where others do, which it keeps off."""

    area: int
    spot: Spot
    others: shapely.Geometry


@dataclass(frozen=True, eq=False)
class _Way:
    """What leaders keep off, where they begin, by area, and how long one may be.

    `abroad` is how much of it may run over land of others.
    """

    blocked: shapely.Geometry
    spots: Mapping[int, Spot]
    furthest: float
    abroad: float

    def site(self, area: int) -> _Site:
        """Where the leader of an area begins; others may begin at the same place."""
        own = self.spots[area]
        far = [one for one in self.spots.values() if np.hypot(*np.subtract(one, own)) > _DOT]
        others = shapely.MultiPoint(far)
        shapely.prepare(others)
        return _Site(area, own, others)


def _blocked(taken: Sequence[Box], leaders: Sequence[tuple[Spot, ...]]) -> shapely.Geometry:
    boxes = [shapely.box(b.left, -b.bottom, b.right, -b.top) for b in taken]
    lines = [shapely.LineString(leader) for leader in leaders]
    begun = [shapely.Point(leader[0]).buffer(_DOT) for leader in leaders]
    blocked = shapely.union_all([*boxes, *lines, *begun])
    shapely.prepare(blocked)
    return blocked


def _lengths(
    names: Sequence[Name], shores: Mapping[str, _Shore], way: _Way, size: float
) -> dict[tuple[int, str], _Ways]:
    sites = {name.area: way.site(name.area) for name in names}
    return {
        (name.area, side): tuple(
            (form, *_length(form, shores[side], sites[name.area], way))
            for form in dict.fromkeys(chain(low_forms(name, size), forms(name, size)))
        )
        for name in names
        for side in _SIDES
    }


def _length(form: Form, shore: _Shore, site: _Site, way: _Way) -> tuple[np.ndarray, np.ndarray]:
    """Where a form ends for every row, and how long its leader is; for ever without room.

    Across other areas a leader counts for more, and so does one along its own words.
    """
    spot = site.spot
    ends, there = shore.spots(form)
    foot = -shore.grid.box.bottom
    tips = np.column_stack((shore.x(ends), np.arange(len(ends)) * CELL + foot + form.height / 2))
    found = np.hypot(*(tips - spot).T)
    inwards = tips[:, 0] < spot[0] if shore.side == "left" else tips[:, 0] > spot[0]
    near = np.flatnonzero(there & inwards & (found < way.furthest))
    lines = shapely.linestrings(np.stack((np.broadcast_to(spot, (len(near), 2)), tips[near]), 1))
    met = shapely.intersects(way.blocked, lines) | shapely.dwithin(site.others, lines, _DOT)
    clear = near[~met]
    lengths = np.full(len(ends), np.inf)
    if len(clear):
        under = shore.grid.cells[under_line(shore.grid, spot, tips[clear], _GLANCE)]
        over = ((under != SEA) & (under != site.area)).mean(axis=0)
        worth = found[clear] * (1 + _ACROSS * over)
        worth *= np.where(_along_own_words(tips[clear] - spot, form), _BESIDE, 1.0)
        lengths[clear] = np.where(over * found[clear] <= way.abroad, worth, np.inf)
    return ends, lengths


def _along_own_words(ways: np.ndarray, form: Form) -> np.ndarray:
    """Which leaders are so steep that they run along the end of their own words."""
    across, along = np.abs(ways).T
    return across * form.height / 2 < _ASIDE * along


@dataclass(eq=False)
class _Stacks:
    """The names at both shores, each side in its order from the foot of the map upwards."""

    shores: Mapping[str, _Shore]
    spots: Mapping[int, Spot]
    ways: Mapping[tuple[int, str], _Ways]
    furthest: float
    held: dict[str, list[Name]] = field(default_factory=lambda: {side: [] for side in _SIDES})
    found: dict[tuple[str, tuple[int, ...]], tuple[float, list[_Place | None]]] = field(
        default_factory=dict
    )

    def share(self, names: Sequence[Name]) -> None:
        """Give every name to the nearer shore, and to the other where that is too full for it."""
        for name in names:
            self._insert(min(_SIDES, key=lambda side: self._nearest(name, side)), name)
        for side, other in (_SIDES, _SIDES[::-1]):
            _, places = self._stack(side)
            for name in [
                one for one, place in zip(list(self.held[side]), places, strict=True) if not place
            ]:
                before = self._cost()
                self.held[side].remove(name)
                self._insert(other, name)
                if self._cost() >= before:
                    self.held[other].remove(name)
                    self._insert(side, name)

    def _nearest(self, name: Name, side: str) -> float:
        lengths = (float(one.min(initial=np.inf)) for _, _, one in self.ways[name.area, side])
        return min(lengths, default=np.inf)

    def _insert(self, side: str, name: Name) -> None:
        self.held[side].append(name)
        self.held[side].sort(key=lambda one: self.spots[one.area][1])

    def _cost(self) -> float:
        return sum(self._stack(side)[0] for side in _SIDES)

    def uncrossed(self) -> list[Label]:
        """The labels, two in each other's way having changed places; what still is in one goes."""
        labels = list(self._labels())
        for _ in range(_TRIES):
            if not (pair := _crossing(labels)):
                return labels
            self._swap(*(label.name for label in pair))
            labels = list(self._labels())
        while pair := _crossing(labels):
            labels.remove(max(pair, key=leader_length))
        return labels

    def _labels(self) -> Iterator[Label]:
        for side in _SIDES:
            for name, place in zip(self.held[side], self._stack(side)[1], strict=True):
                if place:
                    yield self.shores[side].label(name, place, self.spots[name.area])

    def _stack(self, side: str) -> tuple[float, list[_Place | None]]:
        """How long the leaders of one side are together at the least, and where names then stand.

        The same names are asked for again and again, and worked out once.
        """
        asked = (side, tuple(name.area for name in self.held[side]))
        if asked not in self.found:
            self.found[asked] = self._stacked(side)
        return self.found[asked]

    def _stacked(self, side: str) -> tuple[float, list[_Place | None]]:
        """What `_stack` returns.

        Exact: the cheapest place of each name for every row it may end at. One without room is
        left out, which costs more than any leader.
        """
        rows = len(self.shores[side].ends)
        costs, turns = np.zeros(rows + 1), []
        for name in self.held[side]:
            ways = self.ways[name.area, side]
            ends, chosen = costs + _LEFT_OUT * self.furthest, np.full(rows + 1, -1)
            for number, (_, _, lengths) in enumerate(ways):
                tall = rows + 1 - len(lengths)
                total = costs[: len(lengths)] + lengths
                better = total < ends[tall:]
                ends[tall:][better], chosen[tall:][better] = total[better], number
            costs = np.minimum.accumulate(ends)
            last = np.maximum.accumulate(np.where(ends <= costs, np.arange(rows + 1), 0))
            turns.append((last, chosen, ways))
        return float(costs[rows]), _traced(turns, rows)

    def _swap(self, one: Name, other: Name) -> None:
        change = {one.area: other, other.area: one}
        for side in _SIDES:
            self.held[side] = [change.get(name.area, name) for name in self.held[side]]


def _traced(
    turns: Sequence[tuple[np.ndarray, np.ndarray, _Ways]], rows: int
) -> list[_Place | None]:
    """Go back through the cheapest choices, from the highest name to the lowest."""
    places: list[_Place | None] = []
    end = rows
    for last, chosen, ways in reversed(turns):
        end = int(last[end])
        number = int(chosen[end])
        if number < 0:
            places.append(None)
            continue
        form, ends, lengths = ways[number]
        end -= rows + 1 - len(lengths)
        places.append(_Place(form, end, float(ends[end])))
    return places[::-1]


def _crossing(labels: Sequence[Label]) -> tuple[Label, Label] | None:
    """Two labels whose leaders cross, or one of which has a leader over the words of the other."""
    lines = np.array([shapely.LineString(label.leader) for label in labels])
    words = np.array([polygon(label.box.grown(_BERTH_OF_WORDS)) for label in labels])
    over = shapely.intersects(lines[:, None], words[None, :])
    np.fill_diagonal(over, False)
    at_odds = np.triu(shapely.intersects(lines[:, None], lines[None, :]) | over | over.T, 1)
    found = np.argwhere(at_odds)
    return (labels[found[0][0]], labels[found[0][1]]) if len(found) else None
