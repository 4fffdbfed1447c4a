"""Options: plans a user draws, edit by edit, each of them complete by construction.

An option is drawn on one layer. On statutory bodies every change is a change of the law. On
leadership teams a footprint leaves the bodies in it alone, unless it is said to merge them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

from footprint.options import layers
from footprint.plans.assignment import Assignment, Footprint
from footprint.plans.plan import Plan, Seen, bare_key, seen_key
from footprint.readings import short

KEY = "option"
LONGEST_NAME = 300
NO_COLOUR = ""
Drawn = Literal["cluster", "merger"]
DRAWN: tuple[Drawn, ...] = get_args(Drawn)
DRAWN_WORDS: Mapping[Drawn, str] = {
    "cluster": "Cluster or on its own: its statutory bodies stay as they are",
    "merger": "Merger: one statutory body, with one leadership team",
}
_COLOUR = re.compile(r"#[0-9a-f]{6}")
# Marks that turn the direction of whatever text follows them.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


class OptionError(ValueError):
    """An edit cannot be made; says why in one sentence."""


@dataclass(frozen=True)
class Option:
    """A plan somebody draws, and what it was begun from.

    `base` is the key of the plan it began as, `rest` the plan that filled a regional base, `began`
    that plan whole, with the layer looked at on which the option is drawn. `drawn` is how that
    layer stands. `merged` are teams whose bodies become one; on the layer of bodies there are
    none, for every footprint is a body there. `colours` are those the user chose, by footprint;
    `locked` are footprints no edit may change. `start` is the key of a saved
    option that it went on from, or "".
    """

    base: str
    rest: str
    began: Plan
    drawn: Assignment
    merged: frozenset[str] = frozenset()
    colours: tuple[tuple[str, str], ...] = ()
    locked: frozenset[str] = frozenset()
    start: str = ""

    @cached_property
    def plan(self) -> Plan:
        """The plan it is, with both layers, seen as it is drawn."""
        return layers.drawn_plan(self.began, self.drawn, self.merged)

    @property
    def begun_from(self) -> str:
        """The key of whatever it began from, a plan or a saved option, whatever layer is drawn."""
        return self.start or self.base

    @property
    def begun_key(self) -> str:
        """The same key with the layer that is drawn."""
        return self.start or seen_key(self.base, self.began.seen)


def begin(base: Plan, rest: str) -> Option:
    """Start an option that is still what a complete plan is."""
    whole = replace(base.assigned, drawn=frozenset())
    began = replace(
        base,
        key=KEY,
        title=f"Your option, from “{base.title}”",
        as_of="",
        effective="",
        status="option",
        scope="England",
        confidence="",
        summary=f"An option that somebody drew, starting from “{base.title}”.",
        note="",
        reconstruction=False,
        sources=(),
        usual=base.seen,
    ).with_assigned(whole)
    return Option(bare_key(base.key), rest, began, whole)


def on_layer(option: Option, seen: Seen) -> Option:
    """An option as if it had been drawn on a layer; colours chosen on the other stay there."""
    if seen == option.began.seen:
        return option
    drawn = option.plan.seen_as(seen).assigned
    return Option(option.base, option.rest, option.began.seen_as(seen), drawn, start=option.start)


def move(option: Option, blocks: Iterable[str], to: str) -> Option:
    """Give blocks to a footprint; one that loses its last block is gone."""
    _check_known(option, [to])
    moving = _moving(option, blocks, to)
    if not moving:
        raise OptionError(f"All of that is in {_name(option, to)} already.")
    _check_unlocked(option, {to})
    return _assigned(option, option.plan.footprints, dict.fromkeys(moving, to))


def split_off(option: Option, blocks: Iterable[str], name: str, drawn: Drawn = "cluster") -> Option:
    """Make a new footprint of blocks, from whichever footprints they are in."""
    moving = _moving(option, blocks, "")
    if not moving:
        raise OptionError("Nothing is chosen to make a footprint of.")
    origins = {footprint for block, footprint in option.plan.assignment if block in moving}
    if len(origins) == 1 and len(option.plan.blocks_of(*origins)) == len(moving):
        raise OptionError(f"That is all of {_name(option, *origins)}. Rename it instead.")
    new = Footprint(fresh_id(option.plan.by_id), unused_name(option, name))
    made = _assigned(option, (*option.plan.footprints, new), dict.fromkeys(moving, new.id))
    return _told(made, new.id, drawn)


def join(option: Option, one: str, other: str) -> Option:
    """Join two footprints into the first, which keeps its name."""
    _check_known(option, [one, other])
    if one == other:
        raise OptionError("A footprint cannot be joined with itself.")
    _check_unlocked(option, {one, other})
    return move(option, option.plan.blocks_of(other), one)


def rename(option: Option, footprint: str, name: str) -> Option:
    """Call a footprint something else."""
    _check_open(option, footprint)
    if clean_name(name) == option.plan.by_id[footprint].name:
        raise OptionError("That is its name already.")
    return _changed(option, footprint, name=unused_name(option, name, but=footprint))


def set_drawn(option: Option, footprint: str, drawn: Drawn) -> Option:
    """Say whether a team leaves the bodies in it alone or makes them one."""
    _check_open(option, footprint)
    if option.began.seen == "bodies":
        raise OptionError("Every footprint on the layer of statutory bodies is one body.")
    return _told(option, footprint, drawn)


def drawn_as(option: Option, footprint: str) -> Drawn:
    """Whether a team leaves the bodies in it alone or makes them one."""
    return "merger" if footprint in option.merged else "cluster"


def _told(option: Option, footprint: str, drawn: str) -> Option:
    if drawn not in DRAWN:
        raise OptionError(f"“{short(drawn)}” is no kind of footprint.")
    merges = drawn == "merger" and option.began.seen == "teams"
    merged = option.merged | {footprint} if merges else option.merged - {footprint}
    return replace(option, merged=merged)


def recolour(option: Option, footprint: str, colour: str) -> Option:
    """Give a footprint a colour such as #99bfe5, or NO_COLOUR to leave it to the map."""
    _check_open(option, footprint)
    if colour != NO_COLOUR and not _COLOUR.fullmatch(colour):
        raise OptionError(f"“{short(colour)}” is no colour. Write one like #99bfe5.")
    chosen = {one: given for one, given in option.colours if one != footprint}
    chosen |= {footprint: colour} if colour else {}
    return replace(option, colours=tuple(sorted(chosen.items())))


