"""What a pack is bound with: every word, line and box of it in its place, in each format."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from footprint.binding import documents, leaves, slides, tables
from footprint.binding.book import Book, Tabled
from footprint.ink.pages import Page
from footprint.papers.paper import SHEETS
from footprint.slides.slides import PICTURE
from tests.agreed import check
from tests.binding.test_leaves import BOOK, FEW
from tests.office_reading import picture
from tests.paper_agreed import parts, whole
from tests.paper_samples import envelope

LINK = "https://footprints.example.org/Clusters"


@pytest.mark.parametrize("key", ["a4-landscape", "a4-portrait"])
def test_leaves_are_as_was_agreed(key: str) -> None:
    sheet = SHEETS[key]
    book = replace(BOOK, again=tuple((f"View {n}", f"{LINK}?n={n}") for n in range(4)))
    annex = [Tabled(n, n, "26 clusters", envelope().table) for n in (1, 2)]
    numbered = Page(sheet.width, sheet.height)
    leaves.running(numbered, book, 2, 9)
    pages = [
        *(leaves.cover(book, sheet, b""), leaves.cover(book, sheet, b"", FEW), numbered),
        *leaves.contents(FEW, sheet),
        *leaves.sources(book, sheet),
        *tables.pages(annex, sheet),
    ]
    check(__file__, key, [page.figure.vectors for page in pages])


def logo() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (60, 20), "white").save(written, "PNG")
    return written.getvalue()


def bound() -> Book:
    """A book of one map, with a table in its annex and four views to open again."""
    paper = replace(whole(), charts=(), chapters=())
    again = tuple((f"View {number}", f"{LINK}?n={number}") for number in range(4))
    annex = (Tabled(1, 1, "26 clusters", paper.table),)
    return replace(BOOK, papers=(paper,), annex=annex, again=again)


def test_slides_before_and_behind_the_maps_are_as_was_agreed() -> None:
    made = slides.pptx(bound(), [picture(PICTURE)], logo=logo())
    told = parts(made, "ppt/slides/slide")
    # The third is the map, and slides of maps are kept elsewhere.
    kept = [one for name, one in told.items() if "slide3." not in name]
    assert len(kept) == len(told) - 1 == 4
    check(__file__, "slides", kept)


def test_a_document_before_and_behind_its_papers_is_as_was_agreed() -> None:
    made = documents.docx(replace(bound(), papers=()), [], logo=logo())
    check(__file__, "document", parts(made, "word/document", "word/header", "word/footer"))
