"""Layouts: where in a file its table is, and which of its columns says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from footprint.english import listed
from footprint.intake.columns import (
    GIVEN,
    HALF,
    IGNORED,
    KINDS,
    TARGET,
    Column,
    Reader,
    columns,
    headed,
    kinds_in,
    marked,
)
from footprint.intake.rows import Problem
from footprint.options.files import Table, unguarded
from footprint.options.option import short
from footprint.spreadsheets import MOST_ROWS, Sheet

_LOOKED_FOR_HEADINGS = 40
_ONE_FORM = "icb, lad or block, and with it footprint or name"


class UnclearError(ValueError):
    """A table cannot be read in one way only; carries the problem."""

    def __init__(self, row: int, value: str, fault: str) -> None:
        super().__init__(fault)
        self.problem = Problem(row, value, fault)


@dataclass(frozen=True)
class Layout:
    """How a table is read.

    `keys` are the columns that name areas, by kind, `given` those that describe footprints.
    `spread` are columns headed by a footprint each: with its areas, or with crosses where there
    are other columns of areas.
    """

    table: Table
    top: int
    reader: Reader
    keys: Mapping[str, tuple[Column, ...]]
    given: Mapping[str, Column]
    spread: tuple[Column, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of areas that rows name."""
        return tuple(self.keys)

    def entries(self) -> Iterator[tuple[int, dict[str, str]]]:
        """What each row says, by kind of area and part of a footprint, with the row's number."""
        wide = max(map(len, self.table))
        for number, row in enumerate(self.table[self.top + 1 : MOST_ROWS], start=self.top + 2):
            if any(row) and row != self.table[self.top]:
                cells = [unguarded(cell) for cell in (*row, *[""] * (wide - len(row)))]
                yield from ((number, said) for said in self._said(cells))

    def _said(self, cells: Sequence[str]) -> Iterator[dict[str, str]]:
        given = {role: cells[column.place] for role, column in self.given.items()}
        if self.spread and not self.keys_in(self.spread):
            crossed = [one.heading for one in self.spread if marked(cells[one.place])]
            for name in crossed or [""]:
                yield from self._each(cells, {"name": name})
        elif self.spread:
            (kind,) = self.keys
            for one in self.spread:
                for part in filter(None, self.reader.parts(kind, cells[one.place])):
                    yield {kind: part, "name": one.heading}
        else:
            yield from self._each(cells, given)

    def keys_in(self, some: Iterable[Column]) -> bool:
        """Whether areas are named in some columns."""
        named = {column.place for group in self.keys.values() for column in group}
        return any(one.place in named for one in some)

    def _each(self, cells: Sequence[str], given: Mapping[str, str]) -> Iterator[dict[str, str]]:
        named = {
            kind: next((cells[one.place] for one in group if cells[one.place]), "")
            for kind, group in self.keys.items()
        }
        parts = {kind: self.reader.parts(kind, text) for kind, text in named.items()}
        several = max(parts, key=lambda kind: len(parts[kind]))
        for part in parts[several]:
            yield {**named, several: part, **given}

    def contradictions(self) -> Iterator[Problem]:
        """Rows whose columns name two areas of one kind."""
        for kind, (first, *others) in self.keys.items():
            for other in () if self.spread else others:
                for row, (a, b) in enumerate(zip(first.cells, other.cells, strict=True)):
                    one, two = self.reader.code(kind, a), self.reader.code(kind, b)
                    if one and two and one != two:
                        fault = f"is not “{short(b)}”, which stands beside it; one of them is wrong"
                        yield Problem(self.top + 2 + row, a, fault)


def chosen(sheets: Sequence[Sheet], reader: Reader) -> tuple[Layout, str]:
    """The only sheet that can be read, and its name; raises UnclearError for none or several."""
    found: list[tuple[Layout, str]] = []
    faults: list[UnclearError] = []
    for sheet in sheets:
        try:
            found.append((layout(sheet.rows, reader), sheet.name))
        except UnclearError as fault:
            faults.append(fault)
    if len(found) == 1:
        return found[0]
    if not found:
        raise next((one for one in faults if _ONE_FORM not in str(one)), faults[0])
    names = listed(f"“{short(name)}”" for _, name in found)
    raise UnclearError(0, "", f"the sheets {names} can each be read; send the one that is meant")


