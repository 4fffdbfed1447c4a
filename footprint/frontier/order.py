"""Order: in which sequence units are taken up, so that few are in hand at any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from footprint.frontier.watched import Watch

Neighbours = tuple[frozenset[int], ...]
Watched = tuple[frozenset[int], ...]
_COST = 2.7
"""How many times more states one more unit in hand brings, about."""
_WAITING = 3
"""Only neighbours of units that wait for so few are taken up next, while there are such units."""
_FEW, _MANY = 10, 250
_CHEAP = 10_000
"""An order that costs no more is counted along in about the time that a longer search takes."""


@lru_cache(64)
def best_order(neighbours: Neighbours, watched: Watched) -> tuple[int, ...]:
    """An order of all units with a narrow frontier, the same one every time.

    A unit is in hand from its turn until its neighbours, and whoever is watched together with it,
    have had theirs. A longer search pays only where counting would be long.
    """
    near = {1 << unit: others for unit, others in enumerate(_together(neighbours, watched))}
    found = _searched(near, _FEW)
    if found[0] > _CHEAP:
        found = min(found, _searched(near, _MANY))
    return found[1]


_Begun = tuple[float, tuple[int, ...], int]
"""The beginning of an order: what it costs, the units as bits, and who is in hand after it."""


def _searched(near: Mapping[int, int], kept: int) -> tuple[float, tuple[int, ...]]:
    """What the best order found costs, and the order.

    Beginnings of orders grow side by side, and of each length only so many with the narrowest
    frontiers go on; of two that have taken up the same units the better one does.
    """
    everybody = sum(near)
    begun: dict[int, _Begun] = {0: (0.0, (), 0)}
    for _ in near:
        longer: dict[int, _Begun] = {}
        for done, (cost, order, hand) in begun.items():
            for unit in as_bits(_next(hand, done, near) or everybody & ~done):
                now = done | unit
                known = longer.get(now)
                held = _held(hand, unit, now, near) if known is None else known[2]
                dearer = cost + _COST ** held.bit_count()
                if known is None or dearer < known[0]:
                    longer[now] = (dearer, (*order, unit), held)
        begun = dict(sorted(longer.items(), key=lambda one: one[1])[:kept])
    cost, order, _ = begun[everybody]
    return cost, tuple([unit.bit_length() - 1 for unit in order])


def _next(hand: int, done: int, near: Mapping[int, int]) -> int:
    """Who may be taken up next: those for whom a unit waits that waits for few."""
    found, fewest, others = 0, len(near), 0
    while hand:
        one = hand & -hand
        hand ^= one
        waited = near[one] & ~done
        many = waited.bit_count()
        if many <= _WAITING:
            found |= waited
        elif many <= fewest:
            others = waited if many < fewest else others | waited
            fewest = many
    return found or others


def width(order: Sequence[int], neighbours: Neighbours, watched: Watched = ()) -> int:
    """The most units in hand at any time along an order."""
    near = {1 << unit: others for unit, others in enumerate(_together(neighbours, watched))}
    done = hand = most = 0
    for unit in order:
        done |= 1 << unit
        hand = _held(hand, 1 << unit, done, near)
        most = max(most, hand.bit_count())
    return most


@dataclass(frozen=True)
class Turn:
    """What is known of a unit's turn before any state of it; all but `to_come` in bits.

    near: its neighbours. waits: for each unit so far its neighbours to come. seen: units so far
    that a watch still looks at. judged: watches all of whose units and borders have had their
    turn, each with its stride and its bit. crossings: units before this one a border to whom is
    looked at, each with the bit of the watch that does. to_come: units after it.
    """

    unit: int
    near: int
    waits: Mapping[int, int]
    seen: int
    judged: tuple[tuple[Watch, int, int], ...]
    crossings: tuple[tuple[int, int], ...]
    to_come: tuple[int, ...]

    @property
    def over(self) -> int:
        """The bits of the watches that are judged."""
        return sum(bit for _, _, bit in self.judged)


def turns_of(
    order: Sequence[int],
    neighbours: Sequence[frozenset[int]],
    watches: Sequence[tuple[Watch, int]],
) -> Iterator[Turn]:
    """The turns of all units, in order."""
    near = _together(neighbours, ())
    bits = [(watch, stride, 1 << place) for place, (watch, stride) in enumerate(watches)]
    at = {unit: number for number, unit in enumerate(order)}
    judged_at = [
        max(at[unit] for unit in (*watch.units, *chain.from_iterable(watch.borders)))
        for watch, _ in watches
    ]
    seen_until = dict.fromkeys(order, -1)
    for (watch, _), last in zip(watches, judged_at, strict=True):
        for unit in watch.units:
            seen_until[unit] = max(seen_until[unit], last)
        for one, other in watch.borders:
            first, then = sorted((one, other), key=at.__getitem__)
            seen_until[first] = max(seen_until[first], at[then])
    for number, unit in enumerate(order):
        so_far, to_come = order[: number + 1], order[number + 1 :]
        coming = sum(1 << one for one in to_come)
        yield Turn(
            1 << unit,
            near[unit],
            {1 << one: near[one] & coming for one in so_far},
            sum(1 << one for one in so_far if seen_until[one] > number),
            tuple(one for one, last in zip(bits, judged_at, strict=True) if last == number),
            tuple(
                (1 << one, bit)
                for one in so_far
                for watch, _, bit in bits
                if (min(one, unit), max(one, unit)) in watch.borders
            ),
            to_come,
        )


def _together(neighbours: Neighbours, watched: Watched) -> list[int]:
    """For each unit, as bits, whom it has to wait for."""
    near = [sum(1 << other for other in around) for around in neighbours]
    for group in watched:
        everybody = sum(1 << unit for unit in group)
        for unit in group:
            near[unit] |= everybody & ~(1 << unit)
    return near


def _held(hand: int, unit: int, done: int, near: Mapping[int, int]) -> int:
    """Who is in hand once a unit has had its turn, of those before and the unit."""
    held = hand | unit
    perhaps = held & (near[unit] | unit)
    while perhaps:
        one = perhaps & -perhaps
        perhaps ^= one
        if not near[one] & ~done:
            held ^= one
    return held


def as_bits(some: int) -> Iterator[int]:
    """Each bit of a number by itself, from the lowest."""
    while some:
        lowest = some & -some
        yield lowest
        some ^= lowest
