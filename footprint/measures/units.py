"""Units: how a number is said, everywhere in the same way."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

NO_FIGURE = "no figure"


@dataclass(frozen=True)
class Unit:
    """How a number is said: the words around it, the decimals it deserves, and per how much.

    `per` divides before the digits are written, so a figure in pounds can be said in millions.
    `apart` stands after a difference in place of the suffix: shares lie percentage points apart.
    `label` is what a label of such figures ends with, and `aloud` what a title does.
    """

    name: str
    decimals: int = 0
    prefix: str = ""
    suffix: str = ""
    per: float = 1.0
    commas: bool = True
    apart: str = ""
    label: str = ""
    aloud: str = ""

    def text(self, value: float) -> str:
        """Return the number as it is shown everywhere, or "no figure" where there is none."""
        return self._said(value, self.suffix)

    def gap(self, difference: float) -> str:
        """Return how far two figures lie apart as it is shown everywhere, without a sign."""
        return self._said(abs(difference), self.apart or self.suffix)

    def between(self, first: float, second: float) -> float:
        """Return how much more the second figure is than the first, as the two are said.

        Of £31.46m and £30.85m, said as £31.5m and £30.9m, it is 600 thousand.
        """
        return (self.rounded(second) - self.rounded(first)) * self.per

    def rounded(self, value: float) -> float:
        """Return the number that is said: per so much, to the decimals said."""
        # A plain float rounds as its text does, half to even of what it is exactly; numpy's own
        # rounding does not. What rounds to nothing is nothing, and has no sign.
        return round(float(value) / self.per, self.decimals) + 0.0

    def shown(self, values: pd.Series) -> pd.Series:
        """Return figures as the numbers that are said, NaN where there is none."""
        return values.astype(float).map(self.rounded)

    @property
    def least(self) -> float:
        """The smallest figure that can be told from nothing."""
        return 10.0**-self.decimals * self.per

    def _said(self, value: float, suffix: str) -> str:
        if value is None or math.isnan(value):
            return NO_FIGURE
        comma, number = "," if self.commas else "", self.rounded(value)
        sign = "-" if number < 0 else ""
        return f"{sign}{self.prefix}{abs(number):{comma}.{self.decimals}f}{suffix}"


PEOPLE = Unit("people")
PER_KM2 = Unit("people per km²")
SCORE = Unit("score", 1, commas=False)
SHARE = Unit("% of residents", 1, suffix="%", per=0.01, commas=False, apart=" points")
MILLIONS = Unit("£ million", 1, "£", "m", per=1e6, label=", £ million")
POUNDS_EACH = Unit("£ per resident", 2, "£", label=", £ per resident", aloud=" per resident")
POUNDS_A_HEAD = Unit(
    "£ per weighted head", 2, "£", label=", £ per weighted head", aloud=" per weighted head"
)
KM2 = Unit("km²", suffix=" km²")
PIECES = Unit("pieces")
RATIO = Unit("0 to 1", 2, commas=False)
FTE = Unit(
    "full-time equivalents", label=", full-time equivalents", aloud=", full-time equivalents"
)
PER_100_000 = Unit("per 100,000 residents", 1)
COUNT = Unit("number")
PER_CENT = Unit("%", suffix="%", commas=False)
TENTHS = Unit("%", 1, suffix="%", commas=False)
