"""Halves: how many gain no more than a figure, held against every option written down."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from footprint.frontier import halves as module
from footprint.frontier.carried import Below, Bundle, Largest, People
from footprint.frontier.diagram import Diagram, TooWideError, diagram
from footprint.frontier.halves import halves
from footprint.frontier.watched import Together
from tests.frontier.brute import Land, footprints, made_up, options


def drawn(land: Land, line: int, least: int = 0) -> Diagram:
    below = Below(land.people, line, int)
    carrier = Bundle(((People(land.people, least), 1), (below, 1))) if least else below
    return diagram(land.neighbours, carrier, [])


def by_hand(land: Land, line: int, least: int = 0) -> dict[int, list[int]]:
    """For each number of footprints the people below the line of every option, in order."""
    found: dict[int, list[int]] = {}
    for option in options(land):
        people = [sum(land.people[one] for one in made) for made in footprints(option)]
        if min(people) >= least:
            found.setdefault(len(people), []).append(sum(n for n in people if n < line))
    return {size: sorted(gains) for size, gains in found.items()}


@pytest.mark.parametrize("seed", range(80))
def test_it_says_what_every_option_written_down_says(seed: int) -> None:
    draw = random.Random(seed)
    land = made_up(seed)
    line, least = draw.randint(1, 25), draw.choice([0, 0, 5])
    options_, told = drawn(land, line, least), by_hand(land, line, least)
    for size in range(len(land.people) + 2):
        found, gains = halves(options_, size), told.get(size, [])
        if not gains:
            assert found is None
            continue
        assert (found.total, found.least, found.most) == (len(gains), gains[0], gains[-1])
        for rank in {1, len(gains), *draw.choices(range(1, len(gains) + 1), k=5)}:
            assert found.at(rank) == gains[rank - 1]
        for figure in range(-1, gains[-1] + 2):
            assert found.up_to(figure) == sum(one <= figure for one in gains)


def test_what_is_watched_is_kept() -> None:
    land = Land((frozenset({1}), frozenset({0, 2}), frozenset({1})), (1, 2, 3))
    found = halves(diagram(land.neighbours, Below(land.people, 9, int), [(Together((0, 1)), 1)]), 2)
    assert (found.total, found.up_to(5), found.up_to(6)) == (1, 0, 1)


def test_many_equal_gains_are_one_value_and_all_their_ways() -> None:
    """A row of forty: footprints below 2 people are counted, so there are few gains, many ways."""
    count = 40
    row = replace(in_a_row(count), people=(1,) * count)
    found = halves(diagram(row.neighbours, Below(row.people, 2, lambda _: 1), []), 20)
    alone = Counter[int]()
    # Twenty footprints in a row of forty: how many are of one unit, by stars and bars.
    for ones in range(20):
        rest, spare = 20 - ones, 40 - ones - 2 * (20 - ones)
        alone[ones] = _choose(20, ones) * _choose(spare + rest - 1, rest - 1)
    for one, next_ in pairwise(range(-1, 20)):
        assert found.up_to(next_) - found.up_to(one) == alone[next_]


def _choose(many: int, few: int) -> int:
    top = bottom = 1
    for one in range(few):
        top, bottom = top * (many - one), bottom * (one + 1)
    return top // bottom


def in_a_row(count: int) -> Land:
    near = tuple(
        frozenset(other for other in (one - 1, one + 1) if 0 <= other < count)
        for one in range(count)
    )
    return Land(near, tuple(range(1, count + 1)))


def test_what_would_take_too_many_values_is_refused() -> None:
    found = drawn(in_a_row(9), 30)
    with pytest.raises(TooWideError, match="too many values"):
        halves(found, 4, most=9)
    assert halves(found, 4, most=100).total == _choose(8, 3)


def test_more_ways_than_a_computer_word_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = drawn(in_a_row(9), 30)
    monkeypatch.setattr(module, "_MOST_WAYS", 3)
    with pytest.raises(TooWideError, match="too many options"):
        halves(found, 4)


@pytest.mark.parametrize("seed", range(20))
def test_gains_below_nought_keep_their_order(seed: int) -> None:
    draw = random.Random(seed)
    land = in_a_row(draw.randint(2, 7))
    land = replace(land, people=tuple(draw.choices(range(1, 20), k=len(land.people))))
    found = halves(diagram(land.neighbours, Largest(land.people), []), 2)
    gains = sorted(
        -sum(max(land.people[one] for one in made) for made in footprints(option))
        for option in options(land)
        if len(set(option)) == 2
    )
    assert [found.at(rank) for rank in range(1, len(gains) + 1)] == gains


def test_products_of_long_numbers_are_exact() -> None:
    draw = random.Random(1)
    some, others = ([draw.randrange(1 << 62) for _ in range(1000)] for _ in range(2))
    exact = sum(one * other for one, other in zip(some, others, strict=True))
    assert module._products(np.array(some), np.array(others)) == exact
    assert module._products(np.array([], np.int64), np.array([], np.int64)) == 0
