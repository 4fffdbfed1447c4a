"""Bars: how wide they are, and what is written over those too low to be read."""

from __future__ import annotations

from itertools import pairwise

from footprint.charts.plot.values import Plot, Point
from footprint.charts.setting import Spec, plain
from footprint.maps.palette import HOUSE_BLUE, INK, PAPER

# Pixels of a bar that has room for words along it, and for words that stand upright on it.
_WIDE, _UPRIGHT = 90, 12
# What is written over a bar stands so far beside the line of a plan in it.
_ASIDE = 9


def drawn(chart: Plot, data: Spec, told: Spec) -> list[Spec]:
    """The bars of a series, each from the lowest place that is named."""
    bottom = {"y2": {"datum": min(place for place, _ in chart.ticks)}}
    bar = {
        "type": "bar",
        "width": {"expr": _wide(chart)},
        "color": HOUSE_BLUE,
        "minBandSize": 1,
    }
    rule = {"type": "tick", "orient": "horizontal", "color": HOUSE_BLUE, "thickness": 2}
    return [
        {"data": data, "mark": bar, "encoding": {**told, **bottom}},
        # What is too rare for a bar still has its place.
        {"data": data, "mark": {**rule, "width": {"expr": _wide(chart)}}, "encoding": told},
    ]


def _wide(chart: Plot) -> str:
    """Pixels of a bar, with a little gap to the next; that of a class is as wide as the class."""
    low, high = chart.ends
    part = 0.8 if chart.band == 1 else 0.95
    return f"max(1, {part * chart.band} * width / {high - low})"


def _beside_plans(chart: Plot, point: Point) -> float:
    """The middle of the widest part of a class in which no line of a plan stands."""
    last = point.across + chart.band - 1
    inside = (mark.across for mark in chart.marks if point.across < mark.across < last)
    edges = [point.across, *sorted(inside), last]
    low, high = max(pairwise(edges), key=lambda ends: ends[1] - ends[0])
    return (low + high) / 2 if chart.band > 1 else point.across


def written(chart: Plot) -> list[Spec]:
    """What is written over low bars: along where they are wide, upright where they are less so."""
    points = [point for one in chart.series for point in one.points if point.written]
    if not points:
        return []
    lined = {mark.across for mark in chart.marks if mark.up is None} if chart.band == 1 else ()
    rows = [
        {"across": _beside_plans(chart, one), "up": one.up, "written": plain(one.written)}
        | {"aside": _ASIDE if one.across in lined else 0}
        for one in points
    ]
    along = f"{_wide(chart)} > {_WIDE}"
    words = {
        "type": "text",
        "text": {"expr": "datum.written"},
        "angle": {"expr": f"{along} ? 0 : -90"},
        "align": {"expr": f"{along} && !datum.aside ? 'center' : 'left'"},
        "baseline": {"expr": f"{along} ? 'bottom' : 'middle'"},
        "dx": {"expr": f"{along} ? datum.aside : 6"},
        "dy": {"expr": f"{along} ? -5 : datum.aside"},
        "opacity": {"expr": f"{_wide(chart)} < {_UPRIGHT} ? 0 : 1"},
    }
    return [
        {"data": {"values": rows}, "mark": {**words, "stroke": PAPER, "strokeWidth": 4}},
        {"data": {"values": rows}, "mark": {**words, "color": INK}},
    ]
