"""Vega: any chart as one specification of Vega-Lite, the same for screen and paper."""

from __future__ import annotations

from footprint.charts.dot_marks import PICK, Spec, dots_height, dots_parts, picked
from footprint.charts.dots import Dots
from footprint.maps.palette import COAST_LINE, INK, PAPER

Chart = Dots
__all__ = ("PICK", "Chart", "height", "picked", "spec")
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_SIZE = 12


def spec(chart: Chart, *, font: str, width: int | None = None, turn: int = 0) -> Spec:
    """A chart as a specification; without a width it is as wide as there is room.

    With another `turn` each time, the same dot can be pressed again.
    """
    return {
        "$schema": _SCHEMA,
        **dots_parts(chart, turn),
        "width": width or "container",
        "height": height(chart),
        "autosize": {"type": "fit", "contains": "padding"},
        "background": PAPER,
        "padding": dict.fromkeys(("left", "top", "right", "bottom"), 2),
        "config": _config(font),
    }


def height(chart: Chart) -> int:
    """Pixels from top to bottom, however wide it is."""
    return dots_height(chart)


def _config(font: str) -> Spec:
    words = {"labelFontSize": _SIZE, "labelColor": INK, "titleColor": INK, "titleFontSize": _SIZE}
    return {
        "font": font,
        "aria": False,
        "view": {"stroke": None},
        "axis": {**words, "domainColor": COAST_LINE, "tickColor": COAST_LINE},
        "text": {"fontSize": _SIZE, "font": font},
    }
