"""Leaflet: the frame that a map stands in, which is the same on every run but for its paint.

streamlit-folium writes out a map anew whenever it is shown. Here that is done once, and each run
sends what `st_folium` would send, with the paint in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit_folium as frames

from footprint.web.leaflet import base_map, carrying
from ui.shell import drawing as st
from ui.shell.assets import give_out, published

HEIGHT = 620
TOLD = "last_object_clicked_tooltip"
"""Where the frame says what was pressed in it."""

_PAINT = "paint goes here"


def ready() -> None:
    """Have the server give out a map's own frame before any page has drawn one."""
    give_out(frames._component_func)


def frame() -> tuple[str, Path]:
    """The name under which the map's own frame is given out, and the folder of its files."""
    component = frames._component_func
    return component.name, Path(component.path)


def leaflet(paint: str, *, key: str, on_change: Callable[[], None]) -> None:
    """Show the base map with a message of paint; what is pressed in it stands under `key`."""
    told = _written(key)

    def changed() -> None:
        st.session_state[key] = st.session_state.get(told["key"], {})
        on_change()

    before, after = _around()
    frames._component_func(**told, feature_group=f"{before}{paint}{after}", on_change=changed)


@cache
def _written(key: str) -> dict[str, object]:
    """What the frame is told of the base map."""
    shown = base_map(published())
    shown.get_root().render()
    # Writing the script changes the map, so that it comes last.
    html, header = frames._get_html(shown), frames._get_header(shown)
    script = frames._get_map_string(shown)
    return {
        "script": script,
        "header": header,
        "html": html,
        "id": frames.get_full_id(shown),
        "key": frames.generate_js_hash(script, key, False),
        "height": HEIGHT,
        "width": None,
        "returned_objects": [TOLD],
        "default": {TOLD: None},
        "zoom": None,
        "center": None,
        "return_on_hover": False,
        "layer_control": None,
        "pixelated": False,
        "css_links": [address for _, address in shown.default_css],
        "js_links": [address for _, address in shown.default_js],
        "wrap_longitude": False,
    }


@cache
def _around() -> tuple[str, str]:
    """The script before and after the paint."""
    shown = base_map(published())
    frames._get_map_string(shown)
    before, _, after = frames._get_feature_group_string(carrying(_PAINT), shown).partition(_PAINT)
    return before, after
