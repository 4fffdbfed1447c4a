"""Points: every look is drawn, and what has a key can be pressed."""

from __future__ import annotations

import pytest

from footprint.charts import vega
from footprint.charts.dot_marks import PICK
from footprint.charts.plot.points import plot_pressed
from footprint.charts.plot.values import Mark, Point
from footprint.ink import drawings
from tests.charts.plot.sample import POINTS, layers, plot


@pytest.mark.parametrize("look", ["line", "dashed", "dotted", "bars", "steps", "dots"])
def test_every_look_is_drawn_and_says_what_it_shows(look):
    chart = plot(look, (Mark("Ours", 6), Mark("Theirs", 7), Mark("There", 3, 2.0)))
    drawn = drawings.svg(chart, width=600)
    assert "100 million" in drawn and "Footprints" in drawn
    assert all(f">{name}<" in drawn for name in ("Ours", "Theirs", "There"))
    assert drawings.svg(plot(look), width=600) != drawn


def test_a_plot_of_which_one_point_can_be_pressed_is_one_to_press():
    one = (Point(1, 1.0, "x", key="1-0"), *POINTS)
    assert plot_pressed(plot(points=one))
    assert not plot_pressed(plot())


def test_only_points_with_a_key_can_be_pressed():
    assert not vega.pressed(plot())
    keyed = tuple(Point(n, float(n), "x", key=f"{n}-0") for n in (1, 2))
    chart = plot("dots", points=keyed)
    assert vega.pressed(chart)
    (press,) = [layer for layer in layers(chart) if "params" in layer]
    assert [row[PICK] for row in press["data"]["values"]] == ["1-0|0", "2-0|0"]
    assert press["params"][0]["name"] == PICK
