"""What stands round a map on each sheet, and chapters on theirs: every word and line, in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from footprint.ink.pages import Page
from footprint.ink.vectors import Lined, Vector
from footprint.papers.box import Box
from footprint.papers.paper import SHEETS, Paper
from footprint.print import chapters, charts, sheet
from tests import paper_samples
from tests.agreed import check
from tests.paper_agreed import whole
from tests.shared_workspace import WORK


@pytest.mark.parametrize("key", SHEETS)
def test_the_head_and_foot_of_a_sheet_are_as_was_agreed(key: str) -> None:
    size = SHEETS[key]
    inner = Box(0, 0, size.width, size.height).grown(-sheet.MARGIN)
    drawn = []
    for bare in (False, True):
        page = Page(size.width, size.height)
        below = sheet.head(page, whole(), inner, bare=bare)
        above = sheet.foot(page, whole(), inner, 6.5, bare=bare)
        drawn += [below, above, page.figure.vectors]
    check(__file__, f"sheet_{key}", drawn)


@pytest.mark.parametrize("key", ["a4-landscape", "a4-portrait"])
def test_chapters_are_as_was_agreed(key: str) -> None:
    paper = replace(whole(), charts=())
    sheets = [one.vectors for one in chapters.figures(paper, SHEETS[key])]
    check(__file__, f"chapters_{key}", sheets)


def reach(one: Vector) -> Vector | tuple[object, ...]:
    """Of lines, which are long, from where to where they go; of all else the whole."""
    if not isinstance(one, Lined):
        return one
    points = np.concatenate(one.lines) if one.lines else np.zeros((1, 2))
    ends = (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())
    return ("Lines", len(one.lines), *ends, one.colour, one.weight, one.dashed, one.named)


@pytest.mark.parametrize(
    ("key", "made", "monochrome"),
    [
        ("a4-portrait", paper_samples.membership, False),
        ("a4-landscape", paper_samples.east, False),
        ("slide", paper_samples.one_icb, True),
        ("square", paper_samples.authorities, True),
    ],
)
def test_a_map_and_the_names_on_it_are_as_was_agreed(
    key: str, made: Callable[[], Paper], monochrome: bool
) -> None:
    drawn = sheet.figure(made(), SHEETS[key], WORK.shapes, monochrome=monochrome)
    check(__file__, f"map_{key}", [reach(one) for one in drawn.vectors])


def test_charts_of_a_paper_are_as_was_agreed() -> None:
    for number, one in enumerate(charts.figures(whole(), SHEETS["a4-landscape"]), start=1):
        check(__file__, f"charts_{number}", [reach(line) for line in one.vectors])
