"""Slide charts: what PowerPoint needs to draw a chart itself, to be edited, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pptx.chart.axis import CategoryAxis
from pptx.chart.chart import Chart
from pptx.chart.series import BarSeries
from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from footprint.charts.bars import Bars, Part
from footprint.charts.dots import Dot, Dots
from footprint.measures.units import Unit
from footprint.office.decks import BLUE, TEXT
from footprint.office.text_sizes import MM_PER_POINT
from footprint.papers.archives import settled

_LARGEST, _SMALLEST = 12, 7
_OF_ROW = 0.78
_BELOW, _CHOSEN = MSO_THEME_COLOR.ACCENT_2, TEXT


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


def dress(chart: Chart, told: Native, day: date, high: float) -> None:
    """Set a chart of bars in a deck's colours, its letters as large as so many millimetres allow.

    The workbook in it is dated the day given.
    """
    per_row = high / max(len(told.bars), 1)
    points = max(_SMALLEST, min(_LARGEST, int(_OF_ROW * per_row / MM_PER_POINT)))
    chart.has_title = chart.has_legend = False
    chart.font.size, chart.font.color.theme_color = Pt(points), TEXT
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 45, False, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = told.number_format, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    _names(chart.category_axis)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    _colours(plot.series[0], told)
    book = chart.part.chart_workbook.xlsx_part
    book._blob = settled(book.blob, day)


def _names(axis: CategoryAxis) -> None:
    """The first at the top, and names beside the bars even where these run to the left."""
    axis.reverse_order, axis.has_major_gridlines = True, False
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.major_tick_mark = XL_TICK_MARK.NONE


def _colours(series: BarSeries, told: Native) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.theme_color = BLUE
    series.invert_if_negative = False
    for place, bar in enumerate(told.bars):
        if bar.stands_out or bar.below:
            fill = series.points[place].format.fill
            fill.solid()
            fill.fore_color.theme_color = _CHOSEN if bar.stands_out else _BELOW
