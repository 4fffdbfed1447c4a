"""Starts: plans found and evened by hand, so that there is one before anything is proved."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.optimum.problem import Owner, Problem, held, sound


def start(problem: Problem) -> Owner:
    """A plan in which each unit is where most of it was, mended; empty where that fails."""
    return repaired(problem, where_most_was(problem))


def where_most_was(problem: Problem) -> Owner:
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
    mended = gathered(problem, owner)
    while _join(problem, mended):
        pass
    return mended if sound(problem, mended) else {}


def gathered(problem: Problem, owner: Owner) -> dict[int, str]:
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
            to = min(options, key=lambda one: (_moved(problem, there, one), one))
            owner.update(dict.fromkeys(there, to))
            return True
    return False


def _moved(problem: Problem, there: frozenset[int], to: str) -> int:
    """Residents who change footprint if some units go to it."""
    return sum(problem.cost[unit, to] for unit in there)


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
