"""Settings: in which letters a chart is set, how wide and how close, and along which scale."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from footprint.english import in_millions
from footprint.measures.units import PEOPLE, Unit

Spec = dict[str, object]
# Under so many pixels there is little room.
_NARROW = 480
_ROOMY, _CLOSE = 20, 11
# Rows further apart than that stretch charts without rows as well.
_STRETCHING = 23
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_PARTS = 5
# How wide a letter is of its height.
_WIDE, _SLIM = 0.6, 0.47


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How a chart is set, in pixels; without a width it takes what there is on screen.

    With another `turn` each time, the same mark can be pressed again. Where names must be `whole`,
    as on paper, where nothing can be pressed to read the rest, none is cut.
    """

    font: str
    width: int = 0
    row: int = 22
    turn: int = 0
    whole: bool = False

    @property
    def letters(self) -> int:
        """How large letters are."""
        return 12 if self.row >= _ROOMY else _CLOSE

    @property
    def narrow(self) -> str:
        """Whether there is little room, as an expression that a browser can ask its window."""
        if self.width:
            return "true" if self.width < _NARROW else "false"
        return f"containerSize()[0] < {_NARROW}"

    @property
    def half(self) -> int:
        """How many letters have room on half of it, where it is not narrow."""
        across = max(self.width, _NARROW) / 2 - self.letters
        return int(across / self.wide("n"))

    @property
    def folds(self) -> bool:
        """Whether a name may stand on two lines."""
        return self.row >= _ROOMY

    @property
    def stretch(self) -> float:
        """How many times as deep as usual a chart is that has no rows to set further apart."""
        return max(1.0, self.row / _STRETCHING)

    def wide(self, words: str) -> float:
        """About how many pixels words take, rather more than fewer; on paper they are wider."""
        return len(words) * self.letters * (_WIDE if self.whole else _SLIM)

    def cut(self, words: str, letters: int) -> str:
        """Words on one line, and no more of them than there is room for."""
        return plain(words) if self.whole else cut(words, letters)


def plain(words: str) -> str:
    """Words on one line without what no drawing can hold, such as control characters."""
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())


def on_lines(words: str, letters: int, most: int | None = None) -> list[str]:
    """Words on lines of so many letters, broken between words and not at hyphens of names.

    Of at `most` so many lines the last is cut.
    """
    return wrap(words, letters, max_lines=most, placeholder="…", break_on_hyphens=False)


def cut(words: str, letters: int) -> str:
    """Words on one line, and no more than so many letters of them."""
    shown = plain(words)
    return shown if len(shown) <= letters else f"{shown[: letters - 1].rstrip(' ,')}…"


@dataclass(frozen=True)
class Scale:
    """From where to where an axis runs, and the values that are written along it, low to high."""

    low: float
    high: float
    ticks: tuple[float, ...]


def scale_of(values: Iterable[float], unit: Unit, *, zero: bool = False) -> Scale:
    """A scale that holds some values, between round numbers no finer than the unit says them.

    It begins at nothing where the least value is less than half of the greatest, or where it must.
    """
    known = [value for value in values if not math.isnan(value)] or [0.0]
    low, high = min(known), max(known)
    if zero or 0 < low < high / 2 or low == high:
        low, high = min(low, 0.0), max(high, 0.0)
    step = _step((high - low) or unit.per, unit)
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return Scale(first * step, last * step, tuple(n * step for n in range(first, last + 1)))


def _step(span: float, unit: Unit) -> float:
    rough = span / _PARTS
    tens = 10.0 ** math.floor(math.log10(rough))
    # The largest of the steps is always enough, and a tick is never finer than its words.
    return max(next(part * tens for part in _STEPS if part * tens >= rough), unit.least)


def written(value: float, unit: Unit) -> str:
    """A value as it is written along a scale: people by the million, as the lines across are."""
    return in_millions(round(value)) if unit == PEOPLE else unit.text(value)


def whole_step(least: float) -> int:
    """A round distance from tick to tick of whole numbers, no less than this."""
    rough = max(1.0, least)
    tens = 10 ** int(math.log10(rough))
    return next(part * tens for part in (1, 2, 5, 10) if part * tens >= rough)
