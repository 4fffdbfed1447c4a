"""The options of the toy country, and the North West of 2023: three ICBs, each beside both others.

Of the toy country's two options with two footprints one leaves Birch whole and crosses no region,
and the other splits it and crosses: (0, 0) and (1, 1).
"""

from __future__ import annotations

import pytest

from footprint.every_option.answer import Answer, answer
from footprint.every_option.measures import measured
from footprint.every_option.question import Question
from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan
from footprint.plans.tiers import tiers
from footprint.standing.asked import answer_of
from footprint.view import View
from tests.shared_workspace import WORK

NORTH_WEST = View(region="North West", bodies="icb-2023", footprints=2, least=0, against="crossing")


@pytest.fixture(scope="session")
def of_toy(toy: Atlas, today: Plan) -> Answer:
    """Every option of the toy country, by split districts and by footprints across regions."""
    kinds = tiers(toy)
    measures = [measured(key, kinds) for key in ("split-lad", "crossing")]
    return answer(toy, today.seen_as("bodies"), kinds, Question(), measures)


@pytest.fixture(scope="session")
def north_west() -> Answer:
    """Every option of the North West."""
    return answer_of(WORK, NORTH_WEST)
