"""Strips on slides: how figures are spread, as PowerPoint's own scatter chart of every figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.chart.point import Point
from pptx.chart.series import XySeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from footprint.charts.setting import Scale, scale_of
from footprint.charts.strip import Spread, Strip
from footprint.english import short_name, unbroken
from footprint.papers.box import Box
from footprint.papers.words import legal
from footprint.slides.chart_parts import (
    LARGEST,
    number_format,
    on_white,
    say,
    scale_format,
    stand_at,
    write_in,
)
from footprint.slides.decks import BLUE, GREY, RULE, TEXT
from footprint.spreadsheets import inert

# Where the figures stand, as shares of the chart.
_PLACE = (0.12, 0.05, 0.76, 0.86)
# Of the room of one plan of four: how far above its figures its name stands and below them its ends
# are named; the room of fewer is larger. Of that of any, where its lines end.
_NAME, _ENDS, _MOST_PLANS, _HALF = 0.36, 0.28, 4, 0.5
# Points: how thick the box of the middle half is, and how large the marks are.
_BOX, _FIGURE, _MIDDLE = 16.0, 7, 13
# Thousandths of a per cent of its colour that the box has.
_THROUGH = 25_000

_Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class NativeStrip:
    """Every figure of each plan as a mark, the middle half as a bar and the middle one as a rhomb.

    First come the figures of each plan, those of most footprints first: LibreOffice leaves out what
    stands before a longer series. The bars lie above them in PowerPoint, so they let them through.
    The lines that figures are judged by come before all that has words: LibreOffice draws what
    comes later above them.
    """

    kind = XL_CHART_TYPE.XY_SCATTER
    chart: Strip

    @property
    def data(self) -> XyChartData:
        """Two numbers for each mark: the figure, as it is said, and how high its plan stands."""
        data = XyChartData(number_format=number_format(self.chart.unit))
        for name, points in self._series():
            series = data.add_series(inert(legal(name)))
            for along, up in points:
                series.add_data_point(self.chart.unit.rounded(along), up)
        return data

    def dress(self, chart: Chart, box: Box) -> None:
        """Draw the boxes palest, and name plans, the least, the middle and the most."""
        del box
        write_in(chart, LARGEST)
        stand_at(chart, *_PLACE)
        self._stand(chart)
        series, rows = iter(chart.plots[0].series), self._longest
        for _, line in zip(rows, series, strict=False):
            _marked(line, XL_MARKER_STYLE.CIRCLE, _FIGURE, BLUE)
        kinds = (_boxed,) * len(rows) + (_judge,) * len(self.chart.lines)
        for dressed, line in zip(kinds, series, strict=False):
            dressed(line)
        for row, line in zip(rows, series, strict=False):
            _marked(line, XL_MARKER_STYLE.DIAMOND, _MIDDLE, TEXT)
            said = f"middle {self.chart.unit.text(row.quarters[1])}"
            _write(line.points[0], said, XL_LABEL_POSITION.ABOVE)
        for _, line in zip(self.chart.rows, series, strict=False):
            _headed(line)
        for (_, said, side), line in zip(self._ends, series, strict=True):
            _unmarked(line)
            _write(line.points[0], said, side)

    @property
    def _scale(self) -> Scale:
        chart = self.chart
        values = [one.value for row in chart.rows for one in row.known if one.value is not None]
        return scale_of([*values, *(line.value for line in chart.lines)], chart.unit)

    @property
    def _longest(self) -> list[Spread]:
        known = (row for row in self.chart.rows if row.known)
        return sorted(known, key=lambda row: -len(row.known))

    @property
    def _ends(self) -> list[tuple[Spread, str, XL_LABEL_POSITION]]:
        """What names the least of each plan, from the left, and its most, up to the right."""
        sides = {"least": (0, XL_LABEL_POSITION.RIGHT), "most": (-1, XL_LABEL_POSITION.LEFT)}
        return [
            (row, f"{which}: {short_name(tick.name)} {tick.text}", side)
            for row in self._longest
            for which, (place, side) in sides.items()
            # One alone is both.
            if (tick := row.known[place]) and (which == "most" or len(row.known) > 1)
        ]

    def _series(self) -> Iterator[tuple[str, _Points]]:
        """What each series is called, and where its marks stand."""
        rows, scale, near = self._longest, self._scale, len(self.chart.rows) / _MOST_PLANS
        ups = {row: float(len(self.chart.rows) - n) for n, row in enumerate(self.chart.rows)}
        for row in rows:
            values = [tick.value for tick in row.known if tick.value is not None]
            yield f"{row.name}: each footprint", tuple((value, ups[row]) for value in values)
        for row in rows:
            first, _, third = row.quarters
            yield f"{row.name}: middle half", ((first, ups[row]), (third, ups[row]))
        for line in self.chart.lines:
            yield line.words, ((line.value, _HALF), (line.value, len(ups) + _HALF))
        for row in rows:
            yield f"{row.name}: middle", ((row.quarters[1], ups[row]),)
        for row, up in ups.items():
            yield (
                row.name if row.known else f"{row.name}: no figure",
                ((scale.low, up + near * _NAME),),
            )
        for row, said, side in self._ends:
            along = scale.low if side == XL_LABEL_POSITION.RIGHT else scale.high
            yield f"{row.name}: {said.partition(':')[0]}", ((along, ups[row] - near * _ENDS),)

    def _stand(self, chart: Chart) -> None:
        """Leave the plans to their names, and write the figures along the foot."""
        along, up = chart.category_axis, chart.value_axis
        unit, scale = self.chart.unit, self._scale
        along.minimum_scale, along.maximum_scale = scale.low / unit.per, scale.high / unit.per
        along.major_unit = (scale.ticks[1] - scale.ticks[0]) / unit.per
        up.minimum_scale, up.maximum_scale = _HALF, len(self.chart.rows) + _HALF
        along.has_major_gridlines = up.has_major_gridlines = up.visible = False
        along.major_tick_mark = XL_TICK_MARK.OUTSIDE
        along.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        along.format.line.color.theme_color = RULE
        figures = along.tick_labels
        figures.number_format = scale_format(unit, scale.ticks)
        figures.number_format_is_linked = False


def _write(point: Point, words: str, position: XL_LABEL_POSITION) -> None:
    label = point.data_label
    label.text_frame.text = unbroken(legal(words))
    label.text_frame.word_wrap = False
    label.position = position
    on_white(label)


def _headed(series: XySeries) -> None:
    """Leave out all of a series but its name."""
    _unmarked(series)
    label = series.points[0].data_label
    label.position = XL_LABEL_POSITION.RIGHT
    say(label, name=True, number=False)
    label.font.bold = True
    on_white(label)


def _unmarked(series: XySeries) -> None:
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.fill.background()


def _boxed(series: XySeries) -> None:
    """Draw the middle half as a thick bar through which its figures are seen."""
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.theme_color, series.format.line.width = BLUE, Pt(_BOX)
    (colour,) = series._element.xpath("./c:spPr/a:ln/a:solidFill/a:schemeClr")
    colour.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{_THROUGH}"/>'))


def _marked(series: XySeries, style: XL_MARKER_STYLE, size: int, colour: MSO_THEME_COLOR) -> None:
    """Draw figures as marks without a line between them."""
    series.format.line.fill.background()
    series.marker.style, series.marker.size = style, size
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.theme_color = colour
    series.marker.format.line.fill.background()


def _judge(series: XySeries) -> None:
    """Draw a line that figures are judged by, with its words at its head."""
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.theme_color, series.format.line.width = GREY, Pt(1)
    series.format.line.dash_style = MSO_LINE.DASH
    label = series.points[1].data_label
    label.position = XL_LABEL_POSITION.RIGHT
    say(label, name=True, number=False)
