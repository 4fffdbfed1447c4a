"""Separators of a line of units: what is broken is told, as narrowly as can be, and only that."""

from __future__ import annotations

import pytest

from footprint.optimum.separators import Separator, alike, separators
from tests.optimum.line import problem


def between(*through: int) -> frozenset[int]:
    return frozenset(through)


@pytest.mark.parametrize(
    ("values", "more", "found"),
    [
        ({}, {}, []),
        ({0: 1.0, 1: 1.0, 2: 1.0}, {}, []),
        # 0 and 2 without 1. The larger of them is the one that the other has to reach.
        ({0: 1.0, 2: 1.0}, {}, [Separator("P", 0, between(1), unless=2)]),
        # A footprint keeps its heart, so that nothing else has to be said.
        ({0: 1.0, 2: 1.0}, {"heart": {"P": 2}}, [Separator("P", 0, between(1))]),
        ({0: 1.0, 2: 1.0}, {"heart": {"P": 0}}, [Separator("P", 2, between(1))]),
        # 0 and 4 without what is between: either end of that would do, and it is what 0 touches.
        ({0: 1.0, 4: 1.0}, {}, [Separator("P", 0, between(1), unless=4)]),
        # What is too small by itself needs something of what lies around it.
        (
            {0: 1.0, 2: 1.0},
            {"least": 35},
            [Separator("P", 0, between(1)), Separator("P", 2, between(1, 3))],
        ),
        # Just enough is not too small.
        ({0: 1.0, 2: 1.0}, {"least": 30}, [Separator("P", 0, between(1))]),
        # What is shut in behind it is no help where both are too small together, and else is.
        ({1: 1.0}, {"least": 35}, [Separator("P", 1, between(2))]),
        ({1: 1.0}, {"least": 30}, [Separator("P", 1, between(0, 2))]),
        # A fifth of a unit lets a fifth through.
        ({0: 1.0, 1: 0.2, 2: 1.0, 3: 1.0}, {}, [Separator("P", 0, between(1), unless=3)]),
        ({0: 0.5, 1: 0.2, 2: 1.0, 3: 0.9}, {}, [Separator("P", 0, between(1), unless=2)]),
        ({0: 0.2, 1: 0.2, 2: 1.0, 3: 0.9}, {}, []),
        ({0: 0.25, 1: 0.2, 2: 0.9, 3: 0.8}, {}, []),
        ({0: 0.25, 1: 0.2, 2: 0.9, 3: 0.8}, {"heart": {"P": 2}}, [Separator("P", 0, between(1))]),
    ],
)
def test_what_shares_of_units_break(
    values: dict[int, float], more: dict[str, object], found: list[Separator]
) -> None:
    shares = dict.fromkeys(range(5), 0.0) | values
    assert list(separators(problem(**more), "P", shares)) == found


def test_only_what_a_footprint_may_hold_lies_around_and_beyond() -> None:
    # P may hold neither 3 nor 4, and Q everything.
    may = {"P": frozenset({0, 1, 2}), "Q": frozenset(range(5))}
    shares = {0: 0.0, 1: 0.0, 2: 1.0}
    (found,) = separators(problem(may=may, least=35), "P", shares)
    assert found == Separator("P", 2, between(1))


@pytest.mark.parametrize(
    ("least", "more", "one", "units"),
    [
        (35, {}, Separator("P", 0, between(1)), {0}),
        (35, {}, Separator("P", 0, between(2)), {0, 1}),
        (30, {}, Separator("P", 0, between(2)), set()),
        (10, {}, Separator("P", 0, between(1)), set()),
        (35, {}, Separator("P", 0, between(1), unless=2), set()),
        (35, {"heart": {"P": 2}}, Separator("P", 0, between(1)), set()),
    ],
)
def test_what_is_too_small_for_one_footprint_is_so_for_any_that_may_vanish(
    least: int, more: dict[str, object], one: Separator, units: set[int]
) -> None:
    found = set(alike(problem(least=least, **more), one))
    assert found == {Separator(f, unit, one.through) for f in "PQ" for unit in units}


def test_a_footprint_that_stays_is_asked_nothing_for_being_small() -> None:
    one = Separator("P", 0, between(1))
    assert list(alike(problem(least=35, heart={"Q": 4}), one)) == [one]
