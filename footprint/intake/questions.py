"""Questions: what a file may mean, where it may mean more than one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from footprint.options.option import short

MOST_READINGS = 12
_ROWS, _COLUMNS = 5, 8


class Reading(NamedTuple):
    """One thing a file may mean: the answer that chooses it, and what would be read.

    `rows` are the first of them, under their headings, as text.
    """

    answer: str
    words: str
    rows: tuple[tuple[str, ...], ...]


class Question(NamedTuple):
    """What somebody is asked about their file, and what they can answer."""

    words: str
    readings: tuple[Reading, ...]


def first_rows(rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The headings and first rows of a table, each as wide as the headings and no wider."""
    shown = [row for row in rows if any(row)][: _ROWS + 1]
    wide = min(_COLUMNS, max(map(len, shown), default=0))
    return tuple(
        tuple(short(row[place]) if place < len(row) else "" for place in range(wide))
        for row in shown
    )


def chosen_of(what: str, answers: Iterable[str]) -> str:
    """What was answered to a kind of question, or ""."""
    return next((one.removeprefix(f"{what}:") for one in answers if one.startswith(f"{what}:")), "")
