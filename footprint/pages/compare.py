"""Compare: what changes from one plan to another, in words, in numbers and on the map?

Plan A is the one compared with (`other` in a view) and plan B the plan looked at (`plan`), so
that “from A to B” reads forwards on every page that has both.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from footprint.charts.slope import Slope
from footprint.charts.strip import Strip
from footprint.content.asked import asked_place, layered
from footprint.content.charts import measure_slope, measure_strip
from footprint.content.figures import text_table
from footprint.content.lines import basis
from footprint.content.pair_maps import pair_layers, pair_maps, plan_keys
from footprint.content.values import Page, Picture, Sentence
from footprint.criteria import differences
from footprint.criteria.differences import Line, Side
from footprint.maps import comparison_sentences
from footprint.maps.sentences import change_sentence
from footprint.measures.catalogue import BY_KEY, MEASURES, Measure
from footprint.plans.comparison import common_scope, inside, side_by_side
from footprint.plans.places import footprint_at
from footprint.plans.plan import Plan, noun, titled
from footprint.plans.splits import Change, change
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import comparisons, plans
from footprint.workspace.workspace import Workspace, kept

SHOWN = {"two": "Two maps", "moves": "What joins, divides and moves"}
_TIERS = ("utla", "lad")
_UNSAVED = "Your drawing is unsaved."
_NOTHING_CHANGES = "Nothing: every {one} has the same area under both."


@dataclass(frozen=True, eq=False, kw_only=True)
class Changes:
    """What joins, divides and moves: each as a row, how it was told, and the splits."""

    how: str
    table: pd.DataFrame
    splits: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Compare:
    """What the page that compares plans says, plan A first.

    `follows` is said besides the sentence, "" where nothing changes. `selected` are the footprints
    of A and of B that hold the place asked for, or "" each, and `where` says so in a sentence each.
    """

    plans: tuple[Plan, Plan]
    measure: Measure
    sentence: Sentence
    follows: str
    basis: str
    titles: tuple[str, ...]
    scores: tuple[Line, ...]
    every_measure: tuple[Line, ...]
    adding_up: str
    picture: Picture
    selected: tuple[str, str]
    where: tuple[str, ...]
    changes: Changes
    footprints: pd.DataFrame
    shared: pd.DataFrame


@kept(50)
def content(work: Workspace, view: View) -> Compare:
    """Two plans, and any further ones, held against each other on one basis."""
    view = layered(work, view)
    both = (plans.plan(work, view.other_key, view.base), plans.plan(work, view.plan_key, view.base))
    sides, changes = _sides(work, view), _changes(work, view)
    sentence, follows = _said(work, view, sides, changes)
    summary = f"{sentence} {follows}".strip()
    selected = _both_selected(work, view, both)
    scope = common_scope(both)
    scores = _scores(work, view, sides)
    titles = tuple(side.plan.title for side in sides)
    return Compare(
        plans=both,
        measure=BY_KEY[view.measure or "residents"],
        sentence=Sentence(f"{sentence} {_UNSAVED}" if view.drawings else sentence),
        follows=follows,
        basis=_basis_sentence(work, view, sides),
        titles=titles,
        scores=scores,
        every_measure=tuple(differences.measure_lines(sides)),
        adding_up=_adding_up(),
        picture=_picture(work, view, both, selected, summary, scores, titles),
        selected=selected,
        where=_where(work, view, both, selected),
        changes=_what_changes(work, view, both, changes),
        footprints=_footprints(work, view, both, scope),
        shared=comparison_sentences.overlap_words(
            _comparison(work, view), tuple(inside(plan, scope) for plan in both)
        ),
    )


def _comparison(work: Workspace, view: View) -> comparisons.Comparison:
    return comparisons.comparison(work, *plan_keys(view))


def _sides(work: Workspace, view: View) -> list[Side]:
    keys = [view.other_key, view.plan_key, *view.also_keys]
    scope = common_scope(tuple(plans.plan(work, key, view.base) for key in keys))
    lines, costs = basis(work, view)
    return [comparisons.side(work, key, view.base, scope, lines, costs) for key in keys]


def _changes(work: Workspace, view: View) -> dict[Tier, Change]:
    sides, tiers = _sides(work, view)[:2], [work.tiers[key] for key in _TIERS]
    return {tier: change(*(side.splits(tier) for side in sides)) for tier in tiers}


def _said(
    work: Workspace, view: View, sides: list[Side], changes: dict[Tier, Change]
) -> tuple[str, str]:
    """The sentence to take away, and what follows from it."""
    lines, _ = basis(work, view)
    bodies, teams = (_comparison(work, view.with_(layer=one)) for one in ("bodies", "teams"))
    pair = (sides[0], sides[1])
    return (
        comparison_sentences.headline(bodies, teams, pair),
        comparison_sentences.what_follows(pair, changes, lines.least),
    )


def _basis_sentence(work: Workspace, view: View, sides: list[Side]) -> str:
    """What everything on the page is reckoned by."""
    lines, _ = basis(work, view)
    everywhere = len(sides[0].scope) == len(work.residents)
    where = "all of England" if everywhere else "the region these options are for"
    return (
        f"Same basis for everything here: data version {work.manifest.data_version}; {where}; "
        "residents of mid-2024; an authority is split when more than "
        f"{lines.tolerance * 100:g}% of its people (mid-2022) live outside its main "
        "footprint; the lines of the criteria are those of the Criteria page. "
        f"{_whose(work, view)}"
    )


def _whose(work: Workspace, view: View) -> str:
    """Say of each user's option whose it is."""
    keys = [key for key in (view.plan_key, view.other_key, *view.also_keys) if plans.is_users(key)]
    return " ".join(plans.plan(work, key).summary for key in dict.fromkeys(keys))


