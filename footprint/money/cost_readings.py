"""Cost readings: the unit of a table of costs, from wherever it is said, or else asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from footprint.money.cost_parts import COLUMNS, HEADS, CostTable, CostTableError, Icbs, cell_of
from footprint.money.cost_units import UNITS, figure, names_sum, pounds_of, unclear, unit_of
from footprint.readings import Reading, chosen_of, short

UNIT = "unit"
EACH = re.compile(r"\bper (?:(weighted|registered) )?(head|capita|resident|person|patient)\b")
_SHOWN = 5
_HALF = 0.5


def with_unit(table: CostTable, icbs: Icbs, answers: Collection[str] = ()) -> CostTable:
    """The table with the unit of its costs, from wherever it is said; raises CostTableError.

    Where nothing says it, `answers` do, which choose between the readings of the error.
    """
    heading = table.rows[table.top][table.cost]
    if re.sub(r"[\s-]+", "_", heading.strip().lower()) == COLUMNS[2]:
        return replace(table, pounds=1.0)
    said = f"The costs under “{short(heading)}” were read as"
    if answer := chosen_of(UNIT, answers):
        return _answered(table, answer, said)
    if each := EACH.search(heading.lower().replace("_", " ")):
        return _for_each(table, icbs, each, said)
    if unit := unit_of(heading):
        words = f"{said} {UNITS[unit]}, as the heading says."
        return replace(table, pounds=unit, taken=(*table.taken, words))
    if found := _unit_near(table):
        row, unit = found
        words = f"{said} {UNITS[unit]}, as row {row + 1} says."
        return replace(table, pounds=unit, taken=(*table.taken, words), first=row)
    if not names_sum(table.name) and (unit := unit_of(table.name)):
        words = f"{said} {UNITS[unit]}, as the sheet’s name says."
        return replace(table, pounds=unit, taken=(*table.taken, words))
    figures = [cell for _, _, cell in table.entries(len(table.rows)) if figure(cell, 0).own]
    if not figures:
        raise _unclear(table, icbs, heading)
    words = f"{said} what each figure says, such as “{short(figures[0])}”."
    return replace(table, taken=(*table.taken, words))


def _unit_near(table: CostTable) -> tuple[int, float] | None:
    """The row with the unit, and the unit: below the heading, or the only one in rows above it."""
    below = table.rows[table.top + 1] if table.top + 1 < len(table.rows) else ()
    cell = cell_of(below, table.cost)
    if not any(cell_of(below, place) for place in table.icbs) and unit_of(cell):
        return table.top + 1, unit_of(cell)
    above = [
        (number, unit)
        for number, row in enumerate(table.rows[: table.top])
        for cell in row
        if not names_sum(cell) and (unit := unit_of(cell))
    ]
    return above[0] if len({unit for _, unit in above}) == 1 else None


def _for_each(table: CostTable, icbs: Icbs, each: re.Match[str], said: str) -> CostTable:
    """The table of costs for each head, of the kind that its heading says."""
    if each[1] == "weighted" or each[2] == "resident":
        return _answered(table, each[1] or each[2], said)
    heading = table.rows[table.top][table.cost]
    readings = [one for one in _readings(table, icbs) if chosen_of(UNIT, [one.answer]) in HEADS]
    asked = f"“{short(heading)}” may be for each weighted head or for each resident"
    raise CostTableError(
        f"Row {table.top + 1}: {asked}. Write it in the heading, such as Cost per weighted head "
        "(£).",
        asked,
        readings,
    )


def _answered(table: CostTable, answer: str, said: str) -> CostTable:
    """The table in the unit that somebody chose."""
    if answer in HEADS:
        words = f"{said} £ for each {HEADS[answer]}, times how many of them the ICB has."
        return replace(table, pounds=1.0, each=answer, taken=(*table.taken, words))
    pounds = next((one for one in UNITS if f"{one:g}" == answer), 1.0)
    words = f"{said} {UNITS[pounds]}."
    return replace(table, pounds=pounds, taken=(*table.taken, words))


def _unclear(table: CostTable, icbs: Icbs, heading: str) -> CostTableError:
    asked = f"“{short(heading)}” does not say what its figures are in"
    return CostTableError(unclear(table.top + 1, short(heading)), asked, _readings(table, icbs))


def _readings(table: CostTable, icbs: Icbs) -> list[Reading]:
    """A reading for each unit in which most of the figures are what an ICB may cost."""
    units = {f"{one:g}": UNITS[one] for one in UNITS}
    units |= {one: f"£ for each {words}" for one, words in HEADS.items() if one in icbs.people}
    entries = [entry for entry in table.entries(len(table.rows)) if _icb(entry[1], icbs)]
    found = []
    for answer, words in units.items():
        rows = list(_read_as(answer, entries, icbs))
        if sum(bool(row[2]) for row in rows) > _HALF * len(rows):
            head = (table.rows[table.top][table.icbs[0]], table.rows[table.top][table.cost])
            shown = ((*map(short, head), "A year"), *rows[:_SHOWN])
            found.append(Reading(f"{UNIT}:{answer}", f"The figures are in {words}", shown))
    return found


def _icb(named: Collection[str], icbs: Icbs) -> str:
    return next(filter(None, map(icbs.find, named)), "")


def _read_as(
    answer: str, entries: Collection[tuple[int, list[str], str]], icbs: Icbs
) -> Iterator[tuple[str, str, str]]:
    """The ICB and figure of each row, and the cost it comes to in a unit, "" where it cannot be."""
    for _, named, cell in entries:
        icb = _icb(named, icbs)
        told = (
            pounds_of(cell, icbs.people[answer].get(icb, 0.0))
            if answer in HEADS
            else figure(cell, float(answer))
        )
        cost = "" if told.fault else f"£{told.pounds / 1e6:,.1f}m"
        yield short(next(filter(None, named), "")), short(cell), cost
