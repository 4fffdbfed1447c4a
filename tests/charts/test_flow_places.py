"""Flow places: where bars and bands begin and end, in pixels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.charts.flow import Band, Flow, Node, Stage
from footprint.charts.flow_marks import flow_height, flow_parts
from footprint.charts.flow_places import (
    LINE,
    Depth,
    Name,
    band_rows,
    bands_told,
    inner,
    node_row,
)
from footprint.charts.setting import Setting, Spec
from tests.charts.test_flow import FLOW, band, node

ROOMY, CLOSE = Setting(font="x", width=700, turn=3), Setting(font="x", width=700, row=11)
# Three columns of 1,000 people: two bars, one, and three.
MIDDLE = Stage(when="April 2024", many="1", what="ICB", nodes=(node("m", 1_000),))
LAST = Stage(
    when="April 2026",
    many="3",
    what="ICBs",
    nodes=(node("x", 500), node("y", 300), node("z", 200)),
)
LONG = Flow(title="Then", stages=(FLOW.stages[0], MIDDLE, LAST), bands=())
BATH = "Bath and North East Somerset"


def places(chart: Flow, setting: Setting = ROOMY) -> dict[str, tuple[float, float, float]]:
    rows = flow_parts(chart, setting)["data"]["values"]
    return {row["pick"].partition("|")[0]: (row["top"], row["middle"], row["end"]) for row in rows}


def test_everybody_is_600_pixels_deep_with_8_between_the_bars_of_the_fullest_column() -> None:
    assert Depth.of(LONG, ROOMY) == Depth(600, 616)
    assert Depth.of(LONG, CLOSE) == Depth(300, 315)
    # Above stand three lines of words.
    assert flow_height(LONG, ROOMY) == 616 + 49
    assert flow_height(LONG, CLOSE) == 315 + 49


def test_a_part_has_few_bars_and_is_as_deep_however_close_its_rows_are() -> None:
    part = replace(LONG, part=True)
    assert Depth.of(part, ROOMY) == Depth.of(part, CLOSE) == Depth(250, 266)
    assert Depth.of(part, replace(ROOMY, row=46)) == Depth(500, 516)


def test_every_column_ends_at_the_foot_whatever_its_number_of_bars() -> None:
    assert places(LONG) == {
        "a": (0, 180, 360),
        "b": (376, 496, 616),
        "m": (0, 300, 600),
        "x": (0, 150, 300),
        "y": (308, 398, 488),
        "z": (496, 556, 616),
    }


def test_names_stand_at_the_outer_sides_and_within_for_columns_between() -> None:
    rows = flow_parts(LONG, ROOMY)["data"]["values"]
    assert [(row["stage"], row["side"]) for row in rows] == [
        (0, "left"),
        (0, "left"),
        (1, "inner"),
        (2, "right"),
        (2, "right"),
        (2, "right"),
    ]


@pytest.mark.parametrize(
    ("whole", "middle"),
    [(True, ("Bath and North\nEast Somerset", -LINE / 2)), (False, (BATH, 0))],
)
def test_where_nothing_may_be_cut_a_name_between_columns_is_folded_and_one_at_a_side_is_not(
    whole: bool, middle: tuple[str, float]
) -> None:
    one = replace(node("a", 1_000), name=BATH)
    stages = tuple(Stage(when=when, many="1", what="ICB", nodes=(one,)) for when in "xyz")
    chart = Flow(title="Then", stages=stages, bands=())
    rows = flow_parts(chart, replace(ROOMY, whole=whole))["data"]["values"]
    assert [(row["long"], row["below"]) for row in rows] == [(BATH, 0), middle, (BATH, 0)]


def test_a_bar_tells_where_it_stands_its_name_and_its_people() -> None:
    row = node_row(replace(node("a", 50), name="Bath"), 1, 10.04, 0.5, ROOMY, 2)
    assert row["name"] == "Bath"
    assert (row["top"], row["middle"], row["end"]) == (10, 22.5, 35)
    assert (row["text"], row["traced"], row["pick"]) == ("50", False, "a|3")


def rows(chart: Flow, number: int = 0) -> dict[str, list[Spec]]:
    depth = Depth.of(chart, ROOMY)
    tops = [depth.tops(stage) for stage in chart.stages]
    found: dict[str, list[Spec]] = {}
    for row in band_rows(chart, number, tops, depth):
        found.setdefault(row["band"], []).append(row)
    return found


def test_bands_bend_softly_from_where_they_leave_to_where_they_arrive() -> None:
    # From 428 down column a to 420 down column c: a smooth step, flat at both ends.
    bend = rows(FLOW)["0 b c"]
    assert [row["from"] for row in bend] == [368.0, 366.8, 364.0, 361.2, 360.0]
    assert [row["to"] for row in bend] == [428.0, 426.8, 424.0, 421.2, 420.0]
    assert [row["from"] for row in rows(FLOW)["0 b d"]] == pytest.approx([428.0] * 5)


def test_only_the_first_point_of_a_band_says_what_the_band_is() -> None:
    first, *rest = rows(FLOW)["0 b d"]
    assert (first["firm"], first["traced"]) == (False, False)
    assert first["told"] == "Name of b → Name of d: 300"
    assert rows(FLOW)["0 a c"][0]["traced"]
    assert not any({"firm", "traced", "told"} & row.keys() for row in rest)


def test_bands_that_cross_leave_and_arrive_in_the_order_of_the_bars_they_join() -> None:
    crossed = replace(
        FLOW,
        stages=(
            FLOW.stages[0],
            replace(FLOW.stages[1], nodes=(node("c", 500), node("d", 500))),
        ),
        bands=(band("b", "c", 200), band("a", "d", 300), band("b", "d", 200), band("a", "c", 300)),
    )
    found = {key: (some[0]["from"], some[-1]["from"]) for key, some in rows(crossed).items()}
    # 0.6 pixels to a person: a is from 0 to 360, b from 368, c from 0 to 300 and d from 308.
    assert found == {
        "0 a c": (0, 0),
        "0 a d": (180, 308),
        "0 b c": (368, 180),
        "0 b d": (488, 488),
    }


def test_bands_are_told_column_by_column_and_what_is_looked_for_last() -> None:
    later = Stage(when="April 2027", many="1", what="ICB", nodes=(node("e", 1_000),))
    on = Band(stage=1, source="d", target="e", people=300, text="300")
    three = replace(FLOW, stages=(*FLOW.stages, later), bands=(on, *FLOW.bands))
    assert list(bands_told(three)) == [
        ("Name of b → Name of c", "100"),
        ("Name of b → Name of d", "300"),
        ("Name of a → Name of c", "600"),
        ("Name of d → Name of e", "300"),
    ]


def test_the_columns_stand_from_side_to_side_and_people_are_counted_from_the_top() -> None:
    drawn = flow_parts(LONG, ROOMY)
    assert drawn["encoding"]["x"]["scale"]["domain"] == [0, 2]
    assert drawn["encoding"]["y"]["scale"] == {"domain": [0, 616], "reverse": True, "nice": False}
    assert drawn["encoding"]["x"]["axis"] is drawn["encoding"]["y"]["axis"] is None


def test_each_column_has_its_date_and_count_above_and_its_year_where_there_is_little_room() -> None:
    heads = [
        one for one in flow_parts(LONG, ROOMY)["layer"] if one["mark"].get("fontWeight") == "bold"
    ]
    assert [one["data"]["values"] for one in heads] == [
        [{"stage": 0, "when": "April 2023", "year": "2023", **_counted("2", "ICBs")}],
        [{"stage": 1, "when": "April 2024", "year": "2024", **_counted("1", "ICB")}],
        [{"stage": 2, "when": "April 2026", "year": "2026", **_counted("3", "ICBs")}],
    ]
    assert {one["mark"]["y"] for one in heads} == {-43}
    assert {one["mark"]["text"]["expr"] for one in heads} == {
        "false ? [datum.year, datum.many, datum.short] : [datum.when, datum.many, datum.what]"
    }
    teams = replace(LONG.stages[0], many="3 of 25", what="leadership teams")
    assert teams.count == "3 of 25 leadership teams"


def _counted(many: str, what: str) -> dict[str, str]:
    return {"many": many, "what": what, "short": what}


def test_what_is_looked_for_is_dark_what_is_decided_pale_and_the_rest_has_an_edge() -> None:
    bands, *_, press = flow_parts(FLOW, ROOMY)["layer"]
    fill, stroke = bands["encoding"]["fill"], bands["encoding"]["stroke"]
    assert [one["test"] for one in fill["condition"]] == ["datum.traced", "datum.firm"]
    assert len({one["value"] for one in fill["condition"]} | {fill["value"]}) == 3
    assert stroke["condition"] == [{"test": "datum.firm", "value": None}] and stroke["value"]
    # A bar of nine pixels is pressed within three times as many.
    assert press["mark"]["strokeWidth"] == 27
    assert press["params"][0]["select"]["toggle"] is False


def test_names_between_columns_are_of_those_looked_for_and_end_before_the_next() -> None:
    names = [one for one in flow_parts(LONG, ROOMY)["layer"] if "transform" in one]
    filters = [one["transform"][0]["filter"] for one in names]
    assert filters == [
        "datum.side === 'left'",
        "datum.side === 'right'",
        "datum.side === 'inner' && (datum.traced || datum.told)",
    ]
    assert [(one["mark"]["align"], one["mark"]["dx"]) for one in names] == [
        ("right", -8),
        ("left", 8),
        ("left", 8),
    ]
    limit = "datum.side === 'inner' ? width / 2 - 20 : 300"
    assert names[0]["mark"]["limit"]["expr"] == limit
    whole = flow_parts(LONG, replace(ROOMY, whole=True))["layer"]
    assert {one["mark"]["limit"]["expr"] for one in whole if "transform" in one} == {"0"}


def test_between_the_columns_of_a_part_every_bar_is_named() -> None:
    told = [{row["told"] for row in _rows_of(chart)} for chart in (LONG, replace(LONG, part=True))]
    assert told == [{False}, {True}]


def _rows_of(chart: Flow) -> list[dict]:
    return flow_parts(chart, ROOMY)["data"]["values"]


def test_a_name_between_columns_is_whole_on_paper_on_short_lines_about_its_bar() -> None:
    name = inner(replace(_dark("x"), name="Norfolk, Suffolk and Bedfordshire"))
    assert name == Name(("Norfolk,", "Suffolk and", "Bedfordshire"), -LINE)
    assert inner(replace(_dark("x"), name="Gloucestershire")) == Name(("Gloucestershire",), 0)


def test_who_is_looked_for_is_told_where_anybody_is() -> None:
    traced = replace(LONG, stages=(*LONG.stages[:2], replace(LAST, nodes=(_dark("x"), _dark("y")))))
    assert FLOW.heading == "From then to now"
    assert traced.traced == ("April 2026: Name of x and Name of y",)
    assert LONG.traced == ()


def _dark(code: str) -> Node:
    return node(code, 500, traced=True)
