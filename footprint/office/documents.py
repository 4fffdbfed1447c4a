"""Documents: papers as a Word file to edit, with the map, its table, notes and areas in words."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from docx.document import Document
from docx.shared import Mm, Pt

from footprint.charts.vega import Chart, height
from footprint.ink.drawings import least_wide, png, setting
from footprint.ink.words import MM
from footprint.maps.layer import ATTRIBUTION
from footprint.office.alt_text import describe
from footprint.office.document_parts import (
    KEPT,
    add_link,
    add_pairs,
    add_table,
    blank,
    caption,
    lie,
    text_height,
    text_width,
    width_across,
    write,
)
from footprint.papers.archives import settled
from footprint.papers.paper import Paper, Sheet
from footprint.papers.words import figure_title, footnotes, opens, property_title

# Millimetres of a map under a paper's first words, and of one that has a page to itself.
_MAP_HIGH, _SINGLE_HIGH = 150, 205
# What the caption takes under a map that lies across, in millimetres.
_UNDER = 22
# More names than these need a page that lies across, and so do so many maps of all England.
_MOST_NAMES, _ABREAST = 12, 2


def picture(document: Document) -> Sheet:
    """The size of a map in a document: as wide as its text."""
    return Sheet("a4-portrait", "Picture in a document", text_width(document), _MAP_HIGH)


def whole_page(document: Document) -> Sheet:
    """The size of a map that has a page of a document to itself."""
    return replace(picture(document), height=_SINGLE_HIGH)


def page_across(document: Document) -> Sheet:
    """The size of a map that has a page to itself which lies across."""
    section = document.sections[0]
    high = section.page_width - section.top_margin - section.bottom_margin - Mm(_UNDER)
    return replace(picture(document), width=width_across(document), height=round(high / 36000, 1))


def picture_of(document: Document, paper: Paper, *, alone: bool) -> Sheet:
    """The size of a paper's map, or of a single one that stands `alone`."""
    if _across(paper):
        return page_across(document)
    return whole_page(document) if alone or _own_page(paper) else picture(document)


PICTURE, WHOLE_PAGE = picture(blank("", "")), whole_page(blank("", ""))
# Pixels of a chart's rows, dots to a pixel, millimetres that its heading and its caption take of a
# page, and points of its letters.
_ROWS, _SCALE, _AROUND, _LETTERS = (23, 20, 17, 14), 3.2, 30, 9.0


def docx(papers: Sequence[Paper], pictures: Sequence[bytes]) -> bytes:
    """Write papers as one document, each on a new page, its figures and tables counted through.

    `pictures` are the maps as PNG, of the sizes of `picture_of`: each paper's own, then those of
    its single maps.
    """
    day = max(papers, key=lambda paper: paper.day)
    new = blank(property_title(papers[0]), day.dated)
    add_papers(new, papers, pictures)
    return saved(new, day.day)


def saved(document: Document, day: date) -> bytes:
    """A document as a file whose bytes depend on nothing but what is in it and the day."""
    written = io.BytesIO()
    document.save(written)
    return settled(written.getvalue(), day)


def add_papers(
    new: Document,
    papers: Sequence[Paper],
    pictures: Sequence[bytes],
    *,
    begun: bool = False,
    sourced: bool = True,
) -> None:
    """Add papers to a document, each on a new page; the first too where it has `begun`.

    Those that are not `sourced` leave their sources to whoever says them for all.
    """
    tables, drawn, made = 0, count(1), iter(pictures)
    for number, paper in enumerate(papers):
        tables += _apart(paper)
        _head(new, paper, begins=begun or number > 0)
        _maps(new, paper, made, drawn)
        if not _own_page(paper):
            _key_figures(new, paper)
        _charts(new, paper, drawn)
        _figures(new, paper, tables)
        if sourced:
            _sources(new, paper)
        _link(new, paper)
        _areas(new, paper)


def _head(new: Document, paper: Paper, *, begins: bool) -> None:
    head = write(new.add_heading(level=1), paper.title)
    head.paragraph_format.page_break_before = begins
    _shrunk(head.runs, paper.title, 110)
    if paper.subtitle:
        _shrunk(
            write(new.add_paragraph(style="Subtitle"), paper.subtitle).runs, paper.subtitle, 250
        )
    if paper.leading:
        _lead(new, paper)
    else:
        write(new.add_paragraph(), paper.summary)


def _lead(new: Document, paper: Paper) -> None:
    """What leads a paper, which says all of its summary and more, each label in bold."""
    for said in (said for chapter in paper.leading for said in chapter.sentences):
        label, _, words = said.partition(". ")
        line = new.add_paragraph()
        line.paragraph_format.space_after = Pt(4)
        write(write(line, f"{label}. ", bold=True), words)


def _maps(new: Document, paper: Paper, pictures: Iterator[bytes], numbers: Iterator[int]) -> None:
    """Add the maps; before one that leaves the page of the first words, what else is short."""
    if _own_page(paper):
        _key_figures(new, paper)
        _notes(new, paper)
    _map(new, paper, next(pictures), next(numbers), picture_of(new, paper, alone=False))
    for single in paper.singles:
        _map(new, single, next(pictures), next(numbers), picture_of(new, single, alone=True))
    lie(new, across=False)


