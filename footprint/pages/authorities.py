"""Local authorities: which does this plan keep whole, and which does it split?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

import pandas as pd

from footprint.content.asked import (
    focus,
    layered,
    marked,
    plan_of,
    positions,
    selected_footprint,
)
from footprint.content.figures import most_first, text_table
from footprint.content.grounds import on_ground
from footprint.content.values import Alone, Figures, MapContent, Page, Picture, Sentence, Table
from footprint.criteria.case import STRATEGIC
from footprint.english import article, capital, days_in_words, rounded_share, rounded_shares
from footprint.facts.shapes import bounds
from footprint.maps.layer import Layer
from footprint.maps.sentences import (
    authority_sentence,
    change_sentence,
    strategic_sentence,
    wide_sentence,
)
from footprint.measures.said import Said, said_share, said_shares
from footprint.parts.holding import HoldingCard, asked_for, holding
from footprint.parts.retelling import faded, of_part, titled_in
from footprint.plans.fits import MOST, fit_sentence
from footprint.plans.kinds import KIND_INLINE
from footprint.plans.plan import Plan, titled
from footprint.plans.scope import Scope, inside
from footprint.plans.splits import INHERITED, change, several, split_sentence
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import authorities
from footprint.workspace.plans import anchors as anchors_of
from footprint.workspace.plans import plan
from footprint.workspace.plans import table as table_of
from footprint.workspace.scopes import part
from footprint.workspace.workspace import VIEWS, Workspace, kept

HOW_TO_READ = (
    "The footprints with most people stand first. Coterminous means sharing its borders: made of "
    "whole authorities and nothing else. People are counted in mid-2022 here, the last year with "
    "figures for every neighbourhood."
)
"""What has to be known to read the table of footprints."""


@dataclass(frozen=True, eq=False, kw_only=True)
class AuthorityCard:
    """One authority: whether it is whole, and where its people are.

    `about` says of a strategic authority since when it exists and how sure that is, and `source`
    who says so; of others both are "".
    """

    name: str
    about: str
    source: str
    verdict: str
    sentence: str
    pieces: pd.DataFrame


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
    layer = authorities.authority_layer(work, *_asked(view))
    selected, place = asked_for(work, view, shown, tier)
    table = _by_authority(work, view, shown)
    split = table.head(int(authorities.authorities(work, *_asked(view))["split"].sum()))
    return Authorities(
        plan=shown,
        tier=tier,
        selected=selected,
        sentence=Sentence(marked(layer.summary, shown)),
        change=_change(work, view, shown, tier),
        picture=replace(
            _picture(work, view, shown, tier, layer, _counts(tier, table, split), selected),
            within=lambda code: _within(work, view, code),
            alone=_alone(work, view, selected),
        ),
        card=_card(work, view, shown, tier, selected) if selected else None,
        held=place and holding(work, place, tier, view.tolerance_share),
        hint=f"Choose {article(tier.one)} on the map, or type its name above.",
        authorities=table,
        split=split,
        footprints=_by_footprint(work, view, shown),
    )


def card_of(work: Workspace, view: View, authority: str) -> AuthorityCard:
    """What is told of one authority of the view's tier."""
    view = layered(work, view)
    return _card(work, view, plan_of(work, view), work.tiers[view.tier], authority)


def _asked(view: View) -> tuple[str, str, str, float]:
    return view.plan_key, view.base, view.tier, view.tolerance_share


def _picture(
    work: Workspace,
    view: View,
    shown: Plan,
    tier: Tier,
    layer: Layer,
    told: tuple[Table, Figures, Table | None],
    selected: str,
) -> Picture:
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


def _counts(
    tier: Tier, everything: pd.DataFrame, split: pd.DataFrame
) -> tuple[Table, Figures, Table]:
    """The authorities that are split as a table, how many of how many they are, and all of them."""
    finding = _finding(tier)
    figures = (tier.label, str(len(everything))), (finding, str(len(split)))
    every = text_table(tier.label, everything)
    found = "with more than one footprint" if tier.wide else "that are split"
    return text_table(f"{tier.label} {found}", split), figures, every


