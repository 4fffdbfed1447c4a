"""Fewest: the plan that was found to move the fewest people, what is said of it, and its links."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.content.asked import layered
from footprint.content.values import Table
from footprint.optimum.answer import Answer
from footprint.optimum.errand import Sought
from footprint.options.keys import key_of
from footprint.options.option import Option, with_drawn
from footprint.pages import draw
from footprint.plans.assignment import Assignment
from footprint.standing import fewest
from footprint.view import View
from footprint.workspace.options import option_text
from footprint.workspace.workspace import Workspace


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


def sought(work: Workspace, view: View) -> Sought:
    """What a view asks to be searched for."""
    return fewest.sought(work, _layered(work, view))


def begins(work: Workspace, view: View) -> dict[str, str]:
    """The plans that people may move from, by what each is called."""
    return fewest.begins(work, layered(work, view, "teams"))


def about(view: View) -> str:
    """What is found, and where."""
    where = f" In {view.region} only, as above." if view.region else ""
    return f"{_ABOUT}{where}"


_ABOUT = (
    "Here an ICB may be divided. Of all plans that meet what is asked, with every footprint in one "
    "piece, this finds the one that moves the fewest people, and proves that none moves fewer."
)


def content(work: Workspace, view: View, answer: Answer) -> Fewest:
    """An answer to what a view asks, in words, as a table, and as a plan to go on with."""
    moved = bool(answer.pairs and answer.value)
    begun = _layered(work, view)
    text = _text(work, begun, answer) if moved else ""
    return Fewest(
        sentence=fewest.sentence(answer),
        notes=fewest.notes(work.atlas, answer),
        table=fewest.movers(work.atlas, work.tiers[view.moving], answer) if moved else None,
        drawn=begun.with_(option=text, saved="", area="") if text else None,
        compared=_compared(begun, text) if text else None,
    )


def _layered(work: Workspace, view: View) -> View:
    """The view by the layer people are moved on: that of the ICBs counted, or of the plan shown."""
    if view.begin == "bodies":
        return view.with_(plan=view.bodies, layer="bodies")
    return layered(work, view, "teams")


def _compared(view: View, text: str) -> View:
    return view.with_(other=view.plan, plan=key_of(text), area="")


def _text(work: Workspace, view: View, answer: Answer) -> str:
    """The plan found as the text of an option; "" where that would have other footprints."""
    option = draw.start_of(work, view.plan_key, view.base)
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
