"""Published: what ICBs and others have said about cost, target, reduction and staff."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.measures.marks import IMPLIED, PUBLISHED
from footprint.measures.published import TO_COME, figures_published, for_exactly, held
from footprint.measures.units import MILLIONS, Unit
from footprint.money.fact import Fact, in_words, titled, when
from footprint.money.positions import positions
from footprint.plans.plan import Plan

KINDS: Mapping[str, str] = {
    "operating_cost_baseline": "Cost before the cut, a year",
    "operating_cost_baseline_implied": "Cost before the cut, a year",
    "operating_cost_baseline_implied_low": "Cost before the cut, a year, at least",
    "operating_cost_baseline_implied_high": "Cost before the cut, a year, at most",
    "cost_per_head_baseline": "Cost before the cut",
    "cost_per_head_min": "Cost before the cut, the lowest ICB",
    "cost_per_head_max": "Cost before the cut, the highest ICB",
    "operating_cost_target": "Target, a year",
    "cost_per_head_target": "Target",
    "running_cost_forecast": "Running costs, forecast",
    "running_cost_actual": "Running costs, spent",
    "running_cost_underspend": "Running cost allowance not spent",
    "required_saving": "Saving asked for",
    "saving_realised": "Saving made so far, a year",
    "allocation_reduction": "Allocation taken away",
    "required_reduction_pct": "Reduction asked for",
    "leadership_cost_reduction_pct": "Reduction in the cost of leadership",
    "saving_from_50pct_staff_cut_low": "Saving from halving staff, a year, at least",
    "saving_from_50pct_staff_cut_high": "Saving from halving staff, a year, at most",
    "weighted_population_published": "Weighted population",
    "staff_headcount_all_icbs": "Staff of all ICBs",
    "staff_headcount": "Staff",
    "staff_fte_baseline": "Staff before the cut",
    "staff_fte_before": "Staff before the cut",
    "staff_fte_now": "Staff now",
    "staff_fte_target": "Staff after the cut",
    "staff_fte_after": "Staff after the cut",
    "staff_headcount_after_cuts": "Staff after the cut",
    "staff_reduction_pct": "Reduction in staff",
    "administrative_staff_headcount": "Administrative staff",
    "staff_cost_per_head_admin_plus_programme": "Cost of administrative and programme staff",
    "staff_cost_per_head_admin_only": "Cost of administrative staff",
    "posts_to_be_cut_low": "Posts to be cut, at least",
    "posts_to_be_cut_high": "Posts to be cut, at most",
    "expected_job_losses": "Jobs expected to go",
    "expected_job_losses_low": "Jobs expected to go, at least",
    "expected_job_losses_high": "Jobs expected to go, at most",
    "expected_redundancies": "Redundancies expected",
    "voluntary_redundancies_low": "Voluntary redundancies, at least",
    "voluntary_redundancies_high": "Voluntary redundancies, at most",
    "voluntary_redundancies": "Voluntary redundancies",
    "exit_packages": "Exit packages",
    "exit_packages_cost": "Cost of exit packages",
    "voluntary_redundancy_cost": "Cost of voluntary redundancies",
    "voluntary_redundancy_recurrent_saving": "Saving from voluntary redundancies, a year",
}
_UNITS: Mapping[str, Unit] = {
    "GBP": MILLIONS,
    "GBP per head": Unit("£ per head", 2, "£", " per head"),
    "GBP per weighted head": Unit("£ per weighted head", 2, "£", " per weighted head"),
    "people": Unit("people", suffix=" people"),
    "posts": Unit("posts", suffix=" posts"),
    "FTE": Unit("full-time equivalents", suffix=" full-time equivalents"),
    "percent": Unit("%", suffix="%"),
}
_NOTE = re.compile(r'(?:(?P<qualifier>[^"]*?); )?(?:".*"; )?as of (?P<date>[0-9-]+)', re.DOTALL)


def facts(atlas: Atlas) -> tuple[Fact, ...]:
    """Every figure about cost, target, reduction and staff, then every deficit and surplus."""
    rows = atlas.costs[atlas.costs["measure"].isin(KINDS)]
    order = list(KINDS)
    read = [_fact(atlas, row) for row in rows.to_dict("records")]
    read.sort(key=lambda fact: (sorted(fact.icbs), order.index(fact.kind)))
    return (*read, *positions(atlas))


def _fact(atlas: Atlas, row: Mapping[str, object]) -> Fact:
    note = _NOTE.fullmatch(str(row["note"]))
    roughly, qualifier = _roughly((note["qualifier"] or "") if note else "")
    figure = _UNITS[str(row["unit"])].text(float(row["value"]))
    implied = row["kind"] == "implied"
    told = [titled(source) for source in str(row["source"]).split(" | ")]
    title, url = ("", "") if implied else told[0]
    return Fact(
        icbs=frozenset(str(row["icb"]).split("+")),
        area=atlas.area(str(row["icb"])),
        kind=str(row["measure"]),
        what=_what(str(row["measure"]), str(row["year"])),
        figure=f"{roughly} {figure}".lstrip(),
        qualifier=qualifier,
        date=when(note["date"]) if note else str(row["year"]),
        title=title,
        url=url,
        sort="implied" if implied else "published",
        quality=str(row["quality"]),
        formula=in_words(str(row["formula"])),
        based_on=tuple(told) if implied else (),
        remark=str(row["remark"]),
        year=str(row["year"]),
    )


def _roughly(told: str) -> tuple[str, str]:
    """How near a figure is, in the words that go before it, and what else is noted of it."""
    first, _, others = told.partition(", ")
    return (_NEAR[first], others) if first in _NEAR else ("", _NOTES.get(told, told))


# Notes that say how a figure is meant; that some are of a year is said before them.
_NEAR: Mapping[str, str] = {
    "about": "about",
    "around": "around",
    "just over": "just over",
    "just less than": "just under",
    "600 plus": "more than",
    "per year": "",
}
_NOTES: Mapping[str, str] = {"year not stated in excerpt": "of which year is not said"}


def _what(measure: str, year: str) -> str:
    # Of targets there are those of two years.
    of_year = year == TO_COME or measure in _TARGETS
    return f"{KINDS[measure]}, {year}" if of_year else KINDS[measure]


IMPLIED_COST = "operating_cost_baseline_implied"
_TARGETS = frozenset({"operating_cost_target", "cost_per_head_target"})


def published(atlas: Atlas, plan: Plan, footprint: str) -> tuple[Fact, ...]:
    """What is known of exactly the area of a footprint, and no more or less."""
    area = held(plan)[footprint]
    return tuple(fact for fact in facts(atlas) if fact.area == area)


def published_inside(atlas: Atlas, plan: Plan, footprint: str) -> tuple[Fact, ...]:
    """What is known of bodies that lie in a footprint, each whole, and are not all of it."""
    area = held(plan)[footprint]
    return tuple(fact for fact in facts(atlas) if fact.area < area)


def published_around(atlas: Atlas, plan: Plan, footprint: str) -> tuple[Fact, ...]:
    """What is known of several bodies together, of which a footprint is one."""
    area = held(plan)[footprint]
    return tuple(fact for fact in facts(atlas) if fact.area > area)


class ImpliedCost(NamedTuple):
    """A cost before the cut that nobody published: pounds a year from `least` to `most`, and why.

    Both are the same where only one figure follows.
    """

    least: float
    most: float
    note: str


def implied_cost(atlas: Atlas, plan: Plan, footprint: str) -> ImpliedCost | None:
    """What exactly the area of a footprint cost before the cut, by figures that were published.

    It is shown and marked, and stands in no map, total or verdict.
    """
    area, costs = held(plan)[footprint], atlas.costs
    follows = costs[costs["measure"].str.startswith(IMPLIED_COST)].sort_values("value")
    here = follows[[atlas.area(codes) == area for codes in follows["icb"]]]
    if here.empty:
        return None
    return ImpliedCost(float(here["value"].min()), float(here["value"].max()), _follows(here))


def _follows(here: pd.DataFrame) -> str:
    """How a cost follows, and how sure that is; of two that differ, how each does."""
    formulas, remark = list(map(in_words, here["formula"])), str(here["remark"].iloc[0]).rstrip(".")
    pounds = here["value"].map(MILLIONS.text)
    each = [f"{cost}, {how}" for cost, how in zip(pounds, formulas, strict=True)]
    if len(each) > 1:
        return f"The cost is {IMPLIED}, by figures that differ: {'; or '.join(each)}."
    return f"The cost is {IMPLIED}: {each[0]}.{f' {remark}.' if remark else ''}"


def targets(atlas: Atlas, plan: Plan) -> tuple[pd.Series, pd.Series]:
    """Pounds a year each footprint was told to come down to, and by which word of the four.

    Where only the cost and the saving were published, for exactly the same ICBs, the one less the
    other is implied.
    """
    cost, saving, target = (
        for_exactly(atlas, plan, figures_published(atlas, kind))
        for kind in ("operating_cost_baseline", "required_saving", "operating_cost_target")
    )
    known = target.combine_first(cost - saving).reindex(target.index)
    said = target.notna().map({True: PUBLISHED, False: IMPLIED})
    return known, said.where(known.notna(), "")


def targets_to_come(atlas: Atlas, plan: Plan) -> dict[str, str]:
    """What is said of each footprint's target for 2026/27, in the words of whoever gave it."""
    rows = atlas.costs[atlas.costs["measure"].isin(_TARGETS) & (atlas.costs["year"] == TO_COME)]
    told = [_fact(atlas, row) for row in rows.sort_values("measure").to_dict("records")]
    return {
        footprint: ", ".join(_with_quality(fact) for fact in told[::-1] if fact.area == area)
        for footprint, area in held(plan).items()
    }


def _with_quality(fact: Fact) -> str:
    return f"{fact.figure} ({PUBLISHED}, {fact.quality})" if fact.quality else fact.figure
