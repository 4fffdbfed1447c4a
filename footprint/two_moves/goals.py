"""Goals: what two moves have to achieve for a test, and which pairs of moves might."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from footprint.criteria.case import STRATEGIC
from footprint.criteria.goals import Goals
from footprint.criteria.parts import Parts
from footprint.plans.tiers import Tier
from footprint.two_moves.pair import Pair, Way

_HAIR = 1e-6
Pairs = Callable[[Goals, str], Iterator[Pair]]


def people_come(goals: Goals, footprint: str) -> Iterator[Pair]:
    """Take enough people in from two neighbours, or from one that another makes up to."""
    least = goals.case.thresholds.least
    people = dict(enumerate(map(float, goals.parts.residents)))
    for ways in (*_both_in(goals.parts, footprint), *_handed_on(goals.parts, footprint)):
        pair = Pair(goals.parts, ways)
        for one in {name for way in ways for name in (way.origin, way.to)}:
            # Only who has enough has to keep it.
            if one == footprint or goals.parts.people(goals.parts.of(one)) >= least:
                pair.require(pair.after(one, people) >= least)
        yield pair


def trusts_come(goals: Goals, footprint: str) -> Iterator[Pair]:
    """Take main hospitals of enough acute trusts in from two neighbours."""
    parts = goals.parts
    here = frozenset().union(*(goals.trusts_here[n] for n in parts.of(footprint)))
    short = goals.case.thresholds.trusts - len(here)
    for ways in _both_in(parts, footprint):
        pair = Pair(parts, ways)
        coming = defaultdict(list)
        for moves in pair.moves:
            for n, move in moves.items():
                for trust in sorted(goals.trusts_here[n] - here):
                    coming[trust].append(1 * move)
        if len(coming) >= short:
            come = {trust: pair.choice() for trust in coming}
            pair.require(*(come[trust] <= sum(coming[trust]) for trust in coming))
            pair.require(sum(come.values()) >= short)
            yield pair


def region_left(goals: Goals, footprint: str) -> Iterator[Pair]:
    """Give two neighbours all that lies outside one NHS region, whichever that is."""
    here = sorted(goals.parts.of(footprint))
    for region in sorted(frozenset().union(*(goals.regions[n] for n in here))):
        for ways in _both_out(goals.parts, footprint):
            pair = Pair(goals.parts, ways)
            outside = [n for n in here if goals.regions[n] != {region}]
            pair.require(*(pair.leaving(n) >= 1 for n in outside))
            yield pair


def splits_mended(goals: Goals, footprint: str) -> Iterator[Pair]:
    """Come to hold no part of a split authority."""
    for ways in _any_way(goals.parts, footprint):
        pair = Pair(goals.parts, ways)
        _authorities(goals, pair, footprint, goals.case.tier)
        yield pair


def borders_shared(goals: Goals, footprint: str) -> Iterator[Pair]:
    """Come to be made of whole strategic authorities and nothing else."""
    tier = goals.case.tiers[STRATEGIC]
    home, tolerance = goals.home[tier.key], goals.case.thresholds.tolerance
    excess = {n: float(p) * ((n not in home) - tolerance) for n, p in enumerate(goals.people_2022)}
    for ways in _any_way(goals.parts, footprint):
        pair = Pair(goals.parts, ways)
        _authorities(goals, pair, footprint, tier)
        pair.require(pair.after(footprint, excess) <= _HAIR)
        yield pair


def made_one(goals: Goals, footprint: str) -> Iterator[Pair]:
    """Come to be in one piece."""
    parts = goals.parts
    pieces = parts.components(parts.of(footprint))
    around = [{parts.footprints[n] for n in parts.around(piece)} for piece in pieces]
    for ways in _any_way(parts, footprint):
        givers = {way.origin for way in ways} - {footprint}
        joined = sum(not givers.isdisjoint(names) for names in around)
        given = sum(way.origin == footprint for way in ways)
        # A move gives away one piece at most, and joins only pieces that border who gives.
        if len(pieces) - given - max(joined - 1, 0) <= 1:
            yield Pair(parts, ways, unite=footprint)


PAIRS: dict[str, Pairs] = {
    "people": people_come,
    "authorities": splits_mended,
    "strategic": borders_shared,
    "region": region_left,
    "trusts": trusts_come,
    "pieces": made_one,
}
"""The tests that two moves are looked for, each with the pairs that might do it.

Not the cap: what a part of an ICB costs is published nowhere.
"""


def _authorities(goals: Goals, pair: Pair, footprint: str, tier: Tier) -> None:
    """Ask that most of each authority comes to be in a footprint, or only what may be outside."""
    tolerance = goals.case.thresholds.tolerance
    people: dict[str, dict[int, float]] = defaultdict(dict)
    for n, authority in goals.home[tier.key].items():
        people[authority][n] = float(goals.people_2022[n])
    near = {footprint, *(way.origin for way in pair.ways)}
    for held in people.values():
        if near.isdisjoint(goals.parts.footprints[n] for n in held):
            continue
        whole = sum(held.values())
        needed = (1 - tolerance) * whole - _HAIR
        most, after = pair.choice(), pair.after(footprint, held)
        pair.require(after >= needed * most, after <= (whole - needed) + whole * most)


def _both_in(parts: Parts, footprint: str) -> Iterator[tuple[Way, Way]]:
    for one, other in combinations(parts.neighbours(footprint), 2):
        yield Way(one, footprint), Way(other, footprint)


def _both_out(parts: Parts, footprint: str) -> Iterator[tuple[Way, Way]]:
    for one, other in combinations(parts.neighbours(footprint), 2):
        yield Way(footprint, one), Way(footprint, other)


def _handed_on(parts: Parts, footprint: str) -> Iterator[tuple[Way, Way]]:
    """What a neighbour gives, it is given by another of its own."""
    for one in parts.neighbours(footprint):
        for other in parts.neighbours(one):
            if other != footprint:
                yield Way(one, footprint), Way(other, one)


def _any_way(parts: Parts, footprint: str) -> Iterator[tuple[Way, Way]]:
    """Two moves of a footprint, in or out, with one neighbour or two."""
    yield from _both_in(parts, footprint)
    yield from _both_out(parts, footprint)
    for one in parts.neighbours(footprint):
        for other in parts.neighbours(footprint):
            yield Way(one, footprint), Way(footprint, other)
