"""Order: in which sequence units are taken up, so that few are in hand at any time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

Neighbours = tuple[frozenset[int], ...]
Watched = tuple[frozenset[int], ...]
_COST = 2.7
"""How many times more states one more unit in hand brings, about."""
_KEPT = 250


@lru_cache(64)
def best_order(neighbours: Neighbours, watched: Watched) -> tuple[int, ...]:
    """An order of all units with a narrow frontier, the same one every time.

    A unit is in hand from its turn until its neighbours, and whoever is watched together with it,
    have had theirs. Beginnings of orders grow side by side, and of each length only so many with
    the narrowest frontiers go on; of two that have taken up the same units the better one does.
    """
    near = _together(neighbours, watched)
    everybody = (1 << len(near)) - 1
    begun: dict[int, tuple[float, tuple[int, ...], int]] = {0: (0.0, (), 0)}
    for _ in near:
        longer: dict[int, tuple[float, tuple[int, ...], int]] = {}
        for done, (cost, order, hand) in begun.items():
            for unit in _bits(_beside(hand, near) & ~done or everybody & ~done):
                now = done | 1 << unit
                held = _held(hand | 1 << unit, unit, now, near)
                dearer = cost + _COST ** held.bit_count()
                if now not in longer or dearer < longer[now][0]:
                    longer[now] = (dearer, (*order, unit), held)
        kept = sorted(longer.items(), key=lambda one: one[1][:2])[:_KEPT]
        begun = dict(kept)
    return begun[everybody][1]


def width(order: Sequence[int], neighbours: Neighbours, watched: Watched = ()) -> int:
    """The most units in hand at any time along an order."""
    near = _together(neighbours, watched)
    done = hand = most = 0
    for unit in order:
        done |= 1 << unit
        hand = _held(hand | 1 << unit, unit, done, near)
        most = max(most, hand.bit_count())
    return most


def _together(neighbours: Neighbours, watched: Watched) -> list[int]:
    """For each unit, as bits, whom it has to wait for."""
    near = [sum(1 << other for other in around) for around in neighbours]
    for group in watched:
        everybody = sum(1 << unit for unit in group)
        for unit in group:
            near[unit] |= everybody & ~(1 << unit)
    return near


def _held(hand: int, unit: int, done: int, near: Sequence[int]) -> int:
    """Who of those in hand still waits for somebody, once a unit has had its turn."""
    for one in _bits(hand & (near[unit] | 1 << unit)):
        if not near[one] & ~done:
            hand &= ~(1 << one)
    return hand


def _beside(hand: int, near: Sequence[int]) -> int:
    around = 0
    for one in _bits(hand):
        around |= near[one]
    return around


def _bits(units: int) -> Iterator[int]:
    while units:
        lowest = units & -units
        yield lowest.bit_length() - 1
        units ^= lowest
