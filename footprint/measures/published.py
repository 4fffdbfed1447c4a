"""Published: figures that somebody gave for bodies, taken only for footprints that are those."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan

TO_COME = "2026/27"
BEFORE = "2025/26"
ICB_ONLY = "ICB only"


def held(plan: Plan) -> Mapping[str, frozenset[str]]:
    """The blocks of each footprint."""
    return plan.assigned.held


def figures_published(atlas: Atlas, measure: str, year: str = BEFORE) -> pd.Series:
    """Every figure of one kind and year, indexed by the body, or bodies joined by +, it is for."""
    return atlas.figures(measure, year)


def for_exactly(atlas: Atlas, plan: Plan, figures: pd.Series) -> pd.Series:
    """Take a figure published for one body or several only where a footprint is exactly those."""
    about = {atlas.area(codes): value for codes, value in figures.items()}
    return pd.Series({f: about.get(area, math.nan) for f, area in held(plan).items()}, dtype=float)


def for_all_of(atlas: Atlas, plan: Plan, figures: pd.Series) -> pd.Series:
    """Take a figure published for exactly a footprint, else the sum of those that make it up.

    Missing where any part of the footprint has no figure. Nothing is shared out.
    """
    about = {atlas.area(codes): value for codes, value in figures.items()}
    return pd.Series({f: _all_of(area, about) for f, area in held(plan).items()}, dtype=float)


def _all_of(area: frozenset[str], about: Mapping[frozenset[str], float]) -> float:
    if area in about:
        return about[area]
    inside = [part for part in about if part < area]
    # Parts that lie over one another would be counted twice: together they hold too many blocks.
    whole = sum(map(len, inside)) == len(area) and frozenset().union(*inside) == area
    return sum(about[part] for part in inside) if whole else math.nan


def position_planned(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds of surplus, or of deficit below nought, that the ICBs planned for 2026/27.

    The ICB alone, never its system, and only plans: no forecast, no outturn, no variance.
    """
    rows = atlas.deficits
    chosen = (rows["scope"] == ICB_ONLY) & (rows["year"] == TO_COME) & (rows["kind"] == "plan")
    said = rows[chosen & (rows["quality"] != "inferred") & rows["value"].notna()]
    return for_all_of(atlas, plan, said.set_index("icb")["value"])


def cost_to_come(atlas: Atlas, plan: Plan, heads: pd.Series) -> pd.Series:
    """Pounds a year each footprint is to cost in 2026/27, where a target was published.

    Pounds for each weighted head, times the weighted heads given, go before a sum in pounds. Pounds
    per head of no stated kind are no use here.
    """
    pounds = figures_published(atlas, "operating_cost_target", TO_COME)
    by_head = each_to_come(atlas, plan) * heads
    return by_head.combine_first(for_all_of(atlas, plan, pounds))


def each_to_come(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds for each weighted head of 2026/27, where a target was published so for a footprint."""
    each = figures_in(atlas, "cost_per_head_target", "GBP per weighted head")
    return for_exactly(atlas, plan, each)


def per_head_to_come(atlas: Atlas, plan: Plan) -> dict[str, float]:
    """Pounds per head that each footprint is to cost in 2026/27, of heads of no stated kind."""
    each = for_exactly(atlas, plan, figures_in(atlas, "cost_per_head_target", "GBP per head"))
    return each.dropna().to_dict()


def second_hand(atlas: Atlas, plan: Plan) -> frozenset[str]:
    """The footprints that hold a target for 2026/27 read in somebody else's account of a paper."""
    costs = atlas.costs
    targets = costs["measure"].isin(["operating_cost_target", "cost_per_head_target"])
    told = costs[targets & (costs["year"] == TO_COME) & (costs["quality"] == "second-hand")]
    areas = [atlas.area(codes) for codes in told["icb"]]
    return frozenset(f for f, held_by in held(plan).items() if any(a <= held_by for a in areas))


def figures_in(atlas: Atlas, measure: str, unit: str) -> pd.Series:
    """The figures of one kind for 2026/27 that their sources give in one unit."""
    costs = atlas.costs
    chosen = (costs["measure"] == measure) & (costs["year"] == TO_COME) & (costs["unit"] == unit)
    return costs[chosen].set_index("icb")["value"]