def layout(table: Table, reader: Reader) -> Layout:
    """How one table is read; raises UnclearError where that is not clear."""
    top = _top(table, reader)
    found = columns(table, top, reader)
    given = _given(found, top)
    rest = [one for one in found if one.role not in (*GIVEN, IGNORED)]
    crosses = [one for one in rest if one.crosses and one.role not in KINDS]
    crosses = crosses if len(crosses) > 1 and not _names(given) else []
    keys, others = _sorted([one for one in rest if one not in crosses], top)
    if keys and crosses and not others:
        return Layout(table, top, reader, keys, given, tuple(crosses))
    targets = [one for one in others if one.role == TARGET and one.words]
    targets = targets or [one for one in others if one.words and not one.numbers]
    if not keys or not (_names(given) or targets):
        return _wide(table, top, reader, rest, given)
    given = _without_label(given, keys, targets)
    _check_pairs(keys, top)
    if not _names(given):
        given = given | {"name": _only(targets, top)}
    return Layout(table, top, reader, keys, given)


def _names(given: Mapping[str, Column]) -> bool:
    return "footprint" in given or "name" in given


def _top(table: Table, reader: Reader) -> int:
    """The row of headings: one that says so, or the one above the first that names an area."""
    rows = [number for number, row in enumerate(table) if any(row)][:_LOOKED_FOR_HEADINGS]
    for number in rows:
        if headed(table[number]):
            return number
    for number in rows:
        for place, cell in enumerate(table[number]):
            if cell and _begins(table, number, place, reader):
                above = [one for one in rows if one < number]
                if not above:
                    fault = f"is no row of headings; write one above it, such as {_ONE_FORM}"
                    raise UnclearError(number + 1, _said(table[number]), fault)
                return above[-1]
    return rows[0]


def _begins(table: Table, number: int, place: int, reader: Reader) -> bool:
    below = [row[place] for row in table[number:] if place < len(row)]
    column = Column(place, "", tuple(below), reader)
    return any(column.shares[kind] >= HALF and reader.names(kind, below[0]) for kind in KINDS)


def _given(found: Iterable[Column], top: int) -> dict[str, Column]:
    given: dict[str, Column] = {}
    for one in found:
        if one.role in GIVEN and given.setdefault(one.role, one).cells != one.cells:
            raise UnclearError(
                top + 1, one.heading, "is the heading of two columns that differ; leave one of them"
            )
    return given


def _sorted(
    found: Sequence[Column], top: int
) -> tuple[dict[str, tuple[Column, ...]], list[Column]]:
    """Columns of areas, by kind, and the others."""
    kinds = {one.place: _kind(one, top) for one in found}
    surely = {kinds[one.place] for one in found if _fits(one, kinds[one.place])}
    keys: dict[str, tuple[Column, ...]] = {}
    others = []
    for one in found:
        kind = kinds[one.place]
        # A heading alone says little where another column holds what it says it does.
        if not kind or (one.words and not one.shares[kind] and surely):
            others.append(one)
        else:
            keys[kind] = (*keys.get(kind, ()), one)
    return keys, others


def _fits(column: Column, kind: str) -> bool:
    return bool(kind) and column.shares[kind] > 0


def _kind(column: Column, top: int) -> str:
    role = column.role
    if role == TARGET:
        return ""
    if role in ("block", "lad", "sicbl", "icb_2026") and (column.shares[role] or not column.words):
        return role
    if role == "icb" and (column.shares["icb"] or column.shares["icb_2026"]):
        return _vintage(column, top)
    kinds = kinds_in(column.shares)
    if role:
        return _as_headed(column, kinds, top)
    if "icb" in kinds or "icb_2026" in kinds:
        kinds = [_vintage(column, top), *(one for one in kinds if one in ("lad", "block"))]
    if len(kinds) > 1:
        fault = (
            f"is the heading of what may be {KINDS[kinds[0]]} or {KINDS[kinds[1]]}; "
            f"head it {kinds[0]} or {kinds[1]}"
        )
        raise UnclearError(top + 1, column.heading, fault)
    return kinds[0] if kinds else ""


