"""What the bench measures the optimum against comes to the same."""

import pytest

from bench.plain_moves import Flows
from footprint.facts.atlas import Atlas
from footprint.optimum.asked import Asked
from footprint.optimum.problem import problem_of
from footprint.optimum.search import optimum
from footprint.plans.plan import Plan


@pytest.mark.parametrize("tests", [{"whole": ("lad",)}, {"least": 450}, {"least": 1_050}], ids=str)
def test_the_plain_program_moves_as_many(toy: Atlas, today: Plan, tests) -> None:
    asked = Asked(today, **tests)
    assert Flows(problem_of(toy, asked)).fewest() == optimum(toy, asked).value > 0
