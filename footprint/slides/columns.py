"""Slide columns: what stands beside a slide's map, as large as there is room for all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pptx.slide import Slide, SlideLayout

from footprint.office.text_sizes import LEADING, MM_PER_POINT, fitted, tall
from footprint.papers.box import Box
from footprint.papers.paper import Paper
from footprint.papers.words import footnotes
from footprint.slides.decks import BLUE, GREY, HEADING, room
from footprint.slides.tables import add_table, cut
from footprint.slides.texts import Line, add_text, write

_BETWEEN = 4.0
_LINE = LEADING * MM_PER_POINT
_LEAST_SUMMARY, _LEAST_NOTES = 10, 9
SIZES = ((20, 11), (15, 10), (11, 9))
"""Letters of a key figure and of its label, the largest first."""


def column(on: SlideLayout) -> Box:
    """Where the column beside the map stands."""
    summary, notes = room(on, "Summary").box, room(on, "Notes").box
    return replace(summary, height=notes.bottom - summary.top)


def fill_column(slide: Slide, paper: Paper, column: Box) -> bool:
    """Fill a column with a paper's words, and say whether the table had room in it."""
    summary = room(slide.slide_layout, "Summary")
    kept = replace(column, height=summary.box.height)
    size = fitted(paper.summary, kept, range(summary.points, _LEAST_SUMMARY - 1, -1))
    box = replace(column, height=tall(paper.summary, size, column.width))
    write(slide, "Summary", paper.summary, size, box)
    top = figures(slide, paper, _below(column, box.bottom + 5))
    below = _table(slide, paper, _below(column, top))
    write_notes(slide, paper, _below(column, below or top))
    return below > 0 or not paper.table.rows


def write_notes(slide: Slide, paper: Paper, box: Box) -> None:
    """Write a paper's notes where they fit; the notes of the slide always hold them."""
    words = " ".join(footnotes(paper))
    size = fitted(words, box, range(room(slide.slide_layout, "Notes").points, _LEAST_NOTES - 1, -1))
    if words and tall(words, size, box.width) <= box.height:
        write(slide, "Notes", words, size, box)


def _below(column: Box, top: float) -> Box:
    return replace(column, top=top, height=column.bottom - top)


def figures(slide: Slide, paper: Paper, column: Box) -> float:
    """Write the key figures two by two, as large as there is room, and return where they end."""
    wide = (column.width - _BETWEEN) / 2
    for large, small in SIZES:
        heights = [_pair_height(pair, large, small, wide) for pair in _pairs(paper)]
        if sum(heights) <= column.height:
            break
    top = column.top
    for pair, high in zip(_pairs(paper), heights, strict=True):
        if top + high > column.bottom:
            more = Line("More figures: see the notes of this slide.", small, GREY)
            add_text(slide, "More", replace(column, top=top, height=4), (more,))
            return column.bottom
        for number, (label, text) in enumerate(pair):
            box = Box(column.left + number * (wide + _BETWEEN), top, wide, high - _BETWEEN)
            line = replace(box, height=large * _LINE)
            size = fitted(text, line, range(large, 9, -1), bold=True)
            figure = Line(text, size, BLUE, bold=True)
            add_text(slide, label, box, (figure, Line(label, small, GREY)))
        top += high
    return top + 1


def figures_height(paper: Paper, wide: float, large: float, small: float) -> float:
    """How high the key figures are in letters of some size."""
    half = (wide - _BETWEEN) / 2
    return sum(_pair_height(pair, large, small, half) for pair in _pairs(paper))


def _pairs(paper: Paper) -> list[tuple[tuple[str, str], ...]]:
    return [paper.figures[start : start + 2] for start in range(0, len(paper.figures), 2)]


def _pair_height(pair: Sequence[tuple[str, str]], large: float, small: float, wide: float) -> float:
    """The height of two figures side by side, each over its label, and the room below."""
    figures = (max(large * _LINE, tall(text, 10, wide, bold=True)) for _, text in pair)
    return max(figures) + max(tall(label, small, wide) for label, _ in pair) + _BETWEEN


def _table(slide: Slide, paper: Paper, column: Box) -> float:
    """Write the table under the key figures and return where it ends, or 0 without room."""
    under = _below(column, column.top + 6)
    for points in (12, 11, 10):
        made = cut(paper.table, points, under)
        if paper.table.rows and made.height <= under.height:
            head = replace(column, height=6)
            title = Line(paper.table.title, 12, HEADING, bold=True)
            add_text(slide, "Table title", head, (title,))
            return add_table(slide, paper.table, made, 0, (under.left, under.top)) + 4
    return 0
