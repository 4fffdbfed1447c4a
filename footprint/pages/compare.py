"""Compare: what changes from one plan to another, in words, in numbers and on the map?

Plan A is the one compared with (`other` in a view) and plan B the plan looked at (`plan`), so
that “from A to B” reads forwards on every page that has both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

import pandas as pd

from footprint.charts.slope import Slope
from footprint.charts.strip import Strip
from footprint.content.asked import asked_place, layered
from footprint.content.charts import measure_slope, measure_strip
from footprint.content.figures import text_table
from footprint.content.lines import basis
from footprint.content.pair_maps import (
    every_key,
    pair_layers,
    pair_maps,
    plan_keys,
    scope_of,
)
from footprint.content.values import Page, Picture, Sentence
from footprint.criteria import differences
from footprint.criteria.differences import Line, Side
from footprint.english import capital, listed
from footprint.maps import comparison_sentences
from footprint.maps.comparison_sentences import extent
from footprint.maps.sentences import change_sentence
from footprint.measures.catalogue import BY_KEY, MEASURES, Measure
from footprint.measures.said import said
from footprint.plans.comparison import side_by_side
from footprint.plans.places import footprint_at
from footprint.plans.plan import Footprint, Plan, noun, titled
from footprint.plans.scope import Scope, beyond, inside, letters, own_blocks
from footprint.plans.splits import Change, change
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import comparisons, plans
from footprint.workspace.workspace import VIEWS, Workspace, kept

SHOWN = {"two": "A map of each plan", "moves": "What joins, divides and moves"}
_TIERS = ("utla", "lad")
_UNSAVED = "Your drawing is unsaved."
# Letters of the sentence that leave the maps their room: three lines of a desktop's window.
_MOST_ABOVE = 570
_NOTHING_CHANGES = "Nothing: every {one} has the same area under both."


@dataclass(frozen=True, eq=False, kw_only=True)
class Changes:
    """What joins, divides and moves: each as a row, how it was told, and the splits."""

    how: str
    table: pd.DataFrame
    splits: tuple[str, ...]


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
    sides, changes, within = _sides(work, view), _changes(work, view), scope_of(work, view)
    sentence, follows = _said(work, view, sides, changes, within)
    scores, counted = _scores(work, view, sides), _basis_sentence(work, view, sides, within)
    return Compare(
        plans=_both(sides),
        measure=_measure(view),
        scope=within,
        letters=_letters(sides),
        sentence=replace(sentence, text=f"{sentence.text} {_UNSAVED}")
        if view.drawings
        else sentence,
        follows=follows,
        # A paper has the data version with its sources.
        basis=f"{_SAME} data version {work.manifest.data_version}; {counted}",
        titles=_titles(sides),
        scores=scores,
        every_measure=tuple(differences.measure_lines(sides)),
        adding_up=_adding_up(),
        picture=_picture(
            work, view, sides, f"{sentence.text} {follows}".strip(), f"{_SAME} {counted}", scores
        ),
        selected=_selected(work, view),
        where=_where(work, view),
        changes=_what_changes(work, view, changes),
        footprints=_footprints(work, view, sides),
        shared=comparison_sentences.overlap_words(
            _comparison(work, view),
            tuple(inside(side.plan, within.blocks) for side in sides[:2]),
        ),
    )


def _measure(view: View) -> Measure:
    return BY_KEY[view.measure or "residents"]


def _titles(sides: list[Side]) -> tuple[str, ...]:
    return tuple(titled(side.plan) for side in sides)


def _letters(sides: list[Side]) -> tuple[str, ...]:
    return letters(_titles(sides))


def _both(sides: list[Side]) -> tuple[Plan, Plan]:
    return sides[0].plan, sides[1].plan


def _comparison(work: Workspace, view: View) -> comparisons.Comparison:
    return comparisons.comparison(work, *plan_keys(view), scope_of(work, view))


def _sides(work: Workspace, view: View) -> list[Side]:
    lines, costs = basis(work, view)
    within = scope_of(work, view)
    return [comparisons.side(work, key, view.base, within, lines, costs) for key in every_key(view)]


def _changes(work: Workspace, view: View) -> dict[Tier, Change]:
    sides, tiers = _sides(work, view)[:2], [work.tiers[key] for key in _TIERS]
    return {tier: change(*(side.splits(tier) for side in sides)) for tier in tiers}


def _said(
    work: Workspace, view: View, sides: list[Side], changes: dict[Tier, Change], within: Scope
) -> tuple[Sentence, str]:
    """What is said above the maps, and what below them: the rest, and what follows from it.

    Above them is what stands where a plan says nothing, without which no figure is understood.
    """
    lines, _ = basis(work, view)
    bodies, teams = (_comparison(work, view.with_(layer=one)) for one in ("bodies", "teams"))
    pair = (sides[0], sides[1])
    told = comparison_sentences.headline(bodies, teams, pair, plans.kinds_of_places(work))
    filled = _filled(work, view, sides, within)
    most = _MOST_ABOVE - len(filled)
    above = max(1, sum(length <= most for length in accumulate(map(len, told))))
    follows = comparison_sentences.what_follows(pair, changes, lines.least)
    first = " ".join(filter(None, (*told[:above], filled)))
    below = " ".join(filter(None, (*told[above:], follows)))
    return Sentence(first, counted=told[0]), below


_SAME = "Same basis for everything here:"


def _basis_sentence(work: Workspace, view: View, sides: list[Side], within: Scope) -> str:
    """What everything on the page is reckoned by."""
    lines, _ = basis(work, view)
    where = "all of England" if within.everywhere else within.name
    basis_of_all = (
        f"{where}; residents of mid-2024; an authority is split when more than "
        f"{lines.tolerance * 100:g}% of its people (mid-2022) live outside its main "
        "footprint; the lines of the criteria are those of the Criteria page."
    )
    said = (_reaching(sides), _whose(work, view))
    return " ".join(filter(None, (basis_of_all, *said)))


def _reaching(sides: list[Side]) -> str:
    """Name the footprints that go on outside the scope, whose figures are of all of them."""
    found = [
        f"{letter}: {listed(side.plan.by_id[one].name for one in out)}"
        for letter, side in zip(_letters(sides), sides, strict=True)
        if (out := beyond(side.plan, side.scope.blocks))
    ]
    if not found:
        return ""
    return f"Counted with all of their people, who live outside too: {'; '.join(found)}."


def _filled(work: Workspace, view: View, sides: list[Side], within: Scope) -> str:
    """Say what stands where a plan made for a region says nothing."""
    regional = [side.plan for side in sides if not side.plan.national]
    untold = [plan for plan in regional if not within.blocks <= own_blocks(plan)]
    if not untold:
        return ""
    titles = listed(dict.fromkeys(f"“{plan.title}”" for plan in untold))
    says = "says" if len(untold) == 1 else "say"
    filler = plans.plan(work, view.base, view.base).title
    return f"{titles} {says} nothing of the rest of England, which is shown by “{filler}”."


def _whose(work: Workspace, view: View) -> str:
    """Say of each user's option whose it is."""
    keys = [key for key in every_key(view) if plans.is_users(key)]
    return " ".join(plans.plan(work, key).summary for key in dict.fromkeys(keys))


