"""Leaflet: the base map that never changes, as folium sends it, and what carries paint to it."""

from __future__ import annotations

from dataclasses import dataclass

import folium
from folium.elements import MacroElement
from folium.template import Template


@dataclass(frozen=True)
class Assets:
    """Addresses of the files the map needs, as its frame sees them."""

    script: str
    style: str
    geometry: str


class _Engine(MacroElement):
    """Starts the block drawing on a Leaflet map."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.footprints = new FootprintSide({{ this.parent }}, {{ this.geometry|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, geometry: str) -> None:
        super().__init__()
        self._name = "Engine"
        self.geometry = geometry

    @property
    def parent(self) -> str:
        return self._parent.get_name()


class _Paint(MacroElement):
    """Carries one message of paint to the block drawing."""

    _template = Template(
        "{% macro script(this, kwargs) %}window.footprints.paint({{ this.message }});{% endmacro %}"
    )

    def __init__(self, message: str) -> None:
        super().__init__()
        self._name = "Paint"
        self.message = message


def base_map(assets: Assets) -> folium.Map:
    """A Leaflet map of England without tiles, whose script is the same on every run.

    A message may paint up to four maps in its frame. Leaflet comes from the addresses given, so
    that the page asks nobody else for anything.
    """

    class FootprintBase(folium.Map):
        default_js = [("map_js", assets.script)]
        default_css = [("map_css", assets.style)]

    base = FootprintBase(
        location=[52.9, -1.8],
        zoom_start=6,
        tiles=None,
        # In Leaflet's spelling: folium keeps its own min_zoom and max_zoom for tiles alone.
        minZoom=5,
        maxZoom=11,
        # The drawing follows the size of the frame itself.
        trackResize=False,
        # Fine enough that England can fill any frame.
        zoom_snap=0.02,
        zoom_delta=1,
        wheel_px_per_zoom_level=110,
    )
    base.add_child(_Engine(assets.geometry))
    return base


def carrying(told: str) -> folium.FeatureGroup:
    """A message of paint as folium sends it to a map that is there already."""
    group = folium.FeatureGroup(name="paint")
    group.add_child(_Paint(told))
    return group
