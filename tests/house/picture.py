"""The picture of the house, docs/rooms.svg: drawn from the imports by `make rooms`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.etree import ElementTree

from tests.house.code import ROOT
from tests.house.rooms import Building, Room, house
from tests.house.routes import FLOOR, TALL, WIDE, Place, places, rounded, routes

PICTURE = ROOT / "docs" / "rooms.svg"

_MARGIN, _TOP, _HEAD, _FOOT, _APART = 30, 28, 54, 18, 36
_SAID = {
    "ui": "what a person sees, drawn with Streamlit",
    "footprint": "what is computed, without Streamlit",
}
_QUIET = "#5b6b7a"
_GROUND = {"ui": "#f4f8f5", "footprint": "#f3f7fc"}
_SHADE = {"ui": "#e2eee6", "footprint": "#e1ecf8"}
_EDGE = {"ui": "#00703c", "footprint": "#005eb8"}
_STYLE = (
    "text{font-family:Arial,Helvetica,sans-serif;fill:#1b2733}"
    ".quiet{fill:#5b6b7a;font-size:12px;font-weight:normal}.room{font-size:15px;font-weight:bold}"
    ".house{font-size:18px;font-weight:bold}.arrow{fill:none;stroke-width:1.6}"
)
_LEGEND = (
    "An arrow goes from a room to one it builds on, unless that follows from other arrows; "
    "dashed: files."
)
_FILES = (
    (_MARGIN, 280, "official files", "ONS, NHS England, MHCLG"),
    (_MARGIN + 340, 280, "geo/", "the recipe: makes the tables anew"),
    (_MARGIN + 680, 440, "data/ and geo/blocks.geojson", "facts, each listed with its checksum"),
)


def drawn(buildings: Iterable[Building]) -> str:
    """The whole picture as SVG; the same text for the same house."""
    parts = [f'<text x="{WIDE - _MARGIN}" y="18" text-anchor="end" class="quiet">{_LEGEND}</text>']
    top = 0
    for building in buildings:
        if not top:
            top = _TOP
        else:
            parts.append(_arrow(f"M{WIDE / 2},{top} V{top + _APART - 2}", "ui", "stroke-width:4"))
            top += _APART
        parts += _building(building, top)
        top += _height(building)
    parts += _ground(top)
    heads = "".join(_arrow_head(name) for name in (*_EDGE, "files"))
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {top + _APART + TALL + 12}" '
        f'width="{WIDE}" role="img" aria-label="The rooms of the code and who builds on whom">\n'
        f"<style>{_STYLE}</style>\n<defs>{heads}</defs>\n"
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def _height(building: Building) -> int:
    return _HEAD + (len(building.floors) - 1) * FLOOR + TALL + _FOOT


def _arrow_head(name: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        f'markerHeight="7" orient="auto"><path d="M0,0.5 L8,4 L0,7.5 Z" '
        f'fill="{_EDGE.get(name, _QUIET)}"/></marker>'
    )


def _arrow(path: str, kind: str, style: str = "", ends: tuple[str, str] | None = None) -> str:
    named = f' data-from="{ends[0]}" data-to="{ends[1]}"' if ends else ""
    styled = f' style="{style}"' if style else ""
    return (
        f'<path class="arrow"{named} d="{path}" stroke="{_EDGE.get(kind, _QUIET)}"{styled} '
        f'marker-end="url(#{kind})"/>'
    )


def _building(building: Building, top: int) -> Iterator[str]:
    name, where = building.name, places(building, top + _HEAD)
    yield f'<g data-building="{name}">'
    yield (
        f'<rect x="{_MARGIN}" y="{top}" width="{WIDE - 2 * _MARGIN}" height="{_height(building)}" '
        f'rx="10" fill="{_GROUND[name]}" stroke="{_EDGE[name]}" stroke-opacity="0.35"/>'
    )
    yield (
        f'<text x="{_MARGIN + 18}" y="{top + 31}" class="house">{name}/'
        f'<tspan class="quiet" dx="10">{_SAID[name]}</tspan></text>'
    )
    for floor in building.floors:
        yield (
            f'<rect x="{_MARGIN + 14}" y="{where[floor[0].name].top - 9}" '
            f'width="{WIDE - 2 * _MARGIN - 28}" height="{TALL + 18}" rx="6" fill="{_SHADE[name]}"/>'
        )
    for ends, path in routes(building.arrows, where).items():
        yield _arrow(path, name, ends=ends)
    for floor in building.floors:
        for room in floor:
            yield from _room(name, room, where[room.name])
    yield "</g>"


def _room(building: str, room: Room, place: Place) -> Iterator[str]:
    modules = "1 module" if room.modules == 1 else f"{room.modules} modules"
    lines = rounded(room.lines)
    yield (
        f'<g data-room="{room.name}" data-floor="{place.level}" data-modules="{room.modules}" '
        f'data-lines="{lines}"><rect x="{place.left:.1f}" y="{place.top:.1f}" '
        f'width="{place.width:.1f}" height="{TALL}" rx="5" fill="#ffffff" '
        f'stroke="{_EDGE[building]}" stroke-width="1.6"/>'
    )
    yield from _words(place.middle, place.top, room.name, f"{modules}, {lines:,} lines")
    yield "</g>"


def _ground(top: int) -> Iterator[str]:
    """The files under the house: they are read, never imported."""
    level, dashed = top + _APART, "stroke-dasharray:5 4"
    for left, wide, name, words in _FILES:
        yield (
            f'<rect x="{left}" y="{level}" width="{wide}" height="{TALL}" rx="5" '
            f'fill="#f6f6f4" stroke="{_QUIET}" stroke-width="1.4"/>'
        )
        yield from _words(left + wide / 2, level, name, words)
    for (left, wide, *_), (following, *_) in pairwise(_FILES):
        yield _arrow(f"M{left + wide},{level + TALL / 2} H{following - 2}", "files", dashed)
    left, wide, *_ = _FILES[-1]
    yield _arrow(f"M{left + wide / 2},{level} V{top + 3}", "files", dashed)


def _words(middle: float, top: float, name: str, words: str) -> Iterator[str]:
    for down, kind, said in ((25, "room", name), (44, "quiet", words)):
        yield (
            f'<text x="{middle:.1f}" y="{top + down:.1f}" text-anchor="middle" '
            f'class="{kind}">{said}</text>'
        )


_SVG = "{http://www.w3.org/2000/svg}"


def read(picture: str) -> tuple[Building, ...]:
    """The house as a picture shows it."""
    groups = ElementTree.fromstring(picture).iterfind(f"{_SVG}g[@data-building]")
    return tuple(_read(group) for group in groups)


def _read(group: ElementTree.Element) -> Building:
    floors: dict[str, tuple[Room, ...]] = {}
    for room in group.iterfind(f"{_SVG}g[@data-room]"):
        name, floor, modules, lines = (
            room.attrib[f"data-{what}"] for what in ("room", "floor", "modules", "lines")
        )
        floors[floor] = (*floors.get(floor, ()), Room(name, int(modules), int(lines)))
    arrows = (path.attrib for path in group.iterfind(f"{_SVG}path[@data-from]"))
    ends = tuple((arrow["data-from"], arrow["data-to"]) for arrow in arrows)
    return Building(group.attrib["data-building"], tuple(floors.values()), ends)


if __name__ == "__main__":
    PICTURE.write_text(drawn(house()), encoding="utf-8")
