"""Slide charts: PowerPoint's own, with the numbers, the order and the words of the dots."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pptx
import pytest
from pptx.chart.chart import Chart
from pptx.chart.plot import LinePlot
from pptx.slide import Slide

from footprint.charts.dots import Dot
from footprint.english import breakable
from footprint.measures.units import COUNT, MILLIONS, PEOPLE, SHARE
from footprint.office import document_pages, documents
from footprint.office.text_sizes import across
from footprint.papers.box import Box
from footprint.papers.words import legal
from footprint.slides import charts, slides
from footprint.slides.chart_parts import scale_format
from footprint.slides.charts import NativeBar, NativeBars, _moved
from footprint.slides.decks import TABLE, layout, room
from footprint.slides.decks import deck as empty_deck
from tests.charts.test_bars import BARS
from tests.charts.test_dots import few
from tests.charts.test_flow import FLOW
from tests.charts.test_slope import SLOPE
from tests.office_reading import converted, needs_office, picture, said
from tests.paper_samples import dotted


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
    word = documents.docx([paper], [picture(document_pages.PICTURE)])
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
    written = documents.docx([paper, paper], [picture(document_pages.PICTURE)] * 2)
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


def test_the_words_of_a_line_stand_in_its_middle_on_white_after_all_other_lines(
    sloping: Chart,
) -> None:
    """In the middle there are no dots and no names."""
    line = [*sloping.plots[0].series][-1]._element
    (label,) = line.xpath("c:dLbls/c:dLbl")
    assert label.xpath("string(c:tx)").split() == ["250"]
    assert label.xpath("c:spPr/a:solidFill/a:schemeClr/@val") == ["bg1"]
    assert line.xpath(".//*[local-name() = 'ext']/*/@val") == ["0"]
    box = room(layout(empty_deck(""), TABLE), "Table").box
    half = across("\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}", 12) / box.width / 2
    # From the end of the line, which is 0.3 of the chart long.
    assert float(*label.xpath("c:layout//c:x/@val")) == pytest.approx(0.15 - half, abs=1e-3)


def test_names_of_a_slope_are_moved_apart_where_figures_are_close() -> None:
    legs = tuple(
        replace(SLOPE.legs[0], source=f"s{n}", target=f"t{n}", values=(100.0 + n, 500.0))
        for n in range(3)
    )
    box = Box(0, 0, 300, 120)
    moved = [down for _, down in _moved(replace(SLOPE, legs=legs), 0, box.height, 12)]
    assert len({round(down, 3) for down in moved}) == 3


def test_what_has_no_kind_of_its_own_is_a_picture_that_is_described() -> None:
    drawn = FLOW
    slide = last(slides.pptx([replace(dotted(), charts=(drawn,))], [picture(slides.PICTURE)]))
    told = [shape._element.xpath(".//p:cNvPr/@descr") for shape in slide.shapes]
    assert [drawn.words] in told
    assert not [shape for shape in slide.shapes if shape.has_chart]


def bars(count: int, **more: object) -> NativeBars:
    told = tuple(NativeBar(f"Bar {number}", float(number), **more) for number in range(count))
    return NativeBars("Residents", told, "0")


class Written:
    """A chart that only remembers how large its letters are."""

    def __init__(self) -> None:
        self.font = SimpleNamespace(size=None, color=SimpleNamespace(theme_color=None))


@pytest.mark.parametrize(
    ("count", "high", "points"), [(10, 100, 12), (20, 70, 7), (20, 80, 8), (99, 9, 7)]
)
def test_letters_of_bars_are_as_large_as_their_rows_allow(
    monkeypatch: pytest.MonkeyPatch, count: int, high: float, points: int
) -> None:
    sizes: list[int] = []

    def write(_: object, size: int) -> None:
        sizes.append(size)
        raise StopIteration

    monkeypatch.setattr(charts, "write_in", write)
    with pytest.raises(StopIteration):
        bars(count).dress(Written(), Box(0, 0, 100, high))
    assert sizes == [points]


def test_numbers_are_those_that_are_said_and_what_is_taken_is_its_own_length() -> None:
    told = charts.native(BARS, 300)
    assert [bar.below for bar in told.bars] == [False, True, False]
    unit = BARS.unit
    assert [bar.number for bar in told.bars] == [
        unit.rounded(part.end - part.start) for part in BARS.parts
    ]
    dots = charts.native(few(selected="w"), 300)
    assert [(bar.name, bar.number) for bar in dots.bars] == [
        ("East", 1_100),
        ("West", 600),
        ("Middle", 400),
    ]
    assert [bar.stands_out for bar in dots.bars] == [False, True, False]


@pytest.mark.parametrize(
    ("figure", "notes", "known", "said"),
    [
        ("1.2", ("worked out by share",), True, "West (worked out by share)"),
        ("1.2", (), True, "West"),
        ("no figure", (), False, "West (no figure)"),
        ("no figure", ("£1m to £2m, implied",), False, "West (no figure: £1m to £2m, implied)"),
    ],
)
def test_a_bar_is_named_with_what_has_to_be_known_of_its_figure(
    figure: str, notes: tuple[str, ...], known: bool, said: str
) -> None:
    dot = Dot(id="w", name="West", value=1.2 if known else None, figure=figure, notes=notes)
    assert charts._named(dot, known=known) == said


def test_a_number_is_written_as_its_unit_says_it() -> None:
    assert charts.number_format(PEOPLE) == "#,##0"
    millions = '[>=1000000]{},," million";#,##0'
    assert scale_format(PEOPLE, (0, 1e6, 2e6)) == millions.format("0")
    assert scale_format(PEOPLE, (0, 5e5, 1e6, 1.5e6)) == millions.format("0.0")
    # No digit of 1.25 million may be lost.
    assert scale_format(PEOPLE, (1e6, 1.25e6)) == scale_format(COUNT, (1e6, 2e6)) == "#,##0"
    assert charts.number_format(MILLIONS) == '"£"#,##0.0"m"'
    assert charts.number_format(SHARE) == '0.0"%"'


def test_what_is_chosen_is_thickest_then_what_is_named_then_the_rest() -> None:
    chosen = replace(SLOPE, selected="s2")
    looks = [charts._looks(chosen, leg)[1:] for leg in chosen.legs]
    assert looks == [(2, 7), (3.5, 9), (2, 7)]
    assert [charts._looks(SLOPE, leg)[1:] for leg in SLOPE.legs] == [(2, 7), (1.2, 5), (2, 7)]


def test_letters_of_a_slope_are_the_largest_in_which_every_name_has_room() -> None:
    native = charts.NativeSlope(SLOPE)
    widest = max(
        across(charts._said(leg, side), 1) for side in (0, 1) for leg in SLOPE.labelled(side)
    )
    for points in (12, 9):
        # A third and a little more of a chart stands on either side of its lines.
        exactly = (points * widest + 4) / 0.35
        assert native._points(exactly + 0.01) == points
        assert native._points(exactly - 0.1) == points - 1
    assert native._points(5) == 7


def test_a_name_that_is_not_in_the_way_is_not_moved() -> None:
    moved = _moved(SLOPE, 0, 120, 12)
    assert [leg.source for leg, _ in moved] == ["s1", "s3"]
    assert [down for _, down in moved] == pytest.approx([0, 0], abs=1e-9)


def test_names_that_would_lie_on_each_other_are_a_line_apart() -> None:
    legs = tuple(
        replace(SLOPE.legs[0], source=f"s{n}", target=f"t{n}", values=(300.0 - n, 500.0 + n))
        for n in range(2)
    )
    near = replace(SLOPE, legs=legs)
    (_, first), (_, second) = _moved(near, 0, 120, 12)
    low, high = near.ends
    apart = 1 / (high - low) * 0.89 + abs(first - second)
    # A line of twelve points is 5.1 mm high, of 120.
    assert apart * 120 == pytest.approx(12 * 1.2 * 25.4 / 72, rel=0.01)
