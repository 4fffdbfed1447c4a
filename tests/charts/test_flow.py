"""Flow: bars and bands drawn as wide as people are many, and told to who cannot see them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from footprint.charts import vega
from footprint.charts.flow import Band, Flow, Node, Stage
from footprint.charts.setting import Setting
from footprint.ink import drawings
from tests.charts.test_vega import texts


def node(code: str, people: float, *, traced: bool = False) -> Node:
    return Node(
        id=code, name=f"Name of {code}", people=people, text=f"{people:,.0f}", traced=traced
    )


def band(source: str, target: str, people: float, **more: bool) -> Band:
    text = f"{people:,.0f}"
    return Band(stage=0, source=source, target=target, people=people, text=text, **more)


FLOW = Flow(
    title="From then to now",
    stages=(
        Stage(when="April 2023", many="2", what="ICBs", nodes=(node("a", 600), node("b", 400))),
        Stage(
            when="April 2026",
            many="2",
            what="ICBs",
            nodes=(node("c", 700, traced=True), node("d", 300)),
        ),
    ),
    bands=(
        band("a", "c", 600, traced=True),
        band("b", "c", 100),
        band("b", "d", 300, firm=False),
    ),
)


def rows(turn: int = 0) -> list[dict]:
    return vega.spec(FLOW, Setting(font="x", turn=turn))["layer"][0]["data"]["values"]


def test_bands_are_as_wide_as_their_people_are_many() -> None:
    wide = {}
    for row in rows():
        wide.setdefault(row["band"], set()).add(round(row["to"] - row["from"]))
    assert wide == {"0 a c": {360}, "0 b c": {60}, "0 b d": {180}}


def test_bands_go_from_each_stage_to_the_next() -> None:
    later = Stage(when="April 2027", many="1", what="ICB", nodes=(node("e", 1_000),))
    on = replace(band("d", "e", 300), stage=1)
    three = replace(FLOW, stages=(*FLOW.stages, later), bands=(*FLOW.bands, on))
    found: dict[str, list[float]] = {}
    for row in vega.spec(three, Setting(font="x"))["layer"][0]["data"]["values"]:
        found.setdefault(row["band"], []).append(row["stage"])
    assert found["0 a c"] == [0, 0.25, 0.5, 0.75, 1]
    assert found["1 d e"] == [1, 1.25, 1.5, 1.75, 2]


def test_bands_of_a_bar_lie_one_below_the_other_within_it() -> None:
    start = {row["band"]: row for row in rows() if row["stage"] == 0}
    assert start["0 b c"]["to"] == pytest.approx(start["0 b d"]["from"])
    end = {row["band"]: row for row in rows() if row["stage"] == 1}
    assert end["0 a c"]["to"] == pytest.approx(end["0 b c"]["from"])


def test_what_is_looked_for_lies_above_the_rest() -> None:
    assert rows()[-1]["band"] == "0 a c"


def test_what_is_not_decided_has_a_dashed_edge() -> None:
    bands = re.findall(r"<path[^>]*stroke-dasharray[^>]*>", drawings.svg(FLOW, width=700))
    assert len([one for one in bands if 'stroke="' in one]) == 1


def test_names_stand_at_both_ends_with_dates_and_counts_above() -> None:
    said = texts(drawings.svg(FLOW, width=700))
    assert {"Name of a", "Name of b", "Name of c", "Name of d"} <= set(said)
    heads = [one for one in said if "tspan" in one]
    assert [re.sub("<[^>]*>", " ", head).split() for head in heads] == [
        ["April", "2023", "2", "ICBs"],
        ["April", "2026", "2", "ICBs"],
    ]


def test_a_press_tells_a_bar_by_its_id() -> None:
    told = vega.spec(FLOW, Setting(font="x", turn=4))["data"]["values"]
    assert [vega.picked(row["pick"]) for row in told] == ["a", "b", "c", "d"]


def test_the_words_tell_stages_and_who_is_looked_for() -> None:
    assert FLOW.words == (
        "From then to now: 2 ICBs in April 2023 and 2 ICBs in April 2026. April 2026: Name of c."
    )


def test_the_key_tells_only_what_occurs() -> None:
    plain = replace(FLOW, bands=(band("a", "c", 600),))
    assert plain.key == "A band is as wide as its number of people."
    assert FLOW.key.endswith(". What is dashed is not decided. What was chosen is dark.")


def test_closer_rows_make_it_lower() -> None:
    assert vega.height(FLOW, 14) < vega.height(FLOW)
    assert f'height="{vega.height(FLOW, 14)}"' in drawings.svg(FLOW, width=700, row=14)
