"""Blocks of words: how high they are, how they break, and what is read out together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.ink import blocks
from footprint.ink.blocks import Line
from footprint.ink.words import line_height, width
from footprint.maps.layer import LegendRow
from footprint.maps.palette import HOUSE_BLUE, INK, QUIET_INK
from tests import paper_samples

PAPER = paper_samples.membership()
SIZE = 8.0


def words(lines: list[Line]) -> list[str]:
    return [line.words for line in lines]


def test_lines_are_as_high_as_their_letters_and_the_room_above_them() -> None:
    lines = [Line("a", 10), Line("b", 10, gap=2)]
    assert blocks.height(lines) == pytest.approx(2 * line_height(10) + 2)
    assert blocks.height([]) == 0


def test_a_paragraph_begins_with_its_first_line_alone() -> None:
    lines = blocks.paragraph("nn nn nn", width("nn nn", SIZE), SIZE, bold=False)
    assert words(lines) == ["nn nn", "nn"]
    assert [line.begins for line in lines] == [True, False]
    assert {(line.bold, line.colour, line.size) for line in lines} == {(False, INK, SIZE)}
    assert blocks.paragraph("  ", 50, SIZE) == []
    (above,) = blocks.heading("A", 50, SIZE)
    assert (above.bold, above.colour) == (True, HOUSE_BLUE)


def test_a_mark_of_the_legend_is_counted_in_its_own_words_where_it_has_some() -> None:
    rows = (
        LegendRow(fill="#fff", words="First", count=3),
        LegendRow(fill="#000", words="Second", count=3, counted="A 1, B 2"),
    )
    paper = replace(PAPER, key=replace(PAPER.key, legend_title="Title", legend=rows), panels=())
    title, first, second = blocks.legend(paper, 100, SIZE)
    assert (title.words, title.bold) == ("Title", True)
    assert (first.words, second.words) == ("First (3)", "Second (A 1, B 2)")
    assert (first.swatch, second.swatch) == rows
    assert first.indent == second.indent > 0
    assert first.gap > 0
    folded = blocks.legend(paper, width("Second (A 1, nn", SIZE), SIZE)
    assert [line.swatch is not None for line in folded if line.indent].count(True) == 2


@pytest.mark.parametrize(("text", "below"), [("n" * 5, False), ("n" * 6, True)])
def test_a_figure_stands_beside_its_label_where_it_takes_little_more_than_half(
    text: str, below: bool
) -> None:
    wide = width("n" * 10, SIZE, bold=True)
    title, *lines = blocks.figures(replace(PAPER, figures=(("l", text),)), wide, SIZE)
    assert (title.words, title.bold) == ("Key figures", True)
    # Either way it ends at the edge of the column.
    assert [line.right for line in lines] == (["", text] if below else [text])
    assert [line.words for line in lines] == (["l", ""] if below else ["l"])
    assert blocks.figures(replace(PAPER, figures=()), wide, SIZE) == []


def test_a_long_label_has_its_figure_on_its_last_line() -> None:
    wide = width("nn nn nn", SIZE) + 2
    _, *lines = blocks.figures(replace(PAPER, figures=(("nn nn nn nn", "1"),)), wide, SIZE)
    assert [line.right for line in lines] == ["", "1"]
    assert [line.gap > 0 for line in lines] == [True, False]


@pytest.mark.parametrize(
    ("count", "wide", "abreast"),
    [(0, 100, 0), (7, 100, 1), (8, 100, 2), (8, 93, 1), (8, 94, 2), (12, 141, 3), (12, 40, 1)],
)
def test_a_long_list_of_numbers_stands_in_columns_as_wide_as_they_have_to_be(
    count: int, wide: float, abreast: int
) -> None:
    lines = blocks.numbers([blocks.Entry(f"n{number}") for number in range(count)], wide, SIZE)
    if not count:
        assert lines == []
        return
    title, first, *_ = lines
    assert title.words == "Numbers on the map"
    row = list(blocks._abreast(first))
    down = -(-count // abreast)
    assert [line.left for line in row] == [str(1 + down * place) for place in range(abreast)]
    assert len(lines) == 1 + down
    assert row[0].at == 0
    if abreast > 1:
        assert row[1].at == pytest.approx((wide + 3) / abreast)


def test_a_footprint_in_a_list_of_numbers_is_bold_and_no_heading() -> None:
    entries = [blocks.Entry("Surrey"), blocks.Entry("Surrey and Sussex", bold=True)]
    lines = blocks.numbers(entries, 80, SIZE)
    assert [line.bold for line in lines] == [True, False, True]
    assert [blocks._kind(line) for line in lines] == ["H2", "P", "P"]


def test_lines_are_read_out_together_until_there_is_room_or_another_look() -> None:
    lines = [
        Line("a", 8, begins=True),
        Line("b", 8),
        Line("c", 8, gap=1),
        Line("d", 8, begins=True),
        Line("e", 8, bold=True),
        Line("f", 9, bold=True),
        Line("g", 9, bold=True, colour=QUIET_INK),
    ]
    assert [words(one) for one in blocks._paragraphs(lines)] == [
        ["a", "b"],
        ["c"],
        ["d"],
        ["e"],
        ["f"],
        ["g"],
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (Line("a", 12), "P"),
        (Line("a", 12, bold=True), "H1"),
        (Line("a", 11.9, bold=True), "H2"),
    ],
)
def test_bold_letters_of_twelve_points_are_a_title(line: Line, kind: str) -> None:
    assert blocks._kind(line) == kind


def test_only_a_web_address_can_be_pressed_and_one_too_long_is_not_printed() -> None:
    web = replace(PAPER, link="https://a.example/x")
    assert {line.url for line in blocks.made(web, 200, SIZE)} == {"https://a.example/x"}
    assert {line.url for line in blocks.made(replace(PAPER, link="/x"), 200, SIZE)} == {""}
    # The date takes two lines so narrow, and a link of as many letters as fit one more.
    narrow = width("n" * 20, SIZE) + 0.1
    three = blocks.made(replace(PAPER, link="n" * 20), narrow, SIZE)
    assert words(three)[-1] == "n" * 20
    assert len(three) == 3
    four = blocks.made(replace(PAPER, link="n" * 40), narrow, SIZE)
    assert "too long to print" in " ".join(words(four))
    assert not any("nnn" in line.words for line in four)


def test_small_print_names_what_the_figures_were_taken_from() -> None:
    told = replace(PAPER, sources=("One", "Two"))
    said = " ".join(words(blocks.small_print(told, 400, SIZE)))
    assert said == f"{PAPER.key.attribution} Figures: One; Two."
    bare = " ".join(words(blocks.small_print(replace(PAPER, sources=()), 400, SIZE)))
    assert bare == PAPER.key.attribution
