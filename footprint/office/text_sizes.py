"""Text sizes: how much room words take in Arial, to lay out slides, documents and sheets."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.office.letters import width as letter_width
from footprint.papers.box import Box

MM_PER_POINT = 25.4 / 72


LEADING = 1.2


# Programs round the places of letters each in its own way.
_SPARE = 1.02


def across(text: str, points: float, *, bold: bool = False) -> float:
    """Return how wide text is on one line, in millimetres."""
    ems = sum(letter_width(letter, bold=bold) for letter in text)
    return ems * points * MM_PER_POINT * _SPARE


def lines(text: str, points: float, width: float, *, bold: bool = False) -> int:
    """Return how many lines text takes in a width in millimetres, broken between words."""
    count, used = 1, 0.0
    space = across(" ", points, bold=bold)
    for word in text.split():
        long = across(word, points, bold=bold)
        if used and used + space + long > width:
            count, used = count + 1, 0.0
        used += long + (space if used else 0)
        # A word longer than a line is broken wherever the line ends.
        extra = int(used // width) if used > width else 0
        count, used = count + extra, used - extra * width
    return count


def tall(text: str, points: float, width: float, *, bold: bool = False) -> float:
    """Return how high text stands in a width, both in millimetres."""
    return lines(text, points, width, bold=bold) * points * LEADING * MM_PER_POINT


def fitted(text: str, box: Box, sizes: Sequence[float], *, bold: bool = False) -> float:
    """Return the first of some sizes, largest first, at which text stays in a box; or the last."""
    fits = (size for size in sizes if tall(text, size, box.width, bold=bold) <= box.height)
    return next(fits, sizes[-1])


def column_widths(
    texts: Sequence[Sequence[str]], points: float, room: float, padding: float
) -> tuple[float, ...]:
    """Share a width in millimetres among the columns of a table whose first row is its head.

    No column is wider than its words want. Where there is too little room, each gives up what
    it can without breaking a word.
    """
    wanted, needed = [], []
    for head, *cells in zip(*texts, strict=True):
        words = (across(word, points) for text in cells for word in text.split())
        heads = (across(word, points, bold=True) for word in head.split())
        word = max((*words, *heads), default=0)
        body = max((across(text, points) for text in cells), default=0)
        needed.append(min(word, room / 3) + padding)
        full = max(body, across(head, points, bold=True) / 2)
        wanted.append(max(needed[-1], min(full, room / 2) + padding))
    spare = room - sum(needed)
    if sum(wanted) <= room:
        return tuple(wanted)
    if spare <= 0:
        return tuple(room * each / sum(needed) for each in needed)
    part = spare / (sum(wanted) - sum(needed))
    return tuple(least + (most - least) * part for least, most in zip(needed, wanted, strict=True))
