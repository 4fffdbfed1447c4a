"""Document parts: an empty document begun from a template, and what its library does not write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from footprint.content.values import Table
from footprint.english import KEPT_HYPHEN, shortened, unbroken
from footprint.office.document_sections import text_width
from footprint.office.template_files import (
    DOCUMENT,
    Template,
    missing,
    opened,
    refuse,
    sign,
)
from footprint.office.text_sizes import across, column_widths
from footprint.papers.words import legal, right_to_left, stretches

# The room that the template's tables leave on either side of a cell's words, in millimetres.
_SIDE = 1.8
# So many columns are written in the template's own size, and more in a small one, in points.
_MOST, _SMALL = 4, 8
# Rows of a table, with its head, that stand on one page together.
KEPT = 24
# Letters of a footer in points, and what the day and the number take of it, in millimetres.
_FOOT, _BESIDE = 8.0, 60
# What a template's footer says where the day goes.
_DAY = "[day]"
_STYLES = (
    *("Normal", "Heading 1", "Heading 2", "Subtitle", "Caption", "List Bullet", "Body Text"),
    *("Table Text", "Table Heading", "Figures", "Hyperlink"),
)


def blank(
    title: str, day: str, template: Template = DOCUMENT, *, running: bool = False
) -> Document:
    """Return a document without content, in the look of a template, its footer dated.

    Where the title is `running`, the footer has it before the day. Raises TemplateError if the
    template lacks a style, or a place for the day.
    """
    new = docx.Document(opened(template))
    refuse(problems(new))
    for run in _dated(new):
        run.text = run.text.replace(_DAY, f"{_short(new, title)}, {day}" if running else day)
    sign(new.core_properties, title)
    return new


def _short(new: Document, title: str) -> str:
    """As much of a title as stands on one line beside the day and the page's number."""
    room = text_width(new) - _BESIDE
    return shortened(legal(title), lambda words: across(words, _FOOT) <= room)


def problems(template: Document) -> Iterator[str]:
    """Say in a sentence each what papers need that a template lacks."""
    yield from missing("The template", "style", _STYLES, {style.name for style in template.styles})
    if not _dated(template):
        yield f"The template's footer has no {_DAY} where the day of a paper goes."


def _dated(template: Document) -> list[Run]:
    """What a template's footers say where the day goes."""
    return [
        run
        for section in template.sections
        for line in section.footer.paragraphs
        for run in line.runs
        if _DAY in run.text
    ]


def write(paragraph: Paragraph, text: str, *, bold: bool = False) -> Paragraph:
    """Add text to a paragraph, each stretch in the direction it is read."""
    if right_to_left(text) and not paragraph.runs:
        paragraph._p.get_or_add_pPr().insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    for words, right in stretches(unbroken(legal(text))):
        run = _run(paragraph, words)
        run.bold = bold or None
        run.font.rtl = right or None
        run.font.cs_bold = (bold and right) or None
    return paragraph


def _run(paragraph: Paragraph, words: str) -> Run:
    """Add a run of words, in which a hyphen that no line breaks at is Word's own."""
    first, *others = words.split(KEPT_HYPHEN)
    run = paragraph.add_run(first)
    for part in others:
        run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(part)
    return run


def caption(document: Document, kind: str, number: int, words: str, *, above: bool) -> Paragraph:
    """Add a caption that Word counts: "Figure 1: …" or "Table 1: …"."""
    line = document.add_paragraph(f"{kind} ", style="Caption")
    field(line._p, f" SEQ {kind} \\* ARABIC ", str(number))
    line.paragraph_format.keep_with_next = above
    return write(line, f": {words}")


def add_link(paragraph: Paragraph, address: str) -> None:
    """Add an address that opens when it is clicked."""
    key = paragraph.part.relate_to(address, KIND.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink", {qn("r:id"): key})
    run = Run(OxmlElement("w:r"), paragraph)
    run.text, run.style = legal(address), "Hyperlink"
    link.append(run._r)
    paragraph._p.append(link)


def field(paragraph: BaseOxmlElement, code: str, result: str) -> None:
    """Add a field that Word counts itself, with its result until then."""
    element = OxmlElement("w:fldSimple", {qn("w:instr"): code})
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = result
    run.append(text)
    element.append(run)
    paragraph.append(element)


def add_table(document: Document, table: Table) -> None:
    """Add a table whose head stands again on each page and whose rows stay whole.

    A short one is not torn: each of its rows stays with the next.
    """
    head = tuple(column.heading for column in table.columns)
    texts, room = (head, *table.texts()), text_width(document)
    points = _points(document) if len(head) <= _MOST else _SMALL
    widths = column_widths(texts, points, room, 2 * _SIDE)
    widths = tuple(width * room / sum(widths) for width in widths)
    new = document.add_table(len(texts), len(head), style="Figures")
    new.autofit = False
    _size(new._tbl.tblPr, table.title, widths)
    for column, width in zip(new._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Mm(width)
    figures = [column.unit is not None for column in table.columns]
    for line, (row, words) in enumerate(zip(new.rows, texts, strict=True)):
        _whole(row, head=line == 0)
        stays = len(texts) <= KEPT and line < len(texts) - 1
        # Reading a row's cells from the row is quick; from the table it is not.
        for place, cell in enumerate(_Cell(each, new) for each in row._tr.tc_lst):
            cell.width = Mm(widths[place])
            style = document.styles["Table Text" if line else "Table Heading"]
            _fill(cell, words[place], style, points, right=figures[place])
            cell.paragraphs[0].paragraph_format.keep_with_next = stays or None


def add_pairs(document: Document, pairs: Sequence[tuple[str, str]]) -> None:
    """Add labels with their figures, a line each on one page, the figures in bold."""
    for left, (label, text) in zip(reversed(range(len(pairs))), pairs, strict=True):
        line = document.add_paragraph(style="List Bullet")
        line.paragraph_format.keep_with_next = left > 0 or None
        write(write(line, f"{label}: "), text, bold=True)


def add_small(document: Document, words: str) -> None:
    """Add a line of small print."""
    for run in write(document.add_paragraph(), words).runs:
        run.font.size = Pt(_SMALL)


def _points(document: Document) -> float:
    size = document.styles["Table Text"].font.size
    return size.pt if size else _SMALL


def _size(properties: BaseOxmlElement, title: str, widths: Sequence[float]) -> None:
    """Say how wide a table is, and what it is to somebody who cannot see it."""
    words = OxmlElement("w:tblDescription", {qn("w:val"): legal(f"Table. {title}.")})
    properties.find(qn("w:tblLook")).addnext(words)
    size = properties.find(qn("w:tblW"))
    size.set(qn("w:type"), "dxa")
    size.set(qn("w:w"), str(sum(Mm(width).twips for width in widths)))


def _whole(row: _Row, *, head: bool) -> None:
    """Keep a row on one page; the head stands again on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _fill(cell: _Cell, text: str, style: ParagraphStyle, points: float, *, right: bool) -> None:
    line = cell.paragraphs[0]
    line.style = style
    write(line, text)
    if right:
        line.alignment = ALIGN.RIGHT
    for run in line.runs if points == _SMALL else ():
        run.font.size = Pt(points)
