"""Panels: the larger parts of a page, each shown in one call."""

from __future__ import annotations

import re
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from footprint import english
from footprint.maps import stories
from footprint.maps.layer import ATTRIBUTION, Layer
from footprint.measures import catalogue as measures
from footprint.measures.classes import ClassError
from footprint.options.sentences import is_saved
from footprint.plans import places
from footprint.plans.places import Place
from footprint.plans.plan import Plan
from footprint.view import View
from ui.parts import pickers, tables
from ui.shell import address, cache, choices, words

# The only mark a sentence on top of a page may hold: how many footprints it speaks of.
_COUNTED = re.compile(r"\A\*\*(\d+ \w+)\*\*")


def asked_place(view: View) -> Place:
    """The place the view asks for, which may be a footprint of a user's option."""
    return choices.places_of(view)[view.area]


def asked_blocks(view: View, plan: Plan) -> tuple[str, ...]:
    """The blocks of the place asked for, where it is something else than a footprint."""
    if not view.area or view.area in plan.by_id:
        return ()
    return asked_place(view).blocks


def selected_footprint(view: View, plan: Plan) -> str:
    """The footprint the view's area lies in under a plan, or "" where none is selected."""
    if not view.area:
        return ""
    residents = cache.atlas().blocks["residents_2024"]
    return places.footprint_at(asked_place(view), plan, residents)


def sentence(said: str) -> None:
    """Show the one sentence to take away; a number of footprints it begins with may be bold."""
    counted = _COUNTED.match(said)
    bold = counted[0] if counted else ""
    with st.container(key="sentence"):
        st.markdown(bold + words.literal(said[len(bold) :]))


def measure_layer(view: View, key: str, measure: str) -> Layer:
    """A measure under a plan by the view's classes, or by quantiles where its cuts make none."""
    asked = (view.scheme, view.classes, view.cuts)
    try:
        return cache.choropleth(key, view.base, measure, *asked)
    except ClassError:
        return cache.choropleth(key, view.base, measure, "quantiles", 5, ())


def plan_layer(view: View) -> Layer:
    """What the Clusters page shows: membership, or a measure."""
    if view.measure:
        return measure_layer(view, view.plan, view.measure)
    return cache.membership(view.plan, view.base)


def plan_sentence(plan: Plan) -> None:
    """Say what a plan is, when, how firm and by whose word."""
    sentence(plan.summary)


def plan_facts(plan: Plan, layer: Layer) -> None:
    """Say under the map what it shows, and what is uncertain about the plan."""
    st.caption(words.literal(f"{layer.summary} {plan.note}"))


def plan_controls(view: View, plan: Plan) -> None:
    """Say whose a user's option is, and offer what only a regional plan needs."""
    if is_saved(plan.key):
        st.caption(words.literal(plan.summary))
    _rest_of_england(view, plan)


def _rest_of_england(view: View, plan: Plan) -> None:
    if not plan.national:
        pickers.pick_base(view)


def measure_controls(view: View, plan: Plan) -> None:
    """Controls that only some views of a plan need."""
    _rest_of_england(view, plan)
    if view.measure:
        pickers.pick_classes(view, view.plan, view.measure)


def two_columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The map's column and the one beside it; on a phone the map comes first."""
    left, right = st.columns([1.75, 1], gap="medium")
    return left, right


def area_card(view: View, plan: Plan, selected: str) -> None:
    """Tell the selected footprint's story, or England's where none is selected."""
    if not selected:
        table = cache.table(plan.key, view.base)
        tables.card(stories.england_story(plan, cache.england(), table))
        st.caption("Choose an area on the map, or type a name above, to read its story.")
        return
    residents = cache.atlas().blocks["residents_2024"]
    asked = stories.place_sentence(asked_place(view), plan, residents)
    story = cache.story(plan.key, view.base, selected)
    tables.card(replace(story, title=words.literal(story.title)), words.literal(asked))
    st.button("Clear the selection", on_click=address.show, kwargs={"area": ""})


def about_measure(measure: str) -> None:
    """Say why a measure matters and what it is based on."""
    chosen = measures.BY_KEY[measure]
    with st.expander(f"About this measure: {chosen.label}"):
        st.markdown(f"{chosen.why}\n\n{chosen.basis}")


def about_plan(plan: Plan) -> None:
    """Say how sure we are of a plan, and where it was published."""
    with st.expander("About this plan: how firm it is, and who says so"):
        if is_saved(plan.key):
            st.markdown(words.literal(f"{plan.summary} {plan.note}"))
            return
        st.markdown(
            f"**Status:** {plan.status}. **As of:** {english.month(plan.as_of)}. "
            f"**Confidence in the facts:** {plan.confidence}.\n\n{plan.note}"
        )
        for source in plan.sources:
            st.markdown(f"- [{source.title}]({source.url}), {source.publisher}, {source.date}")


def table(key: str, base: str, measure: str) -> None:
    """Show the map's figures as a table, and every other measure on request."""
    plan, figures = cache.plan(key, base), cache.table(key, base)
    estimated = cache.estimated(key, base)
    st.subheader("Table", anchor=False)
    tables.twin(plan, figures, measure or "residents", estimated)
    if st.toggle("Show every measure", key="every-measure"):
        tables.every_measure(plan, figures, estimated)


def footer() -> None:
    """Say whose data this is."""
    st.caption(ATTRIBUTION)
