"""Labels for paper: where each area's name stands, so that none is on top of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from footprint.ink.pages import box_at
from footprint.ink.words import MM, balanced, clean, width
from footprint.labels.rasters import (
    CELL,
    Raster,
    cells_of,
    distance_to_edge,
    room,
    summed_area,
)
from footprint.papers.box import Box

LEADING = 1.16
# Between a name and the value on its line, in ems: plain even in a font a little wider.
GAP = 0.5
SMALLEST = 6.5
_LONGEST = 84
_MOST_LINES = 6
# Between words and the border of their area, whose line is half a millimetre thick: more of it
# would lead names away from their land.
_MARGIN = 0.4
Spot = tuple[float, float]


@dataclass(frozen=True)
class Name:
    """What is to be written on one area, by its position; `must` says that it may not be left out.

    `value` stands below the name, or is "". A `frame` is a footprint over a map of authorities,
    and `area` its own position.
    """

    area: int
    words: str
    value: str = ""
    must: bool = True
    frame: bool = False


@dataclass(frozen=True)
class Label:
    """A name in its place: its lines, its size in points and the room it takes in millimetres.

    `leader` runs from the area to the words where they do not stand on it. `plate` says that
    they stand on other areas and need a white ground. `number`, where it is not 0, is written
    instead, and the words go into a list. `abreast` says that the value ends the last line of
    words, and has no line of its own.
    """

    name: Name
    lines: tuple[str, ...]
    size: float
    box: Box
    leader: tuple[Spot, ...] = ()
    plate: bool = False
    number: int = 0
    abreast: bool = False


@dataclass(frozen=True)
class Form:
    """One way to set a name: its lines, the size in points and the room in millimetres."""

    lines: tuple[str, ...]
    size: float
    width: float
    height: float
    abreast: bool = False


@lru_cache(maxsize=4096)
def forms(name: Name, size: float) -> tuple[Form, ...]:
    """Set a name in one line, in two, and so on, its value below.

    One too long for any map has no form, and a number takes its place.
    """
    words = clean(name.words).split(" ")
    if len(clean(name.words)) > _LONGEST:
        return ()
    lengths = [width(word, size, bold=name.frame) for word in words]
    space = width(" ", size)
    counts = range(1, min(len(words), _MOST_LINES) + 1)
    settings = dict.fromkeys(tuple(balanced(words, lengths, space, count)) for count in counts)
    # A line that holds nothing but "and" looks like a mistake.
    good = [lines for lines in settings if len(lines) == 1 or min(map(len, lines)) > 3]
    value = clean(name.value)
    return tuple(_form(lines, value, size, bold=name.frame) for lines in good or settings)


def _form(lines: tuple[str, ...], value: str, size: float, *, bold: bool) -> Form:
    widest = max(*(width(line, size, bold=bold) for line in lines), width(value, size, bold=True))
    both = (*lines, value) if value else lines
    return Form(both, size, widest, _tall(both, size))


def _tall(lines: Sequence[str], size: float) -> float:
    return (1 + LEADING * (len(lines) - 1)) * size * MM


@lru_cache(maxsize=4096)
def low_forms(name: Name, size: float) -> tuple[Form, ...]:
    """Set a name in as few lines as `forms` does, its value at the end of the last of them."""
    if not name.value:
        return forms(name, size)
    value = width(clean(name.value), size, bold=True)
    found = []
    for form in forms(name, size):
        *above, last = form.lines[:-1]
        ended = width(last, size, bold=name.frame) + GAP * size * MM + value
        wide = max([*(width(line, size, bold=name.frame) for line in above), ended])
        lines = (*above, last)
        found.append(Form(lines, size, wide, _tall(lines, size), abreast=True))
    return tuple(found)


def inside(name: Name, grid: Raster, sizes: Sequence[float]) -> Label | None:
    """Place a name wholly on its own area, as large as it can be, or not at all."""
    own, corner = cut(grid, name.area)
    summed = summed_area(own)
    for size in sizes:
        found = [_roomiest(form, summed, corner) for form in forms(name, size)]
        if any(found):
            _, form, box = max((one for one in found if one), key=lambda one: one[0])
            return Label(name, form.lines, size, box)
    return None


def _roomiest(form: Form, summed: np.ndarray, corner: Spot) -> tuple[float, Form, Box] | None:
    wide, tall = form.width + 2 * _MARGIN, form.height + 2 * _MARGIN
    fits = room(summed, wide, tall)
    if not fits.any():
        return None
    distances = distance_to_edge(fits)
    row, column = np.unravel_index(np.argmax(distances), distances.shape)
    # The rectangle is tested in whole cells; the words stand in the middle of those.
    left = corner[0] + (column + cells_of(wide) / 2) * CELL - form.width / 2
    low = corner[1] + (row + cells_of(tall) / 2) * CELL - form.height / 2
    box = box_at((float(left), float(low)), form.width, form.height)
    return float(distances.max()), form, box


def pole(area: int, grid: Raster, clear: np.ndarray) -> Spot:
    """Return the pole of inaccessibility of an area, the point furthest from its edge.

    It lies on cells that are `clear`, where the area has any of them.
    """
    own, corner = cut(grid, area, clear)
    if not own.any():
        own, corner = cut(grid, area)
    row, column = np.unravel_index(np.argmax(distance_to_edge(own)), own.shape)
    return (corner[0] + (column + 0.5) * CELL, corner[1] + (row + 0.5) * CELL)


def cut(grid: Raster, area: int, clear: np.ndarray | bool = True) -> tuple[np.ndarray, Spot]:
    """Return the cells round an area, true where it is and is clear, and where they begin."""
    own = (grid.cells == area) & clear
    rows, columns = np.flatnonzero(own.any(1)), np.flatnonzero(own.any(0))
    if not len(rows):
        return np.zeros((1, 1), dtype=bool), grid.middle(0, 0)
    found = own[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return found, grid.middle(rows[0], columns[0])


def poles(names: Sequence[Name], grid: Raster, clear: np.ndarray) -> Mapping[int, Spot]:
    """Return where the leader of each name begins, by area; on `clear` cells if it can."""
    return {name.area: pole(name.area, grid, clear) for name in names}
