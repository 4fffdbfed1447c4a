"""Comparison maps: two in step, or one of what joins, divides and moves."""

from __future__ import annotations

from footprint.content.asked import asked_place, layered, lined, positions
from footprint.content.grounds import on_ground
from footprint.content.values import HOME, Bounds, MapContent
from footprint.facts.shapes import bounds
from footprint.maps import pairs
from footprint.maps.layer import Layer
from footprint.maps.pairs import Pair
from footprint.measures.classes import ClassError
from footprint.plans.comparison import common_scope
from footprint.plans.places import footprint_at
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace import comparisons, plans
from footprint.workspace.workspace import Workspace


def place_of(work: Workspace, view: View, block: str) -> str:
    """The place a press on a block selects.

    It is the district, or what else lies in the same footprints of both plans.
    """
    view = layered(work, view)
    both = (plans.plan(work, view.other_key, view.base), plans.plan(work, view.plan_key, view.base))
    owners = tuple(plan.footprint_of[block] for plan in both)
    district = work.atlas.blocks.at[block, "lad"]
    for code in (district, *owners):
        place = plans.all_places(work).get(code)
        if place and owners == tuple(footprint_at(place, one, work.residents) for one in both):
            return code
    return district


def plan_keys(view: View) -> tuple[str, str, str]:
    """The keys of plan A, of plan B, and of what fills the rest of England."""
    return view.other_key, view.plan_key, view.base


def pair_maps(
    work: Workspace,
    view: View,
    both: tuple[Plan, Plan],
    layers: tuple[Layer, ...],
    selected: tuple[str, str],
    headings: tuple[str, str],
) -> tuple[MapContent, ...]:
    """Two maps in step, or one of what joins, divides and moves, which needs no heading."""
    place, focus = _asked_blocks(work, view, both), _focus(work, view, both, selected)
    if len(layers) == 1:
        names = [comparisons.change_anchors(work, *plan_keys(view))]
        shown = list(zip(layers, names, both[1:], selected[1:], ("",), strict=True))
    else:
        names = [plans.anchors(work, plan.key, view.base) for plan in both]
        shown = list(zip(layers, names, both, selected, headings, strict=True))
    maps = (
        MapContent(
            layer=layer,
            anchors=anchors,
            area_of_block=plan.footprint_of,
            selected=chosen,
            place=place,
            focus=focus,
            heading=heading,
        )
        for layer, anchors, plan, chosen, heading in shown
    )
    return tuple(on_ground(work, view, one) for one in maps)


def pair_layers(work: Workspace, view: View, sentence: str) -> tuple[tuple[Layer, ...], Layer]:
    """What the maps show, two layers or one, and the layer whose legend serves them."""
    if view.show == "moves":
        layer = comparisons.change_layer(work, *plan_keys(view), sentence)
        return (layer,), layer
    if not view.measure:
        pair = _lined(work, view, comparisons.membership_pair(work, *plan_keys(view)))
        return pair, pairs.one_legend(pair)
    pair = _lined(work, view, _measure_pair(work, view))
    return pair, pairs.one_legend(pair)


def _lined(work: Workspace, view: View, pair: Pair) -> Pair:
    before, after, base = plan_keys(view)
    first, second = (plans.plan(work, key, base) for key in (before, after))
    return lined(view, first, pair[0]), lined(view, second, pair[1])


def _measure_pair(work: Workspace, view: View) -> Pair:
    asked = (*plan_keys(view), view.measure)
    try:
        return comparisons.choropleth_pair(work, *asked, view.scheme, view.classes, view.cuts)
    except ClassError:
        return comparisons.choropleth_pair(work, *asked, "quantiles", 5, ())


def _focus(
    work: Workspace, view: View, both: tuple[Plan, Plan], selected: tuple[str, str]
) -> Bounds:
    owners, scope = [plan.footprint_of for plan in both], common_scope(both)
    shapes = work.drawn_on(view.map)
    if view.area:
        here = (owners[0] == selected[0]) | (owners[1] == selected[1])
        return bounds(shapes, owners[0].index[here])
    if len(scope) < len(work.residents):
        return bounds(shapes, sorted(scope))
    return HOME


def _asked_blocks(work: Workspace, view: View, both: tuple[Plan, Plan]) -> tuple[int, ...]:
    first, second = both
    if not view.area or view.area in {*first.by_id, *second.by_id}:
        return ()
    return positions(first, asked_place(work, view).blocks)
