"""Bar marks: bars of what there was, goes and is left, as a specification of Vega-Lite."""

from __future__ import annotations

from footprint.charts.bars import Bars
from footprint.charts.dot_marks import value_axis
from footprint.charts.scales import scale_of
from footprint.charts.setting import Setting, Spec
from footprint.maps.palette import COAST_LINE, HOUSE_BLUE, INK, MISSES_FILL

# Pixels: from bar to bar, and the axis below.
_STEP, _AXIS = 40, 38


def bars_height(chart: Bars) -> int:
    """Pixels that the bars take from top to bottom."""
    return _STEP * len(chart.parts) + _AXIS


def bars_parts(chart: Bars, setting: Setting) -> Spec:
    """What is particular to bars in a specification."""
    rows = [
        {
            "name": part.name,
            "start": part.start,
            "end": part.end,
            "text": part.text,
            "short": part.text.partition(" (")[0],
            "goes": part.goes,
        }
        for part in chart.parts
    ]
    return {
        "data": {"values": rows},
        "encoding": {"y": _names(chart)},
        "layer": [_bars(chart), _texts(setting)],
    }


def _names(chart: Bars) -> Spec:
    domain = [part.name for part in chart.parts]
    return {
        "field": "name",
        "type": "nominal",
        "sort": None,
        "scale": {"type": "band", "domain": domain, "paddingInner": 0.4, "paddingOuter": 0.2},
        "axis": {"title": None, "domain": False, "ticks": False, "labelLimit": 300}
        | {"labelPadding": 6},
    }


def _bars(chart: Bars) -> Spec:
    ends = [end for part in chart.parts for end in (part.start, part.end) if end is not None]
    goes = {"test": "datum.goes", "value": MISSES_FILL}
    edge = {"test": "datum.goes", "value": COAST_LINE}
    return {
        "transform": [{"filter": "isValid(datum.end)"}],
        "mark": {"type": "bar", "strokeWidth": 1.5},
        "encoding": {
            "x": value_axis("start", scale_of(ends, chart.unit, zero=True), chart.unit),
            "x2": {"field": "end"},
            "color": {"condition": goes, "value": HOUSE_BLUE},
            "stroke": {"condition": edge, "value": HOUSE_BLUE},
            "strokeDash": {"condition": {"test": "datum.goes", "value": [4, 3]}, "value": [1, 0]},
        },
    }


def _texts(setting: Setting) -> Spec:
    text = f"{setting.narrow} ? datum.short : datum.text"
    return {
        "mark": {"type": "text", "align": "left", "dx": 8, "color": INK, "text": {"expr": text}},
        "encoding": {"x": {"value": "width"}},
    }
