"""Strips on slides: how figures are spread, as PowerPoint's own scatter chart of every figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.chart.series import XySeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)

from footprint.charts.dots import Line
from footprint.charts.setting import Scale, scale_of
from footprint.charts.strip import Spread, Strip
from footprint.english import short_name
from footprint.office.text_sizes import wrapped
from footprint.papers.box import Box
from footprint.papers.words import legal
from footprint.slides.chart_parts import (
    LARGEST,
    number_format,
    scale_format,
    stand_at,
    write_in,
)
from footprint.slides.decks import RULE
from footprint.slides.strip_marks import ENDS, boxed, dotted, ended, headed, judging, middle
from footprint.spreadsheets import inert

# Where the figures stand, as shares of the chart.
_PLACE = (0.12, 0.05, 0.76, 0.86)
# Of the room of one plan of four: how far above its figures its name stands and below them its ends
# are named; the room of fewer is larger. Of that of any, where its lines end, and what lies above
# the first for what they are called.
_NAME, _ENDS, _MOST_PLANS, _HALF, _HEAD = 0.36, 0.28, 4, 0.5, 0.12
# Of the room of one plan of four: how far lines reach up and down from its figures, which words
# follow, and how far they keep from the middle of words.
_REACH, _OFF = 0.1, 0.14
# How much lower the ends stand for each further line, how much further off them lines begin then,
# and how much of its half of the chart an end may take.
_LOWER, _LINE, _HALF_WIDE = 0.035, 0.09, 0.96

_Points = tuple[tuple[float, float | None], ...]


@dataclass(frozen=True)
class _Series:
    """What a series is called, where its marks stand, and what it is made to look like.

    A line is broken where a mark has no height.
    """

    name: str
    points: _Points
    dress: Callable[[XySeries], None]


@dataclass(frozen=True)
class NativeStrip:
    """Every figure of each plan as a mark, the middle half as a bar and the middle one as a rhomb.

    First come the figures of each plan and the lines they are judged by, those of most points
    first: LibreOffice leaves out what stands before a longer series. The bars lie above them in
    PowerPoint, so they let them through. What has words comes last, for LibreOffice draws what
    comes later above the rest; lines are broken where words stand.
    """

    kind = XL_CHART_TYPE.XY_SCATTER
    chart: Strip
    wide: float

    @property
    def data(self) -> XyChartData:
        """Two numbers for each mark: the figure, as it is said, and how high its plan stands."""
        data = XyChartData(number_format=number_format(self.chart.unit))
        for told in self._series():
            series = data.add_series(inert(legal(told.name)))
            for along, up in told.points:
                series.add_data_point(self.chart.unit.rounded(along), up)
        return data

    def dress(self, chart: Chart, box: Box) -> None:
        """Draw the boxes palest, and name plans, the least, the middle and the most."""
        del box
        write_in(chart, LARGEST)
        stand_at(chart, *_PLACE)
        self._stand(chart)
        for told, series in zip(self._series(), chart.plots[0].series, strict=True):
            told.dress(series)

    @property
    def _scale(self) -> Scale:
        chart = self.chart
        values = [one.value for row in chart.rows for one in row.known if one.value is not None]
        return scale_of([*values, *(line.value for line in chart.lines)], chart.unit)

    @property
    def _ups(self) -> dict[Spread, float]:
        """How high each plan stands, the first one highest."""
        rows = self.chart.rows
        return {row: float(len(rows) - place) for place, row in enumerate(rows)}

    @property
    def _near(self) -> float:
        """How near its figures what belongs to a plan stands, as a share of its room."""
        return len(self.chart.rows) / _MOST_PLANS

    def _series(self) -> Iterator[_Series]:
        ups = {row: up for row, up in self._ups.items() if row.known}
        figures = [_figures(row, up) for row, up in ups.items()]
        lines = [self._line(line) for line in self.chart.lines]
        yield from sorted([*figures, *lines], key=lambda one: -len(one.points))
        for row, up in ups.items():
            first, _, third = row.quarters
            yield _Series(f"{row.name}: middle half", ((first, up), (third, up)), boxed)
        for row, up in ups.items():
            said = f"middle {self.chart.unit.text(row.quarters[1])}"
            place = ((row.quarters[1], up),)
            yield _Series(f"{row.name}: middle", place, partial(middle, said=said))
        for row, up in self._ups.items():
            place = ((self._scale.low, up + self._near * _NAME),)
            yield _Series(row.name if row.known else f"{row.name}: no figure", place, headed)
        for row, up in ups.items():
            yield from self._ends(row, up)

    def _line(self, line: Line) -> _Series:
        """A line in pieces from above the first plan down, between them no height."""
        ups, near = [*self._ups.values()], self._near
        pieces = [(ups[0] + _HALF + _HEAD, ups[0] + near * (_NAME + _OFF))]
        for row, up in self._ups.items():
            pieces.append((up + near * _REACH, up - near * _REACH))
            below = up - 1 + near * (_NAME + _OFF) if up > ups[-1] else up - _HALF
            more = max((len(lines) - 1 for lines in self._said(row).values()), default=0)
            pieces.append((up - near * (_ENDS + _OFF + more * (_LOWER + _LINE)), below))
        heights = (height for top, foot in pieces if top > foot for height in (top, foot, None))
        return _Series(line.words, tuple((line.value, up) for up in heights)[:-1], judging)

    def _said(self, row: Spread) -> dict[str, list[str]]:
        """What names the least of a plan and its most, each on lines of half the chart."""
        # One alone is both.
        ends = {"least": 0, "most": -1} if len(row.known) > 1 else {"most": -1}
        room = self.wide * _PLACE[2] / 2 * _HALF_WIDE
        told = {which: row.known[place] for which, place in ends.items() if row.known}
        return {
            which: wrapped(f"{which}: {short_name(tick.name)} {tick.text}", ENDS, room)
            for which, tick in told.items()
        }

    def _ends(self, row: Spread, up: float) -> Iterator[_Series]:
        """What names the least of a plan, from the left, and its most, up to the right."""
        low, high = self._scale.low, self._scale.high
        sides = {"least": (low, XL_LABEL_POSITION.RIGHT), "most": (high, XL_LABEL_POSITION.LEFT)}
        for which, lines in self._said(row).items():
            along, side = sides[which]
            # Words of several lines stand around their middle.
            deep = _ENDS + (len(lines) - 1) * _LOWER
            dress = partial(ended, lines=lines, side=side)
            yield _Series(f"{row.name}: {which}", ((along, up - self._near * deep),), dress)

    def _stand(self, chart: Chart) -> None:
        """Leave the plans to their names, and write the figures along the foot."""
        along, up = chart.category_axis, chart.value_axis
        unit, scale = self.chart.unit, self._scale
        along.minimum_scale, along.maximum_scale = scale.low / unit.per, scale.high / unit.per
        along.major_unit = (scale.ticks[1] - scale.ticks[0]) / unit.per
        up.minimum_scale, up.maximum_scale = _HALF, len(self.chart.rows) + _HALF + _HEAD
        along.has_major_gridlines = up.has_major_gridlines = up.visible = False
        along.major_tick_mark = XL_TICK_MARK.OUTSIDE
        along.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        along.format.line.color.theme_color = RULE
        figures = along.tick_labels
        figures.number_format = scale_format(unit, scale.ticks)
        figures.number_format_is_linked = False


def _figures(row: Spread, up: float) -> _Series:
    values = [tick.value for tick in row.known if tick.value is not None]
    return _Series(f"{row.name}: each footprint", tuple((one, up) for one in values), dotted)
