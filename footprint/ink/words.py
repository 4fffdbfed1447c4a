"""Words on paper: what the font can show, how wide it is, and where a line breaks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from footprint.english import breakable, unbroken

FAMILY = "DejaVu Sans"
# Two letters drawn as one cannot be found or copied in a document.
FEATURES = ("-liga",)
MM = 25.4 / 72
LINE = 1.28
_MISSING = "□"
_FINE = 100
_SPACE = 0.34


def clean(words: str) -> str:
    """Return words on one line, with a box for every character the font has no glyph for."""
    return "".join(map(_glyph, " ".join(words.split())))


@lru_cache(maxsize=4096)
def _glyph(one: str) -> str:
    # Marks that only shape other characters, such as the one that asks for a coloured emoji,
    # are nothing by themselves; a control character is never text.
    kind, name = unicodedata.category(one), unicodedata.name(one, "")
    if kind in ("Cc", "Cf") or name.startswith("VARIATION SELECTOR"):
        return ""
    known = all(get_font(path).get_char_index(ord(one)) for path in map(_path, (False, True)))
    return one if known else _MISSING


@cache
def _path(bold: bool) -> str:
    return findfont(FontProperties(family=FAMILY, weight="bold" if bold else "normal"))


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Millimetres a line of words takes at a size in points."""
    lengths = [_length(word, bold) for word in words.split(" ")]
    return (sum(lengths) + _SPACE * (len(lengths) - 1)) * size * MM


@lru_cache(maxsize=16384)
def _length(word: str, bold: bool) -> float:
    """Return the width of one word in ems, without hinting, so that it holds at every size."""
    # Between two strokes, so that the room on either side of its letters is counted.
    return _extent(f"|{word}|", bold) - _extent("||", bold)


def _extent(words: str, bold: bool) -> float:
    font = get_font(_path(bold))
    font.set_size(_FINE, 72)
    font.set_text(words, flags=LoadFlags.NO_HINTING, features=FEATURES)
    return font.get_width_height()[0] / 64 / _FINE


def line_height(size: float) -> float:
    """Millimetres from one line to the next at a size in points."""
    return LINE * size * MM


def wrap(words: str, wide: float, size: float, *, bold: bool = False) -> list[str]:
    """Break words into lines no wider than so many millimetres, and no figure in two.

    A word too long for a line is broken within.
    """

    def fits(line: str) -> bool:
        return width(line, size, bold=bold) <= wide

    lines: list[str] = []
    for word in whole(clean(words)):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and fits(joined):
            lines[-1] = joined
        else:
            lines.extend(_pieces(word, fits))
    return lines


def whole(words: str) -> list[str]:
    """Words as they must stay together: a figure with what belongs to it is one."""
    return [breakable(word) for word in unbroken(words).split(" ")]


def _pieces(word: str, fits: Callable[[str], bool]) -> list[str]:
    pieces = []
    while word:
        taken = len(word)
        while taken > 1 and not fits(word[:taken]):
            taken -= 1
        pieces.append(word[:taken])
        word = word[taken:]
    return pieces


def balanced(words: list[str], lengths: list[float], space: float, count: int) -> list[str]:
    """Break words into at most so many lines, the longest as short as can be.

    `lengths` are the widths of the words and `space` that of a space, in one unit.
    """
    best = sum(lengths) + space * len(lengths)
    spans = sorted(
        sum(lengths[i:j]) + space * (j - i - 1)
        for i in range(len(words))
        for j in range(i + 1, len(words) + 1)
    )
    for wide in [*spans, best]:
        lines = _filled(words, lengths, space, wide)
        if len(lines) <= count:
            return lines
    return [" ".join(words)]


def _filled(words: list[str], lengths: list[float], space: float, wide: float) -> list[str]:
    lines: list[str] = []
    used = 0.0
    for word, length in zip(words, lengths, strict=True):
        if lines and used + space + length <= wide + 1e-9:
            lines[-1] = f"{lines[-1]} {word}"
            used += space + length
        else:
            lines.append(word)
            used = length
    return lines
