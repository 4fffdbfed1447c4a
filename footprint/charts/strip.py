"""Strip: how a figure is spread over the footprints of each plan, with the middle half marked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from footprint.charts.dot_marks import ABOVE, ruled, value_axis
from footprint.charts.dots import Line, marked_by
from footprint.charts.setting import Setting, Spec, on_lines, plain, scale_of
from footprint.english import plural, short_name
from footprint.maps.palette import COAST_LINE, HOUSE_BLUE, INK, PAPER, SEQUENTIAL
from footprint.measures.units import Unit

# Pixels: from plan to plan, the axis below, and how deep the name of a plan, its middle, its box
# and the names of its ends lie in it.
_ROW, _AXIS = 106, 34
_NAME, _MIDDLE, _TOP, _BOTTOM, _ENDS = 12, 32, 42, 66, 71
# How far lines keep from the middle of words, and reach beyond a box.
_OFF, _REACH = 9, 2
# How much deeper a plan may be made, and how much of that its box has.
_DEEPEST, _OF_BOX = 1.75, 0.5
# Letters of each line of a name where there is little room; each has so many pixels.
_LINE, _LINES, _LEADING = 27, 3, 12
_BOXES = "A box holds the middle half of the footprints, and its thick line is the middle one."
_DEEP: Spec = {"y2": {"field": "bottom"}}


@dataclass(frozen=True, kw_only=True)
class Tick:
    """The figure of one footprint, and its text; a value of None is no figure."""

    name: str
    value: float | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Every figure of one plan."""

    name: str
    ticks: tuple[Tick, ...]

    @cached_property
    def known(self) -> tuple[Tick, ...]:
        """Those that have a figure, from the least."""
        known = [(tick.value, tick.name, tick) for tick in self.ticks if tick.value is not None]
        return tuple(tick for _, _, tick in sorted(known, key=lambda one: one[:2]))

    @cached_property
    def quarters(self) -> tuple[float, float, float]:
        """What a quarter, a half and three quarters of the known figures do not exceed."""
        values = pd.Series([tick.value for tick in self.known], dtype=float)
        first, third = values.quantile([0.25, 0.75])
        return float(first), float(values.median()), float(third)


@dataclass(frozen=True, kw_only=True)
class Strip:
    """Plans below each other on one scale; `lines` are what figures are judged by.

    `spoken` is the title as it is said, where that is another.
    """

    title: str
    unit: Unit
    rows: tuple[Spread, ...]
    lines: tuple[Line, ...] = ()
    spoken: str = ""

    @property
    def heading(self) -> str:
        """What stands above it."""
        return f"{self.spoken or self.title}, from the least to the most under each plan"

    @property
    def lined(self) -> str:
        """Where lines stand, in words; "" where there are none."""
        return marked_by(one.words for one in self.lines)

    @property
    def key(self) -> str:
        """What its marks mean."""
        some = any(row.known for row in self.rows)
        return _BOXES if some else ""

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        told = [self.heading, *map(self.told, self.rows), *filter(None, [self.lined])]
        return f"{'. '.join(told)}."

    def told(self, row: Spread) -> str:
        """One plan in words, its name first."""
        return f"{row.name}: {self.figures(row)}"

    def figures(self, row: Spread) -> str:
        """The figures of one plan in words."""
        missing = len(row.ticks) - len(row.known)
        lacking = [plural(missing, "has no figure", "have no figure")] if missing else []
        if not row.known:
            return lacking[0] if lacking else "nothing here"
        least, most, unit = row.known[0], row.known[-1], self.unit.text
        first, middle, third = map(unit, row.quarters)
        said = [f"least {least.name}, {least.text}", f"middle {middle}"]
        said += [f"half lie from {first} to {third}", f"most {most.name}, {most.text}", *lacking]
        return "; ".join(said)

    def of(self, ids: Collection[str]) -> Strip:
        """The same, whatever part is looked at: it is of whole plans."""
        del ids
        return self


