"""Contiguity: whether a footprint is in one piece, by land and by declared crossings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan


def neighbours(atlas: Atlas, plan: Plan) -> frozenset[tuple[str, str]]:
    """Pairs of footprints that share a land border; touching at a point does not count."""
    one = atlas.borders["block_a"].map(plan.footprint_of)
    other = atlas.borders["block_b"].map(plan.footprint_of)
    pairs = zip(one, other, strict=True)
    return frozenset((min(a, b), max(a, b)) for a, b in pairs if a != b)


def owners_beside(atlas: Atlas, plan: Plan, blocks: Iterable[str]) -> list[str]:
    """Footprints that hold land next to some blocks, or those blocks, by length of border."""
    some, owner, borders = set(blocks), plan.assigned.owner_of, atlas.borders
    lengths: dict[str, float] = {}
    ends = zip(borders["block_a"], borders["block_b"], borders["length_km"], strict=True)
    for one, other, length in ends:
        if some & {one, other}:
            for footprint in {owner[one], owner[other]}:
                lengths[footprint] = lengths.get(footprint, 0) + length
    return sorted(lengths, key=lambda footprint: (-lengths[footprint], footprint))


@dataclass(frozen=True)
class Crossing:
    """A way over water that joins two blocks, and what it is."""

    block_a: str
    block_b: str
    reason: str


def component_of(atlas: Atlas, plan: Plan) -> pd.Series:
    """Number the connected components of all footprints, land and crossings joining; by block."""
    return _components(plan, adjacency(atlas))


def land_component_of(atlas: Atlas, plan: Plan) -> pd.Series:
    """Number the connected components of all footprints, only land joining; by block.

    A pair that is declared a crossing does not count, whatever sliver of shore the two share.
    """
    crossed = set(_pairs(atlas.links))
    return _components(plan, [pair for pair in _pairs(atlas.borders) if pair not in crossed])


def adjacency(atlas: Atlas) -> list[tuple[str, str]]:
    """Pairs of blocks that are adjacent: joined by land or by a declared crossing."""
    return [*_pairs(atlas.borders), *_pairs(atlas.links)]


def _pairs(table: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(table["block_a"].tolist(), table["block_b"].tolist(), strict=True))


def _components(plan: Plan, pairs: list[tuple[str, str]]) -> pd.Series:
    owner = dict(plan.assignment)
    place = {block: number for number, block in enumerate(owner)}
    within = [
        (place[one], place[other])
        for one, other in pairs
        if one in owner and other in owner and owner[one] == owner[other]
    ]
    ends = np.array(within, dtype=int).reshape(-1, 2).T
    graph = coo_array((np.ones(ends.shape[1]), ends), shape=(len(owner), len(owner)))
    return pd.Series(connected_components(graph, directed=False)[1], index=list(owner))


def components(atlas: Atlas, plan: Plan) -> pd.Series:
    """Count the connected components of each footprint; declared crossings join."""
    component = component_of(atlas, plan)
    return component.groupby(plan.footprint_of).nunique().rename_axis("footprint")


def relied_on(atlas: Atlas, plan: Plan) -> dict[str, tuple[Crossing, ...]]:
    """Crossings that join what land leaves apart, for each footprint that has any."""
    owner, component = dict(plan.assignment), land_component_of(atlas, plan).to_dict()
    found: dict[str, tuple[Crossing, ...]] = {}
    for one, other, reason in atlas.links[["block_a", "block_b", "reason"]].to_numpy():
        home = owner.get(one)
        if home and home == owner.get(other) and component[one] != component[other]:
            found[home] = (*found.get(home, ()), Crossing(one, other, reason))
    return found
