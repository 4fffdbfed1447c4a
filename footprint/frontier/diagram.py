"""Frontier: every grouping of units into footprints in one piece, as one diagram.

Units are taken up one after another. All that matters of what was decided before is told by the
footprints that still have units in hand: which those are, which of them hang together already, and
what each footprint carries. Decisions that leave the same behind are one state, so that ever so
many options are few states. A diagram keeps the states of every turn and what follows from each
choice. What a turn does to a footprint is the same in every state that has it, and so it is worked
out once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import NamedTuple

from footprint.frontier.carried import Carrier, Held
from footprint.frontier.order import Turn, Watched, as_bits, best_order, turns_of, width
from footprint.frontier.watched import Watch

MOST_STATES = 300_000
NEW = -1


class TooWideError(ValueError):
    """More states are needed than can be kept."""


Step = tuple[int, int, int]
"""One choice for the unit whose turn it is: whom it joins, the state it leads to, and the gain.

Whom: a unit whose footprint is joined, or NEW. The gain: what footprints closed and groups judged
by it add to the measures. There are too many steps for a class of their own.
"""


@dataclass(frozen=True)
class Diagram:
    """All options as paths: the order of units, and the steps out of every state of each turn."""

    order: tuple[int, ...]
    turns: Sequence[Sequence[Sequence[Step]]]
    width: int

    @property
    def states(self) -> int:
        """The most states at any one turn."""
        return max(map(len, self.turns), default=1)


class _Open(NamedTuple):
    """A footprint with units in hand, these as bits.

    pieces: those that hang together, as long as more can join them; none once it is closed. Of a
    piece only those are kept in mind without whom it would have fewer neighbours to come.
    watched: those that a watch still looks at. held: what it carries, None once it is closed.
    """

    pieces: tuple[int, ...]
    watched: int
    held: Held | None

    @property
    def units(self) -> int:
        """All its units in hand, as bits."""
        return sum(self.pieces) | self.watched


_Left = tuple[int, int]
"""What a turn leaves of a footprint: its bit in the states that follow, or 0, and its gain."""


class _Choice(NamedTuple):
    """A footprint that the unit joins, or a new one: how the state differs for it.

    joins: a unit in hand that it has. crossed: the watches a border of which lies inside now, as
    bits. left and units: its units in hand before and with the unit, as bits.
    """

    joins: int
    bits: int
    gain: int
    crossed: int
    left: int
    units: int


_Fate = tuple[int, int, bool, _Choice | None]
"""What a turn does to a footprint.