@dataclass(frozen=True)
class _Depth:
    """Pixels from plan to plan, and how deep in them a box and the names of its ends lie."""

    row: int
    bottom: int
    ends: int

    @classmethod
    def of(cls, setting: Setting) -> _Depth:
        """As deep as a chart is stretched, but for what would be white alone."""
        row = round(_ROW * min(setting.stretch, _DEEPEST))
        box = round((row - _ROW) * _OF_BOX)
        return cls(row, _BOTTOM + box, _ENDS + box)


def strip_height(chart: Strip, setting: Setting) -> int:
    """Pixels that it takes from top to bottom."""
    row = _Depth.of(setting).row
    return row * len(chart.rows) + _AXIS + ABOVE * len(chart.lines) + 6


def strip_parts(chart: Strip, setting: Setting) -> Spec:
    """What is particular to a strip in a specification."""
    depth = _Depth.of(setting)
    up = {"type": "quantitative", "axis": None}
    up |= {"scale": {"domain": [depth.row * len(chart.rows), 0], "nice": False, "zero": False}}
    rows = [row for place in range(len(chart.rows)) for row in _rows(chart, place, depth)]
    ends = (_ends(chart, setting, side) for side in (0, 1))
    words = (_names(chart, depth), _middles(chart, depth), *ends)
    marks = (
        _boxes(chart, depth),
        *_lines(chart, depth, setting),
        _ticks(chart),
        _medians(chart, depth),
    )
    return {
        "data": {"values": rows},
        "encoding": {"y": {"field": "top", **up}},
        "layer": [*marks, *(layer for said in words for layer in said)],
    }


def _values(chart: Strip, field: str = "value") -> Spec:
    known = [tick.value for row in chart.rows for tick in row.known if tick.value is not None]
    scale = scale_of([*known, *(line.value for line in chart.lines)], chart.unit)
    return value_axis(field, scale, chart.unit)


def _rows(chart: Strip, place: int, depth: _Depth) -> list[Spec]:
    row = chart.rows[place]
    return [
        {
            "value": tick.value,
            "top": depth.row * place + _TOP,
            "bottom": depth.row * place + depth.bottom,
            "told": plain(f"{tick.name}: {tick.text}"),
        }
        for tick in row.known
    ]


def _known(chart: Strip, depth: _Depth) -> list[tuple[int, Spread]]:
    """The plans that have figures, each with its place."""
    return [(depth.row * place, row) for place, row in enumerate(chart.rows) if row.known]


def _boxes(chart: Strip, depth: _Depth) -> Spec:
    rows = [
        {"first": row.quarters[0], "third": row.quarters[2]}
        | {"top": top + _TOP, "bottom": top + depth.bottom}
        for top, row in _known(chart, depth)
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "rect", "fill": SEQUENTIAL[0], "stroke": COAST_LINE},
        "encoding": {"x": _values(chart, "first"), "x2": {"field": "third"}, **_DEEP},
    }


def _ticks(chart: Strip) -> Spec:
    return {
        "mark": {"type": "rule", "color": HOUSE_BLUE, "strokeWidth": 2, "opacity": 0.75},
        "encoding": {"x": _values(chart), **_DEEP, "tooltip": {"field": "told", "type": "nominal"}},
    }


def _medians(chart: Strip, depth: _Depth) -> Spec:
    rows = [
        {"value": row.quarters[1], "top": top + _TOP - 4, "bottom": top + depth.bottom + 4}
        for top, row in _known(chart, depth)
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "rule", "color": INK, "strokeWidth": 4},
        "encoding": {"x": _values(chart), **_DEEP},
    }


