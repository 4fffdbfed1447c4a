"""Layouts: where on a sheet the maps stand and where the words, so that the maps are large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from footprint.ink.blocks import Block, Line, height
from footprint.papers.box import Box
from footprint.print.flows import PARTED, flowed, held, shared_out, stacked

_BETWEEN = 6.0
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
# How much of the maps' size one point of the words' size is worth, and where it must be legible.
WORTH, LEGIBLE = 0.07, 0.12
# How much room beside the land is worth, where names stand on the sea, and how much is enough.
# It is worth more to names in large letters.
SEA, SEA_OF_LARGE = (0.25, 0.25), (0.6, 0.42)
_MOST_WORDS, _WIDEST, _HALF, _MOST_CROWDED = 0.5, 0.38, 0.5, 0.65
_SHARES = (0.38, 0.44, 0.5, 0.56, 0.62)
# Words on the sea: how wide they are in millimetres, and how much of its height they may take.
_OVER, _MOST_TALL = (58.0, 54.0, 50.0, 46.0), 0.8
# Room below them for a list of some numbers, in millimetres.
_FEW_NUMBERS = 14.0
# Where the land stands then: in the middle, or moved to the left.
_ACROSS = (0.5, 0.25, 0.0)
# Lengths that are alike may differ by so little, having been added up in another order.
_HAIR = 1e-6
# Given a width in millimetres and a size in points, the blocks of words in reading order.
Setting = Callable[[float, float], Sequence[Block]]
# Given a map, words on it and how far across the land stands, whether the words keep off it.
Clear = Callable[[Box, Box, float], bool]
# Given the width of a map, the room for the heading over it; millimetres.
Above = Callable[[float], float]


@dataclass(frozen=True)
class Column:
    """Lines of words and where they stand; the `room` downwards, and all else, in millimetres."""

    left: float
    top: float
    width: float
    room: float
    lines: Block


@dataclass(frozen=True)
class Layout:
    """Where each map stands, and the columns of words.

    `spare` is what words beside the maps leave free. So many columns as `lower` says, the last,
    stand under all else with the last block of words; `rest` are lines that have no room. Words
    that are `over` the map stand on its sea, with the land so far `across`: 0 left, 1 right.
    """

    maps: tuple[Box, ...]
    columns: tuple[Column, ...]
    size: float
    spare: Box | None = None
    lower: int = 0
    rest: tuple[Line, ...] = ()
    over: bool = False
    across: float = 0.5


_Halves = tuple[Box, tuple[Column, ...]]


def arranged(
    body: Box,
    count: int,
    aspect: float,
    setting: Setting,
    above: Above,
    worth: float = WORTH,
    sea: tuple[float, float] = (0.0, 0.0),
) -> Layout:
    """Lay out so many maps of one shape, and the words beside, below or among them.

    `aspect` is width by height of what the maps show, `above` the room for the headings over
    maps of a width. Of all arrangements the one with the largest maps is taken, unless its
    words are small: a point of their size is `worth` that share of the maps' size, and so is the
    `sea` beside the land, as a share of a map's width, up to a second share.
    """
    found = [
        Layout(_cells(area, count, across, above), columns, size, _spare(area, columns))
        for place, size in product((_beside, _wide, _half, _below), SIZES)
        if (halves := place(body, setting, size))
        for area, columns in [halves]
        for across in _rows_of(count)
    ]
    among = [
        laid
        for across, size in product(range(2, count), SIZES)
        if (laid := _among(body, count, across, setting, size, above))
    ]
    return max(
        [*found, *among] or [_crowded(body, count, aspect, setting, above)],
        key=lambda one: (
            scale(one.maps, aspect)
            * (1 - worth * (9 - one.size))
            * (1 + sea[0] * min(_beside_land(one.maps, aspect), sea[1]))
        ),
    )


def refilled(layout: Layout, setting: Setting, taken: float) -> Layout | None:
    """The same maps with other words in the same columns, or nothing where those have no room.

    `taken` is what something else takes at the foot of a column.
    """
    first = layout.columns[0]
    blocks = setting(first.width, layout.size)
    if layout.rest:
        kept, rest = held(stacked(blocks), first.room)
        return replace(layout, columns=(replace(first, lines=kept),), rest=tuple(rest))
    filled = zip(layout.columns, _shared(layout, blocks, setting), strict=False)
    columns = tuple(replace(one, lines=lines) for one, lines in filled)
    fits = all(height(one.lines) <= one.room - taken + _HAIR for one in columns)
    return replace(layout, columns=columns) if fits else None


def _crowded(body: Box, count: int, aspect: float, setting: Setting, above: Above) -> Layout:
    """Give the words most of the sheet where they need it, and keep back what even that lacks."""
    size = SIZES[-1]
    halves = [(_below(body, setting, size, _MOST_CROWDED), 0)]
    halves += [_corner(body, setting, size, share * body.width) for share in _SHARES]
    found = [
        Layout(_cells(area, count, across, above), columns, size, lower=lower)
        for half, lower in halves
        if half
        for area, columns in [half]
        for across in _rows_of(count)
    ]
    if found:
        return max(found, key=lambda one: scale(one.maps, aspect))
    # The last block can be read elsewhere, but what a number means must stand beside its map.
    wide = next(
        (
            share * body.width
            for share in _SHARES
            if height(stacked(setting(share * body.width, size)[:-1])) < body.height - _BETWEEN
        ),
        _WIDEST * body.width,
    )
    kept, rest = held(stacked(setting(wide, size)), body.height)
    area = Box(body.left, body.top, body.width - wide - _BETWEEN, body.height)
    column = Column(body.right - wide, body.top, wide, body.height, kept)
    cells = [_cells(area, count, across, above) for across in _rows_of(count)]
    maps = max(cells, key=lambda maps: scale(maps, aspect))
    return Layout(maps, (column,), size, rest=tuple(rest))


def _corner(body: Box, setting: Setting, size: float, wide: float) -> tuple[_Halves | None, int]:
    """Set the last block of words under all else, across the sheet, and the others beside."""
    under = _columns(body, lambda *asked: setting(*asked)[-1:], size)
    notes = flowed(setting(under[0].width, size)[-1], _abreast(body))
    tall = max(map(height, notes)) + _BETWEEN
    upper = replace(body, height=body.height - tall)
    beside = _column(upper, lambda *asked: setting(*asked)[:-1], size, wide)
    if not beside:
        return None, 0
    area, columns = beside
    step = under[0].width + _BETWEEN
    lower = tuple(
        Column(body.left + n * step, upper.bottom + _BETWEEN, under[0].width, tall, lines)
        for n, lines in enumerate(notes)
    )
    return (area, (*columns, *lower)), len(lower)


def _shared(layout: Layout, blocks: Sequence[Block], setting: Setting) -> list[Block]:
    """The lines of every column of a layout."""
    if layout.lower:
        under = setting(layout.columns[-1].width, layout.size)[-1]
        return [stacked(blocks[:-1]), *flowed(under, layout.lower)]
    several = len(layout.columns) > 1
    return shared_out(blocks, len(layout.columns)) if several else [stacked(blocks)]


def _abreast(body: Box) -> int:
    return 3 if body.width > 230 else 2


def _rows_of(count: int) -> list[int]:
    """How many of so many maps can stand in every row."""
    return [across for across in range(1, count + 1) if count % across == 0]


def _among(
    body: Box, count: int, across: int, setting: Setting, size: float, above: Above
) -> Layout | None:
    """Put the words where the last row of maps has a place left."""
    if count % across == 0:
        return None
    *maps, last = _cells(body, count + 1, across, above)
    lines = stacked(setting(last.width, size))
    top = last.top - above(last.width)
    if height(lines) > last.bottom - top:
        return None
    return Layout(
        tuple(maps), (Column(last.left, top, last.width, last.bottom - top, lines),), size
    )


def scale(boxes: Sequence[Box], aspect: float) -> float:
    """How tall what maps of one shape show stands on them, in millimetres."""
    return min(boxes[0].width / aspect, boxes[0].height)


def _beside_land(boxes: Sequence[Box], aspect: float) -> float:
    """The share of a map's width that what it shows leaves free."""
    return 1 - scale(boxes, aspect) * aspect / boxes[0].width


