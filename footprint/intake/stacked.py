"""Stacked: several options one under another in one table, of which one is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from footprint.english import capital, listed_few
from footprint.intake.columns import GIVEN, HALF, IGNORED, KINDS, TARGET, Column
from footprint.intake.kinds import by_kind, upper, with_counties
from footprint.intake.questions import OPTION, UnclearError
from footprint.options.files import Table
from footprint.readings import MOST_READINGS, Reading, first_rows, short

_ALL = "all"
_HEADING = re.compile(
    r"(option|scenario|model|variant|version|alternative|proposal|plan)s?"
    r"([\s_]*(name|no|number|id|ref|code|label))?\.?",
    re.IGNORECASE,
)
_Keys = Mapping[str, tuple[Column, ...]]


def says_option(heading: str) -> bool:
    """Whether a heading says that options are named below it, of which there may be several."""
    return bool(_HEADING.fullmatch(heading.strip()))


@dataclass(frozen=True)
class Stack:
    """The column that names the option of each row.

    `options` gives the places of the rows of each, below the headings. `named` is whether another
    column names footprints, `goes_to` the place of one of areas that does so, and `apart` whether
    no area is in two options, so that all rows may be of one.
    """

    column: Column
    options: Mapping[str, Collection[int]]
    named: bool
    goes_to: int | None
    apart: bool

    def beside(self, found: Sequence[Column]) -> list[Column]:
        """The columns that say something once an option is chosen."""
        return [one for one in found if not self.named or one.place != self.column.place]

    def chosen(self, table: Table, top: int, answer: str) -> tuple[Table, str]:
        """The table with the rows of one option alone, and what is said of that.

        Raises UnclearError where several may be meant and none was answered.
        """
        names = list(self.options)
        asked, _, which = answer.partition(":")
        if len(names) == 1 or (self.apart and answer == f"{self.column.place}:{_ALL}"):
            return table, ""
        if asked != str(self.column.place) or which not in map(str, range(len(names))):
            raise self._unclear(table, top)
        name = names[int(which)]
        return self._only(table, top, name), f"Only {self._rows_of(name)} were read."

    def _only(self, table: Table, top: int, name: str) -> Table:
        below = enumerate(table[top + 1 :])
        kept = (row if place in self.options[name] else [] for place, row in below)
        return [*table[: top + 1], *kept]

    def _unclear(self, table: Table, top: int) -> UnclearError:
        place, count = self.column.place, len(self.options)
        named = listed_few((f"“{short(one)}”" for one in self.options), most=MOST_READINGS)
        readings = [
            Reading(
                f"{OPTION}:{place}:{number}",
                capital(self._rows_of(name)),
                first_rows(self._only(table, top, name)[top:]),
            )
            for number, name in enumerate(self.options)
        ]
        if self.apart:
            whole = first_rows(table[top:])
            readings.insert(
                0, Reading(f"{OPTION}:{place}:{_ALL}", "All rows, as one option", whole)
            )
        fault = f"names {count} options one under another: {named}; send the rows of one of them"
        return UnclearError(top + 1, self.column.heading, fault, readings)

    def _rows_of(self, name: str) -> str:
        where = f"“{short(name)}”" if name else "empty"
        return f"the rows where “{short(self.column.heading)}” is {where}"


def stacked(found: Sequence[Column], top: int) -> Stack | None:
    """The options that a table holds one under another, if a column says so."""
    likely = sorted(filter(_may_name_options, found), key=lambda one: not says_option(one.heading))
    return next(filter(None, (_stack(one, found, top) for one in likely)), None)


def _may_name_options(column: Column) -> bool:
    if says_option(column.heading):
        return bool(column.words)
    plain = column.heading and not column.role and len(column.words) > 1 and not column.numbers
    return bool(plain) and max(column.shares.values()) < HALF


def _stack(column: Column, found: Sequence[Column], top: int) -> Stack | None:
    beside = [one for one in found if one.place != column.place and one.words]
    keys, others = by_kind(
        [one for one in beside if one.role not in (*GIVEN, IGNORED) and not one.upper], top
    )
    keys, others = with_counties(keys, others, upper(beside))
    keys = dict(sorted(keys.items(), key=lambda one: _fineness(one[0])))
    if not keys:
        return None
    given = [one for one in beside if one.role in GIVEN[:2] and not _labels(one, keys)]
    crosses = [one for one in others if one.crosses]
    aims = [*given, *(one for one in others if one.role in (TARGET, "icb", "icb_2026"))]
    aims += crosses if len(crosses) > 1 else []
    options: dict[str, list[int]] = {}
    said = list(accumulate(column.cells, lambda above, cell: cell or above))
    rows = _areas(keys)
    for place in _with_words(keys):
        options.setdefault(said[place], []).append(place)
    goes_to = None if aims else _that_differs(keys, rows, said)
    pairs = Counter((said[place], area) for place, some in rows.items() for area in some)
    homes = Counter(area for _, area in pairs)
    repeated = sum(count > 1 for count in homes.values())
    stack = Stack(column, options, bool(aims) or goes_to is not None, goes_to, not repeated)
    mostly = repeated * 2 >= len(homes) > 0
    if says_option(column.heading):
        surely = bool(given) or (repeated and stack.named) or mostly
        return stack if (surely if len(options) > 1 else stack.named) else None
    once = max(pairs.values(), default=0) == 1 and min(map(len, options.values()), default=0) > 1
    return stack if stack.named and once and mostly and len(options) > 1 else None


def _fineness(kind: str) -> int:
    return list(KINDS).index(kind) if kind in KINDS else len(KINDS)


def _labels(name: Column, keys: _Keys) -> bool:
    """Whether a column of names only repeats the areas beside it."""
    return name.role == "name" and any(name.repeats(of[0], kind) for kind, of in keys.items())


def _with_words(keys: _Keys) -> list[int]:
    """The places of the rows that name an area, or mean to."""
    named = [column for group in keys.values() for column in group]
    head = tuple(one.heading for one in named)
    rows = enumerate(zip(*(one.cells for one in named), strict=True))
    return [place for place, row in rows if any(row) and row != head]


def _areas(keys: _Keys) -> dict[int, list[str]]:
    """The codes of the smallest areas that each row names, by its place."""
    rows: dict[int, list[str]] = {}
    for kind, group in keys.items():
        for column in group:
            for place, cell in enumerate(column.cells):
                named = [column.reader.code(kind, one) for one in column.reader.parts(kind, cell)]
                if place not in rows and any(named):
                    rows[place] = [one for one in named if one]
    return dict(sorted(rows.items()))


def _that_differs(
    keys: _Keys, rows: Mapping[int, Sequence[str]], said: Sequence[str]
) -> int | None:
    """The place of a column of larger areas where a small one is in another by each option."""
    for column in [group[0] for group in list(keys.values())[1:]]:
        homes: dict[tuple[str, str], set[str]] = {}
        for place, some in rows.items():
            for area in some:
                homes.setdefault((said[place], area), set()).add(column.cells[place])
        in_one = all(len(some) == 1 for some in homes.values())
        if in_one and len({(area, *some) for (_, area), some in homes.items()}) > len(
            {area for _, area in homes}
        ):
            return column.place
    return None
