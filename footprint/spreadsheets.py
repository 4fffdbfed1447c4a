"""Spreadsheets: tables handed in, read as text and never trusted; tables handed out."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO
from xml.etree.ElementTree import Element

import openpyxl
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

LARGEST = 1_000_000
MOST_ROWS = 2_000
MOST_COLUMNS = 50
MOST_SHEETS = 12
_LINES_FOR_MARK = 50
_UNPACKED = 3
_MOST_PACKED = 100
_LARGEST_STYLES = 500_000
_WORDS, _PLAIN = f"{{{SHEET_MAIN_NS}}}si", f"{{{SHEET_MAIN_NS}}}t"
_RICH = f"{{{SHEET_MAIN_NS}}}r/{_PLAIN}"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_TOO_LARGE = "The file is too large once unpacked. Send only what is needed of it."
_NO_TABLES = {
    b"%pdf": "a PDF",
    b"<html": "a web page",
    b"<!doctype html": "a web page",
    **dict.fromkeys((b"\x89png", b"\xff\xd8\xff", b"gif8", b"<svg"), "a picture"),
}
_PACKED = {"word/": "a Word document", "ppt/": "a presentation"}


class UploadError(ValueError):
    """A file cannot be read as a table; says what to do instead."""


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, or the whole of a CSV file, whose sheet has no name.

    No row is longer than the last column with a word in it.
    `mark` is what parts the cells of a CSV file.
    """

    name: str
    rows: list[list[str]]
    mark: str = ""


def rows(content: bytes) -> list[list[str]]:
    """Read a CSV file or the first sheet of a workbook as rows of text, each in its place.

    Raises UploadError, in a sentence, for whatever is no table.
    """
    first = _sheets(content, most=1)[0].rows
    if not any(any(row) for row in first):
        raise UploadError("The file is empty.")
    return first


def sheets(content: bytes, *, largest: int = LARGEST, most_rows: int = MOST_ROWS) -> list[Sheet]:
    """Read every sheet in sight that has a word in it; raises UploadError as `rows` does."""
    read = _sheets(content, most=MOST_SHEETS, largest=largest, most_rows=most_rows)
    found = [one for one in read if any(map(any, one.rows))]
    if not found:
        raise UploadError("The file is empty.")
    return found


def no_table(content: bytes) -> str:
    """What a file is that is known to hold no table, as "a picture"; "" for any other."""
    start = content[:100].lstrip().lower()
    if what := next((what for mark, what in _NO_TABLES.items() if start.startswith(mark)), ""):
        return what
    # Nothing larger is unpacked, not even its list of parts.
    names = _packed(content) if content.startswith(b"PK") and len(content) <= LARGEST else []
    return next((what for part, what in _PACKED.items() if _any_begins(names, part)), "")


def _any_begins(names: Iterable[str], part: str) -> bool:
    return any(name.startswith(part) for name in names)


def _packed(content: bytes) -> list[str]:
    """What the parts of a packed file are called; none of one that is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return []


def _sheets(
    content: bytes, *, most: int, largest: int = LARGEST, most_rows: int = MOST_ROWS
) -> list[Sheet]:
    if what := no_table(content):
        raise UploadError(f"This is {what}. Send the table in it as .xlsx or as CSV.")
    if len(content) > largest:
        size = f"{largest // 1_000_000} MB"
        needed = "sheet that is" if content.startswith(b"PK") else "columns that are"
        raise UploadError(f"The file is larger than {size}. Send only the {needed} needed.")
    if content.startswith(_OLD_EXCEL):
        raise UploadError("This is an old Excel file (.xls). Save it as .xlsx or as CSV.")
    if content.startswith(b"PK") and _OPEN_DOCUMENT in content[:200]:
        return _from_ods(content, most, _UNPACKED * largest, most_rows)
    if content.startswith(b"PK"):
        return _from_xlsx(content, most, _UNPACKED * largest, most_rows)
    text = _decoded(content)
    mark = _mark(text)
    return [Sheet("", _trimmed(_from_csv(text, mark, most_rows)), mark)]


def _from_xlsx(content: bytes, most: int, unpacked: int, most_rows: int) -> list[Sheet]:
    try:
        check_archive(content, unpacked)
        _check_book(content)
        _check_styles(content)
        book = _book(content)
        seen = [one for one in book.worksheets if one.sheet_state == "visible"]
        found = [
            Sheet(str(one.title), _trimmed(_cells(one, most_rows)))
            for one in (seen or book.worksheets)[:most]
        ]
        _check_letters(found, unpacked)
        return found
    except (UploadError, MemoryError):
        raise
    # A damaged or hostile workbook can fail anywhere in three libraries, in any way.
    except Exception as problem:
        raise UploadError(
            "The file is not a workbook Excel could open. Save it again."
        ) from problem


def _check_book(content: bytes) -> None:
    """Refuse a packed file of something else, which may hold what is meant."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
    if not any(name.startswith(("xl/", "[Content_Types]")) for name in names):
        raise UploadError(
            "The zip file holds no table and no shapefile. Unpack it, and send the table or the "
            "areas in it."
        )


