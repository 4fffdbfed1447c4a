"""Scopes: the parts of England in which plans can be held against each other."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.plans.plan import Plan
from footprint.plans.scope import (
    EVERYWHERE,
    Scope,
    footprint_scope,
    region_words,
    scope_of,
    united,
)
from footprint.workspace.plans import plan
from footprint.workspace.workspace import Workspace, kept

ENGLAND = "ENG"
# No key of a plan and no code of a footprint has a line break.
_UNDER = "\n"


@kept(200)
def scope(work: Workspace, keys: tuple[str, ...], base: str, asked: tuple[str, ...]) -> Scope:
    """The part of England asked for by codes; without any, the region some plan is made for."""
    if not asked:
        return scope_of([plan(work, key, base) for key in keys])
    england = parts_of_england(work)[ENGLAND]
    if ENGLAND in asked:
        return england
    return united([part(work, code, base) for code in asked], england)


def part(work: Workspace, code: str, base: str) -> Scope:
    """One part of England by its code, which may be that of a footprint under a plan."""
    key, under, footprint = code.rpartition(_UNDER)
    if not under:
        return parts_of_england(work)[code]
    return footprint_scope(plan(work, key, base), footprint)


def footprint_code(plan: Plan, footprint: str) -> str:
    """The code of the part of England that is a footprint under a plan."""
    return f"{plan.key}{_UNDER}{footprint}"


@kept(1)
def parts_of_england(work: Workspace) -> Mapping[str, Scope]:
    """England, each NHS region, strategic authority and ICB of 2023, by code.

    A block counts for a strategic authority where most of its people live in it.
    """
    atlas, blocks = work.atlas, work.atlas.blocks
    found = {ENGLAND: Scope(EVERYWHERE, frozenset(blocks.index))}
    for name in sorted(blocks["nhs_region"].unique()):
        found[name] = Scope(region_words(name), atlas.area(name))
    sa = work.tiers["sa-programme"]
    for code, here in sa.main_of_block.groupby(sa.main_of_block):
        found[code] = Scope(f"the {sa.names[code]}", frozenset(here.index))
    return found | {
        icb: Scope(name, atlas.area(icb))
        for icb, name in sorted(work.icb_names.items(), key=lambda one: one[1])
    }


def part_words(work: Workspace, code: str) -> str:
    """What a part of England is, and its name, as a list of them has it."""
    name = parts_of_england(work)[code].bare
    if code in work.tiers["sa-programme"].names or code == ENGLAND:
        return name
    return f"{name} ICB" if code in work.icb_names else f"NHS region: {name}"
