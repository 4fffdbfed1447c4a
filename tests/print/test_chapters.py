"""Chapters on paper: nothing is lost between a column and the next, and one sheet is enough."""

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest
from matplotlib.text import Text

from footprint.charts.dots import Dot, Dots
from footprint.content.values import Chapter, Column, Table
from footprint.export.make import _pages
from footprint.export.orders import Order
from footprint.ink.blocks import Line, height
from footprint.ink.vectors import Written
from footprint.ink.words import width
from footprint.labels.names import SMALLEST
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


def test_a_brief_is_on_two_sheets_of_which_the_second_has_its_charts() -> None:
    paper = replace(long_paper(3), charts=(staff(),))
    sheets = list(_pages(Order("pdf", (paper,)), lambda *_: None))
    assert len(sheets) == 2
    assert staff().courses[1].texts[0] in [one.get_text() for one in sheets[1].findobj(Text)]
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


def test_a_figure_never_meets_its_name() -> None:
    name, figure = "Core allocation 2025/26, £ per resident", "£1,998.07 (worked out by share)"
    table = Table("Money", (Column("Measure"), Column("This ICB")), ((name, figure),))
    for wide in (40, 70, 90):
        lines = chapters._row(table, (name, figure), wide, 8)
        assert {line.right for line in lines} > {""}
        for line in lines:
            assert width(line.words, 8) + width(line.right, 8, bold=True) < wide


def test_what_is_said_of_a_figure_may_stand_below_it_in_its_column() -> None:
    cells = ("This ICB", "2,130,009 (worked out by share)", "16.6")
    least, most, _ = chapters._needed(cells, 8, figures=True)
    assert least == width("2,130,009", 8, bold=True)
    assert most == width(cells[1], 8, bold=True)


COUNCILS = Table(
    "Councils",
    (Column("Council"), Column("Residents, mid-2022", PEOPLE), Column("How it lies")),
    (("Ash and Birch", 400.0, "whole"), ("Cedar", 12_000.0, "whole, with all its people")),
)


def beside(line: Line) -> list[Line]:
    return [line, *(beside(line.beside) if line.beside else [])]


def test_a_table_stands_in_columns_where_they_have_room() -> None:
    lines = [line for block in chapters._rows(COUNCILS, 90, 8) for line in block]
    rows = [[one.words for one in beside(line)] for line in lines]
    assert ["Ash and Birch", "400", "whole"] in rows
    assert not any(line.right for line in lines)


def test_figures_of_a_table_end_where_its_columns_do_and_no_cell_meets_the_next() -> None:
    widths = chapters._widths(COUNCILS, 90, 8)
    rows = [
        beside(line) for block in chapters._rows(COUNCILS, 90, 8) for line in block if line.beside
    ]
    ends = {
        round(row[1].at + width(row[1].words, row[1].size, bold=row[1].bold), 6) for row in rows
    }
    assert ends == {round(widths[0] + 3.0 + widths[1], 6)}
    for row in rows:
        for one, other in itertools.pairwise(row):
            assert one.at + width(one.words, one.size, bold=one.bold) < other.at


def test_a_table_too_wide_for_its_column_has_two_cells_on_a_line() -> None:
    assert chapters._widths(COUNCILS, 30, 8) == ()
    assert [line.right for block in chapters._rows(COUNCILS, 30, 8) for line in block if line.right]


def test_no_letters_are_too_small_to_be_read() -> None:
    pieces = chapters._lines(long_paper(30), 70, chapters._SIZES[-1])
    assert min(line.size for piece in pieces for line in piece) == SMALLEST


RANKED = Table(
    "This ICB beside England",
    (Column("Measure"), Column("This ICB", PEOPLE), Column("Where it stands")),
    tuple((f"Measure {n} of what is told", 400.0, "10th largest of 36") for n in range(9)),
)


