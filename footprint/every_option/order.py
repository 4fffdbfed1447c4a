"""Order: in which sequence units are taken up, so that few are in hand at any time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Watched = tuple[frozenset[int], ...]
_COST = 3


def best_order(neighbours: Sequence[frozenset[int]], watched: Watched) -> tuple[int, ...]:
    """An order of all units with a narrow frontier, the same one every time.

    A unit is in hand from its turn until its neighbours, and whoever is watched together with it,
    have had theirs. From every unit a sequence is grown that always takes up the unit after which
    fewest are in hand; the best of them wins.
    """
    near = _together(neighbours, watched)
    orders = (_grown(start, near) for start in range(len(near)))
    return min(orders, key=lambda order: (_cost(widths(order, near)), order), default=())


def width(order: Sequence[int], neighbours: Sequence[frozenset[int]], watched: Watched = ()) -> int:
    """The most units in hand at any time along an order."""
    return max(widths(order, _together(neighbours, watched)), default=0)


def widths(order: Sequence[int], near: Sequence[frozenset[int]]) -> list[int]:
    """How many units are in hand after each turn."""
    done: set[int] = set()
    hand: set[int] = set()
    found = []
    for unit in order:
        done.add(unit)
        hand = {one for one in hand | {unit} if not near[one] <= done}
        found.append(len(hand))
    return found


def _together(neighbours: Sequence[frozenset[int]], watched: Watched) -> list[frozenset[int]]:
    near = [set(around) for around in neighbours]
    for group in watched:
        for unit in group:
            near[unit] |= group - {unit}
    return [frozenset(around) for around in near]


def _cost(counts: Iterable[int]) -> int:
    return sum(_COST**count for count in counts)


def _grown(start: int, near: Sequence[frozenset[int]]) -> tuple[int, ...]:
    order, left = [], set(range(len(near)))
    hand: set[int] = set()
    unit = start
    while True:
        order.append(unit)
        left.discard(unit)
        hand = {one for one in hand | {unit} if near[one] & left}
        if not left:
            return tuple(order)
        nearby = {other for one in hand for other in near[one]} & left or left
        unit = min(
            nearby, key=lambda one: (_after(one, hand, left, near), -_age(one, order, near), one)
        )


def _after(unit: int, hand: set[int], left: set[int], near: Sequence[frozenset[int]]) -> int:
    rest = left - {unit}
    return sum(1 for one in hand | {unit} if near[one] & rest)


def _age(unit: int, order: list[int], near: Sequence[frozenset[int]]) -> int:
    """How long ago the first of a unit's neighbours was taken up."""
    return len(order) - min(
        (n for n, one in enumerate(order) if one in near[unit]), default=len(order)
    )
