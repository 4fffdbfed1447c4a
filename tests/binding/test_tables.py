"""Tables of a bound pack: rows go to the next page where the last has no room for them."""

from __future__ import annotations

import pytest

from footprint.binding import tables
from footprint.binding.book import Tabled
from footprint.content.values import Column, Table
from footprint.ink.pages import Page
from footprint.ink.vectors import Framed, Written
from footprint.maps.palette import HOUSE_BLUE, INK, PAPER
from footprint.measures.units import PEOPLE
from footprint.papers.paper import SHEETS

SIZE = 9.0
SHEET = SHEETS["a4-landscape"]
ROOM = tables.inner(SHEET)
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


def tabled(count: int, **more: object) -> Tabled:
    columns = (Column("Footprint"), Column("Residents", PEOPLE))
    rows = tuple((f"Footprint {number}", 1_000 + number) for number in range(count))
    return Tabled(1, 2, "Clusters", Table("In figures", columns, rows, **more))


def words(page: Page) -> list[Written]:
    return [one for one in page.figure.vectors if isinstance(one, Written)]


def test_figures_stand_at_the_right_of_their_column_and_names_at_its_left() -> None:
    (page,) = tables.pages([tabled(2)], SHEET)
    told = {one.words: one for one in words(page)}
    name, figure = told["Footprint 1"], told["1,001"]
    assert (name.side, figure.side) == ("left", "right")
    # A margin, and what a cell leaves at its side.
    assert (name.x, figure.x) == pytest.approx((18 + 1.6, 279 - 1.6))
    assert name.baseline == figure.baseline
    heads = told["Footprint"], told["Residents"]
    assert all(one.bold and one.colour == PAPER for one in heads)
    assert not name.bold and name.colour == INK
    assert heads[1].side == "right" and heads[0].baseline < told["Footprint 0"].baseline


def test_each_row_follows_the_one_above_with_a_line_under_it_and_the_head_is_blue() -> None:
    (page,) = tables.pages([tabled(3)], SHEET)
    told = {one.words: one.baseline for one in words(page)}
    step = tables._high(ROW, SIZE)
    lines = [told[f"Footprint {number}"] for number in range(3)]
    assert lines[1] - lines[0] == lines[2] - lines[1] == pytest.approx(step)
    boxes = [one for one in page.figure.vectors if isinstance(one, Framed)]
    head, *rules = boxes
    assert (head.fill, head.box.left) == (HOUSE_BLUE, 18)
    assert (head.box.width, head.box.height) == pytest.approx((261, step))
    assert [one.box.bottom for one in rules] == pytest.approx(
        [head.box.bottom + n * step for n in range(4)]
    )
    assert {round(one.box.height, 3) for one in rules} == {0.15}
    # The first letters stand nine tenths of a millimetre below the upper edge of their row.
    top = head.box.bottom + 0.9
    assert lines[0] == pytest.approx(top + 0.98 * SIZE * tables.MM)


def test_the_table_stands_3_mm_below_its_title_and_what_it_is_of() -> None:
    (page,) = tables.pages([tabled(1)], SHEET)
    title, under, *_ = words(page)
    assert (title.words, under.words) == ("Annex 1: In figures (view 2)", "Clusters")
    (head, *_) = [one.box for one in page.figure.vectors if isinstance(one, Framed)]
    tall = tables.line_height(14) + tables.line_height(9)
    assert head.top == pytest.approx(18 + tall + 3)


def test_a_table_that_goes_on_says_so_on_each_page_and_loses_no_row() -> None:
    made = list(tables.pages([tabled(150)], SHEET))
    titles = [words(page)[0].words for page in made]
    assert titles[0] == "Annex 1: In figures (view 2)"
    assert set(titles[1:]) == {"Annex 1: In figures (view 2) (continued)"}
    rows = [one.words for page in made for one in words(page) if one.side == "right"]
    assert [one for one in rows if one != "Residents"] == [f"{1_000 + n:,}" for n in range(150)]
    assert rows.count("Residents") == len(made)
    for page in made:
        assert max(one.baseline for one in words(page)) <= 192


def test_a_table_is_set_in_the_largest_letters_that_take_the_fewest_pages() -> None:
    assert tables._laid(tabled(3), SHEET).size == 9
    pages = {
        n: [len(tables._set(tabled(n).table, ROOM, s).parts) for s in tables._SIZES]
        for n in range(18, 40)
    }
    split = next(n for n, counts in pages.items() if counts[0] > counts[-1])
    assert tables._laid(tabled(split), SHEET).size < 9
    assert len(tables._laid(tabled(split), SHEET).parts) == min(pages[split])
    assert tables._laid(tabled(split - 1), SHEET).size == 9


def test_a_second_table_stands_6_mm_below_the_first_where_both_have_room() -> None:
    few = tabled(2)
    (page,) = tables.pages([few, few], SHEET)
    first, second = [one.box for one in page.figure.vectors if isinstance(one, Framed)][::4]
    step = tables._high(ROW, SIZE)
    tall = tables.line_height(14) + tables.line_height(9) + 3
    assert second.top == pytest.approx(first.top + 3 * step + 6 + tall)


def test_tables_share_a_page_exactly_as_long_as_there_is_room() -> None:
    few = tabled(5)
    (part,) = tables._shared([few], SHEET)[0]
    assert part.height == pytest.approx(22 + 6 * tables._high(ROW, SIZE))
    counts = [len(parts) for parts in tables._shared([few] * 9, SHEET)]
    room, each = tables.inner(SHEET).height, part.height + 6
    most = int((room + 6) // each)
    assert counts[:-1] == [most] * (len(counts) - 1)
    assert tables.starts([few] * (most + 1), SHEET) == [*[0] * most, 1, 2]
