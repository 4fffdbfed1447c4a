"""Tags: what is drawn is part of the element that is open, in the order it is to be read."""

from __future__ import annotations

from matplotlib.patches import Rectangle

from footprint.ink.tags import ORNAMENT, Sheet, Tag, in_order


def drawn(sheet: Sheet) -> None:
    sheet.take(Rectangle((0, 0), 1, 1))


def test_what_is_drawn_belongs_to_the_innermost_element_that_is_open() -> None:
    sheet = Sheet()
    drawn(sheet)
    with sheet.tagged("Table"):
        with sheet.tagged("Row", "first"):
            drawn(sheet)
        drawn(sheet)
        with sheet.tagged(""):
            drawn(sheet)
        with sheet.tagged("Row", late=True):
            drawn(sheet)
    drawn(sheet)
    assert [(tag.kind, tag.inside, tag.words, tag.late) for tag in sheet.tags] == [
        ("Table", ORNAMENT, "", False),
        ("Row", 0, "first", False),
        ("Row", 0, "", True),
    ]
    assert [place for _, place in sheet.pieces] == [ORNAMENT, 1, 0, ORNAMENT, 2, ORNAMENT]
    assert [artist for artist, _ in sheet.pieces] == list(sheet.artists)


def test_all_of_a_figure_is_the_figure() -> None:
    sheet = Sheet()
    with sheet.tagged("Figure", "Map"):
        with sheet.tagged("P"):
            drawn(sheet)
        with sheet.tagged(""):
            drawn(sheet)
    assert [tag.kind for tag in sheet.tags] == ["Figure"]
    assert [place for _, place in sheet.pieces] == [0, 0]


def test_what_is_late_is_read_last_with_all_that_is_inside_it() -> None:
    tags = [
        Tag("Foot", ORNAMENT, "", True),
        Tag("P", 0, "", False),
        Tag("H1", ORNAMENT, "", False),
        Tag("P", 1, "", False),
        Tag("P", ORNAMENT, "", False),
    ]
    assert in_order(tags) == [2, 4, 0, 1, 3]
