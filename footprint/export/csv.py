"""Tables as CSV: a paper's figures as plain numbers that any program reads."""

from __future__ import annotations

from footprint.options.files import guarded
from footprint.papers.paper import Paper
from footprint.papers.typed_tables import rows, typed_of
from footprint.spreadsheets import csv_bytes


def csv(paper: Paper) -> bytes:
    """Write the table of a paper as a CSV file that Excel opens with its letters right.

    Numbers are plain and in the unit the heading names; "no figure" stands where nobody
    published one. Text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    columns = typed_of(paper)
    head = [column.heading for column in columns]
    return csv_bytes([_safe(row) for row in (head, *rows(columns))])


def _safe(row: list[str] | tuple[str | float, ...]) -> list[str | float]:
    return [guarded(cell) if isinstance(cell, str) else cell for cell in row]
