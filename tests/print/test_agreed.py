"""What stands round a map on each sheet, and chapters on theirs: every word and line, in place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.ink.pages import Page
from footprint.papers.box import Box
from footprint.papers.paper import SHEETS
from footprint.print import chapters, sheet
from tests.agreed import check
from tests.paper_agreed import whole


@pytest.mark.parametrize("key", SHEETS)
def test_the_head_and_foot_of_a_sheet_are_as_was_agreed(key: str) -> None:
    size = SHEETS[key]
    inner = Box(0, 0, size.width, size.height).grown(-sheet.MARGIN)
    drawn = []
    for bare in (False, True):
        page = Page(size.width, size.height)
        below = sheet.head(page, whole(), inner, bare=bare)
        above = sheet.foot(page, whole(), inner, bare=bare)
        drawn += [below, above, page.figure.vectors]
    check(__file__, f"sheet_{key}", drawn)


@pytest.mark.parametrize("key", ["a4-landscape", "a4-portrait"])
def test_chapters_are_as_was_agreed(key: str) -> None:
    paper = replace(whole(), charts=())
    sheets = [one.vectors for one in chapters.figures(paper, SHEETS[key])]
    check(__file__, f"chapters_{key}", sheets)
