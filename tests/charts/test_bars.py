"""Bars: what there was, goes and is left, in the words of the tables of the cap."""

from __future__ import annotations

import re
from dataclasses import replace

from footprint.charts import vega
from footprint.charts.bars import Bars, Part
from footprint.charts.setting import Setting
from footprint.ink import drawings
from footprint.measures.units import MILLIONS
from footprint.slides.charts import native
from tests.charts.test_vega import texts

BARS = Bars(
    title="From cost to cap",
    owner="West",
    unit=MILLIONS,
    parts=(
        Part(
            name="Cost before the cut", start=0, end=61.7e6, figure="£61.7m", notes=("published",)
        ),
        Part(
            name="The cap would take",
            start=30.2e6,
            end=61.7e6,
            figure="£31.5m",
            notes=("51%",),
            goes=True,
        ),
        Part(name="Left by the cap", start=0, end=30.2e6, figure="£30.2m"),
    ),
)
UNKNOWN = Bars(
    title="From cost to cap",
    owner="East",
    unit=MILLIONS,
    parts=(
        Part(name="Cost before the cut", start=0, end=None, figure="no figure"),
        Part(name="Left by the cap", start=0, end=30.2e6, figure="£30.2m"),
    ),
)


def bars(chart: Bars) -> list[tuple[float, float]]:
    """Where each bar begins and ends, in pixels."""
    group = re.search(r"mark-rect role-mark.*?</g>", drawings.svg(chart, width=700), re.DOTALL)
    drawn = re.findall(r'd="M([\d.]+),[\d.]+h([\d.]+)v', group[0])
    return [(float(start), float(start) + float(wide)) for start, wide in drawn]


def test_what_goes_hangs_between_what_there_was_and_what_is_left() -> None:
    cost, goes, left = bars(BARS)
    assert cost[0] == left[0] == 0
    assert abs(goes[1] - cost[1]) < 0.5
    assert abs(goes[0] - left[1]) < 0.5


def test_every_figure_is_written_and_what_is_not_known_has_no_bar() -> None:
    assert {"£61.7m (published)", "£31.5m (51%)", "£30.2m"} <= set(
        texts(drawings.svg(BARS, width=700))
    )
    assert "no figure" in texts(drawings.svg(UNKNOWN, width=700))
    assert len(bars(UNKNOWN)) == 1


def test_what_goes_is_told_by_its_edge_and_in_words() -> None:
    assert 'stroke-dasharray="4,3"' in drawings.svg(BARS, width=700)
    assert BARS.key == "Dashed: what goes"
    assert UNKNOWN.key == ""
    assert BARS.words == (
        "From cost to cap: West. Cost before the cut: £61.7m (published); "
        "The cap would take: £31.5m (51%); Left by the cap: £30.2m."
    )


def test_a_figure_that_nobody_published_says_so_wherever_there_is_little_room() -> None:
    implied = replace(
        BARS,
        parts=(
            Part(
                name="Cost before the cut",
                start=0,
                end=61.7e6,
                figure="£61.7m",
                notes=("implied",),
                implied=True,
            ),
            Part(name="Left", start=0, end=30.2e6, figure="£30.2m", notes=("worked out",)),
        ),
        note="The cost is implied: 2 × 30.",
    )
    rows = vega.spec(implied, Setting(font="x"))["data"]["values"]
    assert [row["short"] for row in rows] == ["£61.7m (implied)", "£30.2m"]
    assert implied.words.endswith("Left: £30.2m (worked out). The cost is implied: 2 × 30.")
    assert implied.key == "The cost is implied: 2 × 30."
    assert implied.lined == "The cost is implied: 2 × 30"


def test_it_is_as_high_as_it_says_and_nothing_to_press() -> None:
    assert f'height="{vega.height(BARS)}"' in drawings.svg(BARS, width=700)
    assert not vega.pressed(BARS)
    assert "params" not in str(vega.spec(BARS, Setting(font="x")))
    assert BARS.of({"w"}) is BARS


def test_on_a_slide_its_numbers_are_those_it_says() -> None:
    told = native(BARS, 300)
    assert [bar.number for bar in told.bars] == [61.7, 31.5, 30.2]
    assert [bar.name for bar in told.bars] == [
        "Cost before the cut (published)",
        "The cap would take (51%)",
        "Left by the cap",
    ]
    assert native(UNKNOWN, 300).bars[0].number is None
    assert native(UNKNOWN, 300).bars[0].name == "Cost before the cut (no figure)"
