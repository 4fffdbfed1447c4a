"""The screen's drawing: a base map that never changes, and paint that does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass

import folium
from folium.elements import MacroElement
from folium.template import Template

from footprint.content.values import HOME
from footprint.facts.anchors import Anchor
from footprint.maps.layer import Area, Layer, Units
from footprint.web.grounds import ON_LAND, Standing
from footprint.web.looks import looks

LONDON = (-0.55, 51.27, 0.36, 51.71)


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
        "window.footprints = new {{ this.kind }}({{ this.parent }}, {{ this.geometry|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, geometry: str, kind: str) -> None:
        super().__init__()
        self._name = "Engine"
        self.geometry = geometry
        self.kind = kind

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


Base = Callable[[Assets], folium.Map]
"""What makes an empty map, of one kind or another."""


def base_map(assets: Assets) -> folium.Map:
    """A Leaflet map of England without tiles, whose script is the same on every run.

    Leaflet comes from the addresses given, so that the page asks nobody else for anything.
    """
    return _base(assets, "FootprintMap")


def pair_map(assets: Assets) -> folium.Map:
    """Up to four maps in step, in one frame; they too have a script that is always the same."""
    return _base(assets, "FootprintPair")


def _base(assets: Assets, kind: str) -> folium.Map:
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
        # Fine enough that England can fill any frame.
        zoom_snap=0.02,
        zoom_delta=1,
        wheel_px_per_zoom_level=110,
    )
    base.add_child(_Engine(assets.geometry, kind))
    return base


def carrying(told: str) -> folium.FeatureGroup:
    """A message of paint as folium sends it to a map that is there already."""
    group = folium.FeatureGroup(name="paint")
    group.add_child(_Paint(told))
    return group


def pair_message(messages: Iterable[str], bars: Iterable[tuple[str, str]]) -> str:
    """The message that paints up to four maps; `bars` are a title and words above each."""
    titles = _script_safe(json.dumps(list(bars)))
    return f'{{"bars":{titles},"sides":[{",".join(messages)}]}}'


def message(
    layer: Layer,
    anchors: Mapping[str, Anchor],
    *,
    selected: str = "",
    focus: tuple[float, float, float, float] = HOME,
    place: Iterable[int] = (),
    standing: Standing = ON_LAND,
    units: Units | None = None,
) -> str:
    """Write the paint as JSON that is safe inside a script, whatever the names contain.

    It is a few kilobytes, whatever changes. `focus` is the west, south, east and north the map
    should show; it moves only when that changes. `place` are the positions of blocks to outline as
    the place that was asked for.
    """
    words, fills = _Pool(), _Pool()
    content = {
        "title": layer.title,
        "summary": layer.summary,
        "areas": [_row(area, anchors, words, fills) for area in layer.areas],
        "words": list(words),
        "fills": list(fills),
        "owner": layer.area_of_block,
        "selected": layer.position(selected),
        "focus": [round(edge, 3) for edge in focus],
        "home": HOME,
        "london": LONDON,
    }
    content |= standing.told(layer)
    if place := tuple(place):
        content["place"] = place
    if units:
        content["units"] = asdict(units)
    if layer.footprint_of_block:
        content["frame"] = layer.footprint_of_block
    if layer.bodies_of_block:
        content["bodies"] = layer.bodies_of_block
    if layer.clusters_of_block:
        content["clusters"] = layer.clusters_of_block
    if layer.changed_of_block:
        content["changed"] = layer.changed_of_block
    content["stamp"] = hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]
    return _script_safe(json.dumps(content, separators=(",", ":")))


_BITS = {"hatch": 1, "dashed": 2, "dotted": 4}


class _Pool(dict[str, int]):
    """Texts said once each, and known afterwards by their number."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


def _row(area: Area, anchors: Mapping[str, Anchor], words: _Pool, fills: _Pool) -> list[object]:
    """One area as the browser reads it; the order is the one `areasFrom` expects there."""
    anchor = anchors.get(area.id) if area.labelled else None
    short = [area.short] if area.short != area.name else []
    place = [anchor.longitude, anchor.latitude, anchor.radius, *short] if anchor else []
    # Most lines begin alike, "Residents: …", so that beginnings are said once too.
    tooltip = [[words[part] for part in line.split(": ", 1)] for line in area.tooltip]
    bits = sum(_BITS.get(look, 0) for look in looks(area.marks))
    return [area.id, area.name, fills[area.fill], bits, words[area.value], tooltip, *place]


# Besides the characters that end a script, the brace and the underscore are written as codes:
# the component rewrites {{ }} and _names in whatever passes through it.
_CODED = {ord(c): f"\\u{ord(c):04x}" for c in "<>&_\u2028\u2029"}


def _script_safe(text: str) -> str:
    return text.translate(_CODED).replace("{{", "{\\u007b")
