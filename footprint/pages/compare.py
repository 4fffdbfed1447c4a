"""Compare: what changes from one plan to another, in words, in numbers and on the map?

Plan A is the one compared with (`other` in a view) and plan B the plan looked at (`plan`), so
that “from A to B” reads forwards on every page that has both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from footprint.content.asked import layered
from footprint.content.pair_maps import scope_of
from footprint.content.values import Page, Picture, Sentence
from footprint.criteria import differences
from footprint.criteria.differences import Line
from footprint.english import listed
from footprint.maps import comparison_sentences
from footprint.measures.catalogue import Measure
from footprint.pages.compared.picture import picture_of
from footprint.pages.compared.rows import Changes, adding_up, footprints_of, scores_of, what_changes
from footprint.pages.compared.sides import (
    both,
    changes_of,
    comparison,
    letters_of,
    measure_of,
    selected_of,
    sides_of,
    titles_of,
)
from footprint.pages.compared.words import SAME, above_and_below, reckoned_by, where_it_lies
from footprint.plans.plan import Plan
from footprint.plans.scope import Scope, inside
from footprint.view import View
from footprint.workspace.workspace import VIEWS, Workspace, kept

SHOWN = {"two": "A map of each plan", "moves": "What joins, divides and moves"}
_UNSAVED = "Your drawing is unsaved."


@dataclass(frozen=True, eq=False, kw_only=True)
class Compare:
    """What the page that compares plans says, the plan compared with first.

    `letters` are what the plans are called, in the order of `titles`. `sentence` is said above the
    maps and `follows` below them, "" where nothing changes. `selected` are the footprints of the
    plans on the maps that hold the place asked for, or "" each, and `where` says so in a sentence
    each.
    """

    plans: tuple[Plan, Plan]
    measure: Measure
    scope: Scope
    letters: tuple[str, ...]
    sentence: Sentence
    follows: str
    basis: str
    titles: tuple[str, ...]
    scores: tuple[Line, ...]
    every_measure: tuple[Line, ...]
    adding_up: str
    picture: Picture
    selected: tuple[str, ...]
    where: tuple[str, ...]
    changes: Changes
    footprints: pd.DataFrame
    shared: pd.DataFrame

    @property
    def placed(self) -> dict[str, str]:
        """Where the place lies, by the plans that say the same: "A", or "A, B and D"."""
        found: dict[str, list[str]] = {}
        for letter, words in zip(self.letters, self.where, strict=False):
            found.setdefault(words, []).append(letter)
        return {listed(sorted(letters)): words for words, letters in found.items()}


@kept(50)
@kept(VIEWS)
def content(work: Workspace, view: View) -> Compare:
    """Two plans, and any further ones, held against each other on one basis."""
    view = layered(work, view)
    sides, changes, within = sides_of(work, view), changes_of(work, view), scope_of(work, view)
    sentence, follows = above_and_below(work, view, sides, changes, within)
    scores, counted = scores_of(work, view, sides), reckoned_by(work, view, sides, within)
    return Compare(
        plans=both(sides),
        measure=measure_of(view),
        scope=within,
        letters=letters_of(sides),
        sentence=replace(sentence, text=f"{sentence.text} {_UNSAVED}")
        if view.drawings
        else sentence,
        follows=follows,
        # A paper has the data version with its sources.
        basis=f"{SAME} data version {work.manifest.data_version}; {counted}",
        titles=titles_of(sides),
        scores=scores,
        every_measure=tuple(differences.measure_lines(sides)),
        adding_up=adding_up(),
        picture=replace(
            picture_of(
                work, view, sides, f"{sentence.text} {follows}".strip(), f"{SAME} {counted}", scores
            ),
            within=lambda code: content(work, view.with_(scope=(code,))).picture,
        ),
        selected=selected_of(work, view),
        where=where_it_lies(work, view),
        changes=what_changes(work, view, changes),
        footprints=footprints_of(work, view, sides),
        shared=comparison_sentences.overlap_words(
            comparison(work, view),
            tuple(inside(side.plan, within.blocks) for side in sides[:2]),
        ),
    )


PAGE = Page(
    "pages/Compare.py",
    "Compare",
    (
        *(
            "plan",
            "other",
            "layer",
            "lines",
            "map",
            "base",
            "measure",
            "area",
            "show",
            "also",
            "scope",
            "scheme",
            "classes",
            "cuts",
        ),
        *("least", "whole", "tolerance", "cap", "trusts"),
    ),
    content,
)
