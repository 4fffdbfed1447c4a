"""Typed tables: a paper's table as numbers in the unit said, for files that people reckon with."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from footprint.content.values import Cell, Column, Table
from footprint.measures.marks import BY_SHARE
from footprint.measures.units import NO_FIGURE
from footprint.papers.paper import Paper
from footprint.papers.said_figures import SaidFigure, figure, number_format, ordinary
from footprint.papers.words import legal
from footprint.parts.codes import Codes


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
    What stands in words is a number too where it is one; where a column has figures of several
    units, a column says the unit of each row.
    """
    columns: list[TypedColumn] = []
    mixed: list[list[SaidFigure | None]] = []
    for place, column in enumerate(table.columns):
        cells = tuple(row[place] for row in table.rows)
        marked = {line for line, where in table.estimated if where == place}
        if column.unit or not place:
            columns.append(_column(column, cells, table.title))
        else:
            found = [figure(column.text(cell)) for cell in cells]
            columns.append(_said(column, cells, found))
            marked |= {line for line, one in enumerate(found) if one and one.estimated}
            mixed += [found] if len(_units(found)) > 1 else []
        columns += _marks(column, marked, len(cells))
    return (*columns[:1], *_unit_column(mixed), *columns[1:])


def typed_of(paper: Paper) -> tuple[TypedColumn, ...]:
    """Return a paper's table column by column, with the official codes of what its rows are of."""
    columns = typed(paper.table)
    by_name = {one.name: one for panel in paper.codes for one in panel}
    names = [str(row[0]) for row in paper.table.rows]
    if not names or not all(name in by_name for name in names):
        return columns
    found = [by_name[name].shown for name in names]
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


def _said(column: Column, cells: Sequence[Cell], found: Sequence[SaidFigure | None]) -> TypedColumn:
    """A column of words, with the figures among them as numbers."""
    numbers = tuple(
        one.number if one else _cell(column, cell) for cell, one in zip(cells, found, strict=True)
    )
    if not any(found):
        return TypedColumn(legal(column.heading), numbers)
    shown = tuple(one.format if one else "" for one in found)
    units = _units(found)
    unit = units.pop() if len(units) == 1 else ""
    return TypedColumn(
        _with_unit(legal(column.heading), unit), numbers, next(filter(None, shown)), shown
    )


def _units(found: Sequence[SaidFigure | None]) -> set[str]:
    return {one.unit for one in found if one}


def _unit_column(mixed: Sequence[Sequence[SaidFigure | None]]) -> Iterator[TypedColumn]:
    if mixed:
        units = (
            dict.fromkeys(one.unit for one in row if one and one.unit)
            for row in zip(*mixed, strict=True)
        )
        yield TypedColumn("Unit", tuple("; ".join(one) for one in units))


def _marks(column: Column, marked: Collection[int], count: int) -> Iterator[TypedColumn]:
    if marked:
        said = tuple(BY_SHARE if line in marked else "" for line in range(count))
        yield TypedColumn(f"{legal(column.heading)}: {BY_SHARE}", said)


def _heading(column: Column) -> str:
    return _with_unit(legal(column.heading), column.unit.name if column.unit else "")


def _with_unit(words: str, unit: str) -> str:
    return words if not unit or unit.lower() in words.lower() else f"{words} ({unit})"


def _cell(column: Column, cell: Cell) -> str | float:
    if column.unit is None or isinstance(cell, str):
        return ordinary(legal(column.text(cell)))
    if cell is None or math.isnan(cell):
        return NO_FIGURE
    number = column.unit.rounded(cell)
    return number if column.unit.decimals else int(number)
