"""Proposals: what a move does to a plan, and to what is known of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import case_for
from footprint.criteria.proposals import Desk

COSTS = {"W": 30_000.0, "M": 15_000.0, "E": 60_000.0}
TOY = Thresholds(least=600, trusts=0, cap=40.0)


@pytest.fixture
def desk(toy, today):
    return Desk(case_for(toy, today, TOY, costs=COSTS))


def piece(desk: Desk, block: str) -> int:
    return next(n for n, some in enumerate(desk.parts.blocks) if block in some)


def test_what_a_footprint_costs_is_unknown_once_part_of_it_has_moved(desk):
    change = desk.proposal({piece(desk, "B-1")}, "M")
    assert not change.merges
    assert desk.case_after(change).costs == {"E": 60_000.0}


def test_two_that_join_cost_what_both_cost(desk):
    change = desk.proposal(desk.parts.of("M"), "W")
    assert change.merges
    assert change.plan.by_id["W"].name == "West with Middle"
    assert desk.case_after(change).costs == {"W": 45_000.0, "E": 60_000.0}


def test_what_is_to_be_spent_follows_as_what_was_spent_does(toy, today):
    case = replace(case_for(toy, today, TOY, costs=COSTS), to_come={"W": 9_000.0, "M": 7_000.0})
    desk = Desk(case)
    joins = desk.proposal({piece(desk, "B-3")}, "W")
    assert desk.case_after(joins).to_come == {"W": 16_000.0}
    parts = desk.proposal({piece(desk, "B-1")}, "M")
    assert desk.case_after(parts).to_come == {}


def test_two_that_join_have_no_cost_where_one_of_them_has_none(toy, today):
    desk = Desk(case_for(toy, today, TOY, costs={"W": 30_000.0, "E": 60_000.0}))
    change = desk.proposal(desk.parts.of("M"), "W")
    assert desk.case_after(change).costs == {"E": 60_000.0}


def test_the_largest_part_that_moves_is_named_first(desk):
    change = desk.proposal(desk.parts.of("W"), "M")
    assert [(move.area, move.residents) for move in change.moves] == [("A", 400), ("B", 200)]
    assert change.residents_moved == 600


def test_a_verdict_that_was_met_and_a_whole_authority_are_what_a_change_breaks(desk):
    change = desk.with_breaks(desk.proposal({piece(desk, "A-2")}, "M"))
    assert change.breaks == (
        "West would miss “At least 600 people”: 200 residents, 400 short of 600.",
    )
    split = desk.with_breaks(desk.proposal({piece(desk, "D-4")}, "M"))
    assert split.breaks[0] == "Eastshire would be split: part in Middle and part in East."


def test_what_was_missed_before_is_not_broken(desk):
    change = desk.with_breaks(desk.proposal(desk.parts.of("M"), "W"))
    assert not [said for said in change.breaks if "per weighted head" in said]
