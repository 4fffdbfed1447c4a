"""Leaves: the pages of a bound PDF that are not sheets: cover, contents and sources."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from footprint.binding import codes
from footprint.binding.book import AGAIN, CONTENTS, SOURCES, Book
from footprint.binding.links import coded
from footprint.english import shortened
from footprint.ink import blocks
from footprint.ink.blocks import Block, Line, height
from footprint.ink.pages import Page
from footprint.ink.words import clean, width, wrap
from footprint.maps.palette import HOUSE_BLUE, INK, QUIET_INK
from footprint.papers.box import Box
from footprint.papers.paper import Sheet

MARGIN = 18.0
_TITLE, _WORDS, _SMALL, _SMALLEST = 28, 10.5, 8.5, 7
_LABEL, _LOGO, _CODE = 58.0, 26.0, 24.0
# How far down a cover its title stands, without contents below it and with them.
_LOW, _HIGH, _OVER_CONTENTS = 0.3, 0.18, 8.0
_CODES_ABREAST = {True: 3, False: 2}
# Letters of what a cover says of its meeting, in points, and where it stands if no size has room.
_DETAILS, _HIGHEST = (13, 11, 10, 9), 0.06


@dataclass(frozen=True)
class Entry:
    """A line of the contents: what begins on which page, counted from 1."""

    words: str
    page: int
    inside: bool = False


def inner(sheet: Sheet) -> Box:
    """What the margins of a leaf leave."""
    return Box(0, 0, sheet.width, sheet.height).grown(-MARGIN)


def cover(book: Book, sheet: Sheet, logo: bytes, entries: Sequence[Entry] = ()) -> Page:
    """Draw the first page: the title, what is known of the meeting, and contents that fit there."""
    page, room = Page(sheet.width, sheet.height), inner(sheet)
    listed = _listed(entries, room.width) if on_cover(book, entries, sheet) else []
    if logo:
        _logo(page, logo, room)
    end = _titled(page, book, room, _HIGH if listed else _LOW)
    blocks.draw(page, listed, room.left, end + _OVER_CONTENTS, room.width, {})
    return page


def on_cover(book: Book, entries: Sequence[Entry], sheet: Sheet) -> bool:
    """Whether the contents have room on the cover, below all else."""
    room = inner(sheet)
    end = _titled(Page(sheet.width, sheet.height), book, room, _HIGH)
    return end + _OVER_CONTENTS + height(_listed(entries, room.width)) <= room.bottom


def _listed(entries: Sequence[Entry], wide: float) -> Block:
    """The contents as they stand on a cover."""
    if not entries:
        return []
    lines = (line for entry in entries for line in _entry(entry, wide))
    return [*blocks.paragraph(CONTENTS, wide, 14, bold=True), *lines]


def _titled(page: Page, book: Book, room: Box, down: float) -> float:
    """Write the title and the details so far down a page, and return where they end.

    Long ones stand higher, in smaller letters.
    """
    tries = ((high, size) for high in (down, _HIGHEST) for size in _DETAILS)
    scratch = Page(page.width, page.height)
    fits = (one for one in tries if _written(scratch, book, room, *one) <= room.bottom)
    return _written(page, book, room, *next(fits, (_HIGHEST, _DETAILS[-1])))


def _written(page: Page, book: Book, room: Box, down: float, size: float) -> float:
    """Write the title and the details, these in letters of some size, and return where they end."""
    top = room.top + room.height * down
    title = _title(book.title, room.width)
    under = blocks.draw(page, title, room.left, top, room.width, {})
    page.box(Box(room.left, under + 3, room.width, 1.2), fill=HOUSE_BLUE)
    top = under + 13
    for label, words in book.details:
        lines = blocks.paragraph(words, room.width - _LABEL, size, colour=INK)
        blocks.draw(page, [Line(label, size, colour=QUIET_INK)], room.left, top, _LABEL, {})
        top = blocks.draw(page, lines, room.left + _LABEL, top, room.width - _LABEL, {}) + 2
    return top


def _title(words: str, wide: float) -> Block:
    for size in (_TITLE, 24, 20):
        lines = blocks.paragraph(words, wide, size, bold=True)
        if len(lines) <= 3:
            return lines
    return blocks.paragraph(words, wide, 16, bold=True)


def _logo(page: Page, logo: bytes, room: Box) -> None:
    """Draw a logo in the upper left corner, as high as there is room for it."""
    with Image.open(io.BytesIO(logo)) as opened:
        picture = np.asarray(opened.convert("RGBA"))
    high, wide = picture.shape[:2]
    scale = min(_LOGO / high, room.width / 2 / wide)
    with page.tagged("Figure", "Logo"):
        page.picture(picture, Box(room.left, room.top, wide * scale, high * scale))


def contents(entries: Sequence[Entry], sheet: Sheet) -> list[Page]:
    """Draw the list of what is in the pack, each with its page."""
    room = inner(sheet)
    head = _heading(CONTENTS, room.width)
    lines = [line for entry in entries for line in [_entry(entry, room.width)]]
    return [
        _leaf(sheet, [*(head if first else []), *(line for block in part for line in block)])
        for first, part in _parted(lines, room.height - height(head))
    ]


def contents_needed(entries: Sequence[Entry], sheet: Sheet) -> int:
    """How many pages the contents take."""
    room = inner(sheet)
    lines = [_entry(entry, room.width) for entry in entries]
    return len(list(_parted(lines, room.height - height(_heading(CONTENTS, room.width)))))


def _entry(entry: Entry, wide: float) -> Block:
    indent = 6.0 if entry.inside else 0.0
    number = str(entry.page)
    room = wide - indent - width(number, _WORDS, bold=True) - 6
    rows = wrap(entry.words, room, _WORDS)
    lines = [Line(row, _WORDS, indent=indent) for row in rows]
    lines[0] = replace(lines[0], gap=1.6, begins=True)
    return [*lines[:-1], replace(lines[-1], right=number)]


def _heading(words: str, wide: float) -> Block:
    return [*blocks.paragraph(words, wide, 20, bold=True), Line("", 6)]


def sources(book: Book, sheet: Sheet) -> list[Page]:
    """Draw the sources of all views, each once, and then the addresses that open them again."""
    room = inner(sheet)
    head = _heading(SOURCES, room.width)
    said = [_spaced(blocks.paragraph(one, room.width, _SMALL)) for one in book.sources]
    for one in book.last:
        said.append(_spaced(blocks.paragraph(one, room.width, _SMALLEST, colour=QUIET_INK)))
    pages = [
        _leaf(sheet, [*(head if first else []), *(line for block in part for line in block)])
        for first, part in _parted(said, room.height - height(head))
    ]
    return [*pages, *_again(book, sheet)]


def _again(book: Book, sheet: Sheet) -> Iterator[Page]:
    """Draw a code and an address for each view that has one to be opened by anybody."""
    views = [(title, link) for title, link in book.again if coded(link)]
    room = inner(sheet)
    abreast = _CODES_ABREAST[sheet.width > sheet.height]
    wide, high = room.width / abreast, _CODE + 8
    head = _heading(AGAIN, room.width)
    most = abreast * int((room.height - height(head)) // high)
    for first in range(0, len(views), most):
        page = Page(sheet.width, sheet.height)
        top = blocks.draw(page, head, room.left, room.top, room.width, {})
        for number, (title, link) in enumerate(views[first : first + most]):
            left = room.left + number % abreast * wide
            box = Box(left, top + number // abreast * high, _CODE, _CODE)
            codes.draw(page, link, box, INK)
            said = blocks.paragraph(title, wide - _CODE - 8, _SMALL)
            press = Line("Open this view", _SMALL, colour=HOUSE_BLUE, url=link, begins=True)
            blocks.draw(page, [*said, press], left + _CODE + 2, box.top + 2, wide - _CODE - 8, {})
        yield page


def _spaced(lines: Block) -> Block:
    return [replace(lines[0], gap=1.4), *lines[1:]] if lines else []


def _leaf(sheet: Sheet, lines: Block) -> Page:
    page, room = Page(sheet.width, sheet.height), inner(sheet)
    blocks.draw(page, lines, room.left, room.top, room.width, {})
    return page


def _parted(pieces: Sequence[Block], tall: float) -> Iterator[tuple[bool, list[Block]]]:
    """Share pieces out over pages, none of them torn, and say which page is the first."""
    held: list[Block] = []
    first = True
    for piece in pieces:
        if held and height([line for block in (*held, piece) for line in block]) > tall:
            yield first, held
            held, first = [], False
        held.append(piece)
    yield first, held


def running(page: Page, book: Book, number: int, count: int) -> None:
    """Write the marking, the pack's title and the number of a page into its margins."""
    wide, high = page.width, page.height
    with page.tagged(""):
        if marking := clean(book.front.marking):
            page.words(wide / 2, 7, marking, 10, bold=True, side="center")
            page.words(wide / 2, high - 3.5, marking, 10, bold=True, side="center")
        numbered(page, number, count)
        # The cover has all of it.
        title = shortened(clean(book.title), lambda words: width(words, 7) <= wide * 0.36)
        page.words(12, high - 4, title, 7, colour=QUIET_INK)


def numbered(page: Page, number: int, count: int) -> None:
    """Write the number of a page into its margin."""
    with page.tagged(""):
        words = f"Page {number} of {count}"
        page.words(page.width - 12, page.height - 4, words, 7, side="right")
