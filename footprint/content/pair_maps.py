"""Comparison maps: up to four in step, or one of what joins, divides and moves."""

from __future__ import annotations

from footprint.content.asked import asked_place, layered, lined, positions
from footprint.content.grounds import on_ground
from footprint.content.values import HOME, Bounds, MapContent
from footprint.facts.shapes import bounds
from footprint.maps import pairs
from footprint.maps.layer import Layer, occupied
from footprint.measures.classes import ClassError
from footprint.plans.places import footprint_at
from footprint.plans.scope import Scope
from footprint.view import View
from footprint.workspace import comparisons, plans
from footprint.workspace.scopes import scope
from footprint.workspace.workspace import Workspace

_FROM_AND_TO = 2


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


def scope_of(work: Workspace, view: View) -> Scope:
    """The part of England that a view compares plans in."""
    return scope(work, every_key(view), view.base, view.scope)


def every_key(view: View) -> tuple[str, ...]:
    """The keys of plan A, of plan B and of further plans."""
    return (view.other_key, view.plan_key, *view.also_keys)


def pair_maps(
    work: Workspace,
    view: View,
    layers: tuple[Layer, ...],
    selected: tuple[str, ...],
    headings: tuple[tuple[str, str], ...],
) -> tuple[MapContent, ...]:
    """Maps in step, or one of what joins, divides and moves, which needs no heading.

    More than two stand in the order of their letters, with which headings begin.
    `selected` and `headings`, each with what is said below it, are those of each plan asked for.
    """
    keys = every_key(view)
    focus, place = _focus(work, view, selected), _outlined(work, view)
    if len(layers) == 1:
        names = [comparisons.change_anchors(work, *plan_keys(view), scope_of(work, view))]
        shown = list(zip(layers, names, keys[1:2], selected[1:2], (("", ""),), strict=True))
    else:
        names = [plans.anchors(work, key, view.base) for key in keys]
        shown = list(zip(layers, names, keys, selected, headings, strict=True))
        if len(shown) > _FROM_AND_TO:
            # Two read from left to right; more are looked up by their letters.
            shown.sort(key=lambda one: one[-1])
    maps = (
        MapContent(
            layer=layer,
            anchors=anchors,
            area_of_block=plans.plan(work, key, view.base).footprint_of,
            selected=chosen,
            place=place,
            focus=focus,
            heading=heading[0],
            said=heading[1],
            note=plans.plan(work, key, view.base).note if len(layers) > 1 else "",
        )
        for layer, anchors, key, chosen, heading in shown
    )
    return tuple(on_ground(work, view, one) for one in maps)


def pair_layers(
    work: Workspace, view: View, sentence: str, letters: tuple[str, ...]
) -> tuple[tuple[Layer, ...], Layer]:
    """What the maps show, one of each plan or one of what changes, and whose legend serves them."""
    within = scope_of(work, view)
    if view.show == "moves":
        layer = comparisons.change_layer(work, *plan_keys(view), within, sentence)
        return (layer,), layer
    layers = tuple(
        pairs.faded(lined(view, plan, layer), plan, within)
        for key, layer in zip(every_key(view), _layers(work, view), strict=True)
        for plan in [plans.plan(work, key, view.base)]
    )
    key = pairs.one_legend(layers, letters[: len(layers)])
    return layers, key if within.everywhere else occupied(key)


def _layers(work: Workspace, view: View) -> tuple[Layer, ...]:
    asked = (every_key(view), view.base, scope_of(work, view))
    if not view.measure:
        return comparisons.membership_maps(work, *asked)
    cut = (view.scheme, view.classes, view.cuts)
    try:
        return comparisons.choropleth_maps(work, *asked, view.measure, *cut)
    except ClassError:
        return comparisons.choropleth_maps(work, *asked, view.measure, "quantiles", 5, ())


def _focus(work: Workspace, view: View, selected: tuple[str, ...]) -> Bounds:
    shapes, within = work.drawn_on(view.map), scope_of(work, view)
    if view.area:
        here = (
            plans.plan(work, key, view.base).blocks_of(one)
            for key, one in zip(every_key(view), selected, strict=True)
        )
        return bounds(shapes, sorted({block for blocks in here for block in blocks}))
    return HOME if within.everywhere else bounds(shapes, sorted(within.blocks))


def _outlined(work: Workspace, view: View) -> tuple[int, ...]:
    """The blocks of the place asked for, else of the part of England the view is narrowed to."""
    shown = [plans.plan(work, key, view.base) for key in every_key(view)]
    if not view.area:
        within = scope_of(work, view)
        narrowed = bool(view.scope) and not within.everywhere
        return positions(shown[0], sorted(within.blocks)) if narrowed else ()
    if any(view.area in plan.by_id for plan in shown):
        return ()
    return positions(shown[0], asked_place(work, view).blocks)
