"""Words on paper: as wide as the font says, on lines that tear no figure."""

from __future__ import annotations

import pytest

from footprint.ink.words import balanced, clean, line_height, width, wrap

# DejaVu Sans is drawn on 2,048 units to the em: the advances of “n” and of a bold “n” are 1,298
# and 1,458 of them. A point is a 72nd of an inch.
N, BOLD_N, POINT = 1298 / 2048, 1458 / 2048, 25.4 / 72


@pytest.mark.parametrize(("bold", "each"), [(False, N), (True, BOLD_N)])
def test_words_are_as_wide_as_the_letters_of_the_font(bold: bool, each: float) -> None:
    assert width("nnnn", 10, bold=bold) == pytest.approx(40 * each * POINT, rel=0.001)
    assert width("nn nn", 10, bold=bold) > width("nnnn", 10, bold=bold)
    assert width("", 10) == 0


def test_a_line_is_as_much_higher_than_its_letters_at_every_size() -> None:
    assert line_height(20) == 2 * line_height(10)
    assert line_height(10) > 10 * POINT


def test_what_the_font_cannot_show_is_a_box_and_what_is_no_text_is_nothing() -> None:
    assert clean("  two\n words ") == "two words"
    assert clean("a\u0007b\u200dc\ufe0f") == "abc"
    assert clean("\U0001f469 £5") == "□ £5"


@pytest.mark.parametrize(
    ("words", "letters", "lines"),
    [
        ("nn nn nn", 5, ["nn nn", "nn"]),
        ("nn nn nn", 2, ["nn", "nn", "nn"]),
        ("nnnnn", 2, ["nn", "nn", "n"]),
        ("n nnnn", 2, ["n", "nn", "nn"]),
        ("nnn", 0, ["n", "n", "n"]),
        ("", 5, []),
    ],
)
def test_a_line_breaks_where_the_next_word_has_no_room(
    words: str, letters: int, lines: list[str]
) -> None:
    assert wrap(words, letters * N * 10 * POINT + 0.1, 10) == lines


def test_a_figure_stays_on_one_line_with_its_unit() -> None:
    assert wrap("n 5 km² n", width("5 km²", 10), 10) == ["n", "5 km²", "n"]


@pytest.mark.parametrize(
    ("count", "lines"),
    [
        (1, ["aa b ccc d"]),
        (2, ["aa b", "ccc d"]),
        (3, ["aa b", "ccc", "d"]),
        (4, ["aa", "b", "ccc", "d"]),
    ],
)
def test_of_so_many_lines_the_longest_is_as_short_as_can_be(count: int, lines: list[str]) -> None:
    assert balanced(["aa", "b", "ccc", "d"], [2, 1, 3, 1], 1, count) == lines


def test_more_lines_than_words_are_left_alone() -> None:
    assert balanced(["a", "b"], [1, 1], 1, 5) == ["a", "b"]
    assert balanced([], [], 1, 2) == []
