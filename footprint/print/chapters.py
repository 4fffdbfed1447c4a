"""Chapters on paper: sentences and small tables in columns, on sheets of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from matplotlib.figure import Figure

from footprint.content.values import Chapter, Table
from footprint.ink import blocks
from footprint.ink.blocks import Block, Line, height
from footprint.ink.pages import Page
from footprint.ink.words import clean, wrap
from footprint.maps.palette import HOUSE_BLUE, QUIET_INK
from footprint.papers.box import Box
from footprint.papers.paper import Paper, Sheet

_MARGIN, _GUTTER, _GAP = 12.0, 7.0, 4.0
_SIZES = (9, 8.5, 8, 7.5, 7, 6.5, 6)
_FEWEST, _WIDE = 2, 80.0


def figures(paper: Paper, sheet: Sheet) -> Iterator[Figure]:
    """Draw a paper's chapters after its map: on one sheet if letters of any size allow it."""
    if not paper.chapters:
        return
    inner = Box(0, 0, sheet.width, sheet.height).grown(-_MARGIN)
    head, foot = _head(paper, inner.width), _foot(paper, inner.width)
    body = _body(inner, head, foot)
    for sheetful in _settled(paper, body, _abreast(inner)):
        yield _drawn(sheet, inner, body, head, foot, sheetful)


def sheets_needed(paper: Paper, sheet: Sheet) -> int:
    """How many sheets a paper's chapters take."""
    inner = Box(0, 0, sheet.width, sheet.height).grown(-_MARGIN)
    body = _body(inner, _head(paper, inner.width), _foot(paper, inner.width))
    return len(_settled(paper, body, _abreast(inner))) if paper.chapters else 0


def _body(inner: Box, head: Block, foot: Block) -> Box:
    """What the head and the foot of a sheet leave."""
    tall = inner.height - height(head) - height(foot) - 2 * _GAP
    return replace(inner, top=inner.top + height(head) + _GAP, height=tall)


def _abreast(inner: Box) -> int:
    """How many columns stand on a sheet."""
    return max(_FEWEST, int(inner.width // _WIDE))


def _settled(paper: Paper, body: Box, count: int) -> list[list[Block]]:
    """The columns of each sheet, in the largest letters that need one sheet, or the smallest."""
    wide = (body.width - _GUTTER * (count - 1)) / count
    for size in _SIZES:
        columns = _columns(_lines(paper, wide, size), body.height)
        if len(columns) <= count:
            break
    return [columns[first : first + count] for first in range(0, len(columns), count)]


def _columns(pieces: list[Block], tall: float) -> list[Block]:
    """Fill one column after another with pieces that stay whole."""
    columns: list[Block] = [[]]
    for piece in pieces:
        if columns[-1] and height(columns[-1]) + height(piece) > tall:
            columns.append([])
        columns[-1] += piece if columns[-1] else [replace(piece[0], gap=0), *piece[1:]]
    return columns


def _lines(paper: Paper, wide: float, size: float) -> list[Block]:
    """Every chapter as pieces that are not torn, a heading with what it stands above."""
    return [piece for chapter in paper.chapters for piece in _chapter(chapter, wide, size)]


def _chapter(chapter: Chapter, wide: float, size: float) -> list[Block]:
    pieces = [_spaced(blocks.paragraph(said, wide, size), 1.0) for said in chapter.sentences]
    if chapter.table:
        pieces += _rows(chapter.table, wide, size)
    title = blocks.paragraph(chapter.heading, wide, size + 1.5, bold=True, colour=HOUSE_BLUE)
    first, *others = pieces
    return [[*_spaced(title, 3.5), *first], *others]


def _rows(table: Table, wide: float, size: float) -> list[Block]:
    """A table in a narrow column: its first two cells on a line, the rest named below them."""
    title = _spaced(blocks.paragraph(_heads(table), wide, size - 0.5, bold=True), 1.6)
    rows = [_row(table, cells, wide, size) for cells in table.texts()]
    return [[*title, *rows[0]], *rows[1:]] if rows else []


def _heads(table: Table) -> str:
    first, second, *_ = (column.heading for column in table.columns)
    return f"{table.title}: {first}, {second}"


def _row(table: Table, cells: tuple[str, ...], wide: float, size: float) -> Block:
    name, figure, *others = map(clean, cells)
    lines = [Line(words, size) for words in wrap(name, wide * 0.6, size)]
    lines[0] = replace(lines[0], right=figure, gap=0.8)
    heads = [column.heading for column in table.columns[2:]]
    rest = "; ".join(f"{head}: {cell}" for head, cell in zip(heads, others, strict=True))
    return [*lines, *blocks.paragraph(rest, wide, size - 1, colour=QUIET_INK)]


def _spaced(lines: Block, gap: float) -> Block:
    return [replace(lines[0], gap=gap), *lines[1:]] if lines else []


def _head(paper: Paper, wide: float) -> Block:
    title = blocks.paragraph(paper.title, wide, 16, bold=True)
    return [*title, *blocks.paragraph(paper.subtitle, wide, 9, colour=QUIET_INK)]


def _foot(paper: Paper, wide: float) -> Block:
    return blocks.made(paper, wide, 6.5)


def _drawn(
    sheet: Sheet, inner: Box, body: Box, head: Block, foot: Block, columns: list[Block]
) -> Figure:
    page = Page(sheet.width, sheet.height)
    under = blocks.draw(page, head, inner.left, inner.top - 1.5, inner.width, {})
    page.box(Box(inner.left, under + 1, inner.width, 0.7), fill=HOUSE_BLUE)
    count = _abreast(inner)
    wide = (body.width - _GUTTER * (count - 1)) / count
    for place, column in enumerate(columns):
        blocks.draw(page, column, body.left + place * (wide + _GUTTER), body.top, wide, {})
    blocks.draw(page, foot, inner.left, inner.bottom - height(foot), inner.width, {})
    return page.figure
