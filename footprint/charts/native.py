"""Native charts: what an office program needs to draw a chart itself, so that it can be edited."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.charts.bars import Bars, Part
from footprint.charts.dots import Dot, Dots
from footprint.measures.units import Unit


@dataclass(frozen=True)
class NativeBar:
    """One bar: whose it is with what has to be known of its figure, and the number that is said.

    None is no figure.
    """

    name: str
    number: float | None
    stands_out: bool = False
    below: bool = False


@dataclass(frozen=True)
class Native:
    """Bars from the top down, and the format in which their numbers read as on screen."""

    title: str
    bars: tuple[NativeBar, ...]
    number_format: str


def native(chart: Dots | Bars) -> Native:
    """A chart as bars that say the same in the same order."""
    if isinstance(chart, Bars):
        bars = tuple(_part(part, chart.unit) for part in chart.parts)
    else:
        bars = tuple(_dot(dot, chart) for dot in chart.rows)
    return Native(chart.title, bars, number_format(chart.unit))


def _dot(dot: Dot, chart: Dots) -> NativeBar:
    known = dot.value is not None
    number = chart.unit.rounded(dot.value or 0.0) if known else None
    return NativeBar(
        _named(dot.name, dot.text, known=known), number, dot.id == chart.selected, dot.below
    )


def _part(part: Part, unit: Unit) -> NativeBar:
    known = part.end is not None
    number = unit.rounded((part.end or 0.0) - part.start) if known else None
    return NativeBar(_named(part.name, part.text, known=known), number, below=part.goes)


def _named(name: str, text: str, *, known: bool) -> str:
    """A name with what has to be known of its figure."""
    marks = text.partition(" (")[2] if known else f"{text})"
    return f"{name} ({marks}" if marks else name


def number_format(unit: Unit) -> str:
    """How an office program writes a number that was rounded as a unit says it."""
    digits = f"{'#,##' if unit.commas else ''}0{'.' * bool(unit.decimals)}{'0' * unit.decimals}"
    return f"{_quoted(unit.prefix)}{digits}{_quoted(unit.suffix)}"


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
