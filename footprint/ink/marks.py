"""Marks for paper: hatches, dots, the scale bar, the north arrow, and greys for black and white."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from footprint.ink.pages import Page, Points, point
from footprint.ink.shapes import parts
from footprint.ink.words import MM, width
from footprint.maps.layer import Layer
from footprint.maps.marks import Mark
from footprint.maps.palette import (
    BLACK_INK,
    INK,
    NO_FIGURE_FILL,
    OUT_OF_SCOPE_FILL,
    PAPER,
    PATTERN_INK,
    QUALITATIVE,
    QUALITATIVE_GREYS,
    sequential_greys,
)
from footprint.papers.box import Box

HATCH_GAP, DOT_GAP, STRIPE_GAP = 1.7, 1.3, 1.0
# What a mark looks like on paper; boundaries still in force are lines of their own.
_PATTERNS: Mapping[str, Mark] = {
    "hatch": Mark.NO_FIGURE | Mark.MISSES | Mark.SPLIT | Mark.MOVES | Mark.PART,
    "falling": Mark.ENLARGED,
    "dotted": Mark.MERGED | Mark.STAYS | Mark.JOINS,
}
# Over QUALITATIVE_GREYS, for there are fewer greys that stay apart than colours.
_STRIPES = ("", "", "", "", "upright", "level", "upright")
# Any grey could be one of a class, so what is out of scope is crossed and no class is.
_OUT_OF_SCOPE = "crossed"
_WEIGHTS: Mapping[str, float] = {"hatch": 0.6, "falling": 0.6, _OUT_OF_SCOPE: 0.2}
_READABLE = 4.5
CHANGED_DASHES = (1.2, 1.4)
_BAR_LEFT, _BAR_MOST, _BAR_RIGHT = 8.5, 26.0, 9.0
# The letters of a scale bar in points, and millimetres between two of its figures.
_BAR_LETTERS, _BAR_APART = 6.5, 1.2


@dataclass(frozen=True)
class Paint:
    """How an area is filled: a colour, and stripes or nothing over it."""

    fill: str
    stripes: str = ""


def paints(layer: Layer, key: Layer, *, monochrome: bool) -> dict[str, Paint]:
    """Return how every fill of a layer is printed, in colour or in greys that stay apart.

    Greys of classes run from light to dark in the order of the legend.
    """
    rows = (*key.legend, *layer.legend)
    fills = {area.fill for area in layer.areas} | {row.swatch_fill for row in rows}
    if not monochrome:
        return {fill: Paint(fill) for fill in fills}
    kept = {NO_FIGURE_FILL: Paint(PAPER), OUT_OF_SCOPE_FILL: Paint(PAPER, _OUT_OF_SCOPE)}
    ordered = [row.swatch_fill for row in key.legend if row.swatch_fill not in kept]
    # A colour the legend explains is a class, even if it also serves to tell neighbours apart.
    spare = zip(QUALITATIVE, QUALITATIVE_GREYS, _STRIPES, strict=True)
    names = {fill: Paint(*grey) for fill, *grey in spare if fill not in ordered}
    rest = sorted(fills - set(ordered) - set(kept) - set(names), key=lightness, reverse=True)
    classed = list(dict.fromkeys([*ordered, *rest]))
    ramp = map(Paint, sequential_greys(len(classed)))
    return {
        **names,
        **dict(zip(classed, ramp, strict=True)),
        **kept,
    }


def lightness(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1, as the contrast rules define it."""
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(fill: str) -> str:
    """Return the ink for words on a colour: our own where it can be read, else white or black."""
    if contrast(INK, fill) >= _READABLE:
        return INK
    return max((PAPER, BLACK_INK), key=lambda ink: contrast(ink, fill))


def ink_over(fills: Collection[str]) -> str:
    """Return the ink for words over several colours; "" where none can be read on all of them."""
    inks = (INK, PAPER, BLACK_INK)
    readable = (ink for ink in inks if all(contrast(ink, fill) >= _READABLE for fill in fills))
    return next(readable, "")


def patterns_of(marks: Mark, paint: Paint) -> list[str]:
    """Name the patterns that lie over a fill: those of its marks, and the stripes of its grey."""
    names = [name for name, meanings in _PATTERNS.items() if marks & meanings]
    return [*names, paint.stripes] if paint.stripes else names


