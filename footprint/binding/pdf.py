"""Bound PDF: cover, contents, the sheets, the annex and the sources as one tagged document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from matplotlib.figure import Figure

from footprint.binding import leaves, tables
from footprint.binding.book import CONTENTS, SOURCES, Book
from footprint.binding.leaves import Entry
from footprint.ink import tagged
from footprint.ink.pages import Page
from footprint.ink.tagged import Bookmark
from footprint.papers.paper import Paper, Sheet
from footprint.print import chapters, charts

# Given a paper, its sheets: the map, then its charts and chapters.
Drawn = Callable[[Paper], Iterator[Figure]]


def pdf(book: Book, sheet: Sheet, drawn: Drawn, logo: bytes = b"") -> bytes:
    """Bind a pack, each of its papers drawn on sheets of one size."""
    entries = _entries(book, sheet, _before(book, sheet))
    end = leaves.sources(book, sheet)
    count = entries[-1].page + len(end) - 1
    pages = _pages(book, sheet, entries, drawn, logo, end)
    sheets = (_numbered(page, book, number, count) for number, page in enumerate(pages, start=1))
    return tagged.pdf(sheets, book.title, book.day, _bookmarks(book, sheet, entries))


def counted(sheets: Sequence[Figure]) -> Sequence[Figure]:
    """Number sheets that are not bound; one alone needs no number."""
    if len(sheets) > 1:
        for number, sheet in enumerate(sheets, start=1):
            leaves.numbered(Page.over(sheet), number, len(sheets))
    return sheets


def _before(book: Book, sheet: Sheet) -> int:
    """How many pages the cover and the contents take."""
    entries = _entries(book, sheet, 0)
    if not book.front.cover:
        return 0
    apart = not leaves.on_cover(book, entries, sheet)
    return 1 + (leaves.contents_needed(entries, sheet) if apart else 0)


def _numbered(page: Page, book: Book, number: int, count: int) -> Figure:
    # A cover says its number nowhere, and has its marking like all others.
    leaves.running(page, book, number, count)
    return page.figure


def _pages(
    book: Book,
    sheet: Sheet,
    entries: Sequence[Entry],
    drawn: Drawn,
    logo: bytes,
    end: Sequence[Page],
) -> Iterator[Page]:
    if book.front.cover:
        yield leaves.cover(book, sheet, logo, entries)
        if not leaves.on_cover(book, entries, sheet):
            yield from leaves.contents(entries, sheet)
    for paper in book.papers:
        yield from map(Page.over, drawn(paper))
    yield from tables.pages(book.annex, sheet)
    yield from end


def _entries(book: Book, sheet: Sheet, before: int) -> list[Entry]:
    """What begins on which page, after so many pages of cover and contents."""
    sheets = [_sheets_needed(paper, sheet) for paper in book.papers]
    titles = [
        *(f"{number}. {paper.title}" for number, paper in enumerate(book.papers, start=1)),
        *(table.title for table in book.annex),
        SOURCES,
    ]
    *views, annex = accumulate(sheets, initial=before + 1)
    starts = [*views, *(annex + number for number in tables.starts(book.annex, sheet))]
    return [Entry(words, page) for words, page in zip(titles, starts, strict=True)]


def _sheets_needed(paper: Paper, sheet: Sheet) -> int:
    after = chapters if paper.chapters else charts
    return 1 + len(paper.apart) + after.sheets_needed(paper, sheet)


def _bookmarks(book: Book, sheet: Sheet, entries: Sequence[Entry]) -> list[Bookmark]:
    apart = not leaves.on_cover(book, entries, sheet)
    front = [Bookmark(book.title, 0), Bookmark(CONTENTS, int(apart))] if book.front.cover else []
    return [*front, *(Bookmark(entry.words, entry.page - 1) for entry in entries)]