def test_on_a_slide_no_letter_is_smaller_than_nine_points_and_no_chart_is_left_out() -> None:
    told = (*long_paper(12).chapters, Chapter("In figures", ("It is so.",), RANKED))
    paper = replace(long_paper(1), chapters=told, charts=(staff(), staff()))
    sheets = list(chapters.figures(paper, SHEETS["slide"]))
    assert len(sheets) == chapters.sheets_needed(paper, SHEETS["slide"]) > 1
    written = [one for sheet in sheets for one in sheet.vectors if isinstance(one, Written)]
    assert min(one.size for one in written) >= 9 - 1e-6
    assert sum(one.words == staff().courses[1].texts[0] for one in written) == 2


def test_a_rank_stands_on_one_line_however_narrow_its_column_is() -> None:
    for wide in (60, 75, 90):
        lines = [line for block in chapters._rows(RANKED, wide, 9) for line in block]
        said = [one.words for line in lines for one in _abreast(line)]
        assert "10th largest of 36" in said or "Where it stands: 10th largest of 36" in said
        assert not any(words.endswith(("10th", "largest")) for words in said)


def _abreast(line: Line | None) -> list[Line]:
    return [line, *_abreast(line.beside)] if line else []


def test_letters_grow_smaller_before_a_second_sheet_is_begun() -> None:
    body = Box(12, 30, 273, 150)
    _, few = chapters._settled(long_paper(4), body, 3)
    _, many = chapters._settled(long_paper(14), body, 3)
    assert len(few) == 1
    assert len(many) == 1
    assert many[0][0][1].size < few[0][0][1].size


def test_of_many_dots_a_column_has_those_about_the_one_chosen_and_both_ends() -> None:
    rows = tuple(
        Dot(id=str(n), name=f"Name {n}", value=float(40 - n), figure=str(40 - n)) for n in range(36)
    )
    for chosen, near in ((0, [0, 1]), (20, [0, 17, 23, 35]), (35, [0, 34, 35])):
        title = "Envelope (worked out), £ million"
        dots = Dots(title=title, spoken="Envelope", unit=PEOPLE, rows=rows, selected=str(chosen))
        told = chapters._near(dots, 3)
        ids = [dot.id for dot in told.rows]
        assert len(ids) == 9
        assert {*map(str, near), str(chosen)} <= set(ids)
        assert told.heading == "Envelope (9 of 36), largest first"


def test_dots_become_fewer_before_a_chart_goes() -> None:
    rows = tuple(
        Dot(id=str(n), name=f"Name {n}", value=float(40 - n), figure=str(40 - n)) for n in range(36)
    )
    dots = Dots(title="Residents", unit=PEOPLE, rows=rows, selected="20")
    paper = replace(long_paper(2), charts=(staff(), dots))

    def drawn(tall: float) -> list[str]:
        _, (columns,) = chapters._settled(paper, Box(12, 30, 180, tall), 2)
        lines = [line for column in columns for line in column if hasattr(line, "chart")]
        headings = (line.chart.heading.removesuffix(", largest first") for line in lines)
        return [heading.partition(" (")[2] for heading in headings]

    shown = [drawn(tall) for tall in (108, 104, 98, 94)]
    assert shown == [["", "9 of 36)"], ["", "7 of 36)"], ["", "5 of 36)"], [""]]


def test_where_there_is_no_room_for_all_charts_the_first_stays() -> None:
    paper = replace(long_paper(4), charts=(staff(), staff(), staff()))
    _, (columns,) = chapters._settled(paper, Box(12, 30, 273, 90), 3)
    drawn = [line.chart for column in columns for line in column if hasattr(line, "chart")]
    assert drawn == [staff()]


def test_columns_grow_narrower_before_a_chart_goes() -> None:
    paper, slide = replace(long_paper(2), charts=(staff(),) * 4), Box(12, 30, 314.667, 130)
    count, (columns,) = chapters._settled(paper, slide, 3)
    drawn = [line for column in columns for line in column if hasattr(line, "chart")]
    assert (count, len(drawn)) == (4, 4)
    # Narrower than 70 mm they cannot be read.
    count, (columns,) = chapters._settled(paper, replace(slide, width=273), 3)
    drawn = [line for column in columns for line in column if hasattr(line, "chart")]
    assert (count, len(drawn)) == (3, 1)


