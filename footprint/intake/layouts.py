"""Layouts: what the rows of a table say, by what is known of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from footprint.english import listed
from footprint.intake.columns import (
    UPPER,
    WORDS,
    Column,
    Reader,
    marked,
)
from footprint.intake.names import folded
from footprint.intake.rows import Problem
from footprint.options.files import Table, unguarded
from footprint.readings import short
from footprint.spreadsheets import MOST_ROWS


@dataclass(frozen=True)
class Layout:
    """How a table is read.

    `keys` are the columns that name areas, by kind, `given` those that describe footprints.
    `spread` are columns headed by a footprint each: with its areas, or with crosses where there
    are other columns of areas. `across` are columns in which a row lists areas of one footprint.
    `table` has what is read: other rows are empty in it, and cells that stand for the one above
    are filled, as `said` says.
    """

    table: Table
    top: int
    reader: Reader
    keys: Mapping[str, tuple[Column, ...]]
    given: Mapping[str, Column]
    spread: tuple[Column, ...] = ()
    across: tuple[Column, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of areas that rows name."""
        return tuple(self.keys)

    @property
    def taken(self) -> list[str]:
        """Which columns were read as what, where their headings do not say so themselves."""
        named = self.given.get("name")
        said = [
            f"The column “{short(one.heading)}” was read as {WORDS[kind]}."
            for kind, group in self.keys.items()
            for one in (() if self.spread and not self._crosses else group)
            if one.heading and one.role != kind and (not one.role or kind == UPPER)
        ]
        if named and named.role != "name":
            said.append(f"The column “{short(named.heading)}” was read as the footprints.")
        for kind in () if self._crosses or not self.spread else self.keys:
            said.append(f"Each column was read as a footprint with its {WORDS[kind]}.")
        if self._crosses:
            said.append("Each column with crosses was read as a footprint.")
        if self.across:
            (kind,) = self.keys
            said.append(f"Each row was read as a footprint with its {WORDS[kind]} across columns.")
        if "icb_2026" in self.keys:
            said.append("The ICBs were read as those of April 2026.")
        if any(one.role == "icb_2026" for one in self.keys.get("icb", ())):
            said.append("The ICBs were read as those of 2023, whatever their heading says.")
        return [*said, *self.said]

    @property
    def doubts(self) -> list[Problem]:
        """Rows read by what stands beside a word that names none of their kind of areas."""
        return [
            Problem(
                self.top + 2 + row,
                b,
                f"names none of the {WORDS[kind]}; the row was read by “{short(a)}”, "
                f"{self.reader.called(kind, a)}",
            )
            for kind, row, a, b in self._pairs()
            if b and self.reader.code(kind, a) and not self.reader.names(kind, b)
        ]

    def _pairs(self) -> Iterator[tuple[str, int, str, str]]:
        """What stands beside each area of a row as another word for it, by kind and row."""
        for kind, (first, *others) in {} if self.spread or self.across else self.keys.items():
            for other in others:
                for row, (a, b) in enumerate(zip(first.cells, other.cells, strict=True)):
                    if b != other.heading:
                        yield kind, row, a, b

    def entries(self) -> Iterator[tuple[int, dict[str, str]]]:
        """What each row says, by kind of area and part of a footprint, with the row's number.

        Rows that contradict themselves are left out.
        """
        wrong = {one.row for one in self.contradictions}
        for number, cells in self._rows():
            if number not in wrong:
                yield from ((number, said) for said in self._said(cells))

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        wide = max(map(len, self.table))
        for number, row in enumerate(self.table[self.top + 1 : MOST_ROWS], start=self.top + 2):
            if any(row) and row != self.table[self.top]:
                yield number, [unguarded(cell) for cell in (*row, *[""] * (wide - len(row)))]

    def _said(self, cells: Sequence[str]) -> Iterator[dict[str, str]]:
        given = {role: cells[column.place] for role, column in self.given.items()}
        if self._crosses:
            (name,) = self._crossed(cells)
            yield from self._each(cells, {"name": name})
        elif self.across:
            (kind,) = self.keys
            for one in self.across:
                for part in filter(None, self.reader.parts(kind, cells[one.place])):
                    yield {kind: part, **given}
        elif self.spread:
            (kind,) = self.keys
            for one in self.spread:
                for part in filter(None, self.reader.parts(kind, cells[one.place])):
                    yield {kind: part, "name": one.heading}
        else:
            yield from self._each(cells, given)

    @property
    def _crosses(self) -> bool:
        named = {column.place for group in self.keys.values() for column in group}
        return bool(self.spread) and not any(one.place in named for one in self.spread)

    def _crossed(self, cells: Sequence[str]) -> list[str]:
        return [one.heading for one in self.spread if marked(cells[one.place])]

    def _each(self, cells: Sequence[str], given: Mapping[str, str]) -> Iterator[dict[str, str]]:
        named = {
            kind: next((cells[one.place] for one in group if cells[one.place]), "")
            for kind, group in self.keys.items()
        }
        parts = {kind: self.reader.parts(kind, text) for kind, text in named.items()}
        several = max(parts, key=lambda kind: len(parts[kind]))
        for part in parts[several]:
            yield {**named, several: part, **given}

    @cached_property
    def contradictions(self) -> list[Problem]:
        """Rows that name two areas of one kind, or have crosses for two footprints or none."""
        return [*self._two_areas(), *(self._two_crosses() if self._crosses else ())]

    def _two_areas(self) -> Iterator[Problem]:
        for kind, row, a, b in self._pairs():
            if self.reader.differ(kind, a, b):
                yield Problem(self.top + 2 + row, a, self._differs(kind, a, b))

    def _differs(self, kind: str, one: str, other: str) -> str:
        """What two cells of a row name, each said where it is a code."""
        beside = f"“{short(other)}”"
        first, second = (self.reader.called(kind, text) for text in (one, other))
        is_code = [folded(text) != folded(name) for text, name in ((one, first), (other, second))]
        if is_code[0]:
            return f"is {first}, and {beside} stands beside it; correct the one that is wrong"
        also = f", {second}," if is_code[1] else ""
        return f"is not {beside}{also} which stands beside it; correct the one that is wrong"

    def _two_crosses(self) -> Iterator[Problem]:
        area = next(iter(self.keys.values()))[0]
        for number, cells in self._rows():
            crossed = self._crossed(cells)
            under = listed(f"“{short(one)}”" for one in crossed) if crossed else "no footprint"
            if len(crossed) != 1:
                fault = f"has a cross under {under}; it needs one"
                yield Problem(number, cells[area.place], fault)
