"""Text sizes: how much room words take at most, in Arial or in what stands in for it.

Arial has the widths of Helvetica by design. Where neither is, and no font of their widths,
programs write in DejaVu Sans, which is wider: every letter counts as wide as the wider of both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import matplotlib as mpl
from fontTools.afmLib import AFM
from fontTools.agl import toUnicode
from fontTools.ttLib import TTFont

from footprint.english import KEPT_HYPHEN, unbroken
from footprint.papers.box import Box

MM_PER_POINT = 25.4 / 72
LEADING = 1.2
# Programs round the places of letters each in its own way.
_SPARE = 1.02
# Letters that Helvetica lacks: no letter of Greek or Cyrillic is much wider than the first of
# these, and no ideogram or emoji than the second.
_OTHER, _SQUARE = 1.0, 1.2
# Letters of a heading of a table that stands on one line; longer ones may be folded.
_ONE_LINE = 12
_NO_WIDTH = ("Mn", "Me", "Cf")


def letter_width(letter: str, *, bold: bool = False) -> float:
    """Return how wide a letter stands, as a share of its size; a wide guess for other scripts."""
    letter = "-" if letter == KEPT_HYPHEN else letter
    if letter in (known := _widths(bold)):
        return known[letter]
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or letter > "\uffff":
        return _SQUARE
    parts = unicodedata.normalize("NFKD", letter)
    return _OTHER if parts == letter else sum(letter_width(part, bold=bold) for part in parts)


@cache
def _widths(bold: bool) -> Mapping[str, float]:
    """The wider of two widths of every letter that Helvetica has."""
    narrow, wide = _helvetica("Helvetica-Bold" if bold else "Helvetica"), _dejavu(bold)
    return {letter: max(width, wide.get(letter, 0.0)) for letter, width in narrow.items()}


@cache
def _dejavu(bold: bool) -> Mapping[str, float]:
    """The widths of the font that matplotlib brings along, and most machines have."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    font = TTFont(Path(mpl.get_data_path(), "fonts", "ttf", name), lazy=True)
    size, widths = font["head"].unitsPerEm, font["hmtx"]
    return {chr(code): widths[glyph][0] / size for code, glyph in font.getBestCmap().items()}


@cache
def _helvetica(face: str) -> Mapping[str, float]:
    """The widths that Adobe published for the fonts of every PDF; matplotlib brings them along."""
    file = Path(mpl.get_data_path(), "fonts", "pdfcorefonts", f"{face}.afm")
    metrics = AFM(str(file))
    return {toUnicode(name): metrics[name][1] / 1000 for name in metrics.chars()}


def across(text: str, points: float, *, bold: bool = False) -> float:
    """Return how wide text is on one line, in millimetres."""
    ems = sum(letter_width(letter, bold=bold) for letter in text)
    return ems * points * MM_PER_POINT * _SPARE


def lines(text: str, points: float, width: float, *, bold: bool = False) -> int:
    """Return how many lines text takes in a width in millimetres, broken between words."""
    count, used = 1, 0.0
    space = across(" ", points, bold=bold)
    for word in unbroken(text).split(" "):
        long = across(word, points, bold=bold)
        if used and used + space + long > width:
            count, used = count + 1, 0.0
        used += long + (space if used else 0)
        # A word longer than a line is broken wherever the line ends.
        extra = int(used // width) if used > width else 0
        count, used = count + extra, used - extra * width
    return count


def wrapped(text: str, points: float, width: float) -> list[str]:
    """Return the lines of text in a width in millimetres, broken between words alone."""
    first, *words = unbroken(text).split(" ")
    broken = [first]
    for word in words:
        longer = f"{broken[-1]} {word}"
        if across(longer, points) > width:
            broken.append(word)
        else:
            broken[-1] = longer
    return broken


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
        words = (across(word, points) for text in cells for word in unbroken(text).split(" "))
        heads = (across(word, points, bold=True) for word in head.split())
        word = max((*words, *heads), default=0)
        body = max((across(text, points) for text in cells), default=0)
        needed.append(min(word, room / 3) + padding)
        full = max(body, across(head, points, bold=True) / (1 if len(head) <= _ONE_LINE else 2))
        wanted.append(max(needed[-1], min(full, room / 2) + padding))
    spare = room - sum(needed)
    if sum(wanted) <= room:
        return tuple(wanted)
    if spare <= 0:
        return tuple(room * each / sum(needed) for each in needed)
    part = spare / (sum(wanted) - sum(needed))
    return tuple(least + (most - least) * part for least, most in zip(needed, wanted, strict=True))
