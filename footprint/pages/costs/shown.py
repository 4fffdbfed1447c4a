"""Shown: the money measure of a view, by the user's assumptions where it depends on them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd

from footprint.content.asked import measure_layer
from footprint.facts.atlas import Atlas
from footprint.facts.guidance import CAP
from footprint.maps.choropleth import choropleth
from footprint.maps.layer import Layer, with_people
from footprint.maps.sentences import measure_sentence
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.measures.classes import ClassError, Classes, classify
from footprint.measures.marks import YOURS
from footprint.measures.units import POUNDS_EACH
from footprint.money import scenario, sentences
from footprint.money.scenario import Scenario
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace

# The money measures of this page; the first is shown where the view asks for none of them.
MEASURES: tuple[str, ...] = (
    "envelope",
    "published_cost",
    "published_cost_per_head",
    "published_deficit",
    "weighted_population",
    "staff_per_100_000",
    "staff",
    "running_cost_allowance",
    "running_cost_allowance_2024",
    "running_cost_allowance_2023",
    "running_cost_allowance_per_resident",
    "core_allocation",
    "core_allocation_per_resident",
)


def measure_of(view: View) -> str:
    """The money measure the map shows."""
    return view.measure if view.measure in MEASURES else MEASURES[0]


def yours(view: View, assumed: Scenario, figures: pd.DataFrame) -> tuple[Measure, pd.Series] | None:
    """The measure shown and its figures by the user's assumptions, or None if untouched by them."""
    measure = BY_KEY[measure_of(view)]
    if own := _own_measure(measure, assumed):
        compute = partial(_by_assumptions, assumed=assumed, key=measure.key)
        # The line that costs per head are judged by is the cap, whoever set it.
        lines = (assumed.cap,) if measure.lines else ()
        return replace(own, compute=compute, lines=lines), own_values(measure.key, figures)
    return None


def _by_assumptions(atlas: Atlas, plan: Plan, *, assumed: Scenario, key: str) -> pd.Series:
    """A measure of each footprint of any plan by the user's assumptions."""
    return own_values(key, scenario.money_table(atlas, plan, assumed))


def own_values(key: str, figures: pd.DataFrame) -> pd.Series:
    """The figures of a measure from a money table."""
    match key:
        case "published_cost":
            return figures["baseline"]
        case "published_cost_per_head":
            return figures["baseline"] / figures["weighted_population"]
        case _:
            return figures[key]


# Whoever typed a cost, nobody published it.
_YOUR_LEAST = {
    "published_cost": "the smallest cost before the cut",
    "published_cost_per_head": "the lowest cost before the cut per weighted head",
}


def _own_measure(measure: Measure, assumed: Scenario) -> Measure | None:
    """What a measure is called by the user's assumptions, or None where they do not touch it."""
    if measure.key == "envelope" and not assumed.as_published:
        cap = POUNDS_EACH.text(assumed.cap)
        return replace(measure, name=f"Envelope at your {cap}", mark=YOURS)
    if measure.key not in _YOUR_LEAST:
        return None
    least = _YOUR_LEAST[measure.key]
    if assumed.baselines:
        return replace(measure, name="Cost before the cut, yours or published", least=least)
    by_cap = bool(measure.lines) and assumed.cap != CAP
    return replace(measure, least=least) if by_cap else None


def shared_of(
    work: Workspace, view: View, measure: Measure, figures: pd.DataFrame
) -> frozenset[str]:
    """The footprints whose figure is shared out, but for those of which the user gave all."""
    shared = plans.estimated(work, view.plan_key, view.base)
    if measure.key != "published_cost":
        return shared
    return shared - set(figures.index[figures["own_whole"]])


def layer_of(
    work: Workspace, view: View, plan: Plan, assumed: Scenario, figures: pd.DataFrame
) -> Layer:
    """The map of a money measure, by the user's assumptions where it depends on them."""
    if own := yours(view, assumed, figures):
        return _own_layer(work, view, plan, *own, shared_of(work, view, own[0], figures))
    return measure_layer(work, view, view.plan_key, measure_of(view))


def _own_layer(
    work: Workspace,
    view: View,
    plan: Plan,
    measure: Measure,
    values: pd.Series,
    shared: frozenset[str],
) -> Layer:
    whole = values.sum(skipna=False)
    layer = choropleth(
        plan,
        values,
        _classes(view, measure, values),
        measure,
        summary=measure_sentence(plan, measure, values, whole),
        estimated=shared,
    )
    return with_people(layer, work.residents)


def _classes(view: View, measure: Measure, values: pd.Series) -> Classes:
    cuts = tuple(cut * measure.unit.per for cut in view.cuts)
    try:
        return classify(values, measure.unit, scheme=view.scheme, count=view.classes, cuts=cuts)
    except ClassError:
        return classify(values, measure.unit)


def not_taken(
    work: Workspace, plan: Plan, figures: pd.DataFrame, assumed: Scenario, of: str = ""
) -> tuple[str, ...]:
    """Say which costs of the user's are not used in any footprint, or in one."""
    found = scenario.not_taken(work.atlas, plan, assumed, figures)
    here = [one for one in found if of in ("", one.footprint)]
    return sentences.not_taken(here, plan, figures, work.cost_names)