def _across(paper: Paper) -> bool:
    """Whether its map needs a page across: for many names, or for two maps of all England."""
    return paper.crowd > _MOST_NAMES or len(paper.singles) == _ABREAST


def _own_page(paper: Paper) -> bool:
    """Whether its map has a page to itself, as more maps of all England have one upright."""
    return _across(paper) or bool(paper.singles)


def _map(new: Document, paper: Paper, picture: bytes, number: int, size: Sheet) -> None:
    """Add a map with its caption; one that has no room under words begins a page by itself."""
    lie(new, across=_across(paper))
    _add_picture(new, picture, size, f"Map {number}", paper.description)
    caption(new, "Figure", number, figure_title(paper), above=False)


def _add_picture(new: Document, picture: bytes, size: Sheet, name: str, words: str) -> None:
    """Add a picture, which stays with what is written under it."""
    line = new.add_paragraph()
    line.paragraph_format.keep_with_next = True
    line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing = 1
    image = line.add_run().add_picture(
        io.BytesIO(picture), width=Mm(size.width), height=Mm(size.height)
    )
    describe(image._inline, name, words)
    for side in ("distT", "distB", "distL", "distR"):
        # LibreOffice takes silence for an eighth of an inch, and moves the picture by it.
        image._inline.set(side, "0")


def _charts(new: Document, paper: Paper, drawn: Iterator[int]) -> None:
    """Add the charts, each with its heading and its caption."""
    across, high = text_width(new), text_height(new) - _AROUND
    for chart in paper.charts:
        number = next(drawn)
        wide, row = _fitted(chart, across, high)
        new.add_heading(chart.heading, level=2)
        drawn_chart = png(chart, width=wide, scale=_SCALE, row=row)
        size = replace(picture(new), height=height(chart, row) * across / wide)
        _add_picture(new, drawn_chart, size, f"Chart {number}", chart.words)
        caption(
            new, "Figure", number, ". ".join(filter(None, (chart.title, chart.key))), above=False
        )


def _fitted(chart: Chart, across: float, high: float) -> tuple[int, int]:
    """Pixels across a chart and of its rows: the roomiest that are easily read, or the largest."""
    tried: list[tuple[float, int, int]] = []
    for row in _ROWS:
        letters = setting(0, row).letters * across / MM
        least = max(letters / _LETTERS, least_wide(chart, row), height(chart, row) * across / high)
        wide = math.ceil(least)
        tried.append((letters / wide, row, wide))
        if wide <= math.ceil(letters / _LETTERS):
            break
    _, row, wide = max(tried)
    return wide, row


def _key_figures(new: Document, paper: Paper) -> None:
    if paper.figures:
        new.add_heading("Key figures", level=2)
        add_pairs(new, paper.figures)


def _figures(new: Document, paper: Paper, number: int) -> None:
    if _apart(paper):
        title = caption(new, "Table", number, paper.table.title, above=True)
        title.paragraph_format.space_before = Pt(10)
        title.paragraph_format.page_break_before = len(paper.table.rows) >= KEPT
        add_table(new, paper.table)
    _chapters(new, paper)
    if not _own_page(paper):
        _notes(new, paper)


def _notes(new: Document, paper: Paper) -> None:
    if notes := footnotes(paper):
        new.add_heading("Notes", level=2)
        for note in notes:
            write(new.add_paragraph(), note)


def _apart(paper: Paper) -> bool:
    """Whether a paper has a table that stands in none of its chapters."""
    return bool(paper.table.rows) and not paper.tells_table


def _chapters(new: Document, paper: Paper) -> None:
    """What is to be read after the map, each part with its table."""
    for chapter in paper.chapters:
        if chapter in paper.leading:
            continue
        new.add_heading(chapter.heading, level=2)
        for said in chapter.sentences:
            line = write(new.add_paragraph(), said)
            # A short table moves to the next page whole, and is not left without its heading.
            line.paragraph_format.keep_with_next = chapter.table is not None or None
        if chapter.table:
            add_table(new, chapter.table)


def _sources(new: Document, paper: Paper) -> None:
    new.add_heading("Sources and licence", level=2)
    for source in paper.sources:
        write(new.add_paragraph(style="List Bullet"), source)
    write(new.add_paragraph(), ATTRIBUTION)
    write(new.add_paragraph(), f"Made on {paper.dated}.")


def _link(new: Document, paper: Paper) -> None:
    if paper.link:
        line = write(new.add_paragraph(), "Open this view: ")
        if opens(paper.link):
            add_link(line, paper.link)
        else:
            write(line, paper.link)


def _areas(new: Document, paper: Paper) -> None:
    if paper.lists:
        new.add_heading("Areas", level=2)
    for name, areas in paper.lists:
        line = new.add_paragraph(style="Body Text")
        line.paragraph_format.keep_together = True
        write(write(line, f"{name}: ", bold=True), areas)


def _shrunk(runs: Sequence, text: str, most: int) -> None:
    """Smaller letters for a heading so long that it would push the map off its page."""
    for run in runs if len(text) > most else ():
        run.font.size = Pt(11)
