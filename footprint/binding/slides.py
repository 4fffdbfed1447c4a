"""Bound slides: a pack as a presentation with a cover, contents, marking, annex and sources."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation
from pptx.slide import Slide

from footprint.binding import codes
from footprint.binding.book import AGAIN, CONTENTS, SOURCES, Book
from footprint.binding.links import coded
from footprint.maps.layer import ATTRIBUTION
from footprint.office.alt_text import describe
from footprint.office.template_files import SLIDES, Template
from footprint.office.text_sizes import fitted, tall
from footprint.papers.box import Box
from footprint.slides.decks import GREY, HEADING, TABLE, TEXT, deck, layout, new_slide, place, room
from footprint.slides.slides import (
    Drawn,
    Shapes,
    add_charts,
    add_paper,
    add_tables,
    saved,
    whole_answer,
)
from footprint.slides.texts import Line, add_text, write

_LOGO, _CODE, _LINE, _LABEL, _NUMBER = 26.0, 26.0, 8.0, 56.0, 20.0
# The letters of contents in points, the largest first.
_CONTENTS = (14, 12, 11, 10, 9, 8)
_ABREAST = 3


def pptx(
    book: Book,
    pictures: Sequence[bytes | Drawn],
    template: Template = SLIDES,
    logo: bytes = b"",
    shapes: Shapes | None = None,
) -> bytes:
    """Bind a pack whose maps are pictures or shapes, in the size the template keeps for them.

    `shapes` draws charts that are no pictures.
    """
    new = deck(book.title, template)
    cover = _cover(new, book, logo) if book.front.cover else None
    listed = _plain(new, book, CONTENTS) if book.front.cover else None
    begins: list[Slide] = []
    beside: dict[int, Slide] = {}
    drawn = iter(pictures)
    for view, paper in enumerate(book.papers, start=1):
        at = len(new.slides)
        has_room = add_paper(new, paper, drawn)
        if has_room and paper.table.rows:
            beside[view] = _tabled(new, at)
        if not whole_answer(paper):
            if paper.tells_table and not has_room:
                add_tables(new, paper)
            add_charts(new, paper, shapes)
        begins.append(new.slides[at])
    begins += _annex(new, book, beside)
    begins.append(next(_sources(new, book)))
    _again(new, book)
    if cover is not None and listed is not None:
        _contents(new, listed, [*zip(_parts(book, beside), begins, strict=True)])
    for slide in new.slides:
        _mark(new, slide, book.front.marking)
    return saved(new, book.day)


def _tabled(new: Presentation, first: int) -> Slide:
    """The slide that has a view's table beside its map, from that view's first on."""
    slides = (new.slides[place] for place in range(first, len(new.slides)))
    return next(slide for slide in slides if any(shape.has_table for shape in slide.shapes))


def _parts(book: Book, beside: Collection[int]) -> Iterator[str]:
    """The lines of its contents, with where a table of the annex stands that is not behind."""
    there = {one.title for one in book.annex if one.view in beside}
    return (f"{part}, with its map" if part in there else part for part in book.parts)


def _plain(new: Presentation, book: Book, title: str) -> Slide:
    """Add a slide with a title and room for words."""
    slide = new_slide(new, TABLE, book.dated, ATTRIBUTION)
    head = room(layout(new, TABLE), "Title")
    _title(slide, title, head.box, range(head.points, 9, -2))
    return slide


def _title(slide: Slide, title: str, box: Box, sizes: Sequence[float]) -> None:
    write(slide, "Title", title, fitted(title, box, sizes, bold=True), box)


def _body(new: Presentation) -> Box:
    return room(layout(new, TABLE), "Table").box


def _cover(new: Presentation, book: Book, logo: bytes) -> Slide:
    slide, body = new_slide(new, TABLE, book.dated, ATTRIBUTION), _body(new)
    _title(slide, book.title, Box(body.left, body.top + 14, body.width, 34), range(36, 13, -2))
    if logo:
        picture = slide.shapes.add_picture(io.BytesIO(logo), 0, 0)
        wide = min(_LOGO * picture.width / picture.height, body.width / 2)
        high = wide * picture.height / picture.width
        place(picture, Box(body.left, 8, wide, high))
        describe(picture._element, "Logo", "Logo")
    _details(slide, book, replace(body, top=body.top + 58, height=body.height - 58))
    return slide


def _details(slide: Slide, book: Book, box: Box) -> None:
    """Say what is known of the meeting, in the largest letters for which there is room."""
    wide = box.width - _LABEL
    for size in (14, 12, 11, 10, 9):
        heights = [max(_LINE, tall(words, size, wide)) for _, words in book.details]
        if sum(heights) + 2 * len(heights) <= box.height:
            break
    top = box.top
    for (label, words), high in zip(book.details, heights, strict=True):
        add_text(slide, label, Box(box.left, top, _LABEL, _LINE), (Line(label, size, GREY),))
        beside = Box(box.left + _LABEL, top, wide, high)
        add_text(slide, f"{label}: words", beside, (Line(words, size, TEXT),))
        top += high + 2


def _contents(new: Presentation, slide: Slide, begins: Sequence[tuple[str, Slide]]) -> None:
    """List what is in the pack in letters of one size; a press on a line opens its slide."""
    body = _body(new)
    numbers = {one.slide_id: number for number, one in enumerate(new.slides, start=1)}
    wide, top = body.width - _NUMBER, body.top
    size, heights = _lines_of([words for words, _ in begins], wide, body.height)
    for (words, opens), high in zip(begins, heights, strict=True):
        box = Box(body.left, top, wide, high)
        top += high
        add_text(slide, words, box, (Line(words, size, TEXT),))
        slide.shapes[-1].click_action.target_slide = opens
        number = Line(str(numbers[opens.slide_id]), size, HEADING, bold=True)
        at = replace(box, left=box.right, width=_NUMBER)
        add_text(slide, f"Slide of {words}", at, (number,))
        slide.shapes[-1].text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def _lines_of(said: Sequence[str], wide: float, high: float) -> tuple[float, list[float]]:
    """The largest letters in which all entries have room, and how high each of them is.

    One that is long stands on several lines, and they are apart where there is room.
    """
    for size in _CONTENTS:
        heights = [tall(words, size, wide) for words in said]
        spare = high - sum(heights)
        if spare >= 0:
            break
    gap = max(min(_LINE - tall("", size, wide), spare / len(said)), 0.0)
    return size, [height + gap for height in heights]


def _annex(new: Presentation, book: Book, beside: Mapping[int, Slide]) -> Iterator[Slide]:
    """Add the tables of the annex, and say where each begins.

    One that stands whole `beside` the map of its view has its number and is not added again.
    """
    for tabled in book.annex:
        if tabled.view in beside:
            yield beside[tabled.view]
            continue
        at, paper = len(new.slides), book.papers[tabled.view - 1]
        add_tables(new, replace(paper, title=tabled.title), begins=True)
        yield new.slides[at]


def _sources(new: Presentation, book: Book) -> Iterator[Slide]:
    """Add the sources, on as many slides as they need."""
    body, held, used, made = _body(new), [], 0.0, []
    last = [Line(said, 8, GREY) for said in book.last]
    for line in (*(Line(source, 11, TEXT) for source in book.sources), *last):
        high = tall(line.text, line.points, body.width) + 1.5
        if held and used + high > body.height:
            made.append(held)
            held, used = [], 0.0
        held.append(line)
        used += high
    slides = []
    for lines in (*made, held):
        slides.append(_plain(new, book, SOURCES))
        add_text(slides[-1], SOURCES, body, lines)
    return iter(slides)


def _again(new: Presentation, book: Book) -> None:
    """Add a code and an address for each view that anybody can open."""
    views = [(title, link) for title, link in book.again if coded(link)]
    body = _body(new)
    wide, high = body.width / _ABREAST, _CODE + 6
    most = _ABREAST * int(body.height // high)
    for first in range(0, len(views), most):
        slide = _plain(new, book, AGAIN)
        for number, (title, link) in enumerate(views[first : first + most]):
            left = body.left + number % _ABREAST * wide
            box = Box(left, body.top + number // _ABREAST * high, _CODE, _CODE)
            image = slide.shapes.add_picture(io.BytesIO(codes.png(link)), 0, 0)
            place(image, box)
            describe(image._element, "Code", f"Code of the address {link}")
            words = Box(box.right + 3, box.top, wide - _CODE - 8, _CODE)
            size = fitted(title, replace(words, height=_CODE - 6), (12, 11, 10, 9, 8))
            add_text(
                slide, title, words, (Line(title, size, TEXT), Line("Open this view", 10, HEADING))
            )
            run = slide.shapes[-1].text_frame.paragraphs[1].runs[0]
            run.hyperlink.address = link


def _mark(new: Presentation, slide: Slide, marking: str) -> None:
    if not marking:
        return
    wide = new.slide_width.mm
    box = Box(wide / 2 - 60, 2.9, 120, 4.9)
    add_text(slide, "Marking", box, (Line(marking, 11, TEXT, bold=True),))
    slide.shapes[-1].text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
