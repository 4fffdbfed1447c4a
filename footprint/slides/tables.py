"""Slide tables: a paper's table cut into parts that stay legible, each an editable table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Mm

from footprint.content.values import Table
from footprint.office.alt_text import describe
from footprint.office.text_sizes import column_widths, tall
from footprint.papers.box import Box
from footprint.papers.words import legal
from footprint.slides.decks import BLUE, RULE, TEXT, WHITE
from footprint.slides.texts import add_run

GAP = 10.0
_SIDE, _ABOVE = 2.0, 0.75
# Rows that are too few for a slide of their own.
_FEW_ROWS = 5
# "No style, no grid": programs disagree on how the others look, so ours is written out.
_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_SIDES = {"a:lnL": False, "a:lnR": False, "a:lnT": True, "a:lnB": True}
Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Cut:
    """How a table is cut: the size of its letters and the rows of each part, the head in each."""

    points: float
    widths: tuple[float, ...]
    parts: tuple[Texts, ...]

    @property
    def height(self) -> float:
        """How high all parts stand one above the other, in millimetres."""
        return sum(sum(_heights(part, self)) for part in self.parts)


def cut(table: Table, points: float, room: Box) -> Cut:
    """Cut a table into as few parts as fit a box."""
    head = tuple(legal(column.heading) for column in table.columns)
    body = tuple(tuple(map(legal, row)) for row in table.texts())
    widths = _stretched(column_widths((head, *body), points, room.width, 2 * _SIDE), room.width)
    heights = [_height(row, widths, points) for row in body]
    packed = _evened(heights, room.height - _height(head, widths, points, bold=True))
    parts = tuple((head, *(body[line] for line in part)) for part in packed)
    return Cut(points, widths, parts)


def add_table(
    slide: Slide, table: Table, made: Cut, number: int, corner: tuple[float, float]
) -> float:
    """Add one part of a table to a slide, as a table to edit, and return where it ends below."""
    rows, (left, top) = made.parts[number], corner
    heights = _heights(rows, made)
    new = slide.shapes.add_table(
        len(rows), len(made.widths), Mm(left), Mm(top), Mm(sum(made.widths)), Mm(sum(heights))
    )
    describe(new._element, f"Table {number + 1}", f"Table. {table.title}.")
    new._element.find(f".//{qn('a:tableStyleId')}").text = _STYLE
    for column, width in zip(new.table.columns, made.widths, strict=True):
        column.width = Mm(width)
    figures = [column.unit is not None for column in table.columns]
    for line, (row, height) in enumerate(zip(rows, heights, strict=True)):
        new.table.rows[line].height = Mm(height)
        for cell, text, right in zip(new.table.rows[line].cells, row, figures, strict=True):
            _write(cell, text, made.points, right=right, head=line == 0)
    return top + sum(heights)


def _write(cell: _Cell, text: str, points: float, *, right: bool, head: bool) -> None:
    cell.margin_left = cell.margin_right = Mm(_SIDE)
    cell.margin_top = cell.margin_bottom = Mm(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.MIDDLE
    _ruled(cell)
    if head:
        cell.fill.solid()
        cell.fill.fore_color.theme_color = BLUE
    line = cell.text_frame.paragraphs[0]
    line.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    run = add_run(line, text, points)
    run.font.bold = head
    run.font.color.theme_color = WHITE if head else TEXT


def _ruled(cell: _Cell) -> None:
    """A thin line above and below the cell and none beside it."""
    kept = cell._tc.get_or_add_tcPr()
    for side, ruled in _SIDES.items():
        line = etree.SubElement(kept, qn(side), w="6350")
        fill = etree.SubElement(line, qn("a:solidFill" if ruled else "a:noFill"))
        if ruled:
            etree.SubElement(fill, qn("a:schemeClr"), val=RULE.xml_value)


def _stretched(widths: tuple[float, ...], room: float) -> tuple[float, ...]:
    """Wider columns where there is room, but not so wide that an eye loses the row."""
    factor = max(1.0, min(1.35, room / sum(widths)))
    return tuple(width * factor for width in widths)


def _heights(part: Texts, made: Cut) -> list[float]:
    head, *body = part
    return [
        _height(head, made.widths, made.points, bold=True),
        *(_height(row, made.widths, made.points) for row in body),
    ]


def _height(
    row: Sequence[str], widths: Sequence[float], points: float, *, bold: bool = False
) -> float:
    words = zip(row, widths, strict=True)
    high = max(tall(text, points, width - 2 * _SIDE, bold=bold) for text, width in words)
    return high + 2 * _ABOVE


def _evened(heights: Sequence[float], most: float) -> tuple[range, ...]:
    """Rows in as few parts as can be; two stand side by side and should end together.

    More fill their slides, but for so much as keeps a row or two from a slide of their own.
    """
    packed = _packed(heights, most)
    while len(packed) == 2 or (len(packed) > 2 and len(packed[-1]) < _FEW_ROWS):
        most -= 1
        lower = _packed(heights, most)
        if most < max(heights) or len(lower) > len(packed):
            break
        packed = lower
    return packed


def _packed(heights: Sequence[float], most: float) -> tuple[range, ...]:
    return tuple(_parts(heights, most)) or (range(0),)


def _parts(heights: Sequence[float], most: float) -> Iterator[range]:
    start, used = 0, 0.0
    for line, height in enumerate(heights):
        if line > start and used + height > most:
            yield range(start, line)
            start, used = line, 0.0
        used += height
    if start < len(heights):
        yield range(start, len(heights))
