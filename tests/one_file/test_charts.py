"""Charts of the one file: the app's own dots and flow as values, place by place."""

from __future__ import annotations

from dataclasses import replace

from footprint.charts.dots import Dot, Dots, Line
from footprint.content.flows import flow_of, ways
from footprint.english import short_name
from footprint.measures.units import PEOPLE
from footprint.one_file import charts
from footprint.pages import clusters, today
from footprint.view import View
from tests.shared_workspace import WORK

DOTS = Dots(
    title="Residents",
    unit=PEOPLE,
    rows=(
        Dot(id="E", name="East\n ICB", value=2_000.0, text="2,000 (worked out by share)"),
        Dot(id="M", name="Middle", value=500.0, text="500 (below 1,000)", below=True),
        Dot(id="W", name="West", value=None, text="no figure"),
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