The first two are what is left where the unit does not join it, then comes whether that cannot be,
and last what follows where the unit does join it, if it may.
"""


def diagram(
    neighbours: Sequence[frozenset[int]],
    carrier: Carrier,
    watches: Sequence[tuple[Watch, int]],
    most_states: int = MOST_STATES,
) -> Diagram:
    """Draw up the diagram of all options that neither a carrier nor a watch refuses.

    Each watch comes with the stride by which its gains are kept apart. Raises TooWideError, with
    how many units are in hand at once, where a turn has more states than may be kept.
    """
    watched: Watched = tuple(frozenset(watch.units) for watch, _ in watches)
    order = best_order(neighbours, watched)
    widest = width(order, neighbours, watched)
    turns: list[list[list[Step]]] = []
    states: Iterable[int] = (0,)
    opens: Mapping[int, _Open] = {}
    for turn in turns_of(order, neighbours, watches):
        making = _Making(turn, carrier, opens, 1 << len(watches))
        turns.append([making.steps(state) for state in states])
        states, opens = making.states, making.opens
        if len(states) > most_states:
            raise TooWideError(
                f"As many as {widest} of the {len(order)} areas have to be kept in mind at once, "
                f"which gives more than {most_states:,} different situations to count. "
                "Ask for fewer areas or fewer conditions."
            )
    return Diagram(order, turns, widest)


class _Making:
    """One turn in the making: what it does to each footprint, and the states that follow.

    A state is a set of footprints with units in hand, each a bit. Below the lowest of these bits
    are those of the watches one of whose borders lies inside a footprint.
    """

    def __init__(
        self, turn: Turn, carrier: Carrier, before: Mapping[int, _Open], lowest: int
    ) -> None:
        self.states: dict[int, int] = defaultdict(count().__next__)
        """The numbers of the states that follow."""
        self._turn, self._carrier, self._before, self._lowest = turn, carrier, before, lowest
        self._bits: dict[_Open, int] = {}
        self._fate, self._judged = cache(self._meet), cache(self._judge)
        self._kept = cache(self._useful)
        self._begun = self._begin()

    @property
    def opens(self) -> Mapping[int, _Open]:
        """The footprints of the states that follow, by their bits."""
        return {bit: one for one, bit in self._bits.items()}

    def steps(self, state: int) -> list[Step]:
        """The steps out of one state."""
        after = state & self._lowest - 1
        opens, gained = state ^ after, 0
        needy, choices = [], [self._begun]
        while opens:
            lowest = opens & -opens
            opens ^= lowest
            bit, gain, needs, choice = self._fate(lowest)
            after += bit
            gained += gain
            choices.append(choice)
            if needs:
                needy.append(choice)
        if len(needy) > 1:
            return []
        choices = needy or choices
        if self._turn.judged:
            units = {self._before[bit].units for bit in as_bits(state & -self._lowest)}
            return self._judged_steps(choices, after, gained, units)
        states = self.states
        return [
            (joins, states[after + bits | crossed], gained + gain)
            for joins, bits, gain, crossed, _, _ in filter(None, choices)
        ]

    def _judged_steps(
        self, choices: list[_Choice | None], after: int, gained: int, units: set[int]
    ) -> list[Step]:
        """The steps of a turn at which watches are judged."""
        found = []
        for one in choices:
            if one is not None:
                state = after + one.bits | one.crossed
                groups = frozenset(units - {one.left} | {one.units})
                more = self._judged(groups, state & self._lowest - 1)
                if more is not None:
                    to = self.states[state & ~self._turn.over]
                    found.append((one.joins, to, gained + one.gain + more))
        return found

    def _begin(self) -> _Choice | None:
        """What follows where the unit begins a footprint; None where it may not."""
        unit = self._turn.unit
        started = self._carrier.start(_place(unit))
        left = None if started is None else self._after((unit,), 0, started)
        return None if left is None else _Choice(NEW, *left, 0, 0, unit)

    def _meet(self, bit: int) -> _Fate:
        """What the turn does to a footprint."""
        one = self._before[bit]
        stays, joined = self._after(*one), self._join(one)
        left, gain = stays or (0, 0)
        choice = None
        if joined is not None:
            units = one.units
            choice = _Choice(
                _place(units),
                joined[0] - left,
                joined[1] - gain,
                sum({bit for other, bit in self._turn.crossings if units & other}),
                units,
                units | self._turn.unit,
            )
        return left, gain, stays is None, choice

    def _join(self, one: _Open) -> _Left | None:
        """What is left of a footprint that the unit joins; None where it may not."""
        merged, near = self._turn.unit, self._turn.near
        more = None if one.held is None else self._carrier.join(one.held, _place(merged))
        if more is None:
            return None
        apart = []
        for piece in one.pieces:
            if piece & near:
                merged |= piece
            else:
                apart.append(piece)
        return self._after((*apart, merged), one.watched, more)

    def _after(self, pieces: Sequence[int], watched: int, held: Held | None) -> _Left | None:
        """What is left once nothing can join any more what has had all its neighbours' turns."""
        gain = 0
        growing = sorted(filter(None, map(self._kept, pieces)))
        if len(growing) < len(pieces):
            # A piece that nothing can join is all of its footprint, or never will be.
            gain, held = None if len(pieces) > 1 else self._carrier.close(held), None
        elif growing:
            held = self._carrier.keep(held, self._turn.to_come)
            gain = None if held is None else 0
        if gain is None:
            return None
        seen = (sum(pieces) | watched) & self._turn.seen
        if not growing and not seen:
            return 0, gain
        one = _Open(tuple(growing), seen, held)
        return self._bits.setdefault(one, self._lowest << len(self._bits)), gain

    def _useful(self, piece: int) -> int:
        """Its units, as bits, without those whose neighbours to come are all beside another."""
        turn, waits = self._turn, self._turn.waits
        if not piece & (turn.near | turn.unit):
            return piece
        kept = 0
        for unit in as_bits(piece):
            mine = waits[unit]
            for other in as_bits(kept):
                theirs = waits[other]
                if mine & theirs == mine:
                    break
                if mine & theirs == theirs:
                    kept ^= other
            else:
                kept |= unit if mine else 0
        return kept

    def _judge(self, groups: frozenset[int], crossed: int) -> int | None:
        """What the watches whose time has come add; None where one refuses."""
        gained = 0
        for watch, stride, bit in self._turn.judged:
            of = [next(one for one in groups if one >> unit & 1) for unit in watch.units]
            more = watch.judge(of, bool(crossed & bit))
            if more is None:
                return None
            gained += more * stride
        return gained


def _place(units: int) -> int:
    """The position of a unit, of several the last, that is given in bits."""
    return units.bit_length() - 1
