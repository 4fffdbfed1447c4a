"""Drawings: charts as they stand in a file, where no browser draws them.

Set in the letters of all our papers, which every machine that makes papers has.
"""

from __future__ import annotations

import math
from functools import cache
from types import ModuleType

import matplotlib

from footprint.charts import vega
from footprint.charts.flow import Flow, Stage
from footprint.charts.flow_cuts import cut
from footprint.charts.flow_places import BETWEEN, LONG, NAMED, Depth, names
from footprint.charts.setting import Setting
from footprint.charts.slope import Slope
from footprint.charts.slope_marks import BESIDE, LABELLED, told
from footprint.charts.vega import Chart
from footprint.ink.words import MM, width

FAMILY = "DejaVu Sans"
# Pixels of a chart's width; from one stage of a flow to the next, each with its month above it;
# beside a name at its bar; and from side to side of a slope.
_LEAST_WIDE, _BAND, _OFF_BARS, _SIDES = 600, 90, 20, 200
# Pixels of a row that is close, and of one in a flow of a part of England.
_CLOSE_ROW, _PART_ROW = 14, 23
# Of more parts nobody would see the whole.
_MOST_PARTS = 4


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


def close_row(chart: Chart) -> int:
    """Pixels of a row where letters are to be large for a chart's height.

    What a part has of footprints is few enough for names on several lines.
    """
    return _PART_ROW if isinstance(chart, Flow) and chart.part else _CLOSE_ROW


def parted(chart: Chart, wide: float, tall: float, points: float) -> tuple[Chart, ...]:
    """A chart; a flow in as few parts as have letters of so many points, in millimetres each."""
    if not isinstance(chart, Flow):
        return (chart,)
    tries = [cut(chart, count) for count in range(1, _MOST_PARTS + 1)]
    sizes = [min(_letters(one, wide, tall) for one in parts) for parts in tries]
    enough = (parts for parts, size in zip(tries, sizes, strict=True) if size >= points)
    return next(enough, tries[sizes.index(max(sizes))])


def _letters(chart: Flow, wide: float, tall: float) -> float:
    """Points of the names of a flow that is as large as there is room for."""
    row = close_row(chart)
    return NAMED / MM * min(tall / vega.height(chart, row), wide / least_wide(chart, row))


def least_wide(chart: Chart, row: int) -> int:
    """Pixels that a chart needs across; a flow or a slope those of its names at both ends too."""
    sides, between = 0.0, 0.0
    if isinstance(chart, Flow):
        close = setting(0, row)
        ends = (chart.stages[0], chart.stages[-1])
        depth = Depth.of(chart, close)
        sides = sum(_names_wide(stage, depth, close, LONG) for stage in ends)
        inner = chart.stages[1:-1] if chart.part else ()
        named = [_names_wide(stage, depth, close, BETWEEN) + _OFF_BARS for stage in inner]
        between = max(_BAND, *named, 0) * (len(chart.stages) - 1) + _OFF_BARS
    elif isinstance(chart, Slope):
        sides = sum(_labels_wide(chart, side) for side in (0, 1))
        between = _SIDES + 2 * BESIDE
    return max(_LEAST_WIDE, math.ceil(sides + between))


def _names_wide(stage: Stage, depth: Depth, close: Setting, letters: int) -> float:
    """Pixels across of the names of a column, those looked for in bold."""
    placed = names(stage, depth, close, letters)
    return max(
        width(line, NAMED, bold=node.traced) / MM
        for node in stage.nodes
        for line in placed[node.id].lines
    )


def _labels_wide(chart: Slope, side: int) -> float:
    lines = (line for leg in chart.labelled(side) for line in told(leg, side))
    return max((width(line, LABELLED) / MM for line in lines), default=0.0)
