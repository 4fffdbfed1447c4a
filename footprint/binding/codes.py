"""Codes: an address as a square of dots that a telephone reads."""

from __future__ import annotations

import io
from urllib.parse import urlsplit

import segno
import shapely

from footprint.ink.pages import Page, polygon
from footprint.papers.box import Box
from footprint.papers.words import opens

# A longer address makes dots too small for a telephone to tell apart on paper.
LONGEST = 600
_QUIET = 2
# What a machine calls itself.
_OWN = ("localhost", "127.0.0.1", "::1", None)


def coded(link: str) -> bool:
    """Whether an address is public and short enough for a code; the reader's own is not public."""
    return opens(link) and len(link) <= LONGEST and urlsplit(link).hostname not in _OWN


def _dots(link: str) -> tuple[tuple[bool, ...], ...]:
    matrix = segno.make(link, error="m", micro=False).matrix_iter(border=_QUIET)
    return tuple(tuple(bool(dot) for dot in row) for row in matrix)


def draw(page: Page, link: str, box: Box, ink: str) -> None:
    """Draw the code of an address into a square."""
    dots = _dots(link)
    side = box.width / len(dots)
    squares = [
        polygon(Box(box.left + across * side, box.top + down * side, side, side))
        for down, row in enumerate(dots)
        for across, dark in enumerate(row)
        if dark
    ]
    with page.tagged("Figure", f"Code of the address {link}"):
        page.shape(shapely.union_all(squares), ink)


def png(link: str) -> bytes:
    """The code of an address as a picture."""
    file = io.BytesIO()
    segno.make(link, error="m", micro=False).save(file, kind="png", scale=8, border=_QUIET)
    return file.getvalue()
