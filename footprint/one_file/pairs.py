"""Pairs: what the page that compares says of two plans, as one tree."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.content import pair_maps
from footprint.content.values import HOME
from footprint.criteria.differences import Line, as_table, change_columns
from footprint.maps.layer import Layer
from footprint.one_file import charts, maps, parts
from footprint.one_file.pool import Tree
from footprint.pages import compare
from footprint.pages.compare import SHOWN, Changes, Compare
from footprint.plans.scope import Scope
from footprint.view import View
from footprint.workspace.workspace import Workspace

_EVERY = "Every measure: the middle footprint, with the lowest and the highest"


def pair(work: Workspace, view: View) -> Tree:
    """Two plans held against each other, by residents, on maps of who joins whom."""
    told = compare.content(work, view)
    shown = {key: _maps(work, view.with_(show=key), told) for key in SHOWN}
    return {
        "sentence": [told.sentence.counted, told.sentence.text],
        "maps": {key: drawn for key, (drawn, _) in shown.items()},
        "legends": {key: parts.legend(one) for key, (_, one) in shown.items()},
        "notes": {key: one.note for key, (_, one) in shown.items()},
        "titles": told.titles,
        "letters": told.letters,
        "under": parts.some([parts.text(told.follows)]),
        "below": [
            *_scorecard(told),
            *_changes(told),
            charts.beside(told.picture),
            *_footprints(told),
        ],
    }


def _maps(work: Workspace, view: View, told: Compare) -> tuple[list[Tree], Layer]:
    """The maps one way of comparing shows, and the layer whose legend serves them."""
    if view.show == "two":
        drawn, key = told.picture.maps, told.picture.key
    else:
        layers, key = pair_maps.pair_layers(work, view, told.picture.summary, told.letters)
        headings = tuple((one.heading, one.said) for one in told.picture.maps)
        drawn = pair_maps.pair_maps(work, view, layers, told.selected, headings)
    focus = _focus(work, told.scope)
    return [maps.told(work, one, focus) for one in drawn], key


def _focus(work: Workspace, scope: Scope) -> maps.Focus:
    if scope.everywhere:
        return {"land": HOME, "people": HOME}
    return maps.looking_at(work, sorted(scope.blocks))


def _scorecard(told: Compare) -> list[parts.Part]:
    changed, _ = change_columns(told.letters)
    every = [
        _lines(told, told.every_measure, "Every measure of each plan"),
        parts.small(f"{told.adding_up} {_NO_BETTER}"),
    ]
    return [
        parts.heading("Scorecard"),
        parts.small(told.basis),
        _lines(told, told.scores, f"Each plan, and the {changed[0].lower()}{changed[1:]}"),
        parts.opened(_EVERY, every),
    ]


_NO_BETTER = "“No better or worse” means nobody has asked for more or less."


def _lines(told: Compare, lines: Iterable[Line], caption: str) -> parts.Part:
    return parts.words(as_table(list(lines), told.titles, told.letters), caption)


def _changes(told: Compare) -> list[parts.Part]:
    found = told.changes
    head, splits = parts.heading("What joins, divides and moves"), map(parts.text, found.splits)
    if found.table.empty:
        return [head, parts.small(found.how), *splits]
    tiers = f"Which authorities are split, tier by tier ({len(found.splits)})"
    return [head, _districts(found), parts.opened(tiers, splits)]


def _districts(found: Changes) -> parts.Part:
    """The districts by what happens to them, in the order of the app, behind their number."""
    said = "Every district, and what happens to it"
    rows = parts.words(found.table.set_index("District"), said)
    return parts.opened(f"{said} ({len(found.table)})", [parts.small(found.how), rows])


def _footprints(told: Compare) -> list[parts.Part]:
    one, other = told.letters[:2]
    label = told.measure.label
    shown = told.footprints.set_index(f"In {one}")
    each = f"{label} of each footprint in {one} and {other}"
    down, across = told.shared.shape
    pairs = f"Who shares whom: residents in each pair of footprints, {one} down and {other} across"
    return [
        parts.heading(f"{label}: footprint by footprint"),
        parts.opened(f"{each} ({len(shown)})", [parts.words(shown, each)]),
        parts.opened(
            f"{pairs} ({down} by {across})",
            [parts.words(told.shared, "Who shares whom")],
        ),
    ]
