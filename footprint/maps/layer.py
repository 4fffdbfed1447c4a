"""Layers: a plan made ready to draw, the same for screen and paper."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from footprint.english import short_name
from footprint.maps.marks import Mark
from footprint.maps.palette import OUT_OF_SCOPE_FILL, PAPER
from footprint.plans.assignment import Assignment
from footprint.plans.plan import Plan

ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
    "Contains OS data © Crown copyright and database right 2023-2026."
)


NAME_OF_FOOTPRINT = "Name of a footprint"
"""What a name in bold is, on a map of authorities."""


@dataclass(frozen=True, kw_only=True)
class Area:
    """One footprint or authority as it is drawn: its colour, and every word shown on it.

    `value` stands under the name on the map; the lines of `tooltip` stand under the name when it
    is pointed at: what it is, what the map shows of it, and its people. `label` is written on the
    map where that is not the name itself.
    """

    id: str
    name: str
    fill: str
    marks: Mark = Mark.NONE
    value: str = ""
    tooltip: tuple[str, ...] = ()
    labelled: bool = True
    label: str = ""

    @property
    def short(self) -> str:
        """The name as it is written on a map."""
        return self.label or short_name(self.name)


@dataclass(frozen=True, kw_only=True)
class LegendRow:
    """One line of a legend: a colour and marks, what they mean, how many areas have them.

    Without a `fill` the colour says nothing, only the marks do. `counted` says the count in
    words, where one legend serves two maps.
    """

    fill: str | None
    marks: Mark = Mark.NONE
    words: str
    count: int
    counted: str = ""

    @property
    def swatch_fill(self) -> str:
        """The colour its marks are shown on."""
        return self.fill or PAPER


@dataclass(frozen=True)
class Layer:
    """Everything one map shows, before anybody draws it.

    `area_of_block` gives each block, in sorted order, its area's position. `footprint_of_block`,
    where it is given, numbers the footprint of each block: thick lines then part footprints and
    thin lines areas, and `footprint_names` are what maps call them. `bodies_of_block` numbers
    the statutory body of each block, whose boundaries are drawn inside areas marked as still in
    force; `clusters_of_block` the cluster, 0 for none, whose boundaries are drawn thicker than
    those of areas. `measure` is the key of the measure that colours it, "" where colours say
    something else. `changed_of_block` numbers the areas that are outlined because they changed, 0
    for none.
    """

    title: str
    summary: str
    areas: tuple[Area, ...]
    area_of_block: tuple[int, ...]
    legend_title: str
    legend: tuple[LegendRow, ...]
    note: str = ""
    attribution: str = ATTRIBUTION
    footprint_of_block: tuple[int, ...] = ()
    footprint_names: tuple[str, ...] = ()
    bodies_of_block: tuple[int, ...] = ()
    clusters_of_block: tuple[int, ...] = ()
    changed_of_block: tuple[int, ...] = ()
    measure: str = ""

    def position(self, footprint: str) -> int:
        """Return where a footprint stands among the areas, or -1 for one that is not there."""
        ids = [area.id for area in self.areas]
        # The area of nobody has no code, so no code must not select it.
        return ids.index(footprint) if footprint and footprint in ids else -1

    @property
    def unnamed(self) -> Layer:
        """The same layer with no name written on its map."""
        areas = tuple(replace(area, labelled=False) for area in self.areas)
        return replace(self, areas=areas, footprint_names=())


@dataclass(frozen=True)
class Units:
    """What a press on a map takes, where that is smaller than its areas: districts, say.

    `of` numbers the unit of each block, in sorted order; `names` and `told` say of each its name
    and its people.
    """

    of: tuple[int, ...]
    names: tuple[str, ...]
    told: tuple[str, ...]


def row_of(area: Area, legend: Iterable[LegendRow]) -> LegendRow | None:
    """Return the row of a legend that explains an area: by its colour, or else by its marks."""
    rows = tuple(legend)
    by_fill = [row for row in rows if row.fill == area.fill and row.marks in area.marks]
    # A colour without marks explains nothing but itself.
    by_marks = [row for row in rows if row.marks == area.marks and (row.marks or not row.fill)]
    return next(iter((*by_fill, *by_marks)), None)


def counted_in(layer: Layer, blocks: Collection[int]) -> Layer:
    """The same layer with its legend counting only the areas that some blocks, by position, touch.

    Colours that are only found outside have no count there, for the picture may show them.
    """
    here = {layer.area_of_block[block] for block in blocks}
    explained = [row_of(layer.areas[area], layer.legend) for area in here]
    rows = []
    lined = {
        Mark.CLUSTER_BOUNDARY: _numbered(layer.clusters_of_block, blocks),
        Mark.CHANGED: _numbered(layer.changed_of_block, blocks),
    }
    for row in layer.legend:
        count = lined[row.marks] if row.marks in lined else explained.count(row)
        apart = row.fill is not None and not count
        # What belongs to nobody is not counted, here or elsewhere.
        kept = row.counted if row.fill == OUT_OF_SCOPE_FILL else ""
        rows.append(replace(row, count=count, counted="elsewhere" if apart else kept))
    return replace(layer, legend=tuple(row for row in rows if row.count or row.counted))


def _numbered(numbers: Sequence[int], blocks: Collection[int]) -> int:
    """How many numbers other than 0 some blocks have."""
    return len({numbers[block] for block in blocks if numbers} - {0})


def with_changes(layer: Layer, changed: Sequence[int], words: str) -> Layer:
    """Outline the areas that changed, by a number for each block; `words` say since when."""
    count = len(set(changed) - {0})
    if not count:
        return layer
    row = LegendRow(fill=None, marks=Mark.CHANGED, words=words, count=count)
    return replace(layer, changed_of_block=tuple(changed), legend=(*layer.legend, row))


def with_outline(layer: Layer, words: str, count: int) -> Layer:
    """Say in the legend what is outlined, and how many; the map itself is told which."""
    if not count:
        return layer
    row = LegendRow(fill=None, marks=Mark.CHANGED, words=words, count=count)
    return replace(layer, legend=(*layer.legend, row))


def occupied(layer: Layer) -> Layer:
    """The same layer without the rows of its legend that nothing has."""
    return replace(layer, legend=tuple(row for row in layer.legend if row.count))


def with_people(layer: Layer, residents: Sequence[int]) -> Layer:
    """Say of every area how many live in it; `residents` are those of each block, in sorted order.

    A map of residents says so already.
    """
    if layer.measure == "residents":
        return layer
    people = [0] * len(layer.areas)
    for area, count in zip(layer.area_of_block, residents, strict=True):
        people[area] += count
    told = (
        replace(area, tooltip=(*area.tooltip, f"Residents: {count:,}"))
        for area, count in zip(layer.areas, people, strict=True)
    )
    return replace(layer, areas=tuple(told))


def footprint_positions(plan: Plan) -> tuple[int, ...]:
    """Where each block's footprint stands in the plan's order, by block in sorted order."""
    return positions_in(plan.assigned)


def positions_in(assigned: Assignment) -> tuple[int, ...]:
    """Where each block's footprint stands among those of one layer of a plan."""
    places = {footprint.id: place for place, footprint in enumerate(assigned.footprints)}
    return tuple(places[footprint] for _, footprint in assigned.pairs)


