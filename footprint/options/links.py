"""Links: an option as a short text, by how it differs from the plan it began from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from footprint.options import older
from footprint.options.option import LONGEST_NAME, Option, OptionError, begin, clean_name
from footprint.options.wire import DAMAGED, LinkError, Wire, opened, packed
from footprint.plans.assignment import Assignment, Footprint
from footprint.plans.plan import Plan, Seen, seen_key

LONGEST = 6_000
LONG = "long-"
"""What begins the words that stand in an address for a text too long for it."""

_TOO_LONG = "This option is too long for a link; whoever drew it can send it as a file."


@dataclass(frozen=True)
class Difference:
    """What turns one assignment into another of the same blocks.

    moved: for each footprint the places, in the order of blocks, of those it takes over.
    footprints: those new or changed. order: ids in the plan's order, where that is not the
    order of the first plan with new ones at the end.
    """

    moved: tuple[tuple[str, tuple[int, ...]], ...] = ()
    footprints: tuple[Footprint, ...] = ()
    order: tuple[str, ...] = ()


def difference(before: Assignment, after: Assignment) -> Difference:
    """Find what turns one assignment into another of the same blocks."""
    moved: dict[str, list[int]] = {}
    pairs = zip(before.pairs, after.pairs, strict=True)
    for place, (old, new) in enumerate(pairs):
        if old != new:
            moved.setdefault(new[1], []).append(place)
    changed = tuple(one for one in after.footprints if before.by_id.get(one.id) != one)
    change = Difference(tuple((to, tuple(places)) for to, places in moved.items()), changed)
    usual = apply(before, change)
    same = usual.footprints == after.footprints
    return change if same else replace(change, order=tuple(after.by_id))


def apply(before: Assignment, change: Difference) -> Assignment:
    """Turn an assignment into the other one."""
    pairs = list(before.pairs)
    for to, places in change.moved:
        for place in places:
            pairs[place] = (pairs[place][0], to)
    left = {footprint for _, footprint in pairs}
    known = dict(before.by_id) | {one.id: one for one in change.footprints}
    order = change.order or tuple(footprint for footprint in known if footprint in left)
    footprints = tuple(known[footprint] for footprint in order)
    return Assignment(footprints, tuple(pairs))


@dataclass(frozen=True)
class Held:
    """What an option's text says, with codes of blocks in place of their places.

    moved: the footprint that each block was moved to. footprints: those new or changed. `seen` is
    the layer it was drawn on, "" in links older than layers; `kinds` are the numbers those gave.
    """

    base: str
    rest: str
    seen: Seen | str
    merged: frozenset[str]
    kinds: Mapping[str, int]
    moved: Mapping[str, str]
    footprints: tuple[Footprint, ...]
    colours: tuple[tuple[str, str], ...]
    locked: frozenset[str]


def link(option: Option, base: Plan) -> str:
    """Write an option as text short enough for an address, or raise LinkError."""
    text = write(option, base)
    if len(text) > LONGEST:
        raise LinkError("This option is too long for a link: download it instead.")
    return text


def write(option: Option, base: Plan) -> str:
    """Write an option as text, however long; `base` is the complete plan it began from."""
    return packed(_wire(option, base))


def _wire(option: Option, base: Plan) -> Wire:
    change = difference(begin(base, option.rest).drawn, option.drawn)
    return Wire(
        b=option.base,
        r=option.rest,
        g=ground(base),
        s=base.seen,
        t=tuple(sorted(option.merged)),
        m=tuple((to, _steps(places)) for to, places in change.moved),
        f=tuple((one.id, one.name, 0) for one in change.footprints),
        o=change.order,
        c=option.colours,
        l=tuple(sorted(option.locked)),
    )


def ground(base: Plan) -> str:
    """The version of the data an option stands on: its blocks, and the plan it began from."""
    content = repr((base.bodies.pairs, base.teams.pairs, base.footprints)).encode()
    return hashlib.sha256(content).hexdigest()[:10]


def stands_on(text: str, base: Plan) -> bool:
    """Whether an option's text was written for the data of the plan it began from, as it is."""
    wire = opened(text)
    return wire.ground == (ground(base) if wire.seen else older.ground(base))


