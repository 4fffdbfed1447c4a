"""Options as plans, and plans as options: whole bodies on the one side, blocks on the other."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.english import listed, short_name
from footprint.every_option.counting import Grouping, NoSuchOptionError, numbered
from footprint.every_option.units import Units
from footprint.plans.assignment import Assignment, Footprint
from footprint.plans.plan import Plan

_MOST_NAMED = 3


class DividedError(NoSuchOptionError):
    """A plan divides bodies that options keep whole; `bodies` names them."""

    def __init__(self, bodies: Sequence[str]) -> None:
        super().__init__(f"It divides {listed(bodies)}, and options here keep bodies whole.")
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


def groups(grouping: Sequence[int], units: Units) -> tuple[tuple[str, ...], ...]:
    """The codes of the units of each footprint, in order of their first ones."""
    found: dict[int, list[str]] = {}
    for code, label in zip(units.codes, grouping, strict=True):
        found.setdefault(label, []).append(code)
    return tuple(map(tuple, found.values()))


def assignment_of(grouping: Sequence[int], units_plan: Plan, units: Units) -> Assignment:
    """An option as footprints of blocks, each with the code of its largest body.

    Units that were not asked about stay as they are, each a footprint of its own.
    """
    owner = dict(units_plan.by_id)
    for codes in groups(grouping, units):
        one = _footprint(codes, units)
        owner |= dict.fromkeys(codes, one)
    pairs = tuple((block, owner[unit].id) for block, unit in units_plan.assignment)
    return Assignment(tuple(sorted(set(owner.values()), key=lambda one: one.id)), pairs)


def _footprint(codes: Sequence[str], units: Units) -> Footprint:
    places = [units.place[code] for code in codes]
    ordered = sorted(places, key=lambda place: (-units.residents[place], place))
    code, names = units.codes[ordered[0]], [units.names[place] for place in ordered]
    if len(names) == 1:
        return Footprint(code, names[0])
    said = [short_name(name) for name in names]
    if len(said) > _MOST_NAMED:
        said = [*said[: _MOST_NAMED - 1], f"{len(said) - _MOST_NAMED + 1} others"]
    return Footprint(code, listed(said))
