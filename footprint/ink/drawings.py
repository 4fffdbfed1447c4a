"""Drawings: charts as they stand in a file, where no browser draws them.

Set in the letters of all our papers, which every machine that makes papers has.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType

import matplotlib

from footprint.charts import vega
from footprint.charts.setting import Setting
from footprint.charts.vega import Chart

FAMILY = "DejaVu Sans"


@cache
def _library() -> ModuleType:
    """Load what draws, which the app itself never needs, and show it our letters."""
    import vl_convert

    vl_convert.register_font_directory(f"{matplotlib.get_data_path()}/fonts/ttf")
    return vl_convert


def setting(width: int, row: int = Setting.row) -> Setting:
    """How a chart is set on paper."""
    return Setting(font=FAMILY, width=width, row=row, whole=True)


def svg(chart: Chart, *, width: int, row: int = Setting.row) -> str:
    """A chart as a drawing, so many pixels wide."""
    return _library().vegalite_to_svg(vega.spec(chart, setting(width, row)))


def png(chart: Chart, *, width: int, scale: float, row: int = Setting.row) -> bytes:
    """A chart as a picture of so many dots to a pixel."""
    return _library().vegalite_to_png(vega.spec(chart, setting(width, row)), scale=scale)
