"""Leaders: names that do not fit on their areas, set beside them with a line from one to other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from footprint.ink.pages import box_at
from footprint.labels.columns import in_columns
from footprint.labels.names import Label, Name, Spot, cut, poles
from footprint.labels.rasters import CELL, SEA, Raster, beside_line, distance_to_edge, without
from footprint.labels.search import CLEAR, FINE, FURTHEST, Search, astray, strain
from footprint.papers.box import Box

_BERTH = 0.4
# How far leaders and words keep from where another leader begins, in millimetres.
_DOT = 1.0
_ROUNDS, _ENOUGH = 5, 3
# With more numbers than these after a round, columns serve better than another round.
_FEW = 3
# From so many places of an area a way to its number is looked for.
_SPOTS = 8
# How long a leader over the sea may be, of the longer side of the map: further off, words would
# seem to name what is beside them.
_LONGEST = 0.4


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

    @property
    def limit(self) -> float:
        """How long a leader may be on a map of this size."""
        box = self.grid.box
        return (
            self.furthest
            if self.plates
            else min(self.furthest, _LONGEST * max(box.width, box.height))
        )


def outside(names: Sequence[Name], ground: Ground) -> list[Label]:
    """Place names beside their areas with leader lines, or as numbers where there is no room.

    Names that came off worst in one round choose first in the next; the best round is kept.
    """
    if not names:
        return []
    _, passable = _open(ground)
    spots = poles(names, ground.grid, passable)
    best = _best_round(names, _Crowd(ground, spots))
    for size in ground.sizes if ground.columns else ():
        if any(label.number for label in best):
            tried = _with_columns(names, ground, spots, size)
            best = min(best, tried, key=lambda labels: _worth(labels, ground))
    return sorted(best, key=lambda label: label.name.area)


def _with_columns(
    names: Sequence[Name], ground: Ground, spots: Mapping[int, Spot], size: float
) -> list[Label]:
    """Stack names along both shores, and place those without room there as well as can be."""
    taken = [*ground.taken, *(label.box for label in ground.placed)]
    leaders = [label.leader for label in ground.placed if label.leader]
    stacked = in_columns(names, spots, ground.grid, taken, size, ground.limit, leaders=leaders)
    done = {label.name.area for label in stacked}
    left = [name for name in names if name.area not in done]
    if not left:
        return stacked
    after = replace(ground, placed=(*ground.placed, *stacked))
    return [*stacked, *_best_round(left, _Crowd(after, spots))]


def _worth(labels: Sequence[Label], ground: Ground) -> tuple[int, int, float]:
    """How bad labels are: a number sends the reader to a list and back, which no leader does."""
    numbers = sum(bool(label.number) for label in labels)
    return len(astray(labels, ground.placed)), numbers, sum(map(strain, labels))


def _best_round(names: Sequence[Name], crowd: _Crowd) -> list[Label]:
    ground = crowd.ground
    order = sorted(names, key=lambda name: crowd.spots[name.area])
    blame = dict.fromkeys(crowd.spots, 0.0)
    rounds: list[tuple[int, float, list[Label]]] = []
    while len(rounds) < _ROUNDS:
        labels = crowd.in_order(order)
        lost = astray(labels, ground.placed)
        rounds.append((len(lost), sum(map(strain, labels)), labels))
        for label in labels:
            numbered, stray = bool(label.number), label.name.area in lost
            blame[label.name.area] += strain(label) + FURTHEST * (numbered + _ROUNDS * stray)
        order = sorted(names, key=lambda name: -blame[name.area])
        # Where names may not stand far off, numbers are no misfortune, and columns have none.
        near = ground.columns or ground.furthest < FURTHEST
        usual = near or not any(label.number for label in labels)
        crowded = ground.columns and sum(bool(label.number) for label in labels) > _FEW
        if (crowded and not lost) or (len(rounds) >= _ENOUGH and (usual or lost)):
            break
    return min(rounds, key=lambda one: one[:2])[2]


@dataclass(frozen=True, eq=False)
class _Crowd:
    """Names that all want room beside their areas, and where their leaders begin."""

    ground: Ground
    spots: Mapping[int, Spot]

    def in_order(self, names: Sequence[Name]) -> list[Label]:
        """Place one name after the other, each as well as those before it allow."""
        grid = self.ground.grid
        free, passable = _open(self.ground)
        done: list[Label] = []
        for name in names:
            label = self._place(name, free, passable, done)
            _take(grid, label.box, free, passable)
            _close(grid, label.leader, free, passable)
            done.append(label)
        return done

    def _place(
        self, name: Name, free: np.ndarray, passable: np.ndarray, done: Sequence[Label]
    ) -> Label:
        grid, spot = self.ground.grid, self.spots[name.area]
        dots = [dot for area, dot in self._dots.items() if area != name.area]
        clear, here = passable.copy(), free.copy()
        for dot, cells in dots:
            here[cells] = False
            # Where two leaders begin at one place, neither can keep off the other's beginning.
            if not _holds(dot, spot):
                clear[cells] = False
        search = Search(name, spot, grid, clear, self.ground.limit)
        sizes = self.ground.sizes
        at_sea = (search.nearest(here & self._sea, size, plate=False) for size in sizes)
        on_land = (
            search.nearest(here & spare, sizes[-1], plate=True) for spare in self._spares(name)
        )
        found = [next(filter(None, some), None) for some in (at_sea, on_land)]
        best = min(filter(None, found), key=strain, default=None)
        return best or _numbered(search, here, self._beside_words(done), sizes[-1])

    def _beside_words(self, done: Sequence[Label]) -> np.ndarray:
        """The cells that no words have yet, whatever leader runs or begins there."""
        labels = (*self.ground.placed, *done)
        boxes = [*self.ground.taken, *(label.box.grown(_BERTH) for label in labels)]
        return without(np.ones_like(self._sea), self.ground.grid, boxes)

    @cached_property
    def _dots(self) -> Mapping[int, tuple[Box, tuple[slice, slice]]]:
        """The places leaders will begin at, which others and words keep off, and their cells."""
        dots = {area: _dot(spot) for area, spot in self.spots.items()}
        return {area: (dot, self.ground.grid.slots(dot)) for area, dot in dots.items()}

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


def _numbered(search: Search, here: np.ndarray, beside: np.ndarray, size: float) -> Label:
    """Write a number in place of a name, led to from wherever on its area there is a way.

    Where there is none it stands closer to others than words do, and where there is none still,
    it is led to over whatever is between. It never stands on other words while there is room
    `beside` them.
    """
    anywhere = search.middles(here, size)
    # Most are led to from the middle, and the others need not be looked for.
    if found := search.number(anywhere, size):
        return found
    spots = list(_spots(search))
    for middles, some in ((anywhere, spots[1:]), (search.middles(search.passable, size), spots)):
        ways = (replace(search, spot=spot).number(middles, size) for spot in some)
        if found := next(filter(None, ways), None):
            return found
    room = search.middles(beside, size)
    over = replace(search, passable=np.ones_like(here))
    found = replace(search, passable=beside).number(room, size) or over.number(room, size)
    return found or over.number(np.array([search.spot]), size)


def _spots(search: Search) -> Iterator[Spot]:
    """Where a leader may begin: in the middle of an area, and then nearer and nearer its edge."""
    yield search.spot
    own, corner = cut(search.grid, search.name.area, search.passable)
    rows, columns = np.nonzero(own)
    order = np.argsort(-distance_to_edge(own)[rows, columns], kind="stable")
    some = order[np.linspace(0, len(order) - 1, min(_SPOTS, len(order))).astype(int)]
    for row, column in zip(rows[some], columns[some], strict=True):
        yield corner[0] + (column + 0.5) * CELL, corner[1] + (row + 0.5) * CELL


def _open(ground: Ground) -> tuple[np.ndarray, np.ndarray]:
    """Which cells words may take, and which leaders, before any name is placed."""
    free, passable = (np.ones_like(ground.grid.cells, dtype=bool) for _ in range(2))
    for box in (*ground.taken, *(label.box for label in ground.placed)):
        _take(ground.grid, box, free, passable)
    for label in ground.placed:
        _close(ground.grid, label.leader, free, passable)
    begun = [_dot(label.leader[0]) for label in ground.placed if label.leader]
    return without(free, ground.grid, begun), without(passable, ground.grid, begun)


def _dot(spot: Spot) -> Box:
    return box_at((spot[0] - _DOT, spot[1] - _DOT), 2 * _DOT, 2 * _DOT)


def _holds(box: Box, spot: Spot) -> bool:
    return box.left <= spot[0] <= box.right and box.top <= -spot[1] <= box.bottom


def _take(grid: Raster, box: Box, free: np.ndarray, passable: np.ndarray) -> None:
    """Keep other words off a rectangle, and leaders too."""
    free[grid.slots(box.grown(CLEAR))] = False
    passable[grid.slots(box.grown(_BERTH))] = False


def _close(grid: Raster, leader: Sequence[Spot], free: np.ndarray, passable: np.ndarray) -> None:
    """Close the cells a leader runs over, and those beside them, to other leaders and to words."""
    if leader:
        beside = beside_line(grid, leader, FINE)
        free[beside] = passable[beside] = False
