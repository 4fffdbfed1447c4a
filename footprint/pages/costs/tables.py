"""Money tables: the cap and the cut row by row, the years, and who published what."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from footprint.content.figures import most_first
from footprint.english import month
from footprint.facts.atlas import ENGLAND
from footprint.measures.marks import BY_SHARE, WORKED_OUT, YOURS
from footprint.measures.said import Words, said
from footprint.measures.units import FTE, MILLIONS, NO_FIGURE, PEOPLE, PER_100_000, POUNDS_EACH
from footprint.money import scenario, sentences
from footprint.money.fact import Fact
from footprint.money.published import targets_to_come
from footprint.money.scenario import Scenario
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace

OR_ELSE = "Target (or envelope)"
"""What a saving is counted to."""
TAKEN = "Taken by the target (or the cap)"
WHOLE = "England"
"""The row of all together, which no part of England has."""


@dataclass(frozen=True, eq=False, kw_only=True)
class CutOrCap:
    """Who would lose more by a cut the same for all; `rest` are those without a known cost."""

    sentence: str
    table: pd.DataFrame
    rest: int
    teams: str


@dataclass(frozen=True, eq=False, kw_only=True)
class OverTime:
    """Allowance and staff through the years, of one footprint or of England."""

    name: str
    allowance: pd.DataFrame
    staff: pd.DataFrame


@dataclass(frozen=True)
class PublishedFacts:
    """What is known of one body, or of several together: published, or implied, never both."""

    whose: str
    facts: tuple[Fact, ...]


def envelopes(
    work: Workspace, view: View, plan: Plan, figures: pd.DataFrame, assumed: Scenario
) -> pd.DataFrame:
    """The envelope and the target of each footprint and England, as words, most first."""
    estimated = plans.estimated(work, view.plan_key, view.base)
    to_come = targets_to_come(work.atlas, plan)
    rows = [
        _cap_row(plan.by_id[f].name, figures.loc[f], assumed, to_come[f], estimated=f in estimated)
        for f in most_first(plan, figures["left"])
    ]
    rows.append(_cap_row(WHOLE, scenario.totals(figures), assumed))
    return pd.DataFrame(rows).set_index("Footprint")


def _cap_row(
    name: str, row: pd.Series, assumed: Scenario, to_come: str = "", *, estimated: bool = False
) -> dict[str, Words]:
    weighted = said(row["weighted_population"], PEOPLE, estimated=estimated)
    whose = (mark,) if (mark := row.get("whose_target")) else ()
    whose_cap = WORKED_OUT if assumed.as_published else YOURS
    cells = {
        "Footprint": name,
        f"Weighted population ({WORKED_OUT})": weighted,
        f"Envelope ({whose_cap}): £{assumed.cap:,.2f} × weighted population": said(
            row["envelope"], MILLIONS, estimated=estimated
        ),
        "Target for 2025/26": said(row["target"], MILLIONS, *whose),
    }
    if assumed.as_published:
        cells |= {
            f"Target, against the envelope ({WORKED_OUT})": sentences.difference(
                row["envelope"], row["target"]
            ),
            OR_ELSE: _used(row, whose, estimated=estimated),
        }
    return cells | {"Published target for 2026/27": to_come or NO_FIGURE}


def _used(row: pd.Series, whose: tuple[str, ...], *, estimated: bool) -> Words:
    if not sentences.is_target(row) and estimated:
        return said(row["left"], MILLIONS, estimated=True)
    return said(row["left"], MILLIONS, *(whose if sentences.is_target(row) else (WORKED_OUT,)))


def cut_or_cap(
    work: Workspace, view: View, plan: Plan, figures: pd.DataFrame, assumed: Scenario
) -> CutOrCap:
    """Set the cap beside a cut the same for all, where a cost before the cut is known.

    Footprints stand by that cost, the dearest first.
    """
    estimated = plans.estimated(work, view.plan_key, view.base)
    costs = most_first(plan, figures["baseline"])
    known = [f for f in costs if pd.notna(figures.at[f, "baseline"])]
    rows = [
        _cut_row(plan.by_id[f].name, figures.loc[f], assumed, estimated=f in estimated)
        for f in known
    ]
    return CutOrCap(
        sentence=sentences.who_loses(plan, figures, assumed),
        table=pd.DataFrame(rows).set_index("Footprint") if rows else pd.DataFrame(),
        rest=len(figures) - len(rows),
        teams=sentences.teams(plan, scenario.teams_removed(work.atlas, plan), assumed),
    )


def _cut_row(name: str, row: pd.Series, assumed: Scenario, *, estimated: bool) -> dict[str, Words]:
    mark = f", {BY_SHARE}" if estimated and not row["own_whole"] else ""
    cut = f"{100 * assumed.cut:g}% cut"
    by_cut = sentences.cut_mark(row, assumed)
    return {
        "Footprint": name,
        "Cost before the cut": said(row["baseline"], MILLIONS, f"{row['basis']}{mark}"),
        OR_ELSE: said(row["left"], MILLIONS, sentences.left_mark(row, estimated=estimated)),
        TAKEN: sentences.takes(row),
        f"Left by a {cut}": said(sentences.left_by_cut(row), MILLIONS, by_cut),
        f"Taken by a {cut}": said(row["cut_takes"], MILLIONS, by_cut),
        "Takes more": sentences.takes_more(row),
    }


def over_time(work: Workspace, plan: Plan, selected: str, name: str) -> OverTime:
    """Allowance and staff of one footprint, or of England where none is selected."""
    years = plans.over_time(work, plan, selected) if selected else plans.england_over_time(work)
    allowance, staff = years
    return OverTime(name=name, allowance=_allowance_words(allowance), staff=_staff_words(staff))


def _allowance_words(allowance: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Running cost allowance": [said(one, MILLIONS) for one in allowance["pounds"]],
            "Per resident": [said(one, POUNDS_EACH) for one in allowance["each"]],
        },
        index=allowance.index,
    ).rename_axis("Year")


def _staff_words(staff: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "ICB staff": [said(one, FTE) for one in staff["fte"]],
            "Per 100,000 residents": [said(one, PER_100_000) for one in staff["rate"]],
        },
        index=pd.Index([month(date) for date in staff.index], name="Date"),
    )


def by_body(work: Workspace, facts: tuple[Fact, ...] | list[Fact]) -> tuple[PublishedFacts, ...]:
    """Facts by whose they are, England's first."""
    told: dict[str, list[Fact]] = {}
    for fact in facts:
        told.setdefault(_whose(work, fact), []).append(fact)
    return tuple(
        PublishedFacts(body, tuple(told[body]))
        for body in sorted(told, key=lambda name: (name != "England", name))
    )


def _whose(work: Workspace, fact: Fact) -> str:
    if fact.icbs == {ENGLAND}:
        return "England"
    names = sorted(_name(work, code) for code in fact.icbs)
    return " with ".join(names) + (", together" if len(names) > 1 else "")


def _name(work: Workspace, code: str) -> str:
    """A body by its name; a region of the NHS has its name for a code."""
    if code not in work.atlas.icbs.index:
        return work.icb_names.get(code, code)
    name = str(work.atlas.icbs.at[code, "short_name"])
    # An enlarged body may have kept the name of the one it grew from.
    return f"{name} since April 2026" if name in work.icb_names.values() else name
