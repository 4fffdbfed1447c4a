"""What a view asks for: its plan, the place it names, and where a map of it looks."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping

import pandas as pd

from footprint.content.values import HOME, Bounds
from footprint.facts.shapes import bounds
from footprint.maps.layer import Layer, in_both_layers, in_one_layer
from footprint.measures.classes import ClassError
from footprint.plans.drawn import is_drawn
from footprint.plans.places import Place, footprint_at
from footprint.plans.plan import Plan, Seen
from footprint.view import View
from footprint.workspace.maps import choropleth
from footprint.workspace.plans import is_users, places_with, plan
from footprint.workspace.workspace import Workspace


def layered(work: Workspace, view: View, usual: Seen | None = None) -> View:
    """The view with a layer named: the one asked for, else a page's usual, else the plan's."""
    if view.layer:
        return view
    return view.with_(layer=usual or plan(work, view.plan, view.base).usual)


def lined(view: View, shown: Plan, layer: Layer) -> Layer:
    """A map with the boundaries of the other layer as well, or with those of one layer only."""
    return in_both_layers(layer, shown) if view.lines == "both" else in_one_layer(layer)


def plan_of(work: Workspace, view: View) -> Plan:
    """The plan a view looks at, completed where it is a regional one."""
    return plan(work, view.plan_key, view.base)


def marked(sentence: str, shown: Plan) -> str:
    """A sentence on a plan, with whose it is where it is a drawing that nobody has saved."""
    return f"{sentence} {shown.summary}" if is_drawn(shown.key) else sentence


def places_of(work: Workspace, view: View) -> Mapping[str, Place]:
    """Every place under the plans a view shows, with the footprints of users' options.

    The option that is open on another page lends a place only where no plan in view has it.
    """
    keys = dict.fromkeys((view.plan_key, view.other_key, *view.also_keys))
    shown = places_with(work, tuple(key for key in keys if is_users(key)))
    return ChainMap(shown, places_with(work, (view.saved,))) if view.saved else shown


def asked_place(work: Workspace, view: View) -> Place:
    """The place the view asks for, which may be a footprint of a user's option."""
    return places_of(work, view)[view.area]


def asked_blocks(work: Workspace, view: View, plan: Plan) -> tuple[int, ...]:
    """Positions of the blocks of the place asked for, where it is no footprint of the plan."""
    if not view.area or view.area in plan.by_id:
        return ()
    return positions(plan, asked_place(work, view).blocks)


def positions(plan: Plan, blocks: tuple[str, ...] | list[str]) -> tuple[int, ...]:
    """Where some blocks stand in the order the map draws them."""
    return tuple(plan.footprint_of.index.get_indexer(list(blocks)).tolist())


def selected_footprint(work: Workspace, view: View, plan: Plan) -> str:
    """The footprint the view's area lies in under a plan, or "" where none is selected."""
    if not view.area:
        return ""
    return footprint_at(asked_place(work, view), plan, work.residents)


def focus(
    work: Workspace, view: View, plan: Plan, area_of_block: pd.Series, selected: str
) -> Bounds:
    """Where a map looks: at what is selected, else at what a regional plan is about."""
    shapes = work.drawn_on(view.map)
    if selected:
        return bounds(shapes, area_of_block.index[area_of_block == selected])
    if plan.national or not plan.drawn:
        return HOME
    return bounds(shapes, [b for b, owner in plan.assignment if owner in plan.drawn])


def measure_layer(work: Workspace, view: View, key: str, measure: str) -> Layer:
    """A measure under a plan by the view's classes, or by quantiles where its cuts make none."""
    try:
        asked = (view.scheme, view.classes, view.cuts)
        return choropleth(work, key, view.base, measure, *asked)
    except ClassError:
        return choropleth(work, key, view.base, measure, "quantiles", 5, ())
