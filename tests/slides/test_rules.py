"""Rules: lines that bars are judged by stand where their numbers do, and can be read."""

from __future__ import annotations

import io
from dataclasses import replace

import pptx
import pytest
from pptx.slide import Slide

from footprint.papers.box import Box
from footprint.slides import slides
from footprint.slides.charts import native
from footprint.slides.rules import Ruled, _together
from tests.charts.test_bars import BARS
from tests.charts.test_dots import few
from tests.office_reading import picture
from tests.paper_samples import dotted

BOX = Box(0, 0, 200, 100)


def drawn() -> Slide:
    """The last slide of a deck with dots that have two lines."""
    deck = slides.pptx([replace(dotted(), charts=(few(),))], [picture(slides.PICTURE)])
    return list(pptx.Presentation(io.BytesIO(deck)).slides)[-1]


def test_every_line_is_drawn_behind_the_bars_with_its_words_above() -> None:
    shapes = list(drawn().shapes)
    names = [shape.name for shape in shapes]
    lines = [line.words for line in few().drawn_lines]
    assert len(lines) > 1
    for words in lines:
        assert names.index(f"Line at {words}") < names.index("Chart")
    told = " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    assert all(words in told for words in lines)


def test_a_line_stands_where_a_bar_of_its_number_would_end() -> None:
    ruled = Ruled(((50.0, "half"), (100.0, "all")), (100.0, 20.0), 0.25)
    half, whole = (ruled._across(number, BOX) for number in (50.0, 100.0))
    zero = ruled._across(0.0, BOX)
    assert zero == pytest.approx(50)
    assert half - zero == pytest.approx((whole - zero) / 2)


def test_words_of_lines_that_are_close_stand_together() -> None:
    assert _together([(10.0, "one"), (11.0, "two")]) == [(10.5, "one; two")]
    assert _together([(90.0, "far"), (10.0, "one")]) == [(10.0, "one"), (90.0, "far")]


def test_a_bar_that_is_taken_hangs_between_the_others() -> None:
    cost, goes, left = native(BARS, 300).bars
    assert (cost.start, left.start) == (0, 0)
    assert goes.start == pytest.approx(left.number)
    assert goes.start + goes.number == pytest.approx(cost.number)


def test_bars_without_lines_are_left_as_they_are() -> None:
    assert native(replace(few(), lines=(), england=None), 300).lines == ()
