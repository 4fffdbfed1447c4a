"""Redrawn: a drawing in SVG as lines, shapes and words of a sheet's own.

It reads what Vega writes and no more: groups that are moved, lines, paths and words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import shapely
from lxml import etree
from matplotlib.colors import to_hex, to_rgb

from footprint.charts.flow import Flow
from footprint.charts.flow_places import bands_told
from footprint.charts.vega import Chart
from footprint.ink.pages import Page, Points, point
from footprint.ink.vectors import Named
from footprint.ink.words import MM, clean, width
from footprint.maps.palette import INK, PAPER
from footprint.papers.box import Box
from footprint.print.traces import traced

_SIDES = {"start": "left", "middle": "center", "end": "right"}
# How far letters reach above and below their line, as shares of their size, and the millimetres
# around words that stand over lines.
_RISES, _FALLS, _AROUND = 0.78, 0.22, 0.7
# What Vega calls the group of an area, and of lines that are no part of an axis.
_AREA = "mark-area"
Colour = Callable[[str], str]


def grey(colour: str) -> str:
    """A colour as a black-and-white printer has it, and words in ink as they are."""
    if colour == INK:
        return colour
    red, green, blue = to_rgb(colour)
    return to_hex([0.299 * red + 0.587 * green + 0.114 * blue] * 3)


@dataclass(frozen=True)
class _Place:
    """Where a part of a drawing lies on its sheet: its corner, and millimetres to a pixel.

    Words are turned by so many degrees, with the clock; nothing else is.
    """

    left: float
    top: float
    scale: float
    turn: float = 0.0

    def moved(self, part: etree._Element) -> _Place:
        """Return the place of a part that is moved, or turned, within this one."""
        place = self
        for kind, told in re.findall(r"(translate|rotate)\(([^)]+)\)", part.get("transform", "")):
            numbers = [float(one) for one in _numbers(told)]
            if kind == "rotate":
                place = replace(place, turn=place.turn + numbers[0])
            else:
                place = place.at(*numbers)
        return place

    def at(self, right: float, down: float = 0.0) -> _Place:
        """Return a place so many pixels to the right and further down, as it is turned itself."""
        cos, sin = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        across, along = right * cos - down * sin, right * sin + down * cos
        return replace(
            self, left=self.left + self.scale * across, top=self.top + self.scale * along
        )

    def points(self, points: Points) -> Points:
        """Return some points as shapes and lines of a sheet have them."""
        x, y = np.asarray(points, dtype=float).T * self.scale
        return np.column_stack(point(self.left + x, self.top + y))


def draw(
    page: Page, drawing: str, box: Box, colour: Colour = str, chart: Chart | None = None
) -> None:
    """Draw on a sheet, as wide as a box; `colour` says what becomes of each colour.

    Marks of the `chart` that is drawn have their names, where that is worth it.
    """
    root = etree.fromstring(drawing.encode())
    names = dict(_named(root, chart))
    place = _Place(box.left, box.top, box.width / float(root.get("width")))
    for part in root.iter("{*}path", "{*}line", "{*}text"):
        here = place
        for outer in (*reversed([*part.iterancestors()]), part):
            here = here.moved(outer)
        _DRAWN[etree.QName(part).localname](page, part, here, colour, names.get(part))


def _named(root: etree._Element, chart: Chart | None) -> Iterator[tuple[etree._Element, Named]]:
    """The bands of a flow, each with what it is."""
    if not isinstance(chart, Flow):
        return
    marks = (one for one in root.iter("{*}path") if _AREA in one.getparent().get("class", ""))
    for mark, (name, value) in zip(marks, bands_told(chart), strict=False):
        yield mark, Named("", name, value)


def _ink(part: etree._Element, name: str, colour: Colour) -> str:
    """A colour of a part on white paper, "" where it has none."""
    told = part.get(name, "none")
    if told in ("none", "transparent"):
        return ""
    strength = float(part.get("opacity", 1)) * float(part.get(f"{name}-opacity", 1))
    if not strength:
        return ""
    mixed = (strength * np.array(to_rgb(told)) + (1 - strength) * np.array(to_rgb(PAPER))).tolist()
    return colour(to_hex(mixed))


def _line(
    page: Page, part: etree._Element, here: _Place, colour: Colour, named: Named | None
) -> None:
    end = (float(part.get("x2", 0)), float(part.get("y2", 0)))
    _stroke(page, part, [here.points([(0, 0), end])], here, colour, named)


def _stroke(
    page: Page,
    part: etree._Element,
    lines: list[Points],
    here: _Place,
    colour: Colour,
    named: Named | None = None,
) -> None:
    ink, pixel = _ink(part, "stroke", colour), here.scale / MM
    if ink:
        told = [float(length) for length in _numbers(part.get("stroke-dasharray", ""))]
        # Dashes without gaps are a line, which PowerPoint would not see.
        dashes = [length * pixel for length in told] if any(told[1::2]) else []
        weight = float(part.get("stroke-width", 1)) * pixel
        page.lines(lines, ink, weight, dashes=dashes, butt=True, named=named)


def _numbers(told: str) -> list[str]:
    return [one for one in re.split(r"[ ,]+", told) if one]


def _path(
    page: Page, part: etree._Element, here: _Place, colour: Colour, named: Named | None
) -> None:
    if part.get("class") in ("background", "foreground"):
        return
    lines = [here.points(line) for line in traced(part.get("d", ""))]
    if fill := _ink(part, "fill", colour):
        for line in lines:
            # A band of next to nobody has no surface at all.
            surface = shapely.make_valid(
                shapely.Polygon(line), method="structure", keep_collapsed=False
            )
            page.shape(surface, fill, named=named)
    _stroke(page, part, lines, here, colour)


def _text(
    page: Page, part: etree._Element, here: _Place, colour: Colour, named: Named | None
) -> None:
    del named
    ink = _ink(part, "fill", colour)
    if not ink:
        return
    points = float(part.get("font-size").removesuffix("px")) * here.scale / MM
    bold, side = part.get("font-weight") == "bold", _SIDES[part.get("text-anchor", "start")]
    for line in part.iterchildren("{*}tspan") if len(part) else (part,):
        here, words = here.at(0, float(line.get("dy", 0))), clean(line.text or "")
        if part.get("stroke") != PAPER:
            look = {"bold": bold, "colour": ink, "side": side, "turn": here.turn}
            page.words(here.left, here.top, words, points, **look)
        elif not here.turn:
            # No line runs under words that stand upright.
            ground = _ground(here, width(words, points, bold=bold), points * MM, side)
            page.box(ground, fill=PAPER)


def _ground(here: _Place, wide: float, high: float, side: str) -> Box:
    """The paper around words, under which lines end."""
    left = here.left - {"left": 0.0, "center": 0.5, "right": 1.0}[side] * wide
    return Box(left, here.top - _RISES * high, wide, (_RISES + _FALLS) * high).grown(_AROUND)


_DRAWN: Mapping[str, Callable[[Page, etree._Element, _Place, Colour, Named | None], None]] = {
    "line": _line,
    "path": _path,
    "text": _text,
}
