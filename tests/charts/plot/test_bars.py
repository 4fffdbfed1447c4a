"""Bars: what is rare is drawn and written all the same."""

from __future__ import annotations

from footprint.charts.plot.values import Point
from footprint.ink import drawings
from tests.charts.plot.sample import layers, plot


def test_what_is_rarer_than_a_pixel_is_drawn_all_the_same():
    rare = (Point(0, 1e-9, "one in a billion"), Point(1, 100.0, "the rest"))
    assert [layer["mark"]["type"] for layer in layers(plot("bars", points=rare))] == ["bar", "tick"]


def test_what_is_too_rare_to_be_read_off_is_written_by_its_bar():
    rare = Point(0, 1e-9, "one in a billion", written="one in a billion")
    chart = plot("bars", points=(rare, Point(1, 100.0, "the rest")))
    assert drawings.svg(chart, width=600).count(">one in a billion<") == 2
    texts = [layer for layer in layers(chart) if layer["mark"]["type"] == "text"]
    assert [row["across"] for layer in texts for row in layer["data"]["values"]] == [0, 0]


def test_words_stand_upright_on_narrow_bars_and_give_way_on_the_narrowest():
    def turned(count: int) -> list[str]:
        few = tuple(Point(n, 1.0, "x", written="one in ten") for n in range(count))
        drawn = drawings.svg(plot("bars", points=few), width=600)
        return [line for line in drawn.split("<text") if ">one in ten<" in line]

    assert not any("rotate(-90)" in line for line in turned(3))
    assert all("rotate(-90)" in line for line in turned(12))
    assert all('opacity="0"' in line for line in turned(90))
