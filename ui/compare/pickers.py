"""Pickers of the page that compares plans."""

from __future__ import annotations

import streamlit as st

from footprint.content.asked import layered
from footprint.pages.compare import SHOWN
from footprint.view import MOST_ALSO, View
from footprint.workspace.plans import plan
from ui.parts import pickers
from ui.shell import choices
from ui.shell.address import show
from ui.shell.workspace import workspace


def controls(view: View) -> None:
    """Choose two plans and what the maps show."""
    first, second, measure = st.columns(3)
    with first:
        _pick_one(view, "other", "Plan A: from")
    with second:
        _pick_one(view, "plan", "Plan B: to")
    with measure:
        pickers.pick_measure(view, first="Who joins whom")
    with st.container(key="compare-maps", horizontal=True, vertical_alignment="center"):
        _pick_show(view)
        # The layer is kept, for another plan may usually be looked at on another.
        layer = layered(workspace(), view).layer
        other_way = {"plan": view.other, "other": view.plan, "layer": layer}
        st.button("Swap A and B", on_click=show, kwargs=other_way)
        st.button(
            "Clear the place",
            key="clear",
            disabled=not view.area,
            on_click=show,
            kwargs={"area": ""},
        )


def _pick_one(view: View, name: str, label: str) -> None:
    plans = choices.plans(getattr(view, name))
    st.session_state[f"compare-{name}"] = getattr(view, name)
    st.selectbox(
        label,
        plans,
        format_func=plans.__getitem__,
        key=f"compare-{name}",
        filter_mode="contains",
        on_change=lambda: pickers.show_plan(name, st.session_state[f"compare-{name}"]),
    )


def more(view: View) -> None:
    """Choose what else the scorecard takes in, and what surrounds a regional plan."""
    further, base = st.columns(2, vertical_alignment="bottom")
    with further:
        _pick_also(view)
    with base:
        keys = (view.plan, view.other, *view.also)
        if not all(plan(workspace(), key, view.base).national for key in keys):
            pickers.pick_base(view)


def _pick_also(view: View) -> None:
    plans = choices.plans(*view.also)
    st.session_state["compare-also"] = list(view.also)
    st.multiselect(
        f"More plans in the scorecard (up to {MOST_ALSO})",
        plans,
        format_func=plans.__getitem__,
        key="compare-also",
        max_selections=MOST_ALSO,
        placeholder="None",
        on_change=lambda: show(also=tuple(st.session_state["compare-also"])),
    )


def _pick_show(view: View) -> None:
    """Switch between the two maps and the one map of what changes."""
    st.session_state["compare-show"] = view.show
    st.segmented_control(
        "Maps",
        SHOWN,
        format_func=SHOWN.__getitem__,
        key="compare-show",
        on_change=_show_chosen,
        label_visibility="collapsed",
    )


def _show_chosen() -> None:
    if chosen := st.session_state["compare-show"]:
        show(show=chosen)


def classes(view: View) -> None:
    """How the values are cut, where the maps show a measure; there is always a place for it."""
    with st.container(key="classes"):
        if view.measure and view.show == "two":
            pickers.pick_classes(view, view.plan_key, view.measure)
