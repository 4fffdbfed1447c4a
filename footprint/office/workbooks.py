"""Workbooks: papers as an Excel file, numbers as numbers that look as they do on screen."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from footprint.maps.layer import ATTRIBUTION
from footprint.office.decks import BLUE, FONT, RULE
from footprint.office.text_sizes import lines
from footprint.papers.archives import settled
from footprint.papers.paper import Paper
from footprint.papers.typed_tables import TypedColumn, rows, typed
from footprint.papers.words import footnotes, legal, opens, property_title

SOURCES, AREAS = "Sources", "Areas"


_LONGEST_NAME = 31


_LOOSE = "' ,;("


_BARRED = re.compile(r"[\[\]:*?/\\]")


# Excel reads this as a code for one letter, so that text which looks like it must be spelt out.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


_FORMULA = ("=", "+", "-", "@")


_NARROWEST, _WIDEST, _READABLE = 8, 60, 100


_POINTS, _MM_PER_LETTER, _HIGHEST = 10, 1.85, 409


def xlsx(papers: Sequence[Paper]) -> bytes:
    """Write papers as one workbook: a sheet for each table, their sources, and areas in words."""
    book = Workbook()
    # Columns are as wide as so many digits of this font.
    book._named_styles["Normal"].font = Font(name=FONT, size=_POINTS)
    book.remove(book.active)
    names = sheet_names([paper.title for paper in papers])
    for name, paper in zip(names, papers, strict=True):
        _figures(book.create_sheet(name), paper)
    _words(book.create_sheet(SOURCES), ("Sheet", "What", "Text"), _sources(names, papers))
    _words(book.create_sheet(AREAS), ("Sheet", "Footprint", "Areas"), _areas(names, papers))
    last = max(paper.day for paper in papers)
    said = book.properties
    said.title, said.creator, said.language = property_title(papers[0]), "ICB Footprints", "en-GB"
    said.created = datetime.combine(last, time())
    written = io.BytesIO()
    book.save(written)
    return settled(written.getvalue(), last)


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return a name Excel takes for each title, no two alike and none that we use ourselves."""
    # "History" is a name Excel keeps for itself.
    taken = {SOURCES.lower(), AREAS.lower(), "history"}
    names = []
    for title in titles:
        plain = (
            " ".join(_BARRED.sub(" ", legal(title).replace("/", "-")).split()).strip("' ")
            or "Figures"
        )
        name, count = _shortened(plain, ""), 1
        while name.lower() in taken:
            count += 1
            name = _shortened(plain, f" ({count})")
        taken.add(name.lower())
        names.append(name)
    return tuple(names)


def _shortened(words: str, end: str) -> str:
    """As many whole words as fit, or a piece of the first; Excel counts an emoji as two."""
    room = _LONGEST_NAME - len(end)
    kept = words
    while len(kept.encode("utf-16-le")) > 2 * room:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return (kept.strip(_LOOSE) or "Figures") + end


def _figures(sheet: Worksheet, paper: Paper) -> None:
    columns = typed(paper.table)
    _head(sheet, [column.heading for column in columns])
    for place, column in enumerate(columns):
        # Words beside figures keep off them.
        side, off = ("right", 0) if column.format else ("left", int(place > 0))
        sheet.cell(1, place + 1).alignment = Alignment(side, "top", wrap_text=True, indent=off)
    for line, row in enumerate(rows(columns), start=2):
        for place, value in enumerate(row, start=1):
            cell = _put(sheet, line, place, value)
            cell.border = Border(bottom=Side("thin", color=RULE))
            cell.alignment = Alignment("left", "top", wrap_text=True, indent=int(place > 1))
            if columns[place - 1].format:
                cell.number_format = columns[place - 1].format
                cell.alignment = Alignment("right", "top")
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _width(column)
    _grown(sheet)
    sheet.auto_filter.ref = sheet.dimensions
    sheet.freeze_panes = "B2"
    _printed(sheet)


def _sources(names: Sequence[str], papers: Sequence[Paper]) -> list[tuple[str, str, object]]:
    found = []
    for name, paper in zip(names, papers, strict=True):
        said = [
            ("Title", paper.title),
            ("Subtitle", paper.subtitle),
            ("Date", paper.day),
            ("Summary", paper.summary),
            *((label, text) for label, text in paper.figures),
            *(("Note", note) for note in footnotes(paper)),
            *(("Source", source) for source in paper.sources),
            ("Licence", ATTRIBUTION),
            ("Link", paper.link),
        ]
        found += [(name, what, text) for what, text in said if text]
    return found


def _areas(names: Sequence[str], papers: Sequence[Paper]) -> list[tuple[str, str, object]]:
    return [
        (name, footprint, areas)
        for name, paper in zip(names, papers, strict=True)
        for footprint, areas in paper.lists
    ]


def _words(sheet: Worksheet, head: Sequence[str], said: Iterable[Sequence[object]]) -> None:
    _head(sheet, head)
    for line, row in enumerate(said, start=2):
        for place, value in enumerate(row, start=1):
            cell = _put(sheet, line, place, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
            if isinstance(value, str) and row[1] == "Link" and opens(value):
                cell.hyperlink = value
                cell.font = Font(name=FONT, size=_POINTS, color=BLUE, underline="single")
    for letter, width in zip("ABC", (32, 34, _READABLE), strict=True):
        sheet.column_dimensions[letter].width = width
    _grown(sheet)
    sheet.freeze_panes = "A2"
    _printed(sheet)


def _head(sheet: Worksheet, words: Sequence[str]) -> None:
    for place, heading in enumerate(words, start=1):
        cell = _put(sheet, 1, place, heading)
        cell.font = Font(name=FONT, size=_POINTS, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=BLUE)
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _put(sheet: Worksheet, line: int, place: int, value: object) -> Cell:
    """Write a value as it is: text stays text, whatever it begins with."""
    cell = sheet.cell(line, place)
    cell.font = Font(name=FONT, size=_POINTS)
    cell.alignment = Alignment(vertical="top")
    if value == "":
        # An empty text is not an empty cell, and filters tell them apart.
        return cell
    if isinstance(value, str):
        cell.value = _CODED.sub("_x005F_", legal(value))
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA)
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "d mmmm yyyy"
    return cell


def _width(column: TypedColumn) -> float:
    """Letters across: what the cells need, and half of a long heading, within reason."""
    longest = max((len(str(cell)) for cell in column.cells), default=0)
    return min(max(longest, len(column.heading) / 2, _NARROWEST) + 4, _WIDEST)


def _grown(sheet: Worksheet) -> None:
    """Rows as high as their words: LibreOffice does not see to it when it opens a file."""
    for row in sheet.iter_rows():
        most = 1
        for cell in row:
            if isinstance(cell.value, str) and cell.alignment.wrap_text:
                letters = sheet.column_dimensions[cell.column_letter].width
                room = (letters - 2 * cell.alignment.indent) * _MM_PER_LETTER
                most = max(most, lines(cell.value, _POINTS, room, bold=cell.font.b))
        sheet.row_dimensions[row[0].row].height = min(most * 13 + 3, _HIGHEST)


def _printed(sheet: Worksheet) -> None:
    """On paper: A4, as wide as the page, the head on each page, and which sheet and page it is."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.7)
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "Page &P of &N"
