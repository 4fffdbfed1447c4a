"""Layouts: where on a sheet the maps stand and where the words, so that the maps are large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from footprint.ink.blocks import Block, height
from footprint.papers.box import Box

_BETWEEN = 6.0
_PARTED = 4.2
_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
# How much of the maps' size one point of the words' size is worth.
_WORTH = 0.07
_MOST_WORDS, _WIDEST = 0.5, 0.38
# Given a width in millimetres and a size in points, the blocks of words in reading order.
Setting = Callable[[float, float], Sequence[Block]]
# Given the width of a map, the room for the heading over it; millimetres.
Above = Callable[[float], float]


@dataclass(frozen=True)
class Column:
    """Lines of words and where they stand; `left` and `top` in millimetres."""

    left: float
    top: float
    width: float
    lines: Block


@dataclass(frozen=True)
class Layout:
    """Where each map stands, and the columns of words.

    `spare` is what words beside the maps leave free.
    """

    maps: tuple[Box, ...]
    columns: tuple[Column, ...]
    size: float
    spare: Box | None = None


_Halves = tuple[Box, tuple[Column, ...]]


def arranged(body: Box, count: int, aspect: float, setting: Setting, above: Above) -> Layout:
    """Lay out so many maps of one shape, and the words beside, below or among them.

    `aspect` is width by height of what the maps show, `above` the room for the headings over
    maps of a width. Of all arrangements the one with the largest maps is taken, unless its
    words are small.
    """
    found = [
        Layout(_cells(area, count, across, above), columns, size, _spare(area, columns))
        for place, size in product((_beside, _wide, _below), _SIZES)
        if (halves := place(body, setting, size))
        for area, columns in [halves]
        for across in range(1, count + 1)
        if count % across == 0
    ]
    among = [
        laid
        for across, size in product(range(2, count), _SIZES)
        if (laid := _among(body, count, across, setting, size, above))
    ]
    return max(
        [*found, *among] or [_crowded(body, count, setting, above)],
        key=lambda one: _scale(one.maps, aspect) * (1 - _WORTH * (9 - one.size)),
    )


def refilled(layout: Layout, setting: Setting) -> Layout:
    """The same maps with other words, which take no more room, set in the same columns."""
    first = layout.columns[0]
    blocks = setting(first.width, layout.size)
    shared = shared_out(blocks, len(layout.columns)) if layout.columns[1:] else [stacked(blocks)]
    filled = zip(layout.columns, shared, strict=False)
    return replace(layout, columns=tuple(replace(one, lines=lines) for one, lines in filled))


def _crowded(body: Box, count: int, setting: Setting, above: Above) -> Layout:
    """Keep the maps, and cut the words at their end, where nothing else is left."""
    wide, size = _WIDEST * body.width, _SIZES[-1]
    lines = _held(stacked(setting(wide, size)), body.height)
    area = Box(body.left, body.top, body.width - wide - _BETWEEN, body.height)
    column = Column(body.right - wide, body.top, wide, lines)
    return Layout(_cells(area, count, 1, above), (column,), size)


def _held(lines: Block, tall: float) -> Block:
    """Return the lines that have room, the last one an ellipsis where some have not."""
    kept = list(lines)
    while len(kept) > 1 and height(kept) > tall:
        last = replace(kept[-2], words="…", left="", right="", swatch=None, boundary=False)
        kept = [*kept[:-2], last]
    return kept


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
    return Layout(tuple(maps), (Column(last.left, top, last.width, lines),), size)


def _scale(boxes: Sequence[Box], aspect: float) -> float:
    return min(boxes[0].width / aspect, boxes[0].height)


def _spare(area: Box, columns: Sequence[Column]) -> Box | None:
    """Return what a column beside the maps leaves free below its words."""
    if len(columns) > 1:
        return None
    only = columns[0]
    tall = area.bottom - _PARTED - height(only.lines) - only.top
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


def _wide(body: Box, setting: Setting, size: float) -> _Halves | None:
    return _column(body, setting, size, _WIDEST * body.width)


def _column(body: Box, setting: Setting, size: float, wide: float) -> _Halves | None:
    lines = stacked(setting(wide, size))
    if height(lines) > body.height:
        return None
    area = Box(body.left, body.top, body.width - wide - _BETWEEN, body.height)
    return area, (Column(body.right - wide, body.top, wide, lines),)


def _below(body: Box, setting: Setting, size: float) -> _Halves | None:
    columns = _columns(body, setting, size)
    tall = max(height(column.lines) for column in columns) + _BETWEEN
    if tall > _MOST_WORDS * body.height:
        return None
    area = Box(body.left, body.top, body.width, body.height - tall)
    under = area.bottom + _BETWEEN
    return area, tuple(replace(column, top=under) for column in columns)


def _columns(body: Box, setting: Setting, size: float) -> tuple[Column, ...]:
    """Set the words in columns side by side across a whole rectangle, from its top."""
    count = 3 if body.width > 230 else 2
    wide = (body.width - (count - 1) * _BETWEEN) / count
    return tuple(
        Column(body.left + n * (wide + _BETWEEN), body.top, wide, lines)
        for n, lines in enumerate(shared_out(setting(wide, size), count))
    )


def stacked(blocks: Sequence[Block]) -> Block:
    """Put blocks below each other with room between them."""
    lines: Block = []
    for block in blocks:
        if lines and block:
            lines += [replace(block[0], gap=block[0].gap + _PARTED), *block[1:]]
        else:
            lines += block
    return lines


def shared_out(blocks: Sequence[Block], count: int) -> list[Block]:
    """Share blocks out over columns in reading order, the longest as short as can be."""
    kept = [block for block in blocks if block]
    best: list[Block] = [stacked(kept)]
    for cuts in product(range(len(kept) + 1), repeat=count - 1):
        if list(cuts) != sorted(cuts):
            continue
        ends = [0, *cuts, len(kept)]
        columns = [stacked(kept[a:b]) for a, b in zip(ends, ends[1:], strict=False)]
        if max(map(height, columns)) < max(map(height, best)):
            best = columns
    return best
