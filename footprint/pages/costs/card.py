"""Card: the money of one footprint, told as a story."""

from __future__ import annotations

import pandas as pd

from footprint.content.values import Card
from footprint.maps.stories import Story
from footprint.measures.units import POUNDS_EACH
from footprint.money import published, sentences
from footprint.money.scenario import Scenario
from footprint.pages.costs.shown import not_taken
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace


def card_of(
    work: Workspace,
    view: View,
    plan: Plan,
    selected: str,
    figures: pd.DataFrame,
    assumed: Scenario,
) -> Card:
    """What is told of the footprint selected, or how to select one."""
    if not selected:
        hint = "Choose an area on the map, or type a name above, to see its money."
        return Card(story=None, hint=hint)
    name, row = plan.by_id[selected].name, figures.loc[selected]
    split = selected in plans.estimated(work, view.plan_key, view.base)
    to_come = published.targets_to_come(work.atlas, plan)[selected]
    story = Story(
        name,
        _basis(assumed),
        (
            (
                "Envelope and target",
                sentences.envelope(row, assumed, estimated=split, to_come=to_come),
            ),
            ("Reduction needed", _needed(work, plan, selected, figures, assumed, split=split)),
            ("Cut or cap", sentences.cut_or_cap(name, row, assumed)),
            *sentences.allowance_and_staff(
                plans.table(work, view.plan_key, view.base).loc[selected], estimated=split
            ),
        ),
    )
    return Card(story=story)


def _needed(
    work: Workspace,
    plan: Plan,
    selected: str,
    figures: pd.DataFrame,
    assumed: Scenario,
    *,
    split: bool,
) -> str:
    """How far one footprint would have to come down, also from a cost that is only implied."""
    row = figures.loc[selected]
    told = sentences.needed(row, assumed, estimated=split)
    implied = sentences.by_implied(row, published.implied_cost(work.atlas, plan, selected))
    unused = not_taken(work, plan, figures, assumed, of=selected)
    return " ".join(filter(None, (told, implied, *unused)))


def _basis(assumed: Scenario) -> str:
    if assumed != Scenario():
        return "By the assumptions above"
    return f"At {POUNDS_EACH.text(assumed.cap)}, and a {100 * assumed.cut:g}% cut"
