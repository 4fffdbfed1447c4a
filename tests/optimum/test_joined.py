"""Joined: whole footprints put together, and the most even plan of all, held against every one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.answer import sentences
from footprint.optimum.asked import Asked
from footprint.optimum.joined import joined
from footprint.optimum.problem import Owner, Problem, held, problem_of, sound, value_of
from footprint.optimum.search import optimum
from footprint.optimum.start import start
from footprint.plans.plan import Plan
from tests.optimum import line
from tests.optimum.by_hand import ByHand


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


@pytest.mark.parametrize("more", [{}, {"stays": True}, {"least": 90}, {"locked": "P"}], ids=str)
def test_the_most_even_plan_is_counted_out_and_no_solver_is_asked(country, more) -> None:
    found = 0
    for seed in range(20):
        atlas, plan = country(seed, count=7)
        given = dict(more) | ({"locked": frozenset(more["locked"])} if "locked" in more else {})
        count = None if more.get("stays") else 2
        if not given.get("locked", frozenset()) <= set(plan.by_id):
            continue
        asked = Asked(plan, aim="even", footprints=count, **given)
        answer = optimum(atlas, asked, seconds=30)
        assert answer.value == ByHand(atlas, asked).best(), seed
        assert answer.proved
        counted = [part.counted for part in answer.parts]
        if answer.value is not None:
            assert counted == [True], seed
            assert "without a solver" in sentences(atlas, answer)[-1]
            found += 1
    assert found > 5


def test_districts_of_a_region_are_shared_out_as_evenly_as_can_be(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    plan = shipped["merged-2026-04"].seen_as("bodies")
    asked = Asked(plan, aim="even", unit="lad", least=1_000_000, footprints=3, region="South West")
    answer = optimum(england, asked, seconds=300)
    assert (answer.state, answer.value, answer.bound) == ("proved", 37_323, 37_323)


@pytest.mark.parametrize(
    ("may", "made"),
    [
        # The first two are too small alone, and take the name by which fewer people move.
        ({}, "RRPPP"),
        ({"R": frozenset({1})}, "QQPPP"),
        # Together they may only have a name that is taken.
        ({"Q": frozenset({0}), "R": frozenset({1})}, ""),
    ],
)
def test_what_is_joined_needs_a_name_of_its_own(may: dict[str, frozenset[int]], made: str) -> None:
    asked = line.problem("QRPPP", least=25)
    found = joined(replace(asked, may={**asked.may, **may}))
    assert found == dict(enumerate(made))