def lock(option: Option, footprint: str) -> Option:
    """Keep a footprint as it is until it is unlocked."""
    _check_known(option, [footprint])
    return replace(option, locked=option.locked | {footprint})


def unlock(option: Option, footprint: str) -> Option:
    """Let a footprint be changed again."""
    _check_known(option, [footprint])
    return replace(option, locked=option.locked - {footprint})


def clean_name(name: str) -> str:
    """A name as it is kept: on one line, without marks that turn the text after it.

    Raises OptionError for a name that cannot be seen or is too long.
    """
    cleaned = on_one_line(name)
    if all(unicodedata.category(letter)[0] in "CZ" for letter in cleaned):
        raise OptionError("A footprint needs a name that can be seen.")
    if len(cleaned) > LONGEST_NAME:
        raise OptionError(f"The name has {len(cleaned)} characters. Keep it to {LONGEST_NAME}.")
    return cleaned


def on_one_line(text: str) -> str:
    """Text without line breaks or marks that turn the direction of the text after it."""
    line = "".join(" " if unicodedata.category(c) in _BREAKS else c for c in text)
    return " ".join(line.translate(_TURNING).split())


_BREAKS = {"Cc", "Cs", "Zl", "Zp"}


def unused_name(option: Option, name: str, but: str = "") -> str:
    """A clean name that no other footprint has."""
    cleaned = clean_name(name)
    taken = {one.name.casefold() for one in option.plan.footprints if one.id != but}
    if cleaned.casefold() in taken:
        raise OptionError(f"There is a footprint called “{short(cleaned)}” already.")
    return cleaned


def fresh_id(taken: Iterable[str]) -> str:
    """An id for a new footprint that none has yet."""
    taken = set(taken)
    return next(f"o{n}" for n in range(1, len(taken) + 2) if f"o{n}" not in taken)


def _name(option: Option, footprint: str) -> str:
    return short(option.plan.by_id[footprint].name)


def _moving(option: Option, blocks: Iterable[str], to: str) -> set[str]:
    """The blocks that would be in another footprint, where all are known and none is locked."""
    wanted, footprint_of = set(blocks), dict(option.plan.assignment)
    if unknown := sorted(wanted - set(footprint_of)):
        raise OptionError(f"“{short(unknown[0])}” is no block of England.")
    moving = {block for block in wanted if footprint_of[block] != to}
    _check_unlocked(option, {footprint_of[block] for block in moving})
    return moving


def _check_known(option: Option, footprints: Iterable[str]) -> None:
    for footprint in footprints:
        if footprint not in option.plan.by_id:
            raise OptionError(f"There is no footprint “{short(footprint)}” in this option.")


def _check_unlocked(option: Option, footprints: Iterable[str]) -> None:
    if locked := sorted(option.locked & set(footprints)):
        raise OptionError(f"{_name(option, locked[0])} is locked. Unlock it first.")


def _check_open(option: Option, footprint: str) -> None:
    _check_known(option, [footprint])
    _check_unlocked(option, {footprint})


def _changed(option: Option, footprint: str, **facts: str) -> Option:
    footprints = tuple(
        replace(one, **facts) if one.id == footprint else one for one in option.plan.footprints
    )
    return replace(option, drawn=replace(option.drawn, footprints=footprints))


def _assigned(
    option: Option, footprints: Iterable[Footprint], changes: Mapping[str, str]
) -> Option:
    # Pairs that do not change are shared with the plan before, so that a long history is small.
    pairs = tuple(
        (pair[0], changes[pair[0]]) if pair[0] in changes else pair
        for pair in option.plan.assignment
    )
    left = {footprint for _, footprint in pairs}
    drawn = Assignment(tuple(one for one in footprints if one.id in left), pairs)
    return with_drawn(option, drawn)


def with_drawn(option: Option, drawn: Assignment) -> Option:
    """An option with its layer drawn otherwise; what is said of footprints that go is forgotten."""
    left = set(drawn.by_id)
    return replace(
        option,
        drawn=drawn,
        merged=option.merged & left,
        colours=tuple(pair for pair in option.colours if pair[0] in left),
        locked=option.locked & left,
    )
