"""Options found the long way: every set partition written down, and each looked at by itself."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Land:
    """A made-up country: who is beside whom, and how many live where."""

    neighbours: tuple[frozenset[int], ...]
    people: tuple[int, ...]

    @property
    def edges(self) -> frozenset[tuple[int, int]]:
        return frozenset(
            (one, other)
            for one, near in enumerate(self.neighbours)
            for other in near
            if one < other
        )


def made_up(seed: int, most: int = 8) -> Land:
    """A country of at most so many units; not all of it need hang together."""
    draw = random.Random(seed)
    count = draw.randint(1, most)
    share = draw.choice([0.2, 0.35, 0.5, 0.8])
    near: list[set[int]] = [set() for _ in range(count)]
    for one in range(count):
        for other in range(one):
            if draw.random() < share:
                near[one].add(other)
                near[other].add(one)
    return Land(tuple(map(frozenset, near)), tuple(draw.randint(1, 9) for _ in range(count)))


def set_partitions(count: int) -> Iterator[tuple[int, ...]]:
    """Every grouping of so many things, footprints numbered as they come."""

    def grown(so_far: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if len(so_far) == count:
            yield so_far
            return
        for label in range(max(so_far, default=-1) + 2):
            yield from grown((*so_far, label))

    return grown(())


def in_one_piece(members: Sequence[int], land: Land) -> bool:
    """Whether some units hang together, found by walking."""
    reached, waiting = {members[0]}, [members[0]]
    while waiting:
        for other in land.neighbours[waiting.pop()]:
            if other in members and other not in reached:
                reached.add(other)
                waiting.append(other)
    return len(reached) == len(members)


def footprints(grouping: Sequence[int]) -> list[list[int]]:
    """The members of each footprint."""
    found: list[list[int]] = [[] for _ in range(max(grouping) + 1)]
    for unit, label in enumerate(grouping):
        found[label].append(unit)
    return found


def options(land: Land) -> list[tuple[int, ...]]:
    """Every grouping whose footprints are in one piece."""
    return [
        grouping
        for grouping in set_partitions(len(land.people))
        if all(in_one_piece(members, land) for members in footprints(grouping))
    ]
