"""Remedies: the smallest change for a miss, held against every change there is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.criteria import remedies
from footprint.criteria.case import Case, Thresholds
from footprint.criteria.catalogue import BY_KEY, case_for, scorecard
from footprint.criteria.parts import Parts, parts_of
from footprint.criteria.program import Found, Transfer, fewest
from footprint.criteria.proposals import reassigned
from footprint.criteria.remedies import remedy
from footprint.facts.atlas import Atlas
from footprint.facts.manifest import ROOT
from footprint.plans.contiguity import component_of
from footprint.plans.plan import Plan
from footprint.plans.tiers import tiers

TOY = Thresholds(least=600, trusts=1, cap=40.0)
BY_MOVES = ("people", "authorities", "strategic", "region", "pieces", "trusts")
owners = st.lists(st.sampled_from("PQR"), min_size=6, max_size=6)


@pytest.fixture(scope="module")
def judge(toy: Atlas):
    known = tiers(toy)

    def run(plan: Plan, thresholds: Thresholds = TOY) -> Case:
        return case_for(toy, plan, thresholds, tiers=known, costs={})

    return run


def verdict(case: Case, criterion: str, footprint: str) -> str:
    return {j.footprint: j.verdict for j in BY_KEY[criterion].judge(case)}[footprint]


def single_moves(parts: Parts) -> Iterator[tuple[frozenset[int], str]]:
    """Every connected set of parts of one footprint that touches another it could go to."""
    for origin in sorted(set(parts.footprints)):
        members = sorted(parts.of(origin))
        sets = chain.from_iterable(combinations(members, n) for n in range(1, len(members)))
        for some in map(frozenset, sets):
            if len(parts.components(some)) == 1:
                for to in sorted({parts.footprints[n] for n in parts.around(some)} - {origin}):
                    yield some, to


def hangs_together(case: Case, plan: Plan, *, unite: bool, footprint: str) -> bool:
    """Whether blocks of one footprint that hung together still do."""
    before, after = component_of(case.atlas, case.plan), component_of(case.atlas, plan)
    owner, now = dict(case.plan.assignment), dict(plan.assignment)
    stayed = [block for block in owner if owner[block] == now[block]]
    apart = any(
        before[one] == before[other] and after[one] != after[other]
        for one, other in combinations(stayed, 2)
    )
    return not apart and (not unite or after[plan.blocks_of(footprint)].nunique() == 1)


def smallest_by_hand(case: Case, criterion: str, footprint: str) -> int | None:
    parts = parts_of(case.atlas, case.plan)
    least, people = case.thresholds.least, case.residents
    found = []
    for some, to in single_moves(parts):
        origin = parts.footprints[min(some)]
        plan = moved_to(case.plan, parts, some, to)
        left = people[origin] - parts.people(some)
        if criterion == "people" and (to != footprint or left < least <= people[origin]):
            continue
        if footprint not in (origin, to):
            continue
        unite = criterion == "pieces"
        if not hangs_together(case, plan, unite=unite, footprint=footprint):
            continue
        if verdict(replace(case, plan=plan), criterion, footprint) == "meets":
            found.append(parts.people(some))
    return min(found, default=None)


def moved_to(plan: Plan, parts: Parts, some: frozenset[int], to: str) -> Plan:
    owner = dict(plan.assignment)
    for n in some:
        owner |= dict.fromkeys(parts.blocks[n], to)
    return plan.with_assigned(replace(plan.assigned, pairs=tuple(sorted(owner.items()))))


def check(case: Case, criterion: str, footprint: str) -> None:
    found = remedy(case, criterion, footprint)
    if verdict(case, criterion, footprint) != "misses":
        assert found is None
        return
    by_hand = smallest_by_hand(case, criterion, footprint)
    assert found.exact
    assert found.sentence.endswith(".")
    if by_hand is None:
        assert found.smallest is None or found.smallest.merges
        return
    assert not found.smallest.merges
    assert found.smallest.residents_moved == by_hand
    for change in filter(None, (found.smallest, found.harmless)):
        where = change.moves[0].to if change.merges else footprint
        assert verdict(replace(case, plan=change.plan), criterion, where) == "meets"
    assert found.harmless is None or not found.harmless.breaks


@given(owners, st.sampled_from(BY_MOVES), st.sampled_from([300, 600, 700, 1_000]))
def test_no_single_move_is_smaller_than_the_remedy(judge, make_plan, some, criterion, least):
    case = judge(make_plan(*some), replace(TOY, least=least))
    for footprint in case.plan.by_id:
        check(case, criterion, footprint)


@pytest.mark.parametrize("criterion", BY_MOVES)
def test_the_plans_of_the_toy_country_have_the_smallest_remedies(judge, toy_plans, criterion):
    for plan in toy_plans.values():
        if plan.national:
            for footprint in plan.by_id:
                check(judge(plan), criterion, footprint)


def test_people_are_moved_by_district_and_the_giver_keeps_enough(judge, make_plan):
    case = judge(make_plan("W", "W", "M", "M", "E", "F"), replace(TOY, least=500))
    found = remedy(case, "people", "W")
    assert [move.area for move in found.smallest.moves] == ["B"] or found.smallest.merges


def test_the_birch_split_is_mended_by_its_smaller_piece(judge, today):
    found = remedy(judge(today, replace(TOY, least=0, trusts=0)), "authorities", "M")
    (move,) = found.smallest.moves
    assert (move.area, move.blocks, move.origin, move.to) == ("B", ("B-1",), "W", "M")
    assert found.sentence == (
        "Move part of Birch (200 people) from West to Middle: the smallest single move that does "
        "it. It breaks nothing else."
    )


def test_what_a_move_breaks_is_said_and_a_harmless_one_is_looked_for(judge, today):
    found = remedy(judge(today, replace(TOY, least=500, trusts=0)), "authorities", "W")
    assert found.smallest.residents_moved == 200
    assert "W" not in [move.to for move in found.smallest.moves]
    assert found.smallest.breaks == (
        "West would miss “At least 500 people”: 400 residents, 100 short of 500.",
    )
    assert found.harmless is None or found.harmless.residents_moved > 200


def test_joining_a_neighbour_is_the_last_resort(judge, make_plan):
    case = judge(make_plan("A", "A", "B", "B", "C", "C"), replace(TOY, least=900))
    found = remedy(case, "people", "A")
    assert found.smallest.merges
    assert found.sentence.startswith("Join A (400 people) to B")


def test_the_neighbour_whose_joining_breaks_least_goes_before_a_smaller_one(toy, make_plan):
    # East is smaller than West, but Middle and East together would lie in two regions.
    plan = make_plan("W", "W", "W", "M", "E", "F")
    costs = {"W": 10_000.0, "M": 30_000.0, "E": 10_000.0, "F": 10_000.0}
    found = remedy(case_for(toy, plan, replace(TOY, least=0), costs=costs), "cap", "M")
    assert found.smallest.moves[0].to == "W"
    assert found.smallest.breaks == ()
    assert found.harmless == found.smallest


def test_of_neighbours_that_break_nothing_the_smallest_is_joined(toy, make_plan):
    # A-2 lies beside A-1, where 100 people live, and B-3, where 400 do.
    plan = make_plan("P", "Q", "R", "S", "E", "E")
    lines = replace(TOY, least=0, trusts=0, cap=50.0)
    costs = {"P": 500.0, "Q": 20_000.0, "S": 500.0}
    found = remedy(case_for(toy, plan, lines, costs=costs), "cap", "Q")
    assert found.smallest.moves[0].to == "P"
    assert found.smallest.breaks == ()


def test_where_nothing_does_it_the_reason_is_said(judge, make_plan):
    case = judge(make_plan(*"PPPPPP"), replace(TOY, least=9_999))
    found = remedy(case, "people", "P")
    assert found.smallest is None
    assert found.sentence.startswith(
        "No single move would put this right. 2,100 residents, 7,899 short"
    )


def test_a_trust_comes_with_the_district_its_hospital_stands_in(today, judge):
    found = remedy(judge(today, replace(TOY, least=0)), "trusts", "M")
    assert found.exact
    assert [(move.area, move.origin) for move in found.smallest.moves] == [("B", "W")]
    both = remedy(judge(today, replace(TOY, least=0, trusts=2)), "trusts", "M")
    assert both.smallest is None


def test_costs_are_mended_by_whole_neighbours_only(toy, today):
    dear = case_for(toy, today, TOY, costs={"W": 30_000.0, "M": 1_000.0})
    found = remedy(dear, "cap", "W")
    assert found.smallest.merges
    assert found.smallest.moves[0].to == "M"


def test_a_verdict_that_is_met_needs_no_remedy(judge, today):
    assert remedy(judge(today), "people", "E") is None


def test_moves_leave_no_footprint_without_blocks(toy, today):
    dear = case_for(toy, today, TOY, costs={"W": 30_000.0, "M": 1_000.0})
    change = remedy(dear, "cap", "W").smallest
    assert reassigned(today, change.moves).footprint_of.nunique() == 2
    assert set(change.plan.by_id) == set(change.plan.footprint_of)


def test_a_search_cut_short_gives_a_bound(toy, make_plan, judge):
    case = judge(make_plan(*"AAABBB"))
    transfer = Transfer(parts_of(toy, case.plan), "B", "A")
    found = fewest(transfer, lambda _: False, seconds=-1.0)
    assert not found.exact or found.moved is None


@pytest.fixture
def transfer() -> Transfer:
    """From P, of parts 0, 1 and 2, to Q, of part 3; each is beside all others."""
    beside = tuple(frozenset(range(4)) - {n} for n in range(4))
    blocks = (("A",), ("B",), ("C",), ("D",))
    return Transfer(Parts(tuple("ABCD"), tuple("PPPQ"), blocks, (5, 3, 4, 9), beside), "P", "Q")


def test_choices_stand_in_the_order_of_the_parts_so_that_ties_always_fall_alike(transfer):
    assert list(transfer.moves) == [0, 1, 2]


def test_the_fewest_residents_that_will_do_are_moved(transfer):
    assert transfer.solve(5.0) == frozenset({1})
    transfer.require(sum(transfer.moves.values()) >= 2)
    assert transfer.solve(5.0) == frozenset({1, 2})


def test_where_no_parts_will_do_there_is_no_move(transfer):
    transfer.require(transfer.residents_moved >= 10)
    assert transfer.solve(5.0) is None


def test_a_set_of_parts_that_is_forbidden_is_the_only_one(transfer):
    transfer.forbid(frozenset({1}))
    assert transfer.solve(5.0) == frozenset({2})
    transfer.forbid(frozenset({2}))
    assert transfer.solve(5.0) == frozenset({0})


def test_a_solver_that_stops_before_it_knows_says_so(transfer, monkeypatch):
    monkeypatch.setattr(transfer.model, "solve", lambda: None)
    with pytest.raises(TimeoutError):
        transfer.solve(5.0)
    found = fewest(transfer, lambda _: True)
    assert found == Found(None, exact=False)


def test_the_solver_writes_nothing_to_the_console():
    solving = "from footprint.criteria.program import Solver; print(Solver().solve())"
    done = subprocess.run([sys.executable, "-c", solving], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("HighsStatus.kOk\n", "")


@pytest.fixture(scope="module")
def agreed(england: Atlas, shipped: dict[str, Plan]) -> Case:
    return case_for(england, shipped["agreed-2025-09"], Thresholds())


def test_coventry_completes_the_west_midlands(agreed):
    found = remedy(agreed, "strategic", "bsbc")
    assert found.exact
    assert [move.area for move in found.smallest.moves] == ["E08000026"]
    assert "It breaks nothing else." in found.sentence


def test_craven_mends_north_yorkshire_for_humber(agreed):
    found = remedy(agreed, "authorities", "QOQ")
    assert found.smallest.residents_moved == 52_581
    assert not found.smallest.breaks


def test_no_single_move_gives_london_five_sets_of_borders(agreed):
    found = remedy(agreed, "strategic", "QKK")
    assert found.smallest is None
    assert found.sentence.startswith("No single move would put this right. Wholly inside")


@pytest.mark.parametrize(("plan", "step"), [("icb-2023", 4), ("agreed-2025-09", 1)])
def test_remedies_on_a_shipped_plan_are_judged_again(england, completed, plan, step):
    case = case_for(england, completed[plan], Thresholds())
    card = scorecard(case)
    missed = card[(card["verdict"] == "misses") & (card["footprint"] != "")]
    assert len(missed[::step]) > 10
    for row in missed[::step].itertuples():
        found = remedy(case, row.criterion, row.footprint)
        for change in filter(None, (found.smallest, found.harmless)):
            where = change.moves[0].to if change.merges else row.footprint
            after = case_for(england, change.plan, Thresholds(), tiers=case.tiers)
            assert verdict(after, row.criterion, where) == "meets", (row, found.sentence)


@dataclass(frozen=True)
class Change:
    """A change that moves so many people and breaks what it is said to."""

    residents_moved: int
    breaks: tuple[str, ...] = ()
    merges: bool = False


BREAKING, HARMLESS = Change(100, ("It splits Birch.",)), Change(300)


@pytest.mark.parametrize(
    ("found", "exact", "at_least", "kept"),
    [
        ([(HARMLESS, None)], True, 300, (HARMLESS, HARMLESS)),
        ([(HARMLESS, 40)], False, 40, (HARMLESS, HARMLESS)),
        ([(BREAKING, None), (HARMLESS, None)], True, 100, (BREAKING, HARMLESS)),
        # That nothing smaller does no harm is not proved.
        ([(BREAKING, None), (HARMLESS, 200)], False, 100, (BREAKING, HARMLESS)),
        ([(BREAKING, 70), (HARMLESS, None)], False, 70, (BREAKING, HARMLESS)),
        ([(None, None)], True, 0, (None, None)),
        ([(None, 50)], False, 50, (None, None)),
        # Of two that move as many, the one that breaks nothing is the smallest.
        ([(BREAKING, None), (Change(100), None)], True, 100, (Change(100), Change(100))),
        (
            [(BREAKING, None), (Change(100, merges=True), None)],
            True,
            100,
            (BREAKING, Change(100, merges=True)),
        ),
    ],
)
def test_a_remedy_is_exact_only_where_both_of_its_changes_are(
    judge, today: Plan, monkeypatch: pytest.MonkeyPatch, found, exact, at_least, kept
) -> None:
    answers = iter(found)
    monkeypatch.setattr(remedies, "_best", lambda *_, **__: next(answers))
    monkeypatch.setattr(remedies, "_sentences", lambda *_: ())
    told = remedy(judge(today), "people", "M")
    assert (told.exact, told.at_least) == (exact, at_least)
    assert (told.smallest, told.harmless) == kept


def test_a_search_that_was_stopped_says_the_least_only_where_it_knows_one() -> None:
    assert remedies.unfinished(1_234) == (
        "The search was not finished: at least 1,234 people would have to move."
    )
    assert "people" not in remedies.unfinished(0)


@pytest.mark.parametrize(
    ("at_least", "searched", "none"),
    [
        (
            0,
            "The search was not finished in its time, so there may be a smaller one.",
            "No single move was found before the search was stopped.",
        ),
        (
            1_234,
            "The search was not finished: at least 1,234 people would have to move.",
            "No single move was found before the search was stopped: at least 1,234 people would "
            "have to move.",
        ),
    ],
)
def test_a_search_that_was_stopped_says_what_it_had_found(
    at_least: int, searched: str, none: str
) -> None:
    found = remedies.Remedy("one_million", "W", None, None, False, at_least)
    assert remedies.unfinished(at_least) == searched
    assert remedies._no_remedy(None, found) == none
