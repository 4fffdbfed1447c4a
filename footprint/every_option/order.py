"""Order: in which sequence units are taken up, so that few are in hand at any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from footprint.every_option.watched import Watch

Neighbours = tuple[frozenset[int], ...]
Watched = tuple[frozenset[int], ...]
_COST = 2.7
"""How many times more states one more unit in hand brings, about."""
_WAITING = 3
"""Only neighbours of units that wait for so few are taken up next, while there are such units."""
_WIDTHS = (10, 250)
_CHEAP = 10_000


@lru_cache(64)
def best_order(neighbours: Neighbours, watched: Watched) -> tuple[int, ...]:
    """An order of all units with a narrow frontier, the same one every time.

    A unit is in hand from its turn until its neighbours, and whoever is watched together with it,
    have had theirs. A longer search pays only where counting would be long.
    """
    near = {1 << unit: others for unit, others in enumerate(_together(neighbours, watched))}
    for kept in _WIDTHS:
        cost, order = _searched(near, kept)
        if cost <= _CHEAP:
            break
    return order


class _Begun(NamedTuple):
    """The beginning of an order, and who is in hand after it."""

    cost: float
    order: tuple[int, ...]
    hand: int


def _searched(near: Mapping[int, int], kept: int) -> tuple[float, tuple[int, ...]]:
    """What the best order found costs, and the order.

    Beginnings of orders grow side by side, and of each length only so many with the narrowest
    frontiers go on; of two that have taken up the same units the better one does.
    """
    begun: dict[int, _Begun] = {0: _Begun(0.0, (), 0)}
    for _ in near:
        longer: dict[int, _Begun] = {}
        for done, (cost, order, hand) in begun.items():
            for unit in as_bits(_next(hand, done, near) or sum(near) & ~done):
                now = done | unit
                known = longer.get(now)
                held = _held(hand | unit, unit, now, near) if known is None else known.hand
                dearer = cost + _COST ** held.bit_count()
                if known is None or dearer < known.cost:
                    longer[now] = _Begun(dearer, (*order, unit.bit_length() - 1), held)
        best = sorted(longer.items(), key=lambda one: one[1][:2])
        begun = dict(best[:kept])
    found = begun[sum(near)]
    return found.cost, found.order


def _next(hand: int, done: int, near: Mapping[int, int]) -> int:
    """Who may be taken up next: those for whom a unit waits that waits for few."""
    waited = [near[one] & ~done for one in as_bits(hand)]
    fewest = min([others.bit_count() for others in waited], default=0)
    found = 0
    for others in waited:
        if others.bit_count() <= max(fewest, _WAITING):
            found |= others
    return found


def width(order: Sequence[int], neighbours: Neighbours, watched: Watched = ()) -> int:
    """The most units in hand at any time along an order."""
    near = {1 << unit: others for unit, others in enumerate(_together(neighbours, watched))}
    done = hand = most = 0
    for unit in order:
        done |= 1 << unit
        hand = _held(hand | 1 << unit, 1 << unit, done, near)
        most = max(most, hand.bit_count())
    return most


@dataclass(frozen=True)
class Turn:
    """What is known of a unit's turn before any state of it.

    near: its neighbours, as bits. settled: units that nothing can join after it, as bits. gone:
    those that are no longer in hand. judged: watches all of whose units and borders have had
    their turn, each with its stride and its bit. crossings: units before this one a border to
    whom is looked at, each with the bit of the watch that does. to_come: units after it.
    """

    unit: int
    near: int
    settled: int
    gone: int
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
    at = {unit: number for number, unit in enumerate(order)}
    settled_at = {u: max(at[v] for v in (u, *neighbours[u])) for u in order}
    judged_at = [
        max(at[unit] for unit in (*watch.units, *chain.from_iterable(watch.borders)))
        for watch, _ in watches
    ]
    gone_at = dict(settled_at)
    for (watch, _), turn in zip(watches, judged_at, strict=True):
        for unit in watch.units:
            gone_at[unit] = max(gone_at[unit], turn)
    for number, unit in enumerate(order):
        yield Turn(
            unit,
            sum(1 << one for one in neighbours[unit]),
            sum(1 << one for one in order if settled_at[one] <= number),
            sum(1 << one for one in order if gone_at[one] <= number),
            tuple(
                (watch, stride, 1 << bit)
                for bit, ((watch, stride), turn) in enumerate(zip(watches, judged_at, strict=True))
                if turn == number
            ),
            tuple(
                (one, 1 << bit)
                for one in order[:number]
                for bit, (watch, _) in enumerate(watches)
                if (min(one, unit), max(one, unit)) in watch.borders
            ),
            order[number + 1 :],
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
    """Who of those in hand still waits for somebody, once a unit has had its turn."""
    for one in as_bits(hand & (near[unit] | unit)):
        if not near[one] & ~done:
            hand ^= one
    return hand


def as_bits(some: int) -> Iterator[int]:
    """Each bit of a number by itself, from the lowest."""
    while some:
        lowest = some & -some
        yield lowest
        some ^= lowest
