"""Slide charts: how a chart looks that PowerPoint draws itself from numbers anybody can edit."""

from __future__ import annotations

from datetime import date

from pptx.chart.axis import CategoryAxis
from pptx.chart.chart import Chart
from pptx.chart.series import BarSeries
from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from footprint.charts.native import Native
from footprint.office.decks import BLUE, TEXT
from footprint.office.text_sizes import MM_PER_POINT
from footprint.papers.archives import settled

_LARGEST, _SMALLEST = 12, 7
_OF_ROW = 0.78
_BELOW, _CHOSEN = MSO_THEME_COLOR.ACCENT_2, TEXT


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
