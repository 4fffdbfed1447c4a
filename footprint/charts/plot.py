"""Plots: whole numbers along and figures up, as lines, bars or steps, with plans marked in it."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from footprint.charts.dot_marks import PICK
from footprint.charts.setting import Setting, Spec, plain
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
_LONG, _SHORT = 52, 26
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
    """Series over whole numbers; `ticks` are the places up the side that are named."""

    title: str
    across: str
    up: str
    series: tuple[Series, ...]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...] = ()
    said: str = ""

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.title

    @property
    def lined(self) -> str:
        """What the lines across it are."""
        return "; ".join(mark.name for mark in self.marks if mark.up is None)

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
        told = [
            f"{one.name}: {'; '.join(point.told for point in one.points)}" for one in self.series
        ]
        marked = [
            ", ".join(
                filter(None, (f"{one.name}: {self.across.lower()} {one.across}", one.outside))
            )
            for one in self.marks
        ]
        return f"{'. '.join([self.heading, *told, *marked])}."

    @property
    def drawn_lines(self) -> tuple[Mark, ...]:
        """The marks that are lines, from the highest name to the lowest.

        Names stand to the left of lines in the right half, so that of those the line furthest
        right is named highest, and no name is crossed.
        """
        lines = [one for one in self.marks if one.up is None]
        half = sum(_numbers(self)) / 2
        right = sorted((m for m in lines if m.across > half), key=lambda m: -m.across)
        return (*sorted((m for m in lines if m.across <= half), key=lambda m: m.across), *right)

    def of(self, ids: Collection[str]) -> Plot:
        """The same, whatever part is looked at: it is of no footprint."""
        del ids
        return self


def plot_height(chart: Plot) -> int:
    """Pixels that it takes from top to bottom."""
    return _DEEP + _AXIS + _ABOVE * len(chart.drawn_lines)


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
            *_lines(chart, setting),
            *_written(chart),
            *_spots(chart, setting),
            *_press(chart, setting),
        ],
    }


def _numbers(chart: Plot) -> tuple[int, int]:
    along = [point.across for one in chart.series for point in one.points]
    along += [mark.across for mark in chart.marks]
    return min(along, default=0), max(along, default=1)


def _along(chart: Plot) -> Spec:
    low, high = _numbers(chart)
    step = max(1, round((high - low) / 12))
    return {
        "field": "across",
        "type": "quantitative",
        "scale": {"domain": [low - 0.6, high + 0.6], "nice": False, "zero": False},
        "axis": {
            "title": chart.across,
            "titleFontWeight": "normal",
            "values": list(range(low, high + 1, step)),
            "format": ",d",
            "grid": False,
            "labelOverlap": True,
        },
    }


def _up(chart: Plot) -> Spec:
    places = [place for place, _ in chart.ticks]
    words = json.dumps({f"{place:g}": text for place, text in chart.ticks})
    return {
        "field": "up",
        "type": "quantitative",
        "scale": {"domain": [min(places), max(places)], "nice": False, "zero": False},
        "axis": {
            "title": chart.up,
            "titleFontWeight": "normal",
            "values": places,
            "labelExpr": f"{words}[format(datum.value, '~g')] || ''",
            "grid": True,
            "gridColor": RULE,
            "gridOpacity": 0.5,
            "domain": False,
            "ticks": False,
            "labelLimit": 110,
        },
    }


def _series(chart: Plot, one: Series, setting: Setting) -> list[Spec]:
    data = {"values": [_row(point, setting) for point in one.points]}
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
    low, high = _numbers(chart)
    return f"max(1, 0.8 * width / {high - low + 1.2})"


def _written(chart: Plot) -> list[Spec]:
    """What is written over low bars: along where they are wide, upright where they are less so."""
    points = [point for one in chart.series for point in one.points if point.written]
    if not points:
        return []
    rows = [{"across": one.across, "up": one.up, "written": plain(one.written)} for one in points]
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
    """What is pressed lies unseen over the points, larger than they are."""
    if not plot_pressed(chart):
        return []
    points = [point for one in chart.series for point in one.points if point.key]
    return [
        {
            "data": {"values": [_row(point, setting) for point in points]},
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


def _row(point: Point, setting: Setting) -> Spec:
    return {
        "across": point.across,
        "up": point.up,
        "told": plain(point.told),
        # A browser tells of a press only where it tells something new.
        PICK: f"{point.key}|{setting.turn}",
    }


def _lines(chart: Plot, setting: Setting) -> list[Spec]:
    """A line for each plan, with its name above the plot, a row to each so that none overlap.

    Other lines end at the paper around a name.
    """
    low, high = _numbers(chart)
    rules: list[Spec] = []
    names: list[Spec] = []
    for row, mark in enumerate(chart.drawn_lines):
        data = {"values": [{"across": mark.across}]}
        end = mark.across > (low + high) / 2
        above = -_ABOVE * (len(chart.drawn_lines) - row) + 8
        short, long = (json.dumps(setting.cut(mark.name, most)) for most in (_SHORT, _LONG))
        name = f"{setting.narrow} ? {short} : {long}"
        words = {
            "type": "text",
            "align": "right" if end else "left",
            "dx": -4 if end else 4,
            "y": above,
            "text": {"expr": name},
        }
        rule = {"type": "rule", "color": INK, "strokeWidth": 1.6, "y": above - 6, "y2": "height"}
        if mark.outside:
            rule["strokeDash"] = [5, 4]
        plain_y = {"y": None}
        rules.append(
            {"data": data, "mark": {**rule, "y2": {"expr": "height"}}, "encoding": plain_y}
        )
        names += [
            {"data": data, "mark": {**words, **look}, "encoding": plain_y}
            for look in ({"stroke": PAPER, "strokeWidth": 4}, {"color": INK})
        ]
    return [*rules, *names]


def _spots(chart: Plot, setting: Setting) -> list[Spec]:
    """Plans as points of a shape of their own, with their names."""
    spots = [mark for mark in chart.marks if mark.up is not None]
    if not spots:
        return []
    low, high = _numbers(chart)
    rows = [
        {
            "across": mark.across,
            "up": mark.up,
            "told": plain(mark.told),
            "outside": bool(mark.outside),
            "long": setting.cut(mark.name, _LONG),
            "short": setting.cut(mark.name, _SHORT),
        }
        for mark in spots
    ]
    name = f"{setting.narrow} ? datum.short : datum.long"
    end = f"datum.across > {(low + high) / 2}"
    words = {
        "type": "text",
        "align": {"expr": f"{end} ? 'right' : 'left'"},
        "dy": -14,
        "text": {"expr": name},
    }
    return [
        *(_diamonds(rows, hollow=hollow) for hollow in sorted({row["outside"] for row in rows})),
        {"data": {"values": rows}, "mark": {**words, "stroke": PAPER, "strokeWidth": 4}},
        {"data": {"values": rows}, "mark": {**words, "color": INK}},
    ]


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