def _steps(places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(place - last for last, place in zip((0, *places), places, strict=False))


def base_of(text: str) -> tuple[str, str]:
    """The keys of the plan an option began from, by the layer drawn, and of what filled it."""
    wire = _opened(text)
    return seen_key(wire.base, wire.seen), wire.rest


def _opened(text: str) -> Wire:
    if text.startswith(LONG):
        raise LinkError(_TOO_LONG)
    return opened(text)


def how_read(text: str, base: Plan) -> str:
    """Say how an option is read that was drawn before layers; "" for any other."""
    wire = opened(text)
    if wire.seen:
        return ""
    return older.how_read(older.seen(base, [kind for *_, kind in wire.footprints]))


def read(text: str, base: Plan) -> Option:
    """Read an option from its text; `base` is the complete plan that `base_of` names.

    Raises LinkError for whatever `write` did not write, or wrote for other boundaries.
    """
    wire = _opened(text)
    if not stands_on(text, base):
        raise LinkError("This option was drawn on other data, so its areas may differ now.")
    try:
        option = _option(wire, base) if wire.seen else _older(wire, base)
        # What cannot be written again as it was, was not written here.
        if (_wire(option, base) if wire.seen else _older_wire(option, base, wire)) == wire:
            return option
    except (LookupError, ValueError) as problem:
        raise LinkError(DAMAGED) from problem
    raise LinkError(DAMAGED)


def held(text: str, blocks: Sequence[str]) -> Held:
    """Read what a text says of the blocks it was written for, which need not be today's.

    Raises LinkError for whatever `write` did not write.
    """
    wire = opened(text)
    try:
        return Held(
            wire.base,
            wire.rest,
            wire.seen,
            frozenset(wire.merged),
            {one: kind for one, _, kind in wire.footprints},
            {blocks[place]: to for to, steps in wire.moves for place in _places(steps)},
            tuple(_footprint(*row) for row in wire.footprints),
            wire.colours,
            frozenset(wire.locked),
        )
    except (LookupError, ValueError) as problem:
        raise LinkError(DAMAGED) from problem


def _option(wire: Wire, base: Plan) -> Option:
    begun = begin(base, wire.rest)
    return _as_drawn(wire, begun, _drawn(wire, begun.drawn), frozenset(wire.merged))


def _older(wire: Wire, base: Plan) -> Option:
    """An option of the days of typed kinds, on the layer it was meant for."""
    drawn = _drawn(wire, begin(base, wire.rest).drawn)
    kinds = {one: kind for one, _, kind in wire.footprints}
    seen = older.seen(base, kinds.values())
    merged = {one for one, kind in kinds.items() if older.merges(kind) and one in drawn.by_id}
    begun = begin(base.seen_as(seen), wire.rest)
    return _as_drawn(wire, begun, drawn, frozenset(merged if seen == "teams" else ()))


def _older_wire(option: Option, base: Plan, wire: Wire) -> Wire:
    """An option as it was written in the days of typed kinds, by the kinds of one such text."""
    kinds = {one: kind for one, _, kind in wire.footprints}
    change = difference(begin(base, option.rest).drawn, option.drawn)
    changed = {one.id for one in change.footprints} | set(kinds)
    return Wire(
        b=option.base,
        r=option.rest,
        g=wire.ground,
        m=tuple((to, _steps(places)) for to, places in change.moved),
        f=tuple(
            (one.id, one.name, kinds[one.id])
            for one in option.drawn.footprints
            if one.id in changed
        ),
        o=change.order,
        c=option.colours,
        l=tuple(sorted(option.locked)),
    )


def _drawn(wire: Wire, before: Assignment) -> Assignment:
    moved = tuple((to, _places(steps)) for to, steps in wire.moves)
    footprints = tuple(_footprint(*row) for row in wire.footprints)
    drawn = apply(before, Difference(moved, footprints, wire.order))
    if {*drawn.footprint_of} != {*drawn.by_id} or len(drawn.by_id) != len(drawn.footprints):
        raise LinkError(DAMAGED)
    return drawn


def _as_drawn(wire: Wire, begun: Option, drawn: Assignment, merged: frozenset[str]) -> Option:
    known = {*drawn.by_id}
    teams = known if begun.began.seen == "teams" else set()
    if not {one for one, _ in wire.colours} <= known or not merged <= teams:
        raise LinkError(DAMAGED)
    locked = frozenset(wire.locked) & known
    return replace(begun, drawn=drawn, merged=merged, colours=wire.colours, locked=locked)


def _places(steps: Iterable[int]) -> tuple[int, ...]:
    places = tuple(accumulate(steps))
    if places and places[0] < 0:
        raise ValueError("A block stands before the first.")
    return places


def _footprint(footprint: str, name: str, kind: int) -> Footprint:
    unknown = not 0 <= kind < len(older.KINDS)
    if not footprint or len(footprint) > LONGEST_NAME or clean_name(name) != name or unknown:
        raise OptionError("No such footprint could have been drawn.")
    return Footprint(footprint, name)
