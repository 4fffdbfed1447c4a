"""Found: one option to look at, by its figures, by chance, or nearest to a plan."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from footprint.frontier.counting import NoSuchOptionError, numbered
from footprint.standing import found
from footprint.view import View
from footprint.workspace import plans
from tests.shared_workspace import WORK
from tests.standing.conftest import NORTH_WEST

JOINED = "Whose area joins another is counted there too; Compare tells the two apart."

NONE = NORTH_WEST.with_(footprints=4)
CHANCES = [NORTH_WEST.with_(plan=f"plan-{number}") for number in range(12)]


def test_every_option_comes_up_by_chance_and_none_beside_them() -> None:
    assert len({found.any_one(WORK, view) for view in CHANCES}) == 3
    assert len({found.with_figures(WORK, view, (0, 0)) for view in CHANCES}) == 3


def test_the_best_has_as_many_footprints_as_are_asked_for() -> None:
    plan = plans.plan(WORK, found.best(WORK, NORTH_WEST))
    # The other 39 ICBs of 2023 are as they were.
    assert len(plan.by_id) == 39 + 2


@pytest.mark.parametrize("ask", [found.best, found.any_one])
def test_where_there_is_no_option_none_is_shown(ask) -> None:
    with pytest.raises(NoSuchOptionError):
        ask(WORK, NONE)
    with pytest.raises(NoSuchOptionError, match="no option to show"):
        found.nearest(WORK, NONE, "icb-2023")


def test_the_nearest_to_three_apart_joins_the_pair_with_the_fewest_to_change() -> None:
    # Each of the three is beside both others, so that two footprints join one pair. The smallest,
    # of 1,790,591 people, joins one of the others in two of the three.
    near = found.nearest(WORK, NORTH_WEST, "icb-2023")
    assert (near.pairs, near.changing, near.alike) == (1, 1_790_591, 3)
    assert len(plans.plan(WORK, near.key).by_id) == 39 + 2
    one = found.nearest(WORK, NORTH_WEST.with_(footprints=1), "icb-2023")
    assert (one.pairs, one.changing, one.alike) == (3, 1_790_591 + 2_615_425, 1)
    same = found.nearest(WORK, NORTH_WEST.with_(footprints=3), "icb-2023~bodies")
    assert (same.pairs, same.changing, same.alike) == (0, 0, 1)


def test_of_what_a_plan_divides_most_is_taken_for_all() -> None:
    every = View(bodies="icb-2023", footprints=27)
    near = found.nearest(WORK, every, "proposed-2025-05")
    divided = ("Suffolk and North East Essex", "Hertfordshire and West Essex", "Frimley")
    assert (near.pairs, near.alike, near.divided) == (0, 1, divided)
    plan, option = plans.plan(WORK, "proposed-2025-05~teams"), plans.plan(WORK, near.key)
    people = WORK.atlas.blocks["residents_2024"]
    shared = people.groupby([plan.footprint_of, option.footprint_of]).sum()
    # Every footprint has most of its people in one of the other's, and no two in the same.
    most = shared.groupby(level=0).idxmax()
    assert len({other for _, other in most}) == len(most) == 27
    assert near.changing == people.sum() - shared[list(most)].sum()
    with pytest.raises(NoSuchOptionError, match="divides Frimley"):
        found.nearest(WORK, every.with_(region="South East"), "proposed-2025-05")


@pytest.mark.parametrize("seed", range(20))
def test_those_who_change_footprint_are_the_fewest_over_all_ways_to_name_them(seed) -> None:
    draw = random.Random(seed)
    residents = [draw.randint(1, 9) for _ in range(7)]
    before, after = (numbered([draw.randrange(4) for _ in residents]) for _ in range(2))
    staying = 0
    # Names beyond those of the first are new ones.
    for names in permutations(range(8), max(after) + 1):
        kept = [
            n for n, old, new in zip(residents, before, after, strict=True) if names[new] == old
        ]
        staying = max(staying, sum(kept))
    assert found.changing(before, after, residents) == sum(residents) - staying


@pytest.mark.parametrize(
    ("near", "said"),
    [
        (found.Near("", 0, 0, 1), "It is that plan itself."),
        (
            found.Near("", 0, 7_000, 1, ("Frimley",)),
            "It differs from that plan for at least 7,000 people. "
            "The plan divides Frimley. It was taken to be where most of it is.",
        ),
        (
            found.Near("", 1, 7, 1, ("Frimley", "Essex")),
            "1 pair of neighbours is together in one of the two and apart in the other. "
            f"No option is nearer. At the least 7 people would be in another footprint. {JOINED} "
            "The plan divides Frimley and Essex. Each was taken to be where most of it is.",
        ),
        (
            found.Near("", 1, 7, 1),
            "1 pair of neighbours is together in one of the two and apart in the other. "
            f"No option is nearer. At the least 7 people would be in another footprint. {JOINED}",
        ),
        (
            found.Near("", 2, 7_000, 12),
            "2 pairs of neighbours are together in one of the two and apart in the other. "
            "No option is nearer, and of the 12 as near this one has the fewest in another "
            f"footprint: 7,000 people. {JOINED}",
        ),
        (
            found.Near("", 2, 7_000, 2_001),
            "2 pairs of neighbours are together in one of the two and apart in the other. "
            "No option is nearer, and 2,001 are as near. "
            f"At the least 7,000 people would be in another footprint. {JOINED}",
        ),
    ],
)
def test_how_far_it_is_from_the_plan_is_said(near: found.Near, said: str) -> None:
    assert found.apart_words(near) == said
