"""A sample: one plot of eight points, to be changed where a test needs another."""

from __future__ import annotations

from footprint.charts import vega
from footprint.charts.plot.values import Plot, Point, Series
from footprint.charts.setting import Setting

SETTING = Setting(font="Arial", width=600)
POINTS = tuple(Point(n, float(n), f"{n} footprints: many") for n in range(1, 9))


def plot(look="line", marks=(), points=POINTS, **more) -> Plot:
    return Plot(
        title="Ways",
        across="Footprints",
        up="Options",
        series=(Series("All options", look, points),),
        ticks=((0.0, "1"), (8.0, "100 million")),
        marks=marks,
        **more,
    )


def layers(chart: Plot) -> list[dict]:
    return vega.spec(chart, SETTING)["layer"]
