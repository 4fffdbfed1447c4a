"""Who must move, in words and as a table, of the toy country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.answer import Answer, Progress
from footprint.optimum.asked import Asked
from footprint.optimum.search import optimum
from footprint.plans.plan import Plan
from footprint.plans.tiers import tiers
from footprint.standing import movers
from tests.shared_workspace import WORK

TIERS = WORK.tiers


@pytest.fixture(scope="module")
def birch_whole(toy: Atlas, today: Plan) -> Answer:
    """The toy country with Birch in one footprint."""
    return optimum(toy, Asked(today, whole=("lad",)))


def test_a_proved_answer_can_be_repeated_in_one_sentence(birch_whole: Answer) -> None:
    assert movers.sentence(birch_whole, TIERS) == (
        "200 people would have to move; no plan does it with fewer."
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"state": "found", "bound": 150}, "The best plan found moves 200 people, and no plan"),
        ({"state": "found", "bound": 150}, "with fewer than 150: the gap that is left is 50."),
        ({"state": "found", "bound": 0}, "200 people; how much better a plan can be is not known."),
        ({"state": "unknown", "value": None, "bound": 7}, "No plan was found in 3 seconds, and no"),
        ({"state": "unknown", "value": None, "bound": 0}, "how few there must be is not known."),
        ({"state": "impossible", "value": None, "bound": None}, "No plan meets all of this"),
        ({"value": 0, "bound": 0}, "Nobody would have to move"),
        ({"value": 1, "bound": 1}, "1 person would have to move; no plan does it with fewer."),
    ],
)
def test_the_sentence_says_no_more_than_is_proved(
    birch_whole: Answer, facts: dict[str, object], said: str
) -> None:
    assert said in movers.sentence(replace(birch_whole, seconds=3.2, **facts), TIERS)


@pytest.mark.parametrize(
    ("aim", "value", "said"),
    [
        ("split", 0, "The plan found has no split districts, which is proved to be the least"),
        ("split", 1, "The plan found has 1 split district, which is proved to be the least"),
        ("split", 3, "The plan found has 3 split districts, which is proved to be the least"),
        ("even", 1, "has 1 resident between its largest footprint and its smallest, which"),
        ("even", 1_500, "has 1,500 residents between its largest footprint and its smallest, wh"),
    ],
)
def test_each_aim_is_told_by_what_it_counts(
    birch_whole: Answer, aim: str, value: int, said: str
) -> None:
    asked = replace(birch_whole.asked, aim=aim, split="lad" if aim == "split" else "")
    answer = replace(birch_whole, asked=asked, value=value, bound=value)
    assert said in movers.sentence(answer, TIERS)


def test_what_was_asked_stands_under_the_sentence(toy: Atlas, birch_whole: Answer) -> None:
    asked, remain, checked, trusted = movers.notes(toy, birch_whole)
    assert asked.startswith("Asked: fewest residents who change footprint")
    assert remain == "All 3 footprints remain."
    assert checked.startswith("Separate code, which knows nothing of how the plan was found, has")
    assert trusted == (
        "That no plan is better is what the solver, HiGHS, says; that is not checked again."
    )


def test_each_who_moves_is_told_with_where_from_and_where_to(
    toy: Atlas, birch_whole: Answer
) -> None:
    table = movers.table(toy, tiers(toy)["lad"], birch_whole)
    assert table.rows == (("Birch (part)", "West", "Middle", 200.0),)
    assert table.texts() == (("Birch (part)", "West", "Middle", "200"),)


def test_those_who_move_add_up_to_the_answer_and_the_most_come_first(
    toy: Atlas, today: Plan
) -> None:
    answer = optimum(toy, Asked(today, least=1_050))
    rows = movers.table(toy, tiers(toy)["lad"], answer).rows
    assert rows == (
        ("Ash", "West", "East", 400.0),
        ("Birch (part)", "Middle", "East", 400.0),
        ("Birch (part)", "West", "East", 200.0),
    )
    assert sum(row[-1] for row in rows) == answer.value


def test_progress_is_a_sentence_that_names_the_region_it_is_of(birch_whole: Answer) -> None:
    asked = birch_whole.asked
    said = movers.how_far(Progress("", 3, 1_500, None, 2.0), asked, TIERS)
    assert said == "No plan is found yet; no plan can do with fewer than 1,500."
    said = movers.how_far(Progress("Islands", 3, 1_500, 2_000, 2.0), asked, TIERS)
    assert said == (
        "Islands: the best found so far moves 2,000 people; no plan can do with fewer than 1,500."
    )
    even = replace(asked, aim="even")
    assert movers.how_far(Progress("", 3, 0, 7, 2.0), even, TIERS) == (
        "The best found so far has 7 residents between its largest footprint and its smallest; "
        "how few there must be is not known."
    )
