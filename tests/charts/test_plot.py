"""Plots: whole numbers along, figures up, and plans marked in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.charts import vega
from footprint.charts.dot_marks import PICK
from footprint.charts.plot import Mark, Plot, Point, Series, plot_pressed
from footprint.charts.setting import Setting
from footprint.ink import drawings

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


@pytest.mark.parametrize("look", ["line", "dashed", "dotted", "bars", "steps", "dots"])
def test_every_look_is_drawn_and_says_what_it_shows(look):
    chart = plot(look, (Mark("Ours", 6), Mark("Theirs", 7), Mark("There", 3, 2.0)))
    drawn = drawings.svg(chart, width=600)
    assert "100 million" in drawn and "Footprints" in drawn
    assert all(f">{name}<" in drawn for name in ("Ours", "Theirs", "There"))
    assert drawings.svg(plot(look), width=600) != drawn


def test_plans_are_named_so_that_no_name_is_crossed():
    marks = [Mark("a", 2), Mark("b", 1), Mark("c", 7), Mark("d", 8)]
    assert [mark.name for mark in plot(marks=marks).drawn_names] == ["b", "a", "d", "c"]
    assert vega.height(plot(marks=marks)) > vega.height(plot())


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


def test_it_is_told_in_words_with_its_plans():
    said = plot(marks=(Mark("Ours", 6),)).words
    assert said.startswith("Ways. All options: 1 footprints: many; ")
    assert said.endswith("Ours, footprints: 6.")
    assert plot().of({"x"}) == plot()


def test_what_nobody_could_listen_to_is_told_by_how_much_it_is():
    many = tuple(Point(n, 1.0, f"about {n}") for n in range(61))
    assert "about 59" in plot(points=many[:60]).words
    assert plot(points=many).words == "Ways. All options: 61 points, too many to tell one by one."


def test_labels_within_a_sentence_keep_their_capitals():
    chart = replace(plot(marks=(Mark("Ours", 6),)), across="Footprints that cross NHS regions")
    assert chart.words.endswith("Ours, footprints that cross NHS regions: 6.")
