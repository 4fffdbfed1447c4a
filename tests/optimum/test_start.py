"""Starts: a plan made more even by hand meets every test that it met before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.asked import Asked
from footprint.optimum.problem import Owner, Problem, held, problem_of, sound
from footprint.optimum.search import optimum
from footprint.optimum.start import evened, start
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
