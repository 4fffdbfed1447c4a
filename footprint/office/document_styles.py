"""Document styles: an empty A4 document in the house's look, in the language it is read in."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from footprint.office.look import BLUE, DARK_BLUE, FONT, GREY, TEXT

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 20.0


ROOM = WIDTH - 2 * MARGIN


# Points, space before and after in points, colour, and whether it is bold.
_STYLES = {
    "Normal": (10.5, 0, 6, TEXT, False),
    "Heading 1": (20, 0, 4, DARK_BLUE, True),
    "Heading 2": (13, 14, 4, BLUE, True),
    "Subtitle": (11.5, 0, 4, GREY, False),
    "Caption": (9.5, 4, 8, TEXT, True),
    "List Bullet": (10.5, 0, 3, TEXT, False),
    "Body Text": (9.5, 0, 3, TEXT, False),
    "Footer": (8.5, 0, 0, GREY, False),
}


def blank(title: str, foot: str) -> Document:
    """Return a document without content: A4, Arial, British English, pages numbered."""
    new = docx.Document()
    for key, link in list(new.part.package.rels.items()):
        if link.reltype == KIND.THUMBNAIL:
            new.part.package.rels.pop(key)
    for name, look in _STYLES.items():
        _dress(new.styles[name], *look)
    _page(new)
    _foot(new, foot)
    _in_english(new)
    _up_to_date(new)
    said = new.core_properties
    said.title, said.author, said.language = title, "ICB Footprints", "en-GB"
    said.comments, said.last_modified_by, said.revision = "", "", 1
    return new


def field(paragraph: BaseOxmlElement, code: str, shown: str) -> None:
    """Add a field that Word counts itself, with what it shows until then."""
    element = OxmlElement("w:fldSimple", {qn("w:instr"): code})
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    element.append(run)
    paragraph.append(element)


def _dress(
    style: ParagraphStyle, points: float, before: float, after: float, colour: str, bold: bool
) -> None:
    _plain(style)
    style.font.size, style.font.bold, style.font.italic = Pt(points), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.1


def _plain(style: ParagraphStyle) -> None:
    """Arial for every script, where the template names fonts by the part they play."""
    properties = style.element.get_or_add_rPr()
    for found in properties.xpath("w:rFonts | w:spacing"):
        properties.remove(found)
    style.font.name = FONT
    for script in ("cs", "eastAsia"):
        properties.rFonts.set(qn(f"w:{script}"), FONT)
    # The template numbers the subtitle as a list that has no numbers.
    for found in style.element.xpath("w:pPr/w:numPr") if style.name == "Subtitle" else []:
        found.getparent().remove(found)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDTH), Mm(HEIGHT)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    section.footer_distance = Mm(10)


def _foot(document: Document, words: str) -> None:
    line = document.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for stop in list(document.styles["Footer"].paragraph_format.tab_stops):
        stop._tab.getparent().remove(stop._tab)
    line.paragraph_format.tab_stops.add_tab_stop(Mm(ROOM), alignment=2)
    line.add_run(f"{words}\tPage ")
    field(line._p, "PAGE", "1")
    line.add_run(" of ")
    field(line._p, "NUMPAGES", "1")


def _in_english(document: Document) -> None:
    for root in (document.styles.element, document.settings.element):
        for language in root.iter(qn("w:lang"), qn("w:themeFontLang")):
            language.set(qn("w:val"), "en-GB")


def _up_to_date(document: Document) -> None:
    """The template says it is of 2010, and Word would open it in compatibility mode."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
