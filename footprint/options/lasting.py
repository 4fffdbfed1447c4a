"""Lasting: which footprint of one state is which of an earlier one, by its name or by its id."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.english import listed_few
from footprint.plans.assignment import Footprint
from footprint.plans.plan import Plan
from footprint.readings import short


def earlier(before: Plan, after: Plan) -> dict[str, str]:
    """The id that each lasting footprint had before: that of its name, or else its own.

    A file may give a name another id, and an id another name where the old one lives on elsewhere.
    """
    named = {one.name: one.id for one in before.footprints}
    same = {pair for pair in before.by_id.items() if pair in after.by_id.items()}
    found = {one: one for one, _ in same}
    for one in after.footprints:
        if one.id not in found and one.name in named:
            found[one.id] = named[one.name]
    taken = set(found.values())
    renamed = [one for one in after.by_id if one not in found and one in before.by_id]
    return found | {one: one for one in renamed if one not in taken}


def lost(before: Plan, after: Plan) -> list[Footprint]:
    """The footprints whose id and name are both gone."""
    last = set(earlier(before, after).values())
    return [one for one in before.footprints if one.id not in last]


def emptied(before: Plan, after: Plan) -> list[str]:
    """Say of each footprint that is left without any area where its area is now."""
    gone = lost(before, after)
    return [_emptied(after, one.name, before.blocks_of(one.id)) for one in gone]


def _emptied(after: Plan, name: str, blocks: Iterable[str]) -> str:
    now = _owners(after, blocks)
    where = f"all of it is in {now[0]}" if len(now) == 1 else f"it is now part of {_few(now)}"
    return f"“{name}” has no area left: {where}."


def divided(before: Plan, after: Plan) -> list[str]:
    """Say of each footprint whose name went to another id what it does not keep, if anything."""
    said = []
    for now, then in sorted(earlier(before, after).items()):
        name, kept = after.by_id[now].name, set(after.blocks_of(now))
        was = set(before.blocks_of(then))
        if now != then and not was <= kept:
            rest = _few(_owners(after, was - kept))
            said.append(
                f"“{short(name)}” keeps a part of its area; the rest is now part of {rest}."
                if was & kept
                else f"“{short(name)}” is another area now; what it was is now part of {rest}."
            )
    return said


def _owners(after: Plan, blocks: Iterable[str]) -> list[str]:
    owners = after.footprint_of[list(blocks)].unique()
    return sorted(after.by_id[owner].name for owner in owners)


def _few(names: Iterable[str]) -> str:
    return listed_few(names, 6, "more")
