"""Areas: what is said beside the map of one footprint, or of one authority."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from footprint.content.footprints import area_card
from footprint.content.values import Card
from footprint.measures.catalogue import BY_KEY
from footprint.money.scenario import Scenario, money_table
from footprint.one_file import charts, maps, parts
from footprint.one_file.pool import Tree
from footprint.pages.authorities import card_of
from footprint.pages.costs.picture import of_one
from footprint.pages.criteria import Asked, Criteria, Section, judged
from footprint.parts.holding import HoldingCard, authority_of, holding
from footprint.plans.places import Place
from footprint.plans.plan import SEEN_WORDS, Plan
from footprint.view import View
from footprint.workspace import authorities
from footprint.workspace.plans import plan, table
from footprint.workspace.workspace import Workspace, kept


def area(work: Workspace, view: View, shown: Plan, code: str) -> Tree:
    """A footprint's story and verdicts, and where a map of it looks."""
    seen = view.with_(area=code)
    tally, verdicts = judged(work, seen, code)
    measure = BY_KEY["residents"]
    said = measure.unit.text(table(work, shown.key, view.base).at[code, measure.key])
    return {
        "story": story(area_card(work, seen, shown)),
        "money": _money(work, seen, shown, code),
        "tally": tally,
        "verdicts": [
            [one.criterion, one.label, one.verdict, one.said, one.reason] for one in verdicts
        ],
        "focus": maps.looking_at(work, shown.blocks_of(code)),
        "own": f"{shown.by_id[code].name} is a footprint. {measure.label}: {said}.",
        "figure": f"{measure.label} of {shown.by_id[code].name}: {said}.",
    }


def _money(work: Workspace, view: View, shown: Plan, code: str) -> parts.Part:
    """The charts that Money has of a footprint, under the cap as it is published."""
    drawn = of_one(work, view, shown, _figures(work, shown.key, view.base), code)
    told = [part for chart in drawn for part in charts.by_itself(chart)]
    return parts.opened("Money: what the cap would do, and staff over time", told)


@kept(1)
def _figures(work: Workspace, key: str, base: str) -> pd.DataFrame:
    return money_table(work.atlas, plan(work, key, base), Scenario())


def story(told: Card) -> parts.Part:
    """A story as a card."""
    paragraphs = [parts.led(f"{lead}.", said) for lead, said in told.story.paragraphs]
    head = [parts.heading(told.story.title), parts.small(told.story.subtitle)]
    return {"kind": "card", "parts": [*head, *paragraphs]}


def authority_cards(work: Workspace, view: View) -> Tree:
    """A card for each authority of a tier that has more than one footprint."""
    table = authorities.authorities(work, view.plan_key, view.base, view.tier, view.tolerance_share)
    return {code: _authority(work, view, code) for code in table.index[table["split"]]}


def _authority(work: Workspace, view: View, code: str) -> parts.Part:
    told = card_of(work, view, code)
    pieces = parts.words(told.pieces, f"Where the people of {told.name} are")
    source = f"Source: {told.source}" if told.about else ""
    said = [
        parts.heading(told.name),
        parts.small(told.verdict),
        parts.text(told.sentence),
        pieces,
        parts.text(told.about),
        parts.small(source),
    ]
    return {"kind": "card", "parts": parts.some(said)}


def holdings(work: Workspace, view: View, places: Iterable[Place]) -> Tree:
    """What is said of each place that is no authority of a kind but holds some, after its name.

    What the place itself is depends on the plan.
    """
    tabled = listed(work)
    return {
        key: {
            one.code: _holding(told, tabled=one.code in tabled)
            for one in places
            if not authority_of(work, one, tier)
            for told in [holding(work, one, tier, view.tolerance_share)]
            if not told.authorities.empty
        }
        for key, tier in work.tiers.items()
    }


def listed(work: Workspace) -> frozenset[str]:
    """The places whose authorities are all listed: footprints and councils, as they are looked for.

    Those of every other place would take too much room.
    """
    layers = (plan.seen_as(seen) for plan in work.plans.values() for seen in SEEN_WORDS)
    return frozenset(work.tiers["utla"].names).union(*(layer.by_id for layer in layers))


def _holding(told: HoldingCard, *, tabled: bool) -> list[parts.Part]:
    listed = [parts.words(told.authorities, told.title), parts.small(told.note)] if tabled else []
    return [parts.text(told.sentence), *listed]


def missing(told: Criteria) -> list[parts.Part]:
    """Which footprints miss the criterion on the map, to choose from."""
    if not told.missing:
        return [parts.hint(_NONE_CHOSEN)]
    return [
        parts.text("These miss it. Choose one to see why."),
        {"kind": "choices", "rows": [list(one) for one in told.missing]},
    ]


_NONE_CHOSEN = "Choose a footprint on the map, or type a name above, to read its verdicts."


def section(told: Section) -> list[parts.Part]:
    """One kind of criteria: how many footprints meet each, and who asked for it."""
    judged = f"Who asked for this, and how it is judged: {told.heading.lower()}"
    return [
        parts.words(told.table, f"Scorecard: {told.heading}"),
        parts.opened(judged, [part for one in told.criteria for part in _asked(one)]),
    ]


def _asked(one: Asked) -> list[parts.Part]:
    quotes = [
        [f"“{quote.text}” {quote.source}", quote.url, f"{quote.publisher}, {quote.date}"]
        for quote in one.quotes
    ]
    said = [parts.led(f"{one.label}.", f"{one.basis} {one.start}".strip())]
    return [*said, {"kind": "references", "rows": quotes}] if quotes else said
