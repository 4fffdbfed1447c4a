"""Programs of a line of units: what each solution comes to, done in the head."""

from __future__ import annotations

import pytest

from footprint.criteria.solver import Status
from footprint.optimum.program import Program
from footprint.optimum.separators import Separator
from tests.optimum.line import problem

TWO_IN_A_ROW = tuple(frozenset({n, n + 1}) for n in range(4))


def solved(owners: str = "PPPQQ", **more: object) -> Program:
    program = Program(problem(owners, **more), lambda _: False)
    program.in_whole_units()
    assert program.solve(10) == Status.kOptimal
    return program


def worth(program: Program) -> float:
    return round(program.model.getInfo().objective_function_value, 6)


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({}, 0),
        # P has 60 people and goes to Q, which has 90, or the other way round.
        ({"least": 76}, 60),
        ({"least": 76, "heart": {"P": 0}}, 90),
        # P comes to be 0, 2 and 3, with 80; or 0, 1 and 3, with 70, where it keeps 1.
        ({"least": 70, "footprints": 2}, 60),
        ({"least": 70, "footprints": 2, "heart": {"P": 1}}, 70),
        ({"least": 150}, 60),
        ({"footprints": 1}, 60),
        ({"heart": {"Q": 1}}, 20),
        ({"may": {"P": frozenset({0, 1}), "Q": frozenset(range(5))}}, 30),
    ],
)
def test_the_fewest_people_move(more: dict[str, object], value: int) -> None:
    if "may" in more:
        more = {**more, "cost": {p: c for p, c in problem().cost.items() if p != (2, "P")}}
    program = solved(**more)
    assert worth(program) == value
    assert sum(program.problem.cost[pair] for pair in program.owner().items()) == value


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({"aim": "even", "footprints": 2}, 10),
        ({"aim": "even", "footprints": 2, "heart": {"P": 0, "Q": 1}}, 10),
        ({"aim": "even", "footprints": 2, "heart": {"P": 3, "Q": 2}, "least": 60}, 10),
        # One footprint alone is even, however many names there are.
        ({"aim": "even", "footprints": 1}, 0),
        ({"aim": "split", "groups": TWO_IN_A_ROW[:1], "footprints": 2}, 0),
        ({"aim": "split", "groups": TWO_IN_A_ROW, "footprints": 2}, 1),
        ({"aim": "split", "groups": TWO_IN_A_ROW, "heart": {"P": 1, "Q": 3}}, 1),
        ({"aim": "split", "groups": TWO_IN_A_ROW, "footprints": 1}, 0),
    ],
)
def test_the_most_even_and_the_least_split(more: dict[str, object], value: int) -> None:
    assert worth(solved(**more)) == value


def test_a_large_unit_counts_for_no_more_than_is_asked_while_it_is_shared() -> None:
    # Q keeps 1, with 20 people, and is short of 10. Of the 50 people of 4 no more than 30 count.
    may = {"P": frozenset({4}), "Q": frozenset({1, 4})}
    cost = {(4, "P"): 0, (1, "Q"): 0, (4, "Q"): 50}
    asked = problem(some=frozenset({1, 4}), may=may, cost=cost, heart={"Q": 1}, least=30)
    program = Program(asked, lambda _: False)
    assert program.solve(10) == Status.kOptimal
    assert worth(program) == pytest.approx(50 / 3)
    assert program.values("Q") == pytest.approx({1: 1.0, 4: 1 / 3})
    assert program.values("P") == pytest.approx({4: 2 / 3})


@pytest.mark.parametrize(
    ("separator", "value"),
    [
        # P is 0 and 2: 1 joins them, or one of them leaves.
        (Separator("P", 0, frozenset({1}), unless=2), 10),
        (Separator("P", 2, frozenset({1})), 20),
        (Separator("P", 2, frozenset({1, 3})), 20),
        (Separator("P", 2, frozenset({3})), 30),
        (Separator("Q", 4, frozenset({3})), 0),
    ],
)
def test_a_separator_asks_for_what_is_between_or_for_one_to_leave(
    separator: Separator, value: int
) -> None:
    program = solved("PQPQQ")
    assert worth(program) == 0
    program.separate([separator])
    program.solve(10)
    assert worth(program) == value


@pytest.mark.parametrize(("more", "value"), [({}, 10), ({"heart": {"P": 0}}, 20)])
def test_what_is_too_small_takes_more_in_or_vanishes(more: dict[str, object], value: int) -> None:
    program = solved("PQQQQ", **more)
    program.fill("P", frozenset({0}))
    program.solve(10)
    assert worth(program) == value


def test_a_plan_to_begin_from_is_what_the_solver_has_when_it_is_stopped_at_once() -> None:
    program = Program(problem(least=61), lambda _: True)
    program.in_whole_units()
    program.begin_from(dict.fromkeys(range(5), "P"))
    program.solve(10)
    assert program.owner() == dict.fromkeys(range(5), "P")
