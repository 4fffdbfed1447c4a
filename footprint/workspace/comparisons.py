"""Comparisons: two plans held against each other, in figures and ready to draw."""

from __future__ import annotations

import pandas as pd

from footprint.criteria.case import Thresholds
from footprint.criteria.differences import Side
from footprint.every_option.as_plans import is_counted
from footprint.facts.anchors import Anchor, anchors
from footprint.maps import choropleth as choropleths
from footprint.maps import membership as memberships
from footprint.maps import pairs
from footprint.maps.colours import drawn_colours, kept_colours
from footprint.maps.layer import Layer, with_people
from footprint.maps.sentences import measure_sentence
from footprint.maps.stories import make_up
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.measures.classes import Classes, classify
from footprint.money.scenario import Costs
from footprint.plans import comparison as plan_comparison
from footprint.plans.comparison import Comparison
from footprint.plans.scope import Scope, inside
from footprint.workspace.authorities import authorities
from footprint.workspace.criteria import scorecard
from footprint.workspace.maps import Cuts, membership
from footprint.workspace.plans import colours, estimated, option_at, plan, table
from footprint.workspace.published import REST, is_published
from footprint.workspace.workspace import Workspace, kept

Keys = tuple[str, ...]


@kept(200)
def comparison(
    work: Workspace, before: str, after: str, base: str, within: Scope | None = None
) -> Comparison:
    """Two plans held against each other, in all of England or within a scope."""
    both = plan(work, before, base), plan(work, after, base)
    return plan_comparison.compare(*both, work.residents, within)


@kept(200)
def changes(work: Workspace, before: str, after: str, base: str, within: Scope) -> pd.DataFrame:
    """What joins, divides and moves between two plans, district by district."""
    held = comparison(work, before, after, base, within)
    return plan_comparison.changes_by_district(held, work.atlas.blocks["lad"])


@kept(200)
def carried_colours(work: Workspace, before: str, after: str, base: str) -> dict[str, str]:
    """The second plan's colours, each footprint keeping that of its match in the first."""
    if before == after:
        return colours(work, after, base)
    first, second = plan(work, before, base), plan(work, after, base)
    known = colours(work, before, base)
    if is_published(work, after) or is_counted(after):
        return kept_colours(work.atlas, second, first, known)
    matches = comparison(work, before, after, base).came_from
    inherited = {one: known[match] for one, match in matches.items()}
    chosen = dict(option_at(work, after).colours)
    return drawn_colours(work.atlas, second, inherited, chosen)


@kept(200)
def membership_maps(work: Workspace, keys: Keys, base: str, within: Scope) -> tuple[Layer, ...]:
    """Who joins whom under some plans, ready to draw side by side, coloured as the first is."""
    first, *others = keys
    layers = [membership(work, first, base)]
    layers += [_carried(work, first, key, base) for key in others]
    return _told_matches(work, layers, keys, base, within)


def _carried(work: Workspace, first: str, key: str, base: str) -> Layer:
    shown = plan(work, key, base)
    layer = memberships.membership(
        shown,
        carried_colours(work, first, key, base),
        make_up(work.atlas, shown, plan(work, REST)),
        summary=membership(work, key, base).summary,
    )
    return with_people(layer, work.residents)


def _told_matches(
    work: Workspace, layers: list[Layer], keys: Keys, base: str, within: Scope
) -> tuple[Layer, ...]:
    """Each map saying what its footprints are on the first, and the first on the second."""
    held = [
        pairs.with_matches((layers[0], layer), comparison(work, keys[0], key, base, within))
        for layer, key in zip(layers[1:], keys[1:], strict=True)
    ]
    return (held[0][0], *(right for _, right in held))


@kept(500)
def choropleth_maps(
    work: Workspace,
    keys: Keys,
    base: str,
    within: Scope,
    measure: str,
    scheme: str,
    count: int,
    cuts: Cuts,
) -> tuple[Layer, ...]:
    """One measure under some plans, in one set of classes; raises ClassError for unusable cuts.

    The classes are made of the values in scope.
    """
    chosen = BY_KEY[measure]
    values = [_values_within(work, key, base, within, measure) for key in keys]
    scaled = tuple(cut * chosen.unit.per for cut in cuts)
    classes = classify(
        pd.concat(values),
        chosen.unit,
        scheme=scheme,
        count=count,
        cuts=scaled,
        lines=chosen.lines,
    )
    layers = [
        _choropleth(work, key, base, chosen, classes.counting(here))
        for key, here in zip(keys, values, strict=True)
    ]
    return _told_matches(work, layers, keys, base, within)


def _values_within(work: Workspace, key: str, base: str, within: Scope, measure: str) -> pd.Series:
    """A measure of the footprints of a plan that have blocks in scope."""
    return table(work, key, base).loc[inside(plan(work, key, base), within.blocks), measure]


def _choropleth(work: Workspace, key: str, base: str, measure: Measure, classes: Classes) -> Layer:
    shown, values = plan(work, key, base), table(work, key, base)[measure.key]
    layer = choropleths.choropleth(
        shown,
        values,
        classes,
        measure,
        summary=measure_sentence(shown, measure, values, work.england[measure.key]),
        estimated=estimated(work, key, base),
    )
    return with_people(layer, work.residents)


@kept(200)
def change_layer(
    work: Workspace, before: str, after: str, base: str, within: Scope, summary: str
) -> Layer:
    """What joins, divides and moves between two plans, ready to draw."""
    names = work.atlas.blocks["lad"].map(work.atlas.authorities["lad_name"])
    fills = carried_colours(work, before, after, base)
    held = comparison(work, before, after, base, within)
    return with_people(pairs.change_layer(held, fills, names, summary=summary), work.residents)


@kept(200)
def change_anchors(
    work: Workspace, before: str, after: str, base: str, within: Scope
) -> dict[str, Anchor]:
    """Where names go on the map of what joins, divides and moves."""
    return anchors(work.shapes, pairs.change_areas(comparison(work, before, after, base, within)))


@kept(200)
def side(
    work: Workspace,
    key: str,
    base: str,
    within: Scope,
    lines: Thresholds,
    costs: Costs,
) -> Side:
    """One plan with all that a scorecard beside others needs."""
    held = {tier: authorities(work, key, base, tier, lines.tolerance) for tier in ("lad", "utla")}
    card = scorecard(work, key, base, lines, costs)
    return Side(plan(work, key, base), within, table(work, key, base), held, card)
