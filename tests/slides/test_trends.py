"""Trends on slides: PowerPoint's own line chart, with the figures and gaps of the screen."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pptx
import pytest
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR

from footprint.charts.trend import Course, Trend
from footprint.measures.units import PEOPLE
from footprint.slides import slides
from footprint.slides.decks import BLUE, GREY, WHITE
from footprint.slides.trends import NativeTrend
from tests.office_reading import picture
from tests.paper_samples import dotted

OWN = Course(name="NHS Devon ICB", values=(48.0, None, 53.0), texts=("48", "no figure", "53"))
ENGLAND = Course(name="England", values=(37.0, 38.0, 39.0), texts=("37", "38", "39"))
DATES = ("2022-07-31", "2023-03-31", "2025-03-31")
TREND = Trend(title="Staff", unit=PEOPLE, dates=DATES, own=OWN, england=ENGLAND)


def drawn(trend: Trend = TREND) -> Chart:
    """The chart on the last slide of a deck."""
    deck = slides.pptx([replace(dotted(), charts=(trend,))], [picture(slides.PICTURE)])
    last = list(pptx.Presentation(io.BytesIO(deck)).slides)[-1]
    (found,) = (shape.chart for shape in last.shapes if shape.has_chart)
    return found


def test_it_is_a_line_for_england_and_one_for_the_footprint_at_true_dates() -> None:
    chart = drawn()
    assert chart.chart_type == XL_CHART_TYPE.LINE_MARKERS
    england, own = chart.plots[0].series
    assert (england.name, england.values) == ("England", (37.0, 38.0, 39.0))
    assert (own.name, own.values) == ("NHS Devon ICB", (48.0, None, 53.0))
    data = NativeTrend(TREND).data
    assert [one.label for one in data.categories] == list(map(date.fromisoformat, DATES))


def test_england_is_dashed_and_marks_are_hollow_where_figures_were_shared_out() -> None:
    england, own = drawn().plots[0].series
    assert england.format.line.dash_style == MSO_LINE.DASH
    assert own.format.line.dash_style is None
    assert colours(england) == (GREY, GREY)
    assert colours(own) == (BLUE, BLUE)
    england, own = drawn(replace(TREND, estimated=True)).plots[0].series
    assert colours(england) == (GREY, GREY)
    assert colours(own) == (BLUE, WHITE)


def colours(series: object) -> tuple[MSO_THEME_COLOR, MSO_THEME_COLOR]:
    """Of a line, and of what its marks are filled with."""
    marks = series.marker.format.fill.fore_color
    return series.format.line.color.theme_color, marks.theme_color


def test_every_figure_is_said_and_the_last_with_whose_it_is() -> None:
    for series, known in zip(drawn().plots[0].series, ([0, 1, 2], [0, 2]), strict=True):
        labels = series._element.findall(".//{*}dLbl")
        said = {
            int(one.find("{*}idx").get("val")): (
                one.find("{*}showSerName").get("val"),
                one.find("{*}showVal").get("val"),
            )
            for one in labels
        }
        assert said == {place: (str(int(place == known[-1])), "1") for place in known}


@pytest.mark.parametrize(
    ("england", "own", "downs"), [(39.0, 53.0, 0), (52.0, 53.0, 1), (53.0, 52.0, -1)]
)
def test_names_of_lines_that_end_together_are_moved_apart(
    england: float, own: float, downs: int
) -> None:
    trend = replace(
        TREND,
        england=replace(ENGLAND, values=(37.0, 38.0, england)),
        own=replace(OWN, values=(48.0, None, own)),
    )
    down, up = NativeTrend(trend)._downs(100)
    assert down == -up
    assert (down > 0) - (down < 0) == downs


def test_one_line_alone_has_its_name_where_it_ends() -> None:
    alone = replace(TREND, england=replace(ENGLAND, values=(None,) * 3))
    assert NativeTrend(alone)._downs(100) == (0, 0)
    assert drawn(alone).plots[0].series[0].values == (None,) * 3


def test_the_axis_tells_half_years_in_the_order_office_programs_ask_for() -> None:
    axis = drawn().category_axis._element
    names = [one.tag.rpartition("}")[2] for one in axis]
    assert names[-3:] == ["baseTimeUnit", "majorUnit", "majorTimeUnit"]
    assert axis.find("{*}majorUnit").get("val") == "6"


def test_the_axis_names_the_month_of_the_last_figure() -> None:
    scale = drawn().category_axis._element.find("{*}scaling/{*}min")
    first = date(1899, 12, 30) + timedelta(days=int(float(scale.get("val"))))
    assert first == date(2022, 3, 1)
    assert (12 * (2025 - first.year) + 3 - first.month) % 6 == 0


def test_the_lower_of_two_lines_has_its_figures_below_it() -> None:
    for series, places in zip(drawn().plots[0].series, ("bt", "tr"), strict=True):
        first = series._element.find(".//{*}dLbl/{*}dLblPos").get("val")
        assert first == places[0]


def test_where_every_figure_is_nought_the_names_still_stand_apart() -> None:
    nought = [replace(one, values=(0.0, 0.0, 0.0), texts=("0", "0", "0")) for one in (OWN, ENGLAND)]
    england, own = NativeTrend(replace(TREND, own=nought[0], england=nought[1]))._downs(80)
    assert own < 0 < england