def in_both_layers(layer: Layer, plan: Plan) -> Layer:
    """Add the boundaries of the plan's other layer: clusters thicker, bodies dashed inside one."""
    if plan.seen == "teams":
        return replace(layer, bodies_of_block=positions_in(plan.bodies))
    numbers = _clusters(plan)
    if not numbers:
        return layer
    row = LegendRow(
        fill=None,
        marks=Mark.CLUSTER_BOUNDARY,
        words="Boundary of a cluster: one leadership team over several ICBs",
        count=len(numbers),
    )
    owners = tuple(numbers.get(team, 0) for _, team in plan.teams.pairs)
    return replace(layer, clusters_of_block=owners, legend=(*layer.legend, row))


def _clusters(plan: Plan) -> dict[str, int]:
    """A number from 1 for each team that is a cluster."""
    kinds = plan.seen_as("teams").kinds
    clusters = [team for team, kind in kinds.items() if kind == "cluster"]
    return {team: number for number, team in enumerate(clusters, start=1)}


def in_one_layer(layer: Layer) -> Layer:
    """Leave out the boundaries of the layer that is not looked at."""
    areas = (replace(area, marks=area.marks & ~Mark.STILL_IN_FORCE) for area in layer.areas)
    rows = (replace(row, marks=row.marks & ~Mark.STILL_IN_FORCE) for row in layer.legend)
    return replace(layer, areas=tuple(areas), legend=tuple(rows))
