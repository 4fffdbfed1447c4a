"""The order in which units are taken up."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from footprint.frontier.order import best_order, width
from tests.frontier.brute import made_up


def ring(count: int) -> tuple[frozenset[int], ...]:
    return tuple(frozenset({(unit - 1) % count, (unit + 1) % count}) for unit in range(count))


def test_a_row_is_taken_up_from_one_end():
    row = tuple(
        frozenset(other for other in (unit - 1, unit + 1) if 0 <= other < 9) for unit in range(9)
    )
    order = best_order(row, ())
    assert width(order, row) == 1
    assert all(abs(one - other) == 1 for one, other in pairwise(order))


def test_a_ring_needs_two_in_hand_and_everybody_beside_everybody_all_but_one():
    assert width(best_order(ring(12), ()), ring(12)) == 2
    everybody = tuple(frozenset(range(7)) - {unit} for unit in range(7))
    assert width(best_order(everybody, ()), everybody) == 6


def test_those_who_are_watched_together_stay_in_hand_until_all_have_had_their_turn():
    apart = (frozenset(),) * 6
    watched = (frozenset({0, 2, 4}), frozenset({1, 5}))
    assert width(range(6), apart, watched) == 3
    assert width(best_order(apart, watched), apart, watched) == 2


@pytest.mark.parametrize("seed", range(20))
def test_every_unit_has_one_turn_and_the_order_is_the_same_each_time(seed):
    near = made_up(seed).neighbours
    order = best_order(near, ())
    assert sorted(order) == list(range(len(near)))
    best_order.cache_clear()
    assert best_order(near, ()) == order


def grid(rows: int, columns: int, seed: int) -> tuple[frozenset[int], ...]:
    """Squares beside one another, numbered as chance will have it."""
    name = random.Random(seed).sample(range(rows * columns), rows * columns)
    near: list[set[int]] = [set() for _ in name]
    for place in range(rows * columns):
        right = [place + 1] if (place + 1) % columns else []
        for other in (*right, place + columns):
            if other < rows * columns:
                near[name[place]].add(name[other])
                near[name[other]].add(name[place])
    return tuple(map(frozenset, near))


@pytest.mark.parametrize("seed", range(3))
def test_where_a_short_search_finds_a_wide_order_a_longer_one_is_made(seed):
    # Five rows are taken up column by column, with six squares in hand at the most. Of one of
    # these numberings the short search alone finds an order with nine.
    squares = grid(5, 12, seed)
    assert width(best_order(squares, ()), squares) <= 6
