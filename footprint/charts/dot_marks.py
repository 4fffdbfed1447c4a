"""Dot marks: ranked dots as a specification of Vega-Lite."""

from __future__ import annotations

import json

from footprint.charts.dots import Dot, Dots, Line
from footprint.charts.setting import Scale, Setting, Spec, on_lines, plain, scale_of, written
from footprint.english import short_name
from footprint.maps.palette import (
    CHOSEN_BAND,
    HOUSE_BLUE,
    INK,
    PAPER,
    QUIET_INK,
    RULE,
    SHATTERED_FILL,
)
from footprint.measures.units import Unit

# Pixels: a line of words above the dots, the axis below them, from line to line of a name, close
# and roomy, and beside a dot's name and its figure.
ABOVE, _AXIS, _LEADING, _ROOMY, _BESIDE = 15, 34, 11, 14, 16
# Letters on a line of a name, and where there is little room.
_LONG, _SHORT = 46, 19
# The same where names are whole, so that two lines hold every ICB.
FOLDED = 30
# How long lines of whole names may be, longest first, and the share of the width that dots have.
_LINES, _OF_WIDTH = (_LONG, 38, FOLDED), 0.4
PICK = "pick"


def dots_height(chart: Dots, row: int) -> int:
    """Pixels that the dots take from top to bottom, so many of them for a row."""
    return row * len(chart.rows) + _AXIS + _header(chart)


def _header(chart: Dots) -> int:
    return ABOVE * len(chart.drawn_lines) + 6


def dots_parts(chart: Dots, setting: Setting) -> Spec:
    """What is particular to dots in a specification."""
    rows = [_row(dot, chart.selected, setting.turn) for dot in chart.rows]
    folded, brief = _kept(chart, setting)
    texts = _texts("true" if brief else setting.narrow)
    layers = [_band(chart), _rows(), *_lines(chart), _dots(chart), texts, _press(chart)]
    return {
        "data": {"values": rows},
        "encoding": {"y": _names(chart, setting, folded)},
        "layer": layers,
    }


def _row(dot: Dot, selected: str, turn: int) -> Spec:
    return {
        "id": dot.id,
        "name": plain(dot.name),
        "value": dot.value,
        "text": dot.text,
        "figure": dot.figure,
        "look": _look(dot, selected),
        "hollow": dot.estimated,
        # A browser tells of a press only where it tells something new.
        PICK: f"{dot.id}|{turn}",
    }


def picked(told: str) -> str:
    """The id in what a press on a dot tells."""
    return told.rpartition("|")[0]


def _look(dot: Dot, selected: str) -> str:
    if dot.id == selected:
        return "chosen"
    return "below" if dot.below else "usual"


def _kept(chart: Dots, setting: Setting) -> tuple[int, bool]:
    """How many letters a line of a whole name has, and whether figures leave out what marks say.

    Figures stay whole as long as that leaves the dots their share, and names on one line where two
    would meet those of the next row.
    """
    unfolded = (2 * _LONG,) if setting.row < 2 * _LEADING else ()
    tries = [(letters, brief) for letters in unfolded for brief in (False, True)]
    if setting.folds:
        tries += [(letters, brief) for brief in (False, True) for letters in _LINES]
    return next((one for one in tries if _between(chart, setting, *one) >= _OF_WIDTH), tries[-1])


def _between(chart: Dots, setting: Setting, letters: int, brief: bool) -> float:
    """What names on lines of so many letters, and figures, leave of the width for the dots."""
    lines = (line for dot in chart.rows for line in on_lines(plain(short_name(dot.name)), letters))
    figures = (dot.figure if brief else dot.text for dot in chart.rows)
    taken = sum(max(map(setting.wide, words), default=0.0) for words in (lines, figures))
    return 1 - (taken + _BESIDE) / setting.width if setting.width else 1.0


