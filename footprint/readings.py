"""Readings: the several things that a file may mean, to be asked which of them it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

MOST_READINGS = 12
_ROWS, _COLUMNS = 5, 8
_TOTAL = re.compile(
    r"(?:grand |sub-? ?)?totals?\b.*|.*\btotals?|(?:all )?england|all icbs|averages?|sum", re.I
)


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
    """The headings and first rows of a table, each as wide as the last word in any of them."""
    shown = [row for row in rows if any(row)][: _ROWS + 1]
    last = (place for row in shown for place, cell in enumerate(row, 1) if cell)
    wide = min(_COLUMNS, max(last, default=0))
    return tuple(
        tuple(short(row[place]) if place < len(row) else "" for place in range(wide))
        for row in shown
    )


def chosen_of(what: str, answers: Iterable[str]) -> str:
    """What was answered to a kind of question, or ""."""
    return next((one.removeprefix(f"{what}:") for one in answers if one.startswith(f"{what}:")), "")


def is_total(text: str) -> bool:
    """Whether a row that is called so adds up others, and is of no one area."""
    return bool(_TOTAL.fullmatch(text.strip()))


def short(text: str) -> str:
    """Text cut to what fits in a sentence."""
    return text if len(text) <= 40 else text[:39] + "…"
