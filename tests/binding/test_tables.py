"""Tables of a bound pack: rows go to the next page where the last has no room for them."""

from __future__ import annotations

import pytest

from footprint.binding import tables

SIZE = 9.0
ROW, TALL = (("a",), ("b",)), (("a",), ("b", "c"))


@pytest.mark.parametrize(
    ("rows", "room", "parts"),
    [(2, 2, [2]), (3, 2, [2, 1]), (5, 2, [2, 2, 1]), (1, 0, [1]), (2, 0, [1, 1]), (0, 1, [0])],
)
def test_a_page_holds_as_many_rows_as_there_is_room_for(
    rows: int, room: int, parts: list[int]
) -> None:
    most = room * tables._high(ROW, SIZE)
    assert [len(part) for part in tables._parts([ROW] * rows, most, SIZE)] == parts


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    more = tables._high(TALL, SIZE) - tables._high(ROW, SIZE)
    assert more == pytest.approx(tables.line_height(SIZE))
    assert tables._high(ROW, SIZE) > tables.line_height(SIZE)
