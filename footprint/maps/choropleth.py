"""Choropleth: a measure under a plan, each footprint in the colour of its class."""

from __future__ import annotations

import pandas as pd

from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.marks import Mark, in_force
from footprint.maps.palette import NO_FIGURE_FILL, sequential
from footprint.measures.catalogue import Measure
from footprint.measures.classes import Classes
from footprint.measures.marks import BY_SHARE
from footprint.measures.units import NO_FIGURE
from footprint.plans.assignment import Footprint
from footprint.plans.kinds import KIND_WORDS, Kind
from footprint.plans.plan import Plan, titled


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
            plan.kinds[footprint.id],
            values[footprint.id],
            classes,
            measure,
            estimated=footprint.id in estimated,
        )
        for footprint in plan.footprints
    )
    return Layer(
        title=f"{measure.spoken}: {titled(plan)}",
        summary=summary,
        areas=areas,
        area_of_block=footprint_positions(plan),
        legend_title=measure.label,
        legend=_class_rows(classes, fills),
        note=_note(measure, plan, estimated),
        measure=measure.key,
    )


def _note(measure: Measure, plan: Plan, estimated: frozenset[str]) -> str:
    said = [measure.why]
    if measure.shared and estimated:
        said.append(
            f"Figures marked ({BY_SHARE}) share a figure published for a whole ICB by residents."
        )
    if measure.shared and "cluster" in plan.kinds.values():
        said.append(
            "Allocations and accounts belong to each ICB: the figure of a cluster takes its ICBs "
            "together."
        )
    return " ".join(said)


def _valued(
    footprint: Footprint,
    kind: Kind,
    value: float,
    classes: Classes,
    measure: Measure,
    *,
    estimated: bool,
) -> Area:
    number = classes.of(value)
    text = measure.unit.text(value)
    shared = estimated and measure.shared and number is not None
    return Area(
        id=footprint.id,
        name=footprint.name,
        fill=NO_FIGURE_FILL if number is None else sequential(len(classes))[number],
        marks=in_force(kind) | (Mark.NO_FIGURE if number is None else Mark.NONE),
        value=f"{text} by share" if shared else text,
        tooltip=(
            KIND_WORDS[kind],
            f"{measure.label}: {text} ({BY_SHARE})" if shared else f"{measure.label}: {text}",
        ),
    )


def _class_rows(classes: Classes, fills: tuple[str, ...]) -> tuple[LegendRow, ...]:
    rows = [
        LegendRow(fill=fill, words=words, count=count)
        for fill, words, count in zip(fills, classes.words(), classes.counts, strict=True)
    ]
    if classes.missing:
        rows.append(
            LegendRow(
                fill=NO_FIGURE_FILL,
                marks=Mark.NO_FIGURE,
                words=NO_FIGURE.capitalize(),
                count=classes.missing,
            )
        )
    return tuple(rows)
