"""Trends on slides: a figure at each date as PowerPoint's own line chart, England's beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import LineSeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from footprint.charts.trend import Course, Trend
from footprint.english import short_name
from footprint.office.text_sizes import LEADING, MM_PER_POINT
from footprint.papers.box import Box
from footprint.papers.words import legal
from footprint.slides.chart_parts import (
    LARGEST,
    laid_out,
    number_format,
    say,
    stand_at,
    write_in,
)
from footprint.slides.decks import BLUE, GREY, RULE, WHITE
from footprint.spreadsheets import inert

# Where the lines stand, as shares of the chart; the names are right of them.
_PLACE = (0.05, 0.08, 0.66, 0.8)
_DATES = "mmm yyyy"


@dataclass(frozen=True)
class NativeTrend:
    """A line of a footprint and one of England, each named with its last figure."""

    kind = XL_CHART_TYPE.LINE_MARKERS
    chart: Trend

    @property
    def data(self) -> CategoryChartData:
        """A number for every date, as it is said; none where there is no figure."""
        chart = self.chart
        data = CategoryChartData(number_format=number_format(chart.unit))
        data.categories = list(map(date.fromisoformat, chart.dates))
        for course in chart.courses:
            name = inert(legal(short_name(course.name)))
            rounded = [None if v is None else chart.unit.rounded(v) for v in course.values]
            data.add_series(name, rounded)
        return data

    def dress(self, chart: Chart, box: Box) -> None:
        """Draw England's line dashed and thinner, and name both where they end."""
        write_in(chart, LARGEST)
        stand_at(chart, *_PLACE)
        _stand(chart, self.chart.dates)
        lines = list(zip(self.chart.courses, chart.plots[0].series, strict=True))
        for course, line in lines:
            _look(line, england=course is self.chart.england, hollow=self._hollow(course))
        for (course, line), down in zip(lines, self._downs(box.height), strict=True):
            _name(line, course, down, self._under(course))

    def _under(self, course: Course) -> set[int]:
        """Where a line is the lower one, and has its figures below it."""
        (other,) = (one for one in self.chart.courses if one is not course)
        pairs = enumerate(zip(course.values, other.values, strict=True))
        return {n for n, (here, there) in pairs if None not in (here, there) and here < there}

    def _hollow(self, course: Course) -> bool:
        return self.chart.estimated and course is self.chart.own

    def _downs(self, high: float) -> tuple[float, float]:
        """How far down the two names are moved, as shares, so that neither lies on the other."""
        known = [value for one in self.chart.courses for value in one.values if value is not None]
        ends = [one.values[one.known[-1]] for one in self.chart.courses if one.known]
        if len(ends) < 2:
            return 0.0, 0.0
        england, own = (end or 0.0 for end in ends)
        off = abs(england - own) / (max(known) or 1.0) * _PLACE[3]
        more = max(0.0, (LEADING * LARGEST * MM_PER_POINT / high - off) / 2)
        return (more, -more) if own >= england else (-more, more)


def _stand(chart: Chart, dates: Sequence[str]) -> None:
    """Leave the figures to the lines, and say when in half years that end with the last figure."""
    up, along = chart.value_axis, chart.category_axis
    up.major_gridlines.format.line.color.theme_color = RULE
    up.format.line.fill.background()
    up.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    up.major_tick_mark = along.major_tick_mark = along.minor_tick_mark = XL_TICK_MARK.NONE
    names = along.tick_labels
    names.number_format, names.number_format_is_linked = _DATES, False
    along.minimum_scale = _first_tick(*map(date.fromisoformat, (dates[0], dates[-1])))
    steps = (
        f'<c:majorUnit {nsdecls("c")} val="6"/>',
        f'<c:majorTimeUnit {nsdecls("c")} val="months"/>',
    )
    for step in reversed(steps):
        along._element.find(qn("c:baseTimeUnit")).addnext(parse_xml(step))


def _first_tick(first: date, last: date) -> int:
    """So many half years before the last figure that none is earlier, as office programs count."""
    months = 12 * (last.year - first.year) + last.month - first.month
    year, month = divmod(12 * last.year + last.month - 1 - 6 * -(-months // 6), 12)
    return (date(year, month + 1, 1) - date(1899, 12, 30)).days


def _look(line: LineSeries, *, england: bool, hollow: bool) -> None:
    """Draw one line as it is on screen; marks are hollow where figures were shared out."""
    colour = GREY if england else BLUE
    line.smooth = False
    line.format.line.color.theme_color = colour
    line.format.line.width = Pt(1.5 if england else 2.75)
    if england:
        line.format.line.dash_style = MSO_LINE.DASH
    line.marker.style = XL_MARKER_STYLE.SQUARE if england else XL_MARKER_STYLE.CIRCLE
    line.marker.size = 6 if england else 8
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.theme_color = WHITE if hollow else colour
    line.marker.format.line.color.theme_color = colour


def _name(line: LineSeries, course: Course, down: float, under: Collection[int]) -> None:
    """Say a line's figures above its marks, or `under` them; beside the last its name too."""
    for place in course.known:
        last = place == course.known[-1]
        label = line.points[place].data_label
        beside = XL_LABEL_POSITION.BELOW if place in under else XL_LABEL_POSITION.ABOVE
        label.position = XL_LABEL_POSITION.RIGHT if last else beside
        say(label, name=last, number=True)
        if last and down:
            moved = laid_out(f'<c:x val="0"/><c:y val="{down:.4f}"/>')
            label._get_or_add_dLbl().insert(1, moved)
