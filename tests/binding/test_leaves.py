"""Leaves: where a cover, contents, sources and running lines of a bound PDF stand, in mm."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from footprint.binding import leaves
from footprint.binding.book import Book
from footprint.binding.leaves import Entry
from footprint.ink.pages import Page
from footprint.ink.vectors import Filled, Framed, Written
from footprint.papers.front import Front
from footprint.papers.paper import SHEETS

SHEET, UPRIGHT = SHEETS["a4-landscape"], SHEETS["a4-portrait"]
LINK = "https://footprints.example.org/Clusters"
BOOK = Book(
    title="For the board",
    front=Front("Board in public", "3 December 2026", marking="DRAFT"),
    day=date(2026, 11, 22),
    papers=(),
    annex=(),
    sources=("One", "Two"),
    again=(),
)
FEW = [Entry(f"View {number}", number + 2) for number in range(1, 4)]


def words(page: Page) -> dict[str, Written]:
    return {one.words: one for one in page.figure.vectors if isinstance(one, Written)}


def said(pages: list[Page]) -> list[list[str]]:
    return [list(words(page)) for page in pages]


def test_a_margin_of_18_mm_is_left_on_every_side() -> None:
    room = leaves.inner(SHEET)
    assert (room.left, room.top, room.right, room.bottom) == pytest.approx((18, 18, 279, 192))


def test_the_title_of_a_cover_stands_lower_where_no_contents_follow() -> None:
    alone, before = leaves.cover(BOOK, SHEET, b""), leaves.cover(BOOK, SHEET, b"", FEW)
    first, second = (words(page)["For the board"] for page in (alone, before))
    # At three tenths of 174 mm, and at 18 hundredths.
    assert first.baseline - second.baseline == pytest.approx(174 * 0.12)
    assert first.x == 18 and (first.size, first.bold) == (28, True)
    assert first.baseline == pytest.approx(18 + 174 * 0.3 + 28 * 0.98 * 25.4 / 72)
    assert "Contents" in words(before) and "Contents" not in words(alone)


def test_a_blue_rule_and_the_details_follow_the_title() -> None:
    page = leaves.cover(BOOK, SHEET, b"")
    (rule,) = [one.box for one in page.figure.vectors if isinstance(one, Framed)]
    assert (rule.left, rule.width, rule.height) == pytest.approx((18, 261, 1.2))
    told = words(page)
    title, label, value = told["For the board"], told["Meeting"], told["Board in public"]
    assert title.baseline < rule.top < label.baseline
    assert (label.x, value.x) == (18, 18 + 58)
    assert label.baseline == value.baseline
    # The first detail begins ten millimetres below the rule's upper edge.
    assert label.baseline - 13 * 0.98 * 25.4 / 72 == pytest.approx(rule.top + 10)
    day, made = told["3 December 2026"], told["22 November 2026"]
    assert day.baseline - value.baseline == pytest.approx(made.baseline - day.baseline)
    assert day.baseline - value.baseline > 7


def test_contents_begin_8_mm_below_the_details() -> None:
    told = words(leaves.cover(BOOK, SHEET, b"", FEW))
    head, last = told["Contents"], told["22 November 2026"]
    line = leaves.height([leaves.Line("", 13)])
    below = last.baseline - 13 * 0.98 * 25.4 / 72 + line + 2 + 8
    assert head.baseline - 14 * 0.98 * 25.4 / 72 == pytest.approx(below)
    assert (head.x, told["View 1"].x) == (18, 18)
    assert told["View 1"].baseline < told["View 2"].baseline < told["View 3"].baseline


def test_contents_have_room_on_a_cover_exactly_until_they_reach_its_foot() -> None:
    fits = [leaves.on_cover(BOOK, FEW[:1] * count, SHEET) for count in range(60)]
    most = fits.index(False)
    assert fits == [True] * most + [False] * (60 - most)
    last = [
        one
        for one in leaves.cover(BOOK, SHEET, b"", FEW[:1] * (most - 1)).figure.vectors
        if isinstance(one, Written) and one.words == "View 1"
    ][-1]
    entry = leaves.height(leaves._entry(FEW[0], 261))
    assert 192 - 2 * entry < last.baseline <= 192
    too_many = leaves.cover(BOOK, SHEET, b"", FEW[:1] * most)
    assert "Contents" not in words(too_many)


@pytest.mark.parametrize(("count", "size"), [(2, 28), (9, 28), (12, 24), (14, 20), (60, 16)])
def test_a_long_title_is_set_smaller_so_that_it_has_three_lines(count: int, size: int) -> None:
    lines = leaves._title("Footprint " * count, 200)
    assert {line.size for line in lines} == {size}
    assert all(line.bold for line in lines)
    assert len(lines) <= 3 or size == 16


def pixels(wide: int, high: int) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (wide, high), "red").save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize(
    ("size", "shown"),
    [((60, 30), (52, 26)), ((10, 30), (26 / 3, 26)), ((900, 30), (130.5, 4.35))],
)
def test_a_logo_is_26_mm_high_or_half_as_wide_as_the_page(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], shown: tuple[float, float]
) -> None:
    put = []
    monkeypatch.setattr(Page, "picture", lambda _, dots, box: put.append((dots, box)))
    leaves.cover(BOOK, SHEET, pixels(*size))
    ((dots, box),) = put
    assert dots.shape == (size[1], size[0], 4)
    assert (box.left, box.top) == (18, 18)
    assert (box.width, box.height) == pytest.approx(shown)


def test_a_cover_without_a_logo_has_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    put = []
    monkeypatch.setattr(Page, "picture", lambda *told: put.append(told))
    leaves.cover(BOOK, SHEET, b"")
    assert put == []


def test_each_line_of_contents_ends_with_its_page_in_bold_at_the_right() -> None:
    (page,) = leaves.contents(FEW, SHEET)
    number = words(page)["4"]
    assert (number.x, number.side, number.bold) == (279, "right", True)
    assert number.baseline == words(page)["View 2"].baseline


def test_a_long_line_of_contents_leaves_room_for_its_page_which_stands_by_its_last_row() -> None:
    long = Entry("A view of a great many footprints " * 8, 12)
    *before, last = leaves._entry(long, 100)
    assert before and last.right == "12"
    assert not any(line.right for line in before)
    widest = 100 - leaves.width("12", 10.5, bold=True) - 6
    assert max(leaves.width(line.words, 10.5) for line in (*before, last)) <= widest
    assert (before[0].gap, before[0].begins, last.gap) == (1.6, True, 0)


def test_what_stands_inside_another_is_indented_by_6_mm() -> None:
    (inside,) = leaves._entry(Entry("Table", 3, inside=True), 100)
    (outside,) = leaves._entry(Entry("Table", 3), 100)
    assert (inside.indent, outside.indent) == (6, 0)


def test_contents_go_on_to_as_many_pages_as_are_said_with_one_heading() -> None:
    many = [Entry(f"View {number}", number) for number in range(100)]
    made = leaves.contents(many, SHEET)
    assert len(made) == leaves.contents_needed(many, SHEET) > 2
    heads = ["Contents" in words(page) for page in made]
    assert heads == [True] + [False] * (len(made) - 1)
    found = [one for page in said(made) for one in page if one.startswith("View")]
    assert found == [entry.words for entry in many]
    room = leaves.inner(SHEET)
    for page in made:
        assert max(one.baseline for one in words(page).values()) <= room.bottom


def test_sources_are_whole_on_their_pages_with_one_heading() -> None:
    long = replace(BOOK, sources=tuple(f"{n}. {'Of a source ' * 90}" for n in range(20)))
    made = leaves.sources(long, SHEET)
    assert len(made) > 1
    assert ["Sources and licence" in words(page) for page in made] == [True] + [False] * (
        len(made) - 1
    )
    starts = [one for page in said(made) for one in page if one[:1].isdigit()]
    assert [one.split(".")[0] for one in starts] == [str(n) for n in range(20)]
    # None is torn: what stands first on a page begins a source.
    for page in said(made)[1:]:
        assert page[0][0].isdigit()


def test_pieces_fill_a_page_to_its_very_foot() -> None:
    piece = [leaves.Line("x", 10)]
    tall = leaves.height(piece)
    parts = list(leaves._parted([piece] * 5, leaves.height(piece * 2)))
    assert [(first, len(held)) for first, held in parts] == [(True, 2), (False, 2), (False, 1)]
    assert [len(held) for _, held in leaves._parted([piece] * 2, tall / 2)] == [1, 1]
    assert list(leaves._parted([], tall)) == [(True, [])]


def test_the_first_line_of_a_source_has_room_above_it() -> None:
    lines = [leaves.Line("a", 8), leaves.Line("b", 8)]
    assert [line.gap for line in leaves._spaced(lines)] == [1.4, 0]
    assert leaves._spaced([]) == []


def again(count: int, sheet=SHEET) -> list[Page]:
    links = [(f"View {n}", f"{LINK}/{n}") for n in range(count)]
    private = ("Mine", "http://localhost:8501/Clusters")
    return list(leaves._again(replace(BOOK, again=(private, *links)), sheet))


@pytest.mark.parametrize(("sheet", "abreast"), [(SHEET, 3), (UPRIGHT, 2)])
def test_codes_stand_abreast_as_many_as_a_sheet_is_wide_and_go_on_to_the_next(
    sheet, abreast: int
) -> None:
    room = leaves.inner(sheet)
    head = leaves.height(leaves._heading("Open a view again", room.width))
    most = abreast * int((room.height - head) // 32)
    first, last = again(most + 1, sheet)
    found = [one.shape.bounds for one in first.figure.vectors if isinstance(one, Filled)]
    assert len(found) == most
    wide = room.width / abreast
    # A code has a rim of two squares of paper.
    corners = {(round(left, 3), round(-top, 3)) for left, _, _, top in found}
    rim = found[0][0] - room.left
    assert 0 < rim < 3
    assert corners == {
        (
            round(room.left + rim + n % abreast * wide, 3),
            round(room.top + head + rim + n // abreast * 32, 3),
        )
        for n in range(most)
    }
    right, bottom = found[0][2], -found[0][1]
    assert right + rim - room.left == pytest.approx(24)
    assert bottom + rim - room.top - head == pytest.approx(24)
    assert "Mine" not in words(first) and f"View {most}" in words(last)


def test_beside_each_code_stand_its_view_and_a_line_to_press() -> None:
    (page,) = again(1)
    told = words(page)
    assert told["View 0"].x == told["Open this view"].x == 18 + 24 + 2
    assert told["View 0"].baseline < told["Open this view"].baseline
    assert again(0) == []


def test_the_margins_say_the_marking_twice_the_page_and_the_pack() -> None:
    page = Page(SHEET.width, SHEET.height)
    leaves.running(page, replace(BOOK, title="For the board of " * 20), 3, 9)
    marks = [one for one in page.figure.vectors if isinstance(one, Written)]
    assert [(one.x, one.baseline, one.side) for one in marks if one.words == "DRAFT"] == [
        (148.5, 7, "center"),
        (148.5, 206.5, "center"),
    ]
    told = words(page)
    number = told["Page 3 of 9"]
    assert (number.x, number.baseline, number.side) == (285, 206, "right")
    (title,) = [one for one in told.values() if one.words.startswith("For the board")]
    # It ends with a whole word that is no small one.
    assert title.words.endswith("the board") and (title.x, title.baseline) == (12, 206)
    assert leaves.width(title.words, 7) < 297 * 0.4


def test_a_pack_without_a_marking_has_its_page_and_its_whole_title_alone() -> None:
    page = Page(SHEET.width, SHEET.height)
    leaves.running(page, replace(BOOK, front=Front()), 1, 2)
    assert list(words(page)) == ["Page 1 of 2", "For the board"]
