"""Documents: papers as a Word file to edit, with the map, its table, notes and areas in words."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from docx.document import Document
from docx.shared import Mm, Pt

from footprint.charts.vega import height
from footprint.ink.drawings import png
from footprint.office.alt_text import describe
from footprint.office.document_pages import (
    AROUND,
    LONG_SUBTITLE,
    LONG_TITLE,
    SMALL,
    across,
    after_maps,
    figure_words,
    first_words,
    fitted,
    legible,
    picture,
    picture_of,
    sources_told,
    taken,
)
from footprint.office.document_parts import (
    KEPT,
    add_link,
    add_pairs,
    add_small,
    add_table,
    blank,
    caption,
    write,
)
from footprint.office.document_sections import begun, lie, text_height, text_width
from footprint.papers.archives import settled
from footprint.papers.paper import Paper, Sheet
from footprint.papers.words import footnotes, opens, property_title

# Dots of a chart to a pixel.
_SCALE = 3.2


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
    begun(document).save(written)
    return settled(written.getvalue(), day)


def add_papers(
    new: Document,
    papers: Sequence[Paper],
    pictures: Sequence[bytes],
    *,
    after: bool = False,
    sourced: bool = True,
) -> None:
    """Add papers to a document, each on a new page; the first too where it stands `after` others.

    Those that are not `sourced` leave their sources to whoever says them for all.
    """
    tables, drawn, made = 0, count(1), iter(pictures)
    for number, paper in enumerate(papers):
        tables += _apart(paper)
        _head(new, paper, begins=after or number > 0)
        _maps(new, paper, made, drawn)
        _key_figures(new, paper)
        if _own_page(paper):
            _notes(new, paper)
        early = sourced and _sources_fill(new, paper)
        if early:
            _sources(new, paper)
        _charts(new, paper, drawn, begins=early)
        _figures(new, paper, tables)
        if sourced and not early:
            _sources(new, paper)
        _link(new, paper)
        _areas(new, paper)


def _head(new: Document, paper: Paper, *, begins: bool) -> None:
    """Begin a paper on a page that lies as its map does, and write what stands over that."""
    lie(new, across=across(paper))
    head = write(new.add_heading(level=1), paper.title)
    head.paragraph_format.page_break_before = begins and not across(paper)
    _shrunk(head.runs, paper.title, LONG_TITLE)
    if paper.subtitle:
        under = write(new.add_paragraph(style="Subtitle"), paper.subtitle)
        _shrunk(under.runs, paper.subtitle, LONG_SUBTITLE)
    if not across(paper):
        _say(new, paper)


def _say(new: Document, paper: Paper) -> None:
    """The summary, or what leads a paper, which says all of that and more, each label in bold."""
    if not paper.leading:
        write(new.add_paragraph(), paper.summary)
    for label, words in (line for chapter in paper.leading for line in chapter.lines):
        line = new.add_paragraph()
        line.paragraph_format.space_after = Pt(4)
        write(write(line, f"{label}. ", bold=True), words)


def _maps(new: Document, paper: Paper, pictures: Iterator[bytes], numbers: Iterator[int]) -> None:
    """Add the maps, each under a title: its paper's, or its own where it follows by itself."""
    _map(new, paper, next(pictures), next(numbers), alone=False)
    for single in paper.singles:
        lie(new, across=across(single))
        write(new.add_heading(level=2), single.title)
        _map(new, single, next(pictures), next(numbers), alone=True)
    lie(new, across=False)
    if across(paper):
        _say(new, paper)


def _own_page(paper: Paper) -> bool:
    """Whether what is to be said besides begins a page, after the maps."""
    return across(paper) or bool(paper.singles)


def _map(new: Document, paper: Paper, picture: bytes, number: int, *, alone: bool) -> None:
    """Add a map with its caption."""
    size = picture_of(new, paper, alone=alone)
    _add_picture(new, picture, size, f"Map {number}", paper.description)
    caption(new, "Figure", number, figure_words(paper, alone=alone), above=False)


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


def _charts(new: Document, paper: Paper, drawn: Iterator[int], *, begins: bool) -> None:
    """Add the charts, each with its heading and its caption.

    One that can be read in what is left of a page is as high as that, and one that cannot begins
    the next, as the first of all does where it is told that it `begins` a page.
    """
    wide, page = text_width(new), text_height(new)
    left = page - _begun(new, paper) % page
    for chart in paper.charts:
        number = next(drawn)
        left = left if legible(chart, wide, left - AROUND) else page
        dots, row = fitted(chart, wide, left - AROUND)
        head = new.add_heading(chart.heading, level=2)
        head.paragraph_format.page_break_before = (begins and chart is paper.charts[0]) or None
        size = replace(picture(new), height=height(chart, row) * wide / dots)
        drawn_chart = png(chart, width=dots, scale=_SCALE, row=row)
        _add_picture(new, drawn_chart, size, f"Chart {number}", chart.words)
        words = ". ".join(filter(None, (chart.title, chart.key)))
        caption(new, "Figure", number, words, above=False)
        left -= size.height + AROUND


def _sources_fill(new: Document, paper: Paper) -> bool:
    """Whether sources have room on the page of words, for the first chart begins another."""
    if not (_own_page(paper) and paper.charts):
        return False
    wide, page = text_width(new), text_height(new)
    left = page - _begun(new, paper) % page
    first_fits = legible(paper.charts[0], wide, left - AROUND)
    return not first_fits and taken(new, sources_told(paper), wide) <= left


def _begun(new: Document, paper: Paper) -> float:
    """How many millimetres of pages that stand upright are taken before the charts."""
    wide = text_width(new)
    if _own_page(paper):
        return taken(new, after_maps(paper), wide)
    under = replace(paper.unnoted, table=replace(paper.table, estimated=frozenset()))
    map_high = picture_of(new, paper, alone=False).height
    return taken(new, [*first_words(paper), *after_maps(under)], wide) + map_high


def _key_figures(new: Document, paper: Paper) -> None:
    if paper.figures:
        new.add_heading("Key figures", level=2)
        add_pairs(new, paper.figures)


def _figures(new: Document, paper: Paper, number: int) -> None:
    if _apart(paper):
        title = caption(new, "Table", number, paper.table.title, above=True)
        title.paragraph_format.space_before = Pt(10)
        # After the words behind a map there is more room than its head needs.
        follows = _own_page(paper) and not paper.charts
        title.paragraph_format.page_break_before = len(paper.table.rows) >= KEPT and not follows
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
        for said in chapter.said:
            line = write(new.add_paragraph(), said)
            # A short table moves to the next page whole, and is not left without its heading.
            line.paragraph_format.keep_with_next = chapter.table is not None or None
        if chapter.table:
            add_table(new, chapter.table)


def _sources(new: Document, paper: Paper) -> None:
    (_, title), *told = sources_told(paper)
    new.add_heading(title, level=2)
    for style, said in told:
        write(new.add_paragraph(style=style), said)
    add_small(new, paper.made)


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
        run.font.size = Pt(SMALL)