def _ruled(name: str, bounds: tuple[float, float, float, float], foot: float) -> shapely.Geometry:
    """Rule lines across a rectangle, in step with the page's foot so that neighbours match."""
    west, south, east, north = np.subtract(bounds, (0, foot, 0, foot))
    tall = north - south
    if name in ("hatch", "falling", _OUT_OF_SCOPE):
        step, ends = HATCH_GAP * np.sqrt(2), []
        if name != "falling":
            starts = np.arange(np.floor((west - north) / step) * step, east - south, step)
            ends += [((s + south, south), (s + north, north)) for s in starts]
        if name != "hatch":
            starts = np.arange(np.floor((west + south) / step) * step, east + north, step)
            ends += [((s - south, south), (s - north, north)) for s in starts]
    elif name == "upright":
        starts = np.arange(np.ceil(west / STRIPE_GAP), east / STRIPE_GAP) * STRIPE_GAP
        ends = [((x, south), (x, south + tall)) for x in starts]
    else:
        gap = STRIPE_GAP if name == "level" else DOT_GAP
        starts = np.arange(np.ceil(south / gap), north / gap) * gap
        first = np.floor(west / DOT_GAP) * DOT_GAP
        ends = [((first, y), (east, y)) for y in starts]
    return shapely.transform(shapely.MultiLineString(ends), lambda points: points + (0, foot))


def draw_patterns(
    page: Page,
    shape: shapely.Geometry,
    names: Iterable[str],
    *,
    fill: str,
    spared: shapely.Geometry,
    clip: Box,
) -> None:
    """Rule patterns over a shape of a colour: hatches, stripes and rows of dots.

    They give way to what is spared.
    """
    ink = PATTERN_INK if ink_on(fill) == INK else ink_on(fill)
    ground = shapely.difference(shape, spared)
    for name in names:
        rows = parts(shapely.intersection(_ruled(name, shape.bounds, -page.height), ground))
        if name == "dotted":
            dots = (0.01, DOT_GAP / MM - 0.01)
            page.lines(_in_step(rows), ink, 0.75, dashes=dots, clip=clip)
        else:
            page.lines(rows, ink, _WEIGHTS.get(name, 0.35), clip=clip, butt=True)


def _in_step(rows: list[Points]) -> list[Points]:
    """Begin every row of dots on the same raster, so that dots stand in columns."""
    begun = []
    for row in rows:
        (left, y), (right, _) = sorted(map(tuple, row[[0, -1]]))
        first = np.ceil(left / DOT_GAP) * DOT_GAP
        if first <= right:
            begun.append(np.array([(first, y), (max(right, first + 0.01), y)]))
    return begun


def bar_length(scale: float, most: float) -> float:
    """Return the longest round number of metres whose bar is no longer than `most` millimetres."""
    tens = 10.0 ** np.floor(np.log10(most / scale))
    return float(max(step * tens for step in (1, 2, 5) if step * tens * scale <= most))


def bar_words(metres: float) -> str:
    """Say the length of a scale bar, in kilometres or metres."""
    return f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"


def bar_room(scale: float, across: float) -> tuple[float, float]:
    """Return the millimetres the scale bar and north arrow take on a map of a width, and up."""
    long = bar_length(scale, min(_BAR_MOST, across / 4)) * scale
    return (_BAR_LEFT + long + _BAR_RIGHT, 9.0)


def scale_and_north(page: Page, box: Box, scale: float) -> None:
    """Draw the scale bar and the north arrow into a rectangle of `bar_room`."""
    # A hair more, so that rounding does not make the bar a size shorter.
    metres = bar_length(scale, box.width - _BAR_LEFT - _BAR_RIGHT + 0.01)
    long, left, low = metres * scale, box.left + _BAR_LEFT, box.bottom - 4.6
    page.box(Box(left, low - 1.1, long / 2, 1.1), fill=INK, edge=INK, weight=0.4)
    page.box(Box(left + long / 2, low - 1.1, long / 2, 1.1), fill=PAPER, edge=INK, weight=0.4)
    length, half = bar_words(metres), bar_words(metres / 2).split()[0]
    begins = long - width(length.split()[0], _BAR_LETTERS) / 2
    page.words(left, low + 2.8, "0", _BAR_LETTERS, side="center")
    if begins - long / 2 - width(half, _BAR_LETTERS) / 2 >= _BAR_APART:
        page.words(left + long / 2, low + 2.8, half, _BAR_LETTERS, side="center")
    page.words(left + begins, low + 2.8, length, _BAR_LETTERS)
    _north(page, box.left + 2.6, box.bottom - 1.4)


def _north(page: Page, x: float, low: float) -> None:
    tip, notch = point(x, low - 4.6), point(x, low - 1.1)
    right, left = point(x + 1.7, low), point(x - 1.7, low)
    arrow = np.array([tip, right, notch, left])
    page.shape(shapely.Polygon([tip, notch, left]), INK)
    page.lines([np.vstack((arrow, arrow[:1]))], INK, 0.5)
    page.words(x, low - 5.0, "N", 6.5, bold=True, side="center")
