"""Two moves: the smallest pair, held against every pair there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.criteria.case import MISSES, Case, Thresholds
from footprint.criteria.catalogue import BY_KEY, case_for
from footprint.criteria.parts import Parts, parts_of
from footprint.criteria.program import Found
from footprint.criteria.proposals import Desk
from footprint.criteria.remedies import remedy
from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan
from footprint.plans.tiers import tiers
from footprint.two_moves import search
from footprint.two_moves.goals import PAIRS
from footprint.two_moves.search import remedy_of_two
from tests.criteria.test_remedies import TOY, moved_to, owners, single_moves, verdict

Step = tuple[frozenset[int], str]


@pytest.fixture(scope="module")
def judge(toy: Atlas):
    known = tiers(toy)
    return lambda plan, lines: case_for(toy, plan, lines, tiers=known, costs={})


def allowed(criterion: str, footprint: str, ways: tuple[tuple[str, str], ...]) -> bool:
    """Whether a pair of ways is one that is looked through for a test."""
    (origin, to), (second, goes) = ways
    both_in = to == goes == footprint and origin != second
    both_out = origin == second == footprint and to != goes
    if criterion == "people":
        return both_in or (to == footprint and goes == origin and second != footprint)
    if criterion == "trusts":
        return both_in
    if criterion == "region":
        return both_out
    return both_in or both_out or (to == footprint == second)


def keeps_together(parts: Parts, gone: frozenset[int], united: str) -> bool:
    """Whether what hung together still does, but where the verdict asks for one piece anyhow."""
    for origin in {parts.footprints[n] for n in gone}:
        members = parts.of(origin)
        if not members - gone:
            return False
        hung = parts.components(members) if origin != united else []
        if any(len(parts.components(one - gone)) > 1 for one in hung):
            return False
    return True


def pairs_of(parts: Parts, criterion: str, footprint: str) -> Iterator[list[Step]]:
    for one, other in permutations(single_moves(parts), 2):
        ways = tuple((parts.footprints[min(some)], to) for some, to in (one, other))
        apart = not one[0] & other[0]
        if (
            apart
            and allowed(criterion, footprint, ways)
            and keeps_together(parts, one[0] | other[0], footprint if criterion == "pieces" else "")
        ):
            yield [one, other]


def smallest_by_hand(case: Case, criterion: str, footprint: str) -> int | None:
    parts, least = parts_of(case.atlas, case.plan), case.thresholds.least
    found = []
    for steps in pairs_of(parts, criterion, footprint):
        plan = case.plan
        for some, to in steps:
            plan = moved_to(plan, parts, some, to)
        after = replace(case, plan=plan)
        if criterion == "people" and any(
            after.residents[one] < least <= case.residents[one] for one in case.plan.by_id
        ):
            continue
        if verdict(after, criterion, footprint) == "meets":
            found.append(sum(parts.people(some) for some, _ in steps))
    return min(found, default=None)


@settings(max_examples=12)
@given(owners, st.sampled_from(sorted(PAIRS)), st.sampled_from([300, 600, 700, 1_000]))
def test_no_two_moves_are_smaller_than_those_found(judge, make_plan, some, criterion, least):
    case = judge(make_plan(*some), replace(TOY, least=least, trusts=2))
    for footprint in case.plan.by_id:
        if verdict(case, criterion, footprint) != MISSES:
            continue
        two, bound = search._smallest(Desk(case), criterion, footprint)
        assert bound is None
        by_hand = smallest_by_hand(case, criterion, footprint)
        assert (two.residents_moved if two else None) == by_hand
        if two:
            after = replace(case, plan=two.plan)
            assert verdict(after, criterion, footprint) == "meets"


@pytest.fixture(scope="module")
def today(england: Atlas, shipped: dict[str, Plan]) -> Case:
    return case_for(england, shipped["merged-2026-04"], Thresholds(), costs={})


def test_cornwall_comes_to_a_million_by_two_moves_where_devon_is_made_up_to(today):
    single = remedy(today, "people", "QT6")
    assert single.smallest.merges
    found = remedy_of_two(today, "people", "QT6")
    assert found.exact
    assert found.sentences[0].startswith(
        "Move Plymouth, South Hams and West Devon (423,138 people) from Devon to Cornwall and the "
        "Isles of Scilly, and Dorset (389,947 people) from Dorset to Devon: no single move does it"
    )
    people = today.atlas.blocks["residents_2024"].groupby(found.smallest.plan.footprint_of).sum()
    assert people["QT6"] >= 1_000_000
    assert people["QJK"] >= 1_000_000
    assert found.sentences[-2:] == ("Or join whole footprints.", *single.sentences)
    assert ": no single move of part of a footprint does it, but this does." in found.sentences[-1]
    assert found.harmless == single.smallest


def test_only_what_was_split_before_is_said_to_stay_split(today):
    split = today.authorities["split"]
    mended, said = 0, []
    for footprint in today.plan.by_id:
        if found := remedy(today, "people", footprint):
            mended += bool(found.smallest and not found.smallest.merges)
            said += [one for one in found.sentences if one.startswith("It does not mend")]
    whole = [name for code, name in today.tier.names.items() if code in split and not split[code]]
    assert mended >= 3
    assert not [one for one in said if any(name in one for name in whole)]


def test_two_strays_go_to_two_neighbours_where_no_single_move_makes_one_piece(today):
    parts = parts_of(today.atlas, today.plan)
    lads = today.atlas.blocks["lad"]
    carlisle, hastings = (
        frozenset(n for n, some in enumerate(parts.blocks) if set(lads[list(some)]) == {code})
        for code in ("E06000063", "E07000062")
    )
    scattered = moved_to(today.plan, parts, carlisle | hastings, "QJK")
    case = case_for(today.atlas, scattered, Thresholds(), costs={})
    found = remedy_of_two(case, "pieces", "QJK")
    assert found.exact
    assert found.sentences[0] == (
        "Move Cumberland (280,495 people) from Devon to Lancashire and South Cumbria, and Hastings "
        "(91,219 people) from Devon to Surrey and Sussex: no single move does it, and these are "
        "the smallest two moves that do."
    )
    assert found.smallest.residents_moved == parts.people(carlisle | hastings)


def test_where_no_two_moves_do_it_either_that_is_said(today):
    found = remedy_of_two(today, "strategic", "QKK")
    assert found.smallest is None
    assert found.exact
    assert found.sentences[-1] == "No two moves would put it right either."


def test_two_moves_are_not_looked_for_where_one_does_it(today):
    assert remedy_of_two(today, "strategic", "QJM") == remedy(today, "strategic", "QJM")
    assert remedy_of_two(today, "people", "QHM") is None


def test_a_search_that_is_stopped_says_how_many_would_have_to_move(today, monkeypatch):
    stopped = Found(None, exact=False, at_least=1_234)
    monkeypatch.setattr(search, "fewest", lambda *_, **__: stopped)
    found = remedy_of_two(today, "strategic", "QKK")
    assert not found.exact
    assert found.sentences[-1] == (
        "No two moves were found before the search was stopped: at least 1,234 people would have "
        "to move."
    )


def test_every_test_that_two_moves_are_looked_for_is_a_criterion() -> None:
    assert set(PAIRS) <= set(BY_KEY)


@pytest.mark.parametrize(("at_least", "left_open"), [(199, 199), (200, None), (201, None)])
def test_a_pair_that_was_not_searched_to_its_end_matters_only_where_it_might_move_fewer(
    judge, make_plan, monkeypatch, at_least: int, left_open: int | None
) -> None:
    # Birch is split: B-1, with 200 people, is in W, and all others of M's are whole.
    case = judge(make_plan("W", "W", "W", "M", "E", "E"), TOY)
    desk, asked = Desk(case), []

    def one_alone(pair, *_, **__) -> Found:
        asked.append(pair)
        if len(asked) > 1:
            return Found(None, exact=False, at_least=at_least)
        part = next(n for n, blocks in enumerate(desk.goals.parts.blocks) if "B-1" in blocks)
        return Found((frozenset({part}), frozenset()), exact=True, at_least=200)

    monkeypatch.setattr(search, "fewest", one_alone)
    best, bound = search._smallest(desk, "authorities", "M")
    assert len(asked) > 1
    assert (best.residents_moved, bound) == (200, left_open)
