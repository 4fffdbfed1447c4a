"""Programs: the fewest residents who must change footprint, found exactly.

Each district's part of a footprint moves whole or stays. Which parts move is a small integer
program, solved by HiGHS. Staying in one piece is asked for only where a solution breaks it: a
constraint is added that the solution fails and no connected one does, and the program is solved
again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from footprint.criteria.parts import Parts
from footprint.criteria.solver import Choice, Expression, Solver, total

Moved = TypeVar("Moved")
MOST_TURNS = 120
MOST_SECONDS = 3.0


class Transfer:
    """A move to be found: connected parts of one footprint that go to a neighbour.

    `moves` holds a choice for each part of the footprint that gives: 1 if it moves, 0 if it
    stays. `unite` names the one of the two that must come out in one piece; otherwise what hung
    together in the footprint that gives still does.
    """

    def __init__(self, parts: Parts, origin: str, to: str, *, unite: str = "") -> None:
        self.parts, self.origin, self.to, self.unite = parts, origin, to, unite
        self.members = parts.of(origin)
        self.model = Solver()
        self.moves = {n: self.model.addBinary(obj=parts.residents[n]) for n in sorted(self.members)}
        border = parts.around(parts.of(to)) & self.members
        self.require(
            total(self.moves[n] for n in border) >= 1,
            total(self.moves.values()) <= len(self.members) - 1,
        )

    def require(self, *constraints: Expression) -> None:
        """Ask for more."""
        for constraint in constraints:
            self.model.addConstr(constraint)

    def choice(self) -> Choice:
        """A choice that moves nobody, to tell two cases apart."""
        return self.model.addBinary()

    @property
    def residents_moved(self) -> Expression:
        """Residents of the parts that move."""
        return self.moving({n: self.parts.residents[n] for n in self.members})

    def moving(self, weights: Mapping[int, float]) -> Expression:
        """What the parts that move weigh together."""
        return total(weight * self.moves[n] for n, weight in weights.items())

    def solve(self, seconds: float) -> frozenset[int] | None:
        """Return the parts that move with the fewest residents, or None where none will do.

        Raises TimeoutError where the solver stops before it knows.
        """
        value = self.model.solved(seconds)
        if value is None:
            return None
        return frozenset(n for n, move in self.moves.items() if value[move.index] > 0.5)

    def people(self, moved: frozenset[int]) -> int:
        """Residents of the parts that move."""
        return self.parts.people(moved)

    def forbid(self, moved: frozenset[int]) -> None:
        """Leave out one set of parts, and only that."""
        stay = self.members - moved
        changed = total(1 - self.moves[n] for n in moved) + total(self.moves[n] for n in stay)
        self.require(changed >= 1)

    def cuts(self, moved: frozenset[int]) -> list[Expression]:
        """Constraints that a set of parts fails because something comes apart, if it does."""
        stays = {n: 1 - move for n, move in self.moves.items()}
        found = self._keep_together(moved, self.moves)
        for group in self._together():
            found += self._keep_together(group - moved, stays)
        return found + (self._reach(moved) if self.unite == self.to else [])

    def _together(self) -> list[frozenset[int]]:
        """Sets of the giver's parts of which those that stay have to hang together."""
        if self.unite == self.origin:
            return [self.members]
        return self.parts.components(self.members)

    def _keep_together(
        self, some: frozenset[int], there: Mapping[int, Expression]
    ) -> list[Expression]:
        """Two components can only both be there if something of what lies around one is too."""
        found: list[Expression] = []
        components = self.parts.components(some)
        for component in components[1:]:
            one, other = self._largest(component), self._largest(components[0])
            around = self.parts.around(component) & self.members
            found.append(there[one] + there[other] <= 1 + total(there[n] for n in around))
        return found

    def _largest(self, component: frozenset[int]) -> int:
        return max(component, key=lambda n: (self.parts.residents[n], n))

    def _reach(self, moved: frozenset[int]) -> list[Expression]:
        """Something of what lies around each stray component of the receiver has to come too."""
        strays = self.parts.components(self.parts.of(self.to) | moved)[1:]
        return [
            total(self.moves[n] for n in self.parts.around(stray) & self.members) >= 1
            for stray in strays
        ]


class Program(Protocol[Moved]):
    """Moves to be found, of which what comes apart or was refused can be left out."""

    def solve(self, seconds: float) -> Moved | None:
        """What moves the fewest residents, or None where nothing will do."""

    def people(self, moved: Moved) -> int:
        """Residents of the parts that move."""

    def cuts(self, moved: Moved) -> list[Expression]:
        """Constraints that what comes apart fails."""

    def require(self, *constraints: Expression) -> None:
        """Ask for more."""

    def forbid(self, moved: Moved) -> None:
        """Leave out these very parts, and only them."""


@dataclass(frozen=True)
class Found(Generic[Moved]):
    """What a search came to: the parts that move, or none; and whether that is proved.

    Where it is not, at least so many residents would have to move.
    """

    moved: Moved | None
    exact: bool
    at_least: int = 0


def fewest(
    program: Program[Moved],
    accept: Callable[[Moved], bool],
    *,
    below: float = float("inf"),
    seconds: float = MOST_SECONDS,
) -> Found[Moved]:
    """Find what moves the fewest residents, is accepted and stays below a number of them.

    `accept` judges what hangs together; what it refuses is left out and the next sought.
    """
    end, people = time.monotonic() + seconds, 0
    for _ in range(MOST_TURNS):
        try:
            moved = program.solve(end - time.monotonic())
        except TimeoutError:
            break
        if moved is None or program.people(moved) >= below:
            return Found(None, exact=True)
        people = program.people(moved)
        if cuts := program.cuts(moved):
            program.require(*cuts)
        elif accept(moved):
            return Found(moved, exact=True, at_least=people)
        else:
            program.forbid(moved)
    return Found(None, exact=False, at_least=people)