def _scores(work: Workspace, view: View, sides: list[Side]) -> tuple[Line, ...]:
    lines, _ = basis(work, view)
    return (
        differences.status_line(sides),
        differences.kinds_line(sides),
        *differences.bodies_line(sides),
        _moving_line(work, view, sides),
        *differences.size_lines(sides, lines.least),
        *differences.split_lines(sides, [work.tiers[key] for key in _TIERS]),
        *differences.criterion_lines(sides, lines),
    )


def _moving_line(work: Workspace, view: View, sides: list[Side]) -> Line:
    """How many people each plan moves from where the first has them, counted in scope."""
    first, *others = every_key(view)
    held = (
        comparisons.comparison(work, first, key, view.base, scope_of(work, view)) for key in others
    )
    return differences.moving_line(
        _letters(sides)[0],
        [int(one.changes.loc[one.changes["how"] == "moves", "residents"].sum()) for one in held],
    )


def _adding_up() -> str:
    labels = [measure.label for measure in MEASURES if measure.adds_up]
    return f"Totals are the same under every plan: {'; '.join(labels)}."


def _selected(work: Workspace, view: View) -> tuple[str, ...]:
    shown = [plans.plan(work, key, view.base) for key in every_key(view)]
    if not view.area:
        return ("",) * len(shown)
    place = asked_place(work, view)
    return tuple(footprint_at(place, plan, work.residents) for plan in shown)


