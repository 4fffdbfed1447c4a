"""Typed tables: a paper's table as numbers in the unit said, for files that people reckon with."""

from __future__ import annotations

import math
from dataclasses import dataclass

from footprint.content.values import Cell, Column, Table
from footprint.measures.units import NO_FIGURE, Unit
from footprint.papers.words import legal


@dataclass(frozen=True)
class TypedColumn:
    """One column to write: its heading with the unit, and its cells as text or plain numbers.

    `format` is how a spreadsheet shows the numbers as they are said; "" where there are none.
    """

    heading: str
    cells: tuple[str | float, ...]
    format: str = ""


def typed(table: Table) -> tuple[TypedColumn, ...]:
    """Return a table column by column; a column follows each that holds estimates, to say which.

    The numbers are those shown, with the digits shown, so no file disagrees with the screen.
    """
    columns: list[TypedColumn] = []
    for place, column in enumerate(table.columns):
        cells = tuple(_cell(column, row[place]) for row in table.rows)
        numbers = number_format(column.unit) if column.unit else ""
        columns.append(TypedColumn(_heading(column), cells, numbers))
        marked = {line for line, where in table.estimated if where == place}
        if marked:
            said = tuple("estimated" if line in marked else "" for line in range(len(cells)))
            columns.append(TypedColumn(f"{legal(column.heading)}: estimated", said))
    return tuple(columns)


def rows(columns: tuple[TypedColumn, ...]) -> tuple[tuple[str | float, ...], ...]:
    """Return columns as rows, without their headings."""
    return tuple(zip(*(column.cells for column in columns), strict=True))


def number_format(unit: Unit) -> str:
    """Return the spreadsheet format that shows a number in the unit said as the screen does."""
    decimals = "." + "0" * unit.decimals if unit.decimals else ""
    number = ("#,##0" if unit.commas else "0") + decimals
    start, end = (f'"{words}"' if words else "" for words in (unit.prefix, unit.suffix))
    return f"{start}{number}{end};\\-{start}{number}{end}"


def _heading(column: Column) -> str:
    words = legal(column.heading)
    if column.unit is None or column.unit.name.lower() in words.lower():
        return words
    return f"{words} ({column.unit.name})"


def _cell(column: Column, cell: Cell) -> str | float:
    if column.unit is None or isinstance(cell, str):
        return legal(column.text(cell))
    if cell is None or math.isnan(cell):
        return NO_FIGURE
    number = column.unit.rounded(cell)
    return number if column.unit.decimals else int(number)
