"""Questions: what a file may mean, where it may mean more than one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from footprint.english import listed_few
from footprint.intake.columns import IGNORED, KINDS, Column
from footprint.intake.rows import Problem
from footprint.readings import MOST_READINGS, Reading, first_rows, short

SHEET, OPTION, FOOTPRINT, KIND, BELOW = "sheet", "option", "footprint", "kind", "below"
_COLUMNS, _MOST = 8, 3


class UnclearError(ValueError):
    """A table cannot be read in one way only; carries the problem, and readings to choose from."""

    def __init__(self, row: int, value: str, fault: str, readings: Sequence[Reading] = ()) -> None:
        super().__init__(fault)
        self.problem = Problem(row, value, fault)
        self.readings = tuple(readings)[:MOST_READINGS]


def kinds_of(answers: Iterable[str]) -> dict[int, str]:
    """The kind of area in columns, by place, where that was answered."""
    said = [one.split(":") for one in answers if one.startswith(f"{KIND}:")]
    return {int(one[1]): one[2] for one in said if one[1].isdecimal() and one[2] in KINDS}


def as_footprint(columns: Iterable[Column], found: Iterable[Column]) -> list[Reading]:
    """A reading for each column that may name the footprints, beside the others of its table."""
    useful = [one for one in found if one.words and one.role != IGNORED]
    return [
        Reading(
            f"{FOOTPRINT}:{named.place}",
            f"“{short(named.heading)}”{_which(named, useful)} names the footprints",
            first_rows(_beside(named, [one for one in useful if one.place != named.place])),
        )
        for named in columns
    ]


def as_kind(columns: Sequence[Column], kinds: Mapping[str, Iterable[str]]) -> list[Reading]:
    """A reading for each kind of area that columns may hold, with what in them is none of it."""
    first = columns[0]
    said = f"“{short(first.heading)}” holds" if len(columns) == 1 else "The columns hold"
    rows = zip(*(one.cells for one in columns), strict=True)
    shown = first_rows([[one.heading for one in columns], *rows])
    return [
        Reading(f"{KIND}:{first.place}:{kind}", f"{said} {KINDS[kind]}{_but_for(others)}", shown)
        for kind, others in kinds.items()
    ]


def _but_for(others: Iterable[str]) -> str:
    some = sorted(others)
    return f", but for {listed_few(map(short, some), _MOST)}" if some else ""


def _which(named: Column, found: Sequence[Column]) -> str:
    same = [one.place for one in found if one.heading == named.heading]
    return f" in column {named.place + 1}" if len(same) > 1 else ""


def _beside(named: Column, others: Sequence[Column]) -> list[tuple[str, ...]]:
    """The rows of some columns with the one that names the footprints last."""
    shown = [*others[: _COLUMNS - 1], named]
    rows = zip(*(one.cells for one in shown), strict=True)
    return [tuple(one.heading for one in shown), *rows]
