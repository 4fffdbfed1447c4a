"""Layers: everything the pages say of one layer of one plan, as one tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from footprint.content import asked
from footprint.content.figures import measure_table
from footprint.content.values import HOME, Content, Picture, Table
from footprint.criteria.catalogue import OF_FOOTPRINTS
from footprint.maps.sentences import layers_in_words
from footprint.maps.stories import place_sentence
from footprint.measures.catalogue import MEASURES
from footprint.one_file import areas, charts, front, maps, parts
from footprint.one_file.pool import Tree
from footprint.pages import authorities, clusters, criteria, today
from footprint.pages.authorities import HOW_TO_READ, Authorities
from footprint.pages.clusters import Clusters
from footprint.pages.criteria import Criteria
from footprint.pages.today import Today
from footprint.parts.holding import as_drawn, what_it_is
from footprint.plans.places import footprint_at
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.plans import all_places
from footprint.workspace.workspace import Workspace, kept

Pages = dict[str, dict[str, Tree]]


def layer(work: Workspace, view: View) -> Tree:
    """What is said of the layer of the plan that a view looks at."""
    shown = asked.plan_of(work, view)
    return {
        "said": layers_in_words(shown),
        "names": {code: one.name for code, one in shown.by_id.items()},
        "owners": list(shown.footprint_of[work.shapes.blocks.index]),
        "pages": _pages(work, view, shown),
        "areas": {code: areas.area(work, view, shown, code) for code in shown.by_id},
        "places": _places(work, shown),
        "cards": {key: areas.authority_cards(work, view.with_(tier=key)) for key in work.tiers},
        **_own(work, view, shown),
    }


def _pages(work: Workspace, view: View, shown: Plan) -> Pages:
    """Each page by its address, in each of its pictures by the key that chooses among them."""
    focus = _focus(work, shown)

    def of_all(name: str, keys: Iterable[str], told: Callable[[View], Tree]) -> dict[str, Tree]:
        return {key: told(view.with_(**{name: key})) for key in keys}

    measured = [one.key for one in MEASURES]
    return {
        "": of_all("measure", measured, lambda one: _today(work, today.content(work, one), focus)),
        "Clusters": of_all(
            "measure",
            ["", *measured],
            lambda one: _clusters(work, clusters.content(work, one), focus),
        ),
        "Criteria": of_all(
            "criterion",
            OF_FOOTPRINTS,
            lambda one: _criteria(work, criteria.content(work, one), focus),
        ),
        "Local_authorities": of_all(
            "tier",
            work.tiers,
            lambda one: _authorities(work, authorities.content(work, one), focus),
        ),
    }


def _focus(work: Workspace, shown: Plan) -> maps.Focus:
    """Where a map of the plan looks while nothing is selected."""
    if shown.national or not shown.drawn:
        return {"land": HOME, "people": HOME}
    return maps.looking_at(work, [b for b, owner in shown.assignment if owner in shown.drawn])


def _page(work: Workspace, told: Content, focus: maps.Focus) -> dict[str, Tree]:
    picture = told.picture
    return {
        "sentence": [told.sentence.counted, told.sentence.text],
        "maps": [maps.told(work, one, focus) for one in picture.maps],
        "legend": parts.legend(picture.key),
        "note": picture.key.note,
    }


def _tables(work: Workspace, picture: Picture) -> list[parts.Part]:
    """The figures of the map, and every measure on request."""
    (shown,) = picture.plans
    every = parts.figures(_every_measure(work, shown.key))
    return [
        parts.heading("Table"),
        parts.figures(picture.table),
        parts.opened("Every measure", [every]),
    ]


@kept(1)
def _every_measure(work: Workspace, key: str) -> Table:
    shown = plans.plan(work, key)
    known = plans.table(work, key), plans.estimated(work, key)
    told = measure_table(shown, known[0], MEASURES, estimated=known[1])
    return replace(told, title="Every measure of every footprint", spoken="")


def _today(work: Workspace, told: Today, focus: maps.Focus) -> Tree:
    return {
        **_page(work, told, focus),
        "under": parts.some([parts.small(told.caption)]),
        "side": [areas.story(told.card), parts.hint(told.card.hint)],
        "below": [
            *charts.drawn(told.picture),
            parts.about(told.about),
            *_tables(work, told.picture),
        ],
    }


def _clusters(work: Workspace, told: Clusters, focus: maps.Focus) -> Tree:
    more = [parts.about(one) for one in (told.about, *told.more)]
    return {
        **_page(work, told, focus),
        "under": parts.some([parts.small(told.since), parts.small(told.caption)]),
        "side": [areas.story(told.card), parts.hint(told.card.hint)],
        "below": [
            *charts.drawn(told.picture, told.ways),
            *more,
            *_tables(work, told.picture),
        ],
    }


def _criteria(work: Workspace, told: Criteria, focus: maps.Focus) -> Tree:
    return {
        **_page(work, told, focus),
        "under": [],
        "side": areas.missing(told),
        "below": [
            parts.heading("Scorecard"),
            parts.small(_NEVER_ADDED),
            *(part for one in told.sections for part in areas.section(one)),
            parts.heading(told.heading),
            parts.small(told.basis),
            parts.words(told.table, f"Verdicts on: {told.heading}"),
        ],
    }


_NEVER_ADDED = (
    "How many footprints meet each criterion. The three kinds are never added up to one score."
)


def _authorities(work: Workspace, told: Authorities, focus: maps.Focus) -> Tree:
    several = "with more than one footprint" if told.tier.wide else "that are split"
    none = "None works with several." if told.tier.wide else "None is split."
    split = parts.words(told.split, f"{told.tier.label} {several}")
    every = parts.words(told.authorities, f"{told.tier.label}, one by one")
    return {
        **_page(work, told, focus),
        "under": parts.some([parts.text(told.change)]),
        "side": [parts.hint(told.hint)],
        "below": [
            parts.heading(f"{told.tier.label}, one by one"),
            parts.text(none) if told.split.empty else split,
            parts.opened(f"All {len(told.authorities)}", [every]),
            parts.heading("The other way round: each footprint"),
            parts.small(HOW_TO_READ),
            parts.words(told.footprints, f"{told.tier.label} of each footprint"),
        ],
    }


def _own(work: Workspace, view: View, shown: Plan) -> dict[str, Tree]:
    """What places are that a plan has as footprints, and cards of those with other land in it."""
    told = [(one, as_drawn(one, shown)) for one in front.looked_at(work)]
    other = [drawn for one, drawn in told if set(one.blocks) != set(drawn.blocks)]
    return {
        "whose": {drawn.code: what_it_is(drawn) for one, drawn in told if drawn is not one},
        "held": areas.holdings(work, view, other),
    }


def _places(work: Workspace, shown: Plan) -> Tree:
    """The footprint each other place lies in, and the sentence that says so."""
    return {
        code: [footprint_at(place, shown, work.residents), said]
        for code, place in all_places(work).items()
        if (said := place_sentence(place, shown, work.residents))
    }
