"""Carrying: a saved option moved onto newer blocks, and what could not be moved with it.

A link says which blocks moved by their places among the blocks of its day, so without those
blocks it can only be refused. What is saved names them, and can be carried for ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd
from pydantic import BaseModel, ConfigDict, ValidationError

from footprint.english import listed
from footprint.options import older
from footprint.options.links import Held, LinkError
from footprint.options.option import Option, begin, with_drawn
from footprint.plans.assignment import Assignment
from footprint.plans.plan import Plan
from footprint.readings import short

# What became of each block: old, new, residents. A block that takes in others is itself listed.
NO_CHANGES = pd.DataFrame({"old": [], "new": [], "residents": []})
_MOST_NAMED = 5


class _Saved(BaseModel):
    """What is saved of an option: its text, and the blocks it was drawn on with spaces between."""

    model_config = ConfigDict(strict=True)

    option: str
    blocks: str


class CarryError(ValueError):
    """A table of what blocks became leaves something out; says what."""


@dataclass(frozen=True)
class Overruled:
    """A new block whose people were drawn into several footprints: the most of them decide."""

    block: str
    people: int
    outvoted: int


@dataclass(frozen=True)
class Report:
    """What became of an option's blocks.

    exactly: new blocks that are as drawn. overruled: those where the majority decided. lost: old
    blocks whose move could not be made, with the reason. left: new blocks nothing was drawn of,
    which are as in the plan the option began from. gone: footprints left without a block.
    """

    exactly: tuple[str, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether everything is exactly as it was drawn."""
        return not (self.overruled or self.lost or self.left or self.gone)


def pack(text: str, blocks: Iterable[str]) -> str:
    """What is saved of an option: its text, and the blocks it was drawn on, in their order."""
    return json.dumps({"option": text, "blocks": " ".join(blocks)})


def unpack(content: str) -> tuple[str, tuple[str, ...]]:
    """The text of an option and its blocks from what was saved; raises LinkError for neither."""
    try:
        saved = _Saved.model_validate_json(content)
    except ValidationError as problem:
        raise LinkError("What was saved of this option is damaged.") from problem
    return saved.option, tuple(saved.blocks.split(" "))


def carry(
    held: Held, old: Iterable[str], base: Plan, became: pd.DataFrame
) -> tuple[Option, Report]:
    """Draw an option again on today's blocks; `base` is the complete plan it began from, today.

    `old` are all blocks it was drawn on. `became` has a row for each old block and each new one
    that took residents of it; a block that is not in it is the one that still has its code.
    """
    begun, old = begin(base, held.rest), set(old)
    known = dict(base.by_id) | {one.id: one for one in held.footprints}
    wishes, overruled, left = _wishes(held.moved, old, base, became)
    given = {block: wish if wish in known else own for block, own, wish in _each(base, wishes)}
    used = set(given.values())
    drawn = Assignment(tuple(one for one in known.values() if one.id in used), tuple(given.items()))
    merged = held.merged if held.seen else _merged(held, base)
    option = with_drawn(
        replace(begun, merged=merged, colours=held.colours, locked=held.locked), drawn
    )
    uncertain = {one.block for one in overruled} | set(left)
    uncertain |= {block for block, wish in wishes.items() if wish and wish not in known}
    return option, Report(
        exactly=tuple(block for block in given if block not in uncertain),
        overruled=overruled,
        lost=tuple(_lost(held.moved, old, known, base, became)),
        left=left,
        gone=tuple(one.name for one in held.footprints if one.id not in used),
    )


def _merged(held: Held, base: Plan) -> frozenset[str]:
    """The teams whose bodies an option merges that is older than layers."""
    if base.seen == "bodies":
        return frozenset()
    return frozenset(one for one, kind in held.kinds.items() if older.merges(kind))


def _each(base: Plan, wishes: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    return ((block, own, wishes.get(block) or own) for block, own in base.assignment)


def _wishes(
    moved: Mapping[str, str], old: set[str], base: Plan, became: pd.DataFrame
) -> tuple[dict[str, str], tuple[Overruled, ...], tuple[str, ...]]:
    """Where each new block is wanted, "" for where it is; the disputed ones; those unheard of."""
    if strangers := sorted(set(became["new"]) - set(base.footprint_of.index)):
        raise CarryError(f"The table says that blocks became {strangers[0]}, which is no block.")
    wishes, overruled, left = {}, [], []
    parents = dict(tuple(became.groupby("new")))
    listed_old = set(became["old"])
    for block, _ in base.assignment:
        rows, kept = parents.get(block), block in old and block not in listed_old
        if rows is not None and kept:
            raise CarryError(f"{block} takes in other blocks, so it must be in the table itself.")
        if rows is None:
            wishes[block] = moved.get(block, "") if kept else ""
            left += [] if kept else [block]
            continue
        people = rows.groupby(rows["old"].map(moved).fillna(""))["residents"].sum()
        wishes[block] = str(people.sort_index().idxmax())
        if len(people) > 1:
            total = int(people.sum())
            overruled.append(Overruled(block, total, total - int(people.max())))
    return wishes, tuple(overruled), tuple(left)


def _lost(
    moved: Mapping[str, str],
    old: set[str],
    known: Mapping[str, object],
    base: Plan,
    became: pd.DataFrame,
) -> Iterable[tuple[str, str]]:
    today, listed_old = set(base.footprint_of.index), set(became["old"])
    for block, to in moved.items():
        if block not in listed_old and block not in today & old:
            yield block, "no block has its code today, and nothing says what became of it"
        elif to not in known:
            yield block, f"the footprint “{short(to)}” is no longer in the plan it began from"


def sentences(report: Report, names: Mapping[str, str]) -> list[str]:
    """Say what a report holds, most telling first; `names` are the words for blocks."""
    found = [_block(block, names) + f" could not be carried: {why}." for block, why in report.lost]
    found += [
        f"{_block(one.block, names)} was drawn in parts: it goes with most of its {one.people:,} "
        f"people, against {one.outvoted:,} who were drawn elsewhere."
        for one in report.overruled
    ]
    found += [f"“{short(name)}” has no area left and is gone." for name in report.gone]
    if report.left:
        some = [_block(block, names) for block in report.left[:_MOST_NAMED]]
        more = [f"{len(report.left) - _MOST_NAMED} more"] if report.left[_MOST_NAMED:] else []
        found.append(f"New, and left as in the plan it began from: {listed([*some, *more])}.")
    count = len(report.exactly)
    return [*found, f"{count:,} {'block is' if count == 1 else 'blocks are'} exactly as drawn."]


def _block(block: str, names: Mapping[str, str]) -> str:
    return f"{names[block]} ({block})" if block in names else block
