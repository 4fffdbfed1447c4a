"""Option links: an option as a short text, by how it differs from the plan it began from."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from footprint.options.option import KINDS, LONGEST_NAME, Option, OptionError, begin, clean_name
from footprint.plans.plan import Footprint, Plan

VERSION = "1"


LONGEST = 6_000


_LONGEST_READ = 300_000


_LARGEST_UNPACKED = 400_000


_CHECK = 6


_LETTERS = re.compile(r"[A-Za-z0-9_-]+")


_COLOUR = re.compile(r"#[0-9a-f]{6}")


_DAMAGED = "The link to this option is damaged or was changed by hand."


class LinkError(ValueError):
    """A link holds no option that can be shown; says why in one sentence."""


@dataclass(frozen=True)
class Difference:
    """What turns one plan into another of the same blocks.

    moved: for each footprint the places, in the order of blocks, of those it takes over.
    footprints: those new or changed. order: ids in the plan's order, where that is not the
    order of the first plan with new ones at the end.
    """

    moved: tuple[tuple[str, tuple[int, ...]], ...] = ()
    footprints: tuple[Footprint, ...] = ()
    order: tuple[str, ...] = ()


def difference(before: Plan, after: Plan) -> Difference:
    """Find what turns one plan into another of the same blocks."""
    moved: dict[str, list[int]] = {}
    pairs = zip(before.assignment, after.assignment, strict=True)
    for place, (old, new) in enumerate(pairs):
        if old != new:
            moved.setdefault(new[1], []).append(place)
    changed = tuple(one for one in after.footprints if before.by_id.get(one.id) != one)
    made = Difference(tuple((to, tuple(places)) for to, places in moved.items()), changed)
    usual = apply(before, made)
    same = usual.footprints == after.footprints
    return made if same else replace(made, order=tuple(after.by_id))


def apply(before: Plan, made: Difference) -> Plan:
    """Turn a plan into the other one; only footprints and who holds which block change."""
    pairs = list(before.assignment)
    for to, places in made.moved:
        for place in places:
            pairs[place] = (pairs[place][0], to)
    left = {owner for _, owner in pairs}
    known = dict(before.by_id) | {one.id: one for one in made.footprints}
    order = made.order or tuple(footprint for footprint in known if footprint in left)
    footprints = tuple(known[footprint] for footprint in order)
    return replace(before, footprints=footprints, assignment=tuple(pairs))


@dataclass(frozen=True)
class Held:
    """What an option's text says, with codes of blocks in place of their places.

    moved: the footprint that each block was moved to. footprints: those new or changed.
    """

    base: str
    rest: str
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
    said = _said(option, base)
    packed = base64.urlsafe_b64encode(_checksum(said) + zlib.compress(said, 9, wbits=-15))
    return VERSION + packed.decode().rstrip("=")


def _said(option: Option, base: Plan) -> bytes:
    made = difference(begin(base, option.rest).plan, option.plan)
    told = {
        "b": option.base,
        "r": option.rest,
        "g": ground(base),
        "m": [[to, _steps(places)] for to, places in made.moved],
        "f": [[one.id, one.name, KINDS.index(one.kind)] for one in made.footprints],
        "o": list(made.order),
        "c": [list(pair) for pair in option.colours],
        "l": sorted(option.locked),
    }
    kept = {key: value for key, value in told.items() if value}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def ground(base: Plan) -> str:
    """The version of the data an option stands on: its blocks, and the plan it began from."""
    said = repr((base.assignment, base.footprints)).encode()
    return hashlib.sha256(said).hexdigest()[:10]


def _checksum(said: bytes) -> bytes:
    return hashlib.sha256(said).digest()[:_CHECK]


def _steps(places: tuple[int, ...]) -> list[int]:
    return [place - last for last, place in zip((0, *places), places, strict=False)]


def ground_of(text: str) -> str:
    """The version of the data an option's text was written for, as `ground` gives it."""
    return str(json.loads(_unpacked(text)).get("g"))


