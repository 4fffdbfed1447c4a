"""Units: how a number is said, everywhere in the same way."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import pandas as pd

NO_FIGURE = "no figure"


@dataclass(frozen=True)
class Unit:
    """How a number is said: the words around it and the digits it deserves.

    `per` divides before the digits are written, so a figure in pounds can be said in millions.
    """

    name: str
    pattern: str
    per: float = 1.0

    def text(self, value: float) -> str:
        """Return the number as it is shown everywhere, or "no figure" where there is none."""
        if value is None or math.isnan(value):
            return NO_FIGURE
        said = self.pattern.format(value / self.per)
        # What rounds to nothing is nothing, and has no sign.
        return said if re.search("[1-9]", said) else said.replace("-", "")

    def shown(self, values: pd.Series) -> pd.Series:
        """Return figures as the numbers shown: in the unit said, with the digits said."""
        digits = re.search(r"\.(\d)f", self.pattern)
        return (values / self.per).round(int(digits[1]) if digits else 0)


PEOPLE = Unit("people", "{:,.0f}")


PER_KM2 = Unit("people per km²", "{:,.0f}")


SCORE = Unit("score", "{:.1f}")


SHARE = Unit("% of residents", "{:.1f}%", 0.01)


MILLIONS = Unit("£ million", "£{:,.1f}m", 1e6)


POUNDS_EACH = Unit("£ per resident", "£{:,.2f}")


KM2 = Unit("km²", "{:,.0f} km²")


PIECES = Unit("pieces", "{:,.0f}")


RATIO = Unit("0 to 1", "{:.2f}")


FTE = Unit("full-time equivalents", "{:,.0f}")


PER_100_000 = Unit("per 100,000 residents", "{:,.1f}")


COUNT = Unit("number", "{:,.0f}")
