"""Values: what a plot says of itself, and in which order its plans are named."""

from __future__ import annotations

from dataclasses import replace

from footprint.charts import vega
from footprint.charts.plot.values import Mark, Point
from tests.charts.plot.sample import plot


def test_plans_are_named_so_that_no_name_is_crossed():
    marks = [Mark("a", 2), Mark("b", 1), Mark("c", 7), Mark("d", 8)]
    assert [mark.name for mark in plot(marks=marks).drawn_names] == ["b", "a", "d", "c"]
    assert vega.height(plot(marks=marks)) > vega.height(plot())


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
