"""Pickers of the page that compares plans."""

from __future__ import annotations

import streamlit as st

from footprint.pages.compare import SHOWN
from footprint.view import MOST_ALSO, View
from footprint.workspace.plans import plan
from ui.parts import pickers
from ui.shell import choices
from ui.shell.address import show
from ui.shell.workspace import workspace


def controls(view: View) -> None:
    """Choose two plans, what the maps show, and a place."""
    first, second, measure = st.columns(3)
    with first:
        _pick_one(view, "other", "Plan A: from")
    with second:
        _pick_one(view, "plan", "Plan B: to")
    with measure:
        pickers.pick_measure(view, first="Who joins whom")
    _more(view)


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


def _more(view: View) -> None:
    swap, further, base = st.columns(3, vertical_alignment="bottom")
    with swap:
        other_way = {"plan": view.other, "other": view.plan}
        st.button("Swap A and B", on_click=show, kwargs=other_way, width="stretch")
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


def pick_show(view: View) -> None:
    """Switch between the two maps and the one map of what changes."""
    st.session_state["compare-show"] = view.show
    st.segmented_control(
        "Maps",
        SHOWN,
        format_func=SHOWN.__getitem__,
        key="compare-show",
        on_change=_pick_show,
        label_visibility="collapsed",
    )


def _pick_show() -> None:
    if chosen := st.session_state["compare-show"]:
        show(show=chosen)


def map_controls(view: View, selected: str) -> None:
    """The switch above the maps, and the box that finds a place."""
    switch, place, clear = st.columns([2, 3, 1], vertical_alignment="bottom")
    with switch:
        pick_show(view)
    with place:
        pickers.pick_area(view, plan(workspace(), view.plan, view.base), selected)
    with clear:
        st.button("Clear", disabled=not view.area, on_click=show, kwargs={"area": ""})


def classes(view: View) -> None:
    """How the values are cut, where the maps show a measure; there is always a place for it."""
    with st.container(key="classes"):
        if view.measure and view.show == "two":
            pickers.pick_classes(view, view.plan_key, view.measure)
