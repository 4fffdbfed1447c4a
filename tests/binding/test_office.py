"""Bound slides and documents: cover, contents, marking, annex and sources, as their readers see."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from footprint.binding import documents, slides
from footprint.binding.book import Book, book
from footprint.papers.front import Front
from tests import paper_samples

FRONT = Front("Board in public", "3 December 2026", "7.2", "", "DRAFT")


def picture() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(written, "PNG")
    return written.getvalue()


def bound(front: Front = FRONT) -> Book:
    first = replace(paper_samples.membership(), link="https://example.org/Clusters")
    return book("For the board", (first, replace(paper_samples.envelope(), title="Money")), front)


@pytest.fixture(scope="module")
def presentation():
    made = slides.pptx(bound(), [picture()] * 2, logo=picture())
    return pptx.Presentation(io.BytesIO(made))


@pytest.fixture(scope="module")
def document():
    return docx.Document(io.BytesIO(documents.docx(bound(), [picture()] * 2, logo=picture())))


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def titles(presentation) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in presentation.slides]


def test_slides_begin_with_a_cover_and_contents_whose_lines_open_their_slides(presentation) -> None:
    cover, contents, *_ = presentation.slides
    assert titles(presentation)[:2] == ["For the board", "Contents"]
    assert {"Board in public", "3 December 2026", "7.2"} <= set(texts(cover))
    assert "Author" not in texts(cover)
    opened = {
        shape.text_frame.text: shape.click_action.target_slide.shapes.title.text_frame.text
        for shape in contents.shapes
        if shape.has_text_frame and shape.click_action.target_slide is not None
    }
    assert opened["2. Money"] == "Money"
    assert opened["Sources and licence"] == "Sources and licence"


def test_the_marking_is_on_every_slide(presentation) -> None:
    assert all("DRAFT" in texts(slide) for slide in presentation.slides)


def test_long_tables_of_slides_stand_behind_the_maps_or_are_left_out(presentation) -> None:
    with_annex = titles(presentation)
    annexed = [place for place, title in enumerate(with_annex) if title.startswith("Annex")]
    assert annexed and min(annexed) > with_annex.index("Money")
    plain = slides.pptx(bound(replace(FRONT, annex=False)), [picture()] * 2)
    assert not any("Annex" in title for title in titles(pptx.Presentation(io.BytesIO(plain))))


def test_a_document_says_its_sources_once_and_marks_every_page(document) -> None:
    heads = [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
    assert heads[0] == "Contents" and heads[-1] == "Sources and licence"
    assert heads.count("Sources and licence") == 1
    assert [one for one in heads if one.startswith("Annex")]
    for section in document.sections:
        assert "DRAFT" in [line.text for line in section.header.paragraphs]


def test_contents_of_a_document_lead_to_its_headings(document) -> None:
    body = document.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    fields = [field.get(qn("w:instr")) for field in body.iter(qn("w:fldSimple"))]
    counted = {code.split()[1] for code in fields if code.split()[0] == "PAGEREF"}
    assert links == counted == marks and len(marks) > 3


def test_every_table_of_a_document_stands_in_the_annex(document) -> None:
    rows = [len(table.rows) for table in document.tables]
    assert rows == [len(paper.table.rows) + 1 for paper in bound().papers]