def base_of(text: str) -> tuple[str, str]:
    """The keys of the plan an option began from and of the plan that filled it."""
    told = json.loads(_unpacked(text))
    keys = told.get("b"), told.get("r")
    if not all(isinstance(key, str) for key in keys):
        raise LinkError(_DAMAGED)
    return keys


def read(text: str, base: Plan) -> Option:
    """Read an option from its text; `base` is the complete plan that `base_of` names.

    Raises LinkError for whatever `write` did not write, or wrote for other boundaries.
    """
    said = _unpacked(text)
    told = json.loads(said)
    if told.get("g") != ground(base):
        raise LinkError("This option was drawn on other data, so its areas may differ now.")
    try:
        option = _option(told, base)
        # What cannot be written again as it was, was not written here.
        if _said(option, base) == said:
            return option
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as problem:
        raise LinkError(_DAMAGED) from problem
    raise LinkError(_DAMAGED)


def held(text: str, blocks: Sequence[str]) -> Held:
    """Read what a text says of the blocks it was written for, which need not be today's.

    Raises LinkError for whatever `write` did not write.
    """
    told, (base, rest) = json.loads(_unpacked(text)), base_of(text)
    try:
        return Held(
            base,
            rest,
            {blocks[place]: str(to) for to, steps in told.get("m", ()) for place in _places(steps)},
            tuple(_footprint(*row) for row in told.get("f", ())),
            tuple((one, said) for one, said in told.get("c", ()) if _COLOUR.fullmatch(said)),
            frozenset(told.get("l", ())),
        )
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as problem:
        raise LinkError(_DAMAGED) from problem


def _unpacked(text: str) -> bytes:
    """The JSON object inside a text, whole and unchanged since it was written."""
    if not _LETTERS.fullmatch(text) or len(text) > _LONGEST_READ:
        raise LinkError(_DAMAGED)
    if not text.startswith(VERSION):
        raise LinkError("This option’s link is of a version this app does not know.")
    reader = zlib.decompressobj(wbits=-15)
    try:
        packed = base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
        said = reader.decompress(packed[_CHECK:], _LARGEST_UNPACKED)
        whole = reader.eof and not reader.unused_data and _checksum(said) == packed[:_CHECK]
        if whole and isinstance(json.loads(said), dict):
            return said
    except (ValueError, zlib.error, RecursionError) as problem:
        raise LinkError(_DAMAGED) from problem
    raise LinkError(_DAMAGED)


def _option(told: Mapping[str, object], base: Plan) -> Option:
    if not isinstance(told["r"], str):
        raise LinkError(_DAMAGED)
    begun = begin(base, told["r"])
    made = Difference(
        tuple((to, _places(steps)) for to, steps in told.get("m", ())),
        tuple(_footprint(*row) for row in told.get("f", ())),
        tuple(told.get("o", ())),
    )
    plan = apply(begun.plan, made)
    colours = tuple((one, colour) for one, colour in told.get("c", ()))
    named = {*plan.footprint_of}, set(plan.by_id)
    if named[0] != named[1] or len(plan.by_id) != len(plan.footprints):
        raise LinkError(_DAMAGED)
    if not all(one in plan.by_id and _COLOUR.fullmatch(colour) for one, colour in colours):
        raise LinkError(_DAMAGED)
    locked = frozenset(told.get("l", ()))
    return replace(begun, plan=plan, colours=colours, locked=locked & set(plan.by_id))


def _places(steps: list[int]) -> tuple[int, ...]:
    places, place = [], 0
    for step in steps:
        place += step
        places.append(place)
    if places and places[0] < 0:
        raise ValueError("A block stands before the first.")
    return tuple(places)


def _footprint(footprint: str, name: str, kind: int) -> Footprint:
    if not footprint or len(footprint) > LONGEST_NAME or clean_name(name) != name or kind < 0:
        raise OptionError("No such footprint could have been drawn.")
    return Footprint(footprint, name, KINDS[kind])
