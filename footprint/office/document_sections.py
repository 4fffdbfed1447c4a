"""Document sections: pages that stand upright or lie across, each with its margins and its foot."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.hdrftr import FooterPart
from docx.section import Section
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph
from docx.text.tabstops import TabStop

# The margins beside a map that has a page across, in millimetres, where a template's are wider.
_EDGE = 12.0
_EMU = 36_000
_HEAD, _FOOT = qn("w:headerReference"), qn("w:footerReference")
# How much of what a page gains in width a tab stop moves by.
_MOVES = {WD_TAB_ALIGNMENT.RIGHT: 1.0, WD_TAB_ALIGNMENT.CENTER: 0.5}


def text_width(document: Document) -> float:
    """Return how wide lines are between the margins, in millimetres."""
    section = document.sections[0]
    # Word keeps lengths in twentieths of a point.
    return round((section.page_width - section.left_margin - section.right_margin) / _EMU, 1)


def text_height(document: Document) -> float:
    """Return how much of a page lies between the margins, in millimetres."""
    section = document.sections[0]
    return round((section.page_height - section.top_margin - section.bottom_margin) / _EMU, 1)


def width_across(document: Document) -> float:
    """Return how wide lines are on a page that lies across, in millimetres."""
    section = document.sections[0]
    sides = _sides(section, across=True)
    return round((section.page_height - sum(sides)) / _EMU, 1)


def height_across(document: Document) -> float:
    """Return how much of a page that lies across is between its margins, in millimetres."""
    section = document.sections[0]
    return round((section.page_width - section.top_margin - section.bottom_margin) / _EMU, 1)


def _sides(section: Section, *, across: bool) -> tuple[int, int]:
    """The left and right margins of a page, which leave a map that lies across more room."""
    own = section.left_margin, section.right_margin
    return (min(own[0], Mm(_EDGE)), min(own[1], Mm(_EDGE))) if across else own


def lie(document: Document, *, across: bool) -> None:
    """Let what follows stand on pages that lie across, or upright again."""
    way = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    before = document.sections[-1]
    if before.orientation == way:
        return
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = way
    section.page_width, section.page_height = before.page_height, before.page_width
    section.left_margin, section.right_margin = _sides(document.sections[0], across=across)
    _refer(document, section, across=across)
    _ended(document)


def begun(document: Document) -> Document:
    """A document without the empty page before a first one that lies across."""
    first = document.element.body[0]
    if first.tag == qn("w:p") and first.xpath("./w:pPr/w:sectPr") and not first.xpath("./w:r"):
        document.element.body.remove(first)
    return document


def _ended(document: Document) -> None:
    """Let the last line end a section, and not an empty one that might need a page to itself."""
    empty = document.paragraphs[-1]._p
    last = empty.getprevious()
    if last is not None and last.tag == qn("w:p"):
        last.get_or_add_pPr()._insert_sectPr(empty.pPr.find(qn("w:sectPr")))
        empty.getparent().remove(empty)


def end_with(last: BaseOxmlElement, line: BaseOxmlElement) -> None:
    """Let a section that a line ends, if any, end with another that stands after it."""
    for end in line.xpath("./w:pPr/w:sectPr") if last is not line else ():
        last.get_or_add_pPr()._insert_sectPr(end)


def _refer(document: Document, section: Section, *, across: bool) -> None:
    """Give a section the heads and feet of the first, its feet as wide as its lines."""
    alike = [one for one in document.sections if one.orientation == section.orientation]
    source = (alike[0] if len(alike) > 1 else document.sections[0])._sectPr
    wider = across and len(alike) == 1
    for place, one in enumerate(_references(source)):
        key = one.get(qn("r:id"))
        key = _widened(document, key) if wider and one.tag == _FOOT else key
        told = {qn("w:type"): one.get(qn("w:type")), qn("r:id"): key}
        name = "w:footerReference" if one.tag == _FOOT else "w:headerReference"
        section._sectPr.insert(place, OxmlElement(name, told))


def _references(section: BaseOxmlElement) -> list[BaseOxmlElement]:
    return [one for one in section if one.tag in (_HEAD, _FOOT)]


def _widened(document: Document, key: str) -> str:
    """A foot whose page number stands at the right edge of a page across too."""
    own, package = document.part.related_parts[key], document.part.package
    name = package.next_partname("/word/footer%d.xml")
    new = FooterPart.load(name, own.content_type, own.blob, package)
    for told, rel in own.rels.items():
        target = rel.target_ref if rel.is_external else rel.target_part
        new.load_rel(rel.reltype, target, told, rel.is_external)
    by = Mm(width_across(document) - text_width(document))
    for line in new.element.iter(qn("w:p")):
        _move_stops(Paragraph(line, new), by)
    return document.part.relate_to(new, _FOOTER)


_FOOTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"


def _move_stops(line: Paragraph, by: Length) -> None:
    """Move the tab stops of a line to the right, those of its style too."""
    stops = line.paragraph_format.tab_stops
    told = [(stop.position, stop.alignment, stop.leader) for stop in stops]
    own = {position for position, *_ in told}
    inherited = [stop for stop in _of_style(line) if stop.position not in own]
    stops.clear_all()
    for stop in inherited:
        told.append((stop.position, stop.alignment, stop.leader))
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    for position, alignment, leader in told:
        moved = Length(position + round(by * _MOVES.get(alignment, 0)))
        stops.add_tab_stop(moved, alignment, leader)


def _of_style(line: Paragraph) -> Iterator[TabStop]:
    style = line.style
    while style is not None:
        yield from style.paragraph_format.tab_stops
        style = style.base_style
