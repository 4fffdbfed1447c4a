"""Native charts: what an office program needs to draw a chart itself, so that it can be edited."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.charts.dots import Dot, Dots
from footprint.measures.units import Unit


@dataclass(frozen=True)
class Bar:
    """One bar: whose it is with what has to be known of its figure, and the number that is said.

    None is no figure.
    """

    name: str
    number: float | None
    stands_out: bool = False
    below: bool = False


@dataclass(frozen=True)
class Bars:
    """Bars from the top down, and the format in which their numbers read as on screen."""

    title: str
    bars: tuple[Bar, ...]
    number_format: str


def native(chart: Dots) -> Bars:
    """Dots as bars that say the same in the same order."""
    bars = tuple(_bar(dot, chart) for dot in chart.rows)
    return Bars(chart.title, bars, number_format(chart.unit))


def _bar(dot: Dot, chart: Dots) -> Bar:
    known = dot.value is not None
    number = chart.unit.rounded(dot.value or 0.0) if known else None
    marks = dot.text.partition(" (")[2] if known else f"{dot.text})"
    name = f"{dot.name} ({marks}" if marks else dot.name
    return Bar(name, number, dot.id == chart.selected, dot.below)


def number_format(unit: Unit) -> str:
    """How an office program writes a number that was rounded as a unit says it."""
    digits = f"{'#,##' if unit.commas else ''}0{'.' * bool(unit.decimals)}{'0' * unit.decimals}"
    return f"{_quoted(unit.prefix)}{digits}{_quoted(unit.suffix)}"


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
