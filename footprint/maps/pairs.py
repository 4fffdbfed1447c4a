"""Pairs: plans made ready to draw side by side, and what happens between two of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from footprint.english import listed, short_name
from footprint.maps.layer import Area, Layer, LegendRow, counted_in, footprint_positions
from footprint.maps.marks import Mark
from footprint.maps.palette import OUT_OF_SCOPE_FILL, PAPER
from footprint.plans.assignment import Footprint
from footprint.plans.comparison import Comparison, How
from footprint.plans.plan import Plan, noun, titled
from footprint.plans.scope import Scope, inside

_MOST_NAMES = 4
_NOT_COMPARED = "not compared"
Pair = tuple[Layer, Layer]


def with_matches(pair: Pair, comparison: Comparison) -> Pair:
    """Say on each footprint which one of the other map it is matched with.

    Where it has no match, say where most of its people go or come from.
    """
    left, right = pair
    before, after = comparison.before.by_id, comparison.after.by_id
    shared = comparison.overlap
    goes_to = shared[shared.sum(axis=1) > 0].idxmax(axis=1).to_dict()
    came_from = shared.loc[:, shared.sum() > 0].idxmax(axis=0).to_dict()
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
        told = [(word, found[area.id]) for word, found in words.items() if area.id in found]
        match = [(word, others[one].name) for word, one in told[:1]]
        lines = (f"{word}: {name}" for word, name in match if name != area.name)
        areas.append(replace(area, tooltip=(*area.tooltip, *lines)))
    return replace(layer, areas=tuple(areas))


def one_legend(layers: Sequence[Layer], letters: Sequence[str]) -> Layer:
    """One legend for all maps: rows that say the same are shown once, counted for each by letter.

    Where no measure colours them, the colours only tell footprints apart.
    """
    counts = [{replace(row, count=0): row.count for row in one.legend} for one in layers]
    legend = tuple(
        replace(row, count=sum(here), counted=row.counted or _by_letter(letters, here))
        for row in dict.fromkeys(row for rows in counts for row in rows)
        for here in [[rows.get(row, 0) for rows in counts]]
    )
    notes = dict.fromkeys(filter(None, (one.note for one in layers)))
    maps = "both maps" if len(layers) == 2 else "all maps"
    carried = f"Matched footprints have the same colour on {maps} where neighbours allow it."
    every = [*notes, *([] if layers[0].measure else [carried])]
    return replace(layers[0], legend=legend, note=" ".join(every))


def _by_letter(letters: Sequence[str], counts: Sequence[int]) -> str:
    return ", ".join(sorted(map("{} {}".format, letters, counts)))


def faded(layer: Layer, plan: Plan, scope: Scope) -> Layer:
    """The same layer with every footprint outside a scope pale and without a name.

    The legend counts what is in scope, and says that what is pale is not compared: how many areas
    a plan has there says nothing of it.
    """
    if scope.everywhere:
        return layer
    here = set(inside(plan, scope.blocks))
    pale = apart(layer, scope.positions(plan), scope)
    areas = (area if area.id in here else replace(area, labelled=False) for area in pale.areas)
    *rows, outside = pale.legend
    legend = (*rows, replace(outside, counted=_NOT_COMPARED))
    return replace(pale, areas=tuple(areas), legend=legend)


def apart(layer: Layer, blocks: Collection[int], scope: Scope) -> Layer:
    """The same layer with every area pale that the blocks of a scope, by position, do not touch.

    Names stay, so that one sees where it lies; values go.
    """
    here = {layer.area_of_block[block] for block in blocks}
    areas = tuple(area if place in here else _pale(area) for place, area in enumerate(layer.areas))
    rows = [
        row if row.fill == OUT_OF_SCOPE_FILL else replace(row, counted="")
        for row in counted_in(layer, blocks).legend
        if row.count or row.fill != OUT_OF_SCOPE_FILL
    ]
    # What belongs to nobody is no area.
    others = [area for place, area in enumerate(layer.areas) if area.id and place not in here]
    outside = _outside(scope, len(others))
    return replace(
        layer,
        areas=areas,
        legend=(*rows, outside),
        clusters_of_block=_clusters(layer, blocks),
    )


def _clusters(layer: Layer, touched: Collection[int]) -> tuple[int, ...]:
    """The clusters whose boundaries are drawn: those with a part in scope."""
    here = {layer.clusters_of_block[place] for place in touched if layer.clusters_of_block}
    return tuple(one if one in here else 0 for one in layer.clusters_of_block)


def _pale(area: Area) -> Area:
    return replace(area, fill=OUT_OF_SCOPE_FILL, marks=Mark.NONE, value="")


def _outside(scope: Scope, count: int) -> LegendRow:
    return LegendRow(fill=OUT_OF_SCOPE_FILL, words=f"Outside {scope.name}", count=count)


def change_areas(comparison: Comparison) -> pd.Series:
    """The area each block is drawn in: its footprint after, or what happens to it and whence."""
    rows = comparison.changes
    named = rows["came_from"] + f" {_TO} " + rows["goes_to"]
    same = rows["how"] == "as it was"
    areas = named.mask(same, rows["goes_to"])
    return areas.reindex(comparison.residents.index, fill_value=_ELSEWHERE)


_TO = ">"
_ELSEWHERE = "elsewhere"


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
    scope = comparison.scope
    count = len(after.by_id) - len(inside(after, scope.blocks))
    # Grey is what stays as it was, so that what does not count has no colour at all.
    outside = (
        []
        if scope.everywhere
        else [replace(_outside(scope, count), fill=PAPER, counted=_NOT_COMPARED)]
    )
    areas = (*staying, *going, *map(_elsewhere, outside))
    places = {area.id: place for place, area in enumerate(areas)}
    return Layer(
        title=f"What joins, divides and moves: {titled(comparison.before)} to {titled(after)}",
        summary=summary,
        areas=areas,
        area_of_block=tuple(places[area] for area in area_of),
        legend_title=f"What happens to each {noun(after, 1)}, or part of one",
        legend=(*_change_legend(going, len(staying)), *outside),
        note=f"Footprints are those of “{after.title}”. People count as moving when their "
        "footprint is divided and they are outside the part that continues it (or its largest "
        "part).",
        footprint_of_block=footprint_positions(after),
    )


def _elsewhere(row: LegendRow) -> Area:
    return Area(id=_ELSEWHERE, name=row.words, fill=PAPER, labelled=False)


_MARKS: Mapping[How, Mark] = {
    "joins": Mark.JOINS,
    "receives": Mark.RECEIVES,
    "stays": Mark.STAYS,
    "moves": Mark.MOVES,
}
_MEANING: Mapping[How, str] = {
    "joins": "Joins others, whole, in the colour of its new footprint",
    "receives": "Only receives people who move, and keeps all of its own",
    "stays": "Stays: the part that continues one that is divided (or its largest part)",
    "moves": "Moves: another part of one that is divided",
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
        name=_happening(how, came_from.name, goes_to.name),
        fill=OUT_OF_SCOPE_FILL if how == "stays" else colour,
        marks=_MARKS[how],
        tooltip=(listed(named),),
        label=_label(how, short_name(came_from.name), short_name(goes_to.name)),
    )


def _label(how: How, came_from: str, goes_to: str) -> str:
    """What is written on it: of what moves both ends, for one divided part may go to several."""
    return f"from {came_from} to {goes_to}" if how == "moves" else came_from


def _happening(how: How, came_from: str, goes_to: str) -> str:
    if how == "receives":
        becoming = "" if came_from == goes_to else f", as {goes_to}"
        return f"{came_from} receives people who move{becoming}"
    whose = f"Part of {came_from}" if how == "moves" else came_from
    return f"{whose} {_VERBS[how]} {goes_to}"


_VERBS: Mapping[How, str] = {"joins": "joins", "stays": "stays, in", "moves": "moves to"}


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
