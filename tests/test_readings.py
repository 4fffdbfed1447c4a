"""Readings: of the several things that a file may mean, as much is shown as can be looked over."""

from __future__ import annotations

import numpy as np

from footprint.intake.questions import UnclearError
from footprint.outlines.drawings import Drawing, Layer
from footprint.outlines.reading import _chosen
from footprint.readings import Question, Reading, chosen_of, first_rows, short


def test_twelve_readings_are_offered() -> None:
    several = [Reading(f"sheet:{number}", "A sheet", ()) for number in range(13)]
    assert UnclearError(1, "", "it has several sheets", several[:12]).readings == (*several[:12],)
    assert UnclearError(1, "", "it has several sheets", several).readings == (*several[:12],)
    layers = [Layer(f"layer {number}", _empty) for number in range(13)]
    asked = _chosen(layers, ())
    assert isinstance(asked, Question)
    assert len(asked.readings) == 12


def _empty() -> Drawing:
    return Drawing("a layer", "", np.array([]), {})


def test_the_headings_and_five_rows_are_shown_eight_columns_wide() -> None:
    rows = [[f"{row} {column}" for column in range(9)] for row in range(7)]
    shown = first_rows([[], *rows])
    assert len(shown) == 6
    assert shown[0] == tuple(rows[0][:8]) and shown[-1] == tuple(rows[5][:8])


def test_rows_are_as_wide_as_the_last_word_in_any_of_them() -> None:
    assert first_rows([["a", "", ""], ["", "b", ""], ["c"]]) == (("a", ""), ("", "b"), ("c", ""))
    assert first_rows([]) == ()


def test_forty_letters_have_room_in_a_sentence() -> None:
    assert short("a" * 40) == "a" * 40
    assert short("a" * 41) == "a" * 39 + "…"


def test_the_first_answer_to_a_question_counts() -> None:
    assert chosen_of("sheet", ["option:1", "sheet:2", "sheet:3"]) == "2"
    assert chosen_of("kind", ["sheet:2"]) == ""
