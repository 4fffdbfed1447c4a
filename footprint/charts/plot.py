"""Plots: whole numbers along and figures up, as lines, bars or steps, with plans marked in it."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from footprint.charts.dot_marks import PICK
from footprint.charts.setting import Setting, Spec, plain, whole_step
from footprint.english import large, within
from footprint.maps.palette import COAST_LINE, HOUSE_BLUE, INK, PAPER, QUIET_INK, RULE

Look = Literal["line", "dashed", "dotted", "bars", "steps", "dots"]
_DASHES = {"line": [1, 0], "dashed": [7, 4], "dotted": [2, 3], "steps": [1, 0], "dots": [1, 0]}
_COLOURS = {
    "line": HOUSE_BLUE,
    "dashed": INK,
    "dotted": QUIET_INK,
    "steps": HOUSE_BLUE,
    "dots": COAST_LINE,
}
_SHAPES = {
    "line": "circle",
    "dashed": "square",
    "dotted": "diamond",
    "steps": "circle",
    "dots": "circle",
}
_SIZES = {"steps": 120, "dots": 70}
# Pixels: between the ends of the scale, the axis with its title, and a line of words above.
_DEEP, _AXIS, _ABOVE = 220, 56, 17
# Letters of a plan's name, with its figure, where there is room and where there is little.
_LONG, _SHORT = 64, 56
# A name stands so far from its line, and may reach so far over the axis; a line ends so far above a
# plan's point.
_BESIDE, _BEYOND, _OVER = 4, 24, 9
# No more ticks than this along, and no more points that are told one by one.
_MOST_TICKS, _MOST_TOLD = 16, 60
# Pixels of a bar that has room for words along it, and for words that stand upright on it.
_WIDE, _UPRIGHT = 90, 12


@dataclass(frozen=True)
class Point:
    """One point: a whole number along, where it stands up the side, and what is said of it.

    With a `key` it can be pressed. `written` stands by its bar, where that is too low to be read.
    """

    across: int
    up: float
    told: str
    key: str = ""
    written: str = ""


@dataclass(frozen=True)
class Series:
    """Points drawn in one way, under one name."""

    name: str
    look: Look
    points: tuple[Point, ...]

    @property
    def told(self) -> str:
        """What is said of each of its points, or how many they are where nobody could listen."""
        if len(self.points) > _MOST_TOLD:
            return f"{len(self.points):,} points, too many to tell one by one"
        return "; ".join(point.told for point in self.points)


@dataclass(frozen=True)
class Mark:
    """A plan in the plot: a line across it at a number, or a point where it says how far up.

    `outside` says why it is none of what is drawn; its line is then dashed, its point hollow.
    """

    name: str
    across: int
    up: float | None = None
    outside: str = ""

    @property
    def told(self) -> str:
        """Its name, and why it is none of what is drawn, where it is not."""
        return ": ".join(filter(None, (self.name, self.outside)))


@dataclass(frozen=True, kw_only=True)
class Plot:
    """Series over whole numbers; `ticks` are the places up the side that are named.

    Where a bar stands for a class of so many numbers, a `band`, its point is the first of them.
    """

    title: str
    across: str
    up: str
    series: tuple[Series, ...]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...] = ()
    said: str = ""
    band: int = 1

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.title

    @property
    def lined(self) -> str:
        """What the lines across it are."""
        return "; ".join(self.named(mark) for mark in self.marks if mark.up is None)

    def named(self, mark: Mark) -> str:
        """A plan's name, with its figure where no bar says it."""
        exact = self.band > 1 and mark.up is None
        return f"{mark.name}: {mark.across:,}" if exact else mark.name

    @property
    def key(self) -> str:
        """What its lines and marks mean, of those that occur."""
        words = {"line": "line", "dashed": "dashed", "dotted": "dotted"}
        if len(self.series) == 1 or any(one.look == "dots" for one in self.series):
            return self.said
        named = [f"{words.get(one.look, 'bars')}: {one.name}" for one in self.series]
        return " · ".join(filter(None, [*named, self.said]))

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        told = [f"{one.name}: {one.told}" for one in self.series]
        marked = [f"{one.name}, {self._figures(one)}" for one in self.marks]
        return f"{'. '.join([self.heading, *told, *marked])}."

    def _figures(self, mark: Mark) -> str:
        """What a plan has, and why it is none of what is drawn."""
        has = [f"{within(self.across)}: {mark.across:,}"]
        if mark.up is not None:
            has.append(f"{within(self.up)}: {mark.up:,.0f}")
        return "; ".join(filter(None, [*has, mark.outside]))

    @property
    def drawn_names(self) -> tuple[Mark, ...]:
        """The marks from the highest name to the lowest.

        Names stand to the left of marks in the right half, so that of those the one furthest
        right is named highest, and no name is crossed.
        """
        half = _half(self)
        right = sorted((m for m in self.marks if m.across > half), key=lambda m: -m.across)
        left = sorted((m for m in self.marks if m.across <= half), key=lambda m: m.across)
        return (*left, *right)

    def of(self, ids: Collection[str]) -> Plot:
        """The same, whatever part is looked at: it is of no footprint."""
        del ids
        return self


