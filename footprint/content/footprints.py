"""Footprints: what pages that show one plan have in common."""

from __future__ import annotations

from dataclasses import replace

from footprint.content import asked
from footprint.content.charts import measure_dots
from footprint.content.figures import footprint_figures, measure_table, whole_figures
from footprint.content.flows import changes_outlined
from footprint.content.grounds import on_ground
from footprint.content.statements import leaders_of
from footprint.content.values import About, Card, Figures, MapContent, Picture
from footprint.english import month
from footprint.maps.layer import Layer
from footprint.maps.stories import england_story, place_sentence
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace

_KEY_FIGURES = ("residents", "running_cost_allowance", "imd")
_CHOOSE = "Choose an area on the map, or type a name above, to read its story."


def plan_map(work: Workspace, view: View, plan: Plan, layer: Layer) -> MapContent:
    """The map of one plan's footprints, with what the view asks for selected."""
    selected = asked.selected_footprint(work, view, plan)
    drawn = MapContent(
        layer=layer,
        anchors=plans.anchors(work, plan.key, view.base),
        area_of_block=plan.footprint_of,
        selected=selected,
        place=asked.asked_blocks(work, view, plan),
        focus=asked.focus(work, view, plan, plan.footprint_of, selected),
    )
    return on_ground(work, view, drawn)


def plan_picture(
    work: Workspace, view: View, plan: Plan, layer: Layer, keys: tuple[str, ...]
) -> Picture:
    """One map of one plan, with some of its measures in the table."""
    figures = plans.table(work, plan.key, view.base)
    estimated = plans.estimated(work, plan.key, view.base)
    measures = tuple(BY_KEY[key] for key in dict.fromkeys(keys))
    layer = changes_outlined(work, view, plan, asked.lined(view, plan, layer))
    drawn = plan_map(work, view, plan, layer)
    return Picture(
        title=layer.title,
        subtitle=plan.summary,
        summary=layer.summary,
        maps=(drawn,),
        key=layer,
        table=measure_table(plan, figures, measures, estimated=estimated),
        figures=_key_figures(work, view, plan, drawn.selected, measures[0]),
        plans=(plan,),
        measures=measures,
        notes=(*(measure.basis for measure in measures), plan.note),
        selected=drawn.selected,
        values=figures[measures[0].key],
    )


def _key_figures(work: Workspace, view: View, plan: Plan, selected: str, first: Measure) -> Figures:
    figures = plans.table(work, plan.key, view.base)
    if not selected:
        return whole_figures(plan, first, figures[first.key], work.england[first.key])
    estimated = selected in plans.estimated(work, plan.key, view.base)
    keys = (first.key, *_KEY_FIGURES)
    return footprint_figures(plan, selected, figures, keys, estimated=estimated)


def measure_picture(work: Workspace, view: View, key: str, measure: str) -> Picture:
    """One measure under one plan, with the residents beside it."""
    plan = plans.plan(work, key, view.base)
    layer = asked.measure_layer(work, view, key, measure)
    return with_dots(work, view, plan_picture(work, view, plan, layer, (measure, "residents")))


def with_dots(work: Workspace, view: View, picture: Picture) -> Picture:
    """A picture of one plan with its first measure as dots as well."""
    (plan,), measure = picture.plans, picture.measures[0]
    dots = measure_dots(
        plan,
        measure,
        plans.table(work, plan.key, view.base),
        whole=work.england[measure.key],
        estimated=plans.estimated(work, plan.key, view.base),
        selected=picture.selected,
    )
    return replace(picture, charts=(dots,))


def area_card(work: Workspace, view: View, plan: Plan) -> Card:
    """The selected footprint's story, or England's where none is selected."""
    selected = asked.selected_footprint(work, view, plan)
    if not selected:
        table = plans.table(work, plan.key, view.base)
        return Card(story=england_story(plan, work.england, table), hint=_CHOOSE)
    place = asked.asked_place(work, view)
    told = plans.story(work, plan.key, view.base, selected)
    return Card(
        story=replace(told, paragraphs=(*told.paragraphs, *leaders_of(work, plan, selected))),
        asked=place_sentence(place, plan, work.residents),
    )


def about_measure(measure: Measure) -> About:
    """Why a measure matters and what it is based on."""
    return About(f"About this measure: {measure.label}", (measure.why, measure.basis))


def about_plan(plan: Plan) -> About:
    """How sure we are of a plan, and where it was published."""
    about = About("About this plan: how firm it is, and who says so", (plan.note,))
    if plans.is_users(plan.key):
        return replace(about, paragraphs=(f"{plan.summary} {plan.note}",))
    strong = (
        ("Status", plan.status),
        ("As of", month(plan.as_of)),
        ("Confidence in the facts", plan.confidence),
    )
    return replace(about, strong=strong, references=plan.sources)