def _scores(work: Workspace, view: View, sides: list[Side]) -> tuple[Line, ...]:
    lines, _ = basis(work, view)
    return (
        *differences.size_lines(sides, lines.least),
        *differences.split_lines(sides, [work.tiers[key] for key in _TIERS]),
        *differences.criterion_lines(sides, lines),
    )


def _adding_up() -> str:
    labels = [measure.label for measure in MEASURES if measure.adds_up]
    return f"Totals are the same under every plan, by construction: {'; '.join(labels)}."


def _both_selected(work: Workspace, view: View, both: tuple[Plan, Plan]) -> tuple[str, str]:
    if not view.area:
        return "", ""
    place = asked_place(work, view)
    first, second = (footprint_at(place, plan, work.residents) for plan in both)
    return first, second


def _picture(
    work: Workspace,
    view: View,
    both: tuple[Plan, Plan],
    selected: tuple[str, str],
    sentence: str,
    scores: tuple[Line, ...],
    titles: tuple[str, ...],
) -> Picture:
    before, after = both
    scope = common_scope(both)
    layers, key = pair_layers(work, view, sentence)
    headings = (f"A: {titled(before)}", f"B: {titled(after)}")
    return Picture(
        title=f"From “{titled(before)}” to “{titled(after)}”",
        subtitle=_basis_sentence(work, view, _sides(work, view)),
        summary=sentence,
        maps=pair_maps(work, view, both, layers, selected, headings),
        key=key,
        table=text_table("Scorecard", differences.as_table(list(scores), list(titles))),
        figures=tuple(
            (f"Footprints: {heading}", str(len(inside(plan, scope))))
            for heading, plan in zip(headings, both, strict=True)
        ),
        plans=both,
        measures=(BY_KEY[view.measure],) if view.measure else (),
        notes=tuple(dict.fromkeys((before.note, after.note))),
        selected=selected[1],
        charts=(_slope(work, view, both, selected[0], scope), _strip(work, view)),
    )


def _slope(
    work: Workspace, view: View, both: tuple[Plan, Plan], selected: str, scope: frozenset[str]
) -> Slope:
    """The measure of each footprint of A, and of the one of B that most of its people are in."""
    measure = BY_KEY[view.measure or "residents"]
    return measure_slope(
        _comparison(work, view), measure, _values(work, view, both, scope, measure), selected
    )


