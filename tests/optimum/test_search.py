"""The optimum, held against every plan there is in small countries."""

import random
from collections.abc import Mapping
from itertools import permutations

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.answer import Answer, Progress, sentences
from footprint.optimum.asked import Asked, home_regions, scope
from footprint.optimum.certificate import check
from footprint.optimum.search import optimum
from footprint.plans.assignment import PlanError
from footprint.plans.plan import Plan
from tests.optimum.by_hand import ByHand


def asked_at_random(plan: Plan, chance: random.Random) -> Asked:
    aim = chance.choice(["movers", "movers", "split", "even"])
    stays = chance.random() < 0.3
    count = chance.choice([None, None, 2, 3])
    if aim != "movers" and not stays and count is None:
        count = 2
    ids = sorted(plan.by_id)
    return Asked(
        plan=plan,
        aim=aim,
        unit=chance.choice(["block", "block", "lad"]),
        whole=chance.choice([(), (), ("lad",), ("utla",)]),
        split=chance.choice(["lad", "utla"]) if aim == "split" else "",
        least=chance.choice([0, 60, 120, 150]),
        one_piece=chance.random() < 0.8,
        stays=stays,
        footprints=count,
        locked=frozenset(chance.sample(ids, 1)) if chance.random() < 0.2 else frozenset(),
        inside_regions=chance.random() < 0.2,
        region=chance.choice(["", "", "", "North"]),
    )


@pytest.mark.parametrize("seeds", [range(n, n + 25) for n in range(0, 100, 25)], ids=str)
def test_no_plan_is_better_than_the_optimum_and_none_is_missed(country, seeds: range) -> None:
    found = 0
    for seed in seeds:
        chance = random.Random(seed)
        atlas, plan = country(seed)
        asked = asked_at_random(plan, chance)
        if asked.region and asked.region not in set(atlas.blocks["nhs_region"]):
            continue
        by_hand = ByHand(atlas, asked).best()
        try:
            answer = optimum(atlas, asked, seconds=30)
        except PlanError as refused:
            assert "hangs apart by itself" in str(refused)
            continue
        assert answer.state == ("impossible" if by_hand is None else "proved"), seed
        assert answer.value == by_hand, seed
        assert check(atlas, asked, answer) == ()
        assert all(sentence.endswith(".") for sentence in sentences(atlas, answer))
        found += by_hand is not None
        if asked.aim != "movers" and not asked.stays and answer.pairs:
            assert moved(atlas, answer) == fewest_moved(atlas, answer), seed
    assert found > 3


def moved(atlas: Atlas, answer: Answer, name: Mapping[str, str] | None = None) -> int:
    """How many residents are in another footprint than before, by the answer's names or others."""
    people, before = atlas.blocks["residents_2024"], answer.asked.plan.footprint_of
    found = {block: (name or {}).get(one, one) for block, one in answer.pairs}
    return sum(int(people[block]) for block, one in found.items() if before[block] != one)


def fewest_moved(atlas: Atlas, answer: Answer) -> int:
    """The same by the best of all names that the footprints found may have."""
    asked, blocks = answer.asked, scope(atlas, answer.asked)
    home, region = home_regions(blocks), blocks["nhs_region"]
    lies = {one: region[block] for block, one in answer.pairs}
    found = sorted(set(lies) - asked.locked)
    names = sorted(set(blocks["owner"]) - asked.locked)
    tried = (dict(zip(found, some, strict=True)) for some in permutations(names, len(found)))
    return min(
        moved(atlas, answer, name)
        for name in tried
        if not asked.inside_regions or all(home[to] == lies[one] for one, to in name.items())
    )


def test_the_toy_country_keeps_birch_whole_by_moving_the_fewer_of_its_people(
    toy: Atlas, today: Plan
) -> None:
    answer = optimum(toy, Asked(today, whole=("lad",)))
    assert (answer.value, answer.bound, answer.proved) == (200, 200, True)
    assert dict(answer.pairs)["B-1"] == "M"
    assert sentences(toy, answer)[0].startswith(
        "200 people change footprint, and no plan comes to fewer, which is proved"
    )
    assert answer.plan.blocks_of("M") == ["B-1", "B-3"]
    assert "All 3 footprints remain." in sentences(toy, answer)


def test_a_footprint_that_vanishes_is_named(toy: Atlas, today: Plan) -> None:
    answer = optimum(toy, Asked(today, least=450))
    assert (answer.value, set(answer.plan.by_id)) == (400, {"W", "E"})
    said = "Of 3 footprints 2 remain. Middle vanishes into others."
    assert said in sentences(toy, answer)


def test_what_is_impossible_is_said_to_be_proved_impossible(toy: Atlas, today: Plan) -> None:
    answer = optimum(toy, Asked(today, least=2_200))
    assert (answer.state, answer.proved, answer.value, answer.bound) == (
        *("impossible", True, None, None),
    )
    assert answer.pairs == ()
    assert "no plan meets all that was asked, which is proved" in sentences(toy, answer)[0].lower()


def test_regions_are_solved_one_by_one_and_add_up(toy: Atlas, divided: Plan) -> None:
    answer = optimum(toy, Asked(divided, least=500, inside_regions=True))
    assert [part.name for part in answer.parts] == ["Islands", "Mainland"]
    assert answer.value == sum(part.value for part in answer.parts) == 400
    assert "the figures add up" in " ".join(sentences(toy, answer))


def test_a_search_without_time_says_what_is_known_and_no_more(toy: Atlas, today: Plan) -> None:
    asked = Asked(today, whole=("lad",), stays=True, least=450)
    for stopped in (
        optimum(toy, asked, seconds=0.0),
        optimum(toy, asked, cancelled=lambda: True),
    ):
        assert not stopped.proved
        assert stopped.state in ("found", "unknown")
        assert stopped.bound == 0
        assert "no plan comes to fewer than 0" in sentences(toy, stopped)[0]


def test_progress_tells_a_bound_that_only_rises(toy: Atlas, today: Plan) -> None:
    told: list[Progress] = []
    answer = optimum(toy, Asked(today, whole=("lad",), least=700), tell=told.append)
    bounds = [progress.bound for progress in told]
    assert bounds
    assert bounds == sorted(bounds)
    assert bounds[-1] <= answer.bound


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"whole": ("parish",)}, "no tier called parish"),
        ({"locked": frozenset({"Z"})}, "no footprint Z to lock"),
        (
            {"locked": frozenset("ZVXUWYT")},
            "no footprint T, U, V, X, Y and Z to lock",
        ),
        ({"region": "Moon"}, "no NHS region Moon"),
        ({"aim": "split"}, "Name the tier"),
        ({"aim": "even"}, "One footprint for all"),
    ],
)
def test_what_cannot_be_asked_is_refused(toy: Atlas, today: Plan, wrong, said: str) -> None:
    with pytest.raises(PlanError, match=said):
        optimum(toy, Asked(today, **wrong))
