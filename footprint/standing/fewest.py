"""Fewest: the plan that meets what is asked and serves an aim best, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from footprint.content.asked import layered
from footprint.content.values import Table
from footprint.every_option.measures import SPLIT_TIERS
from footprint.optimum.answer import Answer
from footprint.optimum.asked import SECONDS, Asked, Sought, scope
from footprint.options.option import Option, with_drawn
from footprint.plans.assignment import Assignment
from footprint.plans.drawn import drawn_key
from footprint.plans.plan import Plan, titled
from footprint.plans.scope import region_words
from footprint.standing import movers
from footprint.standing.aims import aim_of
from footprint.standing.aims import words as aim_words
from footprint.view import NO_TIER, View
from footprint.workspace import counts, plans
from footprint.workspace.options import option_text
from footprint.workspace.workspace import Workspace

BEGIN: Mapping[str, str] = {"bodies": "the ICBs that are counted", "shown": "the plan shown"}
MOVING: Mapping[str, str] = {"utla": "Upper-tier authorities", "lad": "Districts"}


@dataclass(frozen=True, eq=False, kw_only=True)
class Fewest:
    """What is said of an answer.

    `drawn` leads to the plan in Draw, `compared` to it beside the plan it began as, in Compare;
    None where there is no plan to look at.
    """

    sentence: str
    notes: tuple[str, ...]
    table: Table | None
    drawn: View | None
    compared: View | None


_AS_COMPARED = (
    "Everybody whose area comes under another footprint counts here, whole ICBs too. Compare tells "
    "them apart: people of a whole ICB join, people of a divided one move."
)


def kept_whole(work: Workspace) -> dict[str, str]:
    """The tiers that may be asked to be kept whole, or none of them."""
    return {NO_TIER: "No kind of authority"} | {key: work.tiers[key].label for key in SPLIT_TIERS}


def begins(work: Workspace, view: View) -> dict[str, str]:
    """The plans that people may move from, by what each is called."""
    named = {key: titled(begun(work, view.with_(begin=key))) for key in BEGIN}
    return named | {"shown": f"The plan shown: {named['shown']}"}


def sought(work: Workspace, view: View) -> Sought:
    """What a view asks to be searched for.

    One footprint for all would be whole and even: without a number there are to be as many as now.
    """
    plan, (aim, split) = begun(work, view), aim_of(view.aim)
    asked = Asked(
        plan=replace(plan, title=titled(plan)),
        aim=aim,
        split=split,
        unit=view.moving,
        whole=() if view.intact == NO_TIER else (view.intact,),
        least=view.least,
        locked=frozenset(view.locked),
        inside_regions=bool(view.inside),
        region=view.region,
    )
    as_now = None if aim == "movers" else int(scope(work.atlas, asked)["owner"].nunique())
    return Sought(replace(asked, footprints=view.into or as_now))


def lockable(work: Workspace, view: View) -> dict[str, str]:
    """The footprints that may be kept as they are, by name: those with people in what counts."""
    asked = sought(work, view).asked
    here = set(scope(work.atlas, asked)["owner"])
    names = {one.id: one.name for one in asked.plan.footprints if one.id in here}
    return dict(sorted(names.items(), key=lambda one: one[1]))


def more(view: View) -> int:
    """How many of the conditions that are rarely asked for a view asks for."""
    return len([one for one in (view.locked, view.into) if one])


def begun(work: Workspace, view: View) -> Plan:
    """The plan that people are moved from."""
    view = _layered(work, view)
    return plans.plan(work, view.plan_key, view.base)


def heading(work: Workspace, view: View) -> str:
    """What is sought, as a heading."""
    return aim_words(view.aim, work.tiers).heading


def about(work: Workspace, view: View) -> str:
    """What is found, and where."""
    said = aim_words(view.aim, work.tiers)
    where = f" In {region_words(view.region)} only, as above." if view.region else ""
    return (
        "Here an ICB may be divided. Of all plans that meet what is asked, with every footprint in "
        f"one piece, this finds the one that {said.finds}, and proves that none {said.none}; or "
        f"it says how much is left open after {SECONDS:.0f} seconds.{where}"
    )


def content(work: Workspace, view: View, answer: Answer) -> Fewest:
    """An answer to what a view asks, in words, as a table, and as a plan to go on with."""
    before_of = dict(answer.asked.plan.assignment)
    moved = any(before_of[block] != owner for block, owner in answer.pairs)
    before = _layered(work, view)
    text = _text(work, before, answer) if moved else ""
    return Fewest(
        sentence=movers.sentence(answer, work.tiers),
        notes=(*movers.notes(work.atlas, answer), *((_AS_COMPARED,) if text else ())),
        table=movers.table(work.atlas, work.tiers[view.moving], answer) if moved else None,
        drawn=before.with_(option=text, saved="", area="") if text else None,
        compared=_compared(before, text) if text else None,
    )


def _layered(work: Workspace, view: View) -> View:
    """The view by the layer people are moved on: that of the ICBs counted, or of the plan shown."""
    if view.begin == "bodies":
        return view.with_(plan=counts.rest_of(work, view.bodies).key, layer="bodies")
    return layered(work, view, "teams")


def _compared(view: View, text: str) -> View:
    return view.with_(other=view.plan, plan=drawn_key(text), option=text, area="")


def _text(work: Workspace, view: View, answer: Answer) -> str:
    """The plan found as the text of an option; "" where that would have other footprints."""
    option = plans.start_of(work, view.plan_key, view.base)
    found = dict(answer.pairs)
    if not set(found.values()) <= set(option.plan.by_id):
        return ""
    return option_text(work, _made(option, found))


def _made(option: Option, found: dict[str, str]) -> Option:
    """An option with blocks in the footprints that were found for them."""
    pairs = tuple((block, found.get(block, was)) for block, was in option.plan.assignment)
    alive = {footprint for _, footprint in pairs}
    kept = tuple(one for one in option.plan.footprints if one.id in alive)
    return with_drawn(option, Assignment(kept, pairs))
