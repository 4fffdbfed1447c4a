"""Chapters on slides: short tables share a slide, in their order and within its room."""

from __future__ import annotations

from footprint.content.values import Chapter, Column, Table
from footprint.papers.box import Box
from footprint.slides import chapters
from footprint.slides.decks import TABLE, deck, new_slide

ROOM = Box(13, 30, 312, 130)


def chapter(name: str, rows: int) -> Chapter:
    """A chapter with a table of so many rows."""
    table = Table(name, (Column("Council"), Column("What")), (("Ash", "whole"),) * rows)
    return Chapter(name, ("Said.",), table)


def test_chapters_share_a_slide_as_long_as_there_is_room() -> None:
    told = [chapter(name, 3) for name in "abcde"]
    shared = chapters.together(told, ROOM)
    assert [one for slide in shared for one in slide] == told
    assert 1 < len(shared) < len(told)


def test_a_table_of_several_parts_has_its_slides_to_itself() -> None:
    short, long = chapter("short", 2), chapter("long", 60)
    assert chapters.together([short, long, short], ROOM) == [[short], [long], [short]]


def test_tables_that_share_a_slide_stand_below_each_other_within_it() -> None:
    told = [chapter("a", 3), chapter("b", 4)]
    assert chapters.together(told, ROOM) == [told]
    slide = new_slide(deck(""), TABLE, "", "")
    chapters.fill(slide, told, ROOM)
    first, second = (shape for shape in slide.shapes if shape.has_table)
    heads = [shape for shape in slide.shapes if shape.name in "ab"]
    assert first.top + first.height < heads[1].top < second.top
    assert (second.top + second.height) / 36000 <= ROOM.bottom


def test_lines_without_a_table_become_rows_whatever_stops_their_labels_have() -> None:
    line = ("The legal body of St. Ash", "NHS Ash.")
    assert chapters.table_of(Chapter("Lines", (), lines=(line,))).rows == (line,)
