"""Cost tables: where in a file the ICBs and their costs stand, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from footprint.english import listed, listed_few
from footprint.money.cost_parts import COLUMNS, CostTable, CostTableError, Icbs, cell_of
from footprint.money.cost_readings import EACH, with_unit
from footprint.money.cost_units import decimal_comma, unit_of
from footprint.readings import Reading, chosen_of, first_rows, short
from footprint.spreadsheets import Sheet

SHEET, COST = "sheet", "cost"
_LOOKED_FOR_HEADINGS = 40
_ICB = re.compile(r"(icb|ods|integrated_care_board)(_?\d\d)?(_?(cdh?|nm|code|name|ods))?")
_COST = re.compile(r"cost|baseline|budget|spend|expenditure")
_YEAR = re.compile(r"\b(?:fy ?)?20\d\d(?:[/ -](?:20)?\d\d)?\b")
_OTHER_COST = re.compile(
    r"\bper\b|saving|reduction|target|after|change|differ|variance|%|cent(?:re|er)\b"
)
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
        header = [_column(cell) for cell in row]
        if not (costs := _costs(header) or _years(header, [sheet.name, *chain(*rows[:top])])):
            continue
        icbs = tuple(place for place, cell in enumerate(header) if _ICB.fullmatch(cell))
        if some := icbs or _by_content(rows, top, costs, known):
            return _Place(top, costs, some, bool(icbs))
    return None


def _read(sheet: Sheet, place: _Place, known: Icbs, answers: Collection[str]) -> CostTable:
    row, costs = sheet.rows[place.top], place.costs
    answer = chosen_of(COST, answers)
    chosen = [one for one in costs if str(one) == answer] or costs
    if len(chosen) > 1:
        names = listed_few((f"“{short(row[one])}”" for one in costs), most=3)
        several = f"the columns {names} each have costs"
        raise CostTableError(
            f"Row {place.top + 1}: {several}. Keep the one with the cost before the cut, and take "
            "the rest out.",
            f"{several}, and one of them is the cost before the cut",
            [_of_column(sheet, place, one) for one in costs],
        )
    said = [
        f"The column “{short(row[one])}” was taken for ICBs of 2023."
        for one in (() if place.headed else place.icbs)
    ]
    table = CostTable(sheet.rows, place.top, place.icbs, chosen[0], 0, tuple(said))
    return with_unit(replace(table, name=sheet.name, mark=sheet.mark), known, answers)


def _of_sheet(sheet: Sheet, place: _Place) -> Reading:
    rows = first_rows(sheet.rows[place.top :])
    return Reading(f"{SHEET}:{sheet.name}", f"The sheet “{short(sheet.name)}”", rows)


def _of_column(sheet: Sheet, place: _Place, cost: int) -> Reading:
    """One column of costs beside the ICBs."""
    shown = [[cell_of(row, one) for one in (*place.icbs, cost)] for row in sheet.rows[place.top :]]
    words = f"“{short(sheet.rows[place.top][cost])}” is the cost before the cut"
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


def _costs(header: Sequence[str]) -> list[int]:
    """The columns of costs: ours, else those that say their unit, else those that do not."""
    own = [place for place, cell in enumerate(header) if cell == COLUMNS[2]][:1]
    some = [place for place, cell in enumerate(header) if _is_cost(cell)]
    each = [place for place, cell in enumerate(header) if _is_cost_of_each(cell)]
    return own or [place for place in some if unit_of(header[place])] or some or each


def _years(header: Sequence[str], titles: Iterable[str]) -> list[int]:
    """The columns headed by a year, beside one of ICBs, where a title says that they are costs."""
    if not any(map(_ICB.fullmatch, header)) or not any(_is_cost(_column(one)) for one in titles):
        return []
    return [place for place, cell in enumerate(header) if _is_year(cell.replace("_", " "))]


def _is_year(heading: str) -> bool:
    """Whether a heading is a year, with no word beside it but a unit."""
    rest = _YEAR.sub("", heading).strip(" (),:")
    return rest != heading and (not rest or (unit_of(rest) > 0 and not _OTHER_COST.search(rest)))


def _is_cost(heading: str) -> bool:
    plain = heading.replace("_", " ")
    return bool(_COST.search(plain)) and not _OTHER_COST.search(plain)


def _is_cost_of_each(heading: str) -> bool:
    """Whether a heading says that a cost is for each head."""
    plain, each = EACH.subn("", heading.replace("_", " "))
    return bool(each and _COST.search(plain)) and not _OTHER_COST.search(plain)


def _by_content(
    rows: Sequence[Sequence[str]], top: int, costs: Sequence[int], known: Icbs
) -> tuple[int, ...]:
    """The headed columns that hold more ICBs than anything else."""
    return tuple(
        place
        for place, heading in enumerate(rows[top])
        if heading and place not in costs and _are_icbs(rows[top + 1 :], place, known)
    )


def _are_icbs(rows: Sequence[Sequence[str]], place: int, known: Icbs) -> bool:
    cells = [cell for row in rows if (cell := cell_of(row, place))]
    return 2 * sum(bool(known.find(cell)) for cell in cells) > len(cells)


def _column(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _no_columns(sheets: Sequence[Sheet]) -> str:
    """Say what is missing in the row that is most like headings, which may be of a later sheet."""
    rows = [
        (one, top, [_column(cell) for cell in row])
        for one in sheets
        for top, row in enumerate(one.rows[:_LOOKED_FOR_HEADINGS])
        if any(row)
    ]
    first = next(iter(rows), (sheets[0], 0, [""]))
    likely = (one for one in rows if any(map(_ICB.fullmatch, one[2])))
    sheet, top, header = next(likely, first)
    missing = [] if any(map(_ICB.fullmatch, header)) else ["ICB"]
    missing += [] if _costs(header) else ["Running cost (£m)"]
    there = ", ".join(short(cell) for cell in sheet.rows[top][:6] if cell) or "none"
    where = f" of the sheet “{short(sheet.name)}”" if sheet.name != sheets[0].name else ""
    return f"Row {top + 1}{where} has the columns {there}; it needs {listed(missing)} as well."
