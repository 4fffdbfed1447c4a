"""Decks: a presentation begun from a template, and slides filled where it keeps room."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

import pptx
from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide, SlideLayout
from pptx.util import Mm

from footprint.office.template_files import (
    SLIDES,
    Template,
    missing,
    opened,
    refuse,
    sign,
)
from footprint.papers.box import Box

MAP, TABLE = "Map", "Table"
# The template's theme says which colours these are.
BLUE, GREY = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_3
TEXT, HEADING = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2
WHITE, RULE = MSO_THEME_COLOR.BACKGROUND_1, MSO_THEME_COLOR.BACKGROUND_2
_SMALL_PRINT = ("Date", "Footer", "Number")
_NEEDED = {
    MAP: ("Title", "Subtitle", "Map", "Caption", "Summary", "Notes", *_SMALL_PRINT),
    TABLE: ("Title", "Subtitle", "Table", "Notes", *_SMALL_PRINT),
}
_KINDS = {
    "Title": PP_PLACEHOLDER.TITLE,
    "Map": PP_PLACEHOLDER.PICTURE,
    "Date": PP_PLACEHOLDER.DATE,
    "Footer": PP_PLACEHOLDER.FOOTER,
    "Number": PP_PLACEHOLDER.SLIDE_NUMBER,
}


@dataclass(frozen=True)
class Room:
    """The room a layout keeps for something, and how large letters are there, in points."""

    box: Box
    points: int


def deck(title: str, template: Template = SLIDES) -> Presentation:
    """Return a presentation without slides, in the look of a template.

    Raises TemplateError if the template lacks a layout or placeholder that papers need.
    """
    new = pptx.Presentation(opened(template))
    refuse(problems(new))
    sign(new.core_properties, title)
    return new


def problems(template: Presentation) -> Iterator[str]:
    """Say in a sentence each what papers need that a template lacks."""
    known = {layout.name for layout in template.slide_layouts}
    yield from missing("The template", "layout", _NEEDED, known)
    for name in _NEEDED:
        if name in known:
            yield from _lacking(layout(template, name))
    if len(template.slides):
        yield "The template holds slides. Delete them and keep its layouts."


def _lacking(needed: SlideLayout) -> Iterator[str]:
    kinds = {shape.name: shape.placeholder_format.type for shape in needed.placeholders}
    owner = f"The layout “{needed.name}” of the template"
    yield from missing(owner, "placeholder", _NEEDED[needed.name], kinds)
    for name in _NEEDED[needed.name]:
        if kinds.get(name) != _KINDS.get(name, kinds.get(name)) and name in kinds:
            wanted = _KINDS[name].name.lower().replace("_", " ")
            yield f"{owner} has a “{name}” that is no placeholder for a {wanted}."


def layout(presentation: Presentation, name: str) -> SlideLayout:
    """Return the layout of a name."""
    return presentation.slide_layouts.get_by_name(name)


def room(on: SlideLayout, name: str) -> Room:
    """Return the room that a layout keeps for something."""
    kept = _placeholder(on, name)
    box = Box(kept.left.mm, kept.top.mm, kept.width.mm, kept.height.mm)
    sizes = (int(style.get("sz", 0)) // 100 for style in _styles(on, kept))
    return Room(box, next(size for size in sizes if size))


def _placeholder(on: SlideLayout, name: str) -> LayoutPlaceholder:
    return next(shape for shape in on.placeholders if shape.name == name)


def _styles(on: SlideLayout, kept: LayoutPlaceholder) -> list[BaseOxmlElement]:
    """How letters look in a placeholder: as it says, or its master, or the master's styles."""
    kind, master = kept.placeholder_format.type, on.slide_master
    above = [shape for shape in master.placeholders if shape.placeholder_format.type == kind]
    own = "./p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr"
    style = "titleStyle" if kind == PP_PLACEHOLDER.TITLE else "bodyStyle"
    return [
        *(found for shape in (kept, *above) for found in shape.element.xpath(own)),
        *master.element.xpath(f"./p:txStyles/p:{style}/a:lvl1pPr/a:defRPr"),
    ]


def new_slide(presentation: Presentation, name: str, day: str, foot: str) -> Slide:
    """Add a slide with its day, source line and number filled, and the rest to fill."""
    on = layout(presentation, name)
    slide = presentation.slides.add_slide(on)
    names = {kept.placeholder_format.idx: kept.name for kept in on.placeholders}
    for shape in slide.placeholders:
        shape.name = names[shape.placeholder_format.idx]
    for kept, words in zip(_SMALL_PRINT, (day, foot, ""), strict=True):
        slide.shapes._spTree.append(_small_print(on, _placeholder(on, kept), words))
    for number, kept in enumerate(slide.shapes._spTree.iter(qn("p:cNvPr")), start=1):
        kept.set("id", str(number))
    return slide


def _small_print(on: SlideLayout, kept: LayoutPlaceholder, words: str) -> etree._Element:
    """A layout's placeholder as a slide's own; a page number stays a field."""
    copy = deepcopy(kept.element)
    line = copy.find(f".//{qn('a:p')}")
    if words:
        for child in list(line):
            line.remove(child)
        run = etree.SubElement(line, qn("a:r"))
        etree.SubElement(run, qn("a:rPr"))
        etree.SubElement(run, qn("a:t")).text = words
    for look in line.iter(qn("a:rPr")):
        # Said again on the slide: LibreOffice does not look for it on the layout.
        style = _styles(on, kept)[0]
        look[:] = deepcopy(list(style))
        look.attrib.update(style.attrib)
        look.set("lang", "en-GB")
    return copy


def claimed(slide: Slide, name: str) -> BaseShape:
    """Return a slide's placeholder to fill; screen readers take what is claimed in turn."""
    found = next(shape for shape in slide.placeholders if shape.name == name)
    slide.shapes._spTree.append(found.element)
    return found


def finish(slide: Slide) -> None:
    """Leave nothing empty on a slide, and let the day, source line and number be read last."""
    for shape in list(slide.placeholders):
        if shape.name in _SMALL_PRINT:
            slide.shapes._spTree.append(shape.element)
        elif shape.has_text_frame and not shape.text_frame.text:
            slide.shapes._spTree.remove(shape.element)


def place(shape: BaseShape, box: Box) -> None:
    """Put a shape where a box is."""
    shape.left, shape.top = Mm(box.left), Mm(box.top)
    shape.width, shape.height = Mm(box.width), Mm(box.height)
