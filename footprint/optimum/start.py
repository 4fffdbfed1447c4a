"""Starts: plans found without the solver, so that there is one before anything is proved.

Units are put where most of them was and mended by hand, or what comes of it is joined by the
diagram that every option is counted with: of all ways to join whole footprints, the best.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping
from fractions import Fraction

from footprint.every_option.carried import Carrier, Largest, Named, People, bundled
from footprint.every_option.counting import Grouping, cheapest
from footprint.every_option.frontier import TooWideError, diagram
from footprint.every_option.watched import Split, Watch
from footprint.optimum.problem import Owner, Problem, held, sound

MOST_STATES = 20_000
NEARLY = 60
"""Sizes are looked for to so many steps between two of which it is known on which side they lie."""


def start(problem: Problem) -> Owner:
    """A plan in which each unit is where most of it was, mended; empty where that fails."""
    return repaired(problem, _where_most_was(problem))


def _where_most_was(problem: Problem) -> Owner:
    """Each unit with a footprint that it costs least to be in; empty where one has none."""
    choices = {unit: _choices(problem, unit) for unit in sorted(problem.some)}
    if not all(choices.values()):
        return {}
    return {u: min(some, key=lambda f: (problem.cost[u, f], f)) for u, some in choices.items()}


def _choices(problem: Problem, unit: int) -> list[str]:
    return [footprint for footprint, there in problem.may.items() if unit in there]


def repaired(problem: Problem, owner: Owner) -> Owner:
    """Give what came apart to what lies beside it, and let what is too small join a neighbour.

    Empty where that does not make a plan that meets every test.
    """
    mended = _gathered(problem, owner)
    while _join(problem, mended):
        pass
    return mended if sound(problem, mended) else {}


def _gathered(problem: Problem, owner: Owner) -> dict[int, str]:
    """Give units that are cut off from the rest of their footprint to footprints beside them."""
    made = dict(owner) | {unit: footprint for footprint, unit in problem.heart.items()}
    if problem.one_piece:
        _gather(problem, made)
    return made


def _gather(problem: Problem, owner: dict[int, str]) -> None:
    loose = set()
    for footprint, there in held(owner).items():
        heart = problem.heart.get(footprint)
        parts = problem.units.components(there)
        main = max(parts, key=lambda part: (heart in part, problem.units.people(part)))
        loose |= there - main
    while loose:
        options = [
            (problem.cost[unit, owner[near]], unit, owner[near])
            for unit in sorted(loose)
            for near in problem.units.adjacent[unit] & problem.some - loose
            if (unit, owner[near]) in problem.cost
        ]
        if not options:
            return
        _, unit, footprint = min(options)
        owner[unit] = footprint
        loose.remove(unit)


def _join(problem: Problem, owner: dict[int, str]) -> bool:
    """Let the smallest footprint that is too small, or one too many, join its best neighbour."""
    some, units = held(owner), problem.units
    many = problem.footprints is not None and len(some) > problem.footprints
    small = [
        (units.people(there), footprint)
        for footprint, there in some.items()
        if footprint not in problem.heart and (many or units.people(there) < problem.least)
    ]
    for _, footprint in sorted(small):
        there = some[footprint]
        near = {owner[unit] for unit in units.around(there) & problem.some}
        options = [to for to in sorted(near - {footprint}) if there <= problem.may[to]]
        if options:
            to = min(options, key=lambda one: (_people(problem, there, one), one))
            owner.update(dict.fromkeys(there, to))
            return True
    return False


def _people(problem: Problem, there: frozenset[int], to: str) -> tuple[int, int]:
    """Residents who change footprint if some units go to it, then how large it gets."""
    moved = sum(problem.cost[unit, to] for unit in there)
    return moved, problem.units.people(there)


def evened(problem: Problem, owner: Owner) -> Owner:
    """Let units go to smaller footprints beside theirs, as long as any makes sizes more alike.

    Sizes are alike by the sum of their squares, which falls with every step.
    """
    made = dict(owner)
    while step := next(_steps(problem, made), None):
        unit, to = step
        made[unit] = to
    return made


def _steps(problem: Problem, owner: Owner) -> Iterator[tuple[int, str]]:
    """Units that may go, and where to, those first that do most."""
    units, some = problem.units, held(owner)
    sizes = {footprint: units.people(there) for footprint, there in some.items()}
    gains = [
        (gain, unit, to)
        for unit, footprint in owner.items()
        for to in {owner[near] for near in units.adjacent[unit] & problem.some} - {footprint}
        if (gain := units.residents[unit] * (sizes[footprint] - sizes[to] - units.residents[unit]))
        > 0
    ]
    for _, unit, to in sorted(gains, reverse=True):
        if _may_go(problem, unit, to, some[owner[unit]] - {unit}, owner[unit]):
            yield unit, to


def _may_go(problem: Problem, unit: int, to: str, left: frozenset[int], footprint: str) -> bool:
    """Whether a footprint that gives a unit away still meets every test, and the other may take."""
    whole = not problem.one_piece or len(problem.units.components(left)) == 1
    kept = problem.heart.get(footprint) != unit and problem.units.people(left) >= problem.least
    return bool(left) and whole and kept and unit in problem.may[to]


def joined(problem: Problem) -> Owner:
    """Footprints of such a plan joined in the best way there is; empty where none is known.

    They are joined whole, so it is best among those plans only. Of residents who change footprint
    those are counted who are not in the largest of those joined; the names are chosen afterwards.
    """
    owner = _where_most_was(problem)
    if not owner:
        return {}
    joining = _Joining(problem, _gathered(problem, owner))
    grouping = joining.best()
    made = {} if grouping is None else joining.named(grouping)
    return made if sound(problem, made) else {}


class _Joining:
    """Footprints of a plan as the areas of a diagram of all ways to join them."""

    def __init__(self, problem: Problem, owner: Owner) -> None:
        self.problem = problem
        self.some = tuple(held(owner).values())
        place = {unit: n for n, units in enumerate(self.some) for unit in units}
        self.people = tuple(map(problem.units.people, self.some))
        self.near = tuple(
            frozenset(place[unit] for unit in problem.units.around(units) & problem.some)
            for units in self.some
        )
        self.names = tuple(map(self._names, self.some))
        self.watches = self._watches(place) if problem.aim == "split" else []

    def _names(self, units: frozenset[int]) -> frozenset[str]:
        """The footprints that may hold units: only the one that stays where its own unit is."""
        stays = [f for f, unit in self.problem.heart.items() if unit in units]
        free = self.problem.may.keys() - self.problem.heart.keys()
        return frozenset(f for f in stays or free if units <= self.problem.may[f])

    def _watches(self, place: Mapping[int, int]) -> list[tuple[Watch, int]]:
        """Each authority in several footprints counts as split unless all of these are joined."""
        groups = (sorted({place[unit] for unit in group}) for group in self.problem.groups)
        return [
            (Split(tuple(one), (Fraction(1),) * len(one), Fraction(0)), 1)
            for one in groups
            if len(one) > 1
        ]

    def best(self) -> Grouping | None:
        """The best way to join them by the aim; None where none is known."""
        if self.problem.aim == "even":
            return self._evenest()
        return self._found(self.problem.least)

    def _found(self, least: int, most: int | None = None) -> Grouping | None:
        """The cheapest way to join them into footprints of so many people; None for none known."""
        carriers: list[tuple[Carrier, int]] = [(People(self.people, least, most), 1)]
        carriers.append((Named(self.names), 1))
        if self.problem.aim == "movers":
            carriers.append((Largest(self._kept()), 1))
        try:
            drawn = diagram(self.near, bundled(carriers), self.watches, MOST_STATES)
        except TooWideError:
            return None
        return cheapest(drawn, self.problem.footprints)

    def _kept(self) -> tuple[int, ...]:
        """The residents of each who need not change, if it gives its name to what is joined."""
        return tuple(
            people - min(self._cost(units, name) for name in names) if names else 0
            for people, units, names in zip(self.people, self.some, self.names, strict=True)
        )

    def _evenest(self) -> Grouping | None:
        """The one of which the smallest footprint is largest, and then the largest smallest."""
        lowest, everybody = self.problem.least, sum(self.people)
        if self.problem.footprints is None or self._found(lowest) is None:
            return None
        fair = everybody // self.problem.footprints
        step = max(fair // NEARLY, 1)
        leasts, mosts = range(lowest, fair + 1, step), range(fair, everybody + step, step)
        place = bisect(leasts, False, key=lambda least: self._found(least) is None)
        least = leasts[place - 1]
        place = bisect(mosts, False, key=lambda most: self._found(least, most) is not None)
        return self._found(least, mosts[place] if place < len(mosts) else None)

    def named(self, grouping: Grouping) -> Owner:
        """The plan of a grouping, each footprint with the name by which fewest residents change."""
        found: dict[int, str] = {}
        for label in set(grouping):
            places = [place for place, one in enumerate(grouping) if one == label]
            units = frozenset().union(*(self.some[place] for place in places))
            names = frozenset.intersection(*(self.names[place] for place in places))
            name = min(sorted(names), key=lambda one: self._cost(units, one))
            found |= dict.fromkeys(units, name)
        return found

    def _cost(self, units: frozenset[int], name: str) -> int:
        return sum(self.problem.cost[unit, name] for unit in units)
