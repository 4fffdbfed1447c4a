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
    before = 0
    if book.front.cover:
        before = 1 + leaves.contents_needed(_entries(book, sheet, 0), sheet)
    entries = _entries(book, sheet, before)
    end = leaves.sources(book, sheet)
    count = entries[-1].page + len(end) - 1
    pages = _pages(book, sheet, entries, drawn, logo, end)
    sheets = (_numbered(page, book, number, count) for number, page in enumerate(pages, start=1))
    return tagged.pdf(sheets, book.title, book.day, _bookmarks(book, entries))


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
        yield leaves.cover(book, sheet, logo)
        yield from leaves.contents(entries, sheet)
    for paper in book.papers:
        yield from map(Page.over, drawn(paper))
    for table in book.annex:
        yield from tables.pages(table, sheet)
    yield from end


def _entries(book: Book, sheet: Sheet, before: int) -> list[Entry]:
    """What begins on which page, after so many pages of cover and contents."""
    sheets = [_sheets_needed(paper, sheet) for paper in book.papers]
    annexed = [tables.pages_needed(table, sheet) for table in book.annex]
    titles = [
        *(f"{number}. {paper.title}" for number, paper in enumerate(book.papers, start=1)),
        *(table.title for table in book.annex),
        SOURCES,
    ]
    starts = accumulate([*sheets, *annexed], initial=before + 1)
    return [Entry(words, page) for words, page in zip(titles, starts, strict=True)]


def _sheets_needed(paper: Paper, sheet: Sheet) -> int:
    after = chapters if paper.chapters else charts
    return 1 + after.sheets_needed(paper, sheet)


def _bookmarks(book: Book, entries: Sequence[Entry]) -> list[Bookmark]:
    front = [Bookmark(book.title, 0), Bookmark(CONTENTS, 1)] if book.front.cover else []
    return [*front, *(Bookmark(entry.words, entry.page - 1) for entry in entries)]
