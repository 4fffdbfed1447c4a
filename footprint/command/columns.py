"""Columns: tables as a terminal shows them, and values as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from footprint.content.values import Table


def print_table(table: Table) -> None:
    """Print a table in plain columns, figures to the right."""
    headings = [column.heading for column in table.columns]
    print_columns(headings, table.texts(), [bool(column.unit) for column in table.columns])


def print_columns(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool] = ()
) -> None:
    """Print rows of words in columns two spaces apart; those named by `right` end in line."""
    lines = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    sides = right or [False] * len(widths)
    for cells in lines:
        padded = (
            cell.rjust(width) if side else cell.ljust(width)
            for cell, width, side in zip(cells, widths, sides, strict=True)
        )
        print("  ".join(padded).rstrip())


def print_json(value: object) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))
