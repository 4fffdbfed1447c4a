"""A criterion is one function and one entry: everything else follows from the entry."""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest

from footprint.criteria.case import MEETS, MISSES, Case, Judgement, Thresholds
from footprint.criteria.catalogue import (
    BY_KEY,
    CRITERIA,
    LINES,
    OF_FOOTPRINTS,
    case_for,
    counts,
    scorecard,
)
from footprint.criteria.criterion import Choice, Criterion, Line, Words, label_of
from footprint.criteria.differences import Side, criterion_lines
from footprint.criteria.mending import Mending
from footprint.criteria.remedies import remedy
from footprint.criteria.scorecard import by_kind, criterion_sentence, rows_of, take_away
from footprint.maps.verdicts import FILLS, verdict_layer
from footprint.plans.plan import Plan
from footprint.plans.scope import england_of
from footprint.view import from_query
from tests.house.code import files, name_of, tree

TOY = Thresholds(least=300, trusts=1)
OTHERS = ("footprint/maps/verdicts.py", "ui/criteria/*.py")


def not_too_many(case: Case) -> list[Judgement]:
    return [
        Judgement(one, MISSES if people > 1_000 else MEETS, f"{people:,} of at most 1,000.")
        for one, people in case.residents.items()
    ]


def everybody_meets(case: Case) -> list[Judgement]:
    return [Judgement(one, MEETS, "As everybody does.") for one in case.plan.by_id]


ENTRY = Criterion(
    "most", "At most 1,000 people", "measured", "footprint", "Mid-2024.", judge=not_too_many
)


def entered(monkeypatch: pytest.MonkeyPatch, criterion: Criterion) -> None:
    for catalogue in (BY_KEY, OF_FOOTPRINTS):
        monkeypatch.setitem(catalogue, criterion.key, criterion)


@pytest.fixture
def case(monkeypatch: pytest.MonkeyPatch, toy, today: Plan) -> Case:
    """West and Middle have at most 1,000 people; East, Cedar's 500 and Dune's 600, has more."""
    entered(monkeypatch, ENTRY)
    return case_for(toy, today, TOY, costs={})


def test_a_new_criterion_is_judged_counted_and_listed(case):
    card = scorecard(case)
    rows = card[card["criterion"] == "most"].set_index("footprint")
    assert rows["verdict"].to_dict() == {"W": "meets", "M": "meets", "E": "misses"}
    assert counts(card).loc["most"].tolist() == [2, 1, 0, 0, 0]
    assert ENTRY in by_kind("measured", [])
    assert ENTRY in by_kind("must", ["most"])
    assert rows_of(case, card, ENTRY).iloc[0].tolist() == ["Misses", "1,100 of at most 1,000."]


def test_a_new_criterion_is_in_the_sentence_by_its_label(case, monkeypatch):
    assert "; 1 misses “At most 1,000 people”." in take_away(case, scorecard(case), [])
    assert " 1 misses a test you call a must." in take_away(case, scorecard(case), ["most"])
    entered(monkeypatch, replace(ENTRY, judge=everybody_meets))
    assert "meet “At most 1,000 people”;" in take_away(case, scorecard(case), [])


def test_a_new_criterion_is_said_in_words_of_its_own_and_in_its_turn(case, monkeypatch):
    words = Words(
        met=lambda drawn: f"stay under {drawn.trusts}",
        missed=lambda n, _: f"{n} grew",
        moved=lambda drawn: f"At most {drawn.trusts}",
        turn=0,
    )
    entered(monkeypatch, replace(ENTRY, words=words))
    said = take_away(case, scorecard(case), [])
    assert said.index("1 grew") < said.index("part of a split")
    entered(monkeypatch, replace(ENTRY, words=words, judge=everybody_meets))
    assert ": all stay under 1" in take_away(case, scorecard(case), [])
    assert label_of(BY_KEY["most"], Thresholds()) == "At most 1,000 people"
    assert label_of(BY_KEY["most"], Thresholds(trusts=5)) == "At most 5"


def test_a_new_criterion_has_a_map_and_a_sentence_of_its_own(case):
    card = scorecard(case)
    layer = verdict_layer(case, card, ENTRY)
    fills = {area.id: area.fill for area in layer.areas}
    assert fills == {"W": FILLS[MEETS], "M": FILLS[MEETS], "E": FILLS[MISSES]}
    assert layer.legend_title == "At most 1,000 people"
    assert criterion_sentence(case, card, ENTRY) == (
        "2 of 3 ICBs meet “At most 1,000 people”. 1 misses it: East."
    )


def test_a_new_criterion_has_a_line_in_a_comparison(case):
    side = Side(
        case.plan,
        england_of(case.plan),
        case.residents.to_frame("residents"),
        {},
        scorecard(case),
    )
    (line,) = (one for one in criterion_lines([side, side], TOY) if "1,000" in one.label)
    assert line.said == ("1 of 3 misses", "1 of 3 misses")


def test_what_would_mend_a_new_criterion_is_looked_for_among_all_moves(case):
    found = remedy(case, "most", "E")
    assert [move.area for move in found.smallest.moves] == ["C"]
    assert found.smallest.residents_moved == 500
    assert found.exact
    assert found.sentence.startswith("Move Cedar (500 people) from East to Middle: the smallest")


def test_what_can_only_be_judged_whole_is_said_to_be(case, monkeypatch):
    why = "nobody counts parts, and no neighbour does"
    entered(monkeypatch, replace(ENTRY, mend=Mending(whole_only=why)))
    assert remedy(case, "most", "E").sentence == f"No single move would put this right: {why}."


@pytest.mark.usefixtures("case")
def test_a_change_says_that_it_breaks_a_new_criterion(toy, make_plan):
    # East, of Cedar and Dune, would come to have enough with Birch, and then has too many.
    plan = make_plan("W", "W", "M", "M", "M", "E")
    found = remedy(case_for(toy, plan, Thresholds(least=700, trusts=1), costs={}), "people", "E")
    assert any("would miss “At most 1,000 people”" in said for said in found.smallest.breaks)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.field)
def test_every_line_goes_as_far_as_the_address_bar_lets_it(line: Line | Choice):
    if isinstance(line, Choice):
        offered = {line.field: line.values}
        assert all(not from_query({line.field: one}, offered)[1] for one in line.values)
        return
    ends = (line.low * line.per, line.high * line.per)
    assert all(not from_query({line.field: f"{end:.0f}"}, {})[1] for end in ends)
    assert all(from_query({line.field: f"{end:.0f}"}, {})[1] for end in (ends[0] - 1, ends[1] + 1))


def test_lines_stand_in_the_order_of_the_criteria_each_once():
    assert [line.field for line in LINES] == ["least", "whole", "tolerance", "cap", "trusts"]
    named = [line for criterion in CRITERIA for line in criterion.lines]
    assert all(line in LINES for line in named)
    assert len(LINES) < len(named)


# What a harmless move must leave as it is, as rows that spare the solver what the verdicts refuse.
SPARED = {"footprint/criteria/goals.py": {"authorities", "region"}}


@pytest.mark.parametrize("path", files("footprint/criteria/*.py", *OTHERS), ids=name_of)
def test_only_the_catalogue_tells_criteria_apart(path):
    named = {
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and node.value in set(BY_KEY)
    }
    if path.name == "catalogue.py":
        assert named == set(BY_KEY)
    else:
        assert named == SPARED.get(name_of(path), set())
