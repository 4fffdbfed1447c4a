"""Problems of the toy country: its units, who may hold them and what that costs, by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.asked import Asked
from footprint.optimum.problem import Owner, by_region, problem_of, sound, value_of
from footprint.plans.assignment import PlanError
from footprint.plans.plan import Plan
from tests.optimum.line import UNITS, problem

# Ash, Birch in W and in M, Cedar and Dune: each in one footprint.
DISTRICTS = (("A-1", "A-2"), ("B-1",), ("B-3",), ("C-4",), ("D-4",))


def units(*some: int) -> frozenset[int]:
    return frozenset(some)


def test_each_districts_part_of_a_footprint_is_a_unit(toy: Atlas, today: Plan) -> None:
    asked = problem_of(toy, Asked(today, unit="lad"))
    assert asked.units.blocks == DISTRICTS
    assert asked.units.residents == (400, 200, 400, 500, 600)
    assert asked.units.adjacent == (
        *(units(1, 2), units(0, 2), units(0, 1, 3), units(2, 4), units(3)),
    )
    assert asked.some == units(0, 1, 2, 3, 4)
    assert asked.heart == {}
    assert asked.cost[0, "W"] == asked.cost[4, "E"] == 0
    assert (asked.cost[0, "M"], asked.cost[1, "E"], asked.cost[2, "W"]) == (400, 200, 400)


def test_what_is_kept_whole_is_one_unit_which_changes_for_those_who_were_elsewhere(
    toy: Atlas, today: Plan
) -> None:
    asked = problem_of(toy, Asked(today, whole=("lad",)))
    assert asked.units.blocks == (("A-1", "A-2"), ("B-1", "B-3"), ("C-4",), ("D-4",))
    assert [asked.cost[1, name] for name in "EMW"] == [600, 200, 400]


def test_who_may_hold_what(toy: Atlas, today: Plan) -> None:
    free = problem_of(toy, Asked(today, unit="lad"))
    assert free.may == dict.fromkeys("EMW", units(0, 1, 2, 3, 4))
    locked = problem_of(toy, Asked(today, unit="lad", locked=frozenset("W")))
    assert locked.may == {"W": units(0, 1), "M": units(2, 3, 4), "E": units(2, 3, 4)}
    assert locked.heart == {"W": 0}
    inside = problem_of(toy, Asked(today, unit="lad", inside_regions=True))
    assert inside.may == {"W": units(0, 1, 2), "M": units(0, 1, 2), "E": units(3, 4)}


def test_a_footprint_that_stays_keeps_the_block_most_of_its_people_live_in(
    toy: Atlas, today: Plan
) -> None:
    assert problem_of(toy, Asked(today, stays=True)).heart == {"W": 1, "M": 3, "E": 5}


def test_authorities_of_several_units_can_be_split(toy: Atlas, today: Plan) -> None:
    asked = Asked(today, aim="split", split="lad", footprints=3)
    assert problem_of(toy, asked).groups == (units(0, 1), units(2, 3))
    counties = replace(asked, split="utla", unit="lad")
    assert problem_of(toy, counties).groups == (units(1, 2), units(3, 4))


def test_regions_are_problems_of_their_own_where_nothing_is_asked_of_all_of_them(
    toy: Atlas, today: Plan
) -> None:
    asked = Asked(today, unit="lad", inside_regions=True, stays=True)
    whole = problem_of(toy, asked)
    islands, mainland = by_region(toy, asked, whole)
    assert (islands.name, islands.some, set(islands.may)) == ("Islands", units(3, 4), {"E"})
    assert (mainland.name, mainland.some, set(mainland.may)) == (
        *("Mainland", units(0, 1, 2), {"M", "W"}),
    )
    assert (islands.heart, mainland.heart) == ({"E": 4}, {"W": 0, "M": 2})
    for more in ({"inside_regions": False}, {"footprints": 3}, {"aim": "even"}):
        assert by_region(toy, replace(asked, **more), whole) == [whole]


def test_authorities_are_counted_in_the_region_they_are_in(toy: Atlas, today: Plan) -> None:
    asked = Asked(today, aim="split", split="utla", inside_regions=True, stays=True)
    islands, mainland = by_region(toy, asked, problem_of(toy, asked))
    assert islands.groups == (units(4, 5),)
    assert mainland.groups == (units(0, 1), units(2, 3))


def test_what_moves_whole_and_hangs_apart_is_refused_by_its_first_block(
    toy: Atlas, make_plan
) -> None:
    cut = replace(toy, borders=toy.borders.iloc[1:])
    plan = make_plan(*"PPQQRR")
    with pytest.raises(PlanError, match="hangs apart by itself around A-1: choose smaller units"):
        problem_of(cut, Asked(plan, unit="lad"))
    assert problem_of(cut, Asked(plan, unit="lad", one_piece=False)).units.blocks[0] == (
        *("A-1", "A-2"),
    )


def test_units_hang_together_by_their_neighbours() -> None:
    assert UNITS.people([0, 4]) == 60
    assert UNITS.around([0, 1, 3]) == units(2, 4)
    assert UNITS.component(1, units(0, 1, 3, 4)) == units(0, 1)
    assert UNITS.components([4, 0, 1, 3]) == [units(0, 1), units(3, 4)]


@pytest.mark.parametrize(
    ("more", "owners", "value"),
    [
        ({}, "PPPQQ", 0),
        ({}, "QPPQP", 60),
        ({"aim": "even"}, "PPPQQ", 30),
        ({"aim": "even"}, "PPPPQ", 50),
        ({"aim": "split", "groups": (units(0, 1), units(2, 3))}, "PPPQQ", 1),
        ({"aim": "split", "groups": (units(0, 1), units(2, 3))}, "PQPQQ", 2),
        ({"aim": "split", "groups": (units(0, 1), units(2, 3))}, "PPQQQ", 0),
    ],
)
def test_what_an_aim_comes_to(more: dict[str, object], owners: str, value: int) -> None:
    assert value_of(problem(**more), dict(enumerate(owners))) == value


@pytest.mark.parametrize(
    ("more", "owner", "meets"),
    [
        ({}, "PPPQQ", True),
        ({}, "PPPQ", False),
        ({}, "PPPQX", False),
        ({}, "PQPQQ", False),
        ({"one_piece": False}, "PQPQQ", True),
        ({"least": 60}, "PPPQQ", True),
        ({"least": 61}, "PPPQQ", False),
        ({"footprints": 2}, "PPPQQ", True),
        ({"footprints": 2}, "PPPPP", False),
        ({"heart": {"P": 2}}, "PPPQQ", True),
        ({"heart": {"P": 3}}, "PPPQQ", False),
    ],
)
def test_a_plan_is_sound_where_it_meets_all_that_is_asked(
    more: dict[str, object], owner: str, meets: bool
) -> None:
    made: Owner = dict(enumerate(owner))
    assert sound(problem(**more), made) == meets
