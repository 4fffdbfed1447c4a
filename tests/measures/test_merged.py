"""Merged: which footprints the size asked of merged ICBs is about, and how many fall short."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pandas as pd
import pytest

from footprint.measures.merged import about_mergers, short_of_merged
from footprint.plans.plan import Plan

MakePlan = Callable[..., Plan]
ASKED = "1.5 million reportedly asked of merged ICBs"


def test_the_size_is_asked_of_mergers_and_clusters_and_of_nobody_else(
    today: Plan, cluster: Plan, make_plan: MakePlan
) -> None:
    merger = make_plan("wm", "wm", "wm", "wm", "E", "E", seen="bodies")
    assert [about_mergers(plan, "wm") for plan in (cluster, merger)] == [True, True]
    assert [about_mergers(plan, "E") for plan in (today, cluster, merger)] == [False] * 3


@pytest.mark.parametrize(
    ("people", "said"), [(1_499_999, "has fewer than"), (1_500_000, "has at least")]
)
def test_one_alone_is_told_by_what_it_is(cluster: Plan, people: int, said: str) -> None:
    told = short_of_merged(cluster, pd.Series({"wm": people, "E": 1}))
    assert told == f"the one cluster {said} the {ASKED}"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (1_499_999, 1_499_999, "2 of the 2 clusters have"),
        (1_499_999, 1_500_000, "1 of the 2 clusters has"),
        (1_500_000, 1_500_000, "none of the 2 clusters has"),
    ],
)
def test_several_are_told_with_how_many_fall_short(
    make_plan: MakePlan, first: int, second: int, said: str
) -> None:
    plan = make_plan("p", "p", "p", "p", "q", "q", bodies="WWWMEF")
    told = short_of_merged(plan, pd.Series({"p": first, "q": second}))
    assert told == f"{said} fewer than the {ASKED}"


def test_where_nothing_merges_nothing_is_said(today: Plan) -> None:
    assert short_of_merged(today, pd.Series({"W": 1, "M": 1, "E": 1})) == ""


def test_mergers_and_clusters_of_one_plan_are_counted_each_by_its_name() -> None:
    plan = SimpleNamespace(kinds={"p": "merger", "q": "cluster", "r": "cluster", "s": "alone"})
    people = pd.Series({"p": 2_000_000, "q": 2_000_000, "r": 2_000_000, "s": 1})
    told = short_of_merged(plan, people)
    assert told == f"none of the 2 clusters and 1 merger has fewer than the {ASKED}"