def _picture(
    work: Workspace,
    view: View,
    sides: list[Side],
    sentence: str,
    reckoned: str,
    scores: tuple[Line, ...],
) -> Picture:
    before, after = _both(sides)
    named, within = _letters(sides), scope_of(work, view)
    layers, key = pair_layers(work, view, sentence, named)
    selected, headings = _selected(work, view), _headings(view, sides)
    return Picture(
        title=_title(sides, within),
        subtitle=reckoned,
        summary=sentence,
        maps=pair_maps(work, view, layers, selected, headings),
        key=key,
        table=text_table("Scorecard", differences.as_table(list(scores), _titles(sides), named)),
        figures=tuple(
            (f"Footprints: {letter}: {titled(side.plan)}", str(len(side.figures)))
            for letter, side in _in_order(named, sides)
        ),
        plans=(before, *(side.plan for side in sides[2:]), after),
        measures=(BY_KEY[view.measure],) if view.measure else (),
        # Of several maps each has the note of its plan.
        notes=tuple(dict.fromkeys(side.plan.note for side in sides)) if len(layers) == 1 else (),
        selected=selected[1],
        charts=_charts(work, view, sides, selected[0]),
        scope=frozenset() if within.everywhere else within.blocks,
        within=lambda code: content(work, view.with_(scope=(code,))).picture,
    )


def _in_order(named: tuple[str, ...], sides: list[Side]) -> list[tuple[str, Side]]:
    """The plans in the order of their letters, which is not always that of what is compared."""
    return sorted(zip(named, sides, strict=False), key=lambda one: one[0])


def _named(title: str) -> str:
    """A plan's title within a sentence; a comma would part it."""
    return f"“{title}”" if "," in title else title


_MANY = {3: "Three", 4: "Four"}


def _title(sides: list[Side], within: Scope) -> str:
    """What is compared and where, to be read aloud; maps beside the first two have their titles."""
    before, after, *others = map(_named, _titles(sides))
    count = f"{_MANY[len(sides)]} plans compared: from" if others else "From"
    where = "" if within.everywhere else f", in {within.name}"
    return f"{count} {before} to {after}{where}"


def _headings(view: View, sides: list[Side]) -> tuple[tuple[str, str], ...]:
    """What stands above each map: its letter and title, and below them what it shows in short."""
    measure = _measure(view)
    return tuple(
        (
            f"{letter}: {titled(side.plan)}",
            extent(side.plan, measure, side.figures[measure.key]),
        )
        for letter, side in zip(_letters(sides), sides, strict=False)
    )


def _charts(
    work: Workspace, view: View, sides: list[Side], selected: str
) -> tuple[Slope | Strip, ...]:
    """What changes from A to B, where anything does, and every plan's figures."""
    slope = _slope(work, view, sides, selected)
    return (slope, _strip(view, sides)) if slope.named else (_strip(view, sides),)


def _slope(work: Workspace, view: View, sides: list[Side], selected: str) -> Slope:
    """The measure of each footprint of A, and of the one of B that most of its people are in."""
    measure, named = _measure(view), _letters(sides)
    first, second = (side.figures[measure.key] for side in sides[:2])
    return measure_slope(
        _comparison(work, view), measure, (first, second), selected, (named[0], named[1])
    )


def _strip(view: View, sides: list[Side]) -> Strip:
    """The measure of every footprint in scope under each plan, further ones too."""
    measure, ordered = _measure(view), _in_order(_letters(sides), sides)
    held = [(side.plan, side.figures[measure.key]) for _, side in ordered]
    return measure_strip(held, measure, [letter for letter, _ in ordered])


def _where(work: Workspace, view: View) -> tuple[str, ...]:
    if not view.area:
        return ()
    place, keys = asked_place(work, view), every_key(view)
    shown = tuple(plans.plan(work, key, view.base) for key in keys)
    sentences = comparison_sentences.where_it_lies(place, shown, work.residents)
    return tuple(
        f"{sentence} {_figure(work, view, held, footprint, own=place.code in held.by_id)}"
        for sentence, held, footprint in zip(sentences, shown, _selected(work, view), strict=True)
    )