def _within(work: Workspace, view: View, code: str) -> Picture:
    """The picture told of the authorities with land in a part of England."""
    shown, tier = plan_of(work, view), work.tiers[view.tier]
    scope = part(work, code, view.base)
    told = authorities.authorities(work, *_asked(view))
    owners = tier.main_of_block[tier.main_of_block.index.isin(scope.blocks)]
    here = told[told.index.isin(owners)]
    rows = _by_authority(work, view, shown).loc[lambda every: every.index.isin(here["name"])]
    whole = authorities.authority_layer(work, *_asked(view))
    said = _sentence(work, view, shown, tier, here, scope)
    layer = replace(
        whole,
        title=titled_in(whole.title, scope),
        summary=f"In {scope.name}: {said[0].lower()}{said[1:]}",
    )
    counts = _counts(tier, rows, rows.head(int(here["split"].sum())))
    selected, _ = asked_for(work, view, shown, tier)
    return _picture(work, view, shown, tier, layer, counts, selected)


def _alone(work: Workspace, view: View, authority: str) -> Alone | None:
    if not authority:
        return None
    return Alone(work.tiers[view.tier].names[authority], lambda: _of_one(work, view, authority))


def _of_one(work: Workspace, view: View, authority: str) -> Picture:
    """The picture told of one authority; its land is that of the blocks it has most people of."""
    shown, tier = plan_of(work, view), work.tiers[view.tier]
    row = authorities.authorities(work, *_asked(view)).loc[authority]
    card = _card(work, view, shown, tier, authority)
    land, lived_in = _where_it_is(tier, authority)
    layer = authorities.authority_layer(work, *_asked(view))
    lines = f"The thick outline is {land.name}, dark lines are footprints, pale lines authorities. "
    layer = replace(
        layer,
        title=f"{_with_its_kind(card.name, tier)}: {titled(shown)}",
        summary=card.sentence,
        note=lines + tier.note,
    )
    table = text_table(f"Where the people of {card.name} are", card.pieces)
    told = replace(
        _picture(work, view, shown, tier, layer, (table, _key_figures(row, card), None), authority),
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


def _sentence(
    work: Workspace, view: View, shown: Plan, tier: Tier, here: pd.DataFrame, scope: Scope
) -> str:
    if not tier.wide:
        return authority_sentence(shown, tier, here)
    pieces = authorities.overlap(work, view.plan_key, view.base, view.tier)
    counts = several(pieces, view.tolerance_share)
    return wide_sentence(shown, tier, counts[inside(shown, scope.blocks)])


def _finding(tier: Tier) -> str:
    return "With more than one footprint" if tier.wide else "Split"


def _counted(view: View, tier: Tier) -> str:
    outside = f"more than {view.tolerance:g}% of its people (mid-2022) live outside"
    if tier.wide:
        return f"A body works with more than one footprint when {outside} its main one."
    return f"An authority is split when {outside} its main footprint."


def _change(work: Workspace, view: View, shown: Plan, tier: Tier) -> str:
    if view.other_key == view.plan_key:
        return "Compare with another plan to see what this one changes."
    before = authorities.authorities(
        work, view.other_key, view.base, view.tier, view.tolerance_share
    )
    after = authorities.authorities(work, *_asked(view))
    return change_sentence(
        change(before, after), tier, shown, plan(work, view.other_key, view.base)
    )


def _card(work: Workspace, view: View, shown: Plan, tier: Tier, selected: str) -> AuthorityCard:
    pieces = authorities.overlap(work, view.plan_key, view.base, view.tier)
    pieces = pieces[pieces["authority"] == selected]
    row = authorities.authorities(work, *_asked(view)).loc[selected]
    strategic, known = tier.key.startswith(STRATEGIC), work.atlas.strategic_authorities
    said = known.loc[selected] if strategic else row
    return AuthorityCard(
        name=row["name"],
        about=strategic_sentence(said) if strategic else "",
        source=days_in_words(said["source"]) if strategic else "",
        verdict=_verdict(row, shown, tier),
        sentence=split_sentence(tier, shown, pieces),
        pieces=_pieces(pieces, shown),
    )


def _verdict(row: pd.Series, shown: Plan, tier: Tier) -> str:
    home = f"{shown.by_id[row['main']].name} ({KIND_INLINE[shown.kinds[row['main']]]})"
    if not row["split"]:
        return f"Works with one footprint: {home}" if tier.wide else f"Whole: it lies in {home}"
    if tier.wide:
        share = 1 - float(row["outside"])
        if share > MOST:
            return f"Works with more than one footprint; most of its people are in {home}"
        part = f"the largest part, {rounded_share(share)} of its people, is in {home}"
        return f"Works with more than one footprint; {part}"
    origin = (
        "a line between the ICBs of 2023 already ran through it"
        if row["origin"] == INHERITED
        else "the plan draws a line inside what was one ICB in 2023"
    )
    return f"Split, {row['origin']}: {origin}"


def _pieces(pieces: pd.DataFrame, shown: Plan) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Footprint": [shown.by_id[footprint].name for footprint in pieces["footprint"]],
            "Residents, mid-2022": [Said(float(people)) for people in pieces["residents"]],
            "Share": said_shares(pieces["share"]),
        }
    ).set_index("Footprint")


