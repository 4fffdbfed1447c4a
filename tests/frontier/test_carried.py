"""What a footprint that grows has to know of its people."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import chain, combinations

import pytest

from footprint.frontier import carried
from footprint.frontier.carried import Below, Bundle, People, bundled


def finished_by(carrier: People, held: int, to_come: Sequence[int]) -> set[tuple[int, ...]]:
    """The sets of units to come with which a footprint may be closed."""
    sizes = range(len(to_come) + 1)
    found = set()
    for joining in chain.from_iterable(combinations(to_come, size) for size in sizes):
        people: int | None = held
        for unit in joining:
            people = None if people is None else carrier.join(people, unit)
        if people is not None and carrier.close(people) is not None:
            found.add(joining)
    return found


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("above", [None, 0, 4, 15])
def test_footprints_are_the_same_where_the_same_units_would_finish_them(seed, above):
    draw = random.Random(seed)
    people = tuple(draw.randint(1, 9) for _ in range(5))
    least = draw.randint(0, 18)
    carrier = People(people, least, None if above is None else least + above)
    to_come = tuple(range(draw.randint(0, 5)))
    kept_of: dict[int | None, set[frozenset[tuple[int, ...]]]] = {}
    for held in range(1, (carrier.most or least) + 1):
        finishing = finished_by(carrier, held, to_come)
        kept = carrier.keep(held, to_come)
        assert (kept is None) == (not finishing)
        if kept is not None:
            assert finished_by(carrier, kept, to_come) == finishing
            # What is held is told apart by sums: sets of units with one sum finish alike.
            kept_of.setdefault(kept, set()).add(frozenset(finishing))
    alike = [one for sets in kept_of.values() for one in sets]
    assert len(alike) == len(set(alike)) == len(kept_of.keys() - {None})


def test_of_too_many_sums_people_are_kept_as_they_are(monkeypatch):
    # Of 9 and of 11 people both units to come, of 4 and 8, would have to join for 20.
    assert People((1, 2, 4, 8), 20).keep(9, (2, 3)) == 11
    monkeypatch.setattr(carried, "MOST_SUMS", 3)
    assert People((1, 2, 4, 8), 20).keep(9, (2, 3)) == 9


def test_a_carrier_that_stands_alone_needs_no_bundle():
    people, below = People((1, 2), 2), Below((1, 2), 3, lambda _: 1)
    assert bundled([(people, 1)]) is people
    assert bundled([(below, 8)]) == Bundle(((below, 8),))
    assert bundled([(below, 8)]).close((1,)) == 8
    assert bundled([(people, 1), (below, 8)]).start(0) == (1, 1)
    assert bundled([]).close(()) == 0
