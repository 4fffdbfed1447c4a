"""Pairs: two plans made ready to draw side by side, and what happens between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from footprint.english import listed
from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.marks import Mark
from footprint.maps.palette import OUT_OF_SCOPE_FILL
from footprint.plans.assignment import Footprint
from footprint.plans.comparison import Comparison, How
from footprint.plans.plan import noun, titled

_MOST_NAMES = 4
Pair = tuple[Layer, Layer]


def with_matches(pair: Pair, comparison: Comparison) -> Pair:
    """Say on each footprint which one of the other map it is matched with.

    Where it has no match, say where most of its people go or come from.
    """
    left, right = pair
    before, after = comparison.before.by_id, comparison.after.by_id
    goes_to = comparison.overlap.idxmax(axis=1).to_dict()
    came_from = comparison.overlap.idxmax(axis=0).to_dict()
    forwards, backwards = comparison.matches, comparison.came_from
    return (
        _telling(left, after, {"Becomes": forwards, "Most people go to": goes_to}),
        _telling(right, before, {"Was": backwards, "Most people come from": came_from}),
    )


def _telling(
    layer: Layer, others: Mapping[str, Footprint], words: Mapping[str, Mapping[str, str]]
) -> Layer:
    areas = []
    for area in layer.areas:
        word, found = next((word, found) for word, found in words.items() if area.id in found)
        name = others[found[area.id]].name
        match = () if name == area.name else (f"{word}: {name}",)
        areas.append(replace(area, tooltip=(*area.tooltip, *match)))
    return replace(layer, areas=tuple(areas))


def one_legend(pair: Pair) -> Layer:
    """One legend for both maps: rows that say the same are shown once, counted for each.

    Where no measure colours them, the colours only tell footprints apart.
    """
    left, right = ({replace(row, count=0): row.count for row in one.legend} for one in pair)
    legend = tuple(
        replace(row, count=here + there, counted=f"A {here}, B {there}")
        for row in left | right
        for here, there in [(left.get(row, 0), right.get(row, 0))]
    )
    notes = dict.fromkeys(filter(None, (pair[0].note, pair[1].note)))
    carried = "Matched footprints have the same colour on both maps where neighbours allow it."
    every = [*notes, *([] if pair[0].measure else [carried])]
    return replace(pair[0], legend=legend, note=" ".join(every))


def change_areas(comparison: Comparison) -> pd.Series:
    """The area each block is drawn in: its footprint after, or what happens to it and whence."""
    rows = comparison.changes
    named = rows["came_from"] + f" {_TO} " + rows["goes_to"]
    same = rows["how"] == "as it was"
    return named.mask(same, rows["goes_to"])


_TO = ">"


def change_layer(
    comparison: Comparison, colours: Mapping[str, str], district: pd.Series, *, summary: str
) -> Layer:
    """What joins, divides and moves: in the colour of its new footprint, the rest pale.

    `colours` are the second plan's; `district` is the district's name of each block.
    """
    area_of = change_areas(comparison)
    after = comparison.after
    parts = comparison.changed.groupby(["came_from", "goes_to", "how"], observed=True)
    going = [_change(part, rows, comparison, colours[part[1]], district) for part, rows in parts]
    same = set(area_of) & set(after.by_id)
    staying = [_as_it_was(after.by_id[one]) for one in after.by_id if one in same]
    areas = (*staying, *going)
    places = {area.id: place for place, area in enumerate(areas)}
    return Layer(
        title=f"What joins, divides and moves: {titled(comparison.before)} to {titled(after)}",
        summary=summary,
        areas=areas,
        area_of_block=tuple(places[area] for area in area_of),
        legend_title=f"What happens to each {noun(after, 1)}, or part of one",
        legend=_change_legend(going, len(staying)),
        note=f"Footprints are those of “{after.title}”. People move only when the footprint they "
        "lived in is divided and they leave the part that holds most of it.",
        footprint_of_block=footprint_positions(after),
    )


_MARKS: Mapping[How, Mark] = {"joins": Mark.JOINS, "stays": Mark.STAYS, "moves": Mark.MOVES}
_VERBS: Mapping[How, str] = {"joins": "joins", "stays": "stays, in", "moves": "moves to"}
_MEANING: Mapping[How, str] = {
    "joins": "Joins others, whole, in the colour of its new footprint",
    "stays": "Stays: the largest part of one that is divided",
    "moves": "Moves: a smaller part of one that is divided",
}


def _change(
    part: tuple[str, str, How],
    rows: pd.DataFrame,
    comparison: Comparison,
    colour: str,
    district: pd.Series,
) -> Area:
    origin, end, how = part
    came_from, goes_to = comparison.before.by_id[origin], comparison.after.by_id[end]
    people = rows["residents"].groupby(district).sum().sort_values(ascending=False)
    named = list(people.index[:_MOST_NAMES])
    if rest := len(people) - len(named):
        named.append(f"{rest} more")
    return Area(
        id=f"{origin} {_TO} {end}",
        name=f"{came_from.name} {_VERBS[how]} {goes_to.name}",
        fill=OUT_OF_SCOPE_FILL if how == "stays" else colour,
        marks=_MARKS[how],
        tooltip=(listed(named),),
        labelled=False,
    )


def _as_it_was(footprint: Footprint) -> Area:
    return Area(
        id=footprint.id,
        name=footprint.name,
        fill=OUT_OF_SCOPE_FILL,
        tooltip=("As it was",),
    )


def _change_legend(going: list[Area], staying: int) -> tuple[LegendRow, ...]:
    rows = [
        LegendRow(fill=some[0].fill, marks=mark, words=_MEANING[how], count=len(some))
        for how, mark in _MARKS.items()
        if (some := [area for area in going if area.marks is mark])
    ]
    return (*rows, LegendRow(fill=OUT_OF_SCOPE_FILL, words="As it was", count=staying))
