"""Typed tables: a paper's table as numbers in the unit said, for files that people reckon with."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from footprint.measures.units import NO_FIGURE, Unit
from footprint.pages.content import Cell, Column, Table
from footprint.papers.words import legal

_PATTERN = re.compile(r"(.*)\{:([+]?)(,?)\.(\d)f\}(.*)")


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
    before, sign, comma, digits, after = _parts(unit)
    number = ("#,##0" if comma else "0") + ("." + "0" * int(digits) if int(digits) else "")
    plus = f'"{sign}"' if sign else ""
    start, end = (f'"{words}"' if words else "" for words in (before, after))
    return f"{start}{plus}{number}{end};{start}\\-{number}{end}"


def _parts(unit: Unit) -> tuple[str, ...]:
    found = _PATTERN.fullmatch(unit.pattern)
    if found is None:
        raise ValueError(f"No number format says {unit.pattern!r}")
    return found.groups()


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
    digits = int(_parts(column.unit)[3])
    # The digits are read off the text: rounding again could round a half the other way.
    shown = float(f"{cell / column.unit.per:.{digits}f}")
    return shown if digits else int(shown)