def plot_height(chart: Plot) -> int:
    """Pixels that it takes from top to bottom."""
    return _DEEP + _AXIS + _ABOVE * len(chart.marks)


def plot_pressed(chart: Plot) -> bool:
    """Whether any of its points can be pressed."""
    return any(point.key for one in chart.series for point in one.points)


def plot_parts(chart: Plot, setting: Setting) -> Spec:
    """What is particular to a plot in a specification."""
    layers = [layer for one in chart.series for layer in _series(chart, one, setting)]
    return {
        "encoding": {"x": _along(chart), "y": _up(chart)},
        "layer": [
            *layers,
            *_lines(chart),
            *_names(chart, setting),
            *_written(chart),
            *_spots(chart),
            *_press(chart, setting),
        ],
    }


def _domain(chart: Plot) -> tuple[float, float]:
    """From where to where it runs along, with a little room at both ends."""
    along = [point.across for one in chart.series for point in one.points]
    ends = [across + chart.band - 1 for across in along]
    along += [mark.across for mark in chart.marks]
    low, high = min(along, default=0), max([*along, *ends], default=1)
    room = max(0.6, 0.015 * (high - low))
    return low - room, high + room


def _half(chart: Plot) -> float:
    return sum(_domain(chart)) / 2


def _along(chart: Plot) -> Spec:
    low, high = _domain(chart)
    step = whole_step((high - low) / _MOST_TICKS)
    values = list(range(math.ceil(low / step) * step, math.floor(high) + 1, step))
    return {
        "field": "across",
        "type": "quantitative",
        "scale": {"domain": [low, high], "nice": False, "zero": False},
        "axis": {
            "title": chart.across,
            "titleFontWeight": "normal",
            "values": values,
            "labelExpr": _spoken((one, large(one)) for one in values),
            "grid": False,
            "labelOverlap": True,
        },
    }


def _spoken(ticks: Iterable[tuple[float, str]]) -> str:
    """What is written at each place of an axis, as an expression."""
    return f"{json.dumps({f'{place:.15g}': text for place, text in ticks})}[datum.value] || ''"


def _up(chart: Plot) -> Spec:
    places = [place for place, _ in chart.ticks]
    return {
        "field": "up",
        "type": "quantitative",
        "scale": {"domain": [min(places), max(places)], "nice": False, "zero": False},
        "axis": {
            "title": chart.up,
            "titleFontWeight": "normal",
            "values": places,
            "labelExpr": _spoken(chart.ticks),
            "grid": True,
            "gridColor": RULE,
            "gridOpacity": 0.5,
            "domain": False,
            "ticks": False,
            "labelLimit": 110,
        },
    }


