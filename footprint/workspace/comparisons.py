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
from footprint.maps.pairs import Pair
from footprint.maps.sentences import measure_sentence
from footprint.maps.stories import make_up
from footprint.measures.catalogue import BY_KEY
from footprint.measures.classes import classify
from footprint.money.scenario import Costs
from footprint.plans import comparison as plan_comparison
from footprint.plans.comparison import Comparison
from footprint.workspace.authorities import authorities
from footprint.workspace.criteria import scorecard
from footprint.workspace.maps import Cuts, membership
from footprint.workspace.plans import colours, estimated, option_at, plan, table
from footprint.workspace.published import REST, is_published
from footprint.workspace.workspace import Workspace, kept


@kept(200)
def comparison(work: Workspace, before: str, after: str, base: str) -> Comparison:
    """Two plans held against each other."""
    both = plan(work, before, base), plan(work, after, base)
    return plan_comparison.compare(*both, work.residents)


@kept(200)
def changes(work: Workspace, before: str, after: str, base: str) -> pd.DataFrame:
    """What joins, divides and moves between two plans, district by district."""
    held = comparison(work, before, after, base)
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
def membership_pair(work: Workspace, before: str, after: str, base: str) -> Pair:
    """Who joins whom under two plans, ready to draw side by side."""
    second = plan(work, after, base)
    right = memberships.membership(
        second,
        carried_colours(work, before, after, base),
        make_up(work.atlas, second, plan(work, REST)),
        summary=membership(work, after, base).summary,
    )
    both = (membership(work, before, base), with_people(right, work.residents))
    return pairs.with_matches(both, comparison(work, before, after, base))


@kept(500)
def choropleth_pair(
    work: Workspace,
    before: str,
    after: str,
    base: str,
    measure: str,
    scheme: str,
    count: int,
    cuts: Cuts,
) -> Pair:
    """One measure under two plans, in one set of classes; raises ClassError for unusable cuts."""
    chosen, keys = BY_KEY[measure], (before, after)
    both = pd.concat([table(work, key, base)[measure] for key in keys])
    scaled = tuple(cut * chosen.unit.per for cut in cuts)
    classes = classify(
        both, chosen.unit, scheme=scheme, count=count, cuts=scaled, lines=chosen.lines
    )
    left, right = (
        with_people(
            choropleths.choropleth(
                plan(work, key, base),
                values,
                classes.counting(values),
                chosen,
                summary=measure_sentence(
                    plan(work, key, base), chosen, values, work.england[measure]
                ),
                estimated=estimated(work, key, base),
            ),
            work.residents,
        )
        for key in keys
        for values in [table(work, key, base)[measure]]
    )
    return pairs.with_matches((left, right), comparison(work, before, after, base))


@kept(200)
def change_layer(work: Workspace, before: str, after: str, base: str, summary: str) -> Layer:
    """What joins, divides and moves between two plans, ready to draw."""
    names = work.atlas.blocks["lad"].map(work.atlas.authorities["lad_name"])
    fills = carried_colours(work, before, after, base)
    held = comparison(work, before, after, base)
    return with_people(pairs.change_layer(held, fills, names, summary=summary), work.residents)


@kept(200)
def change_anchors(work: Workspace, before: str, after: str, base: str) -> dict[str, Anchor]:
    """Where names go on the map of what joins, divides and moves."""
    return anchors(work.shapes, pairs.change_areas(comparison(work, before, after, base)))


@kept(200)
def side(
    work: Workspace,
    key: str,
    base: str,
    scope: frozenset[str],
    lines: Thresholds,
    costs: Costs,
) -> Side:
    """One plan with all that a scorecard beside others needs."""
    held = {tier: authorities(work, key, base, tier, lines.tolerance) for tier in ("lad", "utla")}
    card = scorecard(work, key, base, lines, costs)
    return Side(plan(work, key, base), scope, table(work, key, base), held, card)