def _spare(area: Box, columns: Sequence[Column]) -> Box | None:
    """Return what a column beside the maps leaves free below its words."""
    if len(columns) > 1:
        return None
    only = columns[0]
    tall = area.bottom - PARTED - height(only.lines) - only.top
    return Box(only.left, area.bottom - tall, only.width, tall)


def _cells(area: Box, count: int, across: int, above: Above) -> tuple[Box, ...]:
    """Cut a rectangle into equal cells, row by row from the top."""
    down = -(-count // across)
    wide = (area.width - (across - 1) * _BETWEEN) / across
    tall = (area.height - (down - 1) * _BETWEEN) / down
    return tuple(
        Box(
            area.left + (n % across) * (wide + _BETWEEN),
            area.top + (n // across) * (tall + _BETWEEN) + above(wide),
            wide,
            tall - above(wide),
        )
        for n in range(count)
    )


def _beside(body: Box, setting: Setting, size: float) -> _Halves | None:
    return _column(body, setting, size, min(max(0.26 * body.width, 56.0), 84.0))


def over(body: Box, setting: Setting, clear: Clear, size: float) -> Layout | None:
    """Set the words on the sea in the upper right, as wide as the land leaves room for them."""
    for across, wide in product(_ACROSS, _OVER):
        lines = stacked(setting(wide, size))
        words = Box(body.right - wide, body.top, wide, height(lines) + _FEW_NUMBERS)
        if words.height < _MOST_TALL * body.height and clear(body, words, across):
            column = Column(words.left, words.top, wide, words.height, lines)
            return Layout((body,), (column,), size, over=True, across=across)
    return None


def _wide(body: Box, setting: Setting, size: float) -> _Halves | None:
    return _column(body, setting, size, _WIDEST * body.width)


def _half(body: Box, setting: Setting, size: float) -> _Halves | None:
    return _column(body, setting, size, _HALF * body.width)


def _column(body: Box, setting: Setting, size: float, wide: float) -> _Halves | None:
    lines = stacked(setting(wide, size))
    if height(lines) > body.height:
        return None
    area = Box(body.left, body.top, body.width - wide - _BETWEEN, body.height)
    return area, (Column(body.right - wide, body.top, wide, body.height, lines),)


def _below(body: Box, setting: Setting, size: float, most: float = _MOST_WORDS) -> _Halves | None:
    columns = _columns(body, setting, size)
    tall = max(height(column.lines) for column in columns) + _BETWEEN
    if tall > most * body.height:
        return None
    area = Box(body.left, body.top, body.width, body.height - tall)
    under = area.bottom + _BETWEEN
    room = tall - _BETWEEN
    return area, tuple(replace(column, top=under, room=room) for column in columns)


def _columns(body: Box, setting: Setting, size: float) -> tuple[Column, ...]:
    """Set the words in columns side by side across a whole rectangle, from its top."""
    count = _abreast(body)
    wide = (body.width - (count - 1) * _BETWEEN) / count
    return tuple(
        Column(body.left + n * (wide + _BETWEEN), body.top, wide, body.height, lines)
        for n, lines in enumerate(shared_out(setting(wide, size), count))
    )
