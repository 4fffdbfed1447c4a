"""Places: everything a reader may search for, and the footprint it lies in under any plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from footprint.english import listed
from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier


@dataclass(frozen=True)
class Place:
    """A named area made of blocks: a district, or a footprint of some plan."""

    code: str
    name: str
    kind: str
    blocks: tuple[str, ...]


def all_places(atlas: Atlas, plans: Mapping[str, Plan]) -> dict[str, Place]:
    """Every district and every footprint of every plan, by code.

    A footprint that several plans hold is described as the first of them has it.
    """
    found: dict[str, Place] = {}
    for plan in plans.values():
        for footprint in plan.footprints:
            blocks = tuple(plan.blocks_of(footprint.id))
            kind = f"as in “{plan.title}”"
            found.setdefault(footprint.id, Place(footprint.id, footprint.name, kind, blocks))
    return found | districts(atlas)


def districts(atlas: Atlas) -> dict[str, Place]:
    """Every local authority district, by LAD code."""
    blocks = atlas.blocks.groupby("lad").groups
    names = atlas.authorities["lad_name"]
    return {
        lad: Place(lad, names[lad], "district", tuple(members)) for lad, members in blocks.items()
    }


def pieces(atlas: Atlas) -> dict[str, Place]:
    """Every block of a district that has several, by block, for what lies in just one of them."""
    lads, names = atlas.blocks["lad"], atlas.authorities["lad_name"]
    several = lads[lads.duplicated(keep=False)]
    return {
        str(block): Place(str(block), f"Part of {names[lad]}", "part of a district", (str(block),))
        for block, lad in several.items()
    }


def authority_places(tiers: Mapping[str, Tier]) -> dict[str, Place]:
    """Every authority of every tier, by its code; a tier named first wins."""
    found: dict[str, Place] = {}
    for tier in tiers.values():
        for code, blocks in tier.people.groupby("authority")["block"]:
            found.setdefault(code, Place(code, tier.names[code], tier.one, tuple(blocks)))
    return found


def whole_places(blocks: Collection[str], kinds: Iterable[Collection[Place]]) -> tuple[Place, ...]:
    """The fewest places of one kind that are just these blocks, or none.

    Places of one kind share no block; of kinds with as many the first one is taken.
    """
    found: tuple[Place, ...] = ()
    for kind in kinds:
        inside = tuple(place for place in kind if not set(place.blocks) - set(blocks))
        exact = inside and sum(len(place.blocks) for place in inside) == len(blocks)
        if exact and (not found or len(inside) < len(found)):
            found = inside
    return found


def area_words(blocks: Collection[str], kinds: Collection[Collection[Place]], most: int = 3) -> str:
    """Name the places that blocks are, give or take one district, or "" where they are many.

    The last kind is of districts.
    """
    if names := _names(whole_places(blocks, kinds), most):
        return names
    *_, districts = kinds
    touched = _touched(blocks, districts)
    if len(touched) == 1:
        return f"a part of {touched[0].name}"
    for place in (place for kind in kinds for place in kind):
        missing = set(place.blocks) - set(blocks)
        lacking = _touched(missing, districts)
        if touched and set(blocks) < set(place.blocks) and len(lacking) == 1:
            part = "" if missing.issuperset(lacking[0].blocks) else "a part of "
            return f"{place.name} but for {part}{lacking[0].name}"
    cut = [one for one in touched if set(one.blocks) - set(blocks)]
    if len(cut) != 1:
        return ""
    others = _names(whole_places(set(blocks) - set(cut[0].blocks), kinds), most - 1)
    return f"{others} and a part of {cut[0].name}" if others else ""


def _names(places: Collection[Place], most: int) -> str:
    names = sorted(place.name for place in places)
    if not 0 < len(names) <= most:
        return ""
    hold_commas = any(" and " in name or ", " in name for name in names)
    return "; ".join(names) if hold_commas else listed(names)


def _touched(blocks: Collection[str], places: Iterable[Place]) -> list[Place]:
    return [place for place in places if not set(blocks).isdisjoint(place.blocks)]


def authority_at(place: Place, tier: Tier) -> str:
    """The authority of a tier in which most of a place's residents live, or "" for none."""
    if place.code in tier.names:
        return place.code
    people = tier.people[tier.people["block"].isin(place.blocks)]
    if people.empty:
        return ""
    return str(people.groupby("authority")["residents"].sum().idxmax())


def footprint_at(place: Place, plan: Plan, residents: pd.Series) -> str:
    """The footprint of a plan in which most of a place's residents live.

    A place that is itself a footprint of the plan is its own answer; `residents` is by block.
    """
    if place.code in plan.by_id:
        return place.code
    owners = {plan.assigned.owner_of[block] for block in place.blocks}
    if len(owners) == 1:
        return owners.pop()
    people = residents[list(place.blocks)]
    return str(people.groupby(plan.footprint_of[people.index]).sum().idxmax())
