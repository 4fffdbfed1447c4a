"""Cost tables: where in a file the ICBs and their costs stand, and in which unit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from footprint.english import listed, listed_few
from footprint.money.cost_headings import costs_in, heading_of, of_icbs, year_of
from footprint.money.cost_parts import CostTable, CostTableError, Icbs, cell_of
from footprint.money.cost_readings import with_unit
from footprint.money.cost_units import decimal_comma, unit_of
from footprint.readings import Reading, chosen_of, first_rows, short
from footprint.spreadsheets import Sheet

SHEET, COST = "sheet", "cost"
_LOOKED_FOR_HEADINGS = 40
_UNKNOWN = Icbs({})


def cost_table(
    sheets: Sequence[Sheet], known: Icbs = _UNKNOWN, answers: Collection[str] = ()
) -> CostTable:
    """The only table of costs in a file; raises CostTableError.

    Without a heading that says so, columns are of ICBs where most of what they hold is among those
    `known`. `answers` choose between the readings of an earlier error.
    """
    wanted = chosen_of(SHEET, answers)
    looked_at = [one for one in sheets if one.name == wanted] or sheets
    places = [(one, place) for one in looked_at if (place := _place(one, known))]
    if len(places) > 1:
        names = listed(f"“{short(sheet.name)}”" for sheet, _ in places)
        each = f"The sheets {names} each have costs"
        raise CostTableError(
            f"{each}; send the one that is meant.", each, [_of_sheet(*one) for one in places]
        )
    if not places:
        raise CostTableError(_no_columns(sheets))
    sheet, place = places[0]
    name, table = sheet.name, _read(sheet, place, known, answers)
    if name != sheets[0].name:
        table = replace(table, taken=(f"The sheet “{short(name)}” was read.", *table.taken))
    return _with_decimals(table)


class _Place(NamedTuple):
    """Where in a sheet its costs are: the row of headings, and the columns of both kinds.

    `headed` is whether a heading says which columns are of ICBs.
    """

    top: int
    costs: list[int]
    icbs: tuple[int, ...]
    headed: bool


def _place(sheet: Sheet, known: Icbs) -> _Place | None:
    rows = sheet.rows
    for top, row in enumerate(rows[:_LOOKED_FOR_HEADINGS]):
        header = [heading_of(cell) for cell in row]
        icbs = tuple(place for place, cell in enumerate(header) if of_icbs(cell))
        costs = costs_in(header, _titles(sheet, top))
        if costs and (some := icbs or _by_content(rows, top, costs, known)):
            return _Place(top, costs, some, bool(icbs))
    return None


def _titles(sheet: Sheet, top: int) -> list[str]:
    """What is written over the headings of a sheet, and its name."""
    return [sheet.name, *chain(*sheet.rows[:top])]


def _read(sheet: Sheet, place: _Place, known: Icbs, answers: Collection[str]) -> CostTable:
    row, costs = sheet.rows[place.top], place.costs
    answer = chosen_of(COST, answers)
    chosen = [one for one in costs if str(one) == answer] or costs
    if len(chosen) > 1:
        raise _several(sheet, place)
    said = [
        f"The column “{short(row[one])}” was taken for ICBs of 2023."
        for one in (() if place.headed else place.icbs)
    ]
    said += [
        f"The column “{short(cell)}” was not read: the cost before the cut stands in one column."
        for one, cell in enumerate(row)
        if unit_of(cell) and one not in (*costs, *place.icbs)
    ]
    table = CostTable(sheet.rows, place.top, place.icbs, chosen[0], 0, tuple(said))
    return with_unit(replace(table, name=sheet.name, mark=sheet.mark), known, answers)


def _several(sheet: Sheet, place: _Place) -> CostTableError:
    """Ask which of the columns is meant: by its year, where each has a year of its own."""
    row, costs = sheet.rows[place.top], place.costs
    names = listed_few((f"“{short(row[one])}”" for one in costs), most=3)
    years = [year_of(row[one]) for one in costs]
    by_year = all(years) and len(set(years)) == len(years)
    each = "have the costs of different years" if by_year else "each have costs"
    which = "the year that is meant" if by_year else "the one with the cost before the cut"
    one_of = "only one year can be used" if by_year else "one of them is the cost before the cut"
    return CostTableError(
        f"Row {place.top + 1}: the columns {names} {each}. Keep {which}, and take the rest out.",
        f"the columns {names} {each}, and {one_of}",
        [
            _of_column(sheet, place, one, f"The costs of {year}" if by_year else "")
            for one, year in zip(costs, years, strict=True)
        ],
    )


def _of_sheet(sheet: Sheet, place: _Place) -> Reading:
    rows = first_rows(sheet.rows[place.top :])
    return Reading(f"{SHEET}:{sheet.name}", f"The sheet “{short(sheet.name)}”", rows)


def _of_column(sheet: Sheet, place: _Place, cost: int, words: str) -> Reading:
    """One column of costs beside the ICBs."""
    shown = [[cell_of(row, one) for one in (*place.icbs, cost)] for row in sheet.rows[place.top :]]
    words = words or f"“{short(sheet.rows[place.top][cost])}” is the cost before the cut"
    return Reading(f"{COST}:{cost}", words, first_rows(shown))


def _with_decimals(table: CostTable) -> CostTable:
    """The table with commas read as decimal points, which is said, where they can be nothing else.

    Who parts cells by semicolons may well write so, but not who writes a point as well.
    """
    if table.mark != ";":
        return table
    cells = [cell for _, _, cell in table.entries(len(table.rows))]
    commas = [cell for cell in cells if "," in cell]
    if not commas or any("." in cell for cell in cells) or not all(map(decimal_comma, commas)):
        return table
    one = short(commas[0])
    said = (
        f"The commas in the costs were read as decimal points: “{one}” is {one.replace(',', '.')}."
    )
    return replace(table, decimal=True, taken=(*table.taken, said))


def _by_content(
    rows: Sequence[Sequence[str]], top: int, costs: Sequence[int], known: Icbs
) -> tuple[int, ...]:
    """The headed columns that hold more ICBs than anything else."""
    return tuple(
        place
        for place, heading in enumerate(rows[top])
        if heading and place not in costs and not known.find(heading)
        if _are_icbs(rows[top + 1 :], place, known)
    )


def _are_icbs(rows: Sequence[Sequence[str]], place: int, known: Icbs) -> bool:
    cells = [cell for row in rows if (cell := cell_of(row, place))]
    return 2 * sum(bool(known.find(cell)) for cell in cells) > len(cells)


def _no_columns(sheets: Sequence[Sheet]) -> str:
    """Say what is missing in the row that is most like headings, which may be of a later sheet."""
    rows = [
        (one, top, [heading_of(cell) for cell in row])
        for one in sheets
        for top, row in enumerate(one.rows[:_LOOKED_FOR_HEADINGS])
        if any(row)
    ]
    first = next(iter(rows), (sheets[0], 0, [""]))
    likely = (one for one in rows if any(map(of_icbs, one[2])))
    sheet, top, header = next(likely, first)
    missing = [] if any(map(of_icbs, header)) else ["ICB"]
    missing += [] if costs_in(header, _titles(sheet, top)) else ["Running cost (£m)"]
    there = ", ".join(short(cell) for cell in sheet.rows[top][:6] if cell) or "none"
    where = f" of the sheet “{short(sheet.name)}”" if sheet.name != sheets[0].name else ""
    return f"Row {top + 1}{where} has the columns {there}; it needs {listed(missing)} as well."
