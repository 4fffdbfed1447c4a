"""Bound PDF: cover, contents, the sheets, the annex and the sources as one tagged document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from matplotlib.figure import Figure

from footprint.binding import leaves, tables
from footprint.binding.book import CONTENTS, Book
from footprint.binding.leaves import Entry
from footprint.ink import tagged
from footprint.ink.pages import Page
from footprint.ink.tagged import Bookmark
from footprint.papers.paper import Paper, Sheet


@dataclass(frozen=True)
class Laid:
    """The sheets of a paper, the map and then its charts and chapters, drawn one by one.

    How many they are is known before: it stands in the contents, and on every page.
    """

    count: int
    sheets: Iterator[Figure]


def pdf(book: Book, sheet: Sheet, lay: Callable[[Paper], Laid], logo: bytes = b"") -> bytes:
    """Bind a pack, each of its papers laid out on sheets of one size."""
    papers = [lay(paper) for paper in book.papers]
    counts = [paper.count for paper in papers]
    entries = _entries(book, sheet, counts, _before(book, sheet, counts))
    end = leaves.sources(book, sheet)
    count = entries[-1].page + len(end) - 1
    pages = _pages(book, sheet, entries, papers, logo, end)
    sheets = (_numbered(page, book, number, count) for number, page in enumerate(pages, start=1))
    return tagged.pdf(sheets, book.title, book.day, _bookmarks(book, sheet, entries))


def counted(sheets: Sequence[Figure]) -> Sequence[Figure]:
    """Number sheets that are not bound; one alone needs no number."""
    if len(sheets) > 1:
        for number, sheet in enumerate(sheets, start=1):
            leaves.numbered(Page.over(sheet), number, len(sheets))
    return sheets


def _before(book: Book, sheet: Sheet, counts: Sequence[int]) -> int:
    """How many pages the cover and the contents take."""
    entries = _entries(book, sheet, counts, 0)
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
    papers: Sequence[Laid],
    logo: bytes,
    end: Sequence[Page],
) -> Iterator[Page]:
    if book.front.cover:
        yield leaves.cover(book, sheet, logo, entries)
        if not leaves.on_cover(book, entries, sheet):
            yield from leaves.contents(entries, sheet)
    for paper in papers:
        yield from map(Page.over, paper.sheets)
    yield from tables.pages(book.annex, sheet)
    yield from end


def _entries(book: Book, sheet: Sheet, counts: Sequence[int], before: int) -> list[Entry]:
    """What begins on which page, after so many pages of cover and contents."""
    *views, annex = accumulate(counts, initial=before + 1)
    starts = [*views, *(annex + number for number in tables.starts(book.annex, sheet))]
    return [Entry(words, page) for words, page in zip(book.parts, starts, strict=True)]


def _bookmarks(book: Book, sheet: Sheet, entries: Sequence[Entry]) -> list[Bookmark]:
    apart = not leaves.on_cover(book, entries, sheet)
    front = [Bookmark(book.title, 0), Bookmark(CONTENTS, int(apart))] if book.front.cover else []
    return [*front, *(Bookmark(entry.words, entry.page - 1) for entry in entries)]
