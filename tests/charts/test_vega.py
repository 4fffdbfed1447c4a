"""Vega: a chart drawn says what its value says, letter for letter."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from PIL import Image

from footprint.charts import vega
from footprint.charts.dots import Dot, Dots, Line, ranked
from footprint.charts.setting import Setting
from footprint.charts.vega import Chart
from footprint.ink import drawings
from footprint.ink.words import FAMILY
from footprint.measures.units import MILLIONS

DOTS = Dots(
    title="Allowance",
    unit=MILLIONS,
    rows=ranked(
        [
            Dot(
                id="w",
                name="West",
                value=12e6,
                figure="£12.0m",
                notes=("worked out by share",),
                estimated=True,
            ),
            Dot(
                id="m", name="Middle", value=4e6, figure="£4.0m", notes=("below £5.0m",), below=True
            ),
            Dot(id="e", name='East "&" <b>Isles</b>', value=33e6, figure="£33.0m"),
            Dot(id="n", name="Nobody", value=None, figure="no figure"),
        ]
    ),
    lines=(Line(5e6, "£5.0m"),),
    england=Line(16e6, "England £16.0m"),
    selected="e",
)


def drawn(chart: Chart, width: int = 800) -> str:
    """A chart as it is drawn on paper."""
    return drawings.svg(chart, width=width)


def texts(svg: str) -> list[str]:
    """Every text of a drawing that says something, in its order."""
    found = re.findall(r"<text[^>]*[^/]>(.*?)</text>", svg, re.DOTALL)
    marks = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
    for mark, letter in marks.items():
        found = [text.replace(mark, letter) for text in found]
    return found


def test_every_figure_and_line_is_written_as_its_text_says() -> None:
    said = texts(drawn(DOTS))
    for dot in DOTS.rows:
        assert said.count(dot.text) == 1
        assert dot.name in said
    assert {"£5.0m", "England £16.0m"} <= set(said)


def test_ticks_are_written_by_the_unit() -> None:
    assert {"£0.0m", "£10.0m", "£20.0m", "£30.0m", "£40.0m"} <= set(texts(drawn(DOTS)))


def test_there_is_a_dot_for_every_figure_and_none_for_no_figure() -> None:
    marks = re.search(r"mark-symbol role-mark.*?</g>", drawn(DOTS), re.DOTALL)
    assert marks[0].count("<path") == len(DOTS.known) == 3


def test_the_one_chosen_stands_out_by_shape_and_weight_and_not_by_colour_alone() -> None:
    without = drawn(replace(DOTS, selected=""))
    assert 'font-weight="bold"' in drawn(DOTS)
    assert 'font-weight="bold"' not in without


def test_a_drawing_is_as_high_as_it_says_and_no_letter_is_small() -> None:
    svg = drawn(DOTS)
    assert f'height="{vega.height(DOTS)}"' in svg
    sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)}
    assert min(sizes) >= 11


def test_a_press_tells_the_id_and_each_turn_something_new() -> None:
    told = [
        {row["pick"] for row in vega.spec(DOTS, Setting(font="x", turn=turn))["data"]["values"]}
        for turn in (0, 1)
    ]
    assert told[0].isdisjoint(told[1])
    assert {vega.picked(one) for one in told[1]} == {"w", "m", "e", "n"}


@pytest.mark.parametrize("width", [330, 900])
def test_a_drawing_is_as_wide_as_it_is_asked_to_be(width: int) -> None:
    assert f'width="{width}"' in drawn(DOTS, width)


def test_closer_rows_make_a_lower_drawing_that_says_the_same() -> None:
    close = drawings.svg(DOTS, width=800, row=14)
    assert f'height="{vega.height(DOTS, 14)}"' in close
    assert vega.height(DOTS, 14) < vega.height(DOTS)
    assert texts(close) == texts(drawn(DOTS))


def test_where_there_is_little_room_figures_stand_without_their_marks_in_words() -> None:
    said = texts(drawn(DOTS, 330))
    assert "£12.0m" in said
    assert "£12.0m (worked out by share)" not in said


def test_papers_are_set_in_the_letters_of_the_sheets() -> None:
    assert drawings.FAMILY == FAMILY
    assert f'font-family="{FAMILY}"' in drawn(DOTS)


def test_a_picture_has_as_many_dots_as_it_is_asked_to_have() -> None:
    picture = Image.open(io.BytesIO(drawings.png(DOTS, width=400, scale=2)))
    assert picture.size == (800, 2 * vega.height(DOTS))


def test_a_name_may_hold_what_no_drawing_can() -> None:
    odd = replace(DOTS.rows[0], name="bell\x07 lone\ud800 <script>")
    assert "bell lone <script>" in texts(drawn(replace(DOTS, rows=(odd,))))
