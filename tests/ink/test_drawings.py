"""Drawings: how wide a chart has to be so that none of its words lies on another."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from footprint.charts.flow import Flow, Node, Stage
from footprint.charts.vega import height
from footprint.ink import drawings
from footprint.ink.words import MM, width
from tests.charts.test_slope import SLOPE, leg

LONG = "Bedfordshire, Luton and Milton Keynes with Peterborough"
_BARS = 42


def flow() -> Flow:
    nodes = tuple(
        Node(id=f"n{n}", name=f"{LONG} {n}", people=1_000.0, text="1,000", traced=n == 7)
        for n in range(_BARS)
    )
    stages = tuple(
        Stage(when=f"April {year}", many="", what="", nodes=nodes) for year in (2023, 2024)
    )
    return Flow(title="", stages=stages, bands=())


def placed(svg: str) -> dict[str, float]:
    """Where each line of words begins or ends across."""
    at: dict[str, float] = {}
    for one in etree.fromstring(svg.encode()).iter("{*}text"):
        moves = [part.get("transform", "") for part in (one, *one.iterancestors())]
        across = sum(float(move[10:].split(",")[0]) for move in moves if move)
        at["".join(one.itertext())] = across
    return at


def test_the_sides_of_a_slope_lie_apart_however_long_its_names_are() -> None:
    long = tuple(replace(leg(n, 100 * n, 900 - n), names=(LONG, LONG)) for n in (1, 2))
    chart = replace(SLOPE, legs=long)
    wide = drawings.least_wide(chart, 22)
    at = placed(drawings.svg(chart, width=wide))
    assert at["B"] - at["A"] >= 180
    assert drawings.least_wide(SLOPE, 22) == 600


def test_the_columns_of_a_flow_lie_apart_however_close_its_rows_are() -> None:
    chart = flow()
    for row in (23, 14):
        wide = drawings.least_wide(chart, row)
        at = placed(drawings.svg(chart, width=wide, row=row))
        first, last = (
            next(v for k, v in at.items() if k.startswith(y)) for y in ("April 2023", "April 2024")
        )
        # Half of the longest month, half of the longest that stands beside it, and a gap.
        months = (width(when, 11, bold=True) / MM for when in ("September 2025", "April 2026"))
        assert last - first >= sum(months) / 2 + 1
    # Where rows stand close, every name is on one line, and it is as wide as both sides of them.
    one_line = width(f"{LONG} 10", 11) / MM
    assert drawings.least_wide(chart, 14) > 2 * one_line
    assert height(chart, 14) < height(chart, 23)


def test_a_name_between_the_columns_of_a_part_ends_before_the_next() -> None:
    chart = flow()
    name = "Bedfordshirehertfordshireandbuckinghamshire"
    inner = Stage(
        when="June 2023",
        many="1",
        what="ICB",
        nodes=(Node(id="c", name=name, people=42_000.0, text="42,000"),),
    )
    part = replace(chart, stages=(chart.stages[0], inner, chart.stages[-1]), part=True)
    wide = drawings.least_wide(part, 23)
    at = placed(drawings.svg(part, width=wide, row=23))
    first, middle = (
        next(v for k, v in at.items() if k.startswith(when)) for when in ("April 2023", "June 2023")
    )
    assert middle - first >= width(name, 11) / MM + 8