def _as_headed(column: Column, kinds: Sequence[str], top: int) -> str:
    """What the heading of a column says, in which nothing is of that kind."""
    if kinds and column.shares[kinds[0]] == 1 and len(column.words) > 1:
        fault = f"is the heading of {KINDS[kinds[0]]}; head them {kinds[0]}"
        raise UnclearError(top + 1, column.heading, fault)
    return column.role


def _vintage(column: Column, top: int) -> str:
    """Whether the ICBs of a column are those of 2023 or of 2026."""
    names = column.reader.names
    old = {word for word in column.words if names("icb", word)}
    new = {word for word in column.words if names("icb_2026", word)}
    if old - new and len(old) == len(new) and old != new:
        fault = (
            f"is the heading of ICBs of 2023, such as {min(old - new)}, and of 2026, such as "
            f"{min(new - old)}; name those of one year"
        )
        raise UnclearError(top + 1, column.heading, fault)
    return "icb_2026" if len(new) > len(old) else "icb"


def _wide(
    table: Table, top: int, reader: Reader, rest: Sequence[Column], given: Mapping[str, Column]
) -> Layout:
    """A table in which each column lists the areas of the footprint it is headed by."""
    spread = [one for one in rest if one.heading and one.words and one.role not in KINDS]
    kinds = [kind for kind in KINDS if all(one.shares[kind] >= HALF for one in spread)]
    if len(spread) < 2 or not kinds or given:
        fault = f"are the columns of this row, but a file needs {_ONE_FORM}"
        raise UnclearError(top + 1, _said(table[top]), fault)
    total = {kind: sum(one.shares[kind] for one in spread) for kind in kinds}
    kind = max(kinds, key=lambda one: total[one])
    tied = [one for one in kinds if total[one] == total[kind] and {one, kind} != _ICBS]
    if len(tied) > 1 and "lad" in tied:
        words = " or ".join(KINDS[one] for one in tied)
        raise UnclearError(top + 1, _said(table[top]), f"are headings of what may be {words}")
    if all(one.agrees(spread[0], kind) and _both(one, spread[0], kind) for one in spread[1:]):
        fault = f"are the columns of this row, but a file needs {_ONE_FORM}"
        raise UnclearError(top + 1, _said(table[top]), fault)
    return Layout(table, top, reader, {kind: tuple(spread)}, given, tuple(spread))


_ICBS = {"icb", "icb_2026"}


def _both(one: Column, other: Column, kind: str) -> bool:
    pairs = zip(one.cells, other.cells, strict=True)
    return any(one.reader.code(kind, a) and one.reader.code(kind, b) for a, b in pairs)


def _without_label(
    given: Mapping[str, Column],
    keys: Mapping[str, tuple[Column, ...]],
    targets: Sequence[Column],
) -> dict[str, Column]:
    """What describes footprints, without a column `name` that only repeats the area of its row."""
    name = given.get("name")
    if not name or "footprint" in given or not targets:
        return dict(given)
    same = any(
        name.shares[kind] > HALF and name.agrees(group[0], kind) for kind, group in keys.items()
    )
    return {role: one for role, one in given.items() if not (same and role == "name")}


def _check_pairs(keys: Mapping[str, tuple[Column, ...]], top: int) -> None:
    for kind, (first, *others) in keys.items():
        for one in others:
            if not one.agrees(first, kind):
                fault = (
                    f"and “{short(one.heading)}” both hold {KINDS[kind]}; if one says where each "
                    "goes, head it footprint"
                )
                raise UnclearError(top + 1, first.heading, fault)


def _only(targets: Sequence[Column], top: int) -> Column:
    if len(targets) == 1:
        return targets[0]
    names = listed(f"“{short(one.heading)}”" for one in targets)
    fault = f"any of the columns {names} may name the footprints; head the one that does footprint"
    raise UnclearError(top + 1, "", fault)


def _said(row: Sequence[str]) -> str:
    return ", ".join(row[:6])
