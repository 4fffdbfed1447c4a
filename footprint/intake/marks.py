"""Marks: a table handed back as it stood, with what is wrong beside each row."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.intake.rows import Problem
from footprint.options.files import Table
from footprint.spreadsheets import csv_bytes

MARK = "What is wrong"


def marked(handed: Table, top: int, problems: Iterable[Problem]) -> bytes:
    """The table as a CSV file with a last column of faults, or b"" where no row has one.

    No cell is changed: what a slip may have meant is only mentioned in the fault. `top` is the row
    of headings.
    """
    told: dict[int, list[str]] = {}
    for one in problems:
        if one.row:
            told.setdefault(one.row, []).append(one.sentence)
    if not told:
        return b""
    before = [place for place, cell in enumerate(handed[top]) if cell == MARK]
    kept = [[cell for at, cell in enumerate(row) if at not in before] for row in handed]
    wide = max(map(len, kept))
    table = [
        [*row, *[""] * (wide - len(row)), " ".join(told.get(number, ()))]
        for number, row in enumerate(kept, start=1)
    ]
    table[top][-1] = MARK
    return csv_bytes(table)