def _figure(work: Workspace, view: View, held: Plan, footprint: str, *, own: bool) -> str:
    """The measure of the footprint that holds most of a place, named where it is not the place."""
    measure = _measure(view)
    value = plans.table(work, held.key, view.base).at[footprint, measure.key]
    whose = "" if own else f" of {held.by_id[footprint].name}"
    return f"{measure.label}{whose}: {measure.unit.text(value)}."


def _what_changes(work: Workspace, view: View, changes: dict[Tier, Change]) -> Changes:
    rows = comparisons.changes(work, *plan_keys(view), scope_of(work, view))
    names = work.atlas.authorities["lad_name"]
    held = _comparison(work, view)
    table = comparison_sentences.change_words(held, rows, names)
    first, second = held.before, held.after
    nothing = _NOTHING_CHANGES.format(one=noun(second, 1))
    return Changes(
        how=nothing if table.empty else _how_told(held),
        table=table,
        splits=tuple(
            change_sentence(one, tier, second, first, _in(held.scope))
            for tier, one in changes.items()
        ),
    )


def _in(scope: Scope) -> str:
    return "" if scope.everywhere else f"In {scope.name}, "


def _how_told(comparison: comparisons.Comparison) -> str:
    people = comparison.changes.groupby("how")["residents"].sum()
    told = [said.format(f"{count:,}") for how, said in _HOW if (count := people.get(how, 0))]
    if not people.get("moves", 0):
        told.insert(0, "nobody moves")
    return (
        f"{capital('; '.join(told))}. Everyone in {comparison.scope.name} is counted once. An area "
        "joins when its whole footprint comes under one with others, and only receives when those "
        "others are people who move there. People count as moving when their footprint is divided "
        "and they are outside the part that continues it (or its largest part)."
    )


_HOW = (
    ("moves", "{} people move"),
    ("stays", "{} stay, in the part of a divided footprint that continues it"),
    ("receives", "{} are in footprints that only receive people"),
    ("joins", "{} join others with their whole footprint"),
    ("as it was", "for {} nothing changes"),
)


def _footprints(work: Workspace, view: View, sides: list[Side]) -> pd.DataFrame:
    """The measure for each pair of matched footprints, the most first, as words."""
    measure, (one, other) = _measure(view), _letters(sides)[:2]
    values = [side.figures[measure.key] for side in sides[:2]]
    first, second = (side.plan.by_id for side in sides[:2])
    held = _comparison(work, view)
    table = side_by_side(held, values[0], values[1], measure.better)
    table = table.sort_values(["after", "before"], ascending=False, kind="stable")
    pairs = list(zip(table["came_from"], table["goes_to"], strict=True))
    changed, better = differences.change_columns(_letters(sides))
    unit = measure.unit
    return pd.DataFrame(
        {
            f"In {one}": [
                first[a].name if a else f"no match: {_mostly(held.overlap[b], first, 'from')}"
                for a, b in pairs
            ],
            f"In {other}": [
                second[b].name if b else f"no match: {_mostly(held.overlap.loc[a], second, 'to')}"
                for a, b in pairs
            ],
            one: [
                said(value, unit) if a else "" for a, value in _two(table, "came_from", "before")
            ],
            other: [said(value, unit) if b else "" for b, value in _two(table, "goes_to", "after")],
            changed: [
                differences.signed(before, after, measure.unit) if word else ""
                for word, (before, after) in zip(
                    table["direction"], _two(table, "before", "after"), strict=True
                )
            ],
            better: [differences.marked(word) for word in table["direction"]],
        }
    )


def _mostly(people: pd.Series, others: Mapping[str, Footprint], way: str) -> str:
    """Where most people of a footprint go or come from that is matched with none."""
    verb = "go to" if way == "to" else "come from"
    return f"most people {verb} {others[people.idxmax()].name}" if people.sum() else "nobody here"


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
            "scope",
            "scheme",
            "classes",
            "cuts",
        ),
        *("least", "whole", "tolerance", "cap", "trusts"),
    ),
    content,
)
