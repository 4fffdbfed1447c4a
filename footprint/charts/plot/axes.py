"""Axes: the whole numbers along a plot, and the named places up its side."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable

from footprint.charts.plot.values import Plot
from footprint.charts.setting import Spec, whole_step
from footprint.english import large
from footprint.maps.palette import RULE

_MOST_TICKS = 16


def along(chart: Plot) -> Spec:
    """The axis along, with whole numbers written no closer than can be read."""
    low, high = chart.ends
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


def up(chart: Plot) -> Spec:
    """The axis up the side, with the places that are named."""
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
