"""Positions: deficits and surpluses, each with its kind, and a variance never as one."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from footprint.facts.atlas import Atlas
from footprint.money.fact import Fact
from footprint.money.positions import positions


def told(atlas: Atlas, **changes: object) -> Fact:
    """The one position there is, with some of it changed."""
    (fact,) = positions(replace(atlas, deficits=atlas.deficits.head(1).assign(**changes)))
    return fact


def test_a_position_says_of_what_it_is_and_of_which_kind(toy: Atlas) -> None:
    fact = told(toy, detail="control total", support="before deficit support funding")
    assert fact.what == "ICB only, plan 2026/27"
    assert fact.figure == "deficit of £2.0m"
    assert fact.qualifier == "the limit agreed, before deficit support funding"
    assert (fact.date, fact.quality, fact.sort) == ("July 2026", "second-hand", "published")
    assert (fact.title, fact.url) == ("The Toy Times", "https://toy.example/costs")


@pytest.mark.parametrize(
    ("pounds", "figure"),
    [
        (-50_800_000.0, "deficit of £50.8m"),
        (12_700_000.0, "surplus of £12.7m"),
        (44_000.0, "surplus of £44,000"),
        (-999_000.0, "deficit of £999,000"),
        (0.0, "break-even"),
        (math.nan, "no figure"),
    ],
)
def test_a_position_is_said_in_words(toy: Atlas, pounds: float, figure: str) -> None:
    assert told(toy, value=pounds).figure == figure


@pytest.mark.parametrize(("pounds", "which"), [(-4_000_000.0, "worse"), (4_000_000.0, "better")])
def test_a_variance_is_never_called_a_deficit(toy: Atlas, pounds: float, which: str) -> None:
    fact = told(toy, kind="variance", value=pounds)
    assert fact.figure == f"£4.0m {which} than plan"
    assert fact.what == "ICB only, how far from plan 2026/27"


def test_whether_support_is_in_it_is_said_where_it_is_not_known(toy: Atlas) -> None:
    said = "before or after support funding is not said"
    assert told(toy, support="not stated").qualifier == said
    assert told(toy, detail="month 4 actual", support="not stated").qualifier == (
        f"after 4 months, {said}"
    )


def test_a_deficit_without_a_figure_is_still_a_deficit(toy: Atlas) -> None:
    fact = told(toy, detail="deficit, no figure given", value=math.nan, support="")
    assert (fact.figure, fact.qualifier) == ("a deficit; its size is not given", "")


def test_one_figure_of_two_kinds_is_said_to_be_of_both(toy: Atlas) -> None:
    fact = told(toy, detail="and outturn", support="")
    assert (fact.what, fact.qualifier) == ("ICB only, plan and outturn 2026/27", "")


def test_our_own_arithmetic_is_implied(toy: Atlas) -> None:
    fact = told(toy, quality="inferred", remark="0 less 21.5m")
    assert (fact.sort, fact.formula, fact.remark) == ("implied", "0 less 21.5m", "")
