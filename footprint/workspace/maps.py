"""Maps of one plan: who joins whom, and any measure in any classes."""

from __future__ import annotations

from footprint.maps import choropleth as choropleths
from footprint.maps import firmness as firm_maps
from footprint.maps import membership as memberships
from footprint.maps.layer import Layer, with_people
from footprint.maps.sentences import measure_sentence, membership_sentence
from footprint.maps.stories import make_up
from footprint.measures.catalogue import BY_KEY
from footprint.measures.classes import ClassError, Classes, classify
from footprint.workspace.plans import colours, estimated, plan, table
from footprint.workspace.published import REST
from footprint.workspace.workspace import Workspace, kept

Cuts = tuple[float, ...]


@kept(500)
def measure_classes(
    work: Workspace, key: str, base: str, measure: str, scheme: str, count: int, cuts: Cuts
) -> Classes:
    """Classes of one measure under one plan; raises ClassError for cuts that make none."""
    chosen = BY_KEY[measure]
    values = table(work, key, base)[measure]
    scaled = tuple(cut * chosen.unit.per for cut in cuts)
    return classify(
        values, chosen.unit, scheme=scheme, count=count, cuts=scaled, lines=chosen.lines
    )


def class_problem(work: Workspace, key: str, base: str, measure: str, cuts: Cuts) -> str:
    """Say why the user's own cuts make no classes, or "" where they do."""
    try:
        measure_classes(work, key, base, measure, "own", 0, cuts)
    except ClassError as problem:
        return str(problem)
    return ""


@kept(500)
def choropleth(
    work: Workspace, key: str, base: str, measure: str, scheme: str, count: int, cuts: Cuts
) -> Layer:
    """One measure under one plan, ready to draw; raises ClassError for unusable cuts."""
    shown, chosen = plan(work, key, base), BY_KEY[measure]
    values = table(work, key, base)[measure]
    layer = choropleths.choropleth(
        shown,
        values,
        measure_classes(work, key, base, measure, scheme, count, cuts),
        chosen,
        summary=measure_sentence(shown, chosen, values, work.england[measure]),
        estimated=estimated(work, key, base),
    )
    return with_people(layer, work.residents)


@kept(20)
def firmness(work: Workspace, key: str, base: str) -> Layer:
    """How firm each body of the plan to come is, ready to draw."""
    return with_people(firm_maps.firmness(plan(work, key, base), work.asked), work.residents)


@kept(200)
def membership(work: Workspace, key: str, base: str) -> Layer:
    """Who joins whom under one plan, ready to draw."""
    shown = plan(work, key, base)
    layer = memberships.membership(
        shown,
        colours(work, key, base),
        make_up(work.atlas, shown, plan(work, REST)),
        summary=membership_sentence(shown, table(work, key, base)["residents"]),
    )
    return with_people(layer, work.residents)
