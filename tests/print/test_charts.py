"""Charts on paper: every word of a chart on it, within its margins, as words that can be found."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from footprint.charts.plot.points import plot_pressed
from footprint.charts.vega import Chart, height
from footprint.content.flows import flow_of
from footprint.english import short_name
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.ink import tagged
from footprint.ink.pages import Page
from footprint.ink.vectors import Filled
from footprint.ink.words import MM
from footprint.maps.membership import COLOURS
from footprint.maps.palette import PAPER
from footprint.pages import every_option
from footprint.papers.paper import SHEETS
from footprint.print import charts
from footprint.print.sheet import MARGIN
from footprint.view import View
from tests.charts.plot.sample import plot
from tests.charts.test_slope import SLOPE
from tests.ink.test_pages import inked_sheet
from tests.office_reading import needs_office, words
from tests.paper_samples import dotted, staff, strip
from tests.sampled import sampled
from tests.shared_workspace import WORK

SIZES = tuple(SHEETS)
CHARTS = (dotted().charts[0], flow_of(WORK), staff(), strip())


@pytest.mark.parametrize("key", sampled(SIZES, 2))
@pytest.mark.parametrize("chart", CHARTS, ids=["dots", "flow", "trend", "strip"])
def test_a_chart_stays_within_the_margins_of_every_sheet(key: str, chart: Chart) -> None:
    paper, sheet = dotted(), SHEETS[key]
    page = Page(sheet.width, sheet.height)
    page.figure = charts.figure(paper, chart, sheet)
    left, top, right, bottom = inked_sheet(page)
    assert left >= MARGIN - 1.5
    assert top >= MARGIN - 1
    assert right <= sheet.width - MARGIN + 1.5
    assert bottom <= sheet.height - MARGIN + 1


@pytest.mark.parametrize("key", SIZES)
def test_charts_that_are_short_share_a_sheet_and_stay_within_its_margins(key: str) -> None:
    paper, sheet = replace(dotted(), charts=(staff(), staff(), strip())), SHEETS[key]
    drawn = list(charts.figures(paper, sheet))
    assert len(drawn) == charts.sheets_needed(paper, sheet) <= len(paper.charts)
    said = " ".join(one.get_text() for each in drawn for one in each.findobj(Text))
    assert [said.count(one.heading) for one in paper.charts] == [2, 2, 1]
    for each in drawn:
        page = Page(sheet.width, sheet.height)
        page.figure = each
        assert inked_sheet(page)[3] <= sheet.height - MARGIN + 1


def test_two_short_charts_take_one_sheet_and_a_long_one_its_own() -> None:
    both = replace(dotted(), charts=(staff(), staff(), dotted().charts[0]))
    assert charts.sheets_needed(both, SHEETS["a4-portrait"]) == 2


def test_charts_that_just_miss_a_common_sheet_share_it_in_smaller_letters() -> None:
    both = (SLOPE, replace(strip(), rows=strip().rows[:2]))
    _, body = charts._begun(dotted(), SLOPE.heading, SHEETS["a4-portrait"])
    largest, smallest = (charts._tall(both, body, points) for points in (10.0, 8.0))
    letters = [
        charts._letters_of(both, replace(body, height=tall))
        for tall in (largest, largest - 1, smallest, smallest - 1)
    ]
    assert letters == [10.0, 9.5, 8.0, 0.0]


@pytest.mark.parametrize("key", ["a4-landscape", "a4-portrait", "slide"])
@pytest.mark.parametrize(
    "chart",
    [
        replace(dotted().charts[0], rows=dotted().charts[0].rows[1:6]),
        strip(),
        SLOPE,
        plot(),
    ],
    ids=["dots", "strip", "slope", "plot"],
)
def test_what_is_small_and_has_a_sheet_to_itself_fills_most_of_it(key: str, chart: Chart) -> None:
    _, body = charts._begun(dotted(), chart.heading, SHEETS[key])
    row, scale = charts._alone(chart, body)
    least = 0.55 if key == "a4-portrait" else 0.7
    assert least * body.height < height(chart, row) * scale <= body.height


def test_many_dots_fill_their_sheet_as_they_are() -> None:
    chart = dotted().charts[0]
    _, body = charts._begun(dotted(), chart.heading, SHEETS["a4-landscape"])
    assert charts._alone(chart, body) == charts._fitted(chart, body)


@pytest.mark.parametrize("key", ["a4-landscape", "a4-portrait"])
@pytest.mark.parametrize("chart", [dotted().charts[0], flow_of(WORK)], ids=["dots", "flow"])
def test_no_name_in_a_chart_is_cut(key: str, chart: Chart) -> None:
    drawn = charts.figure(dotted(), chart, SHEETS[key])
    assert not [one.get_text() for one in drawn.findobj(Text) if "…" in one.get_text()]


@pytest.mark.parametrize("key", SIZES)
def test_the_heads_of_a_flow_stand_apart_and_between_its_names_there_is_room(key: str) -> None:
    chart = flow_of(WORK)
    drawn = charts.figure(dotted(), chart, SHEETS[key], alone=True)
    renderer = FigureCanvasAgg(drawn).get_renderer()
    texts = drawn.findobj(Text)
    boxes = {one.get_text(): one.get_window_extent(renderer) for one in texts if one.get_text()}
    heads = [boxes[stage.when] for stage in chart.stages]
    assert all(one.x1 < other.x0 for one, other in pairwise(heads))
    # Of all words on the sheet only the names before the first bars end at their place.
    before = [one.get_window_extent(renderer) for one in texts if one.get_ha() == "right"]
    assert len(before) > 20 and max(one.x1 for one in before) < heads[1].x0
    assert heads[2].x1 < boxes["Central East"].x0


def test_the_flow_of_all_england_has_slides_enough_for_names_of_nine_points() -> None:
    paper, slide = replace(dotted(), charts=(flow_of(WORK),)), SHEETS["slide"]
    assert charts.sheets_needed(paper, SHEETS["a4-portrait"]) == 1
    drawn = list(charts.figures(paper, slide))
    assert len(drawn) == charts.sheets_needed(paper, slide) == 2
    ends = (paper.charts[0].stages[0], paper.charts[0].stages[-1])
    names = {short_name(node.name) for stage in ends for node in stage.nodes}
    written = [one for each in drawn for one in each.findobj(Text) if one.get_text() in names]
    assert {one.get_text() for one in written} == names
    assert min(one.get_fontsize() for one in written) >= 9


@pytest.mark.parametrize("key", sampled(SIZES, 2))
@pytest.mark.parametrize("chart", CHARTS, ids=["dots", "flow", "trend", "strip"])
def test_a_chart_alone_says_what_is_said_beside_the_map_within_the_margins(
    key: str, chart: Chart
) -> None:
    caveats = ("Shares are worked out by residents.", f"{COLOURS} Green is north.")
    paper, sheet = replace(dotted(), notes=caveats, sources=("A source",)), SHEETS[key]
    page = Page(sheet.width, sheet.height)
    page.figure = charts.figure(paper, chart, sheet, alone=True)
    said = " ".join(one.get_text() for one in page.figure.findobj(Text))
    assert "Shares are worked out by residents." in said.replace("\n", " ")
    assert "A source" in said and COLOURS not in said
    left, top, right, bottom = inked_sheet(page)
    assert left >= MARGIN - 1.5 and top >= MARGIN - 1
    assert right <= sheet.width - MARGIN + 1.5 and bottom <= sheet.height - MARGIN + 1
    together = charts.figure(paper, chart, sheet)
    assert not any("Shares" in one.get_text() for one in together.findobj(Text))


def test_caveats_stand_beside_a_chart_where_its_letters_are_larger_so() -> None:
    paper = replace(dotted(), notes=("Known of these figures. " * 12,))
    for chart, beside in ((paper.charts[0], True), (staff(), False)):
        drawn = charts.figure(paper, chart, SHEETS["slide"], alone=True)
        known = [one for one in drawn.findobj(Text) if one.get_text().startswith("Known of")]
        columns = {round(one.get_position()[0]) for one in known}
        assert len(columns) == 1
        assert (columns.pop() > SHEETS["slide"].width / 2 / MM) == beside


@needs_office
def test_a_pdf_has_a_page_for_the_map_and_one_for_the_chart_with_its_very_figures(
    tmp_path: Path,
) -> None:
    paper = dotted()
    path = tmp_path / "chart.pdf"
    path.write_bytes(make(Order("pdf", (paper,)), lambda *_: None))
    first, second = words(path)
    said = " ".join(word.text for word in second)
    for dot in paper.charts[0].rows:
        assert dot.text.partition(" (")[0] in said
    assert "worked out by share" in said, "what is left out of figures is what a hollow dot means"
    assert paper.charts[0].heading in said
    assert first


def test_greys_keep_ink_and_tell_blue_from_paper() -> None:
    assert charts.grey("#14283c") == "#14283c"
    red, green, blue = (charts.grey("#005eb8")[place : place + 2] for place in (1, 3, 5))
    assert red == green == blue
    assert int(red, 16) < 100


def test_the_same_chart_gives_the_same_bytes() -> None:
    paper = dotted()
    made = [
        tagged.pdf([charts.figure(paper, paper.charts[0], SHEETS["slide"])], paper.title, paper.day)
        for _ in range(2)
    ]
    assert made[0] == made[1]


def test_what_is_pressed_on_a_screen_hides_nothing_on_paper() -> None:
    chart = every_option.content(WORK, View()).found.charts[-1]
    assert plot_pressed(chart)
    drawn = charts.vectors(chart, 180, 80)
    filled = [one.fill for one in drawn if isinstance(one, Filled)]
    assert len(filled) >= sum(len(one.points) for one in chart.series)
    assert PAPER not in filled
