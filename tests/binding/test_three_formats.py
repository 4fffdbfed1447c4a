"""One pack in three formats: every part has the same name and number in each."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pptx
import pytest
from docx.oxml.ns import qn

from footprint.binding import documents, slides
from footprint.binding import pdf as binding
from footprint.binding.book import Book, book
from footprint.english import breakable
from footprint.papers.front import Front
from footprint.papers.pack import Item, Pack
from footprint.papers.paper import SHEETS
from footprint.papers.sheets import sheets_of
from tests.binding.test_office import picture
from tests.shared_workspace import WORK

# A table beside its map on a slide, one that stands in a chapter, and two behind the maps.
VIEWS = (Item("Local_authorities"), Item("My_ICB", (("area", "QRL"),)), Item(""), Item("Money"))


@pytest.fixture(scope="module")
def bound() -> Book:
    pack = Pack("For the board", VIEWS, figures=(None,) * len(VIEWS))
    papers = (replace(paper, charts=()) for paper in sheets_of(WORK, pack, ""))
    return book(pack.title, [*papers], Front(meeting="In public"))


@pytest.fixture(scope="module")
def drawn(bound) -> list[bytes]:
    return [picture()] * sum(1 + len(paper.singles) for paper in bound.papers)


@pytest.fixture(scope="module")
def presentation(bound, drawn):
    return pptx.Presentation(io.BytesIO(slides.pptx(bound, drawn)))


@pytest.fixture(scope="module")
def document(bound, drawn):
    return docx.Document(io.BytesIO(documents.docx(bound, drawn)))


def test_tables_of_a_pack_are_counted_through_once(bound) -> None:
    assert [part.partition(":")[0] for part in bound.parts[4:-1]] == [
        "Annex 1",
        "Annex 2",
        "Annex 3",
    ]
    assert [one.view for one in bound.annex] == [1, 3, 4]


def test_a_pdf_has_the_parts_of_the_pack_in_its_contents(bound) -> None:
    sheet, counts = SHEETS["slide"], [1, 2, 1, 3]
    entries = binding._entries(bound, sheet, counts, 2)
    assert tuple(entry.words for entry in entries) == bound.parts
    assert [entry.page for entry in entries[:5]] == [3, 4, 6, 7, 10]


def test_slides_have_the_same_parts_in_their_contents_and_lead_to_their_tables(
    bound, presentation
) -> None:
    opens = {
        breakable(shape.text_frame.text): shape.click_action.target_slide
        for shape in presentation.slides[1].shapes
        if shape.has_text_frame and shape.click_action.target_slide is not None
    }
    beside = ", with its map"
    assert tuple(part.removesuffix(beside) for part in opens) == bound.parts
    (there,) = [part for part in opens if part.endswith(beside)]
    assert there == f"{bound.annex[0].title}{beside}"
    for part, slide in opens.items():
        if part.startswith("Annex") and part != there:
            title = breakable(slide.shapes.title.text_frame.text)
            assert title == part or title.startswith(f"{part} (1 of ")


def test_a_table_that_stands_whole_with_its_map_is_not_in_the_annex_of_slides_again(
    bound, presentation
) -> None:
    first, rows = bound.annex[0], [[*row] for row in bound.annex[0].table.texts()]
    held = [
        (slide, [[breakable(cell.text) for cell in row.cells] for row in shape.table.rows])
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_table
    ]
    ((slide, cells),) = [one for one in held if all(row[0] in str(one[1]) for row in rows)]
    title = breakable(slide.shapes.title.text_frame.text)
    assert title.startswith(bound.papers[first.view - 1].title)
    assert len(cells) == len(rows) + 1


def test_a_table_that_stands_in_a_chapter_stays_with_its_view_on_slides(
    bound, presentation
) -> None:
    told = bound.papers[1]
    assert told.tells_table
    under = [
        next((s.text_frame.text for s in slide.shapes if s.name == "Subtitle"), "")
        for slide in presentation.slides
    ]
    titles = [breakable(slide.shapes.title.text_frame.text) for slide in presentation.slides]
    place = under.index(told.table.title)
    assert titles[place] == f"{told.title}: table"
    assert place < titles.index(bound.papers[2].title)


def test_a_document_has_the_same_parts_in_its_contents(bound, document) -> None:
    links = list(document.element.body.iter(qn("w:hyperlink")))
    listed = ["".join(t.text or "" for t in link.iter(qn("w:t"))) for link in links]
    assert tuple(map(breakable, listed)) == bound.parts
    heads = [breakable(p.text) for p in document.paragraphs if p.style.name == "Heading 1"]
    assert heads[-len(bound.annex) - 1 : -1] == list(bound.parts[4:-1])
