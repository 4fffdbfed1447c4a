"""The map on the page: drawn once, then repainted; a press writes the address bar."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pandas as pd

from footprint.content.values import MapContent
from footprint.maps.layer import Layer
from footprint.web.map import message, pair_message
from ui.parts import tables
from ui.parts.leaflet import TOLD, leaflet
from ui.parts.once import once
from ui.shell import drawing as st
from ui.shell.address import show
from ui.shell.assets import standing

_MAP = "map-on-the-page"
_MANY = "+"


def _show_area(area: str) -> None:
    show(area=area)


def _take_none(areas: list[str]) -> None:
    del areas


def map_panel(
    shown: MapContent,
    *,
    on_area: Callable[[str], None] = _show_area,
    on_areas: Callable[[list[str]], None] = _take_none,
) -> None:
    """Show a map and its legend; a press on an area writes its code to the address bar.

    It stays in its place, `ui.parts.places`, while the page around it goes, so that the next page's
    map is painted where this one is.

    `on_area` does something else with the code of an area that is pressed, `on_areas` with those
    that were taken at once.
    """
    _in_its_place(
        "legend",
        shown.layer,
        _paint(shown),
        lambda: _pressed(shown.area_of_block, on_area, on_areas),
    )
    tables.note(shown.layer)
    tables.selected_line(shown.layer, shown.selected)


def compared(
    maps: Collection[MapContent], legend: Layer | None, *, place_of: Callable[[str], str]
) -> None:
    """Show up to four maps in step where other pages have one, over the legend they share, if any.

    `place_of` names the place that a press on a block selects.
    """
    _in_its_place("shared-legend", legend, _in_step(maps), lambda: _pressed_block(_MAP, place_of))


def before_and_after(
    maps: Collection[MapContent], *, key: str, place_of: Callable[[str], str]
) -> None:
    """Show two maps in step in a frame of their own, for a page on which they are a small part."""
    with st.container(key="maps"):
        leaflet(_in_step(maps), key=key, on_change=lambda: _pressed_block(key, place_of))


def _in_its_place(
    key: str, legend: Layer | None, paint: str, on_change: Callable[[], None]
) -> None:
    with st.staying():
        box = st.container(key="map")
        with box:
            explained = st.container(key=key)
    with explained, st.staying():
        if legend:
            tables.legend(legend)
        else:
            st.empty()
    with box, st.staying():
        leaflet(paint, key=_MAP, on_change=on_change)


def _in_step(maps: Collection[MapContent]) -> str:
    bars = [(one.heading or one.layer.title, one.said) for one in maps]
    return pair_message(map(_paint, maps), bars)


@once
def _paint(shown: MapContent) -> str:
    """The message that paints a map."""
    return message(
        shown.layer,
        shown.anchors,
        selected=shown.selected,
        focus=shown.focus,
        place=shown.place,
        standing=standing(shown.ground),
        units=shown.units,
        frames=shown.frames,
    )


def _pressed_block(key: str, place_of: Callable[[str], str]) -> None:
    told = (st.session_state.get(key) or {}).get(TOLD)
    if told:
        block = told.partition("#")[0]
        show(area=place_of(block) if block else "")


def _pressed(
    areas: pd.Series,
    on_area: Callable[[str], None],
    on_areas: Callable[[list[str]], None],
) -> None:
    told = (st.session_state.get(_MAP) or {}).get(TOLD)
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
