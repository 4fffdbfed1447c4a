"""Choropleth: a measure under a plan, each footprint in the colour of its class."""

from __future__ import annotations

import pandas as pd

from footprint.maps.layer import Area, Layer, LegendRow, owners
from footprint.maps.palette import NO_FIGURE_FILL, sequential
from footprint.measures.catalogue import Measure
from footprint.measures.classes import Classes
from footprint.measures.units import NO_FIGURE
from footprint.plans.plan import KIND_WORDS, Footprint, Plan


def choropleth(
    plan: Plan,
    values: pd.Series,
    classes: Classes,
    measure: Measure,
    *,
    summary: str,
    estimated: frozenset[str] = frozenset(),
) -> Layer:
    """Colour each footprint by the class its value falls in."""
    fills = sequential(len(classes))
    areas = tuple(
        _valued(
            footprint,
            values[footprint.id],
            classes,
            measure,
            estimated=footprint.id in estimated,
        )
        for footprint in plan.footprints
    )
    return Layer(
        title=f"{measure.label}: {plan.title}",
        summary=summary,
        areas=areas,
        owner=owners(plan),
        legend_title=measure.label,
        legend=_class_rows(classes, fills),
        note=_note(measure, estimated),
        measure=measure.key,
    )


def _note(measure: Measure, estimated: frozenset[str]) -> str:
    if not (measure.shared and estimated):
        return measure.why
    shared = "Figures marked (estimated) share a figure published for a whole ICB by residents."
    return f"{measure.why} {shared}"


def _valued(
    footprint: Footprint, value: float, classes: Classes, measure: Measure, *, estimated: bool
) -> Area:
    number = classes.of(value)
    said = measure.unit.text(value)
    marked = estimated and measure.shared and number is not None
    return Area(
        id=footprint.id,
        name=footprint.name,
        fill=NO_FIGURE_FILL if number is None else sequential(len(classes))[number],
        hatch=number is None,
        dashed=footprint.kind == "cluster",
        value=f"{said} est." if marked else said,
        lines=(
            f"{said} (estimated)" if marked else said,
            measure.label,
            KIND_WORDS[footprint.kind],
        ),
    )


def _class_rows(classes: Classes, fills: tuple[str, ...]) -> tuple[LegendRow, ...]:
    rows = [
        LegendRow(fill, False, False, words, count)
        for fill, words, count in zip(fills, classes.words(), classes.counts, strict=True)
    ]
    if classes.missing:
        rows.append(LegendRow(NO_FIGURE_FILL, True, False, NO_FIGURE.capitalize(), classes.missing))
    return tuple(rows)
