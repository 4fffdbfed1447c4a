"""Bound documents: a pack as a Word file with a cover, contents, marking, annex and sources."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from footprint.binding import codes
from footprint.binding.book import AGAIN, CONTENTS, SOURCES, Book
from footprint.binding.links import coded
from footprint.content.values import Table
from footprint.office.alt_text import describe
from footprint.office.document_parts import (
    add_link,
    add_small,
    add_table,
    blank,
    field,
    write,
)
from footprint.office.document_sections import end_with, text_width
from footprint.office.documents import add_papers, saved
from footprint.office.template_files import DOCUMENT, Template
from footprint.papers.paper import Paper
from footprint.papers.words import legal

_LOGO, _CODE, _LABEL = 24, 24, 50


def docx(
    book: Book, pictures: Sequence[bytes], template: Template = DOCUMENT, logo: bytes = b""
) -> bytes:
    """Bind a pack whose maps are drawn as pictures, as wide as the text of the template."""
    new = blank(book.title, book.dated, template, running=True)
    _mark(new, book.front.marking)
    listed = _front(new, book, logo) if book.front.cover else None
    papers = [_without_table(paper) for paper in book.papers]
    add_papers(new, papers, pictures, after=book.front.cover, sourced=False)
    _annex(new, book)
    _sources(new, book)
    if listed is not None:
        _contents(new, listed, book)
    return saved(new, book.day)


def _without_table(paper: Paper) -> Paper:
    """A paper whose table stands in the annex, and whose areas in words would fill the pack."""
    kept = paper.table if paper.tells_table else _emptied(paper.table)
    return replace(paper, lists=(), table=kept)


def _emptied(table: Table) -> Table:
    return replace(table, rows=(), codes=())


def _mark(new: Document, marking: str) -> None:
    """Write the marking over every page."""
    for section in new.sections if marking else ():
        line = section.header.add_paragraph()
        line.alignment = ALIGN.CENTER
        write(line, marking, bold=True)


def _front(new: Document, book: Book, logo: bytes) -> Paragraph:
    """Write the cover, and return the line that the contents go under."""
    if logo:
        image = new.add_paragraph().add_run().add_picture(io.BytesIO(logo), height=Mm(_LOGO))
        describe(image._inline, "Logo", "Logo")
    known = {style.name for style in new.styles}
    title = write(new.add_paragraph(style="Title" if "Title" in known else "Heading 1"), book.title)
    title.paragraph_format.space_before = Mm(60)
    title.paragraph_format.space_after = Mm(10)
    for label, words in book.details:
        line = new.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Mm(_LABEL))
        line.paragraph_format.left_indent = Mm(_LABEL)
        line.paragraph_format.first_line_indent = Mm(-_LABEL)
        write(line, label).add_run("\t")
        write(line, words, bold=True)
    head = write(new.add_paragraph(style="Heading 1"), CONTENTS)
    head.paragraph_format.page_break_before = True
    return head


def _annex(new: Document, book: Book) -> None:
    for number, tabled in enumerate(book.annex):
        head = write(new.add_heading(level=1), tabled.title)
        head.paragraph_format.page_break_before = number == 0
        # The first begins a page; the others keep off the table above.
        head.paragraph_format.space_before = Pt(24) if number else None
        write(new.add_paragraph(), tabled.of).paragraph_format.keep_with_next = True
        add_table(new, tabled.table)


def _sources(new: Document, book: Book) -> None:
    head = write(new.add_heading(level=1), SOURCES)
    head.paragraph_format.page_break_before = True
    for source in book.sources:
        write(new.add_paragraph(style="List Bullet"), source)
    for said in book.last:
        add_small(new, said)
    views = [(title, link) for title, link in book.again if coded(link)]
    if views:
        write(new.add_heading(level=2), AGAIN)
    for title, link in views:
        line = new.add_paragraph()
        image = line.add_run().add_picture(io.BytesIO(codes.png(link)), width=Mm(_CODE))
        describe(image._inline, "Code", f"Code of the address {link}")
        write(line, f"  {title}: ")
        add_link(line, link)


def _contents(new: Document, head: Paragraph, book: Book) -> None:
    """Write what begins on which page; Word and LibreOffice count the pages when they open it."""
    wide = text_width(new)
    starts = [line for line in new.paragraphs if line.style.name == "Heading 1"]
    # A cover's own title may be such a heading too.
    after = starts[-len(book.parts) :]
    place = head._p
    for number, (words, start) in enumerate(zip(book.parts, after, strict=True), start=1):
        name = f"part{number}"
        _bookmark(start, name, number)
        line = new.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(
            Mm(wide), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        line.paragraph_format.right_indent = Mm(0)
        line.paragraph_format.space_after = Pt(4)
        _entry(line, words, name)
        place.addnext(line._p)
        place = line._p
    end_with(place, head._p)


def _entry(line: Paragraph, words: str, name: str) -> None:
    link = OxmlElement("w:hyperlink", {qn("w:anchor"): name})
    write(line, words)
    for run in line.runs:
        link.append(run._r)
    line._p.append(link)
    line.add_run("\t")
    field(line._p, f" PAGEREF {name} \\h ", "")
    line._p[-1].set(qn("w:dirty"), "true")


def _bookmark(line: Paragraph, name: str, number: int) -> None:
    """Mark a heading, so that its page can be counted and opened."""
    told = {qn("w:id"): str(number)}
    line._p.insert(1, OxmlElement("w:bookmarkStart", {**told, qn("w:name"): legal(name)}))
    line._p.append(OxmlElement("w:bookmarkEnd", told))