@pytest.mark.parametrize(("rows", "pieces"), [(1, 1), (4, 1), (5, 3), (8, 6)])
def test_no_row_of_a_table_stands_alone_in_a_column(rows: int, pieces: int) -> None:
    table = replace(COUNCILS, rows=(COUNCILS.rows * rows)[:rows])
    made = chapters._rows(table, 90, 8)
    assert len(made) == pieces
    assert pieces == 1 or len(made[-1]) >= 2


def test_where_there_is_room_for_no_chart_the_tables_alone_stay_on_one_sheet() -> None:
    paper = replace(long_paper(7), charts=(staff(),))
    body = Box(12, 30, 273, 80)
    _, (columns,) = chapters._settled(paper, body, 3)
    assert not [line for column in columns for line in column if hasattr(line, "chart")]
    assert columns == chapters._settled(replace(paper, charts=()), body, 3)[1][0]


def test_what_leads_a_paper_stands_first_and_no_words_but_its_title_are_larger() -> None:
    five = Chapter(
        "In five lines", (), lines=(("The legal body", "NHS Ash."), ("Its people", "400."))
    )
    paper = replace(long_paper(3), chapters=(five, *long_paper(3).chapters))
    first, second = _pages(Order("pdf", (paper,)), lambda *_: None)
    words = [one for one in first.findobj(Text) if one.get_text().strip()]
    (said,) = [one for one in words if one.get_text() == "NHS Ash."]
    larger = {one.get_text() for one in words if one.get_fontsize() > said.get_fontsize()}
    assert larger <= set(paper.title.splitlines())
    lower = [one for one in words if one.get_text() not in (paper.title, paper.subtitle)]
    label = max(lower, key=lambda one: one.get_position()[1])
    assert label.get_text() in ("The legal body", "NHS Ash.")
    assert "NHS Ash." not in [one.get_text() for one in second.findobj(Text)]
    assert "Part 0" in [one.get_text() for one in second.findobj(Text)]


def test_names_in_a_chart_of_a_column_are_whole_and_as_large_as_the_smallest_words() -> None:
    names = ["Bath and North East Somerset, Swindon and Wiltshire", "West and North London", "Kent"]
    rows = tuple(Dot(id=one, name=one, value=float(len(one)), figure="1") for one in names)
    dots = Dots(title="Residents", unit=PEOPLE, rows=rows)
    paper = replace(long_paper(2), charts=(dots,))
    (drawn,) = chapters.figures(paper, SHEETS["a4-landscape"])
    words = [one for one in drawn.findobj(Text) if one.get_text().strip()]
    said = " ".join(one.get_text() for one in words)
    assert all(name in said for name in names)
    assert "…" not in said
    assert min(one.get_fontsize() for one in words) >= SMALLEST


@pytest.mark.parametrize("brief", [True, False], ids=["chapters", "charts"])
def test_slides_say_their_sources_once_after_the_map_in_eight_points_or_more(brief: bool) -> None:
    named = tuple(f"Publisher {n}, “A long title of a table”, 30 June 2024." for n in range(9))
    paper = replace(long_paper(6), charts=(staff(),), sources=named)
    told = paper if brief else replace(paper, chapters=())
    first, *others = _pages(Order("pdf", (told,), "slide"), lambda *_: None)
    said = [" ".join(text.get_text() for text in one.findobj(Text)) for one in (first, *others)]
    for publisher in (f"Publisher {n}" for n in range(9)):
        assert [publisher in words for words in said] == [*len(others) * [False], True]
    assert "their sources are on a later page" in said[0]
    foot = [one for one in first.findobj(Text) if re.search("Source: |Made on", one.get_text())]
    assert len(foot) == 2 and min(one.get_fontsize() for one in foot) >= 8


def test_a_slide_that_no_other_follows_says_its_sources_itself() -> None:
    paper = replace(SAMPLE, chapters=(), charts=(), sources=("A publisher, 2026.",))
    (only,) = _pages(Order("pdf", (paper,), "slide"), lambda *_: None)
    assert any("A publisher, 2026" in one.get_text() for one in only.findobj(Text))
