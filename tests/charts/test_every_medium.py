"""Every medium: a chart of each kind says the same digits on screen, paper, page and slide."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pptx
import pytest
from matplotlib.text import Text

from footprint.charts.bars import Bars
from footprint.charts.dots import Dots
from footprint.charts.flow import Flow
from footprint.charts.slope import Slope
from footprint.charts.strip import Strip
from footprint.charts.trend import Trend
from footprint.charts.vega import Chart
from footprint.ink import drawings
from footprint.pages import clusters, compare, money, my_icb
from footprint.papers.paper import SHEETS
from footprint.print import charts
from footprint.slides import slides
from footprint.view import TODAY, View
from footprint.web import markup
from tests.charts.test_vega import texts
from tests.office_reading import picture
from tests.pages.said import strings
from tests.paper_samples import dotted
from tests.shared_workspace import WORK

KINDS = (Dots, Flow, Slope, Strip, Bars, Trend)
_DIGITS = re.compile(r"\d[\d,.]*")


@cache
def of_kind(kind: type) -> Chart:
    """The first chart of a kind that a page shows."""
    shown = (
        clusters.content(WORK, View(plan=TODAY, measure="residents")),
        clusters.content(WORK, View(plan=TODAY)),
        compare.content(WORK, View(plan=TODAY, other="icb-2023")),
        money.content(WORK, View(plan="icb-2023", area="QF7")),
        my_icb.content(WORK, View(area="QWU")),
    )
    return next(one for told in shown for one in told.picture.charts if isinstance(one, kind))


def digits(said: Iterable[str]) -> set[str]:
    """Every number in some words, as it is written; lines of one text are told apart by tags."""
    plain = (re.sub(r"<[^>]*>", " ", one) for one in said)
    return {found.rstrip(".,") for one in plain for found in _DIGITS.findall(one)}


@pytest.mark.parametrize("kind", KINDS)
def test_paper_and_the_web_page_say_every_figure_of_the_screen(kind: type) -> None:
    chart = of_kind(kind)
    screen = digits(texts(drawings.svg(chart, width=900)))
    drawn = charts.figure(dotted(), chart, SHEETS["a4-landscape"])
    paper = digits(one.get_text() for one in drawn.findobj(Text))
    web = digits(texts(markup.charts(replace(dotted(), charts=(chart,)))))
    assert len(screen) > 5
    assert screen <= paper
    assert screen == web


@pytest.mark.parametrize("kind", [Dots, Slope, Bars, Trend])
def test_numbers_of_a_native_chart_are_those_its_screen_says(kind: type) -> None:
    chart = of_kind(kind)
    deck = slides.pptx([replace(dotted(), charts=(chart,))], [picture(slides.PICTURE)])
    last = list(pptx.Presentation(io.BytesIO(deck)).slides)[-1]
    (native,) = (shape.chart for shape in last.shapes if shape.has_chart)
    numbers = [
        number
        for plot in native.plots
        for series in plot.series
        for number in series.values
        if number is not None
    ]
    said = {chart.unit.text(number * chart.unit.per) for number in numbers}
    assert len(said) > 2
    judged_by = {chart.unit.text(line.value) for line in getattr(chart, "lines", ())}
    told = set(re.findall(r"[^ ]*\d[^ ]*", " ".join(strings(chart, {}))))
    assert said - judged_by <= told
