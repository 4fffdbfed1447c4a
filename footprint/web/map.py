"""The screen's drawing: the paint that changes, as a message to a map that is there already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from footprint.content.values import HOME
from footprint.facts.anchors import Anchor
from footprint.maps.layer import Area, Layer, Units
from footprint.web.grounds import ON_LAND, Standing
from footprint.web.looks import looks

LONDON = (-0.55, 51.27, 0.36, 51.71)


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
    frames: Sequence[Anchor] = (),
) -> str:
    """Write the paint as JSON that is safe inside a script, whatever the names contain.

    It is a few kilobytes, whatever changes. `focus` is the west, south, east and north the map
    should show; it moves only when that changes. `place` are the positions of blocks to outline as
    the place that was asked for. `frames` are where the names of the layer's footprints go.
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
    if frames:
        content["frames"] = [
            [name, anchor.longitude, anchor.latitude, anchor.radius]
            for name, anchor in zip(layer.footprint_names, frames, strict=True)
        ]
    if layer.bodies_of_block:
        content["bodies"] = layer.bodies_of_block
    if layer.clusters_of_block:
        content["clusters"] = layer.clusters_of_block
    if layer.changed_of_block:
        content["changed"] = layer.changed_of_block
    content["stamp"] = hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]
    return _script_safe(json.dumps(content, separators=(",", ":")))


_BITS = {"hatch": 1, "dashed": 2, "dotted": 4, "falling": 8}


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
