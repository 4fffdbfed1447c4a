"""Bars: what there was, what goes, and what is left, each as a bar on one scale."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from footprint.charts.dot_marks import value_axis
from footprint.charts.setting import Setting, Spec, scale_of
from footprint.maps.palette import COAST_LINE, HOUSE_BLUE, INK, MISSES_FILL
from footprint.measures.marks import IMPLIED
from footprint.measures.said import with_notes
from footprint.measures.units import Unit

# Pixels: from bar to bar, and the axis below.
_STEP, _AXIS = 32, 38


@dataclass(frozen=True, kw_only=True)
class Part:
    """One bar from a start to an end, with its figure; without an end there is no figure.

    `goes` says that it is taken away, and so hangs between the other two; `implied`, which is among
    its notes, that nobody published it.
    """

    name: str
    start: float
    end: float | None
    figure: str
    notes: tuple[str, ...] = ()
    goes: bool = False
    implied: bool = False

    @property
    def text(self) -> str:
        """The figure with what is noted of it."""
        return with_notes(self.figure, self.notes)

    @property
    def short(self) -> str:
        """The figure where there is little room: with no note but that nobody published it."""
        return with_notes(self.figure, (IMPLIED,) if self.implied else ())


@dataclass(frozen=True, kw_only=True)
class Bars:
    """Bars from the top down, of one `owner`, in one unit.

    `note` says how a figure follows that nobody published.
    """

    title: str
    owner: str
    unit: Unit
    parts: tuple[Part, ...]
    selected: str = ""
    note: str = ""

    @property
    def heading(self) -> str:
        """What stands above it."""
        return f"{self.title}: {self.owner}"

    @property
    def lined(self) -> str:
        """No lines are drawn across it; only what is to be known of its figures is said."""
        return self.note.rstrip(".")

    @property
    def key(self) -> str:
        """What the marks of its bars mean, of those that occur, and its note."""
        goes = "Dashed: what goes" if any(part.goes for part in self.parts) else ""
        return f"{goes}. {self.note}" if goes and self.note else goes or self.note

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        told = "; ".join(f"{part.name}: {part.text}" for part in self.parts)
        return " ".join(filter(None, (f"{self.heading}. {told}.", self.note)))

    def of(self, ids: Collection[str]) -> Bars:
        """The same, whatever part is looked at: it is of one footprint."""
        del ids
        return self


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
            "short": part.short,
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
