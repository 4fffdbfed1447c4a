"""Parts: what may move, each district's part of each footprint, and what lies beside what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.plans import contiguity
from footprint.plans.plan import Plan


@dataclass(frozen=True, eq=False)
class Parts:
    """Every district's part of every footprint: whose it is, its people, and those adjacent."""

    lads: tuple[str, ...]
    footprints: tuple[str, ...]
    blocks: tuple[tuple[str, ...], ...]
    residents: tuple[int, ...]
    adjacent: tuple[frozenset[int], ...]

    def of(self, footprint: str) -> frozenset[int]:
        """The parts of one footprint."""
        return frozenset(n for n, holder in enumerate(self.footprints) if holder == footprint)

    def around(self, members: Iterable[int]) -> frozenset[int]:
        """The parts adjacent to some of these and not among them."""
        inside = frozenset(members)
        return frozenset().union(*(self.adjacent[n] for n in inside)) - inside

    def components(self, members: Iterable[int]) -> list[frozenset[int]]:
        """The connected components of a set of parts, the one with most residents first."""
        left, found = set(members), []
        while left:
            component = edge = {left.pop()}
            while edge := (self.around(edge) & left):
                component = component | edge
                left -= edge
            found.append(frozenset(component))
        return sorted(found, key=lambda one: (-self.people(one), min(one)))

    def people(self, members: Iterable[int]) -> int:
        """Residents of a set of parts in mid-2024."""
        return sum(self.residents[n] for n in members)

    def neighbours(self, footprint: str) -> list[str]:
        """The footprints adjacent to one, by land or crossing, sorted."""
        return sorted({self.footprints[n] for n in self.around(self.of(footprint))})


def parts_of(atlas: Atlas, plan: Plan) -> Parts:
    """Cut a plan's footprints along district lines."""
    held = pd.DataFrame({"lad": atlas.blocks["lad"], "footprint": plan.footprint_of}).dropna()
    grouped = held.groupby(["lad", "footprint"], sort=True)
    number, groups = grouped.ngroup(), grouped.groups
    people = atlas.blocks["residents_2024"].groupby(number).sum()
    return Parts(
        lads=tuple(lad for lad, _ in groups),
        footprints=tuple(footprint for _, footprint in groups),
        blocks=tuple(tuple(blocks) for blocks in groups.values()),
        residents=tuple(int(count) for count in people),
        adjacent=_adjacent(len(groups), number.to_dict(), contiguity.adjacency(atlas)),
    )


def _adjacent(
    count: int, part_of: dict[str, int], joined: Iterable[tuple[str, str]]
) -> tuple[frozenset[int], ...]:
    found: list[set[int]] = [set() for _ in range(count)]
    for pair in joined:
        if set(pair) <= part_of.keys():
            one, other = (part_of[block] for block in pair)
            found[one].add(other)
            found[other].add(one)
    return tuple(frozenset(near - {n}) for n, near in enumerate(found))
