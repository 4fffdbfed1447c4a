"""Dot marks: how each kind of dot is told apart, and how high all of it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.charts import dot_marks, vega
from footprint.charts.dot_marks import PICK, dots_height, picked
from footprint.charts.dots import Dot, Dots, Line
from footprint.charts.setting import Setting, Spec
from tests.charts.test_dots import few

DOTS = few()

ROOMY, CLOSE = Setting(font="x", width=700), Setting(font="x", width=300, row=11)


def spec(chart: Dots, setting: Setting = ROOMY) -> Spec:
    return vega.spec(chart, setting)


def rows(chart: Dots) -> dict[str, Spec]:
    """What is drawn of each dot, by its id."""
    return {row["id"]: row for row in spec(chart)["data"]["values"]}


def test_a_dot_is_the_one_chosen_or_below_the_least_or_as_usual() -> None:
    first, second, *_ = DOTS.rows
    low = replace(second, below=True)
    chart = replace(DOTS, rows=(first, low), selected=first.id)
    looks = {code: row["look"] for code, row in rows(chart).items()}
    assert looks == {first.id: "chosen", low.id: "below"}
    both = replace(chart, selected=low.id)
    assert rows(both)[low.id]["look"] == "chosen"
    assert rows(both)[first.id]["look"] == "usual"


def test_a_figure_has_its_marks_where_there_is_room_and_else_stands_alone() -> None:
    first = replace(DOTS.rows[0], figure="1,234", notes=("worked out by share",), estimated=True)
    row = rows(replace(DOTS, rows=(first,)))[first.id]
    assert (row["text"], row["figure"]) == ("1,234 (worked out by share)", "1,234")
    assert row["hollow"]


def test_a_press_tells_which_dot_whatever_its_code_is() -> None:
    chart = replace(DOTS, rows=(replace(DOTS.rows[0], id="a|b"),))
    (row,) = vega.spec(chart, Setting(font="x", turn=7))["data"]["values"]
    assert row[PICK] == "a|b|7"
    assert picked(row[PICK]) == "a|b"


def test_rows_lines_and_the_axis_add_up_to_the_height() -> None:
    few = replace(DOTS, rows=DOTS.rows[:1])
    assert dots_height(DOTS, 23) - dots_height(few, 23) == 23 * (len(DOTS.rows) - 1)
    bare = replace(DOTS, lines=(), england=None)
    assert dots_height(DOTS, 23) - dots_height(bare, 23) == 15 * len(DOTS.drawn_lines)


def test_the_first_line_has_its_words_above_all_others() -> None:
    layers = [one["mark"] for one in spec(DOTS)["layer"]]
    tops = {one["text"]: one["y"] for one in layers if isinstance(one.get("text"), str)}
    words = [line.words for line in DOTS.drawn_lines]
    assert sorted(tops, key=tops.get) == words
    rules = [one for one in layers if one["type"] == "rule" and "y2" in one]
    assert len(rules) == len(words)
    assert all(one["y"] < 0 for one in rules)


@pytest.mark.parametrize(
    ("setting", "narrow"),
    [
        (ROOMY, "false"),
        (CLOSE, "true"),
        (Setting(font="x", width=480), "false"),
        (Setting(font="x", width=479), "true"),
        (Setting(font="x"), "containerSize()[0] < 480"),
    ],
)
def test_a_drawing_of_fewer_pixels_than_480_is_narrow(setting: Setting, narrow: str) -> None:
    assert setting.narrow == narrow


@pytest.mark.parametrize(("least", "first"), [(499.0, 0), (500.0, 500)])
def test_a_scale_begins_at_nothing_where_the_least_is_under_half_of_the_most(
    least: float, first: float
) -> None:
    dot = Dot(id="a", name="A", value=1_000.0, figure="1,000")
    chart = replace(DOTS, rows=(dot,), lines=(Line(least, "least"),), selected="")
    axis = next(
        one["encoding"]["x"]["axis"]
        for one in spec(chart)["layer"]
        if one["encoding"]["x"].get("axis")
    )
    assert (axis["values"][0], axis["values"][-1]) == (first, 1_000)
    assert '"1,000"]' in axis["labelExpr"]


LONG = Dot(
    id="bath",
    name="Bath and North East Somerset, Swindon, Wiltshire, Somerset and Dorset",
    value=46.2,
    figure="46.2",
    notes=("worked out by share",),
    estimated=True,
)


@pytest.mark.parametrize(("width", "row"), [(600, 24), (632, 22), (1100, 20), (1100, 17)])
def test_on_paper_dots_have_two_fifths_of_the_width_whatever_their_names_are(
    width: int, row: int
) -> None:
    setting = Setting(font="DejaVu Sans", width=width, row=row, whole=True)
    chart = replace(few(), rows=(LONG, *few().rows))
    letters, brief = dot_marks._kept(chart, setting)
    assert dot_marks._between(chart, setting, letters, brief) >= 0.4
    if row < 22:
        assert len(LONG.name) < letters, "two lines would meet those of the next row"


def test_figures_stay_whole_where_there_is_room_for_them() -> None:
    setting = Setting(font="DejaVu Sans", width=1100, row=30, whole=True)
    chart = replace(few(), rows=(LONG, *few().rows))
    assert dot_marks._kept(chart, setting) == (46, False)
