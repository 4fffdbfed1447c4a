"""Annex tables on paper: every row of a table, its head again on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from footprint.binding.book import Tabled
from footprint.binding.leaves import inner
from footprint.content.values import Table
from footprint.ink import blocks
from footprint.ink.pages import Page
from footprint.ink.words import MM, line_height, wrap
from footprint.maps.palette import HOUSE_BLUE, INK, PAPER, QUIET_INK, RULE
from footprint.office.text_sizes import column_widths
from footprint.papers.box import Box
from footprint.papers.paper import Sheet

_SIZES = (9, 8.5, 8, 7.5)
_SIDE, _ABOVE = 1.6, 0.9
# What the title over a table takes, in millimetres.
_OVER = 22.0
_BELOW = 6.0
# The letters of paper are wider than Arial, in which columns are shared out.
_WIDER = 1.2
Row = tuple[tuple[str, ...], ...]


def starts(annex: Sequence[Tabled], sheet: Sheet) -> list[int]:
    """On which page of the annex each table begins, and how many pages there are."""
    shared = _shared(annex, sheet)
    first = [number for number, parts in enumerate(shared) for part in parts if not part.continued]
    return [*first, len(shared)]


def pages(annex: Sequence[Tabled], sheet: Sheet) -> Iterator[Page]:
    """Draw tables after each other, a short one on the page of the one before it."""
    for parts in _shared(annex, sheet):
        page, room = Page(sheet.width, sheet.height), inner(sheet)
        top = room.top
        for part in parts:
            top = _part(page, part, replace(room, top=top)) + _BELOW
        yield page


def _shared(annex: Sequence[Tabled], sheet: Sheet) -> list[list[_Part]]:
    """The parts of tables that stand on each page; one that needs several begins its own."""
    shared: list[list[_Part]] = []
    left = 0.0
    for tabled in annex:
        laid = _laid(tabled, sheet)
        for number, rows in enumerate(laid.parts):
            part = _Part(tabled, laid, rows, continued=number > 0)
            if number or len(laid.parts) > 1 or part.height > left:
                shared.append([])
                left = inner(sheet).height
            shared[-1].append(part)
            left -= part.height + _BELOW
    return shared


def _part(page: Page, part: _Part, room: Box) -> float:
    """Draw rows of a table under its title, and return where they end."""
    laid, tabled = part.laid, part.tabled
    words = tabled.title + (" (continued)" if part.continued else "")
    title = blocks.paragraph(words, room.width, 14, bold=True)
    under = blocks.paragraph(tabled.of, room.width, 9, colour=QUIET_INK)
    top = blocks.draw(page, [*title, *under], room.left, room.top, room.width, {}) + 3
    right = [column.unit is not None for column in tabled.table.columns]
    with page.tagged("Table"):
        top = _row(page, laid.head, laid.widths, (room.left, top), laid.size, right, head=True)
        for row in part.rows:
            top = _row(page, row, laid.widths, (room.left, top), laid.size, right)
    return top


@dataclass(frozen=True)
class _Laid:
    """A table set in letters of a size: the widths of columns, the head, the rows of each page."""

    size: float
    widths: tuple[float, ...]
    head: Row
    parts: list[list[Row]]


@dataclass(frozen=True)
class _Part:
    """Rows of a table that stand together on a page."""

    tabled: Tabled
    laid: _Laid
    rows: list[Row]
    continued: bool

    @property
    def height(self) -> float:
        """Millimetres with its title and its head."""
        rows = (self.laid.head, *self.rows)
        return _OVER + sum(_high(row, self.laid.size) for row in rows)


def _laid(tabled: Tabled, sheet: Sheet) -> _Laid:
    """Set a table in the largest letters with which it takes the fewest pages."""
    tries = [_set(tabled.table, inner(sheet), size) for size in _SIZES]
    return min(tries, key=lambda one: len(one.parts))


def _set(table: Table, room: Box, size: float) -> _Laid:
    texts = (tuple(column.heading for column in table.columns), *table.texts())
    wide = column_widths(texts, size * _WIDER, room.width, 2 * _SIDE)
    widths = tuple(one * room.width / sum(wide) for one in wide)
    head, *body = (
        tuple(
            tuple(wrap(cell, width - 2 * _SIDE, size, bold=line == 0))
            for cell, width in zip(row, widths, strict=True)
        )
        for line, row in enumerate(texts)
    )
    return _Laid(size, widths, head, _parts(body, room.height - _OVER - _high(head, size), size))


def _parts(body: Sequence[Row], most: float, size: float) -> list[list[Row]]:
    parts: list[list[Row]] = [[]]
    for row in body:
        if parts[-1] and sum(_high(one, size) for one in (*parts[-1], row)) > most:
            parts.append([])
        parts[-1].append(row)
    return parts


def _high(row: Row, size: float) -> float:
    return max(len(cell) for cell in row) * line_height(size) + 2 * _ABOVE


def _row(
    page: Page,
    row: Row,
    widths: Sequence[float],
    corner: tuple[float, float],
    size: float,
    right: Sequence[bool],
    *,
    head: bool = False,
) -> float:
    """Draw a row and return where it ends."""
    left, top = corner
    high = _high(row, size)
    with page.tagged(""):
        if head:
            page.box(Box(left, top, sum(widths), high), fill=HOUSE_BLUE)
        page.box(Box(left, top + high - 0.15, sum(widths), 0.15), fill=RULE)
    with page.tagged("TR"):
        for cell, wide, figure in zip(row, widths, right, strict=True):
            x = left + wide - _SIDE if figure else left + _SIDE
            with page.tagged("TH" if head else "TD"):
                for number, words in enumerate(cell):
                    base = top + _ABOVE + number * line_height(size) + 0.98 * size * MM
                    page.words(
                        x,
                        base,
                        words,
                        size,
                        bold=head,
                        colour=PAPER if head else INK,
                        side="right" if figure else "left",
                    )
            left += wide
    return top + high
