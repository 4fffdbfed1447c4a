"""Pair: two moves to be found together, as one integer program still to be solved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.criteria.parts import Parts
from footprint.criteria.solver import Choice, Expression, Solver, total

Sets = tuple[frozenset[int], frozenset[int]]


@dataclass(frozen=True)
class Way:
    """From which footprint parts move, and to which."""

    origin: str
    to: str


class Pair:
    """Two moves: connected parts of two footprints, or of one, that go to their neighbours.

    What hung together in a footprint that gives still does, and none gives all it has. `unite`
    names a footprint that must come out in one piece instead.
    """

    def __init__(self, parts: Parts, ways: tuple[Way, Way], *, unite: str = "") -> None:
        self.parts, self.ways, self.unite = parts, ways, unite
        self.model = Solver()
        people = parts.residents
        self.moves = tuple(
            {n: self.model.addBinary(obj=people[n]) for n in sorted(parts.of(way.origin))}
            for way in ways
        )
        for way, moves in zip(ways, self.moves, strict=True):
            border = parts.around(parts.of(way.to)) & moves.keys()
            self.require(total(moves[n] for n in border) >= 1)
        for origin in {way.origin for way in ways}:
            members = parts.of(origin)
            leaving = [self.leaving(n) for n in sorted(members)]
            self.require(*(one <= 1 for one in leaving), total(leaving) <= len(members) - 1)

    def require(self, *constraints: Expression) -> None:
        """Ask for more."""
        for constraint in constraints:
            self.model.addConstr(constraint)

    def choice(self) -> Choice:
        """A choice that moves nobody, to tell two cases apart."""
        return self.model.addBinary()

    def leaving(self, part: int) -> Expression:
        """Whether a part leaves the footprint it is in."""
        return total(1 * moves[part] for moves in self.moves if part in moves)

    def after(self, footprint: str, weights: Mapping[int, float]) -> Expression:
        """What the parts of a footprint weigh together once both moves are made."""
        now = sum(weights.get(n, 0.0) for n in self.parts.of(footprint))
        expression = now + 0 * next(iter(self.moves[0].values()))
        for way, moves in zip(self.ways, self.moves, strict=True):
            moved = total(weights.get(n, 0.0) * move for n, move in moves.items())
            expression += moved if way.to == footprint else 0
            expression -= moved if way.origin == footprint else 0
        return expression

    def solve(self, seconds: float) -> Sets | None:
        """Return the parts of each move with the fewest residents, or None where none will do.

        Raises TimeoutError where the solver stops before it knows.
        """
        value = self.model.solved(seconds)
        if value is None:
            return None
        one, other = (
            frozenset(n for n, move in moves.items() if value[move.index] > 0.5)
            for moves in self.moves
        )
        return one, other

    def people(self, moved: Sets) -> int:
        """Residents of all parts that move."""
        return sum(map(self.parts.people, moved))

    def forbid(self, moved: Sets) -> None:
        """Leave out these two sets of parts together, and only that."""
        changed = [
            1 - move if n in some else 1 * move
            for some, moves in zip(moved, self.moves, strict=True)
            for n, move in moves.items()
        ]
        self.require(total(changed) >= 1)

    def cuts(self, moved: Sets) -> list[Expression]:
        """Constraints that two sets of parts fail because something comes apart, if it does."""
        found: list[Expression] = []
        for some, moves in zip(moved, self.moves, strict=True):
            found += self._keep_together(some, moves)
        gone = moved[0] | moved[1]
        for origin in sorted({way.origin for way in self.ways} - {self.unite}):
            members = self.parts.of(origin)
            stays = {n: 1 - self.leaving(n) for n in members}
            for group in self.parts.components(members):
                found += self._keep_together(group - gone, stays)
        return found + (self._united(moved) if self.unite else [])

    def _united(self, moved: Sets) -> list[Expression]:
        """Constraints that fail because the footprint is still in several pieces, if it is."""
        members = self.parts.of(self.unite)
        there = {n: 1 - self.leaving(n) for n in members}
        here = members - moved[0] - moved[1]
        for way, some, moves in zip(self.ways, moved, self.moves, strict=True):
            if way.to == self.unite:
                here |= some
                there |= {n: 1 * move for n, move in moves.items()}
        return self._keep_together(here, there)

    def _keep_together(
        self, some: frozenset[int], there: Mapping[int, Expression]
    ) -> list[Expression]:
        """Two components can only both be there if something of what lies around one is too."""
        components = self.parts.components(some)
        found = []
        for component in components[1:]:
            one, other = max(component), max(components[0])
            around = self.parts.around(component) & there.keys()
            found.append(there[one] + there[other] <= 1 + total(1 * there[n] for n in around))
        return found
