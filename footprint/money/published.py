"""Published: what ICBs and others have said about cost, target, reduction and staff."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from footprint.english import month
from footprint.facts.atlas import Atlas
from footprint.measures.formulas import figures_published, for_exactly, whole_icbs
from footprint.measures.units import MILLIONS, Unit
from footprint.plans.plan import Plan

ENGLAND = frozenset({"ENG"})
KINDS: Mapping[str, str] = {
    "operating_cost_baseline": "Cost before the cut, a year",
    "cost_per_head_baseline": "Cost before the cut",
    "cost_per_head_min": "Cost before the cut, the lowest ICB",
    "cost_per_head_max": "Cost before the cut, the highest ICB",
    "operating_cost_target": "Target, a year",
    "cost_per_head_target": "Target",
    "required_saving": "Saving asked for",
    "required_reduction_pct": "Reduction asked for",
    "saving_from_50pct_staff_cut_low": "Saving from halving staff, at least",
    "saving_from_50pct_staff_cut_high": "Saving from halving staff, at most",
    "weighted_population_published": "Weighted population",
    "staff_headcount_all_icbs": "Staff of all ICBs",
    "staff_headcount": "Staff",
    "staff_fte_baseline": "Staff before the cut",
    "staff_fte_target": "Staff after the cut",
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


@dataclass(frozen=True)
class Fact:
    """One published figure: whose it is, what it says, how sure, when and by whose word."""

    icbs: frozenset[str]
    kind: str
    what: str
    figure: str
    qualifier: str
    date: str
    title: str
    url: str


def facts(atlas: Atlas) -> tuple[Fact, ...]:
    """Every published figure about cost, target, reduction and staff, in the order of KINDS."""
    rows = atlas.costs[atlas.costs["measure"].isin(KINDS)]
    read = [_fact(row) for row in rows.to_dict("records")]
    order = list(KINDS)
    return tuple(sorted(read, key=lambda fact: (sorted(fact.icbs), order.index(fact.kind))))


def _fact(row: Mapping[str, object]) -> Fact:
    note = _NOTE.fullmatch(str(row["note"]))
    title, _, url = str(row["source"]).partition(", https://")
    return Fact(
        icbs=frozenset(str(row["icb"]).split("+")),
        kind=str(row["measure"]),
        what=KINDS[str(row["measure"])],
        figure=_UNITS[str(row["unit"])].text(float(row["value"])),
        qualifier=(note["qualifier"] or "") if note else "",
        date=_when(note["date"]) if note else str(row["year"]),
        title=title,
        url=f"https://{url}" if url else "",
    )


def _when(date: str) -> str:
    return month(date) if "-" in date else date


def published(atlas: Atlas, plan: Plan, footprint: str) -> tuple[Fact, ...]:
    """What is published for exactly the ICBs a footprint is made of, and no more or fewer."""
    inside = whole_icbs(atlas, plan)[footprint]
    return tuple(fact for fact in facts(atlas) if fact.icbs == inside)


def published_inside(atlas: Atlas, plan: Plan, footprint: str) -> tuple[Fact, ...]:
    """What is published for some of the ICBs a footprint is made of, each whole inside it."""
    inside = whole_icbs(atlas, plan)[footprint]
    return tuple(fact for fact in facts(atlas) if fact.icbs < inside)


def published_targets(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds a year each footprint was told to come down to, where that was published.

    Where only the cost and the saving were, for exactly the same ICBs, the one less the other.
    """
    cost, saving, target = (
        for_exactly(atlas, plan, figures_published(atlas, kind))
        for kind in ("operating_cost_baseline", "required_saving", "operating_cost_target")
    )
    return target.combine_first(cost - saving).reindex(target.index)
