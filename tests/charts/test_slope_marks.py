"""Slope marks: what lies above what, where the scale ends, and how labels are moved apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.charts import slope_marks, vega
from footprint.charts.setting import Setting, Spec
from footprint.charts.slope import Slope
from footprint.maps.palette import PAPER
from tests.charts.test_slope import SLOPE, leg


def spec(chart: Slope) -> Spec:
    return vega.spec(chart, Setting(font="x", width=800))


def test_what_is_named_lies_above_the_rest_and_what_is_chosen_above_all() -> None:
    chosen = replace(SLOPE, selected="s2")
    rows = spec(chosen)["data"]["values"]
    # The one chosen is named too, whatever became of it.
    assert [row["leg"] for row in rows[::2]] == ["s1", "s3", "s2"]
    assert [row["look"] for row in rows[::2]] == ["named", "named", "chosen"]
    usual = spec(SLOPE)["data"]["values"]
    assert [row["look"] for row in usual[::2]] == ["usual", "named", "named"]
    assert [row["side"] for row in usual[:2]] == [0, 1]
    assert usual[0]["told"] == "Before 2 300 → After 2 300"


def test_the_scale_has_a_little_room_beyond_its_ends() -> None:
    # From 100 to 500, and a fiftieth of that on both sides.
    assert spec(SLOPE)["encoding"]["y"]["scale"]["domain"] == pytest.approx([92, 508])
    one = replace(SLOPE, legs=(leg(1, 100, 100),))
    assert spec(one)["encoding"]["y"]["scale"]["domain"] == [99, 101]
    none = replace(SLOPE, legs=())
    assert spec(none)["encoding"]["y"]["scale"]["domain"] == [-1, 1]


def test_the_words_of_a_line_stand_on_paper_that_is_drawn_above_every_other_line() -> None:
    layers = spec(SLOPE)["layer"]
    said = next(n for n, one in enumerate(layers) if one["mark"].get("text") == "250")
    ground, words = layers[said - 1], layers[said]
    half = Setting(font="x", width=800).wide("250") / 2
    assert ground["mark"]["color"] == PAPER
    assert ground["mark"]["strokeWidth"] >= 12 + 4
    for end, sign in (("x", "-"), ("x2", "+")):
        middle, reach = ground["mark"][end]["expr"].split(f" {sign} ")
        assert middle == "width / 2" and float(reach) >= half + 4
    assert words["mark"]["x"] == {"expr": "width / 2"}
    assert ground["encoding"] == words["encoding"] and ground["data"] == words["data"]
    across = [n for n, one in enumerate(layers) if one["mark"]["type"] in ("line", "point")]
    dashed = [n for n, one in enumerate(layers) if "strokeDash" in one["mark"]]
    assert max(*across, *dashed) < said - 1


def test_a_label_stands_outside_its_side_with_the_figure_next_to_the_line() -> None:
    labels = [
        one
        for one in spec(SLOPE)["layer"]
        if one["mark"]["type"] == "text" and "align" in one["mark"]
    ]
    assert [(one["mark"]["align"], one["mark"]["dx"] > 0) for one in labels] == [
        ("right", False),
        ("left", True),
    ]
    said = [[row["long"] for row in one["data"]["values"]] for one in labels]
    assert said == [[["Before 1 100"], ["Before 3 400"]], [["500 After 1"], ["350 After 3"]]]


def test_a_long_name_is_told_whole_on_lines_that_lie_apart() -> None:
    name = "Coventry, Warwickshire, Herefordshire and Worcestershire"
    legs = tuple(replace(leg(n, 100 + n, 500 + n), names=(name, name)) for n in range(3))
    chart = replace(SLOPE, legs=legs)
    before, after = (
        one["data"]["values"] for one in spec(chart)["layer"] if "align" in one["mark"]
    )
    for row in (*before, *after):
        assert " ".join(row["short"]) == name
        assert name in " ".join(row["long"])
        assert max(map(len, row["long"])) <= 38
        assert max(map(len, row["short"])) <= 15
    low, high = chart.ends
    for rows, moved, lines in ((before, "far", 2), (after, "near", 5)):
        tops = sorted((high - row["figure"]) / (high - low) * 340 + row[moved] for row in rows)
        assert tops[1] - tops[0] >= 13 * lines
        assert tops[2] - tops[1] >= 13 * lines


@pytest.mark.parametrize(
    ("tops", "moved"),
    [
        ([], []),
        ([10.0], [10.0]),
        ([10.0, 10.0], [10.0, 25.0]),
        ([20.0, 10.0], [25.0, 10.0]),
        ([10.0, 26.0], [10.0, 26.0]),
        ([10.0, 20.0, 30.0], [10.0, 25.0, 40.0]),
        ([99.0, 100.0], [85.0, 100.0]),
        ([120.0], [100.0]),
        ([50.0, 99.0, 100.0], [50.0, 85.0, 100.0]),
    ],
)
def test_labels_are_a_label_apart_and_none_lies_below_the_foot(
    tops: list[float], moved: list[float]
) -> None:
    assert slope_marks.apart(tops, 100) == moved


def test_a_label_of_several_lines_takes_the_room_of_them_all() -> None:
    assert slope_marks.apart([10.0, 10.0], 100, [15.0, 41.0]) == [10.0, 38.0]
    assert slope_marks.apart([90.0, 99.0], 100, [15.0, 41.0]) == [59.0, 87.0]


def test_it_is_as_high_as_its_lines_with_room_above_and_below() -> None:
    assert slope_marks.slope_height(Setting(font="")) == 340 + 40 + 12
    assert slope_marks.slope_height(Setting(font="", row=46)) == 2 * 340 + 40 + 12
