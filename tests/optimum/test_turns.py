"""Turns: what a search knows, tells and comes to, step by step, on a line of units."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from footprint.optimum import turns
from footprint.optimum.answer import Progress
from footprint.optimum.problem import Problem
from footprint.optimum.turns import Search
from tests.optimum.line import problem


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, in seconds, as the search is told it."""
    told = [0.0]
    monkeypatch.setattr(turns, "time", SimpleNamespace(monotonic=lambda: told[0]))
    return told


def search_of(asked: Problem, told: list[Progress] | None = None) -> Search:
    return Search(asked, ([] if told is None else told).append, lambda: False)


# P has 60 people and Q 90, so that of two footprints one has fewer than 76.
TOO_SMALL = problem(least=76)


def test_a_search_begins_from_a_plan_where_most_of_each_was_mended() -> None:
    begun = search_of(TOO_SMALL)
    assert (begun.best, begun.value) == (dict.fromkeys(range(5), "Q"), 60)
    assert search_of(problem()).best == dict(enumerate("PPPQQ"))
    assert search_of(problem(least=151)).best == {}


def test_nothing_is_possible_where_a_unit_has_nowhere_to_go_or_a_footprint_not_its_own() -> None:
    may = {"P": frozenset({0, 1, 2}), "Q": frozenset({3, 4})}
    cost = dict.fromkeys([(unit, name) for name in "PQ" for unit in may[name]], 0)
    assert search_of(problem(may=may, cost=cost)).possible()
    without = replace(problem(may=may, cost=cost), heart={"P": 3})
    assert not search_of(without).possible()
    may["Q"] = frozenset({4})
    del cost[3, "Q"]
    nowhere = search_of(problem(may=may, cost=cost))
    assert not nowhere.possible()
    part = nowhere.run(9.0)
    assert (part.state, part.value, part.bound, part.counted) == ("impossible", None, None, False)


@pytest.mark.parametrize(
    ("bounds", "known"),
    [([0.0], 0), ([2.0], 2), ([2.0005], 2), ([2.5], 3), ([3.0, 2.0], 3), ([2.0, float("inf")], 2)],
)
def test_what_no_plan_can_be_below_is_a_whole_number_that_only_rises(
    bounds: list[float], known: int
) -> None:
    told: list[Progress] = []
    search = search_of(TOO_SMALL, told)
    for bound in bounds:
        search.learn(bound)
    assert search.bound == known
    assert [one.turn for one in told] == [*range(1, len(bounds) + 1)]
    assert (told[-1].bound, told[-1].best) == (known, 60)


def test_what_the_solver_says_on_its_way_is_told_at_most_twice_a_second(now: list[float]) -> None:
    told: list[Progress] = []
    search = search_of(TOO_SMALL, told)
    search.end, search.begun = 100.0, 10.0
    for now[0], bound in ((20.0, 7.2), (20.4, 9.0), (20.5, 9.0), (30.0, 9.0), (40.0, float("inf"))):
        assert not search.on_the_way(bound)
    assert [(one.bound, one.seconds) for one in told] == [(8, 10.0), (9, 10.5)]
    now[0] = 100.0
    assert search.on_the_way(9.0)


def test_a_solver_that_knows_of_no_bound_yet_tells_nothing(now: list[float]) -> None:
    told: list[Progress] = []
    search = search_of(TOO_SMALL, told)
    search.end, now[0] = 100.0, 20.0
    assert not search.on_the_way(-float("inf"))
    assert not told


def test_what_is_told_is_never_beyond_the_best_plan_that_is_known() -> None:
    told: list[Progress] = []
    search = search_of(TOO_SMALL, told)
    search.heard = 99
    search.say()
    search.best = {}
    search.say()
    search.bound = 120
    search.say()
    assert [(one.bound, one.best) for one in told] == [(60, 60), (99, None), (120, None)]


def test_a_search_is_late_when_its_time_is_up_or_it_is_cancelled(now: list[float]) -> None:
    search = search_of(TOO_SMALL)
    search.end = 5.0
    for now[0], late in ((4.9, False), (5.0, True)):
        assert search.late is late
    assert Search(TOO_SMALL, lambda _: None, lambda: True).late


def test_a_plan_is_kept_where_it_is_better_and_sound() -> None:
    search = search_of(TOO_SMALL)
    for owner in ({}, dict(enumerate("PPPQQ")), dict.fromkeys(range(5), "P")):
        search.offer(owner)
    assert search.value == 60
    search.best = {}
    search.offer(dict.fromkeys(range(5), "P"))
    assert search.value == 90
    search.offer(dict.fromkeys(range(5), "Q"))
    assert search.value == 60


@pytest.mark.parametrize(
    ("asked", "state", "value"),
    [
        (problem(), "proved", 0),
        (TOO_SMALL, "proved", 60),
        (problem(least=151), "impossible", None),
        # In one piece each has an end of the line: 1 changes, with 20 people, or 2 with 30.
        (problem("PQPQQ", footprints=2), "proved", 20),
        (problem("PQPQQ", footprints=2, one_piece=False), "proved", 0),
        (problem("QPPQQ", footprints=2, heart={"P": 1}), "proved", 10),
        (problem(aim="even", footprints=2), "proved", 30),
        (problem(aim="even", footprints=2, one_piece=False), "proved", 10),
        (problem(aim="split", groups=(frozenset({0, 4}),), footprints=2), "proved", 1),
    ],
)
def test_what_a_search_comes_to(asked: Problem, state: str, value: int | None) -> None:
    part = search_of(asked).run(30.0)
    assert (part.state, part.value, part.bound) == (state, value, value)
    assert part.counted == (asked.aim == "even" and asked.one_piece)
    assert {block for block, _ in part.pairs} == (set("01234") if value is not None else set())


def test_without_time_a_search_tells_what_it_began_with(now: list[float]) -> None:
    now[0] = 3.0
    found = search_of(TOO_SMALL).run(0.0)
    assert (found.state, found.value, found.bound, found.seconds) == ("found", 60, 0, 0.0)
    # Nothing is below nought: that takes no search.
    kept = search_of(problem()).run(0.0)
    assert (kept.state, kept.value, kept.bound) == ("proved", 0, 0)
    # Two footprints of 74 or more there are not, which takes a moment to prove.
    unknown = search_of(problem(least=74, footprints=2, one_piece=False)).run(0.0)
    assert (unknown.state, unknown.value, unknown.pairs) == ("unknown", None, ())
