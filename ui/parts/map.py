"""The map on the page: drawn once, then repainted; a press writes the address bar."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import pandas as pd
import streamlit_folium
from streamlit_folium import st_folium

from footprint.content.values import MapContent
from footprint.maps.layer import Layer
from footprint.web.map import base_map, message, paint, paint_pair, pair_map
from ui.parts import tables
from ui.shell import drawing as st
from ui.shell.address import show
from ui.shell.assets import give_out, published, standing

HEIGHT = 620
_TOLD = "last_object_clicked_tooltip"
_MANY = "+"


def ready() -> None:
    """Have the server give out a map's own frame before any page has drawn one."""
    give_out(streamlit_folium._component_func)


def frame() -> tuple[str, Path]:
    """The name under which the map's own frame is given out, and the folder of its files."""
    component = streamlit_folium._component_func
    return component.name, Path(component.path)


def _show_area(area: str) -> None:
    show(area=area)


def _take_none(areas: list[str]) -> None:
    del areas


def map_panel(
    shown: MapContent,
    *,
    key: str,
    on_area: Callable[[str], None] = _show_area,
    on_areas: Callable[[list[str]], None] = _take_none,
) -> None:
    """Show a map and its legend; a press on an area writes its code to the address bar.

    `on_area` does something else with the code of an area that is pressed, `on_areas` with those
    that were taken at once.
    """
    with st.container(key="map"):
        with st.container(key="legend"):
            tables.legend(shown.layer)
        st_folium(
            base_map(published()),
            key=key,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[_TOLD],
            feature_group_to_add=paint(
                shown.layer,
                shown.anchors,
                selected=shown.selected,
                focus=shown.focus,
                place=shown.place,
                standing=standing(shown.ground),
                units=shown.units,
            ),
            on_change=lambda: _pressed(key, shown.area_of_block, on_area, on_areas),
        )
    tables.note(shown.layer)
    tables.selected_line(shown.layer, shown.selected)


def pair_panel(
    maps: Collection[MapContent],
    legend: Layer | None,
    *,
    key: str,
    place_of: Callable[[str], str],
) -> None:
    """Show up to four maps in step, or one alone, and their one legend where they need one.

    `place_of` names the place that a press on a block selects.
    """
    messages = [
        message(
            one.layer,
            one.anchors,
            selected=one.selected,
            focus=one.focus,
            place=one.place,
            standing=standing(one.ground),
        )
        for one in maps
    ]
    with st.container(key="maps"):
        st_folium(
            pair_map(published()),
            key=key,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[_TOLD],
            feature_group_to_add=paint_pair(
                messages, [(one.heading or one.layer.title, one.said) for one in maps]
            ),
            on_change=lambda: _pressed_block(key, place_of),
        )
    if legend:
        tables.legend(legend)
        tables.note(legend)


def _pressed_block(key: str, place_of: Callable[[str], str]) -> None:
    told = (st.session_state.get(key) or {}).get(_TOLD)
    if told:
        block = told.partition("#")[0]
        show(area=place_of(block) if block else "")


def _pressed(
    key: str,
    areas: pd.Series,
    on_area: Callable[[str], None],
    on_areas: Callable[[list[str]], None],
) -> None:
    told = (st.session_state.get(key) or {}).get(_TOLD)
    if told and told.startswith(_MANY):
        on_areas(taken_areas(told, areas))
    elif told:
        on_area(pressed_area(told, areas))


def taken_areas(told: str, areas: pd.Series) -> list[str]:
    """Read what the map tells of a brush or a lasso, "+block,block#time", as areas, once each."""
    blocks = told.removeprefix(_MANY).partition("#")[0].split(",")
    return list(dict.fromkeys(areas[block] for block in blocks if block in areas.index))


def pressed_area(told: str, areas: pd.Series) -> str:
    """Read what the map tells of a press, "block#time", as an area; "" for the sea."""
    block = told.partition("#")[0]
    return areas.get(block, "")