def _lines(chart: Strip, depth: _Depth, setting: Setting) -> Iterator[Spec]:
    """Lines that figures are judged by, each with its words above on a row of its own.

    They are broken where words may stand, and where names are folded between plans as well.
    """
    tops = [depth.row * place for place in range(len(chart.rows))]
    boxes = [(top + _TOP - _REACH, top + depth.bottom + _REACH) for top in tops]
    ends = [
        top + depth.ends + _deep(row, setting) + _OFF // 2
        for top, row in zip(tops, chart.rows, strict=True)
    ]
    feet = [top + depth.row + _NAME - _OFF for top in tops]
    between = [(top, low) for top, low in zip(ends, feet, strict=True) if top < low]
    roomy = {"opacity": {"expr": f"{setting.narrow} ? 0 : 1"}}
    for count, line in enumerate(reversed(chart.lines)):
        whole, words = ruled(line, _values(chart), count, foot=_NAME - _OFF)
        yield from (whole, words)
        for pieces, look in ((boxes, {}), (between, roomy)):
            rows = [{"value": line.value, "top": top, "bottom": low} for top, low in pieces]
            mark = {key: told for key, told in whole["mark"].items() if key not in ("y", "y2")}
            at = {"x": whole["encoding"]["x"], **_DEEP}
            yield {"data": {"values": rows}, "mark": mark | look, "encoding": at}


def _said(rows: list[Spec], along: Spec | None, **mark: object) -> list[Spec]:
    """Words with paper around them, for lines run below."""
    told = {"type": "text", "baseline": "middle", **mark}
    around = {"stroke": PAPER, "strokeWidth": 4, "color": PAPER}
    at = {"data": {"values": rows}, "encoding": {"x": along}}
    return [{**at, "mark": {**told, **look}} for look in (around, {"color": INK})]


def _names(chart: Strip, depth: _Depth) -> list[Spec]:
    """Whose figures they are, above them."""
    rows = [
        {"top": depth.row * place + _NAME}
        | {"said": plain(row.name if row.known else _nothing(row))}
        for place, row in enumerate(chart.rows)
    ]
    text, most = {"expr": "datum.said"}, {"expr": "width"}
    return _said(rows, None, align="left", x=0, fontWeight="bold", text=text, limit=most)


def _nothing(row: Spread) -> str:
    return f"{row.name}: no figure"


def _middles(chart: Strip, depth: _Depth) -> list[Spec]:
    rows = [
        {"value": row.quarters[1], "top": top + _MIDDLE}
        | {"said": f"middle {chart.unit.text(row.quarters[1])}"}
        for top, row in _known(chart, depth)
    ]
    return _said(rows, _values(chart), text={"expr": "datum.said"})


def _ends(chart: Strip, setting: Setting, side: int) -> list[Spec]:
    """The least on the left, or the most on the right, by name."""
    text = {"expr": f"{setting.narrow} ? datum.short : datum.long"}
    depth = _Depth.of(setting)
    rows = [
        _end(row.known[-side], side, top + depth.ends, setting) for top, row in _known(chart, depth)
    ]
    told = _said(rows, None, align=("left", "right")[side], x=(0, "width")[side], text=text)
    for layer in told:
        layer["mark"] |= {"baseline": "top", "lineHeight": _LEADING}
    return told


def _end(tick: Tick, side: int, top: int, setting: Setting) -> Spec:
    name = plain(short_name(tick.name))
    return {
        "top": top,
        "long": _on_half(tick, side, setting),
        "short": _folded(name, tick.text, _LINE),
    }


def _on_half(tick: Tick, side: int, setting: Setting) -> list[str]:
    """An end in words on lines of half the width, so that it never meets the other end."""
    name = plain(short_name(tick.name))
    return _folded(f"{('least', 'most')[side]}: {name}", tick.text, setting.half)


def _deep(row: Spread, setting: Setting) -> int:
    """Pixels that the ends of a plan take from top to bottom."""
    ends = {0: row.known[0], 1: row.known[-1]} if row.known else {}
    lines = (len(_on_half(tick, side, setting)) for side, tick in ends.items())
    return _LEADING * max(lines, default=1)


def _folded(name: str, figure: str, letters: int) -> list[str]:
    """A name and its figure on lines of so many letters; what is too long loses letters alone."""
    whole = on_lines(f"{name}, {figure}", letters)
    if len(whole) <= _LINES:
        return whole
    return [*on_lines(name, letters, _LINES - 1), figure]
