"""Criteria in words: a label with the line where it was drawn, and who meets or misses it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.criteria.case import MEETS, MISSES, Thresholds
from footprint.criteria.catalogue import BY_KEY, case_for
from footprint.criteria.criterion import (
    Criterion,
    Line,
    Words,
    label_of,
    met,
    missed,
    verdict_words,
)
from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan

PEOPLE, TRUSTS = BY_KEY["people"], BY_KEY["trusts"]
PLAIN = Criterion("plain", "A line", "measured", "footprint", "Nobody asked.")


def test_a_label_has_the_line_only_where_it_was_moved() -> None:
    assert label_of(PEOPLE, Thresholds()) == "At least 1 million people"
    assert label_of(PEOPLE, Thresholds(least=1_200_000)) == "At least 1,200,000 people"
    assert label_of(TRUSTS, Thresholds(trusts=1)) == "At least one acute trust"
    assert label_of(TRUSTS, Thresholds(trusts=3)) == "At least 3 acute trusts"
    assert label_of(PLAIN, Thresholds(least=5)) == "A line"


@pytest.mark.parametrize(("count", "verb"), [(1, "misses"), (2, "miss"), (0, "miss")])
def test_who_misses_a_criterion_without_words_of_its_own_is_counted(
    toy: Atlas, today: Plan, count: int, verb: str
) -> None:
    case = case_for(toy, today, Thresholds())
    assert missed(PLAIN, count, case) == f"{count} {verb} “A line”"
    has = "has" if count == 1 else "have"
    assert missed(PEOPLE, count, case) == f"{count} {has} fewer than 1 million people"


def test_who_meets_one_is_told_in_its_own_words_or_by_its_label() -> None:
    assert met(PLAIN, Thresholds()) == "meet “A line”"
    assert met(PEOPLE, Thresholds(least=1_200_000)) == "have at least 1.2 million people"


def test_a_verdict_may_have_words_of_its_own() -> None:
    own = replace(PLAIN, words=Words(verdicts={MISSES: "is too small"}))
    assert verdict_words(own, MISSES) == "Is too small"
    assert verdict_words(own, MEETS) == "Meets"


def test_a_line_is_shown_over_what_it_is_per() -> None:
    # People run to 60 million in the address, and are shown in millions.
    (line,) = PEOPLE.lines
    assert isinstance(line, Line)
    assert (line.low, line.high) == (0, 60)
    assert Line("trusts", "Trusts", 1).low == 1
