"""Pickers of the page that compares plans."""

from __future__ import annotations

from footprint.content.asked import layered
from footprint.content.pair_maps import scope_of
from footprint.pages.compare import SHOWN, Compare
from footprint.plans.scope import Scope
from footprint.view import MOST_ALSO, MOST_PARTS, View
from footprint.workspace.plans import plan
from footprint.workspace.scopes import ENGLAND, part_words, parts_of_england
from ui.parts import pickers
from ui.shell import choices
from ui.shell import drawing as st
from ui.shell.address import show
from ui.shell.workspace import workspace


def controls(view: View, told: Compare) -> None:
    """Choose plans, the part of England they are compared in, and what the maps show."""
    with st.container(key="compare-plans"):
        first, second, further, measure = st.columns(4)
    with first:
        _pick_one(view, "other", f"From: {told.letters[0]}")
    with second:
        _pick_one(view, "plan", f"To: {told.letters[1]}")
    with further:
        _pick_also(view)
    with measure:
        pickers.pick_measure(view, first="Who joins whom")
    with st.container(key="compare-maps", horizontal=True, vertical_alignment="center"):
        _pick_show(view)
        _pick_scope(view, told.scope)
        _wider(view, told.scope)
        # The layer is kept, for another plan may usually be looked at on another.
        layer = layered(workspace(), view).layer
        other_way = {"plan": view.other, "other": view.plan, "layer": layer}
        st.button(f"Swap {' and '.join(told.letters[:2])}", on_click=show, kwargs=other_way)
        st.button(
            "Clear the place",
            key="clear",
            disabled=not view.area,
            on_click=show,
            kwargs={"area": ""},
        )


_WITHIN = "Compare within (one or more)"


def _pick_scope(view: View, shown: Scope) -> None:
    """Narrow everything to some parts of England, or widen it to all of it."""
    parts = parts_of_england(workspace())
    st.session_state["compare-scope"] = list(view.scope)
    st.multiselect(
        _WITHIN,
        parts,
        format_func=lambda code: part_words(workspace(), code),
        key="compare-scope",
        placeholder=f"{_WITHIN}: {shown.name}",
        label_visibility="collapsed",
        max_selections=MOST_PARTS,
        select_all=False,
        on_change=lambda: show(scope=tuple(st.session_state["compare-scope"])),
    )


def _wider(view: View, shown: Scope) -> None:
    """One press to all of England, or back to the region that a plan is made for."""
    if view.scope:
        usual = scope_of(workspace(), view.with_(scope=()))
        st.button(f"Back to {usual.name}", on_click=show, kwargs={"scope": ()})
    elif not shown.everywhere:
        st.button("All of England", on_click=show, kwargs={"scope": (ENGLAND,)})


def _pick_one(view: View, name: str, label: str) -> None:
    plans = choices.plans(getattr(view, name))
    st.session_state[f"compare-{name}"] = getattr(view, name)
    st.selectbox(
        label,
        plans,
        format_func=plans.__getitem__,
        key=f"compare-{name}",
        help=choices.beyond(),
        filter_mode="contains",
        on_change=lambda: pickers.show_plan(name, st.session_state[f"compare-{name}"]),
    )


def more(view: View) -> None:
    """Choose what surrounds a regional plan, where one is compared."""
    keys = (view.plan, view.other, *view.also)
    if not all(plan(workspace(), key, view.base).national for key in keys):
        with st.columns(2)[0]:
            pickers.pick_base(view)


def _pick_also(view: View) -> None:
    plans = choices.plans(*view.also)
    st.session_state["compare-also"] = list(view.also)
    st.multiselect(
        f"And (up to {MOST_ALSO} more, four in all)",
        plans,
        format_func=plans.__getitem__,
        key="compare-also",
        help=choices.beyond(),
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
