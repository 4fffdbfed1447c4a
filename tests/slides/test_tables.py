"""Slide tables: how a table is cut, how high its rows are, and where it stands on its slide."""

from __future__ import annotations

import pytest
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn

from footprint.content.values import Column, Table
from footprint.measures.units import PEOPLE
from footprint.office.text_sizes import MM_PER_POINT, across
from footprint.papers.box import Box
from footprint.slides import tables
from footprint.slides.decks import MAP, deck, new_slide
from footprint.slides.tables import add_table, cut

LINE = 12 * 1.2 * MM_PER_POINT
ROW = LINE + 1.5
WIDE = Box(0, 0, 200, 500)


def table(count: int) -> Table:
    rows = tuple((f"Footprint {number}", 1_000 + number) for number in range(count))
    return Table("In figures", (Column("Footprint"), Column("Residents", PEOPLE)), rows)


@pytest.mark.parametrize(
    ("heights", "most", "parts"),
    [
        ([1, 1, 1], 3, [range(3)]),
        ([1, 1, 1], 2.9, [range(2), range(2, 3)]),
        ([5, 1], 3, [range(1), range(1, 2)]),
        ([1, 5, 1], 3, [range(1), range(1, 2), range(2, 3)]),
        ([2, 1, 2, 1], 3, [range(2), range(2, 4)]),
        ([], 3, [range(0)]),
    ],
)
def test_rows_are_packed_into_as_few_parts_as_have_room(
    heights: list[float], most: float, parts: list[range]
) -> None:
    assert list(tables._packed(heights, most)) == parts


@pytest.mark.parametrize(
    ("rows", "most", "parts"),
    [(9, 8, [5, 4]), (17, 8, [6, 6, 5]), (22, 8, [8, 8, 6]), (25, 8, [7, 7, 7, 4]), (0, 8, [0])],
)
def test_no_row_or_two_have_a_slide_of_their_own(rows: int, most: int, parts: list[int]) -> None:
    assert [len(part) for part in tables._evened([1.0] * rows, most)] == parts


def test_a_row_is_as_high_as_its_highest_cell_with_room_above_and_below() -> None:
    widths = (40.0, 30.0)
    assert tables._height(("Ash", "1"), widths, 12) == pytest.approx(ROW)
    both = ("Ash and Birch and Cedar", "1")
    assert tables._height(both, widths, 12) == pytest.approx(2 * LINE + 1.5)
    assert tables._height(both[::-1], widths[::-1], 12) == pytest.approx(2 * LINE + 1.5)


def test_a_head_that_breaks_for_being_bold_is_as_high_as_it_is_drawn() -> None:
    heading = "Residents in thousands"
    width = across(heading, 12) + 2 * tables._SIDE + 0.1
    assert across(heading, 12, bold=True) > width - 2 * tables._SIDE
    made = tables.Cut(12, (width,), (((heading,), (heading,)),))
    assert tables._heights(made.parts[0], made) == pytest.approx([ROW + LINE, ROW])


@pytest.mark.parametrize(
    ("room", "wide"), [(100, (40, 60)), (120, (48, 72)), (900, (54, 81)), (50, (40, 60))]
)
def test_columns_are_stretched_by_a_third_at_most(room: float, wide: tuple[float, ...]) -> None:
    assert tables._stretched((40.0, 60.0), room) == pytest.approx(wide)


def test_a_table_is_cut_where_a_box_ends_with_its_head_in_each_part() -> None:
    whole = cut(table(5), 12, Box(0, 0, 200, 6 * ROW))
    assert [len(part) for part in whole.parts] == [6]
    assert whole.height == pytest.approx(6 * ROW)
    two = cut(table(5), 12, Box(0, 0, 200, 5.9 * ROW))
    # Two that stand side by side end together.
    assert [len(part) for part in two.parts] == [4, 3]
    assert {part[0] for part in two.parts} == {("Footprint", "Residents")}
    said = [row for part in two.parts for row in part[1:]]
    assert said == [(f"Footprint {n}", f"{1_000 + n:,}") for n in range(5)]
    assert two.height == pytest.approx(7 * ROW)
    three = cut(table(8), 12, Box(0, 0, 200, 4.5 * ROW))
    assert [len(part) for part in three.parts] == [4, 4, 3]


def put(count: int = 3) -> tuple[float, object]:
    slide = new_slide(deck("x"), MAP, "", "")
    made = cut(table(count), 12, WIDE)
    end = add_table(slide, table(count), made, 0, (30.0, 40.0))
    return end, next(shape for shape in slide.shapes if shape.has_table)


def test_a_table_stands_where_it_was_put_and_says_where_it_ends() -> None:
    end, frame = put()
    made = cut(table(3), 12, WIDE)
    assert (frame.left.mm, frame.top.mm) == pytest.approx((30, 40), abs=0.01)
    assert frame.width.mm == pytest.approx(sum(made.widths), abs=0.05)
    assert end == pytest.approx(40 + 4 * ROW)
    assert [round(row.height.mm, 2) for row in frame.table.rows] == [round(ROW, 2)] * 4
    assert frame.height.mm == pytest.approx(4 * ROW, abs=0.05)


def test_figures_stand_at_the_right_and_the_head_is_bold_on_blue() -> None:
    _, frame = put()
    head, first, *_ = frame.table.rows
    sides = [cell.text_frame.paragraphs[0].alignment for cell in first.cells]
    assert sides == [PP_ALIGN.LEFT, PP_ALIGN.RIGHT]
    assert [cell.text for cell in first.cells] == ["Footprint 0", "1,000"]
    runs = [row.cells[0].text_frame.paragraphs[0].runs[0] for row in (head, first)]
    assert [run.font.bold for run in runs] == [True, False]
    assert {run.font.size.pt for run in runs} == {12}
    assert [row.cells[0].vertical_anchor for row in (head, first)] == [
        MSO_ANCHOR.BOTTOM,
        MSO_ANCHOR.MIDDLE,
    ]
    filled = [row.cells[0]._tc.tcPr.find(qn("a:solidFill")) is not None for row in (head, first)]
    assert filled == [True, False]


def test_cells_have_a_line_above_and_below_and_none_beside() -> None:
    _, frame = put()
    cell = frame.table.cell(1, 0)
    ruled = {
        side: cell._tc.tcPr.find(qn(f"a:ln{side}")).find(qn("a:solidFill")) is not None
        for side in "LRTB"
    }
    assert ruled == {"L": False, "R": False, "T": True, "B": True}
    assert (cell.margin_left.mm, cell.margin_right.mm) == pytest.approx((2, 2), abs=0.01)
    assert (cell.margin_top.mm, cell.margin_bottom.mm) == pytest.approx((0.75, 0.75), abs=0.01)
