"""The count against options written down one by one, with every condition there is."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from scipy.stats import chisquare

from footprint.frontier.carried import (
    Below,
    Bundle,
    Carrier,
    Fixed,
    Largest,
    People,
    Regions,
)
from footprint.frontier.counting import Counted, NoSuchOptionError, cheapest, numbered
from footprint.frontier.diagram import TooWideError, diagram
from footprint.frontier.watched import Apart, Split, Together, Unfitting, Watch
from tests.frontier.brute import Land, footprints, made_up, options

SEEDS = range(60)
Judge = Callable[[Sequence[int]], int | None]


def counted(land: Land, carriers: Sequence[Carrier] = (), watches: Sequence[Watch] = ()) -> Counted:
    bundle = Bundle(tuple((one, 1) for one in carriers))
    return Counted(diagram(land.neighbours, bundle, [(one, 1) for one in watches]))


def by_hand(land: Land, judge: Judge) -> dict[int, dict[int, int]]:
    """Options by what a judge says they add, and by number of footprints."""
    found: dict[int, Counter[int]] = {}
    for grouping in options(land):
        gain = judge(grouping)
        if gain is not None:
            found.setdefault(gain, Counter())[max(grouping) + 1] += 1
    return {gain: dict(sizes) for gain, sizes in sorted(found.items())}


def some(land: Land, draw: random.Random, least: int = 1) -> tuple[int, ...]:
    count = len(land.people)
    return tuple(sorted(draw.sample(range(count), draw.randint(min(least, count), min(4, count)))))


def people_of(land: Land, grouping: Sequence[int]) -> list[int]:
    return [sum(land.people[unit] for unit in members) for members in footprints(grouping)]


def outside(grouping: Sequence[int], units: Sequence[int], people: Sequence[int]) -> Fraction:
    held = Counter()
    for unit, count in zip(units, people, strict=True):
        held[grouping[unit]] += count
    return 1 - Fraction(max(held.values()), sum(people))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_grouping_in_one_piece_is_counted_once(seed):
    land = made_up(seed)
    assert counted(land).by_gain == by_hand(land, lambda _: 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_of_people_are_kept(seed):
    land, draw = made_up(seed), random.Random(seed)
    least, most = draw.randint(0, 12), draw.choice([None, 9, 15, 25])

    def judge(grouping):
        kept = (least <= size <= (most or size) for size in people_of(land, grouping))
        return 0 if all(kept) else None

    assert counted(land, [People(land.people, least, most)]).by_gain == by_hand(land, judge)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("in_people", [False, True])
def test_what_is_below_a_line_is_counted(seed, in_people):
    land, line = made_up(seed), random.Random(seed).randint(1, 20)

    def judge(grouping):
        return sum(s if in_people else 1 for s in people_of(land, grouping) if s < line)

    carrier = Below(land.people, line, (lambda n: n) if in_people else (lambda _: 1))
    assert counted(land, [carrier]).by_gain == by_hand(land, judge)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("refused", [False, True])
def test_footprints_that_cross_regions_are_counted_or_refused(seed, refused):
    land, draw = made_up(seed), random.Random(seed)
    regions = [frozenset(draw.sample("NSW", draw.choice([1, 1, 1, 1, 2]))) for _ in land.people]

    def judge(grouping):
        crossing = sum(
            len(frozenset().union(*(regions[unit] for unit in members))) > 1
            for members in footprints(grouping)
        )
        return None if refused and crossing else crossing

    assert counted(land, [Regions(regions, refused)]).by_gain == by_hand(land, judge)


@pytest.mark.parametrize("seed", SEEDS)
def test_footprints_that_are_given_are_kept_as_they_are(seed):
    land, draw = made_up(seed), random.Random(seed)
    units = list(range(len(land.people)))
    draw.shuffle(units)
    given = [group for group in (units[:2], units[2:3]) if group]
    carrier = Fixed(
        {unit: number for number, group in enumerate(given) for unit in group},
        {number: len(group) for number, group in enumerate(given)},
    )

    def judge(grouping):
        made = footprints(grouping)
        return 0 if all(sorted(group) in made for group in given) else None

    assert counted(land, [carrier]).by_gain == by_hand(land, judge)


@pytest.mark.parametrize("seed", SEEDS)
def test_units_are_kept_together_and_apart(seed):
    land, draw = made_up(seed), random.Random(seed)
    joined, parted = some(land, draw), some(land, draw)

    def judge(grouping):
        one = len({grouping[unit] for unit in joined}) == 1
        return 0 if one and len({grouping[unit] for unit in parted}) == len(parted) else None

    assert counted(land, [], [Together(joined), Apart(parted)]).by_gain == by_hand(land, judge)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("refused", [False, True])
def test_split_authorities_are_counted_or_refused(seed, refused):
    land, draw = made_up(seed), random.Random(seed)
    tolerance = Fraction(draw.choice(["0", "0.01", "0.25", "0.4"]))
    shared = [some(land, draw) for _ in range(3)]
    people = [tuple(draw.randint(1, 30) for _ in units) for units in shared]
    held = list(zip(shared, people, strict=True))

    def judge(grouping):
        split = sum(outside(grouping, *authority) > tolerance for authority in held)
        return None if refused and split else split

    watches = [Split(units, tuple(map(Fraction, n)), tolerance, refused) for units, n in held]
    assert counted(land, [], watches).by_gain == by_hand(land, judge)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("parted", [False, True])
def test_authorities_made_of_whole_footprints_fit(seed, parted):
    land, draw = made_up(seed), random.Random(seed)
    inside = some(land, draw)
    people = tuple(draw.randint(1, 30) for _ in inside)
    out = frozenset(edge for edge in land.edges if len(set(inside) & set(edge)) == 1)

    def judge(grouping):
        if outside(grouping, inside, people) <= Fraction("0.25"):
            return 0
        made = [m for m in footprints(grouping) if set(m) & set(inside)]
        return int(parted or any(set(members) - set(inside) for members in made))

    watch = Unfitting(inside, tuple(map(Fraction, people)), Fraction("0.25"), out, parted)
    assert counted(land, [], [watch]).by_gain == by_hand(land, judge)


@pytest.mark.parametrize("seed", range(40))
def test_every_number_is_one_option_and_every_option_has_its_number(seed):
    land = made_up(seed, most=6)
    count = counted(land, [People(land.people, 3), Below(land.people, 9, lambda _: 1)])
    seen = []
    for size, many in count.by_footprints.items():
        made = [count.option(number, size) for number in range(many)]
        assert [count.number(one) for one in made] == list(range(many))
        assert all(max(one) + 1 == size for one in made)
        seen += made
    wanted = [one for one in options(land) if min(people_of(land, one)) >= 3]
    assert sorted(seen) == sorted(map(numbered, wanted))
    assert list(count.by_gain) == sorted(count.by_gain)
    for gain, sizes in count.by_gain.items():
        for size, many in sizes.items():
            made = [count.option(number, size, gain) for number in range(many)]
            assert [count.number(one, gain=True) for one in made] == list(range(many))
            assert {count.gain(one) for one in made} == {gain}


def test_an_option_that_is_not_counted_has_no_number():
    land = Land((frozenset({1}), frozenset({0, 2}), frozenset({1})), (5, 1, 5))
    count = counted(land, [People(land.people, 2)])
    for refused in [(0, 1, 0), (0, 1, 2)]:
        with pytest.raises(NoSuchOptionError):
            count.number(refused)
    with pytest.raises(NoSuchOptionError):
        count.option(2, 2)
    with pytest.raises(NoSuchOptionError):
        count.sample(1, 3, seed=1)


def test_a_sample_is_drawn_evenly_and_the_same_each_time():
    land = made_up(12, most=8)
    count = counted(land)
    size = max(count.by_footprints, key=count.by_footprints.__getitem__)
    drawn = count.sample(6_000, size, seed=4)
    met = Counter(drawn)
    assert 20 < count.total(size) < 600
    times = [met[count.option(number, size)] for number in range(count.total(size))]
    assert sum(times) == len(drawn)
    assert chisquare(times).pvalue > 0.001
    assert drawn == count.sample(6_000, size, seed=4) != count.sample(6_000, size, seed=5)


def test_who_is_beside_the_same_as_another_of_the_footprint_is_not_kept_in_mind():
    everybody = tuple(frozenset(range(4)) - {unit} for unit in range(4))
    drawn = diagram(everybody, Bundle(()), [])
    # Of the five groupings of three two leave the same behind: one footprint has two of them.
    assert list(map(len, drawn.turns)) == [1, 1, 2, 4]
    assert Counted(drawn).by_footprints == {1: 1, 2: 7, 3: 6, 4: 1}


def test_too_much_is_refused_with_the_number_in_hand():
    everybody = tuple(frozenset(range(12)) - {unit} for unit in range(12))
    with pytest.raises(TooWideError, match="As many as 11 of the 12 areas"):
        diagram(everybody, Bundle(()), [], most_states=1_000)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cheapest_is_as_cheap_as_any_of_so_many_footprints(seed):
    land, draw = made_up(seed), random.Random(seed)
    sizes = [draw.randint(1, 9) for _ in land.people]
    least = draw.randint(0, 12)

    def judge(grouping):
        if any(size < least for size in people_of(land, grouping)):
            return None
        return -sum(max(sizes[unit] for unit in members) for members in footprints(grouping))

    carriers = Bundle(((People(land.people, least), 1), (Largest(sizes), 1)))
    drawn, known = diagram(land.neighbours, carriers, []), by_hand(land, judge)
    for count in range(len(land.people) + 2):
        found = cheapest(drawn, count)
        gains = [gain for gain, counts in known.items() if count in counts]
        assert (found is None) == (not gains)
        assert not gains or (judge(found), max(found) + 1) == (min(gains), count)
    found = cheapest(drawn)
    assert (None if found is None else judge(found)) == min(known, default=None)
