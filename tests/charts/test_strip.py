"""Strip: every figure of each plan as a tick, its middle half boxed, its ends named."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from footprint.charts import vega
from footprint.charts.dots import Line
from footprint.charts.setting import Setting
from footprint.charts.strip import Spread, Strip, Tick
from footprint.ink import drawings
from footprint.ink.words import MM
from footprint.ink.words import width as ink_width
from footprint.measures.units import PEOPLE
from tests.charts.test_vega import texts


def spread(name: str, *values: float | None) -> Spread:
    texts = [PEOPLE.text(float("nan") if one is None else one) for one in values]
    ticks = (
        Tick(name=f"{name[0]} {place}", value=value, text=text)
        for place, (value, text) in enumerate(zip(values, texts, strict=True))
    )
    return Spread(name=name, ticks=tuple(ticks))


STRIP = Strip(
    title="Residents",
    unit=PEOPLE,
    rows=(spread("A: 42 ICBs", 500, 100, 300, 400, 200), spread("B: 26 teams", 900, None, 700)),
    lines=(Line(250, "250"),),
)
NOTHING = replace(STRIP, rows=(spread("A: 42 ICBs", None), STRIP.rows[1]))


def drawn(chart: Strip, kind: str) -> list[list[str]]:
    """The marks of a kind, layer by layer."""
    svg = drawings.svg(chart, width=700)
    groups = re.findall(rf"mark-{kind} role-mark.*?</g>", svg, re.DOTALL)
    return [re.findall(r"<(?:path|line)[^>]*>", group) for group in groups]


def left(mark: str) -> float:
    return float(re.search(r'(?:translate\(|d="M)([\d.]+)', mark)[1])


def test_there_is_a_tick_for_every_figure_and_none_for_no_figure() -> None:
    *_, ticks, middles = drawn(STRIP, "rule")
    assert len(ticks) == 5 + 2
    assert len(middles) == 2
    assert len(drawn(NOTHING, "rule")[-2]) == 2


def test_the_box_holds_the_middle_half_and_the_thick_line_is_the_middle() -> None:
    *_, ticks, middles = drawn(STRIP, "rule")
    (boxes,) = drawn(STRIP, "rect")
    places = sorted(map(left, ticks[:5]))
    assert STRIP.rows[0].quarters == (200, 300, 400)
    start, wide = map(float, re.search(r'd="M([\d.]+),[\d.]+h([\d.]+)', boxes[0]).groups())
    assert abs(start - places[1]) < 0.5
    assert abs(start + wide - places[3]) < 0.5
    assert abs(left(middles[0]) - places[2]) < 0.5


def test_the_least_and_the_most_are_named_with_their_figures_and_lines_with_their_words() -> None:
    said = texts(drawings.svg(STRIP, width=700))
    assert {"A: 42 ICBs", "least: A 1, 100", "most: A 0, 500", "middle 300"} <= set(said)
    assert {"B: 26 teams", "least: B 2, 700", "most: B 0, 900", "middle 800"} <= set(said)
    assert "250" in said
    assert {"A 1, 100", "A 0, 500"} <= set(texts(drawings.svg(STRIP, width=330)))


@pytest.mark.parametrize("row", [22, 40])
@pytest.mark.parametrize("width", [700, 330])
def test_no_line_runs_where_words_stand_whatever_they_are(width: int, row: int) -> None:
    """Words are 12 pixels high; folded names take as many lines as they have."""
    long = tuple(replace(one, name=f"{one.name} and {'Long ' * 9}") for one in STRIP.rows[0].ticks)
    chart = replace(STRIP, rows=(*STRIP.rows, Spread(name="C: long", ticks=long)))
    layers = vega.spec(chart, Setting(font="x", width=width, row=row))["layer"]
    pieces = []
    for one in (one for one in layers if "strokeDash" in one["mark"]):
        if one["mark"].get("opacity", {"expr": "1"})["expr"] == "true ? 0 : 1":
            continue
        told = [one["mark"]] if "y" in one["mark"] else []
        pieces += [(mark["y"], mark["y2"]) for mark in told]
        pieces += [(at["top"], at["bottom"]) for at in one["data"]["values"] if "top" in at]
    assert len(pieces) == 1 + len(chart.rows) * (1 if width == 330 else 2)
    for one in (one for one in layers if one["mark"]["type"] == "text" and "y" not in one["mark"]):
        for at in one["data"]["values"]:
            rises = 6 if one["mark"]["baseline"] == "middle" else 0
            lines = at.get("short" if width == 330 else "long", [""])
            deep = 12 * len(lines)
            top = at["top"] - rises
            for begins, ends in pieces:
                assert begins < ends
                assert ends <= top or begins >= top + deep, (at, begins, ends)


LONGEST = "Staffordshire, Stoke-on-Trent, Shropshire, Telford and Wrekin"


@pytest.mark.parametrize("width", [480, 600, 900, 1500])
def test_the_ends_of_a_row_never_meet_and_lose_no_letter(width: int) -> None:
    ends = tuple(replace(one, name=LONGEST, text="1,705,985") for one in STRIP.rows[0].ticks)
    chart = replace(STRIP, rows=(Spread(name="A: plan", ticks=ends),))
    layers = vega.spec(chart, drawings.setting(width))["layer"]
    least, most = ([at["long"] for at in one["data"]["values"]] for one in layers[-3::2])
    for words, (lines,) in (("least", least), ("most", most)):
        assert " ".join(lines) == f"{words}: {LONGEST}, 1,705,985"
        assert max(ink_width(line, 12) / MM for line in lines) < width / 2


def test_a_plan_without_figures_says_so() -> None:
    assert "A: 42 ICBs: no figure" in texts(drawings.svg(NOTHING, width=700))
    assert "A: 42 ICBs: 1 has no figure. B" in NOTHING.words
    nobody = replace(STRIP, rows=(NOTHING.rows[0],), lines=())
    assert nobody.key == nobody.lined == ""
    assert NOTHING.key == STRIP.key
    assert STRIP.key.startswith("A box holds the middle half of the footprints, ")
    assert drawings.svg(nobody, width=700)


def test_the_words_tell_ends_quarters_and_middle_of_each_plan() -> None:
    assert STRIP.words == (
        "Residents, from the least to the most under each plan. "
        "A: 42 ICBs: least A 1, 100; middle 300; half lie from 200 to 400; most A 0, 500. "
        "B: 26 teams: least B 2, 700; middle 800; half lie from 750 to 850; most B 0, 900; "
        "1 has no figure. A line marks 250."
    )


def test_it_is_as_high_as_it_says_and_nothing_to_press() -> None:
    for chart in (STRIP, replace(STRIP, rows=STRIP.rows * 2)):
        assert f'height="{vega.height(chart)}"' in drawings.svg(chart, width=700)
    assert not vega.pressed(STRIP)
    assert "params" not in str(vega.spec(STRIP, Setting(font="x")))
    assert STRIP.of({"w"}) is STRIP