def _series(chart: Plot, one: Series, setting: Setting) -> list[Spec]:
    data = {"values": [_row(chart, point, setting) for point in one.points]}
    told = {"tooltip": {"field": "told", "type": "nominal"}}
    if one.look == "bars":
        bottom = {"y2": {"datum": min(place for place, _ in chart.ticks)}}
        wide = {
            "type": "bar",
            "width": {"expr": _wide(chart)},
            "color": HOUSE_BLUE,
            "minBandSize": 1,
        }
        rule = {"type": "tick", "orient": "horizontal", "color": HOUSE_BLUE, "thickness": 2}
        return [
            {"data": data, "mark": wide, "encoding": {**told, **bottom}},
            # What is too rare for a bar still has its place.
            {"data": data, "mark": {**rule, "width": {"expr": _wide(chart)}}, "encoding": told},
        ]
    point = {"type": "point", "filled": True, "opacity": 1, "size": _SIZES.get(one.look, 40)}
    mark = {**point, "shape": _SHAPES[one.look], "color": _COLOURS[one.look]}
    points = {"data": data, "mark": mark, "encoding": told}
    stepped = {"interpolate": "step-after"} if one.look == "steps" else {}
    line = {"type": "line", "color": _COLOURS[one.look], "strokeDash": _DASHES[one.look]}
    drawn = {"data": data, "mark": {**line, **stepped, "strokeWidth": 2}}
    return [points] if one.look == "dots" else [drawn, points]


def _wide(chart: Plot) -> str:
    """Pixels of a bar, with a little gap to the next; that of a class is as wide as the class."""
    low, high = _domain(chart)
    part = 0.8 if chart.band == 1 else 0.95
    return f"max(1, {part * chart.band} * width / {high - low})"


def _middle(chart: Plot, point: Point) -> float:
    """Where a point stands along: the middle of its class, or the number itself."""
    return point.across if chart.band == 1 else point.across + (chart.band - 1) / 2


def _beside_plans(chart: Plot, point: Point) -> float:
    """The middle of the widest part of a class in which no line of a plan stands."""
    last = point.across + chart.band - 1
    inside = (mark.across for mark in chart.marks if point.across < mark.across < last)
    edges = [point.across, *sorted(inside), last]
    low, high = max(pairwise(edges), key=lambda ends: ends[1] - ends[0])
    return (low + high) / 2 if chart.band > 1 else point.across


def _written(chart: Plot) -> list[Spec]:
    """What is written over low bars: along where they are wide, upright where they are less so."""
    points = [point for one in chart.series for point in one.points if point.written]
    if not points:
        return []
    rows = [
        {"across": _beside_plans(chart, one), "up": one.up, "written": plain(one.written)}
        for one in points
    ]
    along = f"{_wide(chart)} > {_WIDE}"
    words = {
        "type": "text",
        "text": {"expr": "datum.written"},
        "angle": {"expr": f"{along} ? 0 : -90"},
        "align": {"expr": f"{along} ? 'center' : 'left'"},
        "baseline": {"expr": f"{along} ? 'bottom' : 'middle'"},
        "dx": {"expr": f"{along} ? 0 : 6"},
        "dy": {"expr": f"{along} ? -5 : 0"},
        "opacity": {"expr": f"{_wide(chart)} < {_UPRIGHT} ? 0 : 1"},
    }
    return [
        {"data": {"values": rows}, "mark": {**words, "stroke": PAPER, "strokeWidth": 4}},
        {"data": {"values": rows}, "mark": {**words, "color": INK}},
    ]


def _press(chart: Plot, setting: Setting) -> list[Spec]:
    """What is pressed lies unseen over the points, larger than they are; on paper nothing is."""
    if setting.whole or not plot_pressed(chart):
        return []
    points = [point for one in chart.series for point in one.points if point.key]
    return [
        {
            "data": {"values": [_row(chart, point, setting) for point in points]},
            "params": [
                {"name": PICK, "select": {"type": "point", "fields": [PICK], "toggle": "false"}}
            ],
            "mark": {
                "type": "point",
                "filled": True,
                "opacity": 0,
                "size": 420,
                "cursor": "pointer",
            },
            "encoding": {"tooltip": {"field": "told", "type": "nominal"}},
        }
    ]


