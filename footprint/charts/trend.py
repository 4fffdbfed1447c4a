"""Trend: a figure at each date, as a line beside that of all England."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from footprint.charts.dot_marks import value_axis
from footprint.charts.setting import Setting, Spec, plain, scale_of
from footprint.charts.slope_marks import apart
from footprint.english import capital, listed, month, short_name
from footprint.maps.palette import COAST_LINE, HOUSE_BLUE, INK, PAPER, QUIET_INK, RULE
from footprint.measures.marks import BY_SHARE
from footprint.measures.units import Unit

# Pixels: between the ends of the scale, and the axis with what stands above it.
_DEEP, _AXIS = 200, 48
# Letters of a name, and where there is little room.
_LONG, _SHORT = 32, 14
# Part of the time that is left free before the first date, for its figures.
_BEFORE = 0.16


@dataclass(frozen=True, kw_only=True)
class Course:
    """One line: whose it is, and its value and its text at every date; None is no figure."""

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]

    @property
    def known(self) -> tuple[int, ...]:
        """At which dates there is a figure, by their place."""
        return tuple(place for place, value in enumerate(self.values) if value is not None)


@dataclass(frozen=True, kw_only=True)
class Trend:
    """A figure of one footprint at every date, the first the earliest, and England's beside it.

    Dates are such as 2025-03-31. An `estimated` figure is one that was shared out.
    """

    title: str
    unit: Unit
    dates: tuple[str, ...]
    own: Course
    england: Course
    estimated: bool = False

    @property
    def heading(self) -> str:
        """What stands above it."""
        return f"{self.title}: {self.own.name}"

    @property
    def courses(self) -> tuple[Course, Course]:
        """Both of its lines; its own is drawn last."""
        return self.england, self.own

    @property
    def lined(self) -> str:
        """No lines are drawn across it."""
        return ""

    @property
    def key(self) -> str:
        """What its lines mean."""
        marks = {"Dashed: England": bool(self.england.known), f"○ {BY_SHARE}": self.estimated}
        return " · ".join(words for words, occurs in marks.items() if occurs)

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        said = [f"{one.name}: {self._told(one)}" for one in (self.own, self.england)]
        about = [f"{capital(BY_SHARE)} for this footprint"] if self.estimated else []
        return f"{'. '.join([self.heading, *said, *about])}."

    def _told(self, course: Course) -> str:
        every = zip(course.texts, self.dates, strict=True)
        return listed([f"{text} in {month(when)}" for text, when in every])

    def of(self, ids: Collection[str]) -> Trend:
        """The same, whatever part is looked at: it is of one footprint."""
        del ids
        return self


def trend_height() -> int:
    """Pixels that it takes from top to bottom."""
    return _DEEP + _AXIS


def trend_parts(chart: Trend, setting: Setting) -> Spec:
    """What is particular to a trend in a specification."""
    rows = [row for course in chart.courses for row in _rows(chart, course)]
    return {
        "data": {"values": rows},
        "encoding": {"x": _dates(chart, setting), "y": _values(chart, setting)},
        "layer": [_lines(), _points(), _firsts(chart, setting), _lasts(chart, setting)],
    }


def _rows(chart: Trend, course: Course) -> list[Spec]:
    return [
        {
            "day": _day(when),
            "value": value,
            "england": course is chart.england,
            "hollow": chart.estimated and course is chart.own,
            "told": plain(f"{course.name}, {month(when)}: {text}"),
        }
        for when, value, text in zip(chart.dates, course.values, course.texts, strict=True)
    ]


def _day(when: str) -> int:
    """A date as a number, the same in every time zone."""
    return date.fromisoformat(when).toordinal()


def _dates(chart: Trend, setting: Setting) -> Spec:
    days = [_day(when) for when in chart.dates]
    before = _BEFORE * (days[-1] - days[0] or 1)
    words = [_short(when) for when in chart.dates]
    last = len(words) - 1
    few = [word if place in (0, last) else "" for place, word in enumerate(words)]
    told = f"({setting.narrow} ? {json.dumps(few)} : {json.dumps(words)})"
    return {
        "field": "day",
        "type": "quantitative",
        "scale": {"domain": [days[0] - before, days[-1]], "nice": False, "zero": False},
        "axis": {
            "title": None,
            "values": days,
            "grid": False,
            "labelExpr": f"{told}[round(datum.index * {last})]",
            "labelFlush": False,
            "labelOverlap": "greedy",
        },
    }


def _short(when: str) -> str:
    """A month as an axis has room for it."""
    name, _, year = month(when).partition(" ")
    return f"{name[:3]} {year}"


def _values(chart: Trend, setting: Setting) -> Spec:
    """Figures up the side, which stand at the ends alone where there is little room."""
    known = [value for one in chart.courses for value in one.values if value is not None]
    along = value_axis("value", scale_of(known, chart.unit), chart.unit)
    grid = {"grid": True, "gridColor": RULE, "gridOpacity": 0.5, "domain": False, "ticks": False}
    words = f"{setting.narrow} ? '' : {along['axis']['labelExpr']}"
    return {**along, "axis": {**along["axis"], **grid, "labelPadding": 6, "labelExpr": words}}


def _whose(england: object, own: object) -> Spec:
    """A way of drawing that says whose line it is."""
    return {"condition": {"test": "datum.england", "value": england}, "value": own}


def _lines() -> Spec:
    return {
        "mark": {"type": "line"},
        "encoding": {
            "detail": {"field": "england"},
            "color": _whose(COAST_LINE, HOUSE_BLUE),
            "strokeDash": _whose([6, 4], [1, 0]),
            "strokeWidth": _whose(1.8, 2.8),
        },
    }


def _points() -> Spec:
    colour = _whose(COAST_LINE, HOUSE_BLUE)
    hollow = {"test": "datum.hollow", "value": PAPER}
    return {
        "transform": [{"filter": "isValid(datum.value)"}],
        "mark": {"type": "point", "filled": True, "opacity": 1, "strokeWidth": 2},
        "encoding": {
            "shape": _whose("square", "circle"),
            "size": _whose(36, 64),
            "stroke": colour,
            "fill": {**colour, "condition": [hollow, colour["condition"]]},
            "tooltip": {"field": "told", "type": "nominal"},
        },
    }


def _firsts(chart: Trend, setting: Setting) -> Spec:
    """The earliest figure of each line, before its first mark."""
    told = [(course, course.known[0], "") for course in chart.courses if course.known]
    mark = {"align": "right", "dx": -9, "text": {"expr": "datum.figure"}}
    return _ends(chart, setting, told, mark)


def _lasts(chart: Trend, setting: Setting) -> Spec:
    """The latest figure of each line with its name, after its last mark."""
    told = [(one, one.known[-1], short_name(one.name)) for one in chart.courses if one.known]
    name = f"{setting.narrow} ? datum.short : datum.long"
    text = f"trim(datum.figure + ' ' + ({name}))"
    return _ends(chart, setting, told, {"align": "left", "dx": 9, "text": {"expr": text}})


def _ends(chart: Trend, setting: Setting, told: list[tuple[Course, int, str]], mark: Spec) -> Spec:
    """Words beside ends of lines, moved apart where they would lie on each other."""
    low, high = _values(chart, setting)["scale"]["domain"]
    pixel = (high - low) / _DEEP
    tops = apart([(high - (one.values[place] or 0.0)) / pixel for one, place, _ in told], _DEEP)
    rows = [
        {
            "day": _day(chart.dates[place]),
            "value": high - top * pixel,
            "figure": course.texts[place],
            "long": _whole(name, _LONG),
            "short": _whole(name, _SHORT),
            "england": course is chart.england,
        }
        for (course, place, name), top in zip(told, tops, strict=True)
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "baseline": "middle", **mark},
        "encoding": {"color": _whose(QUIET_INK, INK)},
    }


def _whole(name: str, letters: int) -> str:
    """A name where there is room for it; the heading says whose line it is where there is none."""
    shown = plain(name)
    return shown if len(shown) <= letters else ""
