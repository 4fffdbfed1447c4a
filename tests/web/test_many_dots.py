"""Many dots of a chart on a web page: one path, every dot in its place, and little to send."""

from __future__ import annotations

import re
from dataclasses import replace

from footprint.charts.plot.values import Plot, Point, Series
from footprint.web import markup
from footprint.web.many_dots import joined
from tests.paper_samples import dotted


def scattered(many: int) -> Plot:
    """So many points, no two of them in one place."""
    points = tuple(Point(n, float(n % 9), f"{n} people", key=f"{n}-1") for n in range(many))
    series = (Series("What options have", "dots", points),)
    ticks = ((0.0, "0"), (8.0, "8"))
    return Plot(title="Trade", across="People", up="Splits", series=series, ticks=ticks)


def test_thousands_of_dots_are_one_path_of_a_few_kilobytes_and_told_as_before() -> None:
    chart = scattered(2_000)
    said = markup.charts(replace(dotted(), charts=(chart,)))
    wide, narrow = re.findall(r"<svg.*?</svg>", said)
    for drawing in (wide, narrow):
        assert drawing.count("<path transform=") == 0
        (dots,) = re.findall(r'<path d="([^"]*)" stroke="#52697f"[^>]*linecap="round"', drawing)
        assert dots.count("M") == dots.count("h0") <= 2_000
        assert len(drawing) < 20 * 2_000
    assert said.count(f'aria-label="{chart.words}"') == 2


def test_dots_stand_where_they_were_drawn_and_those_in_one_place_are_one() -> None:
    dot = (
        '<path transform="translate({},{})" d="M4.183,0A4.183,4.183,0,1,1,-4.183,0" '
        'fill="#52697f" stroke-width="2" opacity="1"/>'
    )
    places = [(n / 2, 10.04) for n in range(100)]
    drawn = "".join(dot.format(*place) for place in [*places, *places])
    path = "".join(f"M{x:.1f} 10.0h0" for x, _ in places)
    look = 'stroke="#52697f" stroke-width="8.4" stroke-linecap="round"'
    assert joined(f"<g>{drawn}</g>") == f'<g><path d="{path}" {look}/></g>'


def test_a_few_dots_stay_as_they_were_drawn() -> None:
    said = markup.charts(replace(dotted(), charts=(scattered(60),)))
    assert said.count('fill="#52697f"') == 2 * 60 and "linecap" not in said