def _from_ods(content: bytes, most: int, unpacked: int, most_rows: int) -> list[Sheet]:
    """The sheets of an OpenDocument spreadsheet."""
    try:
        check_archive(content, unpacked)
        with (
            zipfile.ZipFile(io.BytesIO(content)) as packed,
            packed.open("content.xml") as source,
        ):
            found = list(islice(_in_document(source, most_rows + 1), most))
        _check_letters(found, unpacked)
        return found
    except (UploadError, MemoryError):
        raise
    # As of a workbook, anything may be wrong with it.
    except Exception as problem:
        raise UploadError("The file is not a spreadsheet that can be opened. Save it again.") from (
            problem
        )


def _in_document(source: IO[bytes], most_rows: int) -> Iterator[Sheet]:
    """Each sheet as it ends; a row or a cell may be written once for many that are alike."""
    rows: list[list[str]] = []
    gap = 0
    for _, node in iterparse(source):
        what = node.tag.rpartition("}")[2]
        if what == "table":
            yield Sheet(_attribute(node, "name"), _trimmed(rows))
            rows, gap = [], 0
        elif what == "table-row":
            cells, times = _row_in_document(node), int(_attribute(node, "rows-repeated") or 1)
            if any(cells):
                rows += [[] for _ in range(min(gap, most_rows - len(rows)))]
                rows += [cells for _ in range(min(times, most_rows - len(rows)))]
            gap = 0 if any(cells) else gap + times
            node.clear()


def _row_in_document(row: Element) -> list[str]:
    cells: list[str] = []
    for node in row:
        times = int(_attribute(node, "columns-repeated") or 1)
        cells += [_cell_in_document(node)] * min(times, MOST_COLUMNS - len(cells))
    return cells


def _cell_in_document(cell: Element) -> str:
    """What a cell says: a number or a day in full, however it is shown, and else its words."""
    if value := _attribute(cell, "}value") or _attribute(cell, "date-value"):
        return value
    lines = (one for one in cell if one.tag.endswith("}p"))
    return "\n".join("".join(one.itertext()) for one in lines).strip()


def _attribute(node: Element, name: str) -> str:
    return next((said for key, said in node.attrib.items() if key.endswith(name)), "")


