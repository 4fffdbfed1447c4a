"""Boxes: rectangles on a sheet, all the same way up."""

from __future__ import annotations

from footprint.papers.box import Box

ROOM = Box(10, 20, 30, 40)


def test_a_box_ends_below_where_it_begins() -> None:
    assert (ROOM.right, ROOM.bottom) == (40, 60)


def test_a_grown_box_has_as_much_more_on_every_side() -> None:
    assert ROOM.grown(2) == Box(8, 18, 34, 44)
    assert ROOM.grown(2).grown(-2) == ROOM


def test_boxes_that_only_touch_share_no_room() -> None:
    assert not ROOM.meets(Box(10, 60, 30, 5))
    assert not ROOM.meets(Box(40, 20, 5, 40))
    assert not ROOM.meets(Box(10, 10, 30, 10))
    assert not ROOM.meets(Box(5, 20, 5, 40))
    assert ROOM.meets(Box(39, 59, 5, 5)) and Box(39, 59, 5, 5).meets(ROOM)
