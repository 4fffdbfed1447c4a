"""Sides: the plans that a view compares, what each is called, and what changes between them."""

from __future__ import annotations

from footprint.content.asked import asked_place
from footprint.content.lines import basis
from footprint.content.pair_maps import every_key, plan_keys, scope_of
from footprint.criteria.differences import Side
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.plans.places import footprint_at
from footprint.plans.plan import Plan, titled
from footprint.plans.scope import letters
from footprint.plans.splits import Change, change
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import comparisons, plans
from footprint.workspace.workspace import Workspace

TIERS = ("utla", "lad")


def measure_of(view: View) -> Measure:
    """The measure that plans are compared by."""
    return BY_KEY[view.measure or "residents"]


def titles_of(sides: list[Side]) -> tuple[str, ...]:
    """The title of each plan."""
    return tuple(titled(side.plan) for side in sides)


def letters_of(sides: list[Side]) -> tuple[str, ...]:
    """What each plan is called in short: a letter."""
    return letters(titles_of(sides))


def in_order(named: tuple[str, ...], sides: list[Side]) -> list[tuple[str, Side]]:
    """The plans in the order of their letters, which is not always that of what is compared."""
    return sorted(zip(named, sides, strict=False), key=lambda one: one[0])


def both(sides: list[Side]) -> tuple[Plan, Plan]:
    """The two plans compared first."""
    return sides[0].plan, sides[1].plan


def comparison(work: Workspace, view: View) -> comparisons.Comparison:
    """The first two plans, block by block."""
    return comparisons.comparison(work, *plan_keys(view), scope_of(work, view))


def sides_of(work: Workspace, view: View) -> list[Side]:
    """Every plan compared with its figures, the one compared with first."""
    lines, costs = basis(work, view)
    within = scope_of(work, view)
    return [comparisons.side(work, key, view.base, within, lines, costs) for key in every_key(view)]


def changes_of(work: Workspace, view: View) -> dict[Tier, Change]:
    """How splits of each kind of authority change between the first two."""
    sides, tiers = sides_of(work, view)[:2], [work.tiers[key] for key in TIERS]
    return {tier: change(*(side.splits(tier) for side in sides)) for tier in tiers}


def selected_of(work: Workspace, view: View) -> tuple[str, ...]:
    """The footprint of each plan that holds the place asked for; "" where none is."""
    shown = [plans.plan(work, key, view.base) for key in every_key(view)]
    if not view.area:
        return ("",) * len(shown)
    place = asked_place(work, view)
    return tuple(footprint_at(place, plan, work.residents) for plan in shown)
