"""Costs of ICBs of April 2026: named, kept apart from those of 2023, and given to footprints."""

from __future__ import annotations

import pytest

from footprint.measures.marks import YOURS
from footprint.money import baselines
from footprint.money.baselines import CostsRead
from footprint.money.cost_icbs import cost_icbs
from footprint.money.scenario import Scenario, money_table
from tests.shared_workspace import WORK

MERGED = ("E54000065", "E54000066", "E54000067", "E54000068", "E54000069", "E54000070", "E54000071")


def read(*lines: str, answers: tuple[str, ...] = ()) -> CostsRead:
    icbs = cost_icbs(WORK.atlas, WORK.icb_names, WORK.other_names.icbs)
    return baselines.read("\n".join(lines).encode(), icbs, answers)


@pytest.mark.parametrize("column", ["icb", "name", "short_name", "icb_ons"])
def test_each_of_the_36_is_known_by_codes_and_names(column: str) -> None:
    now = WORK.atlas.icbs[WORK.atlas.icbs["in_force_to"] == ""].reset_index()
    told = read("ICB,Cost (£m)", *(f'"{name}",50' for name in now[column]))
    assert told.problems == ()
    assert len(told.costs) == 36
    assert {code for code, _ in told.costs} >= set(MERGED)
    assert told.taken[-1] == "The ICBs were read as those of April 2026."


def test_a_name_of_both_years_is_of_2023_where_nothing_says_otherwise() -> None:
    told = read("ICB,Cost (£m)", "Hampshire and Isle of Wight,50", "Kent and Medway,60")
    assert told.costs == (("QKS", 60e6), ("QRL", 50e6))


def test_an_icb_and_what_took_it_in_have_no_cost_each() -> None:
    told = read("ICB,Cost (£m)", "Central East,90", "Cambridgeshire and Peterborough,30")
    assert told.costs == (("E54000065", 90e6),)
    assert told.problems == (
        "Row 3: Cambridgeshire and Peterborough has people of Central East since April 2026, "
        "which has a figure already.",
    )


def test_a_cost_of_an_icb_of_2026_is_all_of_its_footprint_and_is_shared_where_that_is_cut() -> None:
    assumed = Scenario(baselines=(("E54000065", 90e6),))
    now = WORK.plans["merged-2026-04"].seen_as("bodies")
    row = money_table(WORK.atlas, now, assumed).loc[
        next(one.id for one in now.footprints if one.name == "Central East")
    ]
    assert (row["baseline"], row["basis"], row["own_whole"]) == (90e6, YOURS, True)
    old = money_table(WORK.atlas, WORK.plans["icb-2023"], assumed)
    # All of Bedfordshire, Luton and Milton Keynes is in it: 1,063,325 of its 3,233,488 people.
    assert old.at["QHG", "baseline"] == pytest.approx(90e6 * 1_063_325 / 3_233_488)
    assert not old.at["QHG", "own_whole"]
    # A part of Hertfordshire and West Essex is not, and of that nobody gave a cost.
    assert old["basis"]["QM7"] != YOURS


def test_a_link_keeps_a_cost_of_an_icb_of_2026() -> None:
    text = baselines.write((("E54000065", 90e6),))
    assert baselines.parse(text, WORK.cost_names) == ((("E54000065", 90e6),), [])


def test_a_cost_a_head_is_counted_up_where_the_heads_are_published() -> None:
    told = read("ICB,Cost per resident", "Central East,25", "Kent and Medway,30")
    assert dict(told.costs)["E54000065"] == 25 * 3_233_488
    told = read("ICB,Cost per weighted head", "Kent and Medway,30", "Central East,25")
    assert [code for code, _ in told.costs] == ["QKS"]
    assert told.problems == (
        "Row 3: “25” is for each head, whose number nobody has published for this ICB.",
    )
