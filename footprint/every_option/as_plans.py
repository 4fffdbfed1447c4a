"""Options as plans, and plans as options: whole bodies on the one side, blocks on the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from string import ascii_lowercase, ascii_uppercase

from footprint.english import capital, listed, short_name
from footprint.every_option.question import QuestionError
from footprint.every_option.units import Units
from footprint.facts.atlas import Atlas
from footprint.frontier.counting import Grouping, NoSuchOptionError, numbered
from footprint.plans.assignment import Assignment, Footprint
from footprint.plans.plan import Plan, one_footprint
from footprint.plans.scope import region_words
from footprint.plans.tiers import Tier


class DividedError(NoSuchOptionError):
    """A plan divides bodies that options keep whole; `bodies` names them."""

    def __init__(self, bodies: Sequence[str]) -> None:
        them = "it" if len(bodies) == 1 else "them"
        super().__init__(f"It divides {listed(bodies)}, and options here keep {them} whole.")
        self.bodies = tuple(bodies)


def grouping_in(plan: Plan, units_plan: Plan, units: Units) -> Grouping:
    """A plan as a grouping of units; raises DividedError where it divides any of them."""
    owners: dict[str, set[str]] = {}
    for block, unit in units_plan.assignment:
        owners.setdefault(unit, set()).add(plan.footprint_of[block])
    divided = [units_plan.by_id[code].name for code in units.codes if len(owners[code]) > 1]
    if divided:
        raise DividedError(divided)
    place = {footprint: number for number, footprint in enumerate(plan.by_id)}
    return numbered([place[next(iter(owners[code]))] for code in units.codes])


def grouping_inside(plan: Plan, units_plan: Plan, units: Units, counted: str) -> Grouping:
    """The same, where units may be some of them only; `counted` says which in words.

    Raises NoSuchOptionError where the plan joins any of them with what is not counted.
    """
    grouping = grouping_in(plan, units_plan, units)
    within = {block for block, unit in units_plan.assignment if unit in units.place}
    owners = {plan.footprint_of[block] for block in within}
    if any(owner in owners and block not in within for block, owner in plan.assignment):
        raise NoSuchOptionError(f"It reaches beyond {counted}.")
    return grouping


def mostly_in(plan: Plan, units_plan: Plan, units: Units, residents: Mapping[str, int]) -> Grouping:
    """A plan as a grouping of units, those that it divides where most of their residents are."""
    held: dict[str, Counter[str]] = {code: Counter() for code in units.codes}
    owner = dict(plan.assignment)
    for block, unit in units_plan.assignment:
        if unit in held:
            held[unit][owner[block]] += residents[block]
    place = {footprint: number for number, footprint in enumerate(plan.by_id)}
    return numbered([place[held[code].most_common(1)[0][0]] for code in units.codes])


def groups(grouping: Sequence[int], units: Units) -> tuple[tuple[str, ...], ...]:
    """The codes of the units of each footprint, in order of their first ones."""
    found: dict[int, list[str]] = {}
    for code, label in zip(units.codes, grouping, strict=True):
        found.setdefault(label, []).append(code)
    return tuple(map(tuple, found.values()))


def assignment_of(
    grouping: Sequence[int], units_plan: Plan, units: Units, rest: Plan
) -> Assignment:
    """An option as footprints of blocks, each with the code of its largest body.

    What was not asked about is as in the rest, body by body.
    """
    made = {code: footprint_of(codes, units) for codes in groups(grouping, units) for code in codes}
    kept, was = rest.by_id, dict(rest.assignment)
    owner = {block: made.get(unit) or kept[was[block]] for block, unit in units_plan.assignment}
    pairs = tuple((block, one.id) for block, one in owner.items())
    return Assignment(tuple(sorted(set(owner.values()), key=lambda one: one.id)), pairs)


def footprint_of(codes: Sequence[str], units: Units) -> Footprint:
    """The footprint of some units: the code of the largest, and what they are called together."""
    places = [units.place[code] for code in codes]
    ordered = sorted(places, key=lambda place: (-units.residents[place], place))
    code, names = units.codes[ordered[0]], [units.names[place] for place in ordered]
    first, *others = names
    if len(others) > 1:
        return Footprint(code, f"{short_name(first)} with {len(others)} others")
    return Footprint(code, " with ".join(map(short_name, names)) if others else first)


def plan_of_authorities(atlas: Atlas, tier: Tier) -> Plan:
    """The authorities of a tier as footprints, so that options can be made of them.

    A block that several share is of the one that has most of its people. Raises QuestionError where
    they do not cover England.
    """
    owner = tier.main_of_block
    if left := len(atlas.blocks.index.difference(owner.index)):
        raise QuestionError(
            f"{capital(tier.many)} do not cover England, as {left} of its {len(atlas.blocks)} "
            "blocks are in none: options cannot be made of them."
        )
    pairs = tuple(sorted(owner.items()))
    found = Assignment(tuple(Footprint(one, tier.names[one]) for one in sorted(set(owner))), pairs)
    return replace(one_footprint(atlas, tier.key, tier.label), bodies=found, teams=found)


PREFIX = "every-"
_LETTERS = ascii_lowercase + ascii_uppercase
_LEFT = "."


def is_counted(key: str) -> bool:
    """Whether a plan's key speaks of an option of the count, well formed or not."""
    return key.startswith(PREFIX)


