"""Cost parts: the ICBs that a table of costs may name, and the table once it is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from footprint.finder.fold import folded
from footprint.readings import Question, Reading

COLUMNS = ("icb", "name", "baseline_gbp")
_REGION_WORDS = re.compile(r"^nhs (england )?|( commissioning)? region$")
_REGION_CODE = re.compile(r"Y\d\d|E40\d{6}", re.IGNORECASE)
HEADS: Mapping[str, str] = {"weighted": "weighted head", "resident": "resident"}
"""What a cost may be for each of, by the answer that says so."""


class CostTableError(ValueError):
    """No table of costs, or more than one, is in a file; says where and what to do.

    `asked` is what is asked where there are `readings` to choose from.
    """

    def __init__(self, said: str, asked: str = "", readings: Sequence[Reading] = ()) -> None:
        super().__init__(said)
        self.question = Question(asked, tuple(readings)) if readings else None


@dataclass(frozen=True)
class Icbs:
    """The ICBs that may have a cost by code, what else they are called, and how many people.

    `people` gives by a key of HEADS how many of them each ICB has. `parts` gives the ICBs of 2023
    that one of April 2026 has people of, and `later` those of April 2026 by all their names, some
    of which an ICB of 2023 has too. `regions` are those of the NHS, by name.
    """

    names: Mapping[str, str]
    more: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Mapping[str, float]] = field(default_factory=dict, compare=False)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    later: Mapping[str, str] = field(default_factory=dict)
    regions: tuple[str, ...] = ()

    def of_region(self, text: str) -> bool:
        """Whether a text is the name or the code of an NHS region."""
        bare = _REGION_WORDS.sub("", folded(text[:200])).strip()
        known = {folded(name) for name in self.regions}
        return bare in known or bool(_REGION_CODE.fullmatch(text.strip()))

    def in_2026(self, text: str) -> str:
        """The code of an ICB as `find` gives it, or of the one of April 2026 so called."""
        return self._later.get(folded(text[:200]), "") or self.find(text)

    def overlap(self, one: str, other: str) -> bool:
        """Whether an ICB of one year has people of one of the other year."""
        return one in self.parts.get(other, ()) or other in self.parts.get(one, ())

    @cached_property
    def _later(self) -> dict[str, str]:
        return {folded(name): icb for name, icb in self.later.items()}

    @cached_property
    def _words(self) -> dict[str, str]:
        other = {folded(name): icb for name, icb in self.more.items() if icb in self.names}
        return other | {folded(name): icb for icb, name in self.names.items()}

    def find(self, text: str) -> str:
        """The code of an ICB by its code or a name of it, or ""."""
        code = text.strip().upper()
        return code if code in self.names else self._words.get(folded(text[:200]), "")


@dataclass(frozen=True)
class CostTable:
    """A sheet with the row of its headings, its columns of ICBs and of costs, and their unit.

    `pounds` is 0 where each figure says its own unit, and `each` is the key in HEADS of what a
    figure is the cost of one of, or "". `first` is the row before the first that may have a cost,
    and `taken` says what was read as what. `name` is that of the sheet, `mark` is what parts the
    cells of a CSV file, and `decimal` is true where commas are decimal points.
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
    each: str = ""

    def entries(self, most: int) -> Iterator[tuple[int, list[str], str]]:
        """Each row with a cost: its number, what may name its ICB, and the cost."""
        top = max(self.top, self.first)
        for number, row in enumerate(self.rows[top + 1 : most], start=top + 2):
            cells = [cell_of(row, place) for place in (*self.icbs, self.cost)]
            if cells[-1]:
                cost = self._whole(row)
                yield number, cells[:-1], cost.replace(",", ".") if self.decimal else cost

    def _whole(self, row: Sequence[str]) -> str:
        """The cost of a row, with what a comma in it has put into cells that have no heading."""
        beyond = cell_of(row, self.cost + 1)[:1].isdigit()
        if self.mark != "," or not beyond or any(self.rows[self.top][self.cost + 1 :]):
            return row[self.cost]
        return ",".join(filter(None, row[self.cost :]))


def cell_of(row: Sequence[str], place: int) -> str:
    """A cell of a row that may end before it."""
    return row[place] if place < len(row) else ""
