"""Found: one option to look at, by its figures, by chance, or nearest to a plan."""

from __future__ import annotations

import pytest

from footprint.every_option.counting import NoSuchOptionError
from footprint.standing import found
from footprint.workspace import plans
from tests.shared_workspace import WORK
from tests.standing.conftest import NORTH_WEST

NONE = NORTH_WEST.with_(footprints=4)
CHANCES = [NORTH_WEST.with_(plan=f"plan-{number}") for number in range(12)]


def test_every_option_comes_up_by_chance_and_none_beside_them() -> None:
    assert len({found.any_one(WORK, view) for view in CHANCES}) == 3
    assert len({found.with_figures(WORK, view, (0, 0)) for view in CHANCES}) == 3


def test_the_best_has_as_many_footprints_as_are_asked_for() -> None:
    plan = plans.plan(WORK, found.best(WORK, NORTH_WEST))
    # The other 39 ICBs of 2023 are as they were.
    assert len(plan.by_id) == 39 + 2


@pytest.mark.parametrize("ask", [found.best, found.any_one])
def test_where_there_is_no_option_none_is_shown(ask) -> None:
    with pytest.raises(NoSuchOptionError):
        ask(WORK, NONE)
    with pytest.raises(NoSuchOptionError, match="no option to show"):
        found.nearest(WORK, NONE, "icb-2023")


def test_the_nearest_to_three_apart_joins_one_pair_of_them() -> None:
    # Each of the three is beside both others, so that two footprints join one pair.
    key, pairs = found.nearest(WORK, NORTH_WEST, "icb-2023")
    assert pairs == 1
    assert len(plans.plan(WORK, key).by_id) == 39 + 2
    assert found.nearest(WORK, NORTH_WEST.with_(footprints=1), "icb-2023")[1] == 3
    assert found.nearest(WORK, NORTH_WEST.with_(footprints=3), "icb-2023~bodies")[1] == 0


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (0, "It is that plan itself."),
        (
            1,
            "1 pair of neighbours is together in one of the two and apart in the other. "
            "No option is nearer.",
        ),
        (
            2,
            "2 pairs of neighbours are together in one of the two and apart in the other. "
            "No option is nearer.",
        ),
    ],
)
def test_how_far_it_is_from_the_plan_is_said(pairs: int, said: str) -> None:
    assert found.apart_words(pairs) == said
