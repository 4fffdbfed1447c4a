"""Said figures: numbers read back from the words they stand in, with the digits that are said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from footprint.content.values import ESTIMATED
from footprint.measures.units import Unit

_SAID = re.compile(
    r"(?P<sign>[+\u2212-]?)(?P<prefix>£?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    rf"(?P<suffix>m|%| km²| points)?(?P<mark> {re.escape(ESTIMATED)})?"
)
_UNITS = {"£m": "£ million", "£": "£", "%": "%", " km²": "km²", " points": "percentage points"}
_MINUS = re.compile(r"\u2212(?=[£\d])")


@dataclass(frozen=True)
class SaidFigure:
    """A number, how a spreadsheet shows it as it was said, and its unit, "" for a plain count."""

    number: float
    format: str
    unit: str
    estimated: bool


def figure(words: str) -> SaidFigure | None:
    """The figure that some words are; None where they are anything else."""
    found = _SAID.fullmatch(words)
    if not found:
        return None
    sign, prefix, digits, part, suffix, mark = (one or "" for one in found.groups())
    said = digits.replace(",", "") + part
    number = float(said) if part else int(said)
    unit = Unit(
        "",
        decimals=max(len(part) - 1, 0),
        prefix=prefix,
        suffix=suffix,
        commas="," in digits or number < 1000,
    )
    more = "+" if sign == "+" else ""
    return SaidFigure(
        number=number if sign in ("", "+") else -number,
        format=more + number_format(unit),
        unit=_UNITS.get(prefix + suffix, ""),
        estimated=bool(mark),
    )


def ordinary(words: str) -> str:
    """Words whose minus signs are the one on every keyboard, which programs know."""
    return _MINUS.sub("-", words)


def number_format(unit: Unit) -> str:
    """Return the spreadsheet format that shows a number in the unit said as the screen does."""
    decimals = "." + "0" * unit.decimals if unit.decimals else ""
    number = ("#,##0" if unit.commas else "0") + decimals
    start, end = (f'"{words}"' if words else "" for words in (unit.prefix, unit.suffix))
    return f"{start}{number}{end};\\-{start}{number}{end}"
