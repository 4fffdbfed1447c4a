"""Spreadsheets: tables handed in, read as text and never trusted; tables handed out."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence

import openpyxl
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

LARGEST = 1_000_000
MOST_ROWS = 2_000
MOST_COLUMNS = 50
_LARGEST_UNPACKED = 30_000_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class UploadError(ValueError):
    """A file cannot be read as a table; says what to do instead."""


def rows(content: bytes) -> list[list[str]]:
    """Read a CSV or XLSX file as rows of text, so that a row's place is its number in a sheet.

    Raises UploadError, in a sentence, for whatever is no table.
    """
    if len(content) > LARGEST:
        raise UploadError("The file is larger than 1 MB. Send only the sheet that is needed.")
    if content.startswith(_OLD_EXCEL):
        raise UploadError("This is an old Excel file (.xls). Save it as .xlsx or as CSV.")
    read = _from_xlsx(content) if content.startswith(b"PK") else _from_csv(_decoded(content))
    if not any(any(row) for row in read):
        raise UploadError("The file is empty.")
    return read


def _from_xlsx(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked > _LARGEST_UNPACKED:
            raise UploadError("The file is too large once unpacked. Send only the sheet needed.")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        limits = {"max_row": MOST_ROWS + 1, "max_col": MOST_COLUMNS}
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        return [
            [_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True, **limits)
        ]
    except UploadError:
        raise
    # A damaged or hostile workbook can fail anywhere in three libraries, in any way.
    except Exception as problem:
        raise UploadError(
            "The file is not a workbook Excel could open. Save it again."
        ) from problem


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _from_csv(text: str) -> list[list[str]]:
    head = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(",;\t", key=head.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        return [
            [cell.strip() for cell in row[:MOST_COLUMNS]]
            for row, _ in zip(reader, range(MOST_ROWS + 1), strict=False)
        ]
    except csv.Error as problem:
        raise UploadError("The file is not a table. Send a CSV or XLSX file.") from problem


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
