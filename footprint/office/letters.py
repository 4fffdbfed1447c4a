"""Letters: how wide each stands in Arial, which has the widths of Helvetica by design."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import matplotlib as mpl
from fontTools.afmLib import AFM
from fontTools.agl import toUnicode

# Letters that Helvetica lacks: no letter of Greek or Cyrillic is much wider than the first of
# these, and no ideogram or emoji than the second.
_OTHER, _SQUARE = 1.0, 1.2


_NO_WIDTH = ("Mn", "Me", "Cf")


def width(letter: str, *, bold: bool = False) -> float:
    """Return how wide a letter stands, as a share of its size; a wide guess for other scripts."""
    if letter in (known := _helvetica("Helvetica-Bold" if bold else "Helvetica")):
        return known[letter]
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or letter > "\uffff":
        return _SQUARE
    parts = unicodedata.normalize("NFKD", letter)
    return _OTHER if parts == letter else sum(width(part, bold=bold) for part in parts)


@cache
def _helvetica(face: str) -> Mapping[str, float]:
    """The widths that Adobe published for the fonts of every PDF; matplotlib brings them along."""
    file = Path(mpl.get_data_path(), "fonts", "pdfcorefonts", f"{face}.afm")
    metrics = AFM(str(file))
    return {toUnicode(name): metrics[name][1] / 1000 for name in metrics.chars()}
