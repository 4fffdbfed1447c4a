"""Parts: what is particular to a plot in a specification, from its axes to its plans."""

from __future__ import annotations

from footprint.charts.plot import axes, bars, plans, points
from footprint.charts.plot.values import Plot
from footprint.charts.setting import Setting, Spec

# Pixels between the ends of the scale, and of the axis with its title, and how many times as deep
# it may be.
_DEEP, _AXIS, _DEEPEST = 220, 56, 2.0


def plot_height(chart: Plot, setting: Setting) -> int:
    """Pixels that it takes from top to bottom."""
    return round(_DEEP * min(setting.stretch, _DEEPEST)) + _AXIS + plans.ABOVE * len(chart.marks)


def plot_parts(chart: Plot, setting: Setting) -> Spec:
    """What is particular to a plot in a specification."""
    layers = [layer for one in chart.series for layer in points.series(chart, one, setting)]
    return {
        "encoding": {"x": axes.along(chart), "y": axes.up(chart)},
        "layer": [
            *layers,
            *plans.lines(chart),
            *plans.names(chart, setting),
            *bars.written(chart),
            *plans.spots(chart),
            *points.press(chart, setting),
        ],
    }
