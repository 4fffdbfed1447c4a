"""Small dots: every footprint by its figure, so low that all stand beside a map."""

from __future__ import annotations

import lxml.html
import pytest

from footprint.charts.dots import Dots
from footprint.content.charts import measure_dots
from footprint.measures.catalogue import BY_KEY
from footprint.plans.plan import seen_key
from footprint.view import TODAY
from footprint.web.small_dots import small_dots
from footprint.workspace.plans import estimated, plan, table
from tests.shared_workspace import WORK

KEY = seen_key(TODAY, "bodies")


def dots(measure: str = "residents", selected: str = "") -> Dots:
    shown, figures = plan(WORK, KEY), table(WORK, KEY)
    whole, shared = WORK.england[measure], estimated(WORK, KEY)
    return measure_dots(
        shown, BY_KEY[measure], figures, whole=whole, estimated=shared, selected=selected
    )


def drawn(chart: Dots) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(small_dots(chart))


def rows(chart: Dots) -> list[lxml.html.HtmlElement]:
    return list(drawn(chart).iter("i"))


def at(element: lxml.html.HtmlElement) -> float:
    return float(element.get("style").partition("--at:")[2].partition("%")[0])


def test_there_is_a_dot_for_every_footprint_in_the_order_of_the_chart() -> None:
    chart = dots()
    assert [row.get("data-id") for row in rows(chart)] == [dot.id for dot in chart.rows]
    assert rows(chart)[0].get("data-said") == "West and North London, 3,617,796"
    places = [at(row) for row in rows(chart)]
    assert places == sorted(places, reverse=True)
    assert all(0 <= place <= 100 for place in places)


def test_lines_stand_on_the_scale_of_the_dots() -> None:
    chart = dots()
    lines = list(drawn(chart).iter("s"))
    assert [line.text_content() for line in lines] == [one.words for one in chart.drawn_lines]
    million = at(lines[0])
    for row, dot in zip(rows(chart), chart.rows, strict=True):
        assert (at(row) < million) == (dot.value < 1_000_000)


@pytest.mark.parametrize(
    ("measure", "look", "which"),
    [
        ("residents", "below", lambda dot: dot.below),
        ("envelope", "shared", lambda dot: dot.estimated),
        ("residents", "chosen", lambda dot: dot.id == "QJK"),
    ],
)
def test_a_dot_looks_as_it_does_in_the_chart(measure, look, which) -> None:
    chart = dots(measure, "QJK")
    alike = [dot.id for dot in chart.rows if which(dot)]
    assert alike
    assert [row.get("data-id") for row in rows(chart) if look in row.classes] == alike


def test_words_of_dots_far_right_stand_left_of_them_and_of_no_others() -> None:
    places = {row.get("data-id"): (at(row), "left" in row.classes) for row in rows(dots())}
    left = [place for place, is_left in places.values() if is_left]
    right = [place for place, is_left in places.values() if not is_left]
    assert left and right and min(left) > max(right)


def test_a_footprint_without_a_figure_has_a_row_and_no_place() -> None:
    chart = dots("published_cost")
    unknown = [dot.id for dot in chart.rows if dot.value is None]
    assert unknown
    placeless = [row for row in rows(chart) if row.get("style") is None]
    assert [row.get("data-id") for row in placeless] == unknown
    assert not any("left" in row.classes for row in placeless)


def test_whoever_cannot_see_it_is_told_the_words_of_the_chart() -> None:
    picture = drawn(dots(selected="QJK"))
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == dots(selected="QJK").words