def _names(chart: Dots, setting: Setting, folded: int) -> Spec:
    most = 2 if setting.folds else 1
    leading = min(max(_LEADING, setting.row // 2 - 2), _ROOMY) if setting.whole else _LEADING
    if setting.whole:
        wide, narrow = (_folded(chart, letters, None) for letters in (folded, FOLDED))
    else:
        wide, narrow = (_folded(chart, letters, most) for letters in (_LONG * (3 - most), _SHORT))
    lines = f"({setting.narrow} ? {narrow} : {wide})[datum.value]"
    return {
        "field": "id",
        "type": "nominal",
        "sort": None,
        "scale": {"type": "band", "domain": [dot.id for dot in chart.rows], "padding": 0},
        "axis": {
            "title": None,
            "domain": False,
            "ticks": False,
            "labelExpr": lines,
            "labelLineHeight": leading,
            "labelOffset": {
                "condition": {"test": f"length({lines}) > 1", "value": -leading / 2},
                "value": 0,
            },
            "labelLimit": 0 if setting.whole else 330,
            "labelPadding": 6,
            "labelFontWeight": {
                "condition": {"test": _is(chart.selected, "datum.value"), "value": "bold"},
                "value": "normal",
            },
        },
    }


def _is(code: str, what: str) -> str:
    return f"{what} === {json.dumps(code)}"


def _folded(chart: Dots, letters: int, most: int | None) -> str:
    """An expression that finds the lines of every name by its id."""
    lines = {dot.id: on_lines(plain(short_name(dot.name)), letters, most) for dot in chart.rows}
    return json.dumps(lines)


def _rows() -> Spec:
    """A thin line that leads from a name to its dot and its figure."""
    return {
        "mark": {"type": "rule", "color": RULE, "opacity": 0.5},
        "encoding": {"x": {"value": 0}, "x2": {"value": "width"}},
    }


def _values(chart: Dots) -> Spec:
    known = [dot.value for dot in chart.known if dot.value is not None]
    scale = scale_of([*known, *(line.value for line in chart.drawn_lines)], chart.unit)
    return value_axis("value", scale, chart.unit)


def value_axis(field: str, scale: Scale, unit: Unit) -> Spec:
    """Figures along a scale, with words at its ticks."""
    words = [written(tick, unit) for tick in scale.ticks]
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [scale.low, scale.high], "nice": False, "zero": False},
        "axis": {
            "title": None,
            "values": list(scale.ticks),
            "grid": False,
            "labelExpr": f"{json.dumps(words)}[round(datum.index * {len(words) - 1})]",
            "labelOverlap": True,
            "labelSeparation": 6,
        },
    }


def _band(chart: Dots) -> Spec:
    """A pale band behind the one chosen."""
    return {
        "transform": [{"filter": _is(chart.selected, "datum.id")}],
        "mark": {"type": "rect", "fill": CHOSEN_BAND},
        "encoding": {"x": {"value": 0}, "x2": {"value": "width"}},
    }


def _lines(chart: Dots) -> list[Spec]:
    """Lines that figures are judged by, each with its words above on a row of its own."""
    drawn: list[Spec] = []
    for count, line in enumerate(reversed(chart.drawn_lines)):
        dashes = (2, 3) if line is chart.england else (6, 3)
        drawn += ruled(line, _values(chart), count, dashes=dashes)
    return drawn


def ruled(
    line: Line,
    along: Spec,
    count: int,
    *,
    dashes: tuple[int, int] = (6, 3),
    foot: float | str = "height",
) -> list[Spec]:
    """A line from the top to its foot whose words stand above all, on so many rows of others."""
    top = -(ABOVE * count) - 5
    at = {"data": {"values": [{"value": line.value}]}, "encoding": {"x": along, "y": None}}
    rule = {"type": "rule", "color": QUIET_INK, "strokeDash": dashes, "strokeWidth": 1.2}
    words = {"type": "text", "align": "left", "dx": 4, "text": line.words, "color": INK}
    return [
        {**at, "mark": {**rule, "y": top - 4, "y2": foot}},
        {**at, "mark": {**words, "baseline": "alphabetic", "y": top}},
    ]


def _dots(chart: Dots) -> Spec:
    colour = _looking(INK, SHATTERED_FILL, HOUSE_BLUE)
    return {
        "transform": [{"filter": "isValid(datum.value)"}],
        "mark": {"type": "point", "filled": True, "opacity": 1, "strokeWidth": 2},
        "encoding": {
            "x": _values(chart),
            "shape": _looking("diamond", "triangle-down", "circle"),
            "size": _looking(150, 90, 80),
            "stroke": colour,
            "fill": _hollow(colour),
        },
    }


def _looking(chosen: object, below: object, usual: object) -> Spec:
    """A way of drawing that says what a dot is."""
    looks = {"chosen": chosen, "below": below}
    return {
        "condition": [
            {"test": f"datum.look === '{look}'", "value": value} for look, value in looks.items()
        ],
        "value": usual,
    }


def _hollow(colour: Spec) -> Spec:
    """A fill that is paper where a figure was shared out, and else the colour of the line."""
    shared = {"test": "datum.hollow", "value": PAPER}
    return {**colour, "condition": [shared, *colour["condition"]]}


def _texts(brief: str) -> Spec:
    """Figures as the table has them; where they are to be `brief`, the marks say the rest."""
    text = f"{brief} ? datum.figure : datum.text"
    return {
        "mark": {"type": "text", "align": "left", "dx": 8, "color": INK, "text": {"expr": text}},
        "encoding": {"x": {"value": "width"}},
    }


def _press(chart: Dots) -> Spec:
    """A row over each dot, to be pointed at and pressed, for a dot alone is hard to hit."""
    pick = {"type": "point", "fields": [PICK], "toggle": False, "on": "click"}
    return {
        "params": [{"name": PICK, "select": pick}],
        "mark": {"type": "rect", "fill": "transparent", "cursor": "pointer"},
        "encoding": {
            "x": {"value": 0},
            "x2": {"value": "width"},
            "tooltip": [
                {"field": "name", "type": "nominal", "title": "Footprint"},
                {"field": "text", "type": "nominal", "title": chart.title},
            ],
        },
    }
