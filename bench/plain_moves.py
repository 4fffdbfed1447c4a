"""The plain way to move the fewest people: one program, in which flows hold footprints together."""

from __future__ import annotations

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import coo_array

from footprint.optimum.problem import Problem

Place = tuple[object, ...]


class Flows:
    """A problem in whole numbers: each footprint has a root, which feeds each of its members."""

    def __init__(self, problem: Problem) -> None:
        self.problem, self.units = problem, sorted(problem.some)
        self.count = len(self.units)
        self.place: dict[Place, int] = {}
        self.terms: list[tuple[int, int, float]] = []
        self.least: list[float] = []
        self.most: list[float] = []
        for footprint in problem.may:
            self._members(footprint)
        self.whole = len(self.place)
        for unit in self.units:
            self._row(1, 1, {self._at("in", unit, footprint): 1.0 for footprint in problem.may})
        for footprint in problem.may:
            self._large(footprint)
            for unit in self.units:
                self._fed(footprint, unit)

    def fewest(self) -> int:
        """The fewest residents who change footprint, proved."""
        cost = np.zeros(len(self.place))
        for (unit, footprint), people in self.problem.cost.items():
            cost[self._at("in", unit, footprint)] = people
        lines, columns, weights = zip(*self.terms, strict=True)
        rows = coo_array((weights, (lines, columns)), shape=(len(self.least), len(self.place)))
        whole = np.arange(len(self.place)) < self.whole
        found = milp(
            cost,
            constraints=LinearConstraint(rows.tocsr(), self.least, self.most),
            integrality=whole.astype(int),
            bounds=(0, np.where(whole, 1, self.count)),
            options={"mip_rel_gap": 0.0},
        )
        return round(found.fun)

    def _at(self, *place: object) -> int:
        return self.place.setdefault(place, len(self.place))

    def _row(self, least: float, most: float, terms: dict[int, float]) -> None:
        self.terms += [(len(self.least), place, weight) for place, weight in terms.items()]
        self.least.append(least)
        self.most.append(most)

    def _members(self, footprint: str) -> None:
        """Whether there is a footprint, which units are in it, and which of them is its root."""
        self._at("alive", footprint)
        for unit in self.units:
            self._at("in", unit, footprint)
            self._at("root", unit, footprint)

    def _large(self, footprint: str) -> None:
        """A footprint that is there has one root, and people enough."""
        people, alive = self.problem.units.residents, self._at("alive", footprint)
        roots = {self._at("root", unit, footprint): 1.0 for unit in self.units}
        inside = {self._at("in", unit, footprint): float(people[unit]) for unit in self.units}
        self._row(0, 0, roots | {alive: -1.0})
        self._row(0, np.inf, inside | {alive: -float(self.problem.least)})

    def _fed(self, footprint: str, unit: int) -> None:
        """A member takes one part of what flows in, and only roots have anything to begin with."""
        inside, root = self._at("in", unit, footprint), self._at("root", unit, footprint)
        begun, near = self._at("from", unit, footprint), self.problem.units.adjacent[unit]
        into = {self._at(one, unit, footprint): 1.0 for one in near}
        out = {self._at(unit, one, footprint): -1.0 for one in near}
        self._row(0, np.inf, {self._at("alive", footprint): 1.0, inside: -1.0})
        self._row(0, np.inf, {inside: 1.0, root: -1.0})
        self._row(0, np.inf, {root: self.count, begun: -1.0})
        self._row(0, 0, into | out | {begun: 1.0, inside: -1.0})
        self._row(0, np.inf, dict.fromkeys(into, -1.0) | {inside: self.count})
