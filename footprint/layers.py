"""Layers: a plan made ready to draw, the same for screen and paper."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from footprint.classes import Classes
from footprint.colours import NO_FIGURE_FILL, OUT_OF_SCOPE_FILL, sequential
from footprint.coterminosity import Tier, rounded_shares
from footprint.measures import NO_FIGURE, Measure
from footprint.plans import KIND_MEANING, KIND_WORDS, Footprint, Plan

ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
    "Contains OS data © Crown copyright and database right 2023-2026."
)
# A row of a legend whose colour says nothing: only its marks do.
NO_MARK_FILL = "#ffffff"


@dataclass(frozen=True)
class Area:
    """One footprint as it is drawn: its colour, and every word shown on it.

    `value` stands under the name on the map; `lines` stand under the name when it is pointed at.
    `dashed` says that boundaries of ICBs inside it are still in force and are drawn; `dotted`
    marks a merger where colour only tells neighbours apart.
    """

    id: str
    name: str
    fill: str
    hatch: bool
    dashed: bool
    value: str
    lines: tuple[str, ...]
    labelled: bool = True
    dotted: bool = False


@dataclass(frozen=True)
class LegendRow:
    """One line of a legend: what the mark looks like, what it means, how many there are.

    `counted` says the count in words, where one legend serves two maps.
    """

    fill: str
    hatch: bool
    dashed: bool
    words: str
    count: int
    dotted: bool = False
    counted: str = ""


@dataclass(frozen=True)
class Layer:
    """Everything one map shows, before anybody draws it.

    `owner` gives each block, in sorted order, its area's position. `frame`, where it is given,
    numbers the footprint of each block: thick lines then part footprints and thin lines areas.
    """

    title: str
    summary: str
    areas: tuple[Area, ...]
    owner: tuple[int, ...]
    legend_title: str
    legend: tuple[LegendRow, ...]
    note: str = ""
    attribution: str = ATTRIBUTION
    frame: tuple[int, ...] = ()

    def position(self, footprint: str) -> int:
        """Return where a footprint stands among the areas, or -1 for one that is not there."""
        ids = [area.id for area in self.areas]
        # The area of nobody has no code, so no code must not select it.
        return ids.index(footprint) if footprint and footprint in ids else -1


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
        owner=_owner(plan),
        legend_title=measure.label,
        legend=_class_rows(classes, fills),
        note=_note(measure, estimated),
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
            dotted=footprint.kind == "merger" and footprint.id in own,
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
        note="A footprint is the area one leadership team covers. "
        "Colours only tell neighbours apart.",
    )


def _kind_rows(plan: Plan, own: frozenset[str]) -> tuple[LegendRow, ...]:
    kinds = [footprint.kind for footprint in plan.footprints if footprint.id in own]
    rows = [
        LegendRow(
            NO_MARK_FILL,
            False,
            kind == "cluster",
            f"{KIND_WORDS[kind]}: {meaning}",
            kinds.count(kind),
            dotted=kind == "merger",
        )
        for kind, meaning in KIND_MEANING.items()
        if kind in kinds
    ]
    borrowed = len(plan.footprints) - len(kinds)
    if borrowed:
        rows.append(LegendRow(OUT_OF_SCOPE_FILL, False, False, "Outside this option", borrowed))
    return tuple(rows)


def counted_in(layer: Layer, blocks: Collection[int]) -> Layer:
    """The same layer with its legend counting only the areas that some blocks, by position, touch.

    Colours that are only found outside have no count there, for the picture may show them.
    """
    here = {layer.owner[block] for block in blocks}
    rows = []
    for row in layer.legend:
        count = sum(_has_mark(layer.areas[area], row) for area in here)
        apart = row.fill != NO_MARK_FILL and not count
        rows.append(replace(row, count=count, counted="elsewhere" if apart else ""))
    return replace(layer, legend=tuple(row for row in rows if row.count or row.counted))


def _has_mark(area: Area, row: LegendRow) -> bool:
    if row.fill == NO_MARK_FILL:
        marks = (area.dashed, area.dotted) == (row.dashed, row.dotted)
        return marks and area.fill != OUT_OF_SCOPE_FILL
    return (area.fill, area.hatch) == (row.fill, row.hatch)


def _owner(plan: Plan) -> tuple[int, ...]:
    places = {footprint.id: place for place, footprint in enumerate(plan.footprints)}
    return tuple(places[footprint] for footprint in plan.footprint_of)


WHOLE_FILL, NEARLY_FILL, SPLIT_FILL, SHATTERED_FILL = "#dbe5ec", "#b8d4ee", "#f2a58c", "#d9603b"


def authorities(
    plan: Plan, tier: Tier, table: pd.DataFrame, pieces: pd.DataFrame, *, summary: str
) -> Layer:
    """Show which authorities a plan keeps whole and which it splits, over its footprints.

    `table` and `pieces` are what coterminosity says of the plan and the tier.
    """
    by_authority = dict(tuple(pieces.groupby("authority")))
    drawn = [
        _authority(code, row, by_authority[code], plan)
        for code, row in zip(table.index, table.itertuples(), strict=True)
    ]
    places = {area.id: place for place, area in enumerate(drawn)}
    home = tier.main_of_block.reindex(plan.footprint_of.index)
    nobody = Area("", f"No {tier.one}", OUT_OF_SCOPE_FILL, False, False, "", (), labelled=False)
    return Layer(
        title=f"{tier.label}: {plan.title}",
        summary=summary,
        areas=(*drawn, nobody),
        owner=tuple(places.get(code, len(drawn)) for code in home),
        legend_title=f"How many footprints each {tier.one} works with",
        legend=_split_rows(table, tier, uncovered=bool(home.isna().any())),
        note="Thick lines are footprints, thin lines authorities. " + tier.note,
        frame=_owner(plan),
    )


def _authority(code: str, row: NamedTuple, pieces: pd.DataFrame, plan: Plan) -> Area:
    shares = rounded_shares(pieces["share"])
    named = [plan.by_id[footprint].name for footprint in pieces["footprint"]]
    lines = [f"{share} in {name}" for share, name in zip(shares, named, strict=True)]
    return Area(
        id=code,
        name=row.name,
        fill=_split_fill(row),
        hatch=row.split,
        dashed=False,
        value=f"{rounded_shares([row.outside])[0]} outside" if row.split else "",
        lines=(f"Split, {row.origin}" if row.split else "Whole", *lines),
        labelled=row.split,
    )


def _split_fill(row: NamedTuple) -> str:
    if row.split:
        return SPLIT_FILL if row.footprints == 2 else SHATTERED_FILL
    return WHOLE_FILL if row.footprints == 1 else NEARLY_FILL


def _split_rows(table: pd.DataFrame, tier: Tier, *, uncovered: bool) -> tuple[LegendRow, ...]:
    fills = [_split_fill(row) for row in table.itertuples()]
    rows = [
        LegendRow(fill, fill in (SPLIT_FILL, SHATTERED_FILL), False, words, fills.count(fill))
        for fill, words in (
            (WHOLE_FILL, "One"),
            (NEARLY_FILL, "Two or more, but whole within the tolerance"),
            (SPLIT_FILL, "Two: split"),
            (SHATTERED_FILL, "Three or more: split"),
        )
        if fill in fills
    ]
    if uncovered:
        rows.append(LegendRow(OUT_OF_SCOPE_FILL, False, False, f"No {tier.one}", 1))
    return tuple(rows)
