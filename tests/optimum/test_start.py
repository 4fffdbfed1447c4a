"""Starts: a plan made more even by hand meets every test that it met before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.asked import Asked
from footprint.optimum.problem import Owner, Problem, held, problem_of, sound
from footprint.optimum.search import optimum
from footprint.optimum.start import evened, gathered, repaired, start, where_most_was
from footprint.plans.plan import Plan
from tests.optimum.line import problem


def squares(problem: Problem, owner: Owner) -> int:
    return sum(problem.units.people(some) ** 2 for some in held(owner).values())


@pytest.mark.parametrize(
    "more", [{}, {"stays": True}, {"least": 60}, {"one_piece": False}], ids=str
)
def test_it_stays_sound_and_no_single_unit_would_make_it_more_even(country, more) -> None:
    evener = 0
    for seed in range(25):
        atlas, plan = country(seed, count=8)
        asked = Asked(plan, aim="even", footprints=len(plan.by_id), **more)
        problem = problem_of(atlas, asked)
        begun = start(problem)
        if not begun:
            continue
        made = evened(problem, begun)
        assert sound(problem, made), seed
        assert squares(problem, made) <= squares(problem, begun)
        evener += squares(problem, made) < squares(problem, begun)
        for unit, near in enumerate(problem.units.adjacent):
            for to in {made[one] for one in near}:
                moved = {**made, unit: to}
                assert not sound(problem, moved) or squares(problem, moved) >= squares(
                    problem, made
                )
    assert evener > 4


def test_what_is_locked_is_left_alone(country) -> None:
    for seed in range(12):
        atlas, plan = country(seed)
        kept = min(plan.by_id)
        asked = Asked(plan, aim="even", footprints=len(plan.by_id), locked=frozenset({kept}))
        problem = problem_of(atlas, replace(asked, one_piece=False))
        begun = start(problem)
        made = evened(problem, begun)
        assert [u for u in made if made[u] == kept] == [u for u in begun if begun[u] == kept]


def test_a_search_for_the_most_even_begins_with_footprints_that_are_nearly_so(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    plan = shipped["merged-2026-04"].seen_as("bodies")
    asked = Asked(plan, aim="even", unit="utla", least=1_000_000, footprints=5, region="Midlands")
    found = optimum(england, asked, cancelled=lambda: True)
    assert (found.state, found.value) == ("found", 281_899)


def owner(names: str) -> Owner:
    return dict(enumerate(names))


def test_each_unit_begins_where_most_of_it_was_of_those_that_may_hold_it() -> None:
    assert where_most_was(problem()) == owner("PPPQQ")
    cost = {**problem().cost, (0, "P"): 7, (0, "Q"): 3}
    assert where_most_was(problem(cost=cost)) == owner("QPPQQ")
    may = {"P": frozenset({1, 2}), "Q": frozenset(range(5))}
    assert where_most_was(problem(may=may)) == owner("QPPQQ")
    assert where_most_was(problem(may={"P": frozenset({1, 2}), "Q": frozenset({3, 4})})) == {}


@pytest.mark.parametrize(
    ("before", "found", "more", "made"),
    [
        ("PPPQQ", "PPPQQ", {}, "PPPQQ"),
        # 1 has come apart from the rest of Q, and goes back to R, where it was, and not to P.
        ("PRRQQ", "PQRQQ", {}, "PRRQQ"),
        ("PPRQQ", "PQRQQ", {}, "PPRQQ"),
        # The larger piece of P is the one that stays, or the one with its heart.
        ("PPPQQ", "PQPQQ", {}, "PPPQQ"),
        ("QQQPP", "PQPPP", {}, "QQPPP"),
        ("QQQPP", "PQPPP", {"heart": {"P": 0}}, "PQQQQ"),
        ("QQQPP", "PQPPP", {"one_piece": False}, "PQPPP"),
    ],
)
def test_what_came_apart_goes_where_fewest_change_beside_it(
    before: str, found: str, more: dict[str, object], made: str
) -> None:
    assert gathered(problem(before, **more), owner(found)) == owner(made)


@pytest.mark.parametrize(
    ("before", "more", "made"),
    [
        ("PPPQQ", {"least": 60}, "PPPQQ"),
        ("PPPQQ", {"least": 61}, "QQQQQ"),
        ("PPPQQ", {"least": 61, "heart": {"P": 0}}, ""),
        ("PPPQR", {"footprints": 1}, "PPPPP"),
        ("PPPQQ", {"footprints": 3}, ""),
    ],
)
def test_what_is_too_small_or_one_too_many_joins_a_neighbour(
    before: str, more: dict[str, object], made: str
) -> None:
    assert repaired(problem(before, **more), owner(before)) == owner(made)


@pytest.mark.parametrize(("came_from", "made"), [("P", "PPPPR"), ("R", "PPPRR")])
@pytest.mark.parametrize("more", [{"least": 45}, {"footprints": 2}], ids=str)
def test_the_smallest_joins_whoever_it_costs_the_fewest_people(
    came_from: str, made: str, more: dict[str, object]
) -> None:
    cost = {**problem("PPPQR").cost, (3, "Q"): 40, (3, came_from): 0}
    assert repaired(problem("PPPQR", cost=cost, **more), owner("PPPQR")) == owner(made)


@pytest.mark.parametrize(
    ("before", "more", "made"),
    [
        ("PPPPQ", {}, "PPPQQ"),
        ("PPPPQ", {"least": 60}, "PPPQQ"),
        ("PPPPQ", {"least": 61}, "PPPPQ"),
        ("PPPPQ", {"heart": {"P": 3}}, "PPPPQ"),
        ("PPPPQ", {"may": {"P": frozenset(range(5)), "Q": frozenset({4})}}, "PPPPQ"),
        # From the middle of P nothing goes that holds it together, unless that is not asked.
        ("QPPPP", {}, "QQQPP"),
        ("PPPQQ", {}, "PPPQQ"),
    ],
)
def test_units_go_to_the_smaller_footprint_as_long_as_sizes_come_closer(
    before: str, more: dict[str, object], made: str
) -> None:
    assert evened(problem(before, **more), owner(before)) == owner(made)
