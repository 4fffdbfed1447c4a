"""Moves: the fewest residents who must change footprint, found exactly.

Each district's part of a footprint moves whole or stays. Which parts move is a small integer
program, solved by HiGHS. Staying in one piece is asked for only where a solution breaks it: a row
is added that the solution fails and no connected one does, and the program is solved again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

from footprint.facts.atlas import Atlas
from footprint.plans import contiguity
from footprint.plans.plan import Plan

MOST_TURNS = 120


MOST_SECONDS = 3.0


class Row(NamedTuple):
    """One line of a program: the weighted sum of its choices lies between low and high."""

    weights: Mapping[int, float]
    low: float = -np.inf
    high: float = np.inf


class Program:
    """Choices that cost something, under rows; the cheapest set of choices is wanted."""

    def __init__(self, costs: Iterable[float]) -> None:
        self.costs = list(costs)
        self.real = len(self.costs)
        self.rows: list[Row] = []

    def switch(self) -> int:
        """Add a choice that costs nothing, to tell two cases apart."""
        self.costs.append(0.0)
        return len(self.costs) - 1

    def add(self, *rows: Row) -> None:
        """Ask for more."""
        self.rows += rows

    def solve(self, seconds: float) -> frozenset[int] | None:
        """Return the cheapest choices, or None where there are none; raises TimeoutError."""
        table = np.zeros((len(self.rows), len(self.costs)))
        for number, row in enumerate(self.rows):
            table[number, list(row.weights)] = list(row.weights.values())
        limits = LinearConstraint(table, [r.low for r in self.rows], [r.high for r in self.rows])
        found = milp(
            self.costs,
            integrality=np.ones(len(self.costs)),
            bounds=Bounds(0, 1),
            constraints=limits,
            options={"mip_rel_gap": 0, "time_limit": max(seconds, 0.01)},
        )
        if found.status == 1:
            raise TimeoutError
        if found.x is None:
            return None
        return frozenset(int(n) for n in np.flatnonzero(found.x[: self.real] > 0.5))


@dataclass(frozen=True, eq=False)
class Pieces:
    """Every district's part of every footprint: whose it is, its people, and what it touches."""

    lads: tuple[str, ...]
    owners: tuple[str, ...]
    blocks: tuple[tuple[str, ...], ...]
    residents: tuple[int, ...]
    touching: tuple[frozenset[int], ...]

    def of(self, footprint: str) -> frozenset[int]:
        """The pieces of one footprint."""
        return frozenset(n for n, owner in enumerate(self.owners) if owner == footprint)

    def around(self, members: Iterable[int]) -> frozenset[int]:
        """The pieces that touch some of these and are not among them."""
        inside = frozenset(members)
        return frozenset().union(*(self.touching[n] for n in inside)) - inside

    def parts(self, members: Iterable[int]) -> list[frozenset[int]]:
        """The connected parts of a set of pieces, the one with most residents first."""
        left, found = set(members), []
        while left:
            part = edge = {left.pop()}
            while edge := (self.around(edge) & left):
                part = part | edge
                left -= edge
            found.append(frozenset(part))
        return sorted(found, key=lambda part: (-self.people(part), min(part)))

    def people(self, members: Iterable[int]) -> int:
        """Residents of a set of pieces in mid-2024."""
        return sum(self.residents[n] for n in members)

    def neighbours(self, footprint: str) -> list[str]:
        """The footprints that one touches, by land or crossing, sorted."""
        return sorted({self.owners[n] for n in self.around(self.of(footprint))})


def pieces_of(atlas: Atlas, plan: Plan) -> Pieces:
    """Cut a plan's footprints along district lines."""
    frame = pd.DataFrame({"lad": atlas.blocks["lad"], "owner": plan.footprint_of}).dropna()
    grouped = frame.groupby(["lad", "owner"], sort=True)
    number = grouped.ngroup()
    groups = grouped.groups
    touching: list[set[int]] = [set() for _ in groups]
    place = number.to_dict()
    for one, other in contiguity.adjacency(atlas):
        if one in place and other in place and place[one] != place[other]:
            touching[place[one]].add(place[other])
            touching[place[other]].add(place[one])
    people = atlas.blocks["residents_2024"].groupby(number).sum()
    return Pieces(
        lads=tuple(lad for lad, _ in groups),
        owners=tuple(owner for _, owner in groups),
        blocks=tuple(tuple(blocks) for blocks in groups.values()),
        residents=tuple(int(count) for count in people),
        touching=tuple(map(frozenset, touching)),
    )


