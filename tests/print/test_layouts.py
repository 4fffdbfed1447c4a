"""Layouts: of maps of one size, the one with room for names beside the land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from footprint.ink.blocks import Block, Line, height, paragraph
from footprint.ink.words import line_height
from footprint.papers.box import Box
from footprint.print import layouts
from footprint.print.layouts import (
    SEA,
    Column,
    Layout,
    Setting,
    arranged,
    refilled,
)

BODY = Box(0, 0, 273, 149)
WORDS = "Some words that stand beside a map of England. " * 50


def laid(sea: tuple[float, float], aspect: float = 0.87) -> Layout:
    def setting(width: float, size: float) -> list[Block]:
        return [paragraph(WORDS, width, size)]

    return arranged(BODY, 1, aspect, setting, lambda _: 0.0, sea=sea)


def test_room_for_names_on_the_sea_is_worth_half_a_point_of_the_words() -> None:
    close, far = laid((0.0, 0.0)), laid(SEA)
    assert far.maps[0].width > close.maps[0].width
    assert far.maps[0].height == close.maps[0].height
    assert close.size - far.size == 0.5


@pytest.mark.parametrize("aspect", [1.5, 2.0])
def test_no_sea_is_looked_for_where_a_map_is_as_wide_as_its_land(aspect: float) -> None:
    assert laid(SEA, aspect) == laid((0.0, 0.0), aspect)


TALL = line_height(9.0)


def lines(count: int, size: float = 9.0) -> Block:
    return [Line(f"{number}", size) for number in range(count)]


def setting_of(*counts: int) -> Setting:
    """Blocks of so many lines, whatever their width, in letters of a size."""
    return lambda _, size: [lines(count, size) for count in counts]


def corners(boxes: Sequence[Box]) -> list[tuple[float, ...]]:
    return [(box.left, box.top, box.width, box.height) for box in boxes]


def test_cells_are_equal_and_6_mm_apart_row_by_row_with_their_headings_above() -> None:
    found = layouts._cells(Box(10, 20, 106, 86), 3, 2, lambda wide: wide / 10)
    # Two columns of 50 mm, two rows of 40 mm, five of which are the heading's.
    assert corners(found) == [(10, 25, 50, 35), (66, 25, 50, 35), (10, 71, 50, 35)]


def test_maps_stand_in_rows_that_are_full() -> None:
    assert [layouts._rows_of(count) for count in (1, 2, 3, 4)] == [
        [1],
        [1, 2],
        [1, 3],
        [1, 2, 4],
    ]


def test_words_beside_maps_take_a_quarter_of_the_sheet_at_the_right() -> None:
    area, (column,) = layouts._beside(Box(10, 20, 300, 100), setting_of(3), 9.0)
    assert (area.left, area.top, area.width, area.height) == (10, 20, 300 - 78 - 6, 100)
    assert (column.left, column.top, column.width, column.room) == (310 - 78, 20, 78, 100)
    assert len(column.lines) == 3


@pytest.mark.parametrize(("wide", "column"), [(200, 56), (300, 78), (400, 84)])
def test_a_column_beside_maps_is_neither_too_narrow_nor_too_wide(
    wide: float, column: float
) -> None:
    _, (only,) = layouts._beside(Box(0, 0, wide, 100), setting_of(1), 9.0)
    assert only.width == pytest.approx(column)


def test_wide_columns_take_a_good_third_or_half_of_the_sheet() -> None:
    body = Box(0, 0, 200, 100)
    assert layouts._wide(body, setting_of(1), 9.0)[1][0].width == 76
    assert layouts._half(body, setting_of(1), 9.0)[1][0].width == 100


def test_a_column_holds_words_exactly_as_high_as_it_is() -> None:
    fits = Box(0, 0, 200, 3 * TALL)
    assert layouts._column(fits, setting_of(3), 9.0, 60)
    assert layouts._column(replace(fits, height=3 * TALL - 0.01), setting_of(3), 9.0, 60) is None


@pytest.mark.parametrize(("wide", "abreast"), [(230, 2), (231, 3)])
def test_a_wide_sheet_has_three_columns_below_its_maps(wide: float, abreast: int) -> None:
    found = layouts._columns(Box(10, 5, wide, 100), setting_of(2, 2, 2), 9.0)
    assert len(found) == abreast
    step = (wide - 6 * (abreast - 1)) / abreast + 6
    assert [one.left for one in found] == pytest.approx([10 + n * step for n in range(abreast)])
    assert {one.width for one in found} == {step - 6}


def test_words_below_maps_take_what_their_longest_column_needs_and_at_most_half() -> None:
    body = Box(0, 10, 200, 100)
    area, columns = layouts._below(body, setting_of(2, 3), 9.0)
    assert area.height == pytest.approx(100 - 3 * TALL - 6)
    assert {round(one.top, 6) for one in columns} == {round(110 - 3 * TALL, 6)}
    assert [one.room for one in columns] == pytest.approx([3 * TALL] * 2)
    full = replace(body, height=2 * (3 * TALL + 6))
    assert layouts._below(full, setting_of(2, 3), 9.0)
    assert layouts._below(replace(full, height=full.height - 0.1), setting_of(2, 3), 9.0) is None


def test_what_a_column_leaves_free_begins_below_its_words() -> None:
    area = Box(0, 10, 200, 100)
    column = Column(210, 10, 60, 100, lines(3))
    spare = layouts._spare(area, [column])
    assert (spare.left, spare.width) == (210, 60)
    assert spare.top == pytest.approx(10 + 3 * TALL + 4.2)
    assert spare.bottom == pytest.approx(110)
    assert layouts._spare(area, [column] * 2) is None


def test_words_stand_in_the_place_that_a_row_of_maps_leaves() -> None:
    body = Box(0, 0, 206, 106)
    laid = layouts._among(body, 3, 2, setting_of(4), 9.0, lambda _: 5.0)
    assert corners(laid.maps) == [(0, 5, 100, 45), (106, 5, 100, 45), (0, 61, 100, 45)]
    (column,) = laid.columns
    assert (column.left, column.top, column.width, column.room) == (106, 56, 100, 50)
    assert layouts._among(body, 4, 2, setting_of(4), 9.0, lambda _: 5.0) is None
    most = int(50 // TALL)
    assert layouts._among(body, 3, 2, setting_of(most), 9.0, lambda _: 5.0)
    assert layouts._among(body, 3, 2, setting_of(most + 1), 9.0, lambda _: 5.0) is None


def test_a_map_is_as_large_as_its_narrower_side_lets_it_be() -> None:
    assert layouts.scale([Box(0, 0, 50, 80)], 0.5) == 80
    assert layouts.scale([Box(0, 0, 30, 80)], 0.5) == 60
    assert layouts._beside_land([Box(0, 0, 50, 80)], 0.5) == pytest.approx(0.2)
    assert layouts._beside_land([Box(0, 0, 30, 80)], 0.5) == 0


def test_the_last_block_stands_under_all_else_where_words_are_many() -> None:
    body = Box(10, 20, 200, 100)
    (area, columns), lower = layouts._corner(body, setting_of(3, 2, 4), 6.5, 80)
    tall = line_height(6.5)
    assert lower == 2
    beside, left, right = columns
    assert len(beside.lines) == 5 and beside.width == 80
    assert [len(one.lines) for one in (left, right)] == [2, 2]
    under = 2 * tall + 6
    assert area.height == beside.room == pytest.approx(100 - under)
    assert left.top == right.top == pytest.approx(120 - under + 6)
    assert (left.left, right.left) == (10, 10 + 97 + 6)
    assert left.room == pytest.approx(under)
    assert layouts._corner(body, setting_of(99, 2, 4), 6.5, 80) == (None, 0)


def test_too_many_words_take_more_of_the_sheet_and_the_rest_is_kept_back() -> None:
    body = Box(0, 0, 200, 100)
    tall = line_height(6.5)
    most = int(100 // tall)
    laid = arranged(body, 1, 1.0, setting_of(most * 3), lambda _: 0.0)
    (column,) = laid.columns
    assert laid.size == 6.5
    assert len(laid.rest) + len(column.lines) - 1 == most * 3
    assert height(column.lines) <= 100 < height([*column.lines, column.lines[0]])
    # Its width is the least of five in which all but the last block has room.
    assert column.width == 76
    assert column.left + column.width == 200
    assert corners(laid.maps) == [(0, 0, 200 - 76 - 6, 100)]


def test_several_maps_share_what_the_words_beside_and_under_them_leave() -> None:
    under = 12 * line_height(6.5) + 6
    laid = arranged(Box(10, 20, 200, 100), 2, 1.0, setting_of(16, 24), lambda _: 5.0)
    assert (laid.size, laid.lower, laid.rest) == (6.5, 2, ())
    # Beside them stand 76 mm of words and a gap; two maps abreast are larger than one over another.
    wide, tall = (200 - 76 - 6 - 6) / 2, 100 - under - 5
    assert corners(laid.maps) == [
        pytest.approx((10, 25, wide, tall)),
        pytest.approx((10 + wide + 6, 25, wide, tall)),
    ]


def test_other_words_are_put_into_the_same_columns_where_those_have_room() -> None:
    body = Box(0, 0, 200, 100)
    laid = arranged(body, 1, 1.0, setting_of(3), lambda _: 0.0)
    (column,) = laid.columns
    size = line_height(laid.size)
    most = int(column.room // size)
    filled = refilled(laid, setting_of(most), 0.0)
    assert len(filled.columns[0].lines) == most and filled.maps == laid.maps
    assert refilled(laid, setting_of(most + 1), 0.0) is None
    assert refilled(laid, setting_of(most), column.room - most * size + 0.1) is None
    below = replace(laid, columns=(column, column))
    assert [len(one.lines) for one in refilled(below, setting_of(2, 3), 0.0).columns] == [2, 3]
    lower = replace(laid, columns=(column, column, column), lower=2)
    assert [len(one.lines) for one in refilled(lower, setting_of(2, 3), 0.0).columns] == [2, 2, 1]


def test_words_that_were_kept_back_go_on_being_kept_back() -> None:
    laid = arranged(Box(0, 0, 200, 100), 1, 1.0, setting_of(200), lambda _: 0.0)
    filled = refilled(laid, setting_of(150), 99.0)
    assert len(filled.rest) == 150 - (len(filled.columns[0].lines) - 1)


def test_larger_words_are_worth_smaller_maps() -> None:
    body = Box(0, 0, 280, 150)

    def narrower(_: float, size: float) -> list[Block]:
        return [lines(int(20 * size / 6.5), size)]

    large = arranged(body, 1, 1.5, narrower, lambda _: 0.0, worth=1.0)
    assert large.size == 9
    several = arranged(body, 4, 0.8, setting_of(3), lambda _: 0.0)
    assert len(several.maps) == 4
    assert len({(box.width, box.height) for box in several.maps}) == 1


@pytest.mark.parametrize("count", range(1, 30))
def test_words_that_were_laid_out_fit_again_into_their_own_room(count: int) -> None:
    # Lengths added up in another order differ by a hair, which is no reason to begin anew for ever.
    body = Box(12.1, 31.7, 272.9, 140.3)
    laid = arranged(body, 2, 0.8, setting_of(count, 3, 5), lambda _: 6.1)
    for layout in (laid, replace(laid, columns=tuple(map(_tight, laid.columns)))):
        assert refilled(layout, setting_of(count, 3, 5), 0.0) is not None


def _tight(column: Column) -> Column:
    return replace(column, room=height(column.lines) + 6.0 - 6.0 - 1e-13)
