"""Slide columns: figures two by two, a table below them, and notes where there is room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pptx.slide import Slide

from footprint.content.values import Column, Table
from footprint.measures.units import PEOPLE
from footprint.office.text_sizes import MM_PER_POINT
from footprint.papers.box import Box
from footprint.papers.paper import Paper
from footprint.slides import columns
from footprint.slides.columns import fill_column, write_notes
from footprint.slides.decks import MAP, deck, new_slide, room
from tests.paper_samples import membership

LINE = 1.2 * MM_PER_POINT
COLUMN = Box(200, 40, 84, 120)
TABLE = Table("People", (Column("Footprint"), Column("Residents", PEOPLE)), (("Ash", 400.0),))
PAPER = replace(
    membership(),
    summary="Two footprints.",
    figures=(("Residents", "1,200"), ("ICBs", "2"), ("Regions", "1")),
    table=TABLE,
    notes=(),
    sources=(),
)


@pytest.fixture
def slide() -> Slide:
    return new_slide(deck("x"), MAP, "", "")


def named(slide: Slide) -> dict[str, Box]:
    return {
        shape.name: Box(shape.left.mm, shape.top.mm, shape.width.mm, shape.height.mm)
        for shape in slide.shapes
    }


def test_figures_stand_two_by_two_over_their_labels(slide: Slide) -> None:
    end = columns.figures(slide, PAPER, COLUMN)
    found = named(slide)
    high = 20 * LINE + 11 * LINE
    places = [(found[name].left, found[name].top) for name in ("Residents", "ICBs", "Regions")]
    assert places == [
        pytest.approx(place, abs=0.05) for place in [(200, 40), (244, 40), (200, 40 + high + 4)]
    ]
    assert found["Residents"].width == pytest.approx(40, abs=0.05)
    assert found["Residents"].height == pytest.approx(high, abs=0.05)
    assert end == pytest.approx(40 + 2 * (high + 4) + 1)


def sizes(slide: Slide, name: str) -> list[float]:
    shape = next(shape for shape in slide.shapes if shape.name == name)
    return [line.runs[0].font.size.pt for line in shape.text_frame.paragraphs]


def test_figures_are_smaller_where_there_is_less_room_and_the_rest_is_in_the_notes(
    slide: Slide,
) -> None:
    pair = [size * LINE for size in (20, 11)]
    exactly = replace(COLUMN, height=2 * (sum(pair) + 4) + 1e-6)
    columns.figures(slide, PAPER, exactly)
    assert sizes(slide, "Residents") == [20, 11]
    less = new_slide(deck("x"), MAP, "", "")
    columns.figures(less, PAPER, replace(exactly, height=exactly.height - 0.1))
    assert sizes(less, "Residents") == [15, 10]
    least = new_slide(deck("x"), MAP, "", "")
    end = columns.figures(least, PAPER, replace(COLUMN, height=15))
    assert sizes(least, "Residents") == [11, 9]
    assert end == 40 + 15
    more = named(least)["More"]
    assert "Regions" not in named(least)
    assert more.top == pytest.approx(40 + (11 + 9) * LINE + 4, abs=0.05)
    assert more.height == pytest.approx(4, abs=0.05)


def test_a_long_figure_is_smaller_so_that_it_stays_on_one_line(slide: Slide) -> None:
    long = replace(PAPER, figures=(("Residents", "1,234,567 of 2,345,678"), ("ICBs", "2")))
    columns.figures(slide, long, COLUMN)
    assert sizes(slide, "Residents")[0] < 20 == sizes(slide, "ICBs")[0]


def test_figures_are_paired_in_their_order() -> None:
    assert [len(pair) for pair in columns._pairs(PAPER)] == [2, 1]
    assert columns._pairs(replace(PAPER, figures=())) == []


def test_a_pair_is_as_high_as_the_higher_figure_and_the_longer_label() -> None:
    def high(*pair: tuple[str, str]) -> float:
        return columns._pair_height(pair, 20, 11, 40)

    one = high(("Residents", "1"))
    assert one == pytest.approx(31 * LINE + 4)
    assert high(("Residents of all of its districts", "1"), ("ICBs", "2")) == pytest.approx(
        one + 11 * LINE
    )
    long = "of one hundred and twenty thousand people in four districts, of which none is split"
    assert high(("Residents", long), ("ICBs", "2")) > one


def test_a_table_stands_6_mm_below_its_title_in_letters_as_large_as_it_has_room_for(
    slide: Slide,
) -> None:
    end = columns._table(slide, PAPER, COLUMN)
    found = named(slide)
    assert (found["Table title"].top, found["Table title"].height) == pytest.approx(
        (40, 6), abs=0.05
    )
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    assert (frame.left.mm, frame.top.mm) == pytest.approx((200, 46), abs=0.05)
    row = 12 * LINE + 1.5
    assert end == pytest.approx(46 + 2 * row + 4)


@pytest.mark.parametrize(
    ("room", "points"), [(12.0, 12), (11.9, 11), (11.0, 11), (10.0, 10), (9.9, None)]
)
def test_letters_of_a_table_are_smaller_until_it_has_room(
    slide: Slide, room: float, points: int | None
) -> None:
    tall = 2 * (room * LINE + 1.5) + 6 + 1e-6
    end = columns._table(slide, PAPER, replace(COLUMN, height=tall))
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    found = [t.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size.pt for t in tables]
    assert found == ([points] if points else [])
    assert bool(end) == bool(points)


def test_no_table_has_no_title(slide: Slide) -> None:
    empty = replace(PAPER, table=replace(TABLE, rows=()))
    assert columns._table(slide, empty, COLUMN) == 0
    assert "Table title" not in named(slide)


def test_a_column_says_whether_the_table_had_room() -> None:
    def filled(paper: Paper) -> bool:
        slide = new_slide(deck("x"), MAP, "", "")
        return fill_column(slide, paper, columns.column(slide.slide_layout))

    assert filled(PAPER)
    many = tuple((f"Footprint {number}", 1.0) for number in range(90))
    assert not filled(replace(PAPER, table=replace(TABLE, rows=many)))
    assert filled(replace(PAPER, table=replace(TABLE, rows=())))


def test_figures_follow_the_summary_and_the_table_the_figures(slide: Slide) -> None:
    fill_column(slide, PAPER, columns.column(slide.slide_layout))
    found, kept = named(slide), room(slide.slide_layout, "Summary")
    summary = found["Summary"]
    assert (summary.left, summary.top) == pytest.approx((kept.box.left, kept.box.top), abs=0.05)
    assert summary.height == pytest.approx(kept.points * LINE, abs=0.05)
    assert found["Residents"].top == pytest.approx(summary.bottom + 5, abs=0.1)
    assert found["Table title"].top == pytest.approx(found["Regions"].bottom + 5, abs=0.1)


def texts(slide: Slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_notes_are_written_exactly_where_they_fit(slide: Slide) -> None:
    note = "A note. " * 12
    noted, points = replace(PAPER, notes=(note.strip(),)), room(slide.slide_layout, "Notes").points
    write_notes(slide, noted, Box(10, 10, 80, 60))
    assert note.strip() in texts(slide)
    assert sizes(slide, "Notes") == [points]
    low = new_slide(deck("x"), MAP, "", "")
    write_notes(low, noted, Box(10, 10, 80, 5))
    assert note.strip() not in texts(low)
    none = new_slide(deck("x"), MAP, "", "")
    write_notes(none, PAPER, Box(10, 10, 80, 60))
    assert not next(shape for shape in none.shapes if shape.name == "Notes").text_frame.text
