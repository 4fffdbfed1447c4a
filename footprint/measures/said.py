"""Said: figures in columns that hold several units, each with how it is said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint.english import rounded_share
from footprint.measures.marks import BY_SHARE
from footprint.measures.units import COUNT, NO_FIGURE, PER_CENT, TENTHS, Unit

_MINUS = "−"


@dataclass(frozen=True)
class Said:
    """A figure, said in its unit as it stands; a `signed` one is a difference, with its sign.

    An `estimated` one was shared out, and says so. Whole numbers are exact however large.
    """

    value: float
    unit: Unit = COUNT
    signed: bool = False
    estimated: bool = False

    def __str__(self) -> str:
        """Return the words that stand in a table, on screen and on paper."""
        return self._figure() + (f" ({BY_SHARE})" if self.estimated else "")

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


Words = str | Said


def said(value: float, unit: Unit, *, estimated: bool = False) -> Words:
    """A figure in its unit, or that there is none."""
    none = unit.text(value) == NO_FIGURE
    return NO_FIGURE if none else Said(value, unit, estimated=estimated)


def said_share(share: float) -> Words:
    """A share of a whole in per cent; in words where it is next to none or all of it."""
    words = rounded_share(share)
    alike = (Said(100 * share, unit) for unit in (PER_CENT, TENTHS))
    return next((one for one in alike if str(one) == words), words)
