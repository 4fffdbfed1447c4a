"""Published: a figure stands only where a footprint is what it is about, or where all is known."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.measures import formulas
from footprint.measures.published import (
    cost_to_come,
    figures_in,
    for_all_of,
    for_exactly,
    per_head_to_come,
    position_planned,
    second_hand,
)
from footprint.measures.units import MILLIONS
from footprint.plans.plan import Plan

MakePlan = Callable[..., Plan]


def told_to(atlas: Atlas, icb: str, measure: str, value: float, unit: str = "GBP") -> Atlas:
    """The same country, where one target for 2026/27 is published."""
    row = {"icb": icb, "measure": measure, "year": "2026/27", "value": value, "unit": unit}
    return replace(atlas, costs=pd.concat([atlas.costs, pd.DataFrame([row])]))


def to_come(atlas: Atlas, plan: Plan) -> dict[str, float]:
    """What is known of the costs to come."""
    heads = formulas.weighted_population(atlas, plan)
    return cost_to_come(atlas, plan, heads).dropna().to_dict()


def test_a_sum_stands_only_where_every_member_has_a_figure(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    alone, together = position_planned(toy, today), position_planned(toy, cluster)
    assert alone[["W", "M"]].tolist() == [-2_000_000, 500_000]
    assert together["wm"] == -1_500_000
    # A variance and a figure that was not given are no deficit.
    assert math.isnan(alone["E"])
    assert math.isnan(together["E"])


def test_a_deficit_is_never_shared_out(toy: Atlas, divided: Plan) -> None:
    assert position_planned(toy, divided).isna().all()


@pytest.mark.parametrize(
    "change",
    [{"scope": "ICB and its NHS trusts"}, {"kind": "forecast"}, {"year": "2025/26"},
     {"quality": "inferred"}],
)  # fmt: skip
def test_only_plans_of_icbs_alone_for_2026_are_on_the_scale(
    toy: Atlas, today: Plan, change: dict[str, str]
) -> None:
    other = replace(toy, deficits=toy.deficits.assign(**change))
    assert not position_planned(other, today).notna()["M"]


def test_a_figure_for_exactly_these_goes_before_the_sum(toy: Atlas, cluster: Plan) -> None:
    figures = pd.Series({"W": 1.0, "M": 2.0, "W+M": 10.0})
    assert for_all_of(toy, cluster, figures)["wm"] == 10
    assert for_all_of(toy, cluster, figures.drop("W+M"))["wm"] == 3


def test_figures_that_overlap_are_not_added_up(toy: Atlas, make_plan: MakePlan) -> None:
    plan = make_plan("x", "x", "x", "x", "x", "x")
    over = pd.Series({"W+M": 1.0, "M+E": 2.0})
    assert math.isnan(for_all_of(toy, plan, over)["x"])
    assert for_all_of(toy, plan, pd.Series({"W+M": 1.0, "E": 2.0}))["x"] == 3
    # As many blocks as the country, without being all of it.
    twice = pd.Series({"W": 1.0, "E4": 1.0, "M": 1.0})
    assert math.isnan(for_all_of(toy, plan, twice)["x"])


def test_a_body_of_2026_is_its_blocks(toy: Atlas, divided: Plan, today: Plan) -> None:
    figures = pd.Series({"E4": 7.0})
    assert for_exactly(toy, divided, figures).dropna().to_dict() == {"birch": 7}
    assert for_exactly(toy, today, figures).isna().all()


def test_a_target_per_weighted_head_goes_before_one_in_pounds(toy: Atlas, today: Plan) -> None:
    pounds = told_to(toy, "W", "operating_cost_target", 13_000)
    assert to_come(pounds, today) == {"W": 13_000}
    each = told_to(pounds, "W", "cost_per_head_target", 19.5, "GBP per weighted head")
    assert to_come(each, today) == {"W": pytest.approx(19.5 * 660)}


def test_a_target_per_head_of_no_stated_kind_is_no_cost(toy: Atlas, today: Plan) -> None:
    assert to_come(told_to(toy, "W", "cost_per_head_target", 19, "GBP per head"), today) == {}


def test_a_deficit_has_its_sign_before_the_pound() -> None:
    assert MILLIONS.text(-50_800_000) == "-£50.8m"
    assert MILLIONS.gap(-50_800_000) == "£50.8m"


def test_a_target_per_head_is_told_beside_the_costs_of_exactly_that_footprint(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    told = told_to(toy, "W", "cost_per_head_target", 19, "GBP per head")
    assert per_head_to_come(told, today) == {"W": 19}
    assert per_head_to_come(told, cluster) == {}
    assert figures_in(told, "cost_per_head_target", "GBP per weighted head").empty


@pytest.mark.parametrize(
    ("icb", "holders"),
    [("W", ({"W"}, {"wm"}, set())), ("W+M", (set(), {"wm"}, set())), ("E", ({"E"},) * 3)],
)
def test_a_target_read_elsewhere_marks_whoever_holds_all_it_is_about(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan, icb: str, holders: tuple[set[str], ...]
) -> None:
    told = told_to(toy, icb, "operating_cost_target", 13_000)
    retold = replace(told, costs=told.costs.replace({"quality": {math.nan: "second-hand"}}))
    assert tuple(second_hand(retold, plan) for plan in (today, cluster, divided)) == holders
    assert second_hand(told, today) == set()
