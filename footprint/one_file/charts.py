"""Charts: what stands beside maps and tables as a picture, as values that the browser draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from footprint.charts.bars import Bars, Part
from footprint.charts.dots import Dot, Dots
from footprint.charts.flow import Flow
from footprint.charts.setting import Scale, plain, scale_of, written
from footprint.charts.slope import Leg, Slope
from footprint.charts.strip import Spread, Strip
from footprint.charts.trend import Course, Trend
from footprint.charts.vega import Chart
from footprint.content.values import Picture, Table
from footprint.english import capital, month, short_name
from footprint.measures.units import Unit
from footprint.one_file import parts
from footprint.one_file.pool import Tree
from footprint.web.small_flow import small_flow_source

_WHOLE = 1000
"""How far along a scale something stands is said in thousandths."""


def drawn(picture: Picture, ways: Table | None = None) -> list[parts.Part]:
    """The charts of a page, each under its heading; `ways` are those of a flow as a table."""
    return [part for chart in picture.charts for part in under_heading(chart, ways)]


def under_heading(chart: Chart, ways: Table | None = None) -> Iterator[parts.Part]:
    """A chart under its heading, with what its marks mean and what stands beside it as a table."""
    make = {Bars: bars, Dots: dots, Flow: flow, Slope: slope, Strip: strip, Trend: trend}
    yield parts.heading(chart.heading)
    yield make[type(chart)](chart)
    if not isinstance(chart, Flow):
        yield from parts.some([parts.small(chart.key)])
    elif ways:
        rows = f"{ways.title}, as a table ({len(ways.rows)} rows)"
        yield parts.opened(rows, [parts.figures(ways)])


def by_itself(chart: Chart) -> Iterator[parts.Part]:
    """A chart under its heading that says its own figures, where no table does."""
    heading, drawn, *more = under_heading(chart)
    yield from (heading, {**drawn, "words": chart.words}, *more)


def beside(picture: Picture) -> parts.Part:
    """The charts of a page beside each other."""
    return {"kind": "beside", "columns": [list(under_heading(one)) for one in picture.charts]}


def among_all(chart: Chart) -> Iterator[parts.Part]:
    """Ranked dots of all to be opened, where they stand beside one that is chosen."""
    if isinstance(chart, Dots):
        title = f"{chart.heading}: all {len(chart.rows)} ICBs"
        yield parts.opened(title, [dots(chart), *parts.some([parts.small(chart.key)])])


def bars(chart: Bars) -> parts.Part:
    """Bars: each with its name, its text and its ends; without an end there is no figure."""
    known = [one for part in chart.parts if part.end is not None for one in (part.start, part.end)]
    scale = scale_of(known, chart.unit)

    def row(part: Part) -> list[Tree]:
        ends = [] if part.end is None else [along(part.start, scale), along(part.end, scale)]
        return [part.name, part.text, ends, part.goes]

    return {"kind": "bars", "rows": [row(part) for part in chart.parts]}


def dots(chart: Dots) -> parts.Part:
    """Ranked dots: rows with name, figure, place and look, and what stands across them."""
    known = [dot.value for dot in chart.known if dot.value is not None]
    scale = scale_of([*known, *(line.value for line in chart.drawn_lines)], chart.unit)
    across: list[Tree] = [[along(one.value, scale), one.words] for one in chart.drawn_lines]
    return {
        "kind": "dots",
        "words": replace(chart, selected="").words,
        "rows": list(_rows(chart, scale)),
        "lines": across,
        "ticks": ticks(scale, chart.unit),
    }


def _rows(chart: Dots, scale: Scale) -> Iterable[Tree]:
    for dot in chart.rows:
        own = replace(chart, selected=dot.id)
        at = -1 if dot.value is None else along(dot.value, scale)
        rank = chart.ranked(own.place) if own.place else ""
        yield [dot.id, plain(short_name(dot.name)), dot.figure, at, _look(dot), dot.estimated, rank]


def _look(dot: Dot) -> str:
    return "below" if dot.below else "usual"


def flow(chart: Flow) -> parts.Part:
    """Everybody from plan to plan as a drawing."""
    source, wide, tall = small_flow_source(chart)
    words = chart.words
    return {"kind": "picture", "source": source, "words": words, "wide": wide, "tall": tall}


def along(value: float, scale: Scale) -> int:
    """How far along a scale a value stands."""
    return round(_WHOLE * (value - scale.low) / (scale.high - scale.low))


def ticks(scale: Scale, unit: Unit) -> list[Tree]:
    """The values that are written along a scale, each with its place."""
    return [[along(one, scale), written(one, unit)] for one in scale.ticks]


def slope(chart: Slope) -> parts.Part:
    """A slope: its legs, and the largest changes by number, each with what becomes of what."""
    scale = Scale(*chart.ends, ())
    named = chart.named
    usual = dict.fromkeys(_ends(leg, scale) for leg in chart.legs if leg not in named)
    return {
        "kind": "slope",
        "heading": chart.heading,
        "letters": chart.letters,
        "legs": " ".join(usual),
        "named": [_ends(leg, scale) for leg in named],
        "told": [[*leg.names, *leg.texts] for leg in named],
        "lines": [[along(one.value, scale), one.words] for one in chart.crossed],
    }


def _ends(leg: Leg, scale: Scale) -> str:
    return ",".join(str(along(value, scale)) for value in leg.values)


def strip(chart: Strip) -> parts.Part:
    """A strip: every figure of each plan, its middle half and its middle one, and its words.

    Figures are told as they are: those of a plan are the same whatever it is compared with.
    """
    known = [tick.value for row in chart.rows for tick in row.known if tick.value is not None]
    scale = scale_of([*known, *(line.value for line in chart.lines)], chart.unit)
    return {
        "kind": "strip",
        "rows": [_spread(chart, row) for row in chart.rows],
        "scale": [scale.low, scale.high],
        "lines": [[one.value, one.words] for one in chart.lines],
        "ends": [written(scale.low, chart.unit), written(scale.high, chart.unit)],
    }


def _spread(chart: Strip, row: Spread) -> list[Tree]:
    marks = [tick.value for tick in row.known]
    quarters = row.quarters if row.known else []
    return [row.name, marks, quarters, f"{capital(chart.figures(row))}."]


def trend(chart: Trend) -> parts.Part:
    """A trend: both of its lines, with their last figures; the table above it has all of them."""
    known = [value for one in chart.courses for value in one.values if value is not None]
    scale = scale_of(known, chart.unit)
    days = [date.fromisoformat(when).toordinal() for when in chart.dates]
    across = Scale(days[0], days[-1], ())
    return {
        "kind": "trend",
        "heading": chart.heading,
        "dates": [along(day, across) for day in days],
        "months": [month(chart.dates[0]), month(chart.dates[-1])],
        "courses": [_course(one, scale) for one in (chart.own, chart.england)],
        "hollow": chart.estimated,
        "ticks": ticks(scale, chart.unit),
    }


def _course(course: Course, scale: Scale) -> list[Tree]:
    """Whose line it is, how high it stands at each date, and its last figure."""
    places = [-1 if value is None else along(value, scale) for value in course.values]
    last = course.texts[course.known[-1]] if course.known else ""
    return [course.name, places, last]
