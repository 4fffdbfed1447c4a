"""Codes: an address as a square of dots that a telephone reads."""

from __future__ import annotations

import io

import segno
import shapely

from footprint.ink.pages import Page, polygon
from footprint.papers.box import Box

_QUIET = 2


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