class _Quickly(ExcelReader):
    """A reader of workbooks that takes the words of all cells in a fifth of the usual time."""

    def read_strings(self) -> None:
        """Read the words that cells share, without how they look and how they are pronounced."""
        found = self.package.find(SHARED_STRINGS)
        if found is None:
            return
        with self.archive.open(found.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == _WORDS:
                    self.shared_strings.append(_words(node))
                    node.clear()


def _words(node: Element) -> str:
    if len(node) == 1 and node[0].tag == _PLAIN:
        return node[0].text or ""
    parts = [*node.findall(_PLAIN), *node.findall(_RICH)]
    return "".join(part.text or "" for part in parts)


def _book(content: bytes) -> openpyxl.Workbook:
    reader = _Quickly(io.BytesIO(content), read_only=True)
    reader.read()
    return reader.wb


def _check_styles(content: bytes) -> None:
    """Refuse a workbook with more formats than people make, each of which takes time to read."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sizes = [one.file_size for one in packed.infolist() if one.filename.endswith("styles.xml")]
    if sum(sizes) > _LARGEST_STYLES:
        raise UploadError(
            "The workbook has more formatting than a table needs. Save the sheet as CSV."
        )


def check_archive(content: bytes, largest: int) -> None:
    """Refuse what would be many times its size once unpacked; raises UploadError.

    No part of an archive can unpack to more than it says, for whoever reads it stops there.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
    if sum(part.file_size for part in parts) > largest:
        raise UploadError(_TOO_LARGE)
    if any(part.file_size > _MOST_PACKED * part.compress_size for part in parts):
        raise UploadError(
            "The file is packed more than 100 to 1, as no table or map is. Save it again."
        )


def _check_letters(found: Iterable[Sheet], largest: int) -> None:
    """Refuse a few words that stand in so many cells that all together they are too long."""
    if sum(len(cell) for sheet in found for row in sheet.rows for cell in row) > largest:
        raise UploadError(_TOO_LARGE)


def _cells(sheet: ReadOnlyWorksheet, most_rows: int) -> list[list[str]]:
    limits = {"max_row": most_rows + 1, "max_col": MOST_COLUMNS}
    sheet.reset_dimensions()
    # Each row is filled up to the last column: an empty cell is dealt with here, and quickly.
    return [
        ["" if cell is None else str(cell).strip() for cell in row]
        for row in sheet.iter_rows(values_only=True, **limits)
    ]


def _trimmed(table: list[list[str]]) -> list[list[str]]:
    """A table without the empty columns at its right."""
    wide = max((place for row in table for place, cell in enumerate(row, 1) if cell), default=0)
    return [row[:wide] for row in table]


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _from_csv(text: str, mark: str, most_rows: int) -> list[list[str]]:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        return [
            [cell.strip() for cell in row[:MOST_COLUMNS]]
            for row, _ in zip(reader, range(most_rows + 1), strict=False)
        ]
    except csv.Error as problem:
        raise UploadError("The file is not a table. Send a CSV, XLSX or ODS file.") from problem


def _mark(text: str) -> str:
    """What parts the cells: tabs, where most lines have one, for words hold none.

    Else what makes most lines equally wide, or is most in the first.
    """
    lines = [line for line in text.splitlines() if line.strip()][:_LINES_FOR_MARK]
    head = lines[0] if lines else ""
    if 2 * sum("\t" in line for line in lines) > len(lines):
        return "\t"

    def likeness(mark: str) -> tuple[int, int]:
        counts = [count for line in lines if (count := line.count(mark))]
        return (max(map(counts.count, counts), default=0), head.count(mark))

    return max(",;\t|", key=likeness)


def inert(text: str) -> str:
    """Make text safe to open in a spreadsheet, which takes some beginnings for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def csv_bytes(table: Iterable[Sequence[object]]) -> bytes:
    """Write rows as a CSV file that Excel opens with its letters right."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(_inert(row) for row in table)
    return written.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: Iterable[Sequence[object]], *, title: str) -> bytes:
    """Write rows as an Excel workbook with one sheet."""
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet(title)
        for line, row in enumerate(table):
            for place, value in enumerate(_inert(row)):
                if isinstance(value, str):
                    write_text(sheet, line, place, value)
                else:
                    sheet.write(line, place, value)
    return written.getvalue()


def write_text(
    sheet: Worksheet, line: int, place: int, text: str, look: Format | None = None
) -> None:
    """Write text into a cell as text, whatever it looks like."""
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such text for markup of its own and would write it as it stands.
        sheet.write_rich_string(line, place, *text[:2], text[2:], *([look] if look else []))
    else:
        sheet.write_string(line, place, text, look)


def _inert(row: Sequence[object]) -> list[object]:
    return [inert(cell) if isinstance(cell, str) else cell for cell in row]
