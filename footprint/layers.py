"""Layers: a plan made ready to draw, the same for screen and paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from footprint.classes import Classes
from footprint.colours import NO_FIGURE_FILL, OUT_OF_SCOPE_FILL, sequential
from footprint.measures import NO_FIGURE, Measure
from footprint.plans import KIND_MEANING, KIND_WORDS, Plan

ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
    "Contains OS data © Crown copyright and database right 2023-2026."
)


@dataclass(frozen=True)
class Area:
    """One footprint as it is drawn: its colour, and every word shown on it.

    `value` stands under the name on the map; `lines` stand under the name when it is pointed at.
    `dashed` says that boundaries of ICBs inside it are still in force and are drawn.
    """

    id: str
    name: str
    fill: str
    hatch: bool
    dashed: bool
    value: str
    lines: tuple[str, ...]
    labelled: bool = True


@dataclass(frozen=True)
class LegendRow:
    """One line of a legend: what the mark looks like, what it means, how many there are."""

    fill: str
    hatch: bool
    dashed: bool
    words: str
    count: int


@dataclass(frozen=True)
class Layer:
    """Everything one map shows, before anybody draws it.

    `owner` gives each block, in sorted order, its area's position.
    """

    title: str
    summary: str
    areas: tuple[Area, ...]
    owner: tuple[int, ...]
    legend_title: str
    legend: tuple[LegendRow, ...]
    note: str = ""
    attribution: str = ATTRIBUTION

    def position(self, footprint: str) -> int:
        """Return where a footprint stands among the areas, or -1."""
        ids = [area.id for area in self.areas]
        return ids.index(footprint) if footprint in ids else -1


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
            footprint.id, footprint.name, footprint.kind, values, classes, fills, measure, estimated
        )
        for footprint in plan.footprints
    )
    return Layer(
        title=f"{measure.label}: {plan.title}",
        summary=summary,
        areas=areas,
        owner=_owner(plan),
        legend_title=measure.label,
        legend=_class_rows(classes, fills),
        note="Figures marked (estimated) share a figure published for a whole ICB by residents."
        if measure.shared and estimated
        else "",
    )


def _valued(
    footprint: str,
    name: str,
    kind: str,
    values: pd.Series,
    classes: Classes,
    fills: tuple[str, ...],
    measure: Measure,
    estimated: frozenset[str],
) -> Area:
    value = values[footprint]
    number = classes.of(value)
    said = measure.unit.text(value)
    mark = (
        " (estimated)" if measure.shared and footprint in estimated and number is not None else ""
    )
    return Area(
        id=footprint,
        name=name,
        fill=NO_FIGURE_FILL if number is None else fills[number],
        hatch=number is None,
        dashed=kind == "cluster",
        value=said,
        lines=(f"{said}{mark}", measure.label, KIND_WORDS[kind]),
    )


def _class_rows(classes: Classes, fills: tuple[str, ...]) -> tuple[LegendRow, ...]:
    rows = [
        LegendRow(fill, False, False, words, count)
        for fill, words, count in zip(fills, classes.words(), classes.counts, strict=True)
    ]
    if classes.missing:
        rows.append(LegendRow(NO_FIGURE_FILL, True, False, NO_FIGURE.capitalize(), classes.missing))
    return tuple(rows)


def membership(
    plan: Plan,
    colours: Mapping[str, str],
    inside: Mapping[str, str],
    *,
    summary: str,
) -> Layer:
    """Colour each footprint so that it stands apart from its neighbours.

    `inside` says in words which ICBs make up each footprint. Footprints a regional plan only
    borrows from its base are drawn grey and without a name.
    """
    own = plan.drawn or frozenset(plan.by_id)
    areas = tuple(
        Area(
            id=footprint.id,
            name=footprint.name,
            fill=colours[footprint.id] if footprint.id in own else OUT_OF_SCOPE_FILL,
            hatch=False,
            dashed=footprint.kind == "cluster",
            value="",
            lines=(KIND_WORDS[footprint.kind], inside[footprint.id]),
            labelled=footprint.id in own,
        )
        for footprint in plan.footprints
    )
    return Layer(
        title=f"Who joins whom: {plan.title}",
        summary=summary,
        areas=areas,
        owner=_owner(plan),
        legend_title="What each footprint is",
        legend=_kind_rows(plan, own),
        note="Colours only tell neighbours apart.",
    )


def _kind_rows(plan: Plan, own: frozenset[str]) -> tuple[LegendRow, ...]:
    kinds = [footprint.kind for footprint in plan.footprints if footprint.id in own]
    rows = [
        LegendRow(
            "#ffffff", False, kind == "cluster", f"{KIND_WORDS[kind]}: {meaning}", kinds.count(kind)
        )
        for kind, meaning in KIND_MEANING.items()
        if kind in kinds
    ]
    borrowed = len(plan.footprints) - len(kinds)
    if borrowed:
        rows.append(LegendRow(OUT_OF_SCOPE_FILL, False, False, "Outside this option", borrowed))
    return tuple(rows)


def _owner(plan: Plan) -> tuple[int, ...]:
    places = {footprint.id: place for place, footprint in enumerate(plan.footprints)}
    return tuple(places[footprint] for footprint in plan.footprint_of)
