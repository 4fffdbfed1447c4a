"""Plans: the lines and points that stand for them in a plot, with their names above it."""

from __future__ import annotations

import json
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


def _above(chart: Plot) -> Iterator[tuple[Mark, int]]:
    """Each plan with the row of its name above the plot, in pixels: one each, so none overlap."""
    for row, mark in enumerate(chart.drawn_names):
        yield mark, -ABOVE * (len(chart.marks) - row) + 8


def lines(chart: Plot) -> list[Spec]:
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
    figure = chart.named(mark).removeprefix(mark.name)
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
