"""Charts of the one file: the app's own dots and flow as values, place by place."""

from __future__ import annotations

from dataclasses import replace

from footprint.charts.bars import Bars, Part
from footprint.charts.dots import Dot, Dots, Line
from footprint.charts.slope import Leg, Slope
from footprint.charts.strip import Spread, Strip, Tick
from footprint.charts.trend import Course, Trend
from footprint.content.flows import flow_of, ways
from footprint.english import short_name
from footprint.measures.units import MILLIONS, PEOPLE, PER_100_000
from footprint.one_file import charts, icbs
from footprint.pages import clusters, compare, my_icb, today
from footprint.view import View
from tests.shared_workspace import WORK

DOTS = Dots(
    title="Residents",
    unit=PEOPLE,
    rows=(
        Dot(
            id="E", name="East\n ICB", value=2_000.0, figure="2,000", notes=("worked out by share",)
        ),
        Dot(id="M", name="Middle", value=500.0, figure="500", notes=("below 1,000",), below=True),
        Dot(id="W", name="West", value=None, figure="no figure"),
    ),
    lines=(Line(1_000.0, "1,000"),),
)


def test_a_dot_has_its_place_on_the_scale_in_thousandths_and_its_figure_without_its_marks() -> None:
    told = charts.dots(DOTS)
    assert told["rows"] == [
        ["E", "East ICB", "2,000", 1000, "usual", False, "largest of 2"],
        ["M", "Middle", "500", 250, "below", False, "2nd largest of 2"],
        ["W", "West", "no figure", -1, "usual", False, ""],
    ]
    assert told["lines"] == [[500, "1,000"]]
    assert told["ticks"][0] == [0, "0"] and told["ticks"][-1] == [1000, "2,000"]
    hollow = replace(DOTS, rows=(replace(DOTS.rows[0], estimated=True),))
    assert charts.dots(hollow)["rows"][0][5] is True


def test_dots_are_told_to_those_who_cannot_see_them_without_whoever_was_chosen() -> None:
    chosen = replace(DOTS, selected="M")
    assert charts.dots(chosen)["words"] == DOTS.words
    assert charts.dots(chosen) == charts.dots(DOTS)


def test_a_page_with_a_measure_has_the_dots_of_the_app_under_their_heading() -> None:
    picture = today.content(WORK, View(measure="imd")).picture
    (dots,) = picture.charts
    heading, part, *_ = charts.drawn(picture)
    assert heading["words"] == dots.heading
    names = [[dot.id, short_name(dot.name)] for dot in dots.rows]
    assert [row[:2] for row in part["rows"]] == names
    assert [row[2] for row in part["rows"]] == [dot.text for dot in dots.rows]
    assert part["lines"][0][1] == dots.england.words


def test_who_joins_whom_has_the_flow_and_everybody_in_it_as_a_table() -> None:
    told = clusters.content(WORK, View())
    heading, picture, table = charts.drawn(told.picture, told.ways)
    assert heading["words"] == flow_of(WORK).title
    assert picture["words"] == flow_of(WORK).words
    assert picture["source"].startswith("data:image/svg+xml;base64,")
    assert table["parts"][0]["rows"] == list(ways(WORK).texts())


def leg(source: str, before: float, target: str, after: float) -> Leg:
    texts = (f"{before:,.0f}", f"{after:,.0f}")
    return Leg(
        source=source, target=target, names=(source, target), values=(before, after), texts=texts
    )


SLOPE = Slope(
    title="Residents",
    sides=("Old", "New"),
    unit=PEOPLE,
    legs=(leg("E", 500, "E", 500), leg("W", 500, "M", 1_500), leg("F", 500, "F", 500)),
    lines=(Line(1_000.0, "1,000"),),
)


def test_a_slope_has_the_largest_changes_by_number_and_each_usual_leg_once() -> None:
    told = charts.slope(SLOPE)
    # Two hundredths of the way are left free below and above.
    assert told["legs"] == "19,19"
    assert told["named"] == ["19,981"]
    assert told["told"] == [["W", "M", "500", "1,500"]]
    assert told["lines"] == [[500, "1,000"]]
    assert told["heading"] == SLOPE.heading


def test_a_strip_has_every_figure_and_says_each_plan_in_words() -> None:
    figures = {"E": 0.0, "M": 500.0, "N": None, "W": 1_000.0}
    ticks = (Tick(name=name, value=one, text=str(one)) for name, one in figures.items())
    spread = Spread(name="A: Old", ticks=tuple(ticks))
    chart = Strip(title="Residents", unit=PEOPLE, rows=(spread, Spread(name="B", ticks=())))
    (name, marks, quarters, told), empty = charts.strip(chart)["rows"]
    assert (name, marks, quarters) == ("A: Old", [0, 500, 1_000], (250, 500, 750))
    assert f"{name}: l{told[1:]}" == f"{chart.told(spread)}."
    assert empty == ["B", [], [], "Nothing here."]


def test_bars_stand_on_one_scale_and_without_an_end_there_is_none() -> None:
    parts = (
        Part(name="Cost", start=0.0, end=40e6, figure="£40.0m"),
        Part(name="Goes", start=10e6, end=40e6, figure="£30.0m", notes=("75%",), goes=True),
        Part(name="Left", start=0.0, end=None, figure="no figure"),
    )
    told = charts.bars(Bars(title="Cut", owner="Ash", unit=MILLIONS, parts=parts))
    cost, goes, left = told["rows"]
    assert cost == ["Cost", "£40.0m", [0, cost[2][1]], False]
    assert goes[2] == [cost[2][1] // 4, cost[2][1]] and goes[3]
    assert left == ["Left", "no figure", [], False]


def test_a_trend_has_its_own_line_first_and_no_mark_where_there_is_no_figure() -> None:
    chart = Trend(
        title="Staff",
        unit=PER_100_000,
        dates=("2022-01-01", "2023-01-01", "2024-01-01"),
        own=Course(name="Here", values=(None, 10.0, 20.0), texts=("no figure", "10.0", "20.0")),
        england=Course(name="England", values=(15.0,) * 3, texts=("15.0",) * 3),
    )
    told = charts.trend(chart)
    assert told["dates"] == [0, 500, 1000]
    assert told["months"] == ["January 2022", "January 2024"]
    own, england = told["courses"]
    assert own == ["Here", [-1, 0, 1000], "20.0"]
    assert england == ["England", [500] * 3, "15.0"]


def test_compare_has_both_charts_of_the_app_beside_each_other() -> None:
    picture = compare.content(WORK, View()).picture
    columns = charts.beside(picture)["columns"]
    assert [column[0]["words"] for column in columns] == [one.heading for one in picture.charts]
    assert [column[1]["kind"] for column in columns] == ["slope", "strip"]
    assert [row[0] for row in columns[1][1]["rows"]] == [one.name for one in picture.charts[1].rows]


def test_an_icbs_page_has_its_staff_over_time_and_opens_its_place_among_all() -> None:
    told = my_icb.content(WORK, View(area="QWU"))
    below = icbs._icb(WORK, "QWU")["below"]
    (staff,) = (one for one in below if one["kind"] == "trend")
    assert staff["heading"] == told.picture.charts[0].heading
    (among,) = (one for one in below if one["kind"] == "opened" and "all 36 ICBs" in one["title"])
    dots = among["parts"][0]
    assert (dots["kind"], len(dots["rows"])) == ("dots", 36)
    # Nobody is chosen in it, so that one drawing serves every ICB.
    assert dots["words"] == replace(told.picture.charts[1], selected="").words
