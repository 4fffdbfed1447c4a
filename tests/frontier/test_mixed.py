"""Every condition and measure drawn in or out of a mix, and each mix held against brute force."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import pytest

from footprint.frontier.carried import Below, Bundle, Carrier, Fixed, People, Regions
from footprint.frontier.counting import Counted
from footprint.frontier.diagram import diagram
from footprint.frontier.watched import Apart, Differs, Split, Together, Unfitting, Watch
from tests.frontier.brute import Land, footprints, made_up, options

STRIDE = 1_000
LOTS = [range(start, start + 60) for start in range(0, 360, 60)]
Grouping = Sequence[int]


@dataclass(frozen=True)
class Condition:
    """Something that is asked, as the count follows it and as it is judged by hand.

    judge: what one option adds to the measure, or None where it is refused.
    """

    judge: Callable[[Grouping], int | None]
    carriers: tuple[Carrier, ...] = ()
    watches: tuple[Watch, ...] = ()


def sizes(people: Sequence[int], grouping: Grouping) -> list[int]:
    return [sum(people[unit] for unit in members) for members in footprints(grouping)]


def some(land: Land, draw: random.Random, most: int = 3) -> tuple[int, ...]:
    units = range(len(land.people))
    return tuple(sorted(draw.sample(units, draw.randint(1, min(most, len(units))))))


def passed(kept: bool) -> int | None:
    return 0 if kept else None


def least_people(land: Land, draw: random.Random) -> Condition:
    least = draw.randint(2, 8)
    judge = lambda option: passed(min(sizes(land.people, option)) >= least)  # noqa: E731
    return Condition(judge, (People(land.people, least),))


def people_within(land: Land, draw: random.Random) -> Condition:
    weighted = tuple(draw.randint(1, 9) for _ in land.people)
    least, most = draw.randint(0, 4), draw.randint(14, 40)
    judge = lambda option: passed(  # noqa: E731
        all(least <= size <= most for size in sizes(weighted, option))
    )
    return Condition(judge, (People(weighted, least, most),))


def regions_kept(land: Land, draw: random.Random) -> Condition:
    regions = [frozenset(draw.choice(["N", "N", "S"])) for _ in land.people]
    judge = lambda option: passed(not crossings(regions, option))  # noqa: E731
    return Condition(judge, (Regions(regions, refused=True),))


def regions_crossed(land: Land, draw: random.Random) -> Condition:
    regions = [frozenset(draw.sample("NSW", draw.choice([1, 1, 2]))) for _ in land.people]
    judge = lambda option: crossings(regions, option)  # noqa: E731
    return Condition(judge, (Regions(regions, refused=False),))


def crossings(regions: Sequence[frozenset[str]], option: Grouping) -> int:
    return sum(
        len(frozenset().union(*(regions[unit] for unit in members))) > 1
        for members in footprints(option)
    )


def given(land: Land, draw: random.Random) -> Condition:
    # Two neighbours where there are any: others are hardly ever an option.
    edges = sorted(land.edges)
    group = draw.choice(edges) if edges and draw.random() < 0.6 else some(land, draw, most=1)
    judge = lambda option: passed(sorted(group) in footprints(option))  # noqa: E731
    return Condition(judge, (Fixed(dict.fromkeys(group, 0), {0: len(group)}),))


def together(land: Land, draw: random.Random) -> Condition:
    units = some(land, draw, most=2)
    return Condition(lambda o: passed(len({o[u] for u in units}) == 1), (), (Together(units),))


def apart(land: Land, draw: random.Random) -> Condition:
    units = some(land, draw)
    judge = lambda option: passed(len({option[u] for u in units}) == len(units))  # noqa: E731
    return Condition(judge, (), (Apart(units),))


def below(land: Land, draw: random.Random) -> Condition:
    line = draw.randint(4, 16)
    judge = lambda option: sum(size < line for size in sizes(land.people, option))  # noqa: E731
    return Condition(judge, (Below(land.people, line, lambda _: 1),))


def outside(held: dict[int, int], option: Grouping) -> Fraction:
    here: Counter[int] = Counter()
    for unit, people in held.items():
        here[option[unit]] += people
    return 1 - Fraction(max(here.values()), sum(held.values()))


def whole(land: Land, draw: random.Random) -> Condition:
    held = {unit: draw.randint(1, 30) for unit in some(land, draw, most=2)}
    limit = Fraction(draw.choice(["0.1", "0.3"]))
    judge = lambda option: passed(outside(held, option) <= limit)  # noqa: E731
    people = tuple(map(Fraction, held.values()))
    return Condition(judge, (), (Split(tuple(held), people, limit, refused=True),))


def splits(land: Land, draw: random.Random) -> Condition:
    held = {unit: draw.randint(1, 30) for unit in some(land, draw)}
    limit = Fraction(draw.choice(["0", "0.2"]))
    people = tuple(map(Fraction, held.values()))
    return Condition(
        lambda o: int(outside(held, o) > limit), (), (Split(tuple(held), people, limit),)
    )


def unfitting(land: Land, draw: random.Random) -> Condition:
    held = {unit: draw.randint(1, 30) for unit in some(land, draw)}
    limit, parted = Fraction("0.2"), draw.random() < 0.5

    def judge(option: Grouping) -> int:
        if outside(held, option) <= limit:
            return 0
        made = [set(members) for members in footprints(option) if set(members) & set(held)]
        return int(parted or any(members - set(held) for members in made))

    out = frozenset(edge for edge in land.edges if len(set(held) & set(edge)) == 1)
    people = tuple(map(Fraction, held.values()))
    return Condition(judge, (), (Unfitting(tuple(held), people, limit, out, parted),))


def near(land: Land, draw: random.Random) -> Condition:
    other = [draw.randrange(3) for _ in land.people]
    edges = sorted(land.edges)
    judge = lambda option: sum(  # noqa: E731
        (option[a] == option[b]) != (other[a] == other[b]) for a, b in edges
    )
    return Condition(judge, (), tuple(Differs(e, other[e[0]] == other[e[1]]) for e in edges))


KINDS = (
    *(least_people, people_within, regions_kept, regions_crossed, given, together, apart),
    *(below, whole, splits, unfitting, near),
)


def mix(seed: int) -> list[Callable[[Land, random.Random], Condition]]:
    """What is asked at once: each condition and measure is in or out by chance."""
    draw = random.Random(f"mix {seed}")
    return [kind for kind in KINDS if draw.random() < 0.35]


def asked(seed: int) -> tuple[Land, list[Condition]]:
    land, draw = made_up(seed, most=7), random.Random(f"asked {seed}")
    return land, [kind(land, draw) for kind in mix(seed)]


def counted(land: Land, conditions: Sequence[Condition]) -> Counted:
    strides = [STRIDE**place for place in range(len(conditions))]
    held = list(zip(conditions, strides, strict=True))
    carriers = tuple((one, by) for condition, by in held for one in condition.carriers)
    watches = [(one, by) for condition, by in held for one in condition.watches]
    return Counted(diagram(land.neighbours, Bundle(carriers), watches))


def by_hand(land: Land, conditions: Sequence[Condition]) -> dict[int, dict[int, int]]:
    found: dict[int, Counter[int]] = {}
    for option in options(land):
        gains = [condition.judge(option) for condition in conditions]
        if None not in gains:
            gain = sum(one * STRIDE**place for place, one in enumerate(gains))
            found.setdefault(gain, Counter())[max(option) + 1] += 1
    return {gain: dict(many) for gain, many in sorted(found.items())}


@pytest.mark.parametrize("seeds", LOTS, ids=str)
def test_any_mix_of_conditions_and_measures_is_counted_as_by_hand(seeds: range) -> None:
    left = 0
    for seed in seeds:
        land, conditions = asked(seed)
        found = by_hand(land, conditions)
        assert counted(land, conditions).by_gain == found, (seed, mix(seed))
        left += bool(found)
    # Mixes that leave nothing would show little.
    assert left > len(seeds) / 3


def test_every_pair_of_conditions_is_met_where_some_option_is_left() -> None:
    met: Counter[tuple[object, object]] = Counter()
    for seed in (seed for seeds in LOTS for seed in seeds):
        if counted(*asked(seed)).by_gain:
            met.update(combinations(mix(seed), 2))
    assert set(met) == set(combinations(KINDS, 2))
    assert min(met.values()) > 3
