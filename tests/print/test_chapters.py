"""Chapters on paper: nothing is lost between a column and the next, and one sheet is enough."""

from dataclasses import replace
from datetime import date

import pytest

from footprint.content.values import Chapter, Column, Table
from footprint.export.make import _pages
from footprint.export.orders import Order
from footprint.ink.blocks import height
from footprint.measures.units import PEOPLE
from footprint.papers.box import Box
from footprint.papers.paper import SHEETS, Paper
from footprint.print import chapters
from tests.paper_samples import one_icb, staff

SAMPLE = one_icb()
TABLE = Table("People", (Column("Council"), Column("Residents", PEOPLE)), (("Ash", 400.0),))


def long_paper(count: int) -> Paper:
    told = tuple(
        Chapter(f"Part {n}", (f"Sentence {n} says something of some length.",) * 3, TABLE)
        for n in range(count)
    )
    return replace(SAMPLE, chapters=told, day=date(2026, 11, 28))


def test_a_paper_without_chapters_has_no_further_sheet() -> None:
    assert list(chapters.figures(replace(SAMPLE, chapters=()), SHEETS["a4-landscape"])) == []


@pytest.mark.parametrize(("count", "sheets"), [(3, 1), (40, 2)])
def test_a_few_chapters_take_one_sheet_and_many_take_more(count: int, sheets: int) -> None:
    assert len(list(chapters.figures(long_paper(count), SHEETS["a4-landscape"]))) >= sheets
    if sheets == 1:
        assert len(list(chapters.figures(long_paper(count), SHEETS["a4-landscape"]))) == 1


def test_a_brief_is_on_two_sheets_and_its_tables_say_what_its_charts_would() -> None:
    paper = replace(long_paper(3), charts=(staff(),))
    sheets = list(_pages(Order("pdf", (paper,)), lambda *_: None))
    assert len(sheets) == 2
    assert len(list(_pages(Order("pdf", (replace(paper, chapters=()),)), lambda *_: None))) == 2


def test_every_word_is_set_and_no_column_is_too_tall() -> None:
    paper, tall = long_paper(12), 120.0
    pieces = chapters._lines(paper, 70, 8)
    columns = chapters._columns(pieces, tall)
    set_lines = [line.words for column in columns for line in column]
    assert set_lines == [line.words for piece in pieces for line in piece]
    assert all(height(column) <= tall for column in columns)


def test_a_row_keeps_its_figure_and_names_the_rest() -> None:
    table = Table(
        "People",
        (Column("Council"), Column("Residents", PEOPLE), Column("Whole")),
        (("Ash", 400.0, "yes"),),
    )
    first, *others = chapters._row(table, table.texts()[0], 70, 8)
    assert (first.words, first.right) == ("Ash", "400")
    assert [line.words for line in others] == ["Whole: yes"]


def test_letters_grow_smaller_before_a_second_sheet_is_begun() -> None:
    body = Box(12, 30, 273, 150)
    few = chapters._settled(long_paper(4), body, 3)
    many = chapters._settled(long_paper(14), body, 3)
    assert len(few) == 1
    assert len(many) == 1
    assert many[0][0][1].size < few[0][0][1].size
