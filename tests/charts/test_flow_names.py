"""Flow names: on how many lines each stands, and how far from its bar."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.charts.flow import Flow, Stage
from footprint.charts.flow_marks import flow_parts
from footprint.charts.flow_places import LINE, LONG, SHORT, Depth, Name, names
from footprint.charts.setting import Setting
from tests.charts.test_flow import node

SCREEN = Setting(font="x", width=700)
PAPER = replace(SCREEN, whole=True)
BATH = "Bath and North East Somerset, Swindon and Wiltshire"
BRISTOL = "Bristol, North Somerset and South Gloucestershire"


def named(*told: tuple[str, float], setting: Setting = PAPER, letters: int = LONG) -> list[Name]:
    nodes = tuple(
        replace(node(f"n{at}", people), name=name) for at, (name, people) in enumerate(told)
    )
    stage = Stage(when="April 2023", many="", what="", nodes=nodes)
    depth = Depth.of(Flow(title="", stages=(stage,), bands=()), setting)
    return list(names(stage, depth, setting, letters).values())


def test_a_short_name_stands_on_one_line_in_the_middle_of_its_bar() -> None:
    assert named(("Somerset", 500), ("Dorset", 500)) == [
        Name(("Somerset",), 0.0),
        Name(("Dorset",), 0.0),
    ]


def test_a_long_name_is_folded_into_even_lines_about_the_middle_of_its_bar() -> None:
    assert named((BATH, 500), ("Dorset", 500))[0] == Name(
        ("Bath and North East Somerset,", "Swindon and Wiltshire"), -LINE / 2
    )
    assert named((BATH, 500), ("Dorset", 500), letters=SHORT)[0] == Name(
        ("Bath and North East", "Somerset, Swindon", "and Wiltshire"), -LINE
    )


def test_a_word_with_hyphens_is_not_divided() -> None:
    (found,) = named(("Staffordshire and Stoke-on-Trent", 500))
    assert found.lines == ("Staffordshire and", "Stoke-on-Trent")


def test_names_that_would_meet_make_room_for_each_other_alike() -> None:
    # 10.8 pixels of people and 8 between: two names of two lines are 26 from middle to middle.
    first, second, *_ = named((BATH, 18), (BRISTOL, 18), ("The rest", 964))
    assert len(first.lines) == len(second.lines) == 2
    assert first.below - second.below == pytest.approx(-(26 - 18.8), abs=0.11)
    assert first.below + second.below == pytest.approx(-LINE, abs=0.11)


def test_a_name_without_room_stays_on_one_line_cut_only_where_the_rest_can_be_pointed_at() -> None:
    close = [*((f"{BRISTOL} {letter}", 1) for letter in "ABCDEF"), ("The rest", 994)]
    assert named(*close)[5].lines == (f"{BRISTOL} F",)
    (cut,) = named(*close, setting=SCREEN)[5].lines
    assert cut == f"{BRISTOL[:43]}…"


def test_no_name_stands_on_another_where_there_is_room_for_one_line_of_each() -> None:
    told = [(f"Place number {at} with its very long name, and so on", 10 + at) for at in range(40)]
    nodes = tuple(
        replace(node(f"n{at}", people), name=name) for at, (name, people) in enumerate(told)
    )
    stage = Stage(when="", many="", what="", nodes=nodes)
    depth = Depth.of(Flow(title="", stages=(stage,), bands=()), PAPER)
    middles = depth.middles(stage)
    ends = 0.0
    for code, name in names(stage, depth, PAPER, LONG).items():
        top = middles[code] + name.below - LINE / 2
        assert top >= ends - 0.11 or ends == 0.0
        ends = top + LINE * len(name.lines)


def test_where_rows_stand_close_every_name_is_on_one_line_in_the_middle_of_its_bar() -> None:
    close = replace(PAPER, row=14)
    assert named((BATH, 18), (BRISTOL, 18), ("The rest", 964), setting=close) == [
        Name((BATH,), 0.0),
        Name((BRISTOL,), 0.0),
        Name(("The rest",), 0.0),
    ]


def test_each_row_of_a_flow_holds_its_name_for_both_widths() -> None:
    stage = Stage(when="2023", many="1", what="", nodes=(replace(node("a", 10), name=BATH),))
    (row,) = flow_parts(Flow(title="", stages=(stage,), bands=()), SCREEN)["data"]["values"]
    assert row["long"] == "Bath and North East Somerset,\nSwindon and Wiltshire"
    assert row["short"].count("\n") == 2
    assert (row["below"], row["under"]) == (-LINE / 2, -LINE)
