"""How much room words take: in Arial or a wider font, and never too little for other letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.ink.words import width
from footprint.office.text_sizes import MM_PER_POINT, across, fitted, letter_width, lines, tall
from footprint.papers.box import Box

WORDS = st.text("abc mWž£ŵé", max_size=60)


@pytest.mark.parametrize(
    ("letter", "regular", "bold"),
    [(" ", 0.278, 0.278), ("i", 0.222, 0.278), ("W", 0.944, 0.944), ("£", 0.556, 0.556)],
)
def test_letters_are_at_least_as_wide_as_adobe_published(letter, regular, bold):
    assert letter_width(letter) >= regular
    assert letter_width(letter, bold=True) >= bold


def test_a_letter_with_a_sign_on_it_is_as_wide_as_the_letter():
    assert letter_width("ŵ") == letter_width("w")
    assert letter_width("w\u0302"[1]) == 0
    assert letter_width("\u00a0") == letter_width(" ")
    assert letter_width("\u2011") == letter_width("-")


@pytest.mark.parametrize("letter", "ЖЩЮΩΨשش漢🗺")
def test_letters_of_other_scripts_are_taken_for_wide_ones(letter):
    assert letter_width(letter) >= letter_width("M")


def test_words_are_as_wide_as_their_letters_and_a_little_more():
    plain = sum(map(letter_width, "H H")) * 10 * MM_PER_POINT
    assert plain < across("H H", 10) < plain * 1.05
    assert across("Hill", 10) < across("Hill", 10, bold=True) < across("Hill", 12, bold=True)


def test_lines_break_between_words_and_where_a_word_is_longer_than_a_line():
    assert lines("one two", 10, across("one two", 10) + 0.01) == 1
    assert lines("one two", 10, across("one two", 10) - 0.01) == 2
    assert lines("a" * 100, 10, across("a" * 25, 10) + 0.01) == 4


@given(WORDS, st.integers(6, 30))
def test_narrower_room_never_takes_fewer_lines(text, points):
    assert lines(text, points, 60) <= lines(text, points, 30)
    assert tall(text, points, 30) <= tall(text, points, 30, bold=True)


def test_the_largest_letters_that_fit_are_taken_and_else_the_smallest():
    words = "Some words"
    box = Box(0, 0, across(words, 12) + 0.01, 5.2)
    assert fitted(words, box, (14, 12, 10)) == 12
    assert fitted(words, Box(0, 0, 1, 1), (14, 12, 10)) == 10


@pytest.mark.parametrize("bold", [False, True])
def test_a_letter_counts_as_wide_as_in_the_wider_of_two_fonts(bold: bool) -> None:
    for letter in "aW£0123456789%,.":
        drawn = width(letter, 100, bold=bold) / (100 * MM_PER_POINT)
        assert letter_width(letter, bold=bold) >= drawn - 0.01


def test_a_figure_is_measured_as_one_word() -> None:
    assert lines("a lot or 1.5 million", 10, across("a lot or 1.5", 10) + 0.1) == 2
    assert lines("a lot or 1.5 thing", 10, across("a lot or 1.5", 10) + 0.1) == 2
    assert lines("at 1.5 million on", 10, across("at 1.5 million", 10) + 0.1) == 2
    assert lines("at 1.5 million on", 10, across("1.5 million", 10) + 0.1) == 3
    assert lines("at 1.5 minutes on", 10, across("1.5 minutes", 10) + 0.1) == 2
