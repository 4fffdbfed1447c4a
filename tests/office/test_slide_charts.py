"""Slide charts: PowerPoint's own, with the numbers, the order and the words of the dots."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pptx
import pytest
from pptx.chart.chart import Chart
from pptx.chart.plot import LinePlot
from pptx.slide import Slide

from footprint.charts.vega import Chart as Kind
from footprint.content.flows import flow_of
from footprint.english import breakable
from footprint.office import documents, slides
from footprint.office.slide_charts import _moved
from footprint.papers.box import Box
from footprint.papers.words import legal
from tests.charts.test_slope import SLOPE
from tests.office_reading import converted, needs_office, picture, said
from tests.paper_samples import dotted, staff, strip
from tests.shared_workspace import WORK


@pytest.fixture(scope="module")
def deck() -> bytes:
    return slides.pptx([dotted()], [picture(slides.PICTURE)])


def last(deck: bytes) -> Slide:
    return list(pptx.Presentation(io.BytesIO(deck)).slides)[-1]


def chart(deck: bytes) -> Chart:
    return next(shape.chart for shape in last(deck).shapes if shape.has_chart)


def test_the_chart_is_native_and_says_every_figure_in_the_order_of_the_dots(deck: bytes) -> None:
    (dots,), plot = dotted().charts, chart(deck).plots[0]
    unit = dots.unit
    names, numbers = list(plot.categories), list(plot.series[0].values)
    assert len(names) == len(dots.rows)
    for dot, name, number in zip(dots.rows, names, numbers, strict=True):
        figure = unit.text(number * unit.per)
        marks = dot.text.removeprefix(figure).strip()
        assert dot.text == f"{figure} {marks}".strip()
        assert name.endswith(legal(f"{dot.name} {marks}".strip()))


def test_its_numbers_are_shown_as_the_unit_says_them(deck: bytes) -> None:
    assert chart(deck).plots[0].data_labels.number_format == '"£"#,##0.0"m"'


def test_the_slide_is_titled_and_the_chart_told_to_those_who_cannot_see_it(deck: bytes) -> None:
    (dots,), slide = dotted().charts, last(deck)
    assert breakable(slide.shapes.title.text_frame.text) == dots.heading
    told = [shape._element.xpath(".//p:cNvPr/@descr") for shape in slide.shapes if shape.has_chart]
    assert told == [[legal(dots.words)]]
    assert legal(dots.words) in slide.notes_slide.notes_text_frame.text


def test_the_workbook_in_it_runs_no_formula_and_does_not_say_when_it_was_made(deck: bytes) -> None:
    again = slides.pptx([dotted()], [picture(slides.PICTURE)])
    assert again == deck
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".xlsx"))
        book = openpyxl.load_workbook(io.BytesIO(archive.read(name)))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) > 50
    assert not [cell for cell in cells if cell.data_type == "f"]


@needs_office
def test_another_program_shows_the_same_figures(deck: bytes, tmp_path: Path) -> None:
    paper = dotted()
    word = documents.docx([paper], [picture(documents.PICTURE)])
    made = converted({"slides.pptx": deck}, "pdf", tmp_path / "slides")
    text = said(made / "slides.pdf")
    for dot in paper.charts[0].rows:
        assert dot.text.partition(" (")[0] in text
    made = converted({"words.docx": word}, "pdf", tmp_path / "words")
    text = said(made / "words.pdf")
    assert paper.charts[0].heading in text
    assert "Figure 2: " in text


def test_a_document_has_the_chart_as_a_figure_that_is_counted_and_described() -> None:
    paper = dotted()
    written = documents.docx([paper, paper], [picture(documents.PICTURE)] * 2)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        words = archive.read("word/document.xml").decode()
    named = re.findall(r'<wp:docPr [^>]*name="([^"]*)"', words)
    assert named == ["Map 1", "Chart 2", "Map 3", "Chart 4"]


@pytest.fixture(scope="module")
def sloping() -> Chart:
    chosen = replace(SLOPE, selected="s2")
    return chart(slides.pptx([replace(dotted(), charts=(chosen,))], [picture(slides.PICTURE)]))


def test_a_slope_is_a_native_line_for_each_footprint_from_plan_to_plan(sloping: Chart) -> None:
    (plot,) = sloping.plots
    assert isinstance(plot, LinePlot)
    assert list(plot.categories) == ["A: 42 ICBs", "B: 26 teams"]
    found = {line.name: tuple(line.values) for line in plot.series}
    legs = {leg.names[0]: tuple(map(SLOPE.unit.rounded, leg.values)) for leg in SLOPE.legs}
    # The line they are judged by, of which the other lies beyond all figures.
    assert found == {**legs, "250": (250, 250)}
    assert [line.name for line in plot.series][-2:] == ["Before 2", "250"]


def test_a_slope_names_the_largest_changes_and_the_one_chosen_at_both_ends(sloping: Chart) -> None:
    named = {line.name: line._element.xpath("c:dLbls/c:dLbl") for line in sloping.plots[0].series}
    assert {name: len(labels) for name, labels in named.items()} == {
        **{"Before 1": 2, "Before 2": 2, "Before 3": 2},
        "250": 1,
    }
    for left, right in (named[f"Before {number}"] for number in (1, 2, 3)):
        assert left.xpath("c:showSerName/@val") + left.xpath("c:showVal/@val") == ["1", "1"]
        assert left.xpath("c:txPr/a:bodyPr/@wrap") == ["none"]
        assert right.xpath("c:dLblPos/@val") == ["r"]
    said = [label.xpath("string(c:tx)") for _, label in (named["Before 1"], named["Before 3"])]
    assert said == ["500 After 1", "350 After 3"]


def test_names_of_a_slope_are_moved_apart_where_figures_are_close() -> None:
    legs = tuple(
        replace(SLOPE.legs[0], source=f"s{n}", target=f"t{n}", values=(100.0 + n, 500.0))
        for n in range(3)
    )
    box = Box(0, 0, 300, 120)
    moved = [down for _, down in _moved(replace(SLOPE, legs=legs), 0, box.height, 12)]
    assert len({round(down, 3) for down in moved}) == 3


@pytest.mark.parametrize("drawn", [flow_of(WORK), staff(), strip()], ids=["flow", "trend", "strip"])
def test_what_has_no_kind_of_its_own_is_a_picture_that_is_described(drawn: Kind) -> None:
    slide = last(slides.pptx([replace(dotted(), charts=(drawn,))], [picture(slides.PICTURE)]))
    told = [shape._element.xpath(".//p:cNvPr/@descr") for shape in slide.shapes]
    assert [drawn.words] in told
    assert not [shape for shape in slide.shapes if shape.has_chart]