def _strip(work: Workspace, view: View) -> Strip:
    """The measure of every footprint in scope under each plan, further ones too."""
    measure = BY_KEY[view.measure or "residents"]
    held = ((side.plan, side.figures[measure.key]) for side in _sides(work, view))
    return measure_strip(held, measure)


def _values(
    work: Workspace,
    view: View,
    both: tuple[Plan, Plan],
    scope: frozenset[str],
    measure: Measure,
) -> tuple[pd.Series, pd.Series]:
    """A measure of the footprints in scope under both plans."""
    first, second = (
        plans.table(work, plan.key, view.base).loc[inside(plan, scope), measure.key]
        for plan in both
    )
    return first, second


def _where(
    work: Workspace, view: View, both: tuple[Plan, Plan], selected: tuple[str, str]
) -> tuple[str, ...]:
    if not view.area:
        return ()
    place = asked_place(work, view)
    sentences = comparison_sentences.where_it_lies(place, both, work.residents)
    keys = (view.other_key, view.plan_key)
    return tuple(
        f"{sentence} {_figure(work, view, key, footprint)}"
        for sentence, key, footprint in zip(sentences, keys, selected, strict=True)
    )


def _figure(work: Workspace, view: View, key: str, footprint: str) -> str:
    measure = BY_KEY[view.measure or "residents"]
    value = plans.table(work, key, view.base).at[footprint, measure.key]
    return f"{measure.label} of that footprint: {measure.unit.text(value)}."


def _what_changes(
    work: Workspace, view: View, both: tuple[Plan, Plan], changes: dict[Tier, Change]
) -> Changes:
    rows = comparisons.changes(work, *plan_keys(view))
    names = work.atlas.authorities["lad_name"]
    held = _comparison(work, view)
    table = comparison_sentences.change_words(held, rows, names)
    first, second = both
    nothing = _NOTHING_CHANGES.format(one=noun(second, 1))
    return Changes(
        how=nothing if table.empty else _how_told(held),
        table=table,
        splits=tuple(change_sentence(one, tier, second, first) for tier, one in changes.items()),
    )


def _how_told(comparison: comparisons.Comparison) -> str:
    people = comparison.changes.groupby("how")["residents"].sum()
    moves, stays, joins, same = (f"{people.get(how, 0):,}" for how in _IN_ORDER)
    return (
        f"{moves} people move; {stays} stay in the largest part of a footprint that is divided; "
        f"{joins} join others with their whole footprint; for {same} nothing changes. That is "
        "everybody in England, once each. An area joins when its whole footprint comes under one "
        "with others. People move only when their footprint is divided and they leave the part "
        "that holds most of it."
    )


_IN_ORDER = ("moves", "stays", "joins", "as it was")


def _footprints(
    work: Workspace, view: View, both: tuple[Plan, Plan], scope: frozenset[str]
) -> pd.DataFrame:
    """The measure for each pair of matched footprints, as words."""
    measure = BY_KEY[view.measure or "residents"]
    values = _values(work, view, both, scope, measure)
    first, second = (plan.by_id for plan in both)
    table = side_by_side(_comparison(work, view), values[0], values[1], measure.better)
    unit = measure.unit.text
    return pd.DataFrame(
        {
            "In A": [first[one].name if one else "no match" for one in table["came_from"]],
            "In B": [second[one].name if one else "no match" for one in table["goes_to"]],
            "A": [unit(value) if one else "" for one, value in _two(table, "came_from", "before")],
            "B": [unit(value) if one else "" for one, value in _two(table, "goes_to", "after")],
            differences.CHANGE: [
                differences.signed(before, after, measure.unit) if word else ""
                for word, (before, after) in zip(
                    table["direction"], _two(table, "before", "after"), strict=True
                )
            ],
            differences.BETTER: [differences.marked(word) for word in table["direction"]],
        }
    )


def _two(table: pd.DataFrame, one: str, other: str) -> zip:
    return zip(table[one], table[other], strict=True)


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
            "scheme",
            "classes",
            "cuts",
        ),
        *("least", "whole", "tolerance", "cap", "trusts"),
    ),
    content,
)