def key_of(grouping: Sequence[int | None], bodies: str) -> str:
    """The key of an option among all plans: what it is made of, then a letter for each body.

    A body that was not counted, and stays as it is, has a full stop.
    """
    letters = (_LEFT if label is None else _LETTERS[label] for label in grouping)
    return f"{PREFIX}{bodies}-{''.join(letters)}"


def read_key(key: str) -> tuple[str, tuple[int | None, ...]]:
    """What an option is made of, and its grouping, None for a body that was not counted.

    Raises NoSuchOptionError where a key says no such thing.
    """
    bodies, _, letters = key.removeprefix(PREFIX).rpartition("-")
    if not is_counted(key) or not letters or set(letters) - {*_LETTERS, _LEFT}:
        raise NoSuchOptionError("It does not say which bodies go together.")
    return bodies, tuple(None if one == _LEFT else _LETTERS.index(one) for one in letters)


def plan_of(
    key: str,
    grouping: Sequence[int | None],
    units_plan: Plan,
    units: Units,
    rest: Plan,
    made_of: str,
) -> Plan:
    """An option as a plan: its footprints are teams over the bodies of the rest, which stay.

    `made_of` says of what it is one of the ways to group. Raises NoSuchOptionError where it is none
    of the units, or not in one piece.
    """
    if len(grouping) != len(units):
        raise NoSuchOptionError(f"It does not group {len(units)} bodies.")
    places = [place for place, label in enumerate(grouping) if label is not None]
    if not places:
        raise NoSuchOptionError("It does not say which bodies go together.")
    counted, labels = units.only(places), [label for label in grouping if label is not None]
    check(labels, counted)
    teams = assignment_of(labels, units_plan, counted, rest)
    # What was not counted is a footprint of its own where ICBs are, and no part of the option else.
    part = _region(counted) if len(places) < len(units) else ""
    size = len(set(labels)) if part else len(teams.footprints)
    made = replace(
        rest,
        key=key,
        title=_title(key, size, part),
        as_of="",
        effective="",
        status="option",
        scope="England",
        confidence="",
        summary=f"One of the ways to group {made_of}.",
        note="It was found by counting. Nobody has proposed it.",
        reconstruction=False,
        sources=(),
        teams=teams,
        usual="teams",
        seen="teams",
        why_divided="",
    )
    return replace(made, why_divided=_DIVIDES) if made.divided else made


_DIVIDES = "It keeps authorities whole, and not ICBs."


def inside(plan: Plan, grouping: Grouping, where: str) -> Plan:
    """An option with its number of footprints `where` it was counted; any other plan as it is."""
    if not is_counted(plan.key) or not where:
        return plan
    return replace(plan, title=_title(plan.key, len(set(grouping)), where))


def mark(key: str) -> str:
    """What an option is called, wherever it is met; its number hangs on what was asked."""
    return sha256(key.encode()).hexdigest()[:4].upper()


def _title(key: str, count: int, where: str) -> str:
    there = f" in {where}" if where else ""
    return f"Option {mark(key)}: {count} {'footprint' if count == 1 else 'footprints'}{there}"


def _region(units: Units) -> str:
    """The one NHS region that all units lie in, in words, or ""."""
    found = frozenset().union(*units.regions)
    return region_words(next(iter(found))) if len(found) == 1 else ""


def check(grouping: Sequence[int], units: Units) -> None:
    """Refuse what is no grouping of the units into footprints in one piece."""
    if len(grouping) != len(units) or numbered(grouping) != tuple(grouping):
        raise NoSuchOptionError(f"It does not group {len(units)} bodies.")
    for codes in groups(grouping, units):
        places = {units.place[code] for code in codes}
        if apart := places - _reached(min(places), places, units):
            raise NoSuchOptionError(
                f"{units.names[min(places)]} and {units.names[min(apart)]} do not hang together."
            )


def _reached(start: int, places: Collection[int], units: Units) -> set[int]:
    reached, waiting = {start}, [start]
    while waiting:
        new = units.neighbours[waiting.pop()] & set(places) - reached
        reached |= new
        waiting += new
    return reached