class Transfer:
    """One move to be found: connected pieces of one footprint that go to a neighbour.

    `unite` names the one of the two that must come out in one piece; otherwise what hung
    together in the footprint that gives still does.
    """

    def __init__(self, pieces: Pieces, origin: str, to: str, *, unite: str = "") -> None:
        self.pieces, self.origin, self.to, self.unite = pieces, origin, to, unite
        self.members = sorted(pieces.of(origin))
        self.place = {piece: number for number, piece in enumerate(self.members)}
        self.program = Program(pieces.residents[piece] for piece in self.members)
        reach = pieces.around(pieces.of(to)) & frozenset(self.members)
        self.program.add(
            self.row(dict.fromkeys(reach, 1), low=1),
            self.row(dict.fromkeys(self.members, 1), high=len(self.members) - 1),
        )

    def row(self, weights: Mapping[int, float], low: float = -np.inf, high: float = np.inf) -> Row:
        """Write a row about pieces as one about the program's choices."""
        return Row({self.place[piece]: weight for piece, weight in weights.items()}, low, high)

    def solve(self, seconds: float) -> frozenset[int] | None:
        """Return the pieces that move, or None where no set of them will do."""
        chosen = self.program.solve(seconds)
        return None if chosen is None else frozenset(self.members[n] for n in chosen)

    def forbid(self, moved: frozenset[int]) -> None:
        """Leave out one set of pieces, and only that."""
        weights = {piece: -1.0 if piece in moved else 1.0 for piece in self.members}
        self.program.add(self.row(weights, low=1 - len(moved)))

    def cuts(self, moved: frozenset[int]) -> list[Row]:
        """Rows that a set of pieces fails because something comes apart; none if nothing does."""
        stay = frozenset(self.members) - moved
        whole = [frozenset(self.members)]
        groups = whole if self.unite == self.origin else self.pieces.parts(self.members)
        found = self._keep_together(moved, sign=1)
        for group in groups:
            found += self._keep_together(stay & group, sign=-1)
        return found + (self._reach(moved) if self.unite == self.to else [])

    def _keep_together(self, members: frozenset[int], *, sign: int) -> list[Row]:
        """Two parts can only both be there if something of what lies between them is too."""
        parts = self.pieces.parts(members)
        return [self._bridge(part, parts[0], sign) for part in parts[1:]]

    def _bridge(self, part: frozenset[int], main: frozenset[int], sign: int) -> Row:
        # For what moves: one + other - between <= 1. For what stays each choice is turned round.
        one, other = max(part, key=self._size), max(main, key=self._size)
        between = self.pieces.around(part) & frozenset(self.members)
        weights = dict.fromkeys(between, -1.0 * sign) | {one: 1.0 * sign, other: 1.0 * sign}
        return self.row(weights, high=1 if sign > 0 else len(between) - 1)

    def _size(self, piece: int) -> tuple[int, int]:
        return self.pieces.residents[piece], piece

    def _reach(self, moved: frozenset[int]) -> list[Row]:
        """Something of what lies around each stray part of the receiver has to come as well."""
        parts = self.pieces.parts(self.pieces.of(self.to) | moved)
        members = frozenset(self.members)
        return [
            self.row(dict.fromkeys(self.pieces.around(part) & members, 1), low=1)
            for part in parts[1:]
        ]


@dataclass(frozen=True)
class Found:
    """What a search came to: the pieces that move, or none; and whether that is proved.

    Where it is not, at least so many residents would have to move.
    """

    moved: frozenset[int] | None
    exact: bool
    at_least: int = 0


def fewest(
    transfer: Transfer,
    accept: Callable[[frozenset[int]], bool],
    *,
    below: float = np.inf,
    seconds: float = MOST_SECONDS,
) -> Found:
    """Find the move of the fewest residents that is accepted and stays below a number of them.

    `accept` judges a move that hangs together; one it refuses is left out and the next sought.
    """
    end, people = time.monotonic() + seconds, 0
    for _ in range(MOST_TURNS):
        try:
            moved = transfer.solve(end - time.monotonic())
        except TimeoutError:
            break
        if moved is None or transfer.pieces.people(moved) >= below:
            return Found(None, exact=True)
        people = transfer.pieces.people(moved)
        if cuts := transfer.cuts(moved):
            transfer.program.add(*cuts)
        elif accept(moved):
            return Found(moved, exact=True, at_least=people)
        else:
            transfer.forbid(moved)
    return Found(None, exact=False, at_least=people)
