"""A bound PDF: cover, contents, numbers, marking, annex and sources, read from the file itself."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest
import shapely
from PIL import Image

from footprint.binding import leaves, tables
from footprint.binding import pdf as binding
from footprint.binding.book import Book, book
from footprint.binding.links import coded
from footprint.binding.pdf import Laid, pdf
from footprint.export.make import make
from footprint.export.orders import CODE, Order
from footprint.ink.pages import Page
from footprint.papers.front import Front
from footprint.papers.paper import SHEETS, Paper
from tests import paper_samples

FRONT = Front("Board in public", "3 December 2026", "7.2", "Director of Strategy", "DRAFT")
SHEET = SHEETS["a4-landscape"]
PUBLIC = "https://footprints.example.org/Clusters"


def papers() -> tuple[Paper, ...]:
    first = replace(paper_samples.membership(), link=PUBLIC, sources=("One.", "Two."))
    return first, replace(paper_samples.envelope(), title="The envelope", sources=("Two", "Three"))


def a_sheet(paper: Paper, count: int = 1) -> Laid:
    """Sheets with a map of one square, for the drawing of real ones is tested elsewhere."""
    page = Page(SHEET.width, SHEET.height)
    with page.tagged("H1"):
        page.words(12, 20, paper.title, 16)
    with page.tagged("Figure", paper.description):
        page.shape(shapely.box(20, -100, 80, -40), "#336699")
    more = [Page(SHEET.width, SHEET.height).figure for _ in range(count - 1)]
    return Laid(count, iter([page.figure, *more]))


def bound(front: Front = FRONT) -> tuple[Book, pikepdf.Pdf]:
    made = book("For the board", papers(), front)
    return made, pikepdf.open(io.BytesIO(pdf(made, SHEET, a_sheet)))


@pytest.fixture(scope="module")
def whole() -> pikepdf.Pdf:
    return bound()[1]


def test_what_follows_a_view_of_more_sheets_is_on_later_pages(whole) -> None:
    made = book("For the board", papers(), FRONT)
    long = pikepdf.open(io.BytesIO(pdf(made, SHEET, lambda paper: a_sheet(paper, 3))))
    (_, first), (_, second), *others = outline(long)[2:]
    assert second == first + 3
    before = [page for _, page in outline(whole)[4:]]
    assert [page - 4 for _, page in others] == before
    assert len(long.pages) == len(whole.pages) + 4


def outline(document: pikepdf.Pdf) -> list[tuple[str, int]]:
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    with document.open_outline() as opened:
        return [(one.title, numbers[one.destination[0].objgen]) for one in opened.root]


def kinds(element: pikepdf.Object) -> list[str]:
    inner = [one for one in element.K if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    return [str(element.S), *(kind for one in inner for kind in kinds(one))]


def test_every_part_has_a_bookmark_on_the_page_the_contents_say(whole) -> None:
    marks = outline(whole)
    assert [words for words, _ in marks[:3]] == ["For the board", "Contents", marks[2][0]]
    assert marks[2][0].startswith("1. ") and marks[3][0] == "2. The envelope"
    assert marks[-1][0] == "Sources and licence"
    pages = [page for _, page in marks]
    assert pages == sorted(pages) and pages[:4] == [0, 0, 1, 2]
    assert pages[-1] < len(whole.pages)


def test_without_a_cover_the_first_view_begins_and_without_an_annex_no_table_follows() -> None:
    made, document = bound(replace(FRONT, cover=False, annex=False))
    assert made.annex == ()
    assert [page for _, page in outline(document)] == [0, 1, 2]


def test_sources_of_all_views_are_said_once_and_the_licence_last() -> None:
    made, _ = bound()
    assert made.sources[:3] == ("One", "Two", "Three")
    assert all(not paper.sources for paper in made.papers)


def test_an_annex_table_has_a_head_and_a_cell_for_every_figure(whole) -> None:
    told = kinds(whole.Root.StructTreeRoot.K[0])
    rows = sum(len(paper.table.rows) for paper in papers())
    columns = len(papers()[0].table.columns)
    assert told.count("/TD") == rows * columns
    assert told.count("/TH") == told.count("/Table") * columns


@pytest.mark.parametrize("sheet", ["a4-portrait", "slide"])
def test_no_table_and_no_contents_leave_their_page(sheet) -> None:
    made, _ = bound()
    sheet = SHEETS[sheet]
    for page in [*tables.pages(made.annex, sheet), *leaves.sources(made, sheet)]:
        room = leaves.inner(sheet).grown(0.5)
        texts = [artist for artist, _ in page.figure.pieces if hasattr(artist, "get_text")]
        assert texts
        for text in texts:
            box = text.get_window_extent().transformed(page.figure.dpi_scale_trans.inverted())
            assert box.x1 * 25.4 <= room.right and box.x0 * 25.4 >= room.left
            assert sheet.height - box.y0 * 25.4 <= room.bottom + 1


def test_short_tables_share_a_page_and_long_ones_begin_their_own() -> None:
    made, _ = bound()
    (one, *_), sheet = made.annex, SHEETS["a4-landscape"]
    short = replace(one, table=replace(one.table, rows=one.table.rows[:1], codes=()))
    long = replace(one, table=replace(one.table, rows=one.table.rows * 5, codes=()))
    assert tables.starts([short, short, short], sheet) == [0, 0, 0, 1]
    first, last, end = tables.starts([long, short], sheet)
    assert (first, last) == (0, end - 1) and end > 1
    assert tables.starts([short, long], sheet)[1] == 1
    assert len(list(tables.pages([short, long], sheet))) == tables.starts([short, long], sheet)[-1]


def test_contents_too_long_for_the_cover_have_a_page_of_their_own() -> None:
    made, _ = bound()
    few = [leaves.Entry(f"View {number}", number) for number in range(4)]
    assert leaves.on_cover(made, few, SHEET)
    assert not leaves.on_cover(made, few * 10, SHEET)
    said = str(
        [
            one.get_text()
            for one, _ in leaves.cover(made, SHEET, b"", few).figure.pieces
            if hasattr(one, "get_text")
        ]
    )
    assert "Contents" in said and "View 3" in said


def test_every_page_has_the_marking_and_its_number() -> None:
    made, _ = bound()
    page = Page(SHEET.width, SHEET.height)
    leaves.running(page, made, 3, 9)
    said = [artist.get_text() for artist, _ in page.figure.pieces]
    assert said.count("DRAFT") == 2
    assert "Page 3 of 9" in said
    assert all(place == -1 for _, place in page.figure.pieces), "it is not read on every page"


def test_sheets_of_one_view_are_numbered_where_a_pack_is_and_one_alone_is_not() -> None:
    def words_of(page: Page) -> list[tuple[str, tuple[float, float], float]]:
        pieces = [artist for artist, _ in page.figure.pieces]
        return [(one.get_text(), one.get_position(), one.get_fontsize()) for one in pieces]

    sheets = [Page(SHEET.width, SHEET.height) for _ in range(3)]
    binding.counted([page.figure for page in sheets])
    in_a_pack = Page.over(Page(SHEET.width, SHEET.height).figure)
    leaves.running(in_a_pack, bound()[0], 2, 3)
    (second,) = words_of(sheets[1])
    assert second[0] == "Page 2 of 3"
    assert second in words_of(in_a_pack)
    alone = Page(SHEET.width, SHEET.height)
    binding.counted([alone.figure])
    assert words_of(alone) == []


def test_the_cover_says_the_meeting_and_leaves_out_what_nobody_said() -> None:
    made = book("For the board", papers(), replace(FRONT, author=""))
    cover = leaves.cover(made, SHEET, b"")
    said = " ".join(
        artist.get_text() for artist, _ in cover.figure.pieces if hasattr(artist, "get_text")
    )
    assert re.search("For the board.*Board in public.*3 December 2026.*7.2", said)
    assert "Author" not in said


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_longest_words_that_are_taken_stay_on_the_cover(sheet) -> None:
    sheet, long = SHEETS[sheet], "Options for the footprints of boards in England " * 6
    made = book(long, papers(), Front(long, long, long, long, "DRAFT"))
    cover = leaves.cover(made, sheet, b"")
    said = [one for one, _ in cover.figure.pieces if hasattr(one, "get_text")]
    lowest = max(sheet.height - one.get_position()[1] * 25.4 / 72 for one in said)
    assert lowest <= leaves.inner(sheet).bottom
    assert "Made on" in {one.get_text() for one in said}


def test_only_a_public_address_gets_a_code() -> None:
    assert coded(PUBLIC)
    assert not coded("http://localhost:8501/Clusters")
    assert not coded("http://127.0.0.1:8501/Clusters")
    assert not coded(PUBLIC + "?option=" + "x" * 700)


def test_a_code_is_a_picture_of_black_and_white_squares() -> None:
    with Image.open(io.BytesIO(make(Order(CODE, papers()), lambda *_: None))) as code:
        assert code.width == code.height
        assert set(code.convert("L").get_flattened_data()) == {0, 255}
