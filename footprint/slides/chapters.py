"""Slide chapters: the tables of a brief, short ones below each other on one slide."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.slide import Slide

from footprint.content.values import Chapter, Column, Table
from footprint.papers.box import Box
from footprint.slides.decks import HEADING
from footprint.slides.tables import Cut, add_table, cut
from footprint.slides.texts import Line, add_text

_POINTS = 12
# What a heading takes over its table, and what lies between two tables, in millimetres.
_HEAD, _BETWEEN = 7.0, 6.0


def table_of(chapter: Chapter) -> Table:
    """A chapter's table; without one, its lines that each begin with what they are about."""
    if chapter.table:
        return chapter.table
    columns = (Column("Question"), Column("Answer"))
    return Table("What happens to this ICB", columns, chapter.lines)


def together(chapters: Sequence[Chapter], room: Box) -> list[list[Chapter]]:
    """The chapters of each slide, in their order: as many as have room below each other."""
    slides: list[list[Chapter]] = []
    left = 0.0
    for chapter in chapters:
        made = _cut(chapter, room)
        high = _HEAD + made.height + _BETWEEN if len(made.parts) == 1 else room.height
        if not slides or high > left:
            slides.append([])
            left = room.height + _BETWEEN
        slides[-1].append(chapter)
        left -= high
    return slides


def fill(slide: Slide, chapters: Sequence[Chapter], room: Box) -> None:
    """Write some chapters that have room together, each table under its heading."""
    top = room.top
    for chapter in chapters:
        head = Box(room.left, top, room.width, _HEAD)
        line = Line(chapter.heading, _POINTS, HEADING, bold=True)
        add_text(slide, chapter.heading, head, (line,))
        corner = room.left, head.bottom
        top = add_table(slide, table_of(chapter), _cut(chapter, room), 0, corner) + _BETWEEN


def _cut(chapter: Chapter, room: Box) -> Cut:
    return cut(table_of(chapter), _POINTS, room)
