"""Fixed: footprints that every option has to have, and those of the plan shown that may be such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footprint.content.asked import layered
from footprint.english import listed
from footprint.view import View
from footprint.workspace import counts, plans
from footprint.workspace.workspace import Workspace

_WITH = "-"


def codes_of(fixed: str) -> tuple[str, ...]:
    """The codes of the ICBs of a footprint that is fixed, as an address holds it."""
    return tuple(dict.fromkeys(filter(None, fixed.split(_WITH))))


def as_fixed(codes: Iterable[str]) -> str:
    """A footprint that is fixed, as an address holds it."""
    return _WITH.join(sorted(codes))


def fixable(work: Workspace, view: View) -> dict[str, str]:
    """The footprints that may be fixed, by what each is called, those of several ICBs first.

    They are those of the plan shown that are made of whole ICBs, those that are fixed already, and
    each ICB by itself.
    """
    units = counts.units(work, view.bodies)
    names = dict(zip(units.codes, units.names, strict=True))
    alone = ((code,) for code in units.codes)
    found = [key for key in view.fixed if codes_of(key) and set(codes_of(key)) <= set(names)]
    found += map(as_fixed, (*_whole(work, view), *alone))
    said = {key: listed(sorted(names[code] for code in codes_of(key))) for key in found}
    return dict(sorted(said.items(), key=lambda one: (_WITH not in one[0], one[1])))


def _whole(work: Workspace, view: View) -> Iterator[tuple[str, ...]]:
    """The footprints of the plan shown that are made of whole ICBs, by the codes of these."""
    view = layered(work, view, "teams")
    plan = plans.plan(work, view.plan_key, view.base)
    unit = counts.bodies_plan(work, view.bodies).footprint_of.astype(object)
    blocks = unit.groupby(plan.footprint_of.astype(object))
    held, sizes = blocks.unique(), unit.value_counts()
    for footprint, codes in held.items():
        if sizes[codes].sum() == blocks.size()[footprint]:
            yield tuple(codes)
