"""Joined: areas put together in every way there is, by the diagram that counts every option.

The areas are footprints of a plan, which are joined whole so that there is a good plan to begin
from; or they are the units themselves, where these are few enough, and the most even plan that is
found of them is proved to be the most even there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from scipy.optimize import linear_sum_assignment

from footprint.frontier.carried import Carrier, Largest, People, bundled
from footprint.frontier.counting import Grouping, cheapest
from footprint.frontier.diagram import TooWideError, diagram
from footprint.frontier.watched import Split, Watch
from footprint.optimum.problem import Owner, Problem, held, sound
from footprint.optimum.start import gathered, where_most_was

MOST_STATES = 20_000
MOST_LOOKS = 40
"""Looks for a more even way to join whole footprints; they need not be the most even there is."""


def joined(problem: Problem) -> Owner:
    """Footprints, of units where most of each was, joined in the best way; empty for none known.

    It is best among those plans only. Of residents who change footprint those are counted who are
    not in the largest of those joined, and the names are chosen afterwards.
    """
    owner = where_most_was(problem)
    if not owner:
        return {}
    areas = Areas(problem, tuple(held(gathered(problem, owner)).values()))
    grouping = None
    try:
        if problem.aim != "even":
            grouping = areas.cheapest(problem.least)
        else:
            for _, found in zip(range(MOST_LOOKS), areas.evener(), strict=False):
                grouping = found or grouping
    except TooWideError:
        pass
    made = {} if grouping is None else areas.named(grouping)
    return made if sound(problem, made) else {}


@dataclass(frozen=True)
class _Names:
    """Names that areas may have: a footprint needs one that all of its areas may have.

    stays: the name of an area that is where a footprint stays, which no footprint without that area
    may have.
    """

    names: Sequence[frozenset[str]]
    stays: Mapping[int, str]

    def start(self, area: int) -> tuple[frozenset[str], bool] | None:
        """Begin with one area."""
        return (self.names[area], area in self.stays) if self.names[area] else None

    def join(
        self, held: tuple[frozenset[str], bool], area: int
    ) -> tuple[frozenset[str], bool] | None:
        """Let an area join."""
        names, stays = held
        common = names & self.names[area]
        return (common, stays or area in self.stays) if common else None

    def keep(
        self, held: tuple[frozenset[str], bool], _to_come: tuple[int, ...]
    ) -> tuple[frozenset[str], bool]:
        """Keep it as it is."""
        return held

    def close(self, held: tuple[frozenset[str], bool]) -> int | None:
        """Finish the footprint."""
        names, stays = held
        return 0 if stays or names - frozenset(self.stays.values()) else None


class Areas:
    """Areas of a problem, each some units, and every way to join them into footprints."""

    def __init__(self, problem: Problem, some: Sequence[frozenset[int]]) -> None:
        self.problem, self.some = problem, some
        self.people = tuple(map(problem.units.people, some))
        self.everybody = sum(self.people)
        self.spread = self.everybody + 1
        """Between the largest and the smallest footprint of the most even way that is known."""
        place = {unit: n for n, units in enumerate(some) for unit in units}
        self._near = tuple(
            frozenset(place[unit] for unit in problem.units.around(units) & problem.some)
            for units in some
        )
        stays = {place[unit]: name for name, unit in problem.heart.items()}
        self._names = _Names(tuple(map(self._names_of, some)), stays)
        self._watches = self._split(place) if problem.aim == "split" else []

    def _names_of(self, units: frozenset[int]) -> frozenset[str]:
        here = {name for name, unit in self.problem.heart.items() if unit in units}
        return frozenset(
            name for name in here or self.problem.may if units <= self.problem.may[name]
        )

    def _split(self, place: Mapping[int, int]) -> list[tuple[Watch, int]]:
        """Each authority in several areas counts as split unless all of these are joined."""
        groups = (sorted({place[unit] for unit in group}) for group in self.problem.groups)
        return [
            (Split(tuple(one), (Fraction(1),) * len(one), Fraction(0)), 1)
            for one in groups
            if len(one) > 1
        ]

    def cheapest(self, least: int, most: int | None = None) -> Grouping | None:
        """The cheapest way to join them into footprints of so many people; None for none.

        Where sizes are to be even all cost the same. Raises TooWideError where there is too much to
        be looked through.
        """
        carriers: list[tuple[Carrier, int]] = [(People(self.people, least, most), 1)]
        carriers.append((self._names, 1))
        if self.problem.aim == "movers":
            carriers.append((Largest(self._kept()), 1))
        drawn = diagram(self._near, bundled(carriers), self._watches, MOST_STATES)
        return cheapest(drawn, self.problem.footprints)

    def _kept(self) -> tuple[int, ...]:
        """The residents of each who need not change, if it gives its name to what is joined."""
        return tuple(
            people - min((self._cost(units, name) for name in names), default=people)
            for people, units, names in zip(self.people, self.some, self._names.names, strict=True)
        )

    def _cost(self, units: frozenset[int], name: str) -> int:
        return sum(self.problem.cost[unit, name] for unit in units)

    def evener(self) -> Iterator[Grouping | None]:
        """Ways to join them, each more even than those before; None where a look found none.

        When it ends no way is more even than the last. The smallest footprint is looked for between
        two numbers of people, drawn closer where there may be a more even way than is known.
        Raises TooWideError as `cheapest` does.
        """
        count = self.problem.footprints or len(self.problem.heart)
        fair, over = self.everybody // count, -(-self.everybody // count)
        ranges = [(self.problem.least, fair)]
        while ranges:
            low, high = ranges.pop()
            # The largest has its fair share at least, so a smaller one than this is too far off.
            low = max(low, over - self.spread + 1)
            if low > high:
                continue
            most = high + self.spread - 1
            found = self.cheapest(low, most if most < self.everybody else None)
            better = found is not None and self._spread(found) < self.spread
            if better:
                self.spread = self._spread(found)
                ranges.append((low, high))
            elif found is not None:
                middle = (low + high) // 2
                ranges += [(middle + 1, high), (low, middle)]
            yield found if better else None

    def _spread(self, grouping: Grouping) -> int:
        sizes = [0] * (max(grouping) + 1)
        for people, label in zip(self.people, grouping, strict=True):
            sizes[label] += people
        return max(sizes) - min(sizes)

    def named(self, grouping: Grouping) -> Owner:
        """The plan of a grouping, with the names by which fewest residents change footprint.

        Empty where there are not names enough.
        """
        made = [
            frozenset().union(
                *(units for units, one in zip(self.some, grouping, strict=True) if one == label)
            )
            for label in range(max(grouping) + 1)
        ]
        names = sorted(self.problem.may)
        fits = np.array([[self._fits(units, name) for name in names] for units in made])
        never = self.everybody * len(made) + 1
        costs = np.array(
            [
                [
                    self._cost(units, name) if fit else never
                    for name, fit in zip(names, row, strict=True)
                ]
                for units, row in zip(made, fits, strict=True)
            ]
        )
        rows, columns = linear_sum_assignment(costs)
        if len(rows) < len(made) or not fits[rows, columns].all():
            return {}
        return {unit: names[c] for r, c in zip(rows, columns, strict=True) for unit in made[r]}

    def _fits(self, units: frozenset[int], name: str) -> bool:
        stays = self.problem.heart.get(name)
        return units <= self.problem.may[name] and (stays is None or stays in units)
