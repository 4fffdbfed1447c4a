"""Slides: papers as a presentation to edit, with the map, its table and notes for the speaker."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import _Paragraph, _Run
from pptx.util import Mm, Pt

from footprint.maps.layer import ATTRIBUTION
from footprint.office.alt_text import describe
from footprint.office.decks import (
    FOOT_POINTS,
    MARGIN,
    TITLE,
    TITLE_SIZES,
    WIDTH,
    deck,
    new_slide,
    place,
    read_last,
)
from footprint.office.look import BLUE, DARK_BLUE, GREY, TEXT
from footprint.office.slide_tables import GAP, Cut, add_table, cut
from footprint.office.text_sizes import LEADING, MM_PER_POINT, fitted, tall
from footprint.papers.archives import settled
from footprint.papers.box import Box
from footprint.papers.paper import Paper, Sheet, Table
from footprint.papers.words import footnotes, legal, property_title, right_to_left, source_line

PICTURE = Sheet("slide", "Picture on a slide", 204, 130)


_SUBTITLE = Box(MARGIN, 25, WIDTH - 2 * MARGIN, 12)


_PICTURE = Box(MARGIN, 39, PICTURE.width, PICTURE.height)


_CAPTION = Box(MARGIN, _PICTURE.bottom + 1, PICTURE.width, 7.5)


_BESIDE = Box(_PICTURE.right + 9, 40, WIDTH - MARGIN - _PICTURE.right - 9, 134)


_TABLE = Box(MARGIN, 36, WIDTH - 2 * MARGIN, 131)


_HALF = Box(MARGIN, 36, (_TABLE.width - GAP) / 2, 131)


_UNDER = Box(MARGIN, 168.5, WIDTH - 2 * MARGIN, 8.5)


_FOOT = Box(0, 0, 254, 9)


_MOST_ABREAST = 4


_BETWEEN = 4.0


_PAIRED = (_BESIDE.width - _BETWEEN) / 2


_LINE = LEADING * MM_PER_POINT


def pptx(papers: Sequence[Paper], pictures: Sequence[bytes]) -> bytes:
    """Write papers as one presentation: a slide with the map, then its table where it is long.

    `pictures` are the maps as PNG, one for each paper, of the size of PICTURE.
    """
    new = deck(property_title(papers[0]))
    for paper, picture in zip(papers, pictures, strict=True):
        _paper(new, paper, picture)
    for slide in new.slides:
        read_last(slide)
    written = io.BytesIO()
    new.save(written)
    return settled(written.getvalue(), max(paper.day for paper in papers))


def _paper(new: Presentation, paper: Paper, picture: bytes) -> None:
    slide = _slide(new, paper, paper.title, paper.subtitle)
    shown = slide.shapes.add_picture(
        io.BytesIO(picture),
        Mm(_PICTURE.left),
        Mm(_PICTURE.top),
        Mm(_PICTURE.width),
        Mm(_PICTURE.height),
    )
    describe(shown._element, "Map", paper.description)
    if paper.caption:
        size = fitted(paper.caption, _CAPTION, (11, 10, 9, 8))
        _text(slide, "Caption", _CAPTION, ((paper.caption, size, GREY, False),))
    if not _beside(slide, paper):
        _tables(new, paper)


def _slide(new: Presentation, paper: Paper, title: str, subtitle: str) -> Slide:
    slide = new_slide(new, _foot(paper), paper.dated)
    frame = slide.shapes.title.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    _line(
        frame.paragraphs[0],
        legal(title),
        fitted(title, TITLE, TITLE_SIZES, bold=True),
    )
    if subtitle:
        # One line if it can be, or smaller letters on as many as there is room for.
        size = fitted(subtitle, replace(_SUBTITLE, height=6), (14, 13, 12, 11))
        size = fitted(subtitle, _SUBTITLE, (size, 10, 9, 8))
        _text(slide, "Subtitle", _SUBTITLE, ((subtitle, size, GREY, False),))
    slide.notes_slide.notes_text_frame.text = "\n".join(map(legal, _spoken(paper)))
    return slide


def _foot(paper: Paper) -> str:
    """The source line, where it fits under a slide; the notes always hold it whole."""
    whole = legal(source_line(paper))
    fits = tall(whole, FOOT_POINTS, _FOOT.width) <= _FOOT.height
    return whole if fits else f"{ATTRIBUTION} All sources: see the notes of this slide."


def _spoken(paper: Paper) -> tuple[str, ...]:
    figures = tuple(f"{label}: {text}" for label, text in paper.figures)
    link = (f"Open this view: {paper.link}",) if paper.link else ()
    said = (paper.subtitle, paper.summary, *figures, *footnotes(paper), source_line(paper))
    return (*(text for text in said if text), f"Made on {paper.dated}.", *link)


def _beside(slide: Slide, paper: Paper) -> bool:
    """Fill the column beside the map, and say whether the table had room in it."""
    size = fitted(paper.summary, replace(_BESIDE, height=52), (16, 15, 14, 13, 12, 11, 10))
    height = tall(paper.summary, size, _BESIDE.width)
    box = replace(_BESIDE, height=height)
    _text(slide, "Summary", box, ((paper.summary, size, TEXT, False),))
    top = _figures(slide, paper, box.bottom + 5)
    below = _table_beside(slide, paper, top)
    _notes(slide, paper, replace(_BESIDE, top=below or top, height=_BESIDE.bottom - (below or top)))
    return below > 0 or not paper.table.rows


def _figures(slide: Slide, paper: Paper, top: float) -> float:
    """Write the key figures two by two, as large as there is room, and return where they end."""
    for large, small in ((20, 11), (15, 10), (11, 9)):
        heights = [_pair_height(pair, large, small) for pair in _pairs(paper)]
        if top + sum(heights) <= _BESIDE.bottom:
            break
    for pair, high in zip(_pairs(paper), heights, strict=True):
        if top + high > _BESIDE.bottom:
            said = (("More figures: see the notes of this slide.", small, GREY, False),)
            _text(slide, "More", replace(_BESIDE, top=top, height=4), said)
            return _BESIDE.bottom
        for number, (label, text) in enumerate(pair):
            left = _BESIDE.left + number * (_PAIRED + _BETWEEN)
            box = Box(left, top, _PAIRED, high - _BETWEEN)
            size = fitted(text, replace(box, height=large * _LINE), range(large, 9, -1), bold=True)
            _text(slide, label, box, ((text, size, BLUE, True), (label, small, GREY, False)))
        top += high
    return top + 1


def _pairs(paper: Paper) -> list[tuple[tuple[str, str], ...]]:
    return [paper.figures[start : start + 2] for start in range(0, len(paper.figures), 2)]


def _pair_height(pair: Sequence[tuple[str, str]], large: float, small: float) -> float:
    """The height of two figures side by side, each over its label, and the room below."""
    figures = (max(large * _LINE, tall(text, 10, _PAIRED, bold=True)) for _, text in pair)
    return max(figures) + max(tall(label, small, _PAIRED) for label, _ in pair) + _BETWEEN


def _table_beside(slide: Slide, paper: Paper, top: float) -> float:
    """Write the table under the key figures and return where it ends, or 0 without room."""
    room = replace(_BESIDE, top=top + 6, height=_BESIDE.bottom - top - 6)
    for points in (12, 11, 10):
        made = cut(paper.table, points, room)
        if paper.table.rows and made.height <= room.height:
            head = replace(room, top=top, height=6)
            _text(slide, "Table title", head, ((paper.table.title, 12, DARK_BLUE, True),))
            return add_table(slide, paper.table, made, 0, (room.left, room.top)) + 4
    return 0


def _notes(slide: Slide, paper: Paper, box: Box) -> None:
    """Write the notes where they fit; the notes of the slide always hold them."""
    words = " ".join(footnotes(paper))
    size = fitted(words, box, (11, 10, 9))
    if words and tall(words, size, box.width) <= box.height:
        _text(slide, "Notes", box, ((words, size, GREY, False),))


def _tables(new: Presentation, paper: Paper) -> None:
    """Add the slides that a table needs which has no room beside the map."""
    made, abreast = _cut(paper.table)
    slides = range(0, len(made.parts), abreast)
    for count, first in enumerate(slides, start=1):
        place_in_row = (
            "(continued)" if len(slides) == 1 else f"(continued {count} of {len(slides)})"
        )
        slide = _slide(new, paper, f"{paper.title} {place_in_row}", paper.table.title)
        left = _TABLE.left
        for number in range(first, min(first + abreast, len(made.parts))):
            add_table(slide, paper.table, made, number, (left, _TABLE.top))
            left += _HALF.width + GAP
        _notes(slide, paper, _UNDER)


def _cut(table: Table) -> tuple[Cut, int]:
    """The cut with the largest letters that needs one slide, and how many parts stand abreast."""
    rooms = ((_TABLE, 1), (_HALF, 2)) if len(table.columns) <= _MOST_ABREAST else ((_TABLE, 1),)
    for points in (12, 11, 10):
        for room, abreast in rooms:
            made = cut(table, points, room)
            if len(made.parts) <= abreast:
                return made, abreast
    return made, abreast


def _text(slide: Slide, name: str, box: Box, said: Sequence[tuple[str, float, str, bool]]) -> None:
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    place(shape, box)
    shape.name = legal(name)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, (text, size, colour, bold) in enumerate(said):
        line = frame.add_paragraph() if number else frame.paragraphs[0]
        run = _line(line, legal(text), size)
        run.font.bold = bold
        run.font.color.rgb = RGBColor.from_string(colour)


def _line(line: _Paragraph, text: str, size: float) -> _Run:
    run = line.add_run()
    run.text = text
    run.font.size, run.font.language_id = Pt(size), MSO_LANGUAGE_ID.ENGLISH_UK
    if right_to_left(text):
        line._p.get_or_add_pPr().set("rtl", "1")
        line.alignment = PP_ALIGN.RIGHT
    return run
