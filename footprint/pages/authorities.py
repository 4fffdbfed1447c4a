"""Local authorities: which does this plan keep whole, and which does it split?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from footprint.content.asked import layered, marked, plan_of
from footprint.content.values import Page, Picture, Sentence
from footprint.english import article
from footprint.maps.sentences import change_sentence
from footprint.pages.authority.card import AuthorityCard, asked, authority_card
from footprint.pages.authority.picture import picture_of, told_alone, told_within
from footprint.pages.authority.rows import by_authority, by_footprint, counts_of
from footprint.parts.holding import HoldingCard, asked_for, holding
from footprint.plans.plan import Plan
from footprint.plans.splits import change
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import authorities
from footprint.workspace.plans import plan
from footprint.workspace.workspace import VIEWS, Workspace, kept

HOW_TO_READ = (
    "The footprints with most people stand first. Coterminous means sharing its borders: made of "
    "whole authorities and nothing else. People are counted in mid-2022 here, the last year with "
    "figures for every neighbourhood."
)
"""What has to be known to read the table of footprints."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Authorities:
    """What the page on local authorities says; `selected` is an authority, or "".

    `card` tells that one, `held` a place that is none, such as a footprint. `authorities` has
    every one by name, `split` those split alone, `footprints` the other way round.
    """

    plan: Plan
    tier: Tier
    selected: str
    sentence: Sentence
    change: str
    picture: Picture
    card: AuthorityCard | None
    held: HoldingCard | None
    hint: str
    authorities: pd.DataFrame
    split: pd.DataFrame
    footprints: pd.DataFrame


@kept(VIEWS)
def content(work: Workspace, view: View) -> Authorities:
    """How a plan treats the authorities of one tier."""
    view = layered(work, view)
    shown, tier = plan_of(work, view), work.tiers[view.tier]
    layer = authorities.authority_layer(work, *asked(view))
    selected, place = asked_for(work, view, shown, tier)
    table = by_authority(work, view, shown)
    split = table.head(int(authorities.authorities(work, *asked(view))["split"].sum()))
    return Authorities(
        plan=shown,
        tier=tier,
        selected=selected,
        sentence=Sentence(marked(layer.summary, shown)),
        change=_change(work, view, shown, tier),
        picture=replace(
            picture_of(work, view, shown, tier, layer, counts_of(tier, table, split), selected),
            within=lambda code: told_within(work, view, code),
            alone=told_alone(work, view, selected),
        ),
        card=authority_card(work, view, shown, tier, selected) if selected else None,
        held=place and holding(work, place, tier, view.tolerance_share),
        hint=f"Choose {article(tier.one)} on the map, or type its name above.",
        authorities=table,
        split=split,
        footprints=by_footprint(work, view, shown),
    )


def card_of(work: Workspace, view: View, authority: str) -> AuthorityCard:
    """What is told of one authority of the view's tier."""
    view = layered(work, view)
    return authority_card(work, view, plan_of(work, view), work.tiers[view.tier], authority)


def _change(work: Workspace, view: View, shown: Plan, tier: Tier) -> str:
    if view.other_key == view.plan_key:
        return "Compare with another plan to see what this one changes."
    before = authorities.authorities(
        work, view.other_key, view.base, view.tier, view.tolerance_share
    )
    after = authorities.authorities(work, *asked(view))
    return change_sentence(
        change(before, after), tier, shown, plan(work, view.other_key, view.base)
    )


PAGE = Page(
    "pages/Local_authorities.py",
    "Local authorities",
    ("plan", "layer", "map", "base", "other", "tier", "tolerance", "area"),
    content,
)
