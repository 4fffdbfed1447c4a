"""Starts: a plan made more even by hand meets every test that it met before."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.asked import Asked
from footprint.optimum.problem import Owner, Problem, held, problem_of, sound, value_of
from footprint.optimum.search import optimum
from footprint.optimum.start import evened, joined, start
from footprint.plans.plan import Plan


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


@pytest.mark.parametrize("aim", ["movers", "split"])
@pytest.mark.parametrize("footprints", [None, 1, 2])
def test_footprints_are_joined_whole_in_the_best_way_there_is(country, aim, footprints) -> None:
    told = 0
    for seed in range(40):
        atlas, plan = country(seed, count=7)
        asked = Asked(plan, aim=aim, split="lad" if aim == "split" else "", least=90)
        problem = problem_of(atlas, replace(asked, one_piece=False, footprints=footprints or 3))
        problem = replace(problem, footprints=footprints)
        made, known = joined(problem), whole(problem)
        assert bool(made) == bool(known), seed
        assert not made or value_of(problem, made) == min(known), seed
        told += bool(made)
    assert told > 20


def whole(problem: Problem) -> list[int]:
    """What the aim comes to in every sound plan that joins footprints whole."""
    before = {u: min(problem.may, key=lambda f: (problem.cost[u, f], f)) for u in problem.some}
    names, found = sorted(set(before.values())), []
    for to in product(names, repeat=len(names)):
        owner = {unit: to[names.index(footprint)] for unit, footprint in before.items()}
        if sound(problem, owner) and beside(problem, held(owner), before):
            found.append(value_of(problem, owner))
    return found


def beside(problem: Problem, made: dict[str, frozenset[int]], before: Owner) -> bool:
    """Whether what is joined is one piece where each footprint that is joined counts as one."""
    for units in made.values():
        reached = {before[min(units)]}
        while True:
            there = frozenset(unit for unit in units if before[unit] in reached)
            more = {before[unit] for unit in problem.units.around(there) & units} - reached
            if not more:
                break
            reached |= more
        if there != units:
            return False
    return True


def test_england_is_begun_with_joined_footprints_and_far_fewer_people(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    plan = shipped["merged-2026-04"].seen_as("bodies")
    asked = Asked(plan, unit="utla", whole=("utla",), least=2_000_000)
    problem = problem_of(england, asked)
    made = joined(problem)
    assert sound(problem, made)
    assert value_of(problem, made) < 0.7 * value_of(problem, start(problem))


def test_footprints_that_stay_are_not_joined(country) -> None:
    for seed in range(12):
        atlas, plan = country(seed)
        stays = problem_of(atlas, Asked(plan, stays=True, one_piece=False))
        made = joined(stays)
        assert set(made.values()) in (set(), set(plan.by_id))
