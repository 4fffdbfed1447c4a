"""Small flow: where everybody goes as a drawing of a few kilobytes, to stand beside a map."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator
from functools import lru_cache

from footprint.charts.flow import Band, Flow
from footprint.charts.flow_places import Depth, placed
from footprint.maps.palette import COAST_LINE, INK, SEQUENTIAL

# Pixels: how wide, the words above and below, a bar, all people, and between two bars of the
# fullest column.
_WIDE, _ABOVE, _BELOW, _BAR, _PEOPLE, _GAP = 420, 31, 15, 5, 115.0, 1.1
_PALE, _TRACED = SEQUENTIAL[0], SEQUENTIAL[2]


def small_flow(chart: Flow) -> str:
    """Draw a flow as an image element; its words are for those who cannot see it."""
    source, wide, tall = small_flow_source(chart)
    said = html.escape(chart.words)
    return f'<img class="small-flow" alt="{said}" width="{wide}" height="{tall}" src="{source}">'


@lru_cache(100)
def small_flow_source(chart: Flow) -> tuple[str, int, int]:
    """Draw a flow: where an image element finds it, and how wide and tall it is in pixels."""
    depth = Depth(_PEOPLE, _PEOPLE + _GAP * (max(len(one.nodes) for one in chart.stages) - 1))
    foot = _ABOVE + round(depth.whole) + _BELOW
    lines = "".join((*_bands(chart, depth), *_bars(chart, depth)))
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {foot}" font-size="11" '
        f'font-family="Arial, sans-serif" fill="{INK}">'
        f'<g fill="none" stroke="{_PALE}">{lines}</g>{"".join(_words(chart, foot))}</svg>'
    )
    data = base64.b64encode(drawing.encode()).decode()
    return f"data:image/svg+xml;base64,{data}", _WIDE, foot


def _across(chart: Flow, number: int) -> float:
    """Where a column of bars begins."""
    return round((_WIDE - _BAR) * number / (len(chart.stages) - 1), 1)


def _bands(chart: Flow, depth: Depth) -> Iterator[str]:
    """Bands as lines as thick as their people are many; those not decided are broken."""
    tops = [depth.tops(stage) for stage in chart.stages]
    for number in range(len(chart.stages) - 1):
        left, right = _across(chart, number) + _BAR, _across(chart, number + 1)
        bend = round((left + right) / 2)
        pixel = depth.pixel(chart.stages[number])
        for band, start, end in placed(chart, number, tops, depth):
            high = band.people * pixel
            here, there = (f"{_ABOVE + one + high / 2:.1f}" for one in (start, end))
            way = f"M{left:g},{here}C{bend},{here} {bend},{there} {right:g},{there}"
            yield f'<path d="{way}" stroke-width="{max(high, 0.5):.1f}"{_look(band)}/>'


def _look(band: Band) -> str:
    loose = "" if band.firm else ' stroke-dasharray="5 2.5"'
    return f'{loose} stroke="{_TRACED}"' if band.traced else loose


def _bars(chart: Flow, depth: Depth) -> Iterator[str]:
    for traced, colour in ((False, COAST_LINE), (True, INK)):
        ways = "".join(_bars_of(chart, depth, traced=traced))
        yield f'<path d="{ways}" stroke="{colour}" stroke-width="{_BAR}"/>' if ways else ""


def _bars_of(chart: Flow, depth: Depth, *, traced: bool) -> Iterator[str]:
    for number, stage in enumerate(chart.stages):
        tops, pixel, left = depth.tops(stage), depth.pixel(stage), _across(chart, number)
        for node in stage.nodes:
            if node.traced == traced:
                top = _ABOVE + tops[node.id]
                yield f"M{left + _BAR / 2:g},{top:.1f}v{node.people * pixel:.1f}"


def _words(chart: Flow, foot: int) -> Iterator[str]:
    """When, and how many of what, above each column; below, what broken bands are."""
    last = len(chart.stages) - 1
    for number, stage in enumerate(chart.stages):
        at = {0: (0.0, "start"), last: (float(_WIDE), "end")}
        across, side = at.get(number, (_across(chart, number) + _BAR / 2, "middle"))
        for down, words in ((11, stage.when), (25, stage.count)):
            yield _said(across, down, side, words)
    if any(not band.firm for band in chart.bands):
        yield _said(_WIDE, foot - 3, "end", "broken: not decided")


def _said(across: float, down: float, side: str, words: str) -> str:
    return f'<text x="{across:g}" y="{down}" text-anchor="{side}">{html.escape(words)}</text>'
