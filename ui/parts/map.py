"""The map on the page: drawn once, then repainted; a click writes the address bar."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from footprint.facts.anchors import Anchor
from footprint.facts.shapes import bounds
from footprint.maps.layer import Layer
from footprint.plans.plan import Plan
from footprint.web.map import HOME, base_map, message, paint, paint_pair, pair_map
from ui.parts import tables
from ui.shell import cache
from ui.shell.address import show

HEIGHT = 620


_TOLD = "last_object_clicked_tooltip"


def _show_area(area: str) -> None:
    show(area=area)


def map_panel(
    layer: Layer,
    plan: Plan,
    anchors: dict[str, Anchor],
    *,
    selected: str,
    key: str,
    owner: pd.Series | None = None,
    place: Collection[str] = (),
    on_area: Callable[[str], None] = _show_area,
) -> None:
    """Show a layer and its legend; a click on an area writes its code to the address bar.

    `owner` names the area of each block, where areas are something else than footprints;
    `place` are blocks to outline as the place that was asked for; `on_area` does something
    else with the code of an area that is clicked.
    """
    areas = plan.footprint_of if owner is None else owner
    with st.container(key="map"):
        st_folium(
            base_map(cache.map_assets()),
            key=key,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[_TOLD],
            feature_group_to_add=paint(
                layer,
                anchors,
                selected=selected,
                focus=_focus(plan, areas, selected),
                place=areas.index.get_indexer(list(place)).tolist(),
            ),
            on_change=lambda: _clicked(key, areas, on_area),
        )
    tables.selected_line(layer, selected)
    tables.legend(layer)


@dataclass(frozen=True, eq=False)
class Half:
    """One map of a pair: its layer, where its names go, what is selected, the words above it."""

    layer: Layer
    anchors: dict[str, Anchor]
    selected: str
    bar: str


def pair_panel(
    halves: Collection[Half],
    legend: Layer,
    *,
    focus: tuple[float, float, float, float],
    place: Collection[int],
    key: str,
    place_of: Callable[[str], str],
) -> None:
    """Show two maps in step, or one alone, and their one legend.

    `place_of` names the place that a click on a block selects; `place` are positions of blocks
    to outline on both maps.
    """
    messages = [
        message(half.layer, half.anchors, selected=half.selected, focus=focus, place=place)
        for half in halves
    ]
    with st.container(key="map"):
        st_folium(
            pair_map(cache.map_assets()),
            key=key,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[_TOLD],
            feature_group_to_add=paint_pair(messages, [half.bar for half in halves]),
            on_change=lambda: _told_block(key, place_of),
        )
    tables.legend(legend)


def _told_block(key: str, place_of: Callable[[str], str]) -> None:
    told = (st.session_state.get(key) or {}).get(_TOLD)
    if told:
        block = told.partition("#")[0]
        show(area=place_of(block) if block else "")


def _focus(plan: Plan, areas: pd.Series, selected: str) -> tuple[float, float, float, float]:
    if selected:
        return bounds(cache.block_shapes(), areas.index[areas == selected])
    if plan.national or not plan.drawn:
        return HOME
    own = [block for block, owner in plan.assignment if owner in plan.drawn]
    return bounds(cache.block_shapes(), own)


def _clicked(key: str, areas: pd.Series, on_area: Callable[[str], None]) -> None:
    told = (st.session_state.get(key) or {}).get(_TOLD)
    if told:
        on_area(clicked_area(told, areas))


def clicked_area(told: str, areas: pd.Series) -> str:
    """Read what the map tells of a click, "block#time", as an area; "" for the sea."""
    block = told.partition("#")[0]
    return areas.get(block, "")
