"""Led slides: the lines and figures of real briefs have room beside the map."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pptx.util import Mm

from footprint.content.values import Picture
from footprint.pages import my_icb
from footprint.papers.box import Box
from footprint.papers.contents import SELECTED, paper
from footprint.slides import led
from footprint.slides.columns import SIZES, figures_height
from footprint.slides.decks import MAP, deck, layout, room
from footprint.view import View
from tests.shared_workspace import WORK

ON = layout(deck(""), MAP)


def picture(code: str) -> Picture:
    return my_icb.content(WORK, View(area=code)).picture


# The longest five lines of all, and some of the longest.
@pytest.mark.parametrize("code", ["QWU", "QJM", "QUA"])
def test_the_longest_lines_and_every_figure_stand_above_each_other(code: str) -> None:
    made = paper(WORK, picture(code), SELECTED, link="", day=date(2026, 11, 1))
    made = replace(made, figures=led._with_ranks(made.figures))
    summary, notes = room(ON, "Summary").box, room(ON, "Notes").box
    left = room(ON, "Map").box.left + led._MAP + led._APART
    column = Box(left, summary.top, summary.right - left, notes.bottom - summary.top)
    lines = made.leading[0].said
    size = led._size(lines, made, column)
    high = led._high(lines, size, column.width)
    least = figures_height(made, column.width, *SIZES[-1])
    assert len(lines) == 5 and size >= 9
    assert high + 2 * led._BETWEEN + least <= column.height


def test_the_map_takes_half_of_the_slide() -> None:
    whole = deck("").slide_width / Mm(1)
    assert led.led_map(room(ON, "Map").box).width >= whole / 2


def test_a_figure_says_its_rank_under_it() -> None:
    figures = (("Residents", "400"), ("Residents: rank", "1st of 2"), ("Envelope", "£1m"))
    assert led._with_ranks(figures) == (("Residents: 1st of 2", "400"), ("Envelope", "£1m"))
