"""Workbooks: papers as an Excel file, numbers as numbers that look as they do on screen."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time

from xlsxwriter import Workbook

from footprint.charts.dots import Dots
from footprint.maps.layer import ATTRIBUTION
from footprint.office.sheets import WORKBOOK, Look, Sheet
from footprint.papers.archives import settled
from footprint.papers.paper import Paper
from footprint.papers.typed_tables import TypedColumn, formats, rows, typed_of
from footprint.papers.words import footnotes, legal, opens, property_title

SOURCES, AREAS = "Sources", "Areas"
# "History" is a name Excel keeps for itself.
_TAKEN = (SOURCES, AREAS, "History")
_LONGEST = 31
_LOOSE = "' ,;("
_BARRED = re.compile(r"[\[\]:*?/\\]")
_NARROWEST, _WIDEST, _READABLE = 8, 60, 100
_HEAD, _WORDS, _LINK = Look(head=True), Look(), Look(link=True)
Row = tuple[str, str, object]


def xlsx(papers: Sequence[Paper]) -> bytes:
    """Write papers as one workbook: a sheet for each table, their sources, and areas in words."""
    last = max(paper.day for paper in papers)
    names = sheet_names([paper.title for paper in papers])
    written = io.BytesIO()
    with Workbook(written, WORKBOOK) as book:
        for name, paper in zip(names, papers, strict=True):
            _add_figures(book, name, paper)
        _add_words(book, SOURCES, ("Sheet", "What", "Text"), _sources(names, papers))
        _add_words(book, AREAS, ("Sheet", "Footprint", "Areas"), _areas(names, papers))
        title, day = property_title(papers[0]), datetime.combine(last, time())
        book.set_properties({"title": title, "author": "ICB Footprints", "created": day})
    return settled(written.getvalue(), last)


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return a name Excel takes for each title, no two alike and none that we use ourselves."""
    taken = {name.lower() for name in _TAKEN}
    names = []
    for title in titles:
        plain = _allowed(title)
        name, count = _shortened(plain, ""), 1
        while name.lower() in taken:
            count += 1
            name = _shortened(plain, f" ({count})")
        taken.add(name.lower())
        names.append(name)
    return tuple(names)


def _allowed(title: str) -> str:
    words = _BARRED.sub(" ", legal(title).replace("/", "-")).split()
    return " ".join(words).strip("' ") or "Figures"


def _shortened(words: str, end: str) -> str:
    """As many whole words as fit, or a piece of the first; Excel counts an emoji as two."""
    room = _LONGEST - len(end)
    kept = words
    while len(kept.encode("utf-16-le")) > 2 * room:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return (kept.strip(_LOOSE) or "Figures") + end


def _add_figures(book: Workbook, name: str, paper: Paper) -> None:
    columns = typed_of(paper)
    sheet = Sheet(book, name, [_width(column) for column in columns])
    heads = [
        replace(_look(column.format, place), number="", ruled=False, head=True)
        for place, column in enumerate(columns)
    ]
    sheet.add([column.heading for column in columns], heads)
    for line, row in enumerate(rows(columns)):
        sheet.add(row, [_look(one, at) for at, one in enumerate(formats(columns, line))])
    sheet.filter()
    sheet.freeze(columns=1)
    _add_chart(sheet, paper, columns)


def _add_chart(sheet: Sheet, paper: Paper, columns: Sequence[TypedColumn]) -> None:
    """Draw the figures that a paper has as dots as bars beside them, where the table has them."""
    charts = {chart.title: chart for chart in paper.charts if isinstance(chart, Dots)}
    for chart in charts.values():
        for place, column in enumerate(columns):
            if place and column.format and column.heading.startswith(legal(chart.title)):
                sheet.bars(chart.heading, names=0, numbers=place, form=column.format)
                return


def _look(number: str, place: int) -> Look:
    """Figures stand on the right; words beside figures keep off them."""
    if number:
        return Look("right", number=number, ruled=True)
    return Look(indent=int(place > 0), ruled=True)


def _width(column: TypedColumn) -> float:
    """Letters across: what the cells need, and half of a long heading, within reason."""
    longest = max((len(str(cell)) for cell in column.cells), default=0)
    return min(max(longest, len(column.heading) / 2, _NARROWEST) + 4, _WIDEST)


def _sources(names: Sequence[str], papers: Sequence[Paper]) -> list[Row]:
    found: list[Row] = []
    for name, paper in zip(names, papers, strict=True):
        about = [
            ("Title", paper.title),
            ("Subtitle", paper.subtitle),
            ("Date", paper.day),
            ("Summary", paper.summary),
            *paper.figures,
            *(("Note", note) for note in footnotes(paper)),
            *(("Source", source) for source in paper.sources),
            ("Licence", ATTRIBUTION),
            ("Data version", paper.data_version),
            ("Link", paper.link),
        ]
        found += [(name, what, text) for what, text in about if text]
    return found


def _areas(names: Sequence[str], papers: Sequence[Paper]) -> list[Row]:
    return [
        (name, footprint, areas)
        for name, paper in zip(names, papers, strict=True)
        for footprint, areas in paper.lists
    ]


def _add_words(book: Workbook, name: str, head: Sequence[str], body: Iterable[Row]) -> None:
    sheet = Sheet(book, name, (32, 34, _READABLE))
    sheet.add(head, [_HEAD] * len(head))
    for row in body:
        _, what, text = row
        link = what == "Link" and isinstance(text, str) and opens(text)
        sheet.add(row, (_WORDS, _WORDS, _LINK if link else _WORDS))
    sheet.freeze(columns=0)
