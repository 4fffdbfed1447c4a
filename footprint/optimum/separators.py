"""Separators: constraints that a plan in several pieces fails and no plan in one piece does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from networkx import DiGraph, minimum_cut

from footprint.optimum.problem import Problem
from footprint.optimum.units import Units

NOTHING = 1e-6
CLEARLY = 1e-3
Values = Mapping[int, float]


@dataclass(frozen=True)
class Separator:
    """A unit can be in a footprint only if something of what lies around it is too.

    Or only if `unless` is not in it, where another unit is named: both cannot be, then.
    """

    footprint: str
    unit: int
    through: frozenset[int]
    unless: int | None = None


def separators(problem: Problem, footprint: str, values: Values) -> Iterator[Separator]:
    """Separators that shares of units in a footprint break; of whole units, if any does."""
    there = frozenset(unit for unit, value in values.items() if value > NOTHING)
    if not there:
        return
    root = _root(problem, footprint, values, there)
    search = _Search(problem, footprint, root)
    for component in problem.units.components(there):
        far = max(component, key=lambda unit: (round(values[unit], 6), unit))
        found = search.around(far, component)
        if found is not None and _broken(found, values):
            yield found
        if root in component:
            yield from search.between(component, values)


def alike(problem: Problem, one: Separator) -> Iterator[Separator]:
    """The same of every unit that is shut in with one, in every footprint that may vanish.

    What is too small to be one footprint is too small to be another; if only the one that was
    found were asked for, the next solution would break the same for another footprint.
    """
    if one.unless is not None or one.footprint in problem.heart:
        return
    for footprint in problem.may.keys() - problem.heart.keys():
        there = problem.may[footprint]
        if one.unit in there:
            shut_in = problem.units.component(one.unit, there - one.through)
            if problem.units.people(shut_in) < problem.least:
                for unit in shut_in:
                    yield Separator(footprint, unit, one.through & there)


def _root(problem: Problem, footprint: str, values: Values, there: frozenset[int]) -> int:
    """The unit the others have to reach: the one that stays, or the surest and largest."""
    if footprint in problem.heart:
        return problem.heart[footprint]
    people = problem.units.residents
    return max(there, key=lambda unit: (round(values[unit], 6), people[unit], unit))


def _broken(found: Separator, values: Values) -> bool:
    both = 0.0 if found.unless is None else values.get(found.unless, 0.0) - 1
    around = sum(values.get(unit, 0.0) for unit in found.through)
    return values[found.unit] + both > around + CLEARLY


class _Search:
    """Separators of one footprint, from the unit its others have to reach."""

    def __init__(self, problem: Problem, footprint: str, root: int) -> None:
        self.units: Units = problem.units
        self.may, self.footprint, self.root = problem.may[footprint], footprint, root
        self.least, self.stays = problem.least, footprint in problem.heart

    def around(self, unit: int, side: frozenset[int]) -> Separator | None:
        """What lies around one side of a cut, as narrow as can be told."""
        if self.units.people(side) < self.least and self._light_holds(side):
            side = self._grown(side)
            return Separator(self.footprint, unit, self.units.around(side) & self.may)
        if self.root in side:
            return None
        through = self._narrowed(unit, self.units.around(side) & self.may)
        return Separator(self.footprint, unit, through, None if self.stays else self.root)

    def _light_holds(self, side: frozenset[int]) -> bool:
        """A side too small to be a footprint needs more; by its root it is known more narrowly."""
        return not self.stays or self.root in side

    def _grown(self, side: frozenset[int]) -> frozenset[int]:
        """Take in what is shut in by the side, as long as it is too small to be a footprint."""
        edge = self.units.around(side) & self.may
        for unit in sorted(edge):
            near = self.units.adjacent[unit] & self.may
            grown = side | {unit}
            if near <= side | edge and self.units.people(grown) < self.least:
                side = grown
        return side

    def _narrowed(self, unit: int, through: frozenset[int]) -> frozenset[int]:
        """Those of a separator that touch both sides of it: a smallest one."""
        beyond = self.units.component(self.root, self.may - through)
        through = frozenset(u for u in through if self.units.adjacent[u] & beyond)
        near = self.units.component(unit, self.may - through)
        return frozenset(u for u in through if self.units.adjacent[u] & near)

    def between(self, component: frozenset[int], values: Values) -> Iterator[Separator]:
        """Separators that shares of a component break, by smallest cuts to its root."""
        if all(values[unit] > 1 - CLEARLY for unit in component):
            return
        flow = self._network(component, values)
        for unit in sorted(component - self.units.adjacent[self.root] - {self.root}):
            if values[unit] > CLEARLY:
                through, (side, _) = minimum_cut(flow, (unit, 1), (self.root, 0))
                reached = frozenset(u for u, end in side if end) | {unit}
                if through < values[unit] - CLEARLY and self._apart(reached):
                    found = self.around(unit, reached)
                    if found is not None and _broken(found, values):
                        yield found

    def _apart(self, side: frozenset[int]) -> bool:
        return self.root not in self.units.around(side) | side

    def _network(self, component: frozenset[int], values: Values) -> DiGraph:
        """Each unit lets through as much of itself as is there."""
        flow = DiGraph()
        for unit in component:
            flow.add_edge((unit, 0), (unit, 1), capacity=values[unit])
            for near in self.units.adjacent[unit] & component:
                flow.add_edge((unit, 1), (near, 0))
        return flow
