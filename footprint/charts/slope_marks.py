"""Slope marks: figures before and after, joined by lines, as a specification of Vega-Lite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footprint.charts.dots import Line
from footprint.charts.setting import Setting, Spec, on_lines, plain
from footprint.charts.slope import Leg, Slope
from footprint.english import short_name
from footprint.maps.palette import COAST_LINE, HOUSE_BLUE, INK, PAPER, QUIET_INK, RULE

# Pixels: between the highest and the lowest figure, above and below, and from label to label.
_DEEP, _ABOVE, _BELOW, APART = 340, 40, 12, 15
# Pixels from a figure to the end of its leader, from which its label is a little further, and of
# the letters of labels.
_LEADER, LABELLED = 22, 11
BESIDE = 1.2 * _LEADER
# Letters on a line of a name, and where there is little room; pixels from line to line.
_LONG, _SHORT = 38, 15
_LEADING = 13
# Pixels of paper: beside the words of a line, and from above them to below.
_BARE, _GROUND = 4, 16


def slope_height(setting: Setting) -> int:
    """Pixels that it takes from top to bottom."""
    return _deep(setting) + _ABOVE + _BELOW


def _deep(setting: Setting) -> int:
    return round(_DEEP * setting.stretch)


def slope_parts(chart: Slope, setting: Setting) -> Spec:
    """What is particular to a slope in a specification."""
    across, up = _along([0, 1]), _along([*chart.ends])
    layers = [
        *(_line(line, up) for line in chart.crossed),
        _legs(),
        *(_line_words(line, up, setting) for line in chart.crossed),
        _heads(chart.letters, across),
        *(_labels(chart, side, setting) for side in (0, 1)),
    ]
    return {
        "data": {"values": [row for leg in _ordered(chart) for row in _rows(chart, leg)]},
        "encoding": {"x": {"field": "side", **across}, "y": {"field": "value", **up}},
        "layer": [part for layer in layers for part in layer],
    }


def _along(domain: list[float]) -> Spec:
    scale = {"domain": domain, "nice": False, "zero": False}
    return {"type": "quantitative", "axis": None, "scale": scale}


def _ordered(chart: Slope) -> Iterable[Leg]:
    """What is named lies above the rest, and what is chosen above all."""
    return sorted(chart.legs, key=lambda leg: (leg in chart.named, chart.chosen(leg)))


def _rows(chart: Slope, leg: Leg) -> list[Spec]:
    look = "chosen" if chart.chosen(leg) else "named" if leg in chart.named else "usual"
    told = f"{leg.names[0]} {leg.texts[0]} → {leg.names[1]} {leg.texts[1]}"
    return [
        {"leg": leg.source, "side": side, "value": value, "look": look, "told": plain(told)}
        for side, value in enumerate(leg.values)
    ]


def _legs() -> list[Spec]:
    colour = _looking(INK, HOUSE_BLUE, RULE)
    shared = {"detail": {"field": "leg"}, "tooltip": {"field": "told", "type": "nominal"}}
    return [
        {
            "mark": {"type": "line"},
            "encoding": {**shared, "color": colour, "strokeWidth": _looking(3.5, 2, 1.2)},
        },
        {
            "mark": {"type": "point", "filled": True, "opacity": 1},
            "encoding": {**shared, "color": colour, "size": _looking(90, 60, 25)},
        },
    ]


def _looking(chosen: object, named: object, usual: object) -> Spec:
    looks = {"chosen": chosen, "named": named}
    tests = [{"test": f"datum.look === '{look}'", "value": v} for look, v in looks.items()]
    return {"condition": tests, "value": usual}


def _line(line: Line, up: Spec) -> list[Spec]:
    """A line that figures are judged by."""
    rule = {"type": "rule", "color": QUIET_INK, "strokeDash": [6, 3], "x": 0, "x2": "width"}
    return [{**_beside(line, up), "mark": rule}]


def _line_words(line: Line, up: Spec, setting: Setting) -> list[Spec]:
    """Its words, in the middle of it on paper of their own, so that no line runs through them."""
    half = setting.wide(line.words) / 2 + _BARE
    ground = {"type": "rule", "color": PAPER, "strokeWidth": _GROUND}
    ground |= {"x": {"expr": f"width / 2 - {half}"}, "x2": {"expr": f"width / 2 + {half}"}}
    words = {"type": "text", "text": line.words, "x": {"expr": "width / 2"}, "color": INK}
    return [{**_beside(line, up), "mark": mark} for mark in (ground, words)]


def _beside(line: Line, up: Spec) -> Spec:
    data = {"values": [{"value": line.value}]}
    return {"data": data, "encoding": {"x": None, "y": {"field": "value", **up}}}


def _heads(letters: tuple[str, str], across: Spec) -> list[Spec]:
    return [
        {
            "data": {"values": [{"side": side}]},
            "mark": {"type": "text", "text": letters[side], "fontWeight": "bold"}
            | {"y": -22, "color": INK},
            "encoding": {"x": {"field": "side", **across}, "y": None},
        }
        for side in (0, 1)
    ] + [
        {
            "data": {"values": [{"side": side}]},
            "mark": {"type": "rule", "color": COAST_LINE, "y": 0, "y2": "height"},
            "encoding": {"x": {"field": "side", **across}, "y": None},
        }
        for side in (0, 1)
    ]


def _labels(chart: Slope, side: int, setting: Setting) -> list[Spec]:
    """Names and figures beside a side, moved apart where they would lie on each other."""
    named = chart.labelled(side)
    long = [told(leg, side) for leg in named]
    short = [on_lines(plain(short_name(leg.names[side])), _SHORT) for leg in named]
    rows = [
        {"side": side, "also": side, "figure": leg.values[side]}
        | {"long": wide, "short": narrow, "far": far, "near": near}
        for leg, wide, narrow, far, near in zip(
            named,
            long,
            short,
            _moved(chart, side, long, _deep(setting)),
            _moved(chart, side, short, _deep(setting)),
            strict=True,
        )
    ]
    aside = (-_LEADER, _LEADER)[side]
    lines = _either(setting, "datum.short", "datum.long")
    down = _either(setting, "datum.near", "datum.far")
    first = f"{down} - (length({lines}) - 1) * {_LEADING} / 2"
    mark = {
        "type": "text",
        "align": ("right", "left")[side],
        "dx": (-BESIDE, BESIDE)[side],
        "color": INK,
    }
    look = {**mark, "baseline": "middle", "fontSize": LABELLED, "lineHeight": _LEADING}
    words = {**look, "text": {"expr": lines}, "dy": {"expr": first}}
    figure = {"y": {"field": "figure", "type": "quantitative"}}
    names = {"data": {"values": rows}, "mark": words, "encoding": figure}
    return [_leaders(rows, aside, down), names]


def _either(setting: Setting, narrow: str, wide: str) -> str:
    return f"({setting.narrow} ? {narrow} : {wide})"


def _moved(chart: Slope, side: int, labels: Sequence[Sequence[str]], deep: int) -> list[float]:
    """By how many pixels each label on a side is moved down, so that none lies on another."""
    low, high = chart.ends
    tops = [(high - leg.values[side]) / (high - low) * deep for leg in chart.labelled(side)]
    depths = [APART + (len(lines) - 1) * _LEADING for lines in labels]
    return [new - old for new, old in zip(apart(tops, deep, depths), tops, strict=True)]


def _leaders(rows: list[Spec], aside: float, down: str) -> Spec:
    """From each figure to its label, which may have been moved down."""
    line = {"type": "rule", "color": QUIET_INK, "strokeWidth": 0.8, "x2Offset": aside}
    figure = {"field": "figure", "type": "quantitative"}
    return {
        "data": {"values": rows},
        "mark": {**line, "y2Offset": {"expr": down}},
        "encoding": {"x2": {"field": "also"}, "y": figure, "y2": {"field": "figure"}},
    }


def told(leg: Leg, side: int) -> list[str]:
    """A name with its figure next to the line, on as many lines as it takes."""
    shown, text = plain(short_name(leg.names[side])), leg.texts[side]
    return on_lines(f"{shown} {text}" if side == 0 else f"{text} {shown}", _LONG)


def apart(
    tops: list[float], deep: float = _DEEP, depths: Sequence[float] | None = None
) -> list[float]:
    """Move middles down, or the last ones up, until no label lies on another.

    None is moved below `deep`; `depths` says how deep each is where not all have one line.
    """
    depths = depths or [APART] * len(tops)
    order = sorted(range(len(tops)), key=lambda place: tops[place])
    moved = list(tops)
    for one, other in zip(order, order[1:], strict=False):
        moved[other] = max(moved[other], moved[one] + (depths[one] + depths[other]) / 2)
    below = deep + APART / 2
    for place in reversed(order):
        moved[place] = min(moved[place], below - depths[place] / 2)
        below = moved[place] - depths[place] / 2
    return moved
