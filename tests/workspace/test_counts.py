"""Counts: options of authorities as plans, with the rest of England as it is."""

from __future__ import annotations

import pytest

from footprint.every_option.as_plans import key_of, read_key
from footprint.every_option.question import Question, QuestionError
from footprint.options.links import LinkError
from footprint.workspace import counts, plans
from tests.shared_workspace import WORK

SOUTH_WEST = Question(region="South West", least=1_000_000)


def option_of(number: int) -> tuple[str, tuple[int, ...]]:
    """The key of an option of the counties and unitaries of the South West, and its grouping."""
    answer = counts.counted(WORK, "utla", SOUTH_WEST)
    option = answer.option(number, 3)
    return counts.key_of(WORK, "utla", option, answer.units), option


@pytest.mark.parametrize("number", [0, 41, 86])
def test_an_option_of_authorities_keeps_each_whole_and_the_rest_of_england_as_it_is(number) -> None:
    key, option = option_of(number)
    plan, today = plans.plan(WORK, key), plans.plan(WORK, f"{counts.TODAY}~teams")
    units = counts.counted(WORK, "utla", SOUTH_WEST).units
    county = counts.bodies_plan(WORK, "utla").footprint_of.astype(str)
    made = plan.footprint_of.astype(str)
    here = county.isin(units.codes)
    assert made[here].groupby(county[here]).nunique().eq(1).all()
    labels = county[here].map(dict(zip(units.codes, option, strict=True)))
    assert labels.groupby(made[here]).nunique().eq(1).all()
    assert made[here].nunique() == 3
    assert (made[~here] == today.footprint_of.astype(str)[~here]).all()
    assert plan.bodies == today.bodies
    assert plan.summary == "One of the ways to group 15 upper-tier authorities."
    assert plan.divided and plan.why_divided
    assert plan.title.endswith(": 3 footprints in the South West")


def test_an_option_of_authorities_is_drawn_on_and_is_the_same_plan() -> None:
    key, _ = option_of(7)
    drawn = counts.as_option(WORK, key)
    assert drawn.plan.teams.pairs == plans.plan(WORK, key).teams.pairs
    assert drawn.base == counts.TODAY


@pytest.mark.parametrize("beyond", [0, 1])
def test_as_many_options_as_are_drawn_are_taken_whole(
    monkeypatch: pytest.MonkeyPatch, beyond: int
) -> None:
    answer = counts.counted(WORK, "utla", SOUTH_WEST)
    many = answer.counted.total(3)
    monkeypatch.setattr(counts, "SIZE", many - beyond)
    drawn = counts.drawn.__wrapped__(WORK, "utla", SOUTH_WEST, 3)
    assert (drawn == tuple(answer.option(number, 3) for number in range(many))) is (not beyond)
    assert len(drawn) == many - beyond


def test_all_authorities_of_england_at_once_are_refused_with_what_to_do() -> None:
    for bodies, many in (("utla", "153 upper-tier authorities"), ("lad", "districts")):
        with pytest.raises(QuestionError, match=rf"{many} are too many .* Choose an NHS region\."):
            counts.counted(WORK, bodies, Question())
    some = counts.bodies_plan(WORK, "utla").footprints[:2]
    assert counts.counted(WORK, "utla", Question(only=tuple(one.id for one in some))).units


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        ([None] * 153, "does not say which bodies go together"),
        ([0] * 152, "does not group 153 bodies"),
        ([1] + [None] * 152, "does not group 1 bodies"),
    ],
)
def test_a_damaged_option_of_authorities_is_refused(labels, why) -> None:
    key = key_of(labels, "utla")
    assert list(read_key(key)[1]) == labels
    with pytest.raises(LinkError, match=why):
        plans.plan(WORK, key)


def test_an_option_of_icbs_leaves_none_out() -> None:
    key = key_of([0, None, *range(1, 35)], "merged-2026-04")
    plan = plans.plan(WORK, key)
    assert len(plan.teams.footprints) == 36
