"""Charts: what stands beside the maps as a picture, as values that the browser draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from footprint.charts.dots import Dot, Dots
from footprint.charts.flow import Flow
from footprint.charts.setting import Scale, plain, scale_of
from footprint.charts.vega import Chart
from footprint.content.values import Picture, Table
from footprint.english import short_name
from footprint.one_file import parts
from footprint.one_file.pool import Tree
from footprint.web.small_flow import small_flow_source

_WHOLE = 1000
"""How far along a scale something stands is said in thousandths."""


def drawn(picture: Picture, ways: Table | None = None) -> list[parts.Part]:
    """The charts of a page, each under its heading; `ways` are those of a flow as a table."""
    return [part for chart in picture.charts for part in _chart(chart, ways)]


def _chart(chart: Chart, ways: Table | None) -> Iterator[parts.Part]:
    if isinstance(chart, Dots):
        yield parts.heading(chart.heading)
        yield dots(chart)
        yield from parts.some([parts.small(chart.key)])
    elif isinstance(chart, Flow):
        yield parts.heading(chart.heading)
        yield flow(chart)
        if ways:
            rows = f"{ways.title}, as a table ({len(ways.rows)} rows)"
            yield parts.opened(rows, [parts.figures(ways)])


def dots(chart: Dots) -> parts.Part:
    """Ranked dots: rows with name, figure, place and look, and what stands across them."""
    known = [dot.value for dot in chart.known if dot.value is not None]
    scale = scale_of([*known, *(line.value for line in chart.drawn_lines)], chart.unit)
    lines: list[Tree] = [[_along(one.value, scale), one.words] for one in chart.drawn_lines]
    ticks: list[Tree] = [[_along(one, scale), chart.unit.text(one)] for one in scale.ticks]
    return {
        "kind": "dots",
        "words": replace(chart, selected="").words,
        "rows": list(_rows(chart, scale)),
        "lines": lines,
        "ticks": ticks,
    }


def _rows(chart: Dots, scale: Scale) -> Iterable[Tree]:
    for dot in chart.rows:
        own = replace(chart, selected=dot.id)
        at = -1 if dot.value is None else _along(dot.value, scale)
        rank = chart.ranked(own.place) if own.place else ""
        figure = dot.text.partition(" (")[0]
        yield [dot.id, plain(short_name(dot.name)), figure, at, _look(dot), dot.estimated, rank]


def _look(dot: Dot) -> str:
    return "below" if dot.below else "usual"


def _along(value: float, scale: Scale) -> int:
    return round(_WHOLE * (value - scale.low) / (scale.high - scale.low))


def flow(chart: Flow) -> parts.Part:
    """Everybody from plan to plan as a drawing."""
    source, wide, tall = small_flow_source(chart)
    words = chart.words
    return {"kind": "picture", "source": source, "words": words, "wide": wide, "tall": tall}
