"""The map on the page: drawn once, then repainted; a click writes the address bar."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from footprint import folium_map
from footprint.layers import Layer
from footprint.plans import Plan
from footprint.shapes import Anchor, bounds
from ui import cache, tables
from ui.pickers import show

HEIGHT = 720
_TOLD = "last_object_clicked_tooltip"


def map_panel(
    layer: Layer, plan: Plan, anchors: dict[str, Anchor], *, selected: str, key: str
) -> None:
    """Show a layer with its heading, its summary for those who cannot see it, and its legend."""
    with st.container(key="map"):
        st_folium(
            folium_map.base_map(cache.map_assets()),
            key=key,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[_TOLD],
            feature_group_to_add=folium_map.paint(
                layer, anchors, selected=selected, focus=_focus(plan, selected)
            ),
            on_change=lambda: _clicked(key, plan),
        )
    tables.legend(layer)


def _focus(plan: Plan, selected: str) -> tuple[float, float, float, float]:
    if selected:
        return bounds(cache.block_shapes(), plan.blocks_of(selected))
    if plan.national or not plan.drawn:
        return folium_map.HOME
    own = [block for block, owner in plan.assignment if owner in plan.drawn]
    return bounds(cache.block_shapes(), own)


def _clicked(key: str, plan: Plan) -> None:
    told = (st.session_state.get(key) or {}).get(_TOLD)
    if told:
        show(area=clicked_footprint(told, plan))


def clicked_footprint(told: str, plan: Plan) -> str:
    """Read what the map tells of a click, "block#time", as a footprint; "" for the sea."""
    block = told.partition("#")[0]
    return plan.footprint_of.get(block, "")
