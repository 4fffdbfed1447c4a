"""Flow marks: bands between columns of bars as a specification of Vega-Lite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footprint.charts.dot_marks import PICK
from footprint.charts.flow import Flow, Stage
from footprint.charts.flow_places import (
    BETWEEN,
    LINE,
    LONG,
    NAMED,
    SHORT,
    Depth,
    Tops,
    band_rows,
    inner,
    names,
    node_row,
)
from footprint.charts.setting import Setting, Spec
from footprint.maps.palette import COAST_LINE, FAINT_FLOW, INK, SEQUENTIAL

# Pixels: the words above on three lines, and a bar's width.
_ABOVE, _BAR = 45, 9
_PALE, _TRACED = SEQUENTIAL[0], SEQUENTIAL[2]


def flow_height(chart: Flow, setting: Setting) -> int:
    """Pixels that a flow takes from top to bottom."""
    return round(Depth.of(chart, setting).whole) + _ABOVE + 4


def flow_parts(chart: Flow, setting: Setting) -> Spec:
    """What is particular to a flow in a specification."""
    depth = Depth.of(chart, setting)
    tops = [depth.tops(stage) for stage in chart.stages]
    return {
        "data": {"values": list(_nodes(chart, tops, depth, setting))},
        "encoding": {"x": _x(chart), "y": _y(depth, "top")},
        "layer": [
            _bands(chart, tops, depth),
            *_heads(chart, setting),
            _bars(depth),
            *_names(chart, setting, depth),
            _press(depth),
        ],
    }


def _nodes(chart: Flow, tops: list[Tops], depth: Depth, setting: Setting) -> Iterator[Spec]:
    """Every bar as a row, with its name where there is room across and where there is little."""
    for number, stage in enumerate(chart.stages):
        between = 0 < number < len(chart.stages) - 1
        wide = BETWEEN if chart.part and between else LONG
        long, short = (names(stage, depth, setting, most) for most in (wide, SHORT))
        if setting.whole and between and not chart.part:
            long = {node.id: inner(node) for node in stage.nodes}
        for node in stage.nodes:
            top, pixel = tops[number][node.id], depth.pixel(stage)
            row = node_row(node, number, top, pixel, setting, len(chart.stages))
            roomy, close = long[node.id], short[node.id]
            offsets = {"below": roomy.below, "under": close.below}
            # Streamlit sends rows as a table, whose cells hold no lists.
            lines = {"long": "\n".join(roomy.lines), "short": "\n".join(close.lines)}
            yield row | lines | offsets | {"told": chart.part}


def _x(chart: Flow) -> Spec:
    scale = {"domain": [0, len(chart.stages) - 1], "nice": False, "zero": False}
    return {"field": "stage", "type": "quantitative", "scale": scale, "axis": None}


def _y(depth: Depth, field: str) -> Spec:
    scale = {"domain": [0, round(depth.whole, 1)], "reverse": True, "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _bands(chart: Flow, tops: list[Tops], depth: Depth) -> Spec:
    rows = [row for number in range(len(tops) - 1) for row in band_rows(chart, number, tops, depth)]
    traced, firm = "datum.traced", "datum.firm"
    return {
        "data": {"values": rows},
        "mark": {
            "type": "area",
            "interpolate": "monotone",
            "strokeWidth": 1,
            "strokeDash": [4, 3],
        },
        "encoding": {
            "x": _x(chart),
            "y": _y(depth, "from"),
            "y2": {"field": "to"},
            "detail": {"field": "band"},
            "fill": _if({traced: _TRACED, firm: _PALE}, FAINT_FLOW),
            "stroke": _if({firm: None}, COAST_LINE),
            "tooltip": {"field": "told", "type": "nominal"},
        },
    }


def _if(cases: Mapping[str, object], usual: object) -> Spec:
    tests = [{"test": test, "value": value} for test, value in cases.items()]
    return {"condition": tests, "value": usual}


def _heads(chart: Flow, setting: Setting) -> list[Spec]:
    """What stands above each column: when, and how many of what."""
    wide = "[datum.when, datum.many, datum.what]"
    lines = f"{setting.narrow} ? [datum.year, datum.many, datum.short] : {wide}"
    return [
        {
            "data": {"values": [_head(stage, number)]},
            "mark": {
                "type": "text",
                "text": {"expr": lines},
                "y": 2 - _ABOVE,
                "baseline": "top",
                "lineHeight": 13,
                "fontSize": NAMED,
                "fontWeight": "bold",
                "color": INK,
            },
            "encoding": {"x": _x(chart), "y": None},
        }
        for number, stage in enumerate(chart.stages)
    ]


def _head(stage: Stage, number: int) -> Spec:
    year, short = (words.rpartition(" ")[2] for words in (stage.when, stage.what))
    told = {"many": stage.many, "what": stage.what, "short": short}
    return {"stage": number, "when": stage.when, "year": year, **told}


def _bars(depth: Depth) -> Spec:
    return {
        "mark": {"type": "rule", "strokeWidth": _BAR},
        "encoding": {
            "y": _y(depth, "top"),
            "y2": {"field": "end"},
            "color": _if({"datum.traced": INK}, COAST_LINE),
        },
    }


def _names(chart: Flow, setting: Setting, depth: Depth) -> list[Spec]:
    """Names at both ends, and between them those that are looked for, or of a part all."""
    inside = "datum.side === 'inner'"
    lines = f"{setting.narrow} ? ({inside} ? '' : datum.short) : datum.long"
    between = f"{inside} ? width / {len(chart.stages) - 1} - 20 : 300"
    limit = "0" if setting.whole else between
    sides = {"left": ("right", -8), "right": ("left", 8), "inner": ("left", 8)}
    return [
        {
            "transform": [{"filter": _named(side)}],
            "mark": {
                "type": "text",
                "align": align,
                "dx": away,
                "dy": {"expr": f"{setting.narrow} ? datum.under : datum.below"},
                "lineHeight": LINE,
                "color": INK,
                "baseline": "middle",
                "fontSize": NAMED,
                "text": {"expr": f"split({lines}, '\\n')"},
                "limit": {"expr": limit},
                "fontWeight": {"expr": "datum.traced ? 'bold' : 'normal'"},
            },
            "encoding": {"y": _y(depth, "middle")},
        }
        for side, (align, away) in sides.items()
    ]


def _named(side: str) -> str:
    inside = " && (datum.traced || datum.told)" if side == "inner" else ""
    return f"datum.side === '{side}'{inside}"


def _press(depth: Depth) -> Spec:
    """A wider bar over each, to be pointed at and pressed."""
    pick = {"type": "point", "fields": [PICK], "toggle": False, "on": "click"}
    return {
        "params": [{"name": PICK, "select": pick}],
        "mark": {"type": "rule", "strokeWidth": 3 * _BAR, "stroke": "transparent"}
        | {"cursor": "pointer"},
        "encoding": {
            "y": _y(depth, "top"),
            "y2": {"field": "end"},
            "tooltip": [
                {"field": "name", "type": "nominal", "title": "Footprint"},
                {"field": "text", "type": "nominal", "title": "Residents"},
            ],
        },
    }
