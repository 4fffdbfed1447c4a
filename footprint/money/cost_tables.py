"""Cost tables: where in a file the ICBs and their costs stand, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from footprint.english import listed, listed_few
from footprint.finder.fold import folded
from footprint.finder.slips import meant
from footprint.money.cost_units import UNITS, decimal_comma, figure, names_sum, unclear, unit_of
from footprint.spreadsheets import Sheet

COLUMNS = ("icb", "name", "baseline_gbp")
MOST_SUGGESTIONS = 50
"""How many different misspelt names are looked into; there are 42 ICBs."""
_LOOKED_FOR_HEADINGS = 40
_ICB = re.compile(r"(icb|ods|integrated_care_board)(_?\d\d)?(_?(cdh?|nm|code|name|ods))?")
_COST = re.compile(r"cost|baseline|budget|spend|expenditure")
_YEAR = re.compile(r"\b(?:fy ?)?20\d\d(?:[/ -](?:20)?\d\d)?\b")
_OTHER_COST = re.compile(
    r"\bper\b|saving|reduction|target|after|change|differ|variance|%|cent(?:re|er)\b"
)


class CostTableError(ValueError):
    """No table of costs, or more than one, is in a file; says where and what to do."""


@dataclass(frozen=True)
class Icbs:
    """The ICBs of 2023 by code, and what else they are called."""

    names: Mapping[str, str]
    more: Mapping[str, str] = field(default_factory=dict)
    _near: dict[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def _words(self) -> dict[str, str]:
        other = {folded(name): icb for name, icb in self.more.items() if icb in self.names}
        return other | {folded(name): icb for icb, name in self.names.items()}

    def find(self, text: str) -> str:
        """The code of an ICB by its code or a name of it, or ""."""
        code = text.strip().upper()
        return code if code in self.names else self._words.get(folded(text[:200]), "")

    def nearest(self, text: str) -> str:
        """The code of the only ICB whose name a misspelt one can have meant, or ""."""
        wanted = folded(text[:200])
        if wanted not in self._near and len(self._near) < MOST_SUGGESTIONS:
            self._near[wanted] = meant(wanted, self._words)
        return self._near.get(wanted, "")


@dataclass(frozen=True)
class CostTable:
    """A sheet with the row of its headings, its columns of ICBs and of costs, and their unit.

    `pounds` is 0 where each figure says its own unit. `first` is the row before the first that may
    have a cost, and `taken` says what was read as what. `name` is that of the sheet, `mark` is what
    parts the cells of a CSV file, and `decimal` is true where commas are decimal points.
    """

    rows: Sequence[Sequence[str]]
    top: int
    icbs: tuple[int, ...]
    cost: int
    pounds: float
    taken: tuple[str, ...] = ()
    first: int = -1
    name: str = ""
    mark: str = ""
    decimal: bool = False

    def entries(self, most: int) -> Iterator[tuple[int, list[str], str]]:
        """Each row with a cost: its number, what may name its ICB, and the cost."""
        top = max(self.top, self.first)
        for number, row in enumerate(self.rows[top + 1 : most], start=top + 2):
            cells = [_cell(row, place) for place in (*self.icbs, self.cost)]
            if cells[-1]:
                cost = self._whole(row)
                yield number, cells[:-1], cost.replace(",", ".") if self.decimal else cost

    def _whole(self, row: Sequence[str]) -> str:
        """The cost of a row, with what a comma in it has put into cells that have no heading."""
        beyond = _cell(row, self.cost + 1)[:1].isdigit()
        if self.mark != "," or not beyond or any(self.rows[self.top][self.cost + 1 :]):
            return row[self.cost]
        return ",".join(filter(None, row[self.cost :]))


_UNKNOWN = Icbs({})


def cost_table(sheets: Sequence[Sheet], known: Icbs = _UNKNOWN) -> CostTable:
    """The only table of costs in a file; raises CostTableError.

    Without a heading that says so, columns are of ICBs where most of what they hold is among those
    `known`.
    """
    found = [(one.name, table) for one in sheets if (table := _in_sheet(one, known))]
    if len(found) > 1:
        names = listed(f"“{_short(name)}”" for name, _ in found)
        raise CostTableError(f"The sheets {names} each have costs; send the one that is meant.")
    if not found:
        raise CostTableError(_no_columns(sheets))
    name, table = found[0]
    if name != sheets[0].name:
        table = replace(table, taken=(f"The sheet “{_short(name)}” was read.", *table.taken))
    return _with_decimals(table)


def _in_sheet(sheet: Sheet, known: Icbs) -> CostTable | None:
    rows = sheet.rows
    for top, row in enumerate(rows[:_LOOKED_FOR_HEADINGS]):
        header = [_column(cell) for cell in row]
        if not (costs := _costs(header) or _years(header, [sheet.name, *chain(*rows[:top])])):
            continue
        icbs = tuple(place for place, cell in enumerate(header) if _ICB.fullmatch(cell))
        taken = () if icbs else _by_content(rows, top, costs, known)
        if not (icbs or taken):
            continue
        if len(costs) > 1:
            names = listed_few((f"“{_short(row[place])}”" for place in costs), most=3)
            raise CostTableError(
                f"Row {top + 1}: the columns {names} each have costs. Keep the one with the cost "
                "before the cut, and take the rest out."
            )
        said = [f"The column “{_short(row[place])}” was taken for ICBs of 2023." for place in taken]
        table = CostTable(rows, top, icbs or taken, costs[0], 0, tuple(said))
        return _with_unit(replace(table, name=sheet.name, mark=sheet.mark))
    return None


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
    one = _short(commas[0])
    said = (
        f"The commas in the costs were read as decimal points: “{one}” is {one.replace(',', '.')}."
    )
    return replace(table, decimal=True, taken=(*table.taken, said))


def _costs(header: Sequence[str]) -> list[int]:
    """The columns of costs: ours, else those that say their unit, else those that do not."""
    own = [place for place, cell in enumerate(header) if cell == COLUMNS[2]][:1]
    some = [place for place, cell in enumerate(header) if _is_cost(cell)]
    return own or [place for place in some if unit_of(header[place])] or some


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


def _with_unit(table: CostTable) -> CostTable:
    """The table with the unit of its costs, from wherever it is said; raises CostTableError."""
    heading = table.rows[table.top][table.cost]
    if _column(heading) == COLUMNS[2]:
        return replace(table, pounds=1.0)
    said = f"The costs under “{_short(heading)}” were read as"
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
        raise CostTableError(unclear(table.top + 1, _short(heading)))
    words = f"{said} what each figure says, such as “{_short(figures[0])}”."
    return replace(table, taken=(*table.taken, words))


def _unit_near(table: CostTable) -> tuple[int, float] | None:
    """The row with the unit, and the unit: below the heading, or the only one in rows above it."""
    below = table.rows[table.top + 1] if table.top + 1 < len(table.rows) else ()
    cell = _cell(below, table.cost)
    if not any(_cell(below, place) for place in table.icbs) and unit_of(cell):
        return table.top + 1, unit_of(cell)
    above = [
        (number, unit)
        for number, row in enumerate(table.rows[: table.top])
        for cell in row
        if not names_sum(cell) and (unit := unit_of(cell))
    ]
    return above[0] if len({unit for _, unit in above}) == 1 else None


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
    cells = [cell for row in rows if (cell := _cell(row, place))]
    return 2 * sum(bool(known.find(cell)) for cell in cells) > len(cells)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


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
    there = ", ".join(_short(cell) for cell in sheet.rows[top][:6] if cell) or "none"
    where = f" of the sheet “{_short(sheet.name)}”" if sheet.name != sheets[0].name else ""
    return f"Row {top + 1}{where} has the columns {there}; it needs {listed(missing)} as well."


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
