"""Mending: which single moves might put a miss right, each as a program still to be solved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from footprint.criteria.goals import Goals
from footprint.criteria.program import Transfer

# The programs for a footprint that misses, given with one neighbour it could trade with.
Moves = Callable[[Goals, str, str], Iterator[Transfer]]


def either_way(goals: Goals, footprint: str, other: str) -> Iterator[Transfer]:
    """Try every move between the two; whether one does it is left to the verdict."""
    yield Transfer(goals.parts, other, footprint)
    yield Transfer(goals.parts, footprint, other)


def people_come(goals: Goals, footprint: str, other: str) -> Iterator[Transfer]:
    """Take enough people in from the neighbour."""
    inward = Transfer(goals.parts, other, footprint)
    goals.people(inward)
    yield inward


def trusts_come(goals: Goals, footprint: str, other: str) -> Iterator[Transfer]:
    """Take main hospitals of enough acute trusts in from the neighbour."""
    inward = Transfer(goals.parts, other, footprint)
    if goals.trusts(inward):
        yield inward


def splits_mended(goals: Goals, footprint: str, other: str) -> Iterator[Transfer]:
    """Make every local authority whole that the footprint holds a part of."""
    for transfer in either_way(goals, footprint, other):
        goals.authorities(transfer, footprint)
        yield transfer


def borders_shared(goals: Goals, footprint: str, other: str) -> Iterator[Transfer]:
    """Come to be made of whole strategic authorities and nothing else."""
    for transfer in either_way(goals, footprint, other):
        goals.strategic(transfer, footprint)
        yield transfer


def region_left(goals: Goals, footprint: str, other: str) -> Iterator[Transfer]:
    """Give the neighbour all that lies outside one NHS region, whichever that is."""
    here = goals.parts.of(footprint)
    for region in sorted(frozenset().union(*(goals.regions[n] for n in here))):
        leaving = Transfer(goals.parts, footprint, other)
        goals.region(leaving, region)
        yield leaving


def made_one(goals: Goals, footprint: str, other: str) -> Iterator[Transfer]:
    """Come to be in one piece."""
    yield Transfer(goals.parts, other, footprint, unite=footprint)
    yield Transfer(goals.parts, footprint, other, unite=footprint)


@dataclass(frozen=True)
class Mending:
    """What might put a miss of a criterion right.

    `whole_only` says, where only joining a whole neighbour can be judged, why that is so and that
    none does. `splits` says that a miss is a split authority, which a change names itself.
    """

    moves: Moves = either_way
    whole_only: str = ""
    splits: bool = False
