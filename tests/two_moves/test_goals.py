"""Goals of two moves: which pairs are looked through, and what each of them asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.criteria.case import MISSES, Case, Thresholds
from footprint.criteria.catalogue import case_for
from footprint.criteria.program import fewest
from footprint.criteria.proposals import Desk
from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan
from footprint.plans.tiers import tiers
from footprint.two_moves.goals import PAIRS
from footprint.two_moves.search import _made
from tests.criteria.test_remedies import TOY, owners, verdict

Judge = Callable[[Plan, Thresholds], Case]


@pytest.fixture(scope="module")
def judge(toy: Atlas) -> Judge:
    known = tiers(toy)
    return lambda plan, lines: case_for(toy, plan, lines, tiers=known, costs={})


def ways(case: Case, criterion: str, footprint: str) -> list[str]:
    """The ways of every pair, such as "MW EM": from M to W, and from E to M."""
    return [
        " ".join(way.origin + way.to for way in pair.ways)
        for pair in PAIRS[criterion](Desk(case).goals, footprint)
    ]


def test_each_test_looks_through_the_pairs_that_might_do_it(judge: Judge, make_plan) -> None:
    # M lies between W and E, which do not touch.
    case = judge(make_plan("W", "W", "W", "M", "E", "E"), TOY)
    assert ways(case, "people", "M") == ["EM WM"]
    assert ways(case, "people", "W") == ["MW EM"]
    assert ways(case, "trusts", "W") == []
    assert ways(case, "authorities", "M") == ["EM WM", "ME MW", "EM ME", "EM MW", "WM ME", "WM MW"]
    assert ways(case, "authorities", "W") == ["MW WM"]
    assert ways(case, "pieces", "E") == ["ME EM"]
    # Of the two regions only one is where a block of E is, and E has one neighbour.
    assert ways(case, "region", "M") == ["ME MW"]
    assert ways(case, "region", "E") == []


def test_a_pair_is_looked_at_for_trusts_only_where_enough_may_come(judge: Judge, make_plan) -> None:
    # T1 has its hospital in B-1, T2 in C-4 and D-4; M has neither, and lies between.
    plan = make_plan("W", "W", "W", "M", "E", "E")
    assert ways(judge(plan, replace(TOY, trusts=2)), "trusts", "M") == ["EM WM"]
    assert ways(judge(plan, replace(TOY, trusts=3)), "trusts", "M") == []


def test_a_pair_that_leaves_several_pieces_whatever_moves_is_not_looked_at(
    judge: Judge, make_plan
) -> None:
    # P is in three pieces: A-2 and B-1 lie beside Q alone, and the island beside R alone.
    case = judge(make_plan("Q", "P", "P", "Q", "R", "P"), TOY)
    assert ways(case, "pieces", "P") == ["QP RP", "PQ PR", "QP PQ", "QP PR"]


@settings(max_examples=12)
@given(
    owners,
    st.sampled_from(sorted(PAIRS)),
    st.sampled_from([300, 600, 700, 1_000]),
    st.sampled_from([0.01, 0.2, 0.4]),
)
def test_what_a_pair_asks_for_is_all_that_is_needed(
    judge: Judge, make_plan, some: list[str], criterion: str, least: int, tolerance: float
) -> None:
    case = judge(make_plan(*some), replace(TOY, least=least, trusts=2, tolerance=tolerance))
    desk = Desk(case)
    for footprint in case.plan.by_id:
        if verdict(case, criterion, footprint) == MISSES:
            for pair in PAIRS[criterion](desk.goals, footprint):
                found = fewest(pair, lambda _: True)
                assert found.exact
                if found.moved:
                    after = replace(case, plan=_made(desk, pair, found.moved).plan)
                    assert verdict(after, criterion, footprint) == "meets"
