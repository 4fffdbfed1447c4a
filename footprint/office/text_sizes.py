"""Text sizes: how much room words take in Arial, near enough to lay out slides and tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from footprint.papers.box import Box

MM_PER_POINT = 25.4 / 72


LEADING = 1.2


BOLD = 1.08


# Shares of the letters' size, as Arial has them; near enough for capitals and other scripts.
_EMS = {
    letter: share
    for share, letters in {
        0.28: " .,:;'|!iljtfI[]/\\",
        0.34: "r()-",
        0.5: "cksvxyzJ",
        0.86: "mwMW@%—",
    }.items()
    for letter in letters
}


def _ems(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or letter > "\uffff":
        return 1.2
    return _EMS.get(letter, 0.7 if letter.isupper() else 0.56)


def across(text: str, points: float) -> float:
    """Return how wide text is on one line, in millimetres."""
    return sum(map(_ems, text)) * points * MM_PER_POINT


def lines(text: str, points: float, width: float) -> int:
    """Return how many lines text takes in a width in millimetres, broken between words."""
    count, used = 1, 0.0
    space = across(" ", points)
    for word in text.split():
        long = across(word, points)
        if used and used + space + long > width:
            count, used = count + 1, 0.0
        used += long + (space if used else 0)
        # A word longer than a line is broken wherever the line ends.
        extra = int(used // width) if used > width else 0
        count, used = count + extra, used - extra * width
    return count


def tall(text: str, points: float, width: float) -> float:
    """Return how high text stands in a width, both in millimetres."""
    return lines(text, points, width) * points * LEADING * MM_PER_POINT


def fitted(text: str, box: Box, sizes: Sequence[float]) -> float:
    """Return the first of some sizes, largest first, at which text stays in a box; or the last."""
    fits = (size for size in sizes if tall(text, size, box.width) <= box.height)
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
        title = points * BOLD
        words = (across(word, points) for text in cells for word in text.split())
        heads = (across(word, title) for word in head.split())
        word = max((*words, *heads), default=0)
        body = max((across(text, points) for text in cells), default=0)
        needed.append(min(word, room / 3) + padding)
        full = max(body, across(head, title) / 2)
        wanted.append(max(needed[-1], min(full, room / 2) + padding))
    spare = room - sum(needed)
    if sum(wanted) <= room:
        return tuple(wanted)
    if spare <= 0:
        return tuple(room * each / sum(needed) for each in needed)
    part = spare / (sum(wanted) - sum(needed))
    return tuple(least + (most - least) * part for least, most in zip(needed, wanted, strict=True))