def _row(chart: Plot, point: Point, setting: Setting) -> Spec:
    return {
        "across": _middle(chart, point),
        "up": point.up,
        "told": plain(point.told),
        # A browser tells of a press only where it tells something new.
        PICK: f"{point.key}|{setting.turn}",
    }


def _above(chart: Plot) -> Iterator[tuple[Mark, int]]:
    """Each plan with the row of its name above the plot, in pixels: one each, so none overlap."""
    for row, mark in enumerate(chart.drawn_names):
        yield mark, -_ABOVE * (len(chart.marks) - row) + 8


def _lines(chart: Plot) -> list[Spec]:
    """A line for each plan from its name down: through the plot, or to its point in it."""
    return [_line(mark, above) for mark, above in _above(chart)]


def _line(mark: Mark, above: int) -> Spec:
    rule = {"type": "rule", "color": INK, "strokeWidth": 1.6, "y": above - 6}
    end = "height"
    if mark.up is not None:
        rule["strokeWidth"], end = 0.8, f"scale('y', {mark.up:.15g}) - {_OVER}"
    elif mark.outside:
        rule["strokeDash"] = [5, 4]
    return {
        "data": {"values": [{"across": mark.across}]},
        "mark": {**rule, "y2": {"expr": end}},
        "encoding": {"y": None},
    }


def _names(chart: Plot, setting: Setting) -> list[Spec]:
    """The names of plans beside their lines; other lines end at the paper around a name.

    Where a name would reach beyond the plot, it is moved into it.
    """
    names: list[Spec] = []
    for mark, above in _above(chart):
        end = mark.across > _half(chart)
        short, long = (_cut(chart, mark, setting, most) for most in (_SHORT, _LONG))
        wide = f"({setting.narrow} ? {setting.wide(short):g} : {setting.wide(long):g})"
        at = f"scale('x', {mark.across})"
        left = f"max(-{_BEYOND}, min({at} + {_BESIDE}, width - {wide}))"
        right = f"min(width, max({at} - {_BESIDE}, {wide} - {_BEYOND}))"
        words = {
            "type": "text",
            "align": "right" if end else "left",
            "x": {"expr": right if end else left},
            "y": above,
            "text": {"expr": f"{setting.narrow} ? {json.dumps(short)} : {json.dumps(long)}"},
        }
        if not setting.whole:
            words["limit"] = {"expr": "width"}
        names += [
            {
                "data": {"values": [{}]},
                "mark": {**words, **look},
                "encoding": {"x": None, "y": None},
            }
            for look in ({"stroke": PAPER, "strokeWidth": 4}, {"color": INK})
        ]
    return names


def _cut(chart: Plot, mark: Mark, setting: Setting, most: int) -> str:
    """A plan's name in no more than so many letters, with the whole of its figure."""
    figure = chart.named(mark).removeprefix(mark.name)
    return f"{setting.cut(mark.name, most - len(figure))}{figure}"


def _spots(chart: Plot) -> list[Spec]:
    """Plans as points of a shape of their own."""
    rows = [
        {
            "across": mark.across,
            "up": mark.up,
            "told": plain(mark.told),
            "outside": bool(mark.outside),
        }
        for mark in chart.marks
        if mark.up is not None
    ]
    return [_diamonds(rows, hollow=hollow) for hollow in sorted({row["outside"] for row in rows})]


def _diamonds(rows: Sequence[Spec], *, hollow: bool) -> Spec:
    look = (
        {"color": PAPER, "stroke": INK, "strokeWidth": 2}
        if hollow
        else {"color": INK, "stroke": PAPER}
    )
    point = {"type": "point", "shape": "diamond", "size": 150, "filled": True, "opacity": 1}
    return {
        "data": {"values": [row for row in rows if row["outside"] == hollow]},
        "mark": {**point, **look},
        "encoding": {"tooltip": {"field": "told", "type": "nominal"}},
    }
