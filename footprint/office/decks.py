"""Slide decks: an empty presentation in the house's look, on the layouts any office has."""

from __future__ import annotations

import re
from copy import deepcopy

import pptx
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as KIND
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide, SlideLayout, SlideMaster
from pptx.util import Mm

from footprint.office.look import BLUE, DARK_BLUE, FONT, GREY, PALE
from footprint.papers.box import Box

WIDTH, HEIGHT, MARGIN = 338.667, 190.5, 12.0


TITLE = Box(MARGIN, 6, WIDTH - 2 * MARGIN, 18)


FOOT, FOOT_POINTS = 178.0, 9


TITLE_SIZES = (26, 24, 22, 20, 18, 16, 14, 12, 10)


_TITLE_ONLY = "Title Only"


_PLACES = {
    "title": TITLE,
    "body": Box(MARGIN, 40, WIDTH - 2 * MARGIN, 130),
    "dt": Box(MARGIN, FOOT, 38, 9),
    "ftr": Box(52, FOOT, 258, 9),
    "sldNum": Box(312, FOOT, WIDTH - MARGIN - 312, 9),
}


def deck(title: str) -> Presentation:
    """Return a presentation without slides: 16:9, white, NHS blue and Arial."""
    new = pptx.Presentation()
    _without_leftovers(new)
    wider = Mm(WIDTH) / new.slide_width
    new.slide_width, new.slide_height = Mm(WIDTH), Mm(HEIGHT)
    for layout in new.slide_layouts:
        _widened(layout, wider)
    _theme(new.slide_master)
    _master(new.slide_master)
    for element in (new.element, *(each.element for each in new.slide_layouts)):
        _in_english(element)
    said = new.core_properties
    said.title, said.author, said.language = title, "ICB Footprints", "en-GB"
    said.last_modified_by, said.revision = "", 1
    return new


def new_slide(presentation: Presentation, foot: str, day: str) -> Slide:
    """Add a slide with a title to fill, and with its day, source line and number filled."""
    layout = next(one for one in presentation.slide_layouts if one.name == _TITLE_ONLY)
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.name = "Title"
    for placeholder in layout.placeholders:
        kind = placeholder.element.find(f".//{qn('p:ph')}").get("type")
        if kind != "title":
            slide.shapes._spTree.append(_own(placeholder.element, {"dt": day, "ftr": foot}, kind))
    for number, kept in enumerate(slide.shapes._spTree.iter(qn("p:cNvPr")), start=1):
        kept.set("id", str(number))
    return slide


def read_last(slide: Slide) -> None:
    """Put the day, the source line and the number last, as screen readers take shapes in turn."""
    for shape in list(slide.placeholders):
        if shape.element is not slide.shapes.title.element:
            slide.shapes._spTree.append(shape.element)


def place(shape: Shape, box: Box) -> None:
    """Put a shape where a box is."""
    shape.left, shape.top = Mm(box.left), Mm(box.top)
    shape.width, shape.height = Mm(box.width), Mm(box.height)


def _own(element: etree._Element, words: dict[str, str], kind: str) -> etree._Element:
    """A layout's placeholder as a slide's own; a page number stays a field."""
    copy = deepcopy(element)
    if kind in words:
        line = copy.find(f".//{qn('a:p')}")
        for child in list(line):
            line.remove(child)
        run = etree.SubElement(line, qn("a:r"))
        _small(etree.SubElement(run, qn("a:rPr"), lang="en-GB"))
        etree.SubElement(run, qn("a:t")).text = words[kind]
    return copy


def _small(properties: etree._Element) -> None:
    """Said again on the slide: LibreOffice does not look for it on the layout."""
    properties.set("sz", str(FOOT_POINTS * 100))
    fill = etree.SubElement(properties, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=GREY)
    etree.SubElement(properties, qn("a:latin"), typeface=FONT)


def _without_leftovers(presentation: Presentation) -> None:
    """Drop what the library's template brings along: a picture of it and a printer's settings."""
    for part in (presentation.part, presentation.part.package):
        for key, link in list(part._rels.items()):
            if link.reltype in (KIND.PRINTER_SETTINGS, KIND.THUMBNAIL):
                part._rels.pop(key)


def _widened(layout: SlideLayout, factor: float) -> None:
    """The template is 4:3: what its layouts place keeps its share of a wider slide."""
    for shape in layout.placeholders:
        if shape.element.spPr.find(qn("a:xfrm")) is not None:
            shape.left, shape.width = round(shape.left * factor), round(shape.width * factor)


def _theme(master: SlideMaster) -> None:
    part = master.part.part_related_by(KIND.THEME)
    theme = etree.fromstring(part.blob)
    for font in theme.iter(qn("a:latin")):
        font.set("typeface", FONT)
    colours = {
        "dk2": DARK_BLUE,
        "lt2": PALE,
        "accent1": BLUE,
        "accent2": "41B6E6",
        "accent3": "768692",
        "accent4": "00A499",
        "accent5": "330072",
        "accent6": "AE2573",
        "hlink": BLUE,
    }
    for name, colour in colours.items():
        slot = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        slot[:] = [etree.Element(qn("a:srgbClr"), val=colour)]
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _master(master: SlideMaster) -> None:
    for shape in master.placeholders:
        kind = shape.element.find(f".//{qn('p:ph')}").get("type")
        place(shape, _PLACES[kind])
        frame = shape.element.find(f".//{qn('a:bodyPr')}")
        for side in ("lIns", "rIns", "tIns", "bIns"):
            frame.set(side, "0")
        if kind in ("dt", "ftr", "sldNum"):
            frame.set("anchor", "t")
            style = shape.element.find(f".//{qn('a:lvl1pPr')}")
            style.set("algn", "r" if kind == "sldNum" else "l")
            style.find(qn("a:defRPr")).set("sz", str(FOOT_POINTS * 100))
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    words = style.find(qn("a:defRPr"))
    words.set("sz", str(TITLE_SIZES[0] * 100))
    words.set("b", "1")
    words.find(f".//{qn('a:schemeClr')}").set("val", "tx2")
    _stripe(master)
    _in_english(master.element)


def _stripe(master: SlideMaster) -> None:
    """A band of NHS blue along the top edge, below everything else."""
    shape = etree.fromstring(
        f'<p:sp xmlns:p="{_uri("p")}" xmlns:a="{_uri("a")}"><p:nvSpPr>'
        '<p:cNvPr id="99" name="Band" descr=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{Mm(WIDTH)}" cy="{Mm(2.4)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    master.shapes._spTree.insert(2, shape)


def _uri(prefix: str) -> str:
    return re.match(r"\{(.*)\}", qn(f"{prefix}:x"))[1]


def _in_english(element: etree._Element) -> None:
    for words in element.iter():
        if words.get("lang"):
            words.set("lang", "en-GB")
