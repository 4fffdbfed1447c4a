"""Rows: plans held against each other line by line, footprint by footprint and area by area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from footprint.content.lines import basis
from footprint.content.pair_maps import every_key, plan_keys, scope_of
from footprint.criteria import differences
from footprint.criteria.differences import Line, Side
from footprint.english import capital
from footprint.maps import comparison_sentences
from footprint.maps.sentences import change_sentence
from footprint.measures.catalogue import MEASURES
from footprint.measures.said import said
from footprint.pages.compared.sides import TIERS, comparison, letters_of, measure_of
from footprint.plans.comparison import side_by_side
from footprint.plans.plan import Footprint, noun
from footprint.plans.scope import Scope
from footprint.plans.splits import Change
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import comparisons
from footprint.workspace.workspace import Workspace

_NOTHING_CHANGES = "Nothing: every {one} has the same area under both."


@dataclass(frozen=True, eq=False, kw_only=True)
class Changes:
    """What joins, divides and moves: each as a row, how it was told, and the splits."""

    how: str
    table: pd.DataFrame
    splits: tuple[str, ...]


def scores_of(work: Workspace, view: View, sides: list[Side]) -> tuple[Line, ...]:
    """The scorecard, line by line."""
    lines, _ = basis(work, view)
    return (
        differences.status_line(sides),
        differences.kinds_line(sides),
        *differences.bodies_line(sides),
        _moving_line(work, view, sides),
        *differences.size_lines(sides, lines.least),
        *differences.split_lines(sides, [work.tiers[key] for key in TIERS]),
        *differences.criterion_lines(sides, lines),
    )


def _moving_line(work: Workspace, view: View, sides: list[Side]) -> Line:
    """How many people each plan moves from where the first has them, counted in scope."""
    first, *others = every_key(view)
    held = (
        comparisons.comparison(work, first, key, view.base, scope_of(work, view)) for key in others
    )
    return differences.moving_line(
        letters_of(sides)[0],
        [int(one.changes.loc[one.changes["how"] == "moves", "residents"].sum()) for one in held],
    )


def adding_up() -> str:
    """Which totals no plan can change."""
    labels = [measure.label for measure in MEASURES if measure.adds_up]
    return f"Totals are the same under every plan: {'; '.join(labels)}."


def what_changes(work: Workspace, view: View, changes: dict[Tier, Change]) -> Changes:
    """What joins, divides and moves, as rows and in words."""
    rows = comparisons.changes(work, *plan_keys(view), scope_of(work, view))
    names = work.atlas.authorities["lad_name"]
    held = comparison(work, view)
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


def footprints_of(work: Workspace, view: View, sides: list[Side]) -> pd.DataFrame:
    """The measure for each pair of matched footprints, the most first, as words."""
    measure, (one, other) = measure_of(view), letters_of(sides)[:2]
    values = [side.figures[measure.key] for side in sides[:2]]
    first, second = (side.plan.by_id for side in sides[:2])
    held = comparison(work, view)
    table = side_by_side(held, values[0], values[1], measure.better)
    table = table.sort_values(["after", "before"], ascending=False, kind="stable")
    pairs = list(zip(table["came_from"], table["goes_to"], strict=True))
    changed, better = differences.change_columns(letters_of(sides))
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