def _by_authority(work: Workspace, view: View, shown: Plan) -> pd.DataFrame:
    """Every authority with its footprints, the split ones first."""
    pieces = authorities.overlap(work, view.plan_key, view.base, view.tier)
    table = authorities.authorities(work, *_asked(view)).assign(where=_where(pieces, shown))
    table = table.sort_values(["split", "outside", "name"], ascending=[False, False, True])
    wide = work.tiers[view.tier].wide
    heading = capital(work.tiers[view.tier].one) if wide else "Authority"
    told = pd.DataFrame(
        {
            heading: table["name"],
            "Verdict": ["Split" if split else "Whole" for split in table["split"]],
            "Footprints": list(map(Said, map(int, table["footprints"]))),
            "Residents in each (mid-2022)": table["where"],
            "Living outside the main one": list(map(said_share, table["outside"])),
            "Origin of the split": table["origin"],
        }
    ).set_index(heading)
    if wide:
        return told.drop(columns=["Verdict", "Origin of the split"])
    return told


def _where(pieces: pd.DataFrame, shown: Plan) -> pd.Series:
    """Where the people of each authority are; the pieces of one stand together."""
    rows = zip(*(pieces[one].tolist() for one in _PIECE), strict=True)
    said = {}
    for authority, own in groupby(rows, key=itemgetter(0)):
        _, owners, people, shares = zip(*own, strict=True)
        told = zip(owners, people, rounded_shares(shares), strict=True)
        said[authority] = "; ".join(f"{shown.by_id[f].name} {n:,.0f} ({s})" for f, n, s in told)
    return pd.Series(said)


_PIECE = ("authority", "footprint", "residents", "share")


def _by_footprint(work: Workspace, view: View, shown: Plan) -> pd.DataFrame:
    """Every footprint with the authorities it holds whole and those it shares, largest first."""
    table = authorities.authorities(work, *_asked(view))
    pieces = authorities.overlap(work, view.plan_key, view.base, view.tier)
    pieces = pieces.assign(
        name=pieces["authority"].map(table["name"]), split=pieces["authority"].map(table["split"])
    )
    strategic = work.tiers[view.tier if view.tier.startswith("sa") else "sa"]
    fits = authorities.fits(work, view.plan_key, view.base, strategic.key, view.tolerance_share)
    wide = work.tiers[view.tier].wide
    counts = several(pieces, view.tolerance_share)
    held = dict(list(pieces.groupby("footprint")))
    people = table_of(work, view.plan_key, view.base)["residents"]
    rows = [
        (
            footprint.name,
            *((Said(int(counts[footprint.id])), _with(here)) if wide else _held(here)),
            fit_sentence(fits[footprint.id], strategic, shown),
        )
        for footprint in map(shown.by_id.__getitem__, most_first(shown, people))
        for here in [held.get(footprint.id, pieces.iloc[:0])]
    ]
    columns = ["Footprint", *(_WITH if wide else _HELD), strategic.label]
    return pd.DataFrame(rows, columns=columns).set_index("Footprint")


_HELD = ("Whole", "Split, with the share here")
_WITH = ("Works with", "Each with its share of the people here")


def _held(here: pd.DataFrame) -> tuple[Said, str]:
    split = here[here["split"]]
    shares = map(rounded_share, split["share"])
    return Said(int((~here["split"]).sum())), _named(split["name"], shares) or "none"


def _with(here: pd.DataFrame) -> str:
    ordered = here.sort_values("residents", ascending=False)
    shares = rounded_shares(ordered["residents"] / ordered["residents"].sum())
    return _named(ordered["name"], shares)


def _named(names: Iterable[str], shares: Iterable[str]) -> str:
    return "; ".join(f"{name} ({share})" for name, share in zip(names, shares, strict=True))


PAGE = Page(
    "pages/Local_authorities.py",
    "Local authorities",
    ("plan", "layer", "map", "base", "other", "tier", "tolerance", "area"),
    content,
)
