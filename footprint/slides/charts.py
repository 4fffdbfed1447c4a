"""Slide charts: what PowerPoint needs to draw a chart itself, to be edited, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pptx.chart.axis import CategoryAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.datalabel import DataLabel
from pptx.chart.series import BarSeries, LineSeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from footprint.charts.bars import Bars, Part
from footprint.charts.dots import Dot, Dots
from footprint.charts.slope import Leg, Slope
from footprint.charts.slope_marks import APART, apart
from footprint.charts.strip import Strip
from footprint.charts.trend import Trend
from footprint.english import KEPT_SPACE, short_name, unbroken
from footprint.measures.said import with_notes
from footprint.measures.units import Unit
from footprint.office.text_sizes import LEADING, MM_PER_POINT, across
from footprint.papers.archives import settled
from footprint.papers.box import Box
from footprint.papers.words import legal
from footprint.slides.chart_parts import (
    LARGEST,
    SMALLEST,
    Native,
    laid_out,
    number_format,
    on_white,
    say,
    stand_at,
    unled,
    write_in,
)
from footprint.slides.decks import BLUE, GREY, RULE, TEXT
from footprint.slides.rules import Ruled, named_share
from footprint.slides.strips import NativeStrip
from footprint.slides.trends import NativeTrend
from footprint.spreadsheets import inert

_OF_ROW = 0.78
_BELOW, _CHOSEN = MSO_THEME_COLOR.ACCENT_2, TEXT
# Where the lines of a slope stand on its chart, as shares of it; names have the room beside them.
_LEFT, _TOP, _WIDE, _DEEP = 0.35, 0.08, 0.3, 0.89
# Millimetres between the end of a line and its name.
_OFF = 4.0
_BESIDE = (XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.RIGHT)


@dataclass(frozen=True)
class NativeBar:
    """One bar: whose it is with what has to be known of its figure, and the number that is said.

    None is no figure.
    """

    name: str
    number: float | None
    stands_out: bool = False
    below: bool = False
    start: float = 0.0


@dataclass(frozen=True)
class NativeBars:
    """Bars from the top down, and the format in which their numbers read as on screen."""

    kind = XL_CHART_TYPE.BAR_CLUSTERED
    title: str
    bars: tuple[NativeBar, ...]
    number_format: str
    lines: tuple[tuple[float, str], ...] = ()

    @property
    def data(self) -> CategoryChartData:
        """A number for each bar."""
        data = CategoryChartData(number_format=self.number_format)
        data.categories = [inert(legal(bar.name)) for bar in self.bars]
        data.add_series(legal(self.title), [bar.number for bar in self.bars])
        return data

    def dress(self, chart: Chart, box: Box) -> None:
        """Name and colour the bars."""
        write_in(chart, self._points(box))
        plot = chart.plots[0]
        plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 45, False, True
        labels = plot.data_labels
        labels.number_format, labels.number_format_is_linked = self.number_format, False
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        _names(chart.category_axis)
        chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
        _colours(plot.series[0], self)
        if self.lines:
            self.ruled(box).stand(chart)

    def ruled(self, box: Box) -> Ruled:
        """The lines that the bars are judged by, where they stand in a chart that fills a box."""
        numbers = tuple(bar.number for bar in self.bars if bar.number is not None)
        names = (bar.name for bar in self.bars)
        return Ruled(self.lines, numbers, named_share(names, self._points(box), box))

    def _points(self, box: Box) -> int:
        """The largest letters that its rows allow."""
        per_row = box.height / max(len(self.bars), 1)
        return max(SMALLEST, min(LARGEST, int(_OF_ROW * per_row / MM_PER_POINT)))


@dataclass(frozen=True)
class NativeSpans(NativeBars):
    """Bars that need not begin at zero: what is taken hangs between what was and what is left.

    They stand on bars without a colour.
    """

    kind = XL_CHART_TYPE.BAR_STACKED

    @property
    def data(self) -> CategoryChartData:
        """Where each bar begins, and its number."""
        data = CategoryChartData(number_format=self.number_format)
        data.categories = [inert(legal(bar.name)) for bar in self.bars]
        data.add_series(_BEGINS, [bar.start or None for bar in self.bars])
        data.add_series(legal(self.title), [bar.number for bar in self.bars])
        return data

    def dress(self, chart: Chart, box: Box) -> None:
        """Name and colour the bars; each figure stands in its bar, on white."""
        del box
        write_in(chart, LARGEST)
        plot = chart.plots[0]
        plot.gap_width, plot.overlap, plot.vary_by_categories = 45, 100, False
        _names(chart.category_axis)
        chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
        chart.value_axis.minimum_scale = 0
        begins, bars = plot.series
        begins.format.fill.background()
        _colours(bars, self)
        for place, bar in enumerate(self.bars):
            if bar.number is not None:
                label = bars.points[place].data_label
                label.position = XL_LABEL_POSITION.CENTER
                say(label, name=False, number=True)
                on_white(label)


_BEGINS = "Begins at"


@dataclass(frozen=True)
class NativeSlope:
    """A line for each footprint from one plan to another, the largest changes named.

    The lines it is judged by are series after those of the footprints.
    """

    kind = XL_CHART_TYPE.LINE_MARKERS
    chart: Slope

    @property
    def data(self) -> CategoryChartData:
        """Two numbers for each footprint, as they are said."""
        chart, rounded = self.chart, self.chart.unit.rounded
        data = CategoryChartData(number_format=number_format(chart.unit))
        sides = zip(chart.letters, chart.sides, strict=True)
        data.categories = [inert(legal(f"{letter}: {side}")) for letter, side in sides]
        for leg in self._legs:
            data.add_series(
                inert(legal(short_name(leg.names[0]))), [rounded(value) for value in leg.values]
            )
        for line in chart.crossed:
            data.add_series(inert(legal(line.words)), 2 * [rounded(line.value)])
        return data

    def dress(self, chart: Chart, box: Box) -> None:
        """Name and colour the lines; names that would lie on each other are moved apart."""
        points = self._points(box.width)
        write_in(chart, points)
        _stand(chart, self.chart)
        series = list(chart.plots[0].series)
        lines = dict(zip(self._legs, series, strict=False))
        for leg, line in lines.items():
            _look(line, *_looks(self.chart, leg))
        for line in series[len(lines) :]:
            _judge(line, (_WIDE - across(_kept_off(line.name), points) / box.width) / 2)
        for side in (0, 1):
            for leg, down in _moved(self.chart, side, box.height, points):
                _label(lines[leg].points[side].data_label, leg, side, down)

    @property
    def _legs(self) -> list[Leg]:
        """What is named lies above the rest, and what is chosen above all."""
        chart = self.chart
        return sorted(chart.legs, key=lambda leg: (leg in chart.named, chart.chosen(leg)))

    def _points(self, wide: float) -> int:
        """The largest size at which every name has room beside the lines."""
        said = [_said(leg, side) for side in (0, 1) for leg in self.chart.labelled(side)]
        room = (1 - _WIDE) / 2 * wide - _OFF
        sizes = range(LARGEST, SMALLEST, -1)
        fits = (size for size in sizes if all(across(words, size) <= room for words in said))
        return next(fits, SMALLEST)


def _looks(chart: Slope, leg: Leg) -> tuple[MSO_THEME_COLOR, float, int]:
    """The colour of a leg, how thick it is and how large its ends are, in points."""
    if chart.chosen(leg):
        return _CHOSEN, 3.5, 9
    return (BLUE, 2, 7) if leg in chart.named else (RULE, 1.2, 5)


def _look(line: LineSeries, colour: MSO_THEME_COLOR, weight: float, size: int) -> None:
    line.smooth = False
    line.format.line.color.theme_color, line.format.line.width = colour, Pt(weight)
    line.marker.style, line.marker.size = XL_MARKER_STYLE.CIRCLE, size
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.theme_color = colour
    line.marker.format.line.fill.background()


def _judge(line: LineSeries, along: float) -> None:
    """Draw a line that figures are judged by, with its words so far along it, off its ends."""
    line.smooth, line.marker.style = False, XL_MARKER_STYLE.NONE
    line.format.line.color.theme_color, line.format.line.width = GREY, Pt(1)
    line.format.line.dash_style = MSO_LINE.DASH
    label = line.points[0].data_label
    label.position = XL_LABEL_POSITION.RIGHT
    label.text_frame.text = _kept_off(line.name)
    label.text_frame.word_wrap = False
    on_white(label)
    _move(label, along, 0.0)
    unled(line)


def _kept_off(words: str) -> str:
    """Words with room on both sides, so that a line ends a little off them."""
    return f"{KEPT_SPACE}{unbroken(words)}{KEPT_SPACE}"


def _stand(chart: Chart, told: Slope) -> None:
    """Give the lines the middle of a chart, and the names of the plans the room above them."""
    sides, up = chart.category_axis, chart.value_axis
    sides.tick_label_position, sides.major_tick_mark = (
        XL_TICK_LABEL_POSITION.HIGH,
        XL_TICK_MARK.NONE,
    )
    sides.has_major_gridlines = True
    sides.major_gridlines.format.line.color.theme_color = RULE
    sides.format.line.fill.background()
    up.visible = up.has_major_gridlines = False
    up.minimum_scale, up.maximum_scale = (end / told.unit.per for end in told.ends)
    # The first plan stands at the left edge and the second at the right one.
    edges = parse_xml(f'<c:crossBetween {nsdecls("c")} val="midCat"/>')
    up._element.find(qn("c:crosses")).addnext(edges)
    stand_at(chart, _LEFT, _TOP, _WIDE, _DEEP)


def _moved(chart: Slope, side: int, high: float, points: int) -> list[tuple[Leg, float]]:
    """Each leg that is named on a side, and how far down its name is moved, as a share."""
    low, top = chart.ends
    named = chart.labelled(side)
    # As many pixels as the letters of a chart on screen would have for the same room.
    deep = _DEEP * high / (points * LEADING * MM_PER_POINT) * APART
    places = [(top - leg.values[side]) / (top - low) * deep for leg in named]
    moved = apart(places, deep)
    return [
        (leg, (there - here) / deep * _DEEP)
        for leg, here, there in zip(named, places, moved, strict=True)
    ]


def _label(label: DataLabel, leg: Leg, side: int, down: float) -> None:
    """Write the name of a leg and its figure; where it goes by another name, that name."""
    label.position = _BESIDE[side]
    if side and leg.names[0] != leg.names[1]:
        label.text_frame.text = _said(leg, side)
        label.text_frame.word_wrap = False
    else:
        say(label, name=True, number=True)
    if down:
        _move(label, 0.0, down)


def _move(label: DataLabel, along: float, down: float) -> None:
    """Move a label by shares of its chart from where its position would put it."""
    moved = f'<c:x val="{along:.4f}"/><c:y val="{down:.4f}"/>'
    label._get_or_add_dLbl().find(qn("c:idx")).addnext(laid_out(moved))


def _said(leg: Leg, side: int) -> str:
    return unbroken(legal(f"{leg.texts[side]} {short_name(leg.names[side])}"))


def native(chart: Dots | Bars | Slope | Strip | Trend, wide: float) -> Native:
    """A chart so many millimetres wide as an office program draws it, in the same order."""
    if isinstance(chart, Slope):
        return NativeSlope(chart)
    if isinstance(chart, Trend):
        return NativeTrend(chart)
    if isinstance(chart, Strip):
        return NativeStrip(chart, wide)
    if isinstance(chart, Dots):
        bars = tuple(_dot(dot, chart) for dot in chart.rows)
        lines = tuple((chart.unit.rounded(one.value), one.words) for one in chart.drawn_lines)
        return NativeBars(chart.title, bars, number_format(chart.unit), lines)
    bars = tuple(_part(part, chart.unit) for part in chart.parts)
    return NativeSpans(chart.title, bars, number_format(chart.unit))


def _dot(dot: Dot, chart: Dots) -> NativeBar:
    known = dot.value is not None
    number = chart.unit.rounded(dot.value or 0.0) if known else None
    return NativeBar(_named(dot, known=known), number, dot.id == chart.selected, dot.below)


def _part(part: Part, unit: Unit) -> NativeBar:
    known = part.end is not None
    number = unit.rounded((part.end or 0.0) - part.start) if known else None
    name, start = _named(part, known=known), unit.rounded(part.start)
    return NativeBar(name, number, below=part.goes, start=start)


def _named(one: Dot | Part, *, known: bool) -> str:
    """A name with what has to be known of its figure."""
    if known:
        return with_notes(one.name, one.notes)
    return with_notes(one.name, [": ".join([one.figure, *one.notes])])


def settle(chart: Chart, day: date) -> None:
    """Date the workbook in a chart."""
    book = chart.part.chart_workbook.xlsx_part
    book._blob = settled(book.blob, day)


def _names(axis: CategoryAxis) -> None:
    """The first at the top, and names beside the bars even where these run to the left."""
    axis.reverse_order, axis.has_major_gridlines = True, False
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.major_tick_mark = XL_TICK_MARK.NONE


def _colours(series: BarSeries, told: NativeBars) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.theme_color = BLUE
    series.invert_if_negative = False
    for place, bar in enumerate(told.bars):
        if bar.stands_out or bar.below:
            fill = series.points[place].format.fill
            fill.solid()
            fill.fore_color.theme_color = _CHOSEN if bar.stands_out else _BELOW
