"""Vega: a chart drawn says what its value says, letter for letter."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import vl_convert

from footprint.charts import vega
from footprint.charts.dots import Dot, Dots, Line, ranked
from footprint.charts.vega import Chart
from footprint.measures.units import MILLIONS

DOTS = Dots(
    title="Allowance",
    unit=MILLIONS,
    rows=ranked(
        [
            Dot(id="w", name="West", value=12e6, text="£12.0m (estimated)", estimated=True),
            Dot(id="m", name="Middle", value=4e6, text="£4.0m (below £5.0m)", below=True),
            Dot(id="e", name='East "&" <b>Isles</b>', value=33e6, text="£33.0m"),
            Dot(id="n", name="Nobody", value=None, text="no figure"),
        ]
    ),
    lines=(Line(5e6, "£5.0m"),),
    england=Line(16e6, "England £16.0m"),
    selected="e",
)


def drawn(chart: Chart, width: int = 800) -> str:
    """A chart as the program draws it that draws it on paper."""
    return vl_convert.vegalite_to_svg(vega.spec(chart, font="DejaVu Sans", width=width))


def texts(svg: str) -> list[str]:
    """Every text of a drawing, in its order."""
    found = re.findall(r"<text[^>]*>(.*?)</text>", svg, re.DOTALL)
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
        {row["pick"] for row in vega.spec(DOTS, font="x", turn=turn)["data"]["values"]}
        for turn in (0, 1)
    ]
    assert told[0].isdisjoint(told[1])
    assert {vega.picked(one) for one in told[1]} == {"w", "m", "e", "n"}


@pytest.mark.parametrize("width", [330, 900])
def test_a_drawing_is_as_wide_as_it_is_asked_to_be(width: int) -> None:
    assert f'width="{width}"' in drawn(DOTS, width)
