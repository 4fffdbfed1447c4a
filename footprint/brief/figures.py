"""Figures: every number of an ICB beside England's, with its rank in words."""

from __future__ import annotations

import pandas as pd

from footprint.brief.chapter import NOW
from footprint.brief.standing import place_among
from footprint.content.values import Chapter, Column, Figures, Table
from footprint.english import capital
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.measures.said import Words, said
from footprint.measures.units import NO_FIGURE
from footprint.plans.plan import Plan
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace

_MEASURES = (
    *("residents", "density", "imd", "most_deprived_tenth", "weighted_population"),
    *("envelope", "running_cost_allowance_per_resident", "core_allocation_per_resident"),
    *("staff_per_100_000", "acute_trusts"),
)

KEY_MEASURES = ("residents", "weighted_population", "envelope", "staff_per_100_000")


def figures(work: Workspace, body: str) -> Chapter:
    """Ten measures, each with England's value and where this ICB stands among all."""
    table, shared = plans.table(work, NOW), plans.estimated(work, NOW)
    rows = tuple(
        _row(BY_KEY[key], table[key], work.england[key], body, estimated=body in shared)
        for key in _MEASURES
    )
    columns = tuple(map(Column, ("Measure", "This ICB", "England", "Where it stands")))
    told = f"England’s figure is of all {len(table)} ICBs together."
    return Chapter("In figures", (told,), Table("This ICB beside England", columns, rows))


def key_figures(work: Workspace, plan: Plan, footprint: str) -> Figures:
    """The figures for a sheet, each with where it stands among all and England's."""
    table, shared = plans.table(work, plan.key), plans.estimated(work, plan.key)
    told: list[tuple[str, str]] = []
    for measure in map(BY_KEY.__getitem__, KEY_MEASURES):
        estimated = footprint in shared
        row = _row(
            measure, table[measure.key], work.england[measure.key], footprint, estimated=estimated
        )
        label, here, england, place = map(str, row)
        told += [(label, here), (f"{label}: rank", f"{place}; England {england}")]
    return tuple(told)


def _row(
    measure: Measure, values: pd.Series, england: float, body: str, *, estimated: bool
) -> tuple[str, Words, Words, str]:
    here = said(values[body], measure.unit, estimated=estimated and measure.shared)
    return (measure.label, here, said(england, measure.unit), rank_of(measure, values, body))


def rank_of(measure: Measure, values: pd.Series, body: str) -> str:
    """Where a footprint stands among those with a figure, equals together, or "no figure"."""
    known = values.dropna()
    if body not in known.index:
        return NO_FIGURE
    most, least = ("largest", "smallest") if measure.key == "residents" else ("highest", "lowest")
    return capital(place_among(measure.unit.shown(known), body, most, least))
