"""Said: figures in columns that hold several units, each with how it is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from footprint.english import apportioned, rounded_share, rounded_shares
from footprint.measures.marks import BY_SHARE
from footprint.measures.units import COUNT, NO_FIGURE, PER_CENT, TENTHS, Unit

_MINUS = "−"


@dataclass(frozen=True)
class Said:
    """A figure, said in its unit as it stands; a `signed` one is a difference, with its sign.

    An `estimated` one was shared out, and says so; any other `notes` stand after it in brackets
    too. Whole numbers are exact however large.
    """

    value: float
    unit: Unit = COUNT
    signed: bool = False
    estimated: bool = False
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the words that stand in a table, on screen and on paper."""
        return with_notes(self._figure(), self.every_note)

    @property
    def every_note(self) -> tuple[str, ...]:
        """What is noted of it, of the share first."""
        return (*((BY_SHARE,) if self.estimated else ()), *self.notes)

    def _figure(self) -> str:
        if isinstance(self.value, int):
            words = f"{abs(self.value):,}"
        else:
            words = self.said_in.text(abs(self.value))
        if not self.number:
            return words
        return f"{_MINUS if self.number < 0 else '+' if self.signed else ''}{words}"

    @property
    def number(self) -> float:
        """The number that is said."""
        if isinstance(self.value, int):
            return self.value
        number = self.unit.rounded(self.value)
        return number if self.unit.decimals else int(number)

    @property
    def said_in(self) -> Unit:
        """The unit as it is said of this figure: shares lie percentage points apart."""
        if not self.signed or not self.unit.apart:
            return self.unit
        return replace(self.unit, name="percentage points", suffix=self.unit.apart)


class Noted(str):
    """Words with what is noted of them in brackets, which files have in a column of its own."""

    bare: str
    notes: tuple[str, ...]


Words = str | Said


def noted(words: Words, note: str) -> Words:
    """A figure or words with one note more."""
    if isinstance(words, Said):
        return replace(words, notes=(*words.notes, note))
    told = Noted(f"{words} ({note})")
    told.bare, told.notes = words, (note,)
    return told


def apart(words: Words) -> tuple[str, tuple[str, ...]]:
    """A figure or words, and what is noted of them."""
    if isinstance(words, Said):
        return str(replace(words, estimated=False, notes=())), words.every_note
    if isinstance(words, Noted):
        bare, notes = apart(words.bare)
        return bare, (*notes, *words.notes)
    return words, ()


def with_notes(words: str, notes: Iterable[str]) -> str:
    """Words with what is noted of them in brackets."""
    return " ".join([words, *(f"({note})" for note in notes)])


def said(value: float, unit: Unit, *notes: str, estimated: bool = False) -> Words:
    """A figure in its unit, with what is noted of it, or that there is none."""
    none = unit.text(value) == NO_FIGURE
    return NO_FIGURE if none else Said(value, unit, estimated=estimated, notes=notes)


def said_share(share: float) -> Words:
    """A share of a whole in per cent; in words where it is next to none or all of it."""
    return _figure_that_says(rounded_share(share), (100 * share, 100 * share))


def said_shares(shares: Iterable[float]) -> list[Words]:
    """The shares of one whole in per cent that add up to it; in words where one is next to none."""
    parts = list(shares)
    whole, tenths = apportioned(parts, 100), apportioned(parts, 1000)
    return [
        _figure_that_says(words, (few, many / 10))
        for few, many, words in zip(whole, tenths, rounded_shares(parts), strict=True)
    ]


def _figure_that_says(words: str, figures: tuple[float, float]) -> Words:
    """Whichever figure, in per cent or in tenths of one, is said in these words; or the words."""
    units = zip(figures, (PER_CENT, TENTHS), strict=True)
    alike = (Said(float(figure), unit) for figure, unit in units)
    return next((one for one in alike if str(one) == words), words)
