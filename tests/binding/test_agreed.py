"""The leaves of a bound pack: every word, line and box of each, in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.binding import leaves, tables
from footprint.binding.book import Tabled
from footprint.ink.pages import Page
from footprint.papers.paper import SHEETS
from tests.agreed import check
from tests.binding.test_leaves import BOOK, FEW
from tests.paper_samples import envelope

LINK = "https://footprints.example.org/Clusters"


@pytest.mark.parametrize("key", ["a4-landscape", "a4-portrait"])
def test_leaves_are_as_was_agreed(key: str) -> None:
    sheet = SHEETS[key]
    book = replace(BOOK, again=tuple((f"View {n}", f"{LINK}?n={n}") for n in range(4)))
    annex = [Tabled(n, n, "26 clusters", envelope().table) for n in (1, 2)]
    numbered = Page(sheet.width, sheet.height)
    leaves.running(numbered, book, 2, 9)
    pages = [
        *(leaves.cover(book, sheet, b""), leaves.cover(book, sheet, b"", FEW), numbered),
        *leaves.contents(FEW, sheet),
        *leaves.sources(book, sheet),
        *tables.pages(annex, sheet),
    ]
    check(__file__, key, [page.figure.vectors for page in pages])
