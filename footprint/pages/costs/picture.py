"""Picture: a money measure on the map and as charts, with what stands beside one footprint."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from footprint.charts.bars import Bars
from footprint.charts.dots import Dots
from footprint.charts.trend import Trend
from footprint.charts.vega import Chart
from footprint.content.charts import cap_bars, measure_dots, staff_trend
from footprint.content.figures import most_first, text_table
from footprint.content.footprints import plan_picture
from footprint.content.values import Picture
from footprint.measures.catalogue import Measure
from footprint.measures.said import Words, said
from footprint.money import published, scenario
from footprint.money.scenario import Scenario
from footprint.pages.costs.shown import (
    layer_of,
    measure_of,
    not_taken,
    own_values,
    shared_of,
    yours,
)
from footprint.pages.costs.tables import WHOLE, envelopes
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace

# What the table of envelopes tells of anyway, and what somebody may type.
_IN_ENVELOPES = ("envelope", "weighted_population")
_COSTS = ("published_cost", "published_cost_per_head")
_ASSUMED = "By assumptions somebody typed, not by published figures."


def picture_of(
    work: Workspace, view: View, plan: Plan, assumed: Scenario, figures: pd.DataFrame
) -> Picture:
    """The map of a money measure with its charts, and the table of what was assumed."""
    layer = layer_of(work, view, plan, assumed, figures)
    key = measure_of(view)
    picture = plan_picture(work, view, plan, layer, (key, "weighted_population"))
    charts: tuple[Chart, ...] = (
        *of_one(work, view, plan, figures, picture.selected),
        _dots(work, view, plan, assumed, figures, picture),
    )
    picture = replace(picture, charts=charts)
    if assumed == Scenario():
        return picture
    measure, values = yours(view, assumed, figures) or (picture.measures[0], picture.values)
    shown = envelopes(work, view, plan, figures, assumed)
    if measure.key not in _IN_ENVELOPES:
        shown.insert(0, measure.label, _mapped(work, view, plan, assumed, figures, measure, values))
    table = text_table(layer.title, shown, whole=WHOLE)
    return replace(
        picture,
        besides=_ASSUMED,
        figures=(("Cap", f"£{assumed.cap:,.2f} per weighted head"),),
        table=replace(table, codes=(*most_first(plan, figures["left"]), WHOLE)),
        notes=(_ASSUMED, *not_taken(work, plan, figures, assumed), *picture.notes),
        measures=(measure, *picture.measures[1:]),
        values=values,
    )


def _mapped(
    work: Workspace,
    view: View,
    plan: Plan,
    assumed: Scenario,
    figures: pd.DataFrame,
    measure: Measure,
    values: pd.Series,
) -> list[Words]:
    """What the map shows of each row of the table, with whose word it is where costs are typed."""
    shared = shared_of(work, view, measure, figures)
    typed = measure.key in _COSTS and bool(assumed.baselines)
    order = most_first(plan, figures["left"])
    notes = [(figures.at[f, "basis"],) if typed else () for f in order]
    cells = [
        said(values[f], measure.unit, *note, estimated=f in shared)
        for f, note in zip(order, notes, strict=True)
    ]
    totals = own_values(measure.key, scenario.totals(figures)) if typed else None
    return [*cells, said(work.england[measure.key] if totals is None else totals, measure.unit)]


def of_one(
    work: Workspace, view: View, plan: Plan, figures: pd.DataFrame, selected: str
) -> tuple[Bars | Trend, ...]:
    """The charts of one footprint: what the cap would do to it, and its staff over time.

    `figures` are those of the money table; of none selected there are no charts.
    """
    return (
        *_bars(work, view, plan, figures, selected),
        *_staff(work, view, plan, selected),
    )


def _bars(
    work: Workspace, view: View, plan: Plan, figures: pd.DataFrame, selected: str
) -> tuple[Bars, ...]:
    """What the cap would do to the footprint selected; nothing where none is."""
    if not selected or pd.isna(figures.at[selected, "left"]):
        return ()
    split = selected in plans.estimated(work, view.plan_key, view.base)
    cost = published.implied_cost(work.atlas, plan, selected)
    name, row = plan.by_id[selected].name, figures.loc[selected]
    return (cap_bars(name, row, cost, estimated=split),)


def _staff(work: Workspace, view: View, plan: Plan, selected: str) -> tuple[Trend, ...]:
    """Staff of the footprint selected beside England's; nothing where none is."""
    if not selected:
        return ()
    (_, here), (_, whole) = plans.over_time(work, plan, selected), plans.england_over_time(work)
    split = selected in plans.estimated(work, view.plan_key, view.base)
    return (staff_trend(plan.by_id[selected].name, here, whole, estimated=split),)


def _dots(
    work: Workspace,
    view: View,
    plan: Plan,
    assumed: Scenario,
    figures: pd.DataFrame,
    picture: Picture,
) -> Dots:
    """What the map shows as dots, by the user's assumptions where it depends on them."""
    measure, values = yours(view, assumed, figures) or (picture.measures[0], picture.values)
    return measure_dots(
        plan,
        measure,
        pd.DataFrame({measure.key: values}),
        whole=work.england[measure.key],
        estimated=shared_of(work, view, measure, figures),
        selected=picture.selected,
    )
