"""Retelling: a picture of a page told anew of a part of England alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

import pandas as pd

from footprint.charts.flow import Flow
from footprint.charts.vega import Chart
from footprint.content.figures import footprint_figures, whole_figures
from footprint.content.flows import flow_of
from footprint.content.values import Minute, Picture
from footprint.english import capital, listed, ordinal
from footprint.facts.atlas import Atlas
from footprint.maps.layer import occupied
from footprint.maps.membership import EACH
from footprint.maps.pairs import apart
from footprint.maps.sentences import measure_sentence, membership_sentence
from footprint.measures.catalogue import Measure
from footprint.plans.assignment import Assignment
from footprint.plans.kinds import KIND_WORDS
from footprint.plans.plan import Plan, england, noun, titled
from footprint.plans.scope import Scope, beyond, footprint_scope, inside
from footprint.workspace.workspace import Workspace


def retold(work: Workspace, picture: Picture, scope: Scope) -> Picture:
    """A picture that holds values, told of the footprints that touch a scope."""
    plan, measure = picture.plans[-1], picture.measures[0]
    footprints = inside(plan, scope.blocks)
    here = picture.values[[code for code in picture.values.index if code in set(footprints)]]
    named = [plan.by_id[code].name for code in footprints]
    whole = part_figure(work.atlas, scope.positions(plan), measure)
    if picture.key.measure:
        summary = measure_sentence(plan, measure, here, whole, capital(scope.name))
    else:
        summary = membership_sentence(_only(plan, footprints), here)
    return replace(
        picture,
        title=titled_in(picture.title, scope, one=named == [scope.name]),
        summary=summary,
        figures=whole_figures(plan, measure, here, whole, scope.bare),
        table=picture.table.of(footprints),
        charts=tuple(_charted(work, picture, one, scope, footprints) for one in picture.charts),
    )


def _charted(
    work: Workspace, picture: Picture, chart: Chart, scope: Scope, footprints: Collection[str]
) -> Chart:
    """A chart of the footprints that touch a scope; a flow is of the people who live in it."""
    if not isinstance(chart, Flow):
        return chart.of(frozenset(footprints))
    chosen = chart.selected
    traced = tuple(picture.plans[-1].blocks_of(chosen)) if chosen else ()
    return flow_of(work, traced, chosen, scope)


def retold_of_one(work: Workspace, picture: Picture, footprint: str) -> Picture:
    """A picture that holds values, told of one footprint.

    Its charts show it among all others, but for a flow, which is of its own people.
    """
    plan, measure = picture.plans[-1], picture.measures[0]
    figures = pd.DataFrame({measure.key: picture.values})
    own = picture.figures
    if picture.selected != footprint:
        own = footprint_figures(plan, footprint, figures, (measure.key,), estimated=False)
    told = replace(
        picture,
        title=titled_in(picture.title, footprint_scope(plan, footprint), one=True),
        summary=footprint_sentence(plan, measure, picture.values, footprint),
        figures=own,
        table=picture.table.of([footprint]),
    )
    if picture.minute:
        return _in_a_minute(told, picture.minute)
    own_flow = flow_of(work, scope=footprint_scope(plan, footprint))
    charts = (own_flow if isinstance(one, Flow) else one for one in picture.charts)
    return replace(told, charts=tuple(charts))


def _in_a_minute(told: Picture, minute: Minute) -> Picture:
    """One footprint on one sheet, with what its charts say in words."""
    notes = (*told.notes, *_ways(told))
    lines = (minute.lines,)
    return replace(told, chapters=lines, figures=minute.figures, notes=notes, charts=())


def _ways(picture: Picture) -> Iterator[str]:
    """Where the people of a footprint were at each step, for a sheet that has no flow on it."""
    for chart in picture.charts:
        if isinstance(chart, Flow) and chart.traced:
            yield f"Where its people have been. {'. '.join(chart.traced)}."


def footprint_sentence(plan: Plan, measure: Measure, values: pd.Series, footprint: str) -> str:
    """Say what a footprint is, a measure of it, and where that stands among all of the plan."""
    name, kind = plan.by_id[footprint].name, KIND_WORDS[plan.kinds[footprint]]
    known, value = values.dropna(), values[footprint]
    if pd.isna(value):
        return f"{name}: {kind}. {measure.label}: no figure."
    place = _place(measure.unit.shown(known), measure.unit.rounded(value))
    said = f"{measure.unit.text(value)}, the {place} of {len(known)} {noun(plan)}"
    return f"{name}: {kind}. {measure.label}: {said}."


def _place(shown: pd.Series, value: float) -> str:
    higher, lower = int((shown > value).sum()), int((shown < value).sum())
    if not lower and (shown == value).sum() == 1:
        return "lowest"
    return f"{ordinal(higher + 1)} highest" if higher else "highest"


def faded(picture: Picture, scope: Scope) -> Picture:
    """A picture whose maps have all pale that lies outside a scope, and whose legend counts it."""
    blocks = scope.positions(picture.plans[0])
    maps = tuple(replace(one, layer=apart(one.layer, blocks, scope)) for one in picture.maps)
    key = maps[0].layer if len(maps) == 1 else apart(picture.key, blocks, scope)
    return replace(picture, maps=maps, key=occupied(key))


def titled_in(title: str, scope: Scope, *, one: bool = False) -> str:
    """A title that says which part of England it is of, before what it says of the plan.

    One that names the part already is kept. A part that is `one` footprint is itself what each is.
    """
    if scope.everywhere or scope.bare in title:
        return title
    head, colon, rest = title.partition(": ")
    if head.startswith(EACH):
        each = f"How {scope.name}" if one else f"{EACH} in {scope.name}"
        return head.replace(EACH, each) + colon + rest
    comma = "," if "," in head or not colon else ""
    return f"{head}{comma} in {scope.name}{colon}{rest}"


def of_part(picture: Picture, scope: Scope, lies: str = "") -> Picture:
    """A picture whose title and second line say how many footprints of a plan a part has.

    What is no footprint but `lies` in or under so many says so: "in ", "under ". What the plan is
    as a whole stands with the notes, where it is said of all England.
    """
    plan = picture.plans[-1]
    here, whole = inside(plan, scope.blocks), titled(plan)
    counted = whole.startswith(f"{len(plan.by_id)} ")
    title = picture.title
    if counted:
        title = title.replace(f": {whole}", f": {lies}{len(here)} of {whole}")
    if picture.subtitle != plan.summary or not plan.national:
        return replace(picture, title=title)
    return replace(
        picture,
        title=title,
        subtitle=_standing(plan, scope),
        notes=(*picture.notes, f"The plan as a whole: {plan.summary}"),
    )


def _standing(plan: Plan, scope: Scope) -> str:
    """Which footprints of a plan a part of England has, among how many."""
    here, out = inside(plan, scope.blocks), beyond(plan, scope.blocks)
    every = f"of the {len(plan.by_id)} {noun(plan)}"
    names = [plan.by_id[one].name for one in here]
    if names == [scope.name]:
        return f"{scope.name} is one {every}."
    verb = "covers" if len(here) == 1 else "cover"
    said = f"{len(here)} {every} {verb} {scope.name}"
    reach = "reaches" if len(out) == 1 else "reach"
    beyond_it = f"; {listed(plan.by_id[one].name for one in out)} {reach} beyond it" if out else ""
    return f"{said}{beyond_it}."


def part_figure(atlas: Atlas, blocks: Collection[int], measure: Measure) -> float:
    """What a measure is of some blocks, by position, taken together."""
    whole = england(atlas)
    here, elsewhere = (replace(whole.footprints[0], id=name) for name in ("here", "elsewhere"))
    inside_of = frozenset(blocks)
    assignment = tuple(
        (block, "here" if place in inside_of else "elsewhere")
        for place, (block, _) in enumerate(whole.assignment)
    )
    footprints = (here, elsewhere) if len(inside_of) < len(assignment) else (here,)
    parted = whole.with_assigned(Assignment(footprints, assignment))
    return float(measure.compute(atlas, parted)["here"])


def _only(plan: Plan, footprints: Collection[str]) -> Plan:
    return plan.with_assigned(replace(plan.assigned, drawn=frozenset(footprints)))
