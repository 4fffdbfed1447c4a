"""Leaders: names that do not fit on their areas, set beside them with a line from one to other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import shapely

from footprint.ink.pages import polygon
from footprint.labels.columns import in_columns
from footprint.labels.ground import Ground, close, dot_at, holds, opened, take, wordless
from footprint.labels.names import Label, Name, Spot, poles
from footprint.labels.numbers import has_home, number, numbered
from footprint.labels.rasters import SEA, beside_line
from footprint.labels.search import FINE, FURTHEST, Search, astray, leader_length, strain
from footprint.papers.box import Box

_ROUNDS, _ENOUGH = 5, 3
# With more numbers than these after a round, columns serve better than another round.
_FEW = 3
# A number led to over so many millimetres is better off on its own land.
_SHORT = 8.0


def outside(names: Sequence[Name], ground: Ground) -> list[Label]:
    """Place names beside their areas with leader lines, or as numbers where there is no room.

    Names that came off worst in one round choose first in the next; the best round is kept.
    """
    if not names:
        return []
    _, passable = opened(ground)
    spots = poles(names, ground.grid, passable)
    best = _best_round(names, _Crowd(ground, spots))
    for size in ground.sizes if ground.columns else ():
        if any(label.number for label in best):
            tried = _with_columns(names, ground, spots, size)
            best = min(best, tried, key=lambda labels: _worth(labels, ground))
    if ground.numbers:
        best = _homed(best, ground)
    return sorted(best, key=lambda label: label.name.area)


def _homed(labels: Sequence[Label], ground: Ground) -> list[Label]:
    """Numbers anew, on their own land where it has room.

    A name whose leader takes that room becomes a number too: nobody looks for a number on the
    land of others.
    """
    named, names = _parted(labels)
    while names:
        after = replace(ground, placed=(*ground.placed, *named))
        numbers = numbered(names, after)
        badly = [
            one.name for one in numbers if leader_length(one) > _SHORT or _run_over(one, named)
        ]
        cut_off = [name for name in badly if has_home(name, ground)]
        in_way = next(filter(None, (_in_way(name, named, ground) for name in cut_off)), None)
        if not in_way:
            return [*named, *numbers]
        named, names = [one for one in named if one is not in_way], [*names, in_way.name]
    return named


def _parted(labels: Sequence[Label]) -> tuple[list[Label], list[Name]]:
    named = [label for label in labels if not label.number]
    return named, [label.name for label in labels if label.number]


def _run_over(one: Label, others: Sequence[Label]) -> bool:
    lines = [shapely.LineString(label.leader) for label in others if label.leader]
    return bool(shapely.intersects(lines, polygon(one.box)).any())


def _in_way(name: Name, named: Sequence[Label], ground: Ground) -> Label | None:
    """The name with the longest leader of those that stand or run on the land of another."""
    own = ground.grid.cells == name.area
    on_it = [
        label
        for label in named
        if own[ground.grid.slots(label.box)].any()
        or label.leader
        and own[beside_line(ground.grid, label.leader, FINE)].any()
    ]
    return max(on_it, key=leader_length, default=None)


def _with_columns(
    names: Sequence[Name], ground: Ground, spots: Mapping[int, Spot], size: float
) -> list[Label]:
    """Stack names along both shores, and place those without room there as well as can be."""
    bounds = ground.limit, ground.abroad
    stacked = in_columns(names, spots, ground.grid, ground.taken, size, bounds, ground.placed)
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
        free, passable = opened(self.ground)
        done: list[Label] = []
        for name in names:
            label = self._place(name, free, passable, done)
            take(grid, label.box, free, passable)
            close(grid, label.leader, free, passable)
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
            if not holds(dot, spot):
                clear[cells] = False
        search = Search(name, spot, grid, clear, self.ground.limit, self.ground.abroad)
        sizes = self.ground.sizes
        at_sea = (search.nearest(here & self._sea, size, plate=False) for size in sizes)
        on_land = (
            search.nearest(here & spare, sizes[-1], plate=True) for spare in self._spares(name)
        )
        found = [next(filter(None, some), None) for some in (at_sea, on_land)]
        best = min(filter(None, found), key=strain, default=None)
        return best or number(search, here, wordless(self.ground, done), sizes[-1])

    @cached_property
    def _dots(self) -> Mapping[int, tuple[Box, tuple[slice, slice]]]:
        """The places leaders will begin at, which others and words keep off, and their cells."""
        dots = {area: dot_at(spot) for area, spot in self.spots.items()}
        return {area: (dot, self.ground.grid.slots(dot)) for area, dot in dots.items()}

    @cached_property
    def _sea(self) -> np.ndarray:
        return self.ground.grid.cells == SEA

    def _spares(self, name: Name) -> list[np.ndarray]:
        """Land nobody else's name is about, at first without, then with the area itself."""
        if not self.ground.plates:
            return []
        cells, placed = self.ground.grid.cells, self.ground.placed
        named = {label.name.area for label in placed if label.name.must}
        wanted = {*self.spots, *named, *self.ground.kept}
        return [~np.isin(cells, sorted(some)) for some in (wanted, wanted - {name.area})]
