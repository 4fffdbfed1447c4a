"""Document parts: the tables, links and captions that Word has and its library does not write."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as UPRIGHT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from footprint.office.document_styles import ROOM, field
from footprint.office.look import BLUE, RULE
from footprint.office.text_sizes import column_widths
from footprint.papers.paper import Table
from footprint.papers.words import legal, right_to_left, stretches

_SIDE, _ABOVE = 1.8, 0.7


_SIZES = (9.5, 9, 8.5, 8)


_ENOUGH = 4


def write(paragraph: Paragraph, text: str, *, bold: bool = False) -> Paragraph:
    """Add text to a paragraph, each stretch in the direction it is read."""
    if right_to_left(text) and not paragraph.runs:
        paragraph._p.get_or_add_pPr().insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    for words, right in stretches(legal(text)):
        run = paragraph.add_run(words)
        run.bold = bold or None
        run.font.rtl = right or None
        run.font.cs_bold = (bold and right) or None
    return paragraph


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
    run.text = legal(address)
    run.font.underline, run.font.color.rgb = True, RGBColor.from_string(BLUE)
    link.append(run._r)
    paragraph._p.append(link)


def add_table(document: Document, table: Table) -> None:
    """Add a table whose head stands again on each page and whose rows stay whole."""
    head = tuple(column.heading for column in table.columns)
    texts = (head, *table.texts())
    points = next((size for size in _SIZES if len(head) <= _ENOUGH), _SIZES[-1])
    widths = column_widths(texts, points, ROOM, 2 * _SIDE)
    widths = tuple(width * ROOM / sum(widths) for width in widths)
    new = document.add_table(len(texts), len(head))
    new.autofit = False
    _look(new._tbl.tblPr, table.title, widths)
    for column, width in zip(new._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Mm(width)
    figures = [column.unit is not None for column in table.columns]
    for line, (row, words) in enumerate(zip(new.rows, texts, strict=True)):
        _whole(row, head=line == 0)
        # Reading a row's cells from the row is quick; from the table it is not.
        for place, cell in enumerate(_Cell(each, new) for each in row._tr.tc_lst):
            cell.width = Mm(widths[place])
            _fill(cell, words[place], points, right=figures[place], head=line == 0)


def add_pairs(document: Document, pairs: Sequence[tuple[str, str]]) -> None:
    """Add labels with their figures, a line each, the figures in bold."""
    for label, text in pairs:
        line = document.add_paragraph(style="List Bullet")
        write(write(line, f"{label}: "), text, bold=True)


def _look(properties: BaseOxmlElement, title: str, widths: Sequence[float]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        look = {"val": "single", "sz": "4", "space": "0", "color": RULE}
        borders.append(OxmlElement(f"w:{side}", {qn(f"w:{key}"): say for key, say in look.items()}))
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", _ABOVE), ("left", _SIDE), ("bottom", _ABOVE), ("right", _SIDE)):
        say = {qn("w:w"): str(Mm(room).twips), qn("w:type"): "dxa"}
        margins.append(OxmlElement(f"w:{side}", say))
    words = OxmlElement("w:tblDescription", {qn("w:val"): legal(f"Table. {title}.")})
    kept = properties.find(qn("w:tblLook"))
    before = properties.find(qn("w:tblLayout"))
    before.addprevious(borders)
    before.addnext(margins)
    kept.addnext(words)
    size = properties.find(qn("w:tblW"))
    size.set(qn("w:type"), "dxa")
    size.set(qn("w:w"), str(sum(Mm(width).twips for width in widths)))


def _whole(row: _Row, *, head: bool) -> None:
    """Keep a row on one page; the head stands again on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _fill(cell: _Cell, text: str, points: float, *, right: bool, head: bool) -> None:
    cell.vertical_alignment = UPRIGHT.BOTTOM if head else UPRIGHT.CENTER
    line = write(cell.paragraphs[0], text, bold=head)
    line.paragraph_format.space_after = Pt(0)
    if right:
        line.alignment = ALIGN.RIGHT
    for run in line.runs:
        run.font.size = Pt(points)
        if head:
            run.font.color.rgb = RGBColor(255, 255, 255)
    if head:
        line.paragraph_format.keep_with_next = True
        shade = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): BLUE}
        cell._tc.get_or_add_tcPr().find(qn("w:vAlign")).addprevious(OxmlElement("w:shd", shade))
