"""A chart of each kind as it is drawn: every mark, text, length and colour, wide and narrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from footprint.charts import vega
from footprint.charts.plot.values import Mark
from footprint.charts.setting import Setting
from footprint.charts.vega import Chart
from footprint.ink import drawings
from tests.agreed import check
from tests.charts.plot.sample import plot
from tests.charts.test_bars import BARS
from tests.charts.test_flow import FLOW
from tests.charts.test_slope import SLOPE
from tests.charts.test_strip import NOTHING, STRIP
from tests.charts.test_trend import GAP, TREND
from tests.charts.test_vega import DOTS

MARKS = (Mark("Ours", 6), Mark("Theirs", 7), Mark("There", 3, 2.0))
LOOKS = ("line", "dashed", "dotted", "bars", "steps", "dots")
CHARTS: Mapping[str, Chart] = {
    "bars": BARS,
    "dots": DOTS,
    "flow": FLOW,
    "slope": replace(SLOPE, selected="s2"),
    "strip": STRIP,
    "strip_without_figures": NOTHING,
    "trend": TREND,
    "trend_with_gaps": replace(GAP, estimated=True),
    **{f"plot_of_{look}": plot(look, MARKS) for look in LOOKS[:1] + LOOKS[3:]},
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_as_was_agreed(name: str) -> None:
    chart = CHARTS[name]
    settings = (drawings.setting(900), Setting(font="Arial", width=330, row=11))
    words = [chart.heading, chart.words, chart.lined, chart.key]
    check(__file__, name, [words, *(vega.spec(chart, one) for one in settings)])
