"""Bound documents: what a Word file says before and behind its papers, and how it is laid out."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Pt
from PIL import Image

from footprint.binding import documents
from footprint.binding.book import Book
from footprint.content.values import Chapter
from footprint.english import breakable, unbroken
from footprint.office.document_parts import blank
from footprint.office.document_sections import text_width
from tests.binding.test_office import FRONT, bound

LINK = "https://footprints.example.org/Clusters"


@pytest.fixture(scope="module")
def book() -> Book:
    return bound()


@pytest.fixture
def new(book) -> Document:
    return blank(book.title, book.dated)


def heads(new: Document, level: int = 1) -> list[str]:
    return [line.text for line in new.paragraphs if line.style.name == f"Heading {level}"]


def logo(wide: int, high: int) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (wide, high), "white").save(written, "PNG")
    return written.getvalue()


def test_a_paper_keeps_its_table_only_where_a_chapter_of_it_is_that_table(book) -> None:
    paper, other = book.papers
    told = replace(paper, chapters=(Chapter("Why", (), None), Chapter("All", (), paper.table)))
    assert documents._without_table(told).table == paper.table
    apart = replace(paper, chapters=(Chapter("Others", (), other.table),))
    for one in (paper, apart):
        emptied = documents._without_table(one).table
        assert (emptied.rows, emptied.codes) == ((), ())
        assert emptied.columns == paper.table.columns
    assert documents._without_table(paper).lists == ()


def test_a_marking_stands_in_the_middle_of_every_header_in_bold(new) -> None:
    documents._mark(new, "DRAFT")
    for section in new.sections:
        line = section.header.paragraphs[-1]
        assert (line.text, line.alignment, line.runs[0].font.bold) == ("DRAFT", ALIGN.CENTER, True)


def test_a_document_without_a_marking_has_its_headers_as_they_were(new) -> None:
    before = [len(section.header.paragraphs) for section in new.sections]
    documents._mark(new, "")
    assert [len(section.header.paragraphs) for section in new.sections] == before


def test_a_cover_has_its_logo_then_title_and_details_and_contents_begin_a_page(new, book) -> None:
    head = documents._front(new, book, logo(60, 30))
    (shape,) = new.inline_shapes
    assert (round(shape.height.mm), round(shape.width.mm)) == (24, 48)
    assert head.text == "Contents" and head.paragraph_format.page_break_before
    lines = [line for line in new.paragraphs if line.text]
    assert [line.text for line in lines] == [
        "For the board",
        "Meeting\tBoard in public",
        "Date of the meeting\t3 December 2026",
        "Agenda item\t7.2",
        f"Made on\t{book.dated}",
        "Contents",
    ]
    title, detail, *_ = lines
    around = title.paragraph_format
    assert (round(around.space_before.mm), round(around.space_after.mm)) == (60, 10)
    placed = detail.paragraph_format
    assert [round(stop.position.mm) for stop in placed.tab_stops] == [50]
    # The second row of a long detail stands under its first, not under its label.
    assert (round(placed.left_indent.mm), round(placed.first_line_indent.mm)) == (50, -50)
    label, *_, said = detail.runs
    assert not label.font.bold and said.font.bold


def test_a_cover_without_a_logo_has_no_picture(new, book) -> None:
    documents._front(new, book, b"")
    assert len(new.inline_shapes) == 0


def test_the_annex_begins_a_page_and_its_tables_follow_each_other(new, book) -> None:
    documents._annex(new, book)
    found = [line for line in new.paragraphs if line.style.name == "Heading 1"]
    assert [line.text for line in found] == [unbroken(one.title) for one in book.annex]
    assert [line.paragraph_format.page_break_before for line in found] == [True, False]
    assert [line.paragraph_format.space_before for line in found] == [None, Pt(24)]
    under = [line for line in new.paragraphs if line.text in {one.of for one in book.annex}]
    assert [line.text for line in under] == [one.of for one in book.annex]
    assert all(line.paragraph_format.keep_with_next for line in under)
    assert [len(table.rows) for table in new.tables] == [len(o.table.rows) + 1 for o in book.annex]


def test_sources_begin_a_page_and_are_a_list_with_the_day_below(new, book) -> None:
    documents._sources(new, replace(book, again=()))
    (head,) = [line for line in new.paragraphs if line.style.name == "Heading 1"]
    assert head.text == "Sources and licence" and head.paragraph_format.page_break_before
    bullets = [line.text for line in new.paragraphs if line.style.name == "List Bullet"]
    assert len(bullets) == len(book.sources)
    made = new.paragraphs[-1]
    assert made.text == f"Made on {book.dated}." == " ".join(book.last)
    assert made.runs[0].font.size.pt < 9
    assert heads(new, 2) == []


def test_views_that_others_can_open_have_a_code_and_a_link(new, book) -> None:
    private = ("Mine", "http://localhost:8501/Clusters")
    documents._sources(new, replace(book, again=(private, ("One", f"{LINK}/1"))))
    assert heads(new, 2) == ["Open a view again"]
    (code,) = new.inline_shapes
    assert round(code.width.mm) == round(code.height.mm) == 24
    (link,) = new.paragraphs[-1].hyperlinks
    assert link.address == f"{LINK}/1"
    assert new.paragraphs[-1].text.startswith("  One: ")


def contents(new: Document, book: Book) -> list:
    two = replace(book, papers=book.papers[:1], annex=())
    head = documents._front(new, two, b"")
    new.add_heading("First", level=1)
    new.add_paragraph("Words of the first.")
    new.add_heading("Within", level=2)
    new.add_heading("Second", level=1)
    documents._contents(new, head, two)
    return [line for line in new.paragraphs if line._p.find(qn("w:hyperlink")) is not None]


def test_contents_list_the_parts_in_their_order_below_their_heading(new, book) -> None:
    lines = contents(new, book)
    listed = [f"1. {book.papers[0].title}", "Sources and licence"]
    assert [breakable(line.text.strip()) for line in lines] == listed
    every = [line.text for line in new.paragraphs]
    place = every.index("Contents")
    assert [breakable(line.strip()) for line in every[place + 1 : place + 3]] == listed


def test_each_line_of_contents_leads_to_its_part_and_its_page_is_counted_anew(new, book) -> None:
    lines = contents(new, book)
    names = [line._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for line in lines]
    assert names == ["part1", "part2"]
    fields = [line._p[-1] for line in lines]
    assert [one.get(qn("w:instr")).split() for one in fields] == [
        ["PAGEREF", name, "\\h"] for name in names
    ]
    assert {one.get(qn("w:dirty")) for one in fields} == {"true"}
    for line in new.paragraphs:
        if line.style.name == "Heading 1" and line.text in ("First", "Second"):
            mark = line._p.find(qn("w:bookmarkStart"))
            number = {"First": "1", "Second": "2"}[line.text]
            assert mark.get(qn("w:name")) == f"part{number}"
            assert mark.get(qn("w:id")) == number
            # The mark ends behind the words.
            assert line._p[-1].tag == qn("w:bookmarkEnd")
            assert line._p[-1].get(qn("w:id")) == number


def test_pages_of_contents_stand_at_the_right_edge_behind_dots(new, book) -> None:
    for line in contents(new, book):
        (stop,) = line.paragraph_format.tab_stops
        assert stop.position.mm == pytest.approx(text_width(new), abs=0.1)
        assert (stop.alignment, stop.leader) == (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        assert line.paragraph_format.right_indent == 0
        assert line.paragraph_format.space_after.pt == 4


def test_without_a_cover_a_document_has_no_contents(book) -> None:
    plain = replace(book, front=replace(FRONT, cover=False), annex=())
    made = docx.Document(io.BytesIO(documents.docx(plain, [logo(4, 3)] * 2)))
    assert "Contents" not in heads(made)
    assert heads(made)[-1] == "Sources and licence"
    assert made.paragraphs[0].style.name == "Heading 1"
