"""Sheets: how high rows are, how wide columns, and what each cell is given to look like."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from footprint.office import workbooks
from footprint.office.sheets import WORKBOOK, Look, Sheet
from footprint.papers.typed_tables import TypedColumn

WORDS = Look()


def written(fill: Callable[[Sheet], None], *widths: float) -> Worksheet:
    file = io.BytesIO()
    with Workbook(file, WORKBOOK) as book:
        fill(Sheet(book, "West", widths or (20, 20)))
    return openpyxl.load_workbook(file).active


def height(*values: object, looks: tuple[Look, ...] = (WORDS, WORDS)) -> float:
    sheet = written(lambda sheet: sheet.add(values, looks))
    return sheet.row_dimensions[1].height


def near(points: float) -> object:
    """Excel keeps heights in whole pixels."""
    return pytest.approx(points, abs=0.4)


def test_a_row_is_as_high_as_the_lines_of_its_longest_words() -> None:
    assert height("Ash", "Birch") == near(13 + 3)
    three = height("Ash", "Ash and Birch " * 4)
    assert three == near(3 * 13 + 3)
    assert height("Ash and Birch " * 4, "Ash") == three
    assert height("Ash " * 9_000, "Birch") == near(409)


def test_words_have_less_room_where_they_are_indented_or_bold() -> None:
    plain = height("Ash and Birch " * 6, "")
    assert height("Ash and Birch " * 6, "", looks=(Look(indent=4), WORDS)) > plain
    words = "Ash and Birch Cedar"
    assert height(words, "", looks=(Look(head=True), WORDS)) > height(words, "")


def test_figures_are_never_broken_and_so_make_no_row_higher() -> None:
    assert height(1e15, "Birch", looks=(Look(number="0.00"), WORDS)) == near(16)
    assert height("no figure " * 9, "", looks=(Look(number="0.00"), WORDS)) == near(16)


def test_columns_are_as_wide_as_so_many_letters_of_seven_pixels() -> None:
    sheet = written(lambda sheet: sheet.add(("a", "b"), (WORDS, WORDS)), 10, 30)
    wide = [sheet.column_dimensions[name].width for name in "AB"]
    # Excel keeps five pixels for the edges of a cell.
    assert wide == pytest.approx([65 / 7 + 5 / 7, 205 / 7 + 5 / 7], abs=0.1)


def test_rows_follow_each_other_and_all_of_them_can_be_filtered() -> None:
    def fill(sheet: Sheet) -> None:
        for row in (("Name", "People"), ("West", 3), ("East", 4)):
            sheet.add(row, (WORDS, WORDS))
        sheet.filter()
        sheet.freeze(columns=1)

    sheet = written(fill)
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Name", "People"],
        ["West", 3],
        ["East", 4],
    ]
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.freeze_panes == "B2"


def test_each_value_is_what_it_is() -> None:
    values = ("", "=1+1", date(2026, 11, 22), "https://example.org/")
    looks = (WORDS, WORDS, WORDS, Look(link=True))
    sheet = written(lambda sheet: sheet.add(values, looks), 9, 9, 9, 40)
    empty, formula, day, link = sheet[1]
    assert empty.value is None
    assert (formula.value, formula.data_type, formula.quotePrefix) == ("=1+1", "s", True)
    assert (day.value, day.number_format) == (datetime(2026, 11, 22), "d mmmm yyyy")
    assert (link.value, link.hyperlink.target) == ("https://example.org/",) * 2
    assert link.font.underline == "single"


def test_only_text_that_looks_like_a_formula_is_quoted() -> None:
    values = ("=a", "+a", "-a", "@a", "a=", "1")
    sheet = written(lambda sheet: sheet.add(values, (WORDS,) * 6), *(9,) * 6)
    assert [bool(cell.quotePrefix) for cell in sheet[1]] == [True] * 4 + [False] * 2


def test_a_look_says_side_indent_rule_head_and_number() -> None:
    looks = (
        Look("right", number="0.0", ruled=True),
        Look(indent=1),
        Look(head=True),
    )
    sheet = written(lambda sheet: sheet.add((1.5, "West", "Name"), looks), 9, 9, 9)
    figure, name, head = sheet[1]
    assert (figure.alignment.horizontal, figure.number_format) == ("right", "0.0")
    assert (figure.border.bottom.style, name.border.bottom.style) == ("thin", None)
    assert not figure.alignment.wrap_text and name.alignment.wrap_text
    assert (name.alignment.horizontal, name.alignment.indent) == ("left", 1)
    assert head.font.b and not name.font.b
    assert head.fill.fill_type == "solid" and name.fill.fill_type is None
    assert {cell.alignment.vertical for cell in sheet[1]} == {"top"}


def test_a_sheet_is_printed_across_on_a4_as_wide_as_the_page_with_its_head_on_each() -> None:
    sheet = written(lambda sheet: sheet.add(("a", "b"), (WORDS, WORDS)))
    page = sheet.page_setup
    # As wide as one page is what a file says by saying nothing.
    assert (page.orientation, page.paperSize) == ("landscape", 9)
    assert (page.fitToWidth or 1, page.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    margins = sheet.page_margins
    assert [margins.left, margins.right, margins.top, margins.bottom] == [0.5, 0.5, 0.5, 0.7]
    assert sheet.oddFooter.left.text == "&A" and sheet.oddFooter.right.text == "Page &P of &N"


@pytest.mark.parametrize(("rows", "high"), [(4, 300), (30, 22 * 31)])
def test_bars_stand_beside_the_table_over_all_of_its_rows(rows: int, high: int) -> None:
    def fill(sheet: Sheet) -> None:
        for number in range(rows + 1):
            sheet.add((f"Row {number}", number), (WORDS, Look(number="0")))
        sheet.bars("Residents", names=0, numbers=1, form="0")

    sheet = written(fill)
    (chart,) = sheet._charts
    (series,) = chart.series
    assert series.cat.strRef.f == f"West!$A$2:$A${rows + 1}"
    assert series.val.numRef.f == f"West!$B$2:$B${rows + 1}"
    assert chart.anchor._from.col == 3 and chart.anchor._from.row == 1
    assert chart.legend is None
    assert chart.y_axis.delete or chart.x_axis.delete
    assert chart.x_axis.scaling.orientation == "maxMin"
    assert series.dLbls.showVal
    wide, deep = chart.anchor.to.col - 3, chart.anchor.to.row - 1
    # Rows are 20 or 21 pixels high here, and columns 64 wide.
    assert (wide, deep) == (760 // 64, pytest.approx(high / 21, abs=1))


@pytest.mark.parametrize(
    ("heading", "cells", "wide"),
    [
        ("x" * 10, ("a" * 20, "b"), 24),
        ("x" * 60, ("a" * 20,), 34),
        ("x", ("a",), 12),
        ("x", ("a" * 70,), 60),
        ("x", (), 12),
    ],
)
def test_a_column_is_as_wide_as_its_cells_and_half_of_its_heading_within_reason(
    heading: str, cells: tuple[str, ...], wide: float
) -> None:
    assert workbooks._width(TypedColumn(heading, cells, "")) == wide


def test_words_beside_figures_are_kept_off_them_and_the_first_column_is_not() -> None:
    assert (workbooks._look("", 0).indent, workbooks._look("", 1).indent) == (0, 1)
    assert (workbooks._look("0.0", 1).indent, workbooks._look("0.0", 1).side) == (0, "right")
