"""Problems: what is asked in whole numbers, units that go to footprints, ready for a solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.optimum.asked import (
    Aim,
    Asked,
    authority_of,
    check_asked,
    hearts,
    home_regions,
    scope,
)
from footprint.optimum.units import Units, units_of
from footprint.plans.tiers import tiers

Owner = Mapping[int, str]
"""The footprint of each unit."""


@dataclass(frozen=True, eq=False)
class Problem:
    """Which unit may go to which footprint, and what that costs.

    `may` gives each footprint the units it may hold, `cost` the residents who change footprint
    when a unit goes there. `heart` gives a footprint that stays the unit it keeps. `groups` are
    the units of each authority that may come out split, where these are counted. `name` is the
    NHS region, or "" for everything at once.
    """

    units: Units
    some: frozenset[int]
    may: Mapping[str, frozenset[int]]
    cost: Mapping[tuple[int, str], int]
    heart: Mapping[str, int]
    groups: tuple[frozenset[int], ...]
    aim: Aim
    least: int
    one_piece: bool
    footprints: int | None
    name: str = ""


def problem_of(atlas: Atlas, asked: Asked) -> Problem:
    """Put what is asked into whole numbers."""
    known = tiers(atlas)
    check_asked(atlas, asked, known)
    blocks = scope(atlas, asked)
    units = units_of(atlas, asked, known, blocks)
    may = _may(blocks, units, asked)
    groups = authority_of(blocks, known[asked.split], asked) if asked.split else None
    return Problem(
        units=units,
        some=frozenset(range(len(units.blocks))),
        may=may,
        cost=_cost(blocks, units, may),
        heart=_heart(blocks, units, asked),
        groups=() if groups is None else _groups(groups, units),
        aim=asked.aim,
        least=asked.least,
        one_piece=asked.one_piece,
        footprints=asked.footprints,
    )


def by_region(atlas: Atlas, asked: Asked, problem: Problem) -> list[Problem]:
    """Take a problem apart where regions are never crossed and what is asked adds up over them."""
    if not asked.inside_regions or asked.footprints is not None or asked.aim == "even":
        return [problem]
    region, home = atlas.blocks["nhs_region"], home_regions(scope(atlas, asked))
    of_unit = [region[blocks[0]] for blocks in problem.units.blocks]
    return [
        _part(problem, name, [u for u in problem.some if of_unit[u] == name], home)
        for name in sorted(set(of_unit))
    ]


def _part(problem: Problem, name: str, some: Iterable[int], home: Mapping[str, str]) -> Problem:
    inside = frozenset(some)
    return replace(
        problem,
        some=inside,
        may={f: units for f, units in problem.may.items() if home[f] == name},
        heart={f: unit for f, unit in problem.heart.items() if home[f] == name},
        groups=tuple(group for group in problem.groups if group <= inside),
        name=name,
    )


def _may(blocks: pd.DataFrame, units: Units, asked: Asked) -> dict[str, frozenset[int]]:
    """The units that each footprint may hold: not what is locked elsewhere, nor other regions'."""
    owner, region = blocks["owner"].to_dict(), blocks["nhs_region"].to_dict()
    home, found = home_regions(blocks), {}
    for footprint in sorted(set(owner.values())):
        found[footprint] = frozenset(
            unit
            for unit, members in enumerate(units.blocks)
            if all(
                (not asked.inside_regions or region[block] == home[footprint])
                and (owner[block] == footprint or not asked.locked & {owner[block], footprint})
                for block in members
            )
        )
    return found


def _cost(
    blocks: pd.DataFrame, units: Units, may: Mapping[str, frozenset[int]]
) -> dict[tuple[int, str], int]:
    owner, people = blocks["owner"].to_dict(), blocks["residents_2024"].to_dict()
    return {
        (unit, footprint): sum(
            int(people[block]) for block in units.blocks[unit] if owner[block] != footprint
        )
        for footprint, there in may.items()
        for unit in there
    }


def _heart(blocks: pd.DataFrame, units: Units, asked: Asked) -> dict[str, int]:
    """The unit that each footprint keeps, of those that stay."""
    place = {block: unit for unit, members in enumerate(units.blocks) for block in members}
    kept = {*blocks["owner"]} if asked.stays else asked.locked
    return {f: place[block] for f, block in hearts(blocks).items() if f in kept}


def _groups(authority: pd.Series, units: Units) -> tuple[frozenset[int], ...]:
    place = {block: unit for unit, members in enumerate(units.blocks) for block in members}
    numbers = pd.Series([place[block] for block in authority.index], index=authority.index)
    groups = (frozenset(found) for _, found in numbers.groupby(authority))
    return tuple(group for group in groups if len(group) > 1)


def value_of(problem: Problem, owner: Owner) -> int:
    """What the aim comes to in a plan."""
    if problem.aim == "movers":
        return sum(problem.cost[pair] for pair in owner.items())
    if problem.aim == "split":
        return sum(len({owner[unit] for unit in group}) > 1 for group in problem.groups)
    sizes = [problem.units.people(some) for some in held(owner).values()]
    return max(sizes) - min(sizes)


def held(owner: Owner) -> dict[str, frozenset[int]]:
    """The units of each footprint that has any."""
    return {f: frozenset(u for u in owner if owner[u] == f) for f in sorted(set(owner.values()))}


def sound(problem: Problem, owner: Owner) -> bool:
    """Whether a plan meets every test."""
    some, units = held(owner), problem.units
    return (
        set(owner) == problem.some
        and all(pair in problem.cost for pair in owner.items())
        and all(owner[unit] == footprint for footprint, unit in problem.heart.items())
        and all(units.people(there) >= problem.least for there in some.values())
        and (
            not problem.one_piece
            or all(len(units.components(there)) == 1 for there in some.values())
        )
        and problem.footprints in (None, len(some))
    )
