"""Slide texts: words put into a slide's placeholders, and into boxes where it has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.slide import Slide
from pptx.text.text import _Paragraph, _Run
from pptx.util import Mm, Pt

from footprint.content.values import Figures
from footprint.english import unbroken
from footprint.papers.box import Box
from footprint.papers.words import legal, right_to_left
from footprint.slides.decks import claimed, place


@dataclass(frozen=True)
class Line:
    """One paragraph of a text box, and how it looks."""

    text: str
    points: float
    colour: MSO_THEME_COLOR
    bold: bool = False


def write(slide: Slide, name: str, text: str, points: float, box: Box | None = None) -> None:
    """Write text into the placeholder of a name, in its look; it may take less room than it has."""
    shape = claimed(slide, name)
    if box:
        place(shape, box)
    shape.text_frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    add_run(shape.text_frame.paragraphs[0], legal(text), points)


def write_led(
    slide: Slide, name: str, lines: Figures, points: float, box: Box, *, between: float
) -> None:
    """Write lines into a placeholder, the label of each in bold."""
    shape = claimed(slide, name)
    place(shape, box)
    words = shape.text_frame
    words.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    for number, (label, said) in enumerate(lines):
        paragraph = words.add_paragraph() if number else words.paragraphs[0]
        paragraph.space_after = Mm(between)
        add_run(paragraph, f"{legal(label)}. ", points).font.bold = True
        add_run(paragraph, legal(said), points)


def add_text(slide: Slide, name: str, box: Box, body: Sequence[Line]) -> None:
    """Add a text box; programs that set wider letters make them smaller, so that they stay in."""
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    place(shape, box)
    shape.name = legal(name)
    words = shape.text_frame
    words.word_wrap, words.auto_size = True, MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    words.margin_left = words.margin_right = words.margin_top = words.margin_bottom = 0
    for number, line in enumerate(body):
        paragraph = words.add_paragraph() if number else words.paragraphs[0]
        run = add_run(paragraph, legal(line.text), line.points)
        run.font.bold, run.font.color.theme_color = line.bold, line.colour


def add_run(paragraph: _Paragraph, text: str, points: float) -> _Run:
    """Add text to a paragraph, in British English and in the direction it is read."""
    run = paragraph.add_run()
    run.text = unbroken(text)
    run.font.size, run.font.language_id = Pt(points), MSO_LANGUAGE_ID.ENGLISH_UK
    if right_to_left(text):
        paragraph._p.get_or_add_pPr().set("rtl", "1")
        paragraph.alignment = PP_ALIGN.RIGHT
    return run
