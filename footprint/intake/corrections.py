"""Corrections: a table handed back with what is surely a slip put right, and the rest marked."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.intake.layouts import Layout
from footprint.intake.rows import Problem
from footprint.options.files import Table, unguarded
from footprint.spreadsheets import csv_bytes

MARK = "What is wrong"


def corrected(handed: Table, layout: Layout, problems: Iterable[Problem]) -> bytes:
    """The table as a CSV file, or b"" where nothing in it can be put right.

    A row with a fault that cannot is as it was, and says so in a last column.
    """
    told = [one for one in problems if one.row]
    if not any(one.code for one in told):
        return b""
    wide = max(map(len, handed))
    table = [[*row, *[""] * (wide - len(row)), ""] for row in handed]
    for one in told:
        if one.code:
            _mend(table, layout, one)
        else:
            row = table[one.row - 1]
            row[-1] = " ".join(filter(None, (row[-1], one.sentence)))
    table[layout.top][-1] = MARK
    return csv_bytes(table)


def _mend(table: Table, layout: Layout, problem: Problem) -> None:
    columns = layout.keys.get(problem.column, ())
    columns = columns or tuple(filter(None, [layout.given.get(problem.column)]))
    row = table[problem.row - 1]
    for column in columns:
        cell = unguarded(row[column.place])
        parts = layout.reader.parts(problem.column, cell) if problem.column in layout.keys else []
        if len(parts) > 1:
            row[column.place] = "; ".join(
                problem.code if part == problem.value else part for part in parts
            )
        elif cell == problem.value:
            row[column.place] = problem.code
