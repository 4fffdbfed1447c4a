"""Scorecards in words: what all meet, who misses what, and what somebody calls a must."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from footprint.criteria import scorecard as cards
from footprint.criteria.case import INSIDE, MEETS, MISSES, NO_FIGURE, NONE_HERE, Thresholds
from footprint.criteria.catalogue import BY_KEY, case_for, scorecard
from footprint.plans.plan import complete
from footprint.plans.tiers import tiers

TOY = Thresholds(least=600, trusts=1, cap=40.0)


@pytest.fixture(scope="module")
def judged(toy):
    """A function that judges a plan and gives its case and its card."""
    known = tiers(toy)

    def run(plan):
        case = case_for(toy, plan, TOY, tiers=known)
        return case, scorecard(case)

    return run


def test_what_all_meet_is_said_first_and_then_who_misses(judged, today):
    said = cards.take_away(*judged(today), ())
    assert said.startswith(
        "3 ICBs: all lie inside one NHS region and are in one piece; "
        "1 has fewer than 600 people; 2 hold part of a split upper-tier authority; "
        "1 of 3 ICBs does not share its borders with a strategic authority; "
    )
    assert said.endswith("above £40.00 per weighted head.")


def test_a_must_is_counted_by_footprint(judged, today, cluster):
    failed = " 1 misses a test you call a must."
    assert cards.take_away(*judged(today), ("people",)).endswith(failed)
    assert cards.take_away(*judged(today), ("people", "authorities")).endswith(
        " 2 miss a test you call a must."
    )
    none = " No footprint misses a test you call a must."
    assert cards.take_away(*judged(today), ("pieces",)).endswith(none)
    assert cards.take_away(*judged(cluster), ("people",)).endswith(none)


@pytest.mark.parametrize(
    ("criterion", "sentence"),
    [
        (
            "people",
            "2 of 3 ICBs meet “At least 600 people”. 1 misses it: Middle.",
        ),
        (
            "authorities",
            "1 of 3 ICBs meet “Each local authority works with one ICB”. 2 miss it: West and "
            "Middle.",
        ),
        (
            "cap",
            "0 of 3 ICBs meet “Within £40.00 per weighted head”. 1 misses it: West. For 2 there "
            "is no figure.",
        ),
        ("pieces", "3 of 3 ICBs meet “In one piece”."),
    ],
)
def test_one_criterion_is_said_with_who_misses_it(judged, today, criterion, sentence):
    assert cards.criterion_sentence(*judged(today), BY_KEY[criterion]) == sentence


def test_only_a_regional_plans_own_footprints_count(judged, island, today):
    case, card = judged(complete(island, today))
    assert cards.criterion_sentence(case, card, BY_KEY["people"]) == (
        "1 of 1 ICBs meet “At least 600 people”."
    )
    assert list(cards.rows_of(case, card, BY_KEY["people"]).index) == ["Dune Island"]


def test_rows_have_misses_first_then_what_is_not_known_each_by_people(judged, toy, today):
    case, card = judged(today)
    people = cards.rows_of(case, card, BY_KEY["people"])
    assert list(people.index) == ["Middle", "East", "West"]
    more = case_for(toy, today, replace(TOY, least=5_000), tiers=tiers(toy))
    every = cards.rows_of(more, scorecard(more), BY_KEY["people"])
    assert list(every.index) == ["East", "West", "Middle"], "1,100, 600 and 400 people"
    assert list(people["Verdict"]) == ["Misses", "Meets", "Meets"]
    cap = cards.rows_of(case, card, BY_KEY["cap"])
    assert list(cap.index) == ["West", "East", "Middle"]
    assert list(cap["Verdict"]) == ["Misses", "No figure", "No figure"]
    assert people.at["Middle", "Reason"] == "400 residents, 200 short of 600."


def test_up_to_six_that_miss_are_named_and_of_more_the_first_five(toy, make_plan):
    case = case_for(toy, make_plan(*"ABCDEF", seen="bodies"), replace(TOY, least=1_000))
    card = scorecard(case)
    six = cards.criterion_sentence(case, card, BY_KEY["people"])
    assert "6 miss it: A, B, C, D, E and F" in six
    plan = case.plan
    seventh = replace(plan.footprints[0], id="G", name="G")
    assigned = plan.assigned
    more = plan.with_assigned(
        replace(assigned, footprints=(*plan.footprints, seventh), drawn=assigned.drawn | {"G"})
    )
    card = pd.concat([card, card[card["criterion"] == "people"].head(1).assign(footprint="G")])
    seven = cards.criterion_sentence(replace(case, plan=more), card, BY_KEY["people"])
    assert seven.endswith("7 miss it: A, B, C, D, E and 2 others.")


def test_what_merged_icbs_are_asked_for_goes_unsaid_where_the_line_is_as_high(toy, today):
    case = case_for(toy, today, replace(TOY, least=1_500_000))
    said = cards.criterion_sentence(case, scorecard(case), BY_KEY["people"])
    assert said.endswith("3 miss it: West, Middle and East.")


def test_footprints_inside_one_and_without_any_are_counted_apart(judged, today):
    case, card = judged(today)
    criterion = BY_KEY[card["criterion"].iloc[-1]]
    for verdicts, said in (
        ((INSIDE, NONE_HERE, NO_FIGURE), "For 1 there is no figure. 1 lies inside one. 1 has none"),
        ((INSIDE, INSIDE, MEETS), "”. 2 lie inside one"),
        ((NONE_HERE, NONE_HERE, MISSES), "misses it: East. 2 have none here"),
    ):
        rows = pd.DataFrame({"footprint": ["W", "M", "E"], "verdict": verdicts})
        told = cards.criterion_sentence(case, rows.assign(criterion=criterion.key), criterion)
        assert said in told
