"""Vega: any chart as one specification of Vega-Lite, the same for screen and paper."""

from __future__ import annotations

from footprint.charts.bars import Bars, bars_height, bars_parts
from footprint.charts.dot_marks import PICK, dots_height, dots_parts, picked
from footprint.charts.dots import Dots
from footprint.charts.flow import Flow
from footprint.charts.flow_marks import flow_height, flow_parts
from footprint.charts.plot.parts import plot_height, plot_parts
from footprint.charts.plot.points import plot_pressed
from footprint.charts.plot.values import Plot
from footprint.charts.setting import Setting, Spec
from footprint.charts.slope import Slope
from footprint.charts.slope_marks import slope_height, slope_parts
from footprint.charts.strip import Strip, strip_height, strip_parts
from footprint.charts.trend import Trend, trend_height, trend_parts
from footprint.maps.palette import COAST_LINE, INK, PAPER

Chart = Dots | Flow | Bars | Slope | Strip | Trend | Plot
__all__ = ("PICK", "Chart", "height", "picked", "pressed", "spec")
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"


def spec(chart: Chart, setting: Setting) -> Spec:
    """A chart as a specification."""
    return {
        "$schema": _SCHEMA,
        **_parts(chart, setting),
        "width": setting.width or "container",
        "height": height(chart, setting.row),
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": dict.fromkeys(("left", "top", "right", "bottom"), 2),
        "background": PAPER,
        "config": _config(setting),
    }


def height(chart: Chart, row: int = Setting.row) -> int:
    """Pixels from top to bottom, so many of them for a row, however wide it is."""
    setting = Setting(font="", row=row)
    match chart:
        case Flow():
            return flow_height(chart, setting)
        case Bars():
            return bars_height(chart)
        case Slope():
            return slope_height(setting)
        case Strip():
            return strip_height(chart, setting)
        case Trend():
            return trend_height()
        case Plot():
            return plot_height(chart, setting)
        case Dots():
            return dots_height(chart, row)


def pressed(chart: Chart) -> bool:
    """Whether a press on its marks chooses something."""
    if isinstance(chart, Plot):
        return plot_pressed(chart)
    return isinstance(chart, (Dots, Flow))


def _parts(chart: Chart, setting: Setting) -> Spec:
    match chart:
        case Flow():
            return flow_parts(chart, setting)
        case Bars():
            return bars_parts(chart, setting)
        case Slope():
            return slope_parts(chart, setting)
        case Strip():
            return strip_parts(chart, setting)
        case Trend():
            return trend_parts(chart, setting)
        case Plot():
            return plot_parts(chart, setting)
        case Dots():
            return dots_parts(chart, setting)


def _config(setting: Setting) -> Spec:
    size, font = setting.letters, setting.font
    words = {"labelFontSize": size, "labelColor": INK, "titleColor": INK, "titleFontSize": size}
    return {
        "font": font,
        "aria": False,
        "view": {"stroke": None},
        "axis": {**words, "domainColor": COAST_LINE, "tickColor": COAST_LINE},
        "text": {"fontSize": size, "font": font},
    }
