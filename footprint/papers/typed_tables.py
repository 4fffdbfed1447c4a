"""Typed tables: a paper's table as numbers in the unit said, for files that people reckon with."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from footprint.content.values import Cell, Column, Table
from footprint.measures.marks import BY_SHARE
from footprint.measures.said import Noted, Said
from footprint.measures.units import NO_FIGURE, Unit
from footprint.papers.paper import Paper
from footprint.papers.words import legal
from footprint.parts.codes import Codes

_MINUS = re.compile(r"\u2212(?=[£\d])")


@dataclass(frozen=True)
class TypedColumn:
    """One column to write: its heading with the unit, and its cells as text or plain numbers.

    `format` is how a spreadsheet shows the numbers as they are said; "" where there are none.
    `formats` has one for each cell, where they were said in several ways.
    """

    heading: str
    cells: tuple[str | float, ...]
    format: str = ""
    formats: tuple[str, ...] = ()


def typed(table: Table) -> tuple[TypedColumn, ...]:
    """Return a table column by column; a column follows each that holds estimates, to say which.

    The numbers are those shown, with the digits shown, so no file disagrees with the screen.
    Where a column has figures of several units, a column says the unit of each row.
    """
    columns: list[TypedColumn] = []
    mixed: list[list[Said | None]] = []
    for place, column in enumerate(table.columns):
        cells = tuple(row[place] for row in table.rows)
        marked = {line for line, where in table.estimated if where == place}
        if column.unit or not place:
            columns.append(_column(column, cells, table.title))
        else:
            found = [cell if isinstance(cell, Said) else None for cell in cells]
            columns.append(_said(column, cells, found))
            marked |= {line for line, one in enumerate(found) if one and one.estimated}
            mixed += [found] if len(_units(found)) > 1 else []
        columns += _marks(column, marked, len(cells))
        columns += _notes(column, cells)
    return (*columns[:1], *_unit_column(mixed), *columns[1:])


def typed_of(paper: Paper) -> tuple[TypedColumn, ...]:
    """Return a paper's table column by column, with the official codes of what its rows are of.

    Of a map of areas all of them have a row, where on paper only some have.
    """
    paper = paper.in_full
    columns = typed(paper.table)
    known = {one.name: one.shown for panel in paper.codes for one in panel}
    found = [
        # All of them together, as England, have no code.
        dict.fromkeys(Codes.HEADINGS, "") if line in paper.table.whole else known.get(str(row[0]))
        for line, row in enumerate(paper.table.rows)
    ]
    if None in found:
        return columns
    return (
        *columns,
        *(
            TypedColumn(heading, tuple(legal(one[heading]) for one in found))
            for heading in Codes.HEADINGS
            if any(one[heading] for one in found)
        ),
    )


def rows(columns: tuple[TypedColumn, ...]) -> tuple[tuple[str | float, ...], ...]:
    """Return columns as rows, without their headings."""
    return tuple(zip(*(column.cells for column in columns), strict=True))


def formats(columns: Sequence[TypedColumn], line: int) -> tuple[str, ...]:
    """How a spreadsheet shows the cells of one row; "" for words."""
    return tuple(column.formats[line] if column.formats else column.format for column in columns)


def _column(column: Column, cells: Sequence[Cell], title: str) -> TypedColumn:
    shown = number_format(column.unit) if column.unit else ""
    heading = _heading(column) or legal(title)
    return TypedColumn(heading, tuple(_cell(column, cell) for cell in cells), shown)


def _said(column: Column, cells: Sequence[Cell], found: Sequence[Said | None]) -> TypedColumn:
    """A column of words, with the figures among them as numbers."""
    numbers = tuple(
        one.number if one else _cell(column, cell) for cell, one in zip(cells, found, strict=True)
    )
    if not any(found):
        return TypedColumn(legal(column.heading), numbers)
    shown = tuple(_format(one) if one else "" for one in found)
    units = _units(found)
    unit = units.pop() if len(units) == 1 else ""
    return TypedColumn(
        _with_unit(legal(column.heading), unit), numbers, next(filter(None, shown)), shown
    )


def _format(figure: Said) -> str:
    return ("+" if figure.signed and figure.number > 0 else "") + number_format(figure.said_in)


def _units(found: Sequence[Said | None]) -> set[str]:
    return {_unit(one) for one in found if one}


def _unit(figure: Said) -> str:
    """What a figure is in, "" for a plain count."""
    unit = figure.said_in
    return unit.name if unit.prefix or unit.suffix else ""


def _unit_column(mixed: Sequence[Sequence[Said | None]]) -> Iterator[TypedColumn]:
    if mixed:
        units = (
            dict.fromkeys(unit for one in row if one and (unit := _unit(one)))
            for row in zip(*mixed, strict=True)
        )
        yield TypedColumn("Unit", tuple("; ".join(one) for one in units))


def _marks(column: Column, marked: Collection[int], count: int) -> Iterator[TypedColumn]:
    if marked:
        said = tuple(BY_SHARE if line in marked else "" for line in range(count))
        yield TypedColumn(f"{legal(column.heading)}: {BY_SHARE}", said)


def _notes(column: Column, cells: Sequence[Cell]) -> Iterator[TypedColumn]:
    """What stands in brackets after the figures of a column, in a column of its own."""
    said = tuple("; ".join(cell.notes) if isinstance(cell, Said | Noted) else "" for cell in cells)
    if any(said):
        yield TypedColumn(f"{legal(column.heading)}: note", tuple(map(ordinary, map(legal, said))))


def _heading(column: Column) -> str:
    return _with_unit(legal(column.heading), column.unit.name if column.unit else "")


def _with_unit(words: str, unit: str) -> str:
    return words if not unit or unit.lower() in words.lower() else f"{words} ({unit})"


def _cell(column: Column, cell: Cell) -> str | float:
    if isinstance(cell, Noted):
        return ordinary(legal(cell.bare))
    if column.unit is None or isinstance(cell, str):
        return ordinary(legal(column.text(cell)))
    if cell is None or math.isnan(cell):
        return NO_FIGURE
    number = column.unit.rounded(cell)
    return number if column.unit.decimals else int(number)


def ordinary(words: str) -> str:
    """Words whose minus signs are the one on every keyboard, which programs know."""
    return _MINUS.sub("-", words)


def number_format(unit: Unit) -> str:
    """Return the spreadsheet format that shows a number in the unit said as the screen does."""
    decimals = "." + "0" * unit.decimals if unit.decimals else ""
    number = ("#,##0" if unit.commas else "0") + decimals
    start, end = (f'"{words}"' if words else "" for words in (unit.prefix, unit.suffix))
    return f"{start}{number}{end};\\-{start}{number}{end}"
