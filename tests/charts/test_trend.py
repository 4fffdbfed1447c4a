"""Trend: a figure at each date beside England's, told apart by dash, mark and name."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from footprint.charts import vega
from footprint.charts.setting import Setting
from footprint.charts.trend import Course, Trend
from footprint.ink import drawings
from footprint.measures.units import PER_100_000
from tests.charts.test_vega import texts

DATES = ("2022-07-31", "2023-03-31", "2024-03-31", "2025-03-31")


def course(name: str, *values: float | None) -> Course:
    said = tuple(PER_100_000.text(float("nan") if one is None else one) for one in values)
    return Course(name=name, values=values, texts=said)


TREND = Trend(
    title="Staff since 2022",
    unit=PER_100_000,
    dates=DATES,
    own=course("West", 31.3, 36.9, 35.8, 35.54),
    england=course("England", 36.9, 38.2, 38.8, 38.9),
)
GAP = replace(TREND, own=course("West", None, 36.9, None, 35.5))


def marks(chart: Trend, kind: str) -> list[str]:
    """Every mark of a kind, as it is drawn."""
    svg = drawings.svg(chart, width=700)
    groups = re.findall(rf"mark-{kind} role-mark.*?</g>", svg, re.DOTALL)
    return [path for group in groups for path in re.findall(r"<path[^>]*>", group)]


def across(svg: str) -> list[float]:
    """How far from the left each date is written."""
    axis = re.search(r"role-axis-label.*?</g>", svg, re.DOTALL)[0]
    return [float(left) for left in re.findall(r"translate\(([\d.]+),", axis)]


def test_both_lines_have_their_figures_at_both_ends_and_their_names() -> None:
    said = texts(drawings.svg(TREND, width=700))
    assert {"31.3", "36.9", "35.5 West", "38.9 England"} <= set(said)


def test_a_name_that_has_no_room_is_left_to_the_heading_and_never_cut() -> None:
    long = replace(TREND, own=course("Leicestershire and Rutland", 31.3, 36.9, 35.8, 35.54))
    assert "35.5 Leicestershire and Rutland" in texts(drawings.svg(long, width=700))
    narrow = texts(drawings.svg(long, width=330))
    assert {"35.5", "38.9 England"} <= set(narrow)
    assert not [words for words in narrow if "…" in words]
    assert "Leicestershire and Rutland" in long.heading


def test_lines_are_told_apart_by_dash_and_by_mark_and_not_by_colour_alone() -> None:
    dashes = [re.search(r'stroke-dasharray="([^"]*)"', line) for line in marks(TREND, "line")]
    assert sorted(dash[1] if dash else "" for dash in dashes) == ["1,0", "6,4"]
    assert TREND.key == "Dashed: England"
    shapes = [re.search(r' d="M[^A]*A', path) for path in marks(TREND, "symbol")]
    assert len([shape for shape in shapes if shape]) == len(DATES)
    assert len(shapes) == 2 * len(DATES)


def test_dates_are_as_far_apart_as_they_are_in_time() -> None:
    svg = drawings.svg(TREND, width=700)
    first, second, third, fourth = across(svg)
    assert {"Jul 2022", "Mar 2023", "Mar 2024", "Mar 2025"} <= set(texts(svg))
    assert (fourth - third) / (second - first) == pytest.approx(365 / 243, rel=0.02)
    assert third - second == pytest.approx(fourth - third, rel=0.02)


def test_where_there_is_little_room_the_first_and_the_last_date_stay() -> None:
    said = texts(drawings.svg(TREND, width=330))
    assert {"Jul 2022", "Mar 2025"} <= set(said)
    assert not {"Mar 2023", "Mar 2024"} & set(said)


def test_where_there_is_no_figure_there_is_no_mark_and_it_is_said() -> None:
    assert len(marks(GAP, "symbol")) == len(DATES) + 2
    assert "36.9" in texts(drawings.svg(GAP, width=700))
    assert "no figure in July 2022" in GAP.words
    nothing = replace(TREND, own=course("West", None, None, None, None))
    assert "38.9 England" in texts(drawings.svg(nothing, width=700))


def test_an_estimate_is_told_by_hollow_marks_and_in_words() -> None:
    shared = replace(TREND, estimated=True)
    hollow = [path for path in marks(shared, "symbol") if 'fill="#ffffff"' in path]
    assert len(hollow) == len(DATES)
    assert shared.key.endswith("○ worked out by share")
    assert shared.words.endswith("Worked out by share for this footprint.")


def test_the_words_tell_every_figure_with_its_date() -> None:
    assert TREND.words == (
        "Staff since 2022: West. "
        "West: 31.3 in July 2022, 36.9 in March 2023, 35.8 in March 2024 and 35.5 in March 2025. "
        "England: 36.9 in July 2022, 38.2 in March 2023, 38.8 in March 2024 and 38.9 in March 2025."
    )


def test_figures_that_are_nearly_alike_do_not_lie_on_each_other() -> None:
    near = replace(TREND, own=course("West", 36.8, 36.9, 38.8, 38.8))
    svg = drawings.svg(near, width=700)
    found = re.findall(r'translate\([\d.]+,([\d.]+)\)"[^>]*>(?:38.8 West|38.9 England)<', svg)
    one, other = map(float, found)
    assert abs(one - other) >= 14


def test_it_is_as_high_as_it_says_and_nothing_to_press() -> None:
    assert f'height="{vega.height(TREND)}"' in drawings.svg(TREND, width=700)
    assert not vega.pressed(TREND)
    assert "params" not in str(vega.spec(TREND, Setting(font="x")))
    assert TREND.of({"w"}) is TREND


def test_the_first_figure_stands_before_its_mark_and_the_last_behind_it() -> None:
    layers = vega.spec(TREND, Setting(font="Arial"))["layer"]
    written = [one["mark"] for one in layers if one["mark"]["type"] == "text"]
    assert [(one["align"], one["dx"] > 0) for one in written] == [("right", False), ("left", True)]
