"""Document pages: how much of a page words take, and what they leave to maps and charts."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from docx.document import Document
from docx.styles.style import ParagraphStyle

from footprint.charts.vega import Chart, height
from footprint.ink.drawings import least_wide, setting
from footprint.ink.words import MM
from footprint.maps.layer import ATTRIBUTION
from footprint.office.document_parts import blank
from footprint.office.document_sections import (
    height_across,
    text_height,
    text_width,
    width_across,
)
from footprint.office.text_sizes import MM_PER_POINT, tall
from footprint.papers.paper import Paper, Sheet
from footprint.papers.words import figure_title, footnotes

# Millimetres of a map under a paper's first words, and of one that has a page to itself.
_MAP_HIGH, _SINGLE_HIGH = 150, 205
# The least and the most that several maps take of the page of the first words, two and more.
_LEAST, _MOST = 95.0, {2: 120.0}
# More names than these need a page that lies across.
_MOST_NAMES = 12
# Programs set lines so much further apart than letters need, and break pages each in its own way.
_WIDER, _SPARE = 1.08, 4.0
# Pixels of a chart's rows, points of its letters, and what its heading and its caption take.
_ROWS, _LETTERS, AROUND = (23, 20, 17, 14), 9.0, 30.0
# Letters of a heading beyond which it is set in small ones, and their size in points.
LONG_TITLE, LONG_SUBTITLE, SMALL = 110, 250, 11.0
_Said = Iterable[tuple[str, str]]


def across(paper: Paper) -> bool:
    """Whether its map needs a page across, for many names."""
    return paper.crowd > _MOST_NAMES


def picture(document: Document) -> Sheet:
    """The size of a map in a document: as wide as its text."""
    return Sheet("a4-portrait", "Picture in a document", text_width(document), _MAP_HIGH)


def whole_page(document: Document) -> Sheet:
    """The size of a map that has a page of a document to itself."""
    return replace(picture(document), height=_SINGLE_HIGH)


def picture_of(document: Document, paper: Paper, *, alone: bool) -> Sheet:
    """The size of a paper's map, or of a single one that stands `alone` under its title."""
    if across(paper):
        return _page_across(document, paper, alone=alone)
    if alone:
        return whole_page(document)
    return _together(document, paper) if paper.singles else picture(document)


def _page_across(document: Document, paper: Paper, *, alone: bool) -> Sheet:
    """What a title and a caption leave of a page across."""
    wide = width_across(document)
    title = [("Heading 2", paper.title)] if alone else heading(paper)
    words = [*title, ("Caption", f"Figure 10: {figure_words(paper, alone=alone)}")]
    high = height_across(document) - taken(document, words, wide) - _SPARE
    return replace(picture(document), width=wide, height=round(max(high, _LEAST), 1))


def _together(document: Document, paper: Paper) -> Sheet:
    """What the first words leave of their page to maps side by side; a page where that is little.

    Each of them follows with its names.
    """
    left = text_height(document) - taken(document, first_words(paper), text_width(document))
    high = min(left - _SPARE, _MOST.get(len(paper.panels), _SINGLE_HIGH))
    return replace(whole_page(document), height=round(high if high >= _LEAST else _SINGLE_HIGH, 1))


def figure_words(paper: Paper, *, alone: bool) -> str:
    """What stands under a map, whose title stands over it where it is `alone`."""
    return (alone and paper.summary) or figure_title(paper)


def heading(paper: Paper) -> list[tuple[str, str]]:
    """A paper's title and subtitle, each with its style."""
    told = [("Heading 1", paper.title), ("Subtitle", paper.subtitle)]
    return [(style, words) for style, words in told if words]


def first_words(paper: Paper) -> list[tuple[str, str]]:
    """What stands over a paper's maps, with the caption under them."""
    lead = [said for chapter in paper.leading for said in chapter.said] or [paper.summary]
    caption = ("Caption", f"Figure 10: {figure_title(paper)}")
    return [*heading(paper), *(("Normal", said) for said in lead), caption]


def after_maps(paper: Paper) -> list[tuple[str, str]]:
    """What follows a map that has a page across, before the charts."""
    summary = [("Normal", paper.summary)] if across(paper) else []
    figures = [("List Bullet", ": ".join(pair)) for pair in paper.figures]
    notes = [("Normal", note) for note in footnotes(paper)]
    return [
        *summary,
        *([("Heading 2", "Key figures"), *figures] if figures else []),
        *([("Heading 2", "Notes"), *notes] if notes else []),
    ]


def sources_told(paper: Paper) -> list[tuple[str, str]]:
    """What a paper's figures were taken from, and the licence."""
    named = [("List Bullet", source) for source in paper.sources]
    return [("Heading 2", "Sources and licence"), *named, ("Normal", ATTRIBUTION)]


def taken(document: Document, words: _Said, wide: float) -> float:
    """How many millimetres lines take at most, each in its style."""
    return sum(_tall(document.styles[style], said, wide) for style, said in words)


def _tall(style: ParagraphStyle, said: str, wide: float) -> float:
    head = style.name in ("Heading 1", "Heading 2", "Caption")
    small = (style.name == "Heading 1" and len(said) > LONG_TITLE) or (
        style.name == "Subtitle" and len(said) > LONG_SUBTITLE
    )
    points = SMALL if small else _size(style)
    room = _between(style) * MM_PER_POINT
    return tall(said, points, wide, bold=head) * _WIDER + room


def _size(style: ParagraphStyle | None) -> float:
    """The letters of a style in points, or of the one it is based on."""
    while style is not None:
        if style.font.size:
            return style.font.size.pt
        style = style.base_style
    return SMALL


def _between(style: ParagraphStyle) -> float:
    """Points above and below a line of a style."""
    around = style.paragraph_format
    return sum(one.pt for one in (around.space_before, around.space_after) if one)


def fitted(chart: Chart, wide: float, high: float) -> tuple[int, int]:
    """Pixels across a chart and of its rows: the roomiest that are easily read, or the largest."""
    tried: list[tuple[float, int, int]] = []
    for row in _ROWS:
        letters = setting(0, row).letters * wide / MM
        least = max(letters / _LETTERS, least_wide(chart, row), height(chart, row) * wide / high)
        across = math.ceil(least)
        tried.append((letters / across, row, across))
        if across <= math.ceil(letters / _LETTERS):
            break
    _, row, across = max(tried)
    return across, row


def legible(chart: Chart, wide: float, high: float) -> bool:
    """Whether a chart has room in letters that are as large as on a page to itself."""
    page, row = fitted(chart, wide, high)
    return setting(0, row).letters * wide / MM / page >= _LETTERS * 0.98


PICTURE, WHOLE_PAGE = picture(blank("", "")), whole_page(blank("", ""))
