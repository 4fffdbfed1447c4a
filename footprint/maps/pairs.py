"""Pairs: two plans made ready to draw side by side, and what changes hands between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from footprint.english import listed
from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.marks import Mark
from footprint.maps.palette import OUT_OF_SCOPE_FILL
from footprint.plans.comparison import Comparison
from footprint.plans.plan import Footprint

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


def reassignment_areas(comparison: Comparison) -> pd.Series:
    """The area each block is drawn in: its footprint after, or the move it is part of."""
    goes_to = comparison.after.footprint_of.astype(object)
    blocks = comparison.reassigned
    named = blocks["came_from"].astype(str) + " > " + blocks["goes_to"].astype(str)
    return named.reindex(goes_to.index).fillna(goes_to)


def reassignment_layer(
    comparison: Comparison, colours: Mapping[str, str], district: pd.Series, *, summary: str
) -> Layer:
    """What changes hands: each move in the colour of its new footprint, the rest pale.

    `colours` are the second plan's; `district` is the district's name of each block.
    """
    area_of = reassignment_areas(comparison)
    after = comparison.after
    moves = dict(tuple(comparison.reassigned.groupby(["came_from", "goes_to"], observed=True)))
    going = [
        _move(pair, rows, comparison, colours[pair[1]], district) for pair, rows in moves.items()
    ]
    staying = [_staying(after.by_id[one]) for one in after.by_id if one in set(area_of)]
    areas = (*staying, *going)
    places = {area.id: place for place, area in enumerate(areas)}
    return Layer(
        title=f"What changes hands: {comparison.before.title} to {after.title}",
        summary=summary,
        areas=areas,
        area_of_block=tuple(places[area] for area in area_of),
        legend_title="What changes hands",
        legend=_legend(going, len(staying)),
        note=f"Footprints and names are those of “{after.title}”. Where footprints join, the one "
        "with which most people stay counts as going on; the others change hands.",
        footprint_of_block=footprint_positions(after),
    )


def _move(
    pair: tuple[str, str],
    rows: pd.DataFrame,
    comparison: Comparison,
    colour: str,
    district: pd.Series,
) -> Area:
    came_from, goes_to = comparison.before.by_id[pair[0]], comparison.after.by_id[pair[1]]
    people = rows["residents"].groupby(district).sum().sort_values(ascending=False)
    named = list(people.index[:_MOST_NAMES])
    if rest := len(people) - len(named):
        named.append(f"{rest} more")
    return Area(
        id=f"{pair[0]} > {pair[1]}",
        name=f"{came_from.name} → {goes_to.name}",
        fill=colour,
        marks=Mark.CHANGES_HANDS,
        tooltip=(f"{rows['residents'].sum():,.0f} residents", listed(named)),
        labelled=False,
    )


def _staying(footprint: Footprint) -> Area:
    return Area(
        id=footprint.id,
        name=footprint.name,
        fill=OUT_OF_SCOPE_FILL,
        tooltip=("Nothing here changes hands",),
    )


def _legend(going: list[Area], staying: int) -> tuple[LegendRow, ...]:
    rows = [LegendRow(fill=OUT_OF_SCOPE_FILL, words="Stays where it is", count=staying)]
    if going:
        words = "Changes hands, in the colour of its new footprint"
        example = LegendRow(
            fill=going[0].fill, marks=Mark.CHANGES_HANDS, words=words, count=len(going)
        )
        rows.insert(0, example)
    return tuple(rows)
