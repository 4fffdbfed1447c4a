"""Programs: a problem as HiGHS takes it, to which constraints are added between solutions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

from footprint.criteria.solver import NO_LIMIT, Solver, Status
from footprint.optimum.problem import Problem
from footprint.optimum.separators import Separator

Stop = Callable[[float], bool]


class Program:
    """A problem in the solver's hands: a share of each unit in each footprint, then whole units."""

    def __init__(self, problem: Problem, stop: Stop) -> None:
        self.problem, self.model, self.whole = problem, Solver(stop), False
        self.share: dict[tuple[int, str], int] = {}
        self.alive: dict[str, int] = {}
        weight = problem.cost if problem.aim == "movers" else {}
        for footprint, there in problem.may.items():
            stays = footprint in problem.heart
            self.alive[footprint] = self.model.variable(1.0 if stays else 0.0, 1.0)
            for unit in sorted(there):
                kept = problem.heart.get(footprint) == unit
                cost = weight.get((unit, footprint), 0)
                self.share[unit, footprint] = self.model.variable(1.0 if kept else 0.0, 1.0, cost)
        self.counted = set(self.share.values()) | set(self.alive.values())
        self._give_every_unit_a_footprint()
        self._size_footprints()
        {"movers": self._nothing_more, "split": self._count_split, "even": self._even}[
            problem.aim
        ]()

    def _give_every_unit_a_footprint(self) -> None:
        for unit in sorted(self.problem.some):
            to = [self.share[unit, f] for f in self.alive if (unit, f) in self.share]
            self.model.row(1, 1, dict.fromkeys(to, 1.0))

    def _size_footprints(self) -> None:
        problem = self.problem
        for footprint, alive in self.alive.items():
            shares = [self.share[unit, footprint] for unit in sorted(problem.may[footprint])]
            self.model.row(
                0, NO_LIMIT, self._people(footprint, problem.least) | {alive: -problem.least}
            )
            self.model.row(0, NO_LIMIT, dict.fromkeys(shares, 1.0) | {alive: -1.0})
            if footprint not in problem.heart:
                for share in shares:
                    self.model.row(-NO_LIMIT, 0, {share: 1.0, alive: -1.0})
        if problem.footprints is not None:
            count = problem.footprints
            self.model.row(count, count, dict.fromkeys(self.alive.values(), 1.0))

    def _people(self, footprint: str, most: float = math.inf) -> dict[int, float]:
        """Residents of each unit in a footprint; no unit counts for more than is asked."""
        people = self.problem.units.residents
        return {
            self.share[unit, footprint]: float(min(people[unit], most))
            for unit in sorted(self.problem.may[footprint])
        }

    def _nothing_more(self) -> None:
        """The residents who change footprint are what shares cost already."""

    def _count_split(self) -> None:
        """An authority is whole where some footprint holds all of it; each that is not costs 1."""
        for group in self.problem.groups:
            whole: list[int] = []
            for footprint, there in self.problem.may.items():
                if group <= there:
                    whole.append(self.model.variable(0.0, 1.0))
                    for unit in sorted(group):
                        share = self.share[unit, footprint]
                        self.model.row(-NO_LIMIT, 0, {whole[-1]: 1.0, share: -1.0})
            split = self.model.variable(0.0, 1.0, 1.0)
            self.model.row(1, NO_LIMIT, dict.fromkeys([*whole, split], 1.0))

    def _even(self) -> None:
        """The largest footprint costs its residents, and the smallest gives them back."""
        everybody = float(self.problem.units.people(self.problem.some))
        largest = self.model.variable(0.0, everybody, 1.0)
        smallest = self.model.variable(0.0, everybody, -1.0)
        for footprint, alive in self.alive.items():
            people = self._people(footprint)
            self.model.row(-NO_LIMIT, 0, people | {largest: -1.0})
            self.model.row(-everybody, NO_LIMIT, people | {smallest: -1.0, alive: -everybody})

    def separate(self, found: Iterable[Separator]) -> None:
        """Ask for what separators ask for."""
        for one in found:
            terms = {self.share[unit, one.footprint]: -1.0 for unit in one.through}
            terms[self.share[one.unit, one.footprint]] = 1.0
            if one.unless is not None:
                terms[self.share[one.unless, one.footprint]] = 1.0
            self.model.row(-NO_LIMIT, 0.0 if one.unless is None else 1.0, terms)

    def fill(self, footprint: str, some: frozenset[int]) -> None:
        """Ask for more in a footprint than some units, which are too small together."""
        others = [self.share[unit, footprint] for unit in self.problem.may[footprint] - some]
        self.model.row(0, NO_LIMIT, dict.fromkeys(others, 1.0) | {self.alive[footprint]: -1.0})

    def in_whole_units(self) -> None:
        """From now on no unit may be shared."""
        self.model.in_whole(sorted(self.counted))
        self.whole = True

    def begin_from(self, owner: Mapping[int, str]) -> None:
        """Let the solver start from a plan it could not find by itself."""
        there = {self.share[pair] for pair in owner.items()}
        there |= {self.alive[footprint] for footprint in owner.values()}
        self.model.begin_from({place: float(place in there) for place in sorted(self.counted)})

    def solve(self, seconds: float) -> Status:
        """Solve what is asked up to now, for so many seconds at most."""
        self.model.setOptionValue("time_limit", self.model.getRunTime() + max(seconds, 0.01))
        self.model.run()
        return self.model.getModelStatus()

    @property
    def bound(self) -> float:
        """What no solution can be below, as far as the last turn got."""
        return self.model.getInfo().mip_dual_bound

    def values(self, footprint: str) -> dict[int, float]:
        """The share of each unit that the last solution puts into a footprint."""
        value = self.model.getSolution().col_value
        return {u: value[self.share[u, footprint]] for u in self.problem.may[footprint]}

    def owner(self) -> dict[int, str]:
        """The footprint of each unit in the last solution of whole units."""
        value = self.model.getSolution().col_value
        return {unit: f for (unit, f), place in self.share.items() if value[place] > 0.5}
