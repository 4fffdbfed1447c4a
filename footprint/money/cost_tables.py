"""Cost tables: where in a file the ICBs and their costs stand, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from footprint.english import listed, listed_few
from footprint.finder.fold import folded
from footprint.finder.slips import meant
from footprint.spreadsheets import Sheet

COLUMNS = ("icb", "name", "baseline_gbp")
MOST_SUGGESTIONS = 50
"""How many different misspelt names are looked into; there are 42 ICBs."""
_LOOKED_FOR_HEADINGS = 40
_ICB = re.compile(r"(icb|ods|integrated_care_board)(_?\d\d)?(_?(cdh?|nm|code|name|ods))?")
_COST = re.compile(r"cost|baseline")
_UNITS = (
    (re.compile(r"(?:£|gbp) ?mn?\b|\bmillions?\b"), 1e6),
    (re.compile(r"(?:£|gbp) ?(?:k|['’]?0?00s?)\b|thousand"), 1e3),
    (re.compile(r"£|gbp|pounds"), 1.0),
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

    `taken` says which column was taken for ICBs, where its heading does not say so, or is "".
    """

    rows: Sequence[Sequence[str]]
    top: int
    icbs: tuple[int, ...]
    cost: int
    pounds: float
    taken: str = ""

    def entries(self, most: int) -> Iterator[tuple[int, list[str], str]]:
        """Each row with a cost: its number, what may name its ICB, and the cost."""
        for number, row in enumerate(self.rows[self.top + 1 : most], start=self.top + 2):
            cells = [row[place] if place < len(row) else "" for place in (*self.icbs, self.cost)]
            if cells[-1]:
                yield number, cells[:-1], cells[-1]


_UNKNOWN = Icbs({})


def cost_table(sheets: Sequence[Sheet], known: Icbs = _UNKNOWN) -> CostTable:
    """The only table of costs in a file; raises CostTableError.

    A column headed only `code` is one of ICBs where most of what it holds is among those `known`.
    """
    found = [(one.name, table) for one in sheets if (table := _in_sheet(one.rows, known))]
    if len(found) > 1:
        names = listed(f"“{_short(name)}”" for name, _ in found)
        raise CostTableError(f"The sheets {names} each have costs; send the one that is meant.")
    if not found:
        raise CostTableError(_no_columns(sheets[0].rows))
    return found[0][1]


def _in_sheet(rows: Sequence[Sequence[str]], known: Icbs) -> CostTable | None:
    for top, row in enumerate(rows[:_LOOKED_FOR_HEADINGS]):
        header = [_column(cell) for cell in row]
        icbs = tuple(place for place, cell in enumerate(header) if _ICB.fullmatch(cell))
        taken = "" if icbs else _coded(rows, top, header, known)
        if taken:
            icbs = tuple(place for place, cell in enumerate(header) if cell in _BARE)
        costs = [place for place, cell in enumerate(header) if cell == COLUMNS[2]][:1]
        costs = costs or [place for place, cell in enumerate(header) if _unit(cell)]
        if icbs and len(costs) > 1:
            names = listed_few((f"“{_short(row[place])}”" for place in costs), most=3)
            raise CostTableError(
                f"Row {top + 1}: any of the columns {names} may be the cost before the cut; "
                f"head the one that is {COLUMNS[2]}."
            )
        if icbs and costs:
            return CostTable(rows, top, icbs, costs[0], _unit(header[costs[0]]), taken)
    return None


_BARE = ("code", "name")


def _coded(rows: Sequence[Sequence[str]], top: int, header: Sequence[str], known: Icbs) -> str:
    """Say that the column `code` is taken for ICBs, where it holds more of them than of others."""
    if _BARE[0] not in header:
        return ""
    place = header.index(_BARE[0])
    cells = [row[place] for row in rows[top + 1 :] if place < len(row) and row[place]]
    if 2 * sum(bool(known.find(cell)) for cell in cells) <= len(cells):
        return ""
    return f"The column “{_short(rows[top][place])}” was taken for ICBs of 2023."


def _unit(heading: str) -> float:
    """Pounds in one of what a column of costs is in, or 0 where it does not say or is of none."""
    plain = heading.replace("_", " ").replace("(", "").replace(")", "")
    if not _COST.search(plain):
        return 0
    return next((pounds for words, pounds in _UNITS if words.search(plain)), 0)


def _column(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _no_columns(rows: Sequence[Sequence[str]]) -> str:
    top = next((number for number, row in enumerate(rows) if any(row)), 0)
    header = [_column(cell) for cell in rows[top]]
    missing = [] if any(map(_ICB.fullmatch, header)) else [COLUMNS[0]]
    missing += [] if any(map(_unit, header)) else [COLUMNS[2]]
    missing = missing or [COLUMNS[0], COLUMNS[2]]
    there = ", ".join(_short(cell) for cell in header[:6] if cell) or "none"
    return f"Row {top + 1} should name the columns {' and '.join(missing)}; it has {there}."


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
