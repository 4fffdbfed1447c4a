"""Units: the pieces that move whole, their residents, and which are adjacent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from footprint.english import listed_few
from footprint.facts.atlas import Atlas
from footprint.optimum.asked import BLOCKS, Asked, authority_of
from footprint.plans.assignment import PlanError
from footprint.plans.contiguity import adjacency
from footprint.plans.tiers import Tier


@dataclass(frozen=True, eq=False)
class Units:
    """Pieces by number: the blocks and residents of each, and the numbers of those adjacent."""

    blocks: tuple[tuple[str, ...], ...]
    residents: tuple[int, ...]
    adjacent: tuple[frozenset[int], ...]

    def people(self, some: Iterable[int]) -> int:
        """Residents of some units."""
        return sum(self.residents[unit] for unit in some)

    def around(self, some: Iterable[int]) -> frozenset[int]:
        """Units adjacent to some of these and not among them."""
        inside = frozenset(some)
        return frozenset().union(*(self.adjacent[unit] for unit in inside)) - inside

    def component(self, start: int, among: frozenset[int]) -> frozenset[int]:
        """What hangs together with one unit among some."""
        found, edge = {start}, {start}
        while edge:
            edge = {near for unit in edge for near in self.adjacent[unit]} & among - found
            found |= edge
        return frozenset(found)

    def components(self, some: Iterable[int]) -> list[frozenset[int]]:
        """The connected components of some units, that of the lowest number first."""
        left, found = frozenset(some), []
        while left:
            found.append(self.component(min(left), left))
            left -= found[-1]
        return found


def units_of(atlas: Atlas, asked: Asked, tiers: dict[str, Tier], blocks: pd.DataFrame) -> Units:
    """Contract the blocks asked about into the largest pieces that have to move whole."""
    alike = [pd.Series(blocks.index, index=blocks.index), _pieces(blocks, asked, tiers)]
    alike += [authority_of(blocks, tiers[key], asked) for key in asked.whole]
    number = pd.Series(_merged(len(blocks), blocks.index, alike), index=blocks.index)
    groups = blocks.index.to_series().groupby(number)
    near: list[set[int]] = [set() for _ in range(groups.ngroups)]
    place = number.to_dict()
    inside = [pair for pair in adjacency(atlas) if set(pair) <= place.keys()]
    for one, other in inside:
        near[place[one]].add(place[other])
        near[place[other]].add(place[one])
    units = Units(
        blocks=tuple(tuple(group) for _, group in groups),
        residents=tuple(int(n) for n in blocks["residents_2024"].groupby(number).sum()),
        adjacent=tuple(frozenset(found - {unit}) for unit, found in enumerate(near)),
    )
    if asked.one_piece:
        _check_in_one_piece(units, inside)
    return units


def _pieces(blocks: pd.DataFrame, asked: Asked, tiers: dict[str, Tier]) -> pd.Series:
    """What each block moves with, because that is the unit chosen."""
    if asked.unit == BLOCKS:
        return pd.Series(blocks.index, index=blocks.index)
    authority = authority_of(blocks, tiers[asked.unit], asked)
    return authority + "|" + blocks["owner"].reindex(authority.index)


def _merged(count: int, index: pd.Index, alike: list[pd.Series]) -> list[int]:
    """Number the blocks so that those alike in anything have one number."""
    ends: list[tuple[int, int]] = []
    for keys in alike:
        first: dict[str, int] = {}
        for place, key in zip(index.get_indexer(keys.index), keys, strict=True):
            ends.append((first.setdefault(key, place), place))
    rows, columns = zip(*ends, strict=True)
    graph = coo_array(([1] * len(ends), (rows, columns)), shape=(count, count))
    return connected_components(graph, directed=False)[1].tolist()


def _check_in_one_piece(units: Units, pairs: list[tuple[str, str]]) -> None:
    """Refuse units that hang apart by themselves, of which nothing in one piece is made."""
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    apart = [group[0] for group in units.blocks if not _hangs_together(set(group), near)]
    if apart:
        raise PlanError(
            f"What moves whole hangs apart by itself around {listed_few(apart, 5)}: "
            "choose smaller units, or do not ask for footprints in one piece."
        )


def _hangs_together(some: set[str], near: dict[str, set[str]]) -> bool:
    left, edge = set(some), {min(some)}
    while edge:
        left -= edge
        edge = {other for block in edge for other in near.get(block, ())} & left
    return not left
