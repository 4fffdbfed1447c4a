"""The count on England's own bodies, against slower ways to the same numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from footprint.every_option.answer import answer
from footprint.every_option.as_plans import assignment_of
from footprint.every_option.measures import catalogue
from footprint.every_option.question import Question
from footprint.every_option.units import units_of
from footprint.frontier.diagram import TooWideError
from footprint.plans.tiers import tiers as read_tiers

BODIES = ("icb-2023", "merged-2026-04")
TOO_MANY_FIGURES = ("people-below-1500000", "people-below-2000000")
REGIONS = (
    *("East of England", "London", "Midlands", "North East and Yorkshire", "North West"),
    *("South East", "South West"),
)


@pytest.fixture(scope="module")
def counting(england, shipped):
    kinds = read_tiers(england)
    shared = {key: shipped[key].seen_as("bodies") for key in BODIES}

    def ask(bodies="icb-2023", measures=(), **question):
        known = catalogue(kinds)
        chosen = [known[key] for key in measures]
        return answer(england, shared[bodies], kinds, Question(**question), chosen)

    return ask, shared, kinds


def partitions(left: int, near: list[int]) -> Iterator[list[int]]:
    """Groupings in one piece of some units, as bits: first the footprint of the lowest of them."""
    if not left:
        yield []
        return
    lowest = left & -left
    for footprint in pieces_with(lowest, left, near):
        for rest in partitions(left & ~footprint, near):
            yield [footprint, *rest]


def pieces_with(start: int, within: int, near: list[int]) -> set[int]:
    """Every set of units in one piece that holds a unit, as bits."""
    found, waiting = {start}, [start]
    while waiting:
        piece = waiting.pop()
        around = 0
        for unit, others in enumerate(near):
            if piece >> unit & 1:
                around |= others
        around &= within & ~piece
        while around:
            one = around & -around
            around &= ~one
            if piece | one not in found:
                found.add(piece | one)
                waiting.append(piece | one)
    return found


@pytest.mark.parametrize("bodies", BODIES)
@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("least", [0, 1_500_000])
def test_each_region_is_counted_as_when_its_options_are_written_down(
    counting, region, bodies, least
):
    found = counting[0](bodies, region=region, least=least)
    units = found.units
    near = [sum(1 << other for other in around) for around in units.neighbours]
    sizes: dict[int, int] = {}
    for footprints in partitions((1 << len(units)) - 1, near):
        people = [
            sum(units.residents[unit] for unit in range(len(units)) if one >> unit & 1)
            for one in footprints
        ]
        if min(people) >= least:
            sizes[len(footprints)] = sizes.get(len(footprints), 0) + 1
    assert found.by_footprints == dict(sorted(sizes.items()))


def test_england_has_as_many_options_as_was_found_before(counting):
    assert sum(counting[0]().by_footprints.values()) > 10**19
    assert counting[0](least=1_000_000).total(26) > 10**13


@pytest.mark.parametrize("bodies", BODIES[1:])
def test_figures_of_the_count_are_those_the_app_works_out_for_the_same_plan(
    counting, england, bodies
):
    ask, shared, kinds = counting
    draw = random.Random(3)
    known = [key for key in catalogue(kinds) if key not in TOO_MANY_FIGURES]
    counted = [key for key in known if not key.startswith("people-")]
    for keys in [*zip(counted[::2], counted[1::2], strict=False), ("people-below-1000000",)]:
        found = ask(bodies, keys, least=500_000)
        size = draw.choice([12, 20, 25])
        for _ in range(3):
            option = found.option(draw.randrange(found.total(size)), size)
            teams = assignment_of(option, shared[bodies], found.units, shared[bodies])
            plan = shared[bodies].seen_as("teams").with_assigned(teams)
            worked_out = [catalogue(kinds)[key].of_plan(england, plan, 0.01) for key in keys]
            assert list(found.figures(option)) == worked_out, keys


def test_a_measure_of_too_many_figures_is_refused(counting):
    with pytest.raises(TooWideError, match="so many different values"):
        counting[0](measures=(TOO_MANY_FIGURES[0],))


def test_distributions_of_one_measure_add_up_to_the_count_without_it(counting):
    ask = counting[0]
    plain = ask(least=1_000_000)
    for key in ("split-utla", "unfitting-sa", "crossing"):
        measured = ask(measures=(key,), least=1_000_000)
        assert measured.by_footprints == plain.by_footprints
        assert sum(measured.distribution(26).values()) == plain.total(26)


def test_units_are_the_bodies_with_their_people(counting, england):
    shared = counting[1]
    for bodies, count in zip(BODIES, (42, 36), strict=True):
        units = units_of(england, shared[bodies])
        assert len(units) == count
        assert sum(units.residents) == england.blocks["residents_2024"].sum()
