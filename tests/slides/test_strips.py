"""Strips on slides: PowerPoint's own scatter chart, with every figure of the screen."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pptx
import pytest
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn

from footprint.charts.strip import Spread, Strip
from footprint.office.text_sizes import across
from footprint.slides import slides
from footprint.slides.decks import TABLE, deck, layout, room
from tests.charts.test_strip import LONGEST, NOTHING, STRIP, spread
from tests.office_reading import picture
from tests.paper_samples import dotted, strip


def drawn(chart: Strip = STRIP) -> Chart:
    """The chart on the last slide of a deck."""
    deck = slides.pptx([replace(dotted(), charts=(chart,))], [picture(slides.PICTURE)])
    last = list(pptx.Presentation(io.BytesIO(deck)).slides)[-1]
    (found,) = (shape.chart for shape in last.shapes if shape.has_chart)
    return found


def marks(chart: Chart) -> dict[str, list[tuple[float, float]]]:
    """Where the marks of every series stand, by its name; one without height is left out."""
    told = {}
    for series in chart.plots[0].series:
        along, up = (
            {
                one.get("idx"): float(one[0].text)
                for one in series._element.xpath(f"./c:{axis}Val//c:pt")
            }
            for axis in "xy"
        )
        told[series.name] = [(along[place], up[place]) for place in up]
    return told


def pieces(chart: Chart, name: str) -> list[tuple[float, float]]:
    """The pieces of a line, from where to where, broken where a mark has no height."""
    (series,) = (one for one in chart.plots[0].series if one.name == name)
    heights = {
        int(one.get("idx")): float(one[0].text) for one in series._element.xpath("./c:yVal//c:pt")
    }
    assert max(heights) > len(heights) - 1, "No mark is left out."
    return [(heights[place], heights[place + 1]) for place in heights if place + 1 in heights]


def written(chart: Chart) -> list[str]:
    """The words of its labels."""
    return [text.text.replace("\xa0", " ") for text in chart._chartSpace.iter(qn("a:t"))]


# From above the first plan down: to its name, over its figures, from its ends to the next name.
LINED = (2.62, 2.25, 2.05, 1.95, 1.79, 1.25, 1.05, 0.95, 0.79, 0.5)


def test_every_figure_is_a_mark_and_the_middle_half_a_bar() -> None:
    chart = drawn()
    assert chart.chart_type == XL_CHART_TYPE.XY_SCATTER
    assert marks(chart) == {
        "A: 42 ICBs: each footprint": [(one, 2.0) for one in (100, 200, 300, 400, 500)],
        "B: 26 teams: each footprint": [(700, 1.0), (900, 1.0)],
        "A: 42 ICBs: middle half": [(200, 2.0), (400, 2.0)],
        "B: 26 teams: middle half": [(750, 1.0), (850, 1.0)],
        "250": [(250, pytest.approx(up)) for up in LINED],
        "A: 42 ICBs: middle": [(300, 2.0)],
        "B: 26 teams: middle": [(800, 1.0)],
        "A: 42 ICBs": [(0.0, 2.18)],
        "B: 26 teams": [(0.0, pytest.approx(1.18))],
        "A: 42 ICBs: least": [(0.0, pytest.approx(1.86))],
        "A: 42 ICBs: most": [(1000, pytest.approx(1.86))],
        "B: 26 teams: least": [(0.0, pytest.approx(0.86))],
        "B: 26 teams: most": [(1000, pytest.approx(0.86))],
    }


@pytest.mark.parametrize("count", [1, 2, 4])
def test_no_line_runs_where_words_stand_whatever_they_are(count: int) -> None:
    rows = tuple(spread(f"{letter}: plan", 500, 100, 300) for letter in "ABCD"[:count])
    chart = drawn(replace(STRIP, rows=rows))
    told = marks(chart)
    # Millimetres from plan to plan: the middle of a chart that is 117 deep, and half a line.
    plan, half = 0.86 * 117 / (count + 0.12), 2.2
    words = [
        told[f"{row.name}{which}"][0][1] for row in rows for which in ("", ": least", ": most")
    ]
    # The middle is named above its mark, which is 13 points high.
    words += [told[f"{row.name}: middle"][0][1] + 5.5 / plan for row in rows]
    for top, foot in pieces(chart, "250"):
        assert top > foot
        for up in words:
            assert foot - half / plan > up or up > top + half / plan, (top, foot, up)


@pytest.mark.parametrize("count", [2, 4])
def test_long_names_at_the_ends_stand_on_lines_of_half_the_chart(count: int) -> None:
    """Two lines of 11 points take 9.3 millimetres of what a plan has."""
    ends = tuple(replace(one, name=LONGEST) for one in STRIP.rows[0].ticks)
    rows = tuple(Spread(name=f"{letter}: plan", ticks=ends) for letter in "ABCD"[:count])
    chart = drawn(replace(STRIP, rows=rows))
    lines = [words for words in written(chart) if not words.startswith("middle")]
    assert len(lines) == 4 * count
    assert (
        max(across(line, 11) for line in lines)
        < 0.76 * room(layout(deck(""), TABLE), "Table").box.width / 2
    )
    plan, told = 0.86 * 117 / (count + 0.12), marks(chart)
    for row, below in pairwise(rows):
        low = told[f"{row.name}: least"][0][1] * plan - 9.3 / 2
        assert low > told[below.name][0][1] * plan + 2.2
    for top, foot in pieces(chart, "250"):
        for row in rows:
            middle = told[f"{row.name}: most"][0][1] * plan
            assert foot * plan >= middle + 4.6 or top * plan <= middle - 4.6


def test_every_series_with_words_comes_after_the_lines_on_white() -> None:
    """LibreOffice draws a series and its words above whatever comes before it."""
    every = [*drawn().plots[0].series]
    line = next(place for place, one in enumerate(every) if one.name == "250")
    said = {place for place, one in enumerate(every) if one._element.xpath(".//c:dLbl")}
    assert said - {line} and min(said) == line
    for place in said - {line}:
        assert every[place]._element.xpath(".//c:dLbl/c:spPr/a:solidFill"), every[place].name


def test_the_least_the_middle_and_the_most_are_written() -> None:
    assert sorted(written(drawn())) == [
        "least: A 1 100",
        "least: B 2 700",
        "middle 300",
        "middle 800",
        "most: A 0 500",
        "most: B 0 900",
    ]


def test_no_longer_series_comes_after_a_shorter_one_and_bars_let_their_figures_through() -> None:
    chart = drawn(replace(STRIP, rows=STRIP.rows[::-1]))
    counts = [len(points) for points in marks(chart).values()]
    assert max(counts) == counts[0]
    halves = [one for one in chart.plots[0].series if one.name.endswith("middle half")]
    seen = [one._element.xpath("./c:spPr/a:ln/a:solidFill//a:alpha/@val") for one in halves]
    assert seen == [["25000"], ["25000"]]


def test_lines_that_figures_are_judged_by_are_dashed() -> None:
    (line,) = (one for one in drawn().plots[0].series if one.name == "250")
    assert line.format.line.dash_style == MSO_LINE.DASH


def test_a_plan_without_figures_says_so_and_one_alone_is_the_most() -> None:
    assert {"A: 42 ICBs: no figure", "B: 26 teams"} < {*marks(drawn(NOTHING))}
    assert "most: A 0 5" in written(drawn(replace(STRIP, rows=(spread("A", 5),))))
    assert [*marks(drawn(replace(NOTHING, rows=NOTHING.rows[:1], lines=())))] == [
        "A: 42 ICBs: no figure"
    ]


def test_its_figures_are_those_the_screen_says() -> None:
    sample = strip()
    chart = marks(drawn(sample))
    for row in sample.rows:
        figures = [along for along, _ in chart[f"{row.name}: each footprint"]]
        assert [sample.unit.text(one) for one in figures] == [tick.text for tick in row.known]
