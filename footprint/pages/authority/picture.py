"""Picture: authorities on a map, all of them, those of a part of England, or one alone."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from footprint.content.asked import focus, plan_of, positions, selected_footprint
from footprint.content.figures import text_table
from footprint.content.grounds import on_ground
from footprint.content.values import Alone, Figures, MapContent, Picture, Table
from footprint.criteria.case import STRATEGIC
from footprint.english import rounded_share
from footprint.facts.shapes import bounds
from footprint.maps.layer import Layer
from footprint.maps.sentences import authority_sentence, wide_sentence
from footprint.measures.said import Said
from footprint.pages.authority.card import AuthorityCard, asked, authority_card
from footprint.pages.authority.rows import by_authority, counts_of
from footprint.parts.holding import asked_for
from footprint.parts.retelling import faded, of_part, titled_in
from footprint.plans.plan import Plan, titled
from footprint.plans.scope import Scope, inside
from footprint.plans.splits import several
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import authorities
from footprint.workspace.plans import anchors as anchors_of
from footprint.workspace.scopes import part
from footprint.workspace.workspace import Workspace


def picture_of(
    work: Workspace,
    view: View,
    shown: Plan,
    tier: Tier,
    layer: Layer,
    told: tuple[Table, Figures, Table | None],
    selected: str,
) -> Picture:
    """Authorities on the map of a plan, with the table and the figures that are told."""
    table, figures, every = told
    home = tier.main_of_block
    named = anchors_of(work, view.plan_key, view.base)
    _, place = asked_for(work, view, shown, tier)
    drawn = MapContent(
        layer=layer,
        anchors=authorities.tier_anchors(work, tier.key),
        frames=tuple(named[footprint.id] for footprint in shown.footprints),
        area_of_block=home,
        selected=selected,
        place=positions(shown, place.blocks) if place else (),
        focus=bounds(work.drawn_on(view.map), list(place.blocks))
        if place
        else focus(work, view, shown, home, selected),
    )
    return Picture(
        title=layer.title,
        subtitle=shown.summary,
        summary=layer.summary,
        maps=(on_ground(work, view, drawn),),
        key=layer,
        table=table,
        every=every,
        figures=figures,
        plans=(shown,),
        notes=(
            _counted(view, tier),
            shown.note,
        ),
        selected=selected_footprint(work, view, shown),
    )


def told_within(work: Workspace, view: View, code: str) -> Picture:
    """The picture told of the authorities with land in a part of England."""
    shown, tier = plan_of(work, view), work.tiers[view.tier]
    scope = part(work, code, view.base)
    told = authorities.authorities(work, *asked(view))
    owners = tier.main_of_block[tier.main_of_block.index.isin(scope.blocks)]
    here = told[told.index.isin(owners)]
    rows = by_authority(work, view, shown).loc[lambda every: every.index.isin(here["name"])]
    whole = authorities.authority_layer(work, *asked(view))
    said = _sentence(work, view, shown, tier, here, scope)
    layer = replace(
        whole,
        title=titled_in(whole.title, scope),
        summary=f"In {scope.name}: {said[0].lower()}{said[1:]}",
    )
    counts = counts_of(tier, rows, rows.head(int(here["split"].sum())))
    selected, _ = asked_for(work, view, shown, tier)
    return picture_of(work, view, shown, tier, layer, counts, selected)


def _sentence(
    work: Workspace, view: View, shown: Plan, tier: Tier, here: pd.DataFrame, scope: Scope
) -> str:
    if not tier.wide:
        return authority_sentence(shown, tier, here)
    pieces = authorities.overlap(work, view.plan_key, view.base, view.tier)
    counts = several(pieces, view.tolerance_share)
    return wide_sentence(shown, tier, counts[inside(shown, scope.blocks)])


def told_alone(work: Workspace, view: View, authority: str) -> Alone | None:
    """How one authority is told alone; nothing where none is chosen."""
    if not authority:
        return None
    return Alone(work.tiers[view.tier].names[authority], lambda: _of_one(work, view, authority))


def _of_one(work: Workspace, view: View, authority: str) -> Picture:
    """The picture told of one authority; its land is that of the blocks it has most people of."""
    shown, tier = plan_of(work, view), work.tiers[view.tier]
    row = authorities.authorities(work, *asked(view)).loc[authority]
    card = authority_card(work, view, shown, tier, authority)
    land, lived_in = _where_it_is(tier, authority)
    layer = authorities.authority_layer(work, *asked(view))
    lines = f"The thick outline is {land.name}, dark lines are footprints, pale lines authorities. "
    layer = replace(
        layer,
        title=f"{_with_its_kind(card.name, tier)}: {titled(shown)}",
        summary=card.sentence,
        note=lines + tier.note,
    )
    table = text_table(f"Where the people of {card.name} are", card.pieces)
    told = replace(
        picture_of(
            work, view, shown, tier, layer, (table, _key_figures(row, card), None), authority
        ),
        notes=(*filter(None, (card.about, card.source)), _counted(view, tier), shown.note),
    )
    told = of_part(faded(told, land), lived_in, lies="in ")
    subtitle = card.verdict if shown.national else told.subtitle
    return replace(told, subtitle=subtitle, scope=land.blocks)


def _with_its_kind(name: str, tier: Tier) -> str:
    """A name by which no footprint is meant: with its kind, unless it says that itself."""
    *_, kind = tier.one.split()
    return name if kind in name.casefold() else f"{name}, {tier.one}"


def _where_it_is(tier: Tier, authority: str) -> tuple[Scope, Scope]:
    """The blocks that maps show as an authority's, and those that any of its people live in."""
    home, people = tier.main_of_block, tier.people
    name = tier.names[authority]
    called = f"the {name}" if tier.key.startswith(STRATEGIC) else name
    lived_in = people.loc[people["authority"] == authority, "block"]
    return (
        Scope(called, frozenset(home.index[home == authority])),
        Scope(called, frozenset(lived_in)),
    )


def _key_figures(row: pd.Series, card: AuthorityCard) -> Figures:
    """How a plan treats one authority, and how many people it has outside its main footprint."""
    people = sum(said.value for said in card.pieces["Residents, mid-2022"])
    return (
        ("Residents, mid-2022", str(Said(people))),
        ("Footprints", str(len(card.pieces))),
        ("Living outside the main footprint", rounded_share(row["outside"])),
    )


def _counted(view: View, tier: Tier) -> str:
    outside = f"more than {view.tolerance:g}% of its people (mid-2022) live outside"
    if tier.wide:
        return f"A body works with more than one footprint when {outside} its main one."
    return f"An authority is split when {outside} its main footprint."
