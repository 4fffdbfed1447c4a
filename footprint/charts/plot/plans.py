"""Plans: the lines and points that stand for them in a plot, with their names above it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence

from footprint.charts.plot.values import Mark, Plot
from footprint.charts.setting import Setting, Spec, plain
from footprint.maps.palette import INK, PAPER

ABOVE = 17
"""Pixels of a line of words above the plot."""
# Letters of a plan's name, with its figure, where there is room and where there is little.
_LONG, _SHORT = 64, 56
# A name stands so far from its line, and may reach so far over the axis; a line ends so far above a
# plan's point.
_BESIDE, _BEYOND, _OVER = 4, 24, 9
# A line passes dots above its plan's point at so many pixels from their middle.
_PAST = 11


def _above(chart: Plot) -> Iterator[tuple[Mark, int]]:
    """Each plan with the row of its name above the plot, in pixels: one each, so none overlap."""
    for row, mark in enumerate(chart.drawn_names):
        yield mark, -ABOVE * (len(chart.marks) - row) + 8


def lines(chart: Plot) -> list[Spec]:
    """A line for each plan from its name down: through the plot, or to its point in it."""
    return [line for mark, above in _above(chart) for line in _lines(chart, mark, above)]


def _lines(chart: Plot, mark: Mark, above: int) -> list[Spec]:
    rule = {"type": "rule", "color": INK, "strokeWidth": 1.6, "y": above - 6}
    at = {"data": {"values": [{"across": mark.across}]}, "encoding": {"y": None}}
    if mark.up is None:
        dashed = {"strokeDash": [5, 4]} if mark.outside else {}
        return [{**at, "mark": {**rule, **dashed, "y2": {"expr": "height"}}}]
    rule["strokeWidth"], place = 0.8, f"scale('y', {mark.up:.15g})"
    if not _hidden(chart, mark):
        return [{**at, "mark": {**rule, "y2": {"expr": f"{place} - {_OVER}"}}}]
    # Past the dots above it on one side, and then across to its point.
    past = -_PAST if mark.across > chart.half else _PAST
    down = {**rule, "xOffset": past, "y2": {"expr": place}}
    beside = round(math.copysign(_OVER, past))
    end = {**rule, "xOffset": past, "x2Offset": beside, "y": {"expr": place}}
    level = {"y": None, "x2": {"field": "across"}}
    return [{**at, "mark": down}, {**at, "mark": end, "encoding": level}]


def _hidden(chart: Plot, mark: Mark) -> bool:
    """Whether dots stand between a plan's point and its name."""
    dots = (one for one in chart.series if one.look in ("dots", "steps"))
    points = (point for one in dots for point in one.points)
    return any(one.across == mark.across and one.up > (mark.up or 0.0) for one in points)


def names(chart: Plot, setting: Setting) -> list[Spec]:
    """The names of plans beside their lines; other lines end at the paper around a name.

    Where a name would reach beyond the plot, it is moved into it.
    """
    names: list[Spec] = []
    for mark, above in _above(chart):
        end = mark.across > chart.half
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
    figure = chart.figure(mark)
    return f"{setting.cut(mark.name, most - len(figure))}{figure}"


def spots(chart: Plot) -> list[Spec]:
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
