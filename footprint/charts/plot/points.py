"""Points: each series of a plot in its look, and over its points what can be pressed."""

from __future__ import annotations

from footprint.charts.dot_marks import PICK
from footprint.charts.plot import bars
from footprint.charts.plot.values import Plot, Point, Series
from footprint.charts.setting import Setting, Spec, plain
from footprint.maps.palette import COAST_LINE, HOUSE_BLUE, INK, QUIET_INK

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


def series(chart: Plot, one: Series, setting: Setting) -> list[Spec]:
    """One series in its look, each point with what is said of it."""
    data = {"values": [_row(chart, point, setting) for point in one.points]}
    told = {"tooltip": {"field": "told", "type": "nominal"}}
    if one.look == "bars":
        return bars.drawn(chart, data, told)
    point = {"type": "point", "filled": True, "opacity": 1, "size": _SIZES.get(one.look, 40)}
    mark = {**point, "shape": _SHAPES[one.look], "color": _COLOURS[one.look]}
    points = {"data": data, "mark": mark, "encoding": told}
    stepped = {"interpolate": "step-after"} if one.look == "steps" else {}
    line = {"type": "line", "color": _COLOURS[one.look], "strokeDash": _DASHES[one.look]}
    drawn = {"data": data, "mark": {**line, **stepped, "strokeWidth": 2}}
    return [points] if one.look == "dots" else [drawn, points]


def _middle(chart: Plot, point: Point) -> float:
    """Where a point stands along: the middle of its class, or the number itself."""
    return point.across if chart.band == 1 else point.across + (chart.band - 1) / 2


def plot_pressed(chart: Plot) -> bool:
    """Whether any of its points can be pressed."""
    return any(point.key for one in chart.series for point in one.points)


def press(chart: Plot, setting: Setting) -> list[Spec]:
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
