"""Layers: a plan made ready to draw, the same for screen and paper."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from footprint.maps.palette import OUT_OF_SCOPE_FILL
from footprint.plans.plan import Plan

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
    `measure` is the key of the measure that colours it, "" where colours say something else.
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
    measure: str = ""

    def position(self, footprint: str) -> int:
        """Return where a footprint stands among the areas, or -1 for one that is not there."""
        ids = [area.id for area in self.areas]
        # The area of nobody has no code, so no code must not select it.
        return ids.index(footprint) if footprint and footprint in ids else -1


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


def owners(plan: Plan) -> tuple[int, ...]:
    """Where each block's footprint stands in the plan's order, by block in sorted order."""
    places = {footprint.id: place for place, footprint in enumerate(plan.footprints)}
    return tuple(places[footprint] for footprint in plan.footprint_of)
