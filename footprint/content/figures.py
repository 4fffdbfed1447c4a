"""Figures: tables and key figures of a plan's footprints, as values."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable

import pandas as pd

from footprint.content.values import ESTIMATED, Column, Figures, Table
from footprint.english import capital
from footprint.facts.guidance import LEAST_PEOPLE
from footprint.measures.catalogue import BY_KEY, MEASURES, Measure
from footprint.measures.marks import BY_SHARE, PUBLISHED
from footprint.measures.said import Said, Words
from footprint.measures.units import NO_FIGURE
from footprint.plans.kinds import KIND_WORDS
from footprint.plans.plan import Plan, noun
from footprint.workspace.plans import estimated as estimated_of
from footprint.workspace.plans import plan as plan_at
from footprint.workspace.plans import table as table_of
from footprint.workspace.workspace import Workspace

# What stands in a column of figures, whose digits belong under each other.
_FIGURE = re.compile(rf"[-+−]?£?[\d,.]+\S*(?: \(.*\))?$|{NO_FIGURE}$")


WHOLE_PLAN = "The plan"
"""What stands in a count of footprints where the plan is judged as a whole."""


def all_figures(column: pd.Series) -> bool:
    """Whether every cell of a column says a figure or that there is none, or is of no footprint."""
    said = [str(cell) for cell in column if str(cell) not in ("", WHOLE_PLAN)]
    return len(said) > 0 and all(map(_FIGURE.match, said))


def bars_of(table: Table, place: int) -> dict[int, float]:
    """The length of each row's bar in one column, 0 to 1; none where a value is below nought."""
    known = {n: row[place] for n, row in enumerate(table.rows) if isinstance(row[place], float)}
    most = max(known.values(), default=0)
    if most <= 0 or min(known.values()) < 0:
        return {}
    return {line: value / most for line, value in known.items()}


_AMOUNT = re.compile(r"(?P<number>£?[\d,]+(?:\.\d+)?)(?P<unit>[a-z%]*)(?: \(.*\))?$")


def bars_said(column: pd.Series, scale: pd.Series) -> dict[int, float]:
    """The length of each row's bar where figures are words already, up to the most of a scale.

    There are none where not all figures have one unit, or where some have a sign.
    """
    values, most = _amounts(column), max(_amounts(scale).values(), default=0.0)
    return {n: value / most for n, value in values.items()} if most else {}


def _amounts(column: pd.Series) -> dict[int, float]:
    """What the cells of a column come to, by their places, or nothing where they are not alike."""
    said = {n: str(cell) for n, cell in enumerate(column) if str(cell)[:1] in _FIRST}
    found = {n: one for n, cell in said.items() if (one := _AMOUNT.match(cell))}
    units = {(one["number"][0] == "£", one["unit"]) for one in found.values()}
    if len(units) != 1 or len(found) < len(said):
        return {}
    return {n: float(one["number"].strip("£").replace(",", "")) for n, one in found.items()}


# What a figure begins with; nothing else is one.
_FIRST = frozenset("£0123456789+-−")


def by_name(plan: Plan, footprints: Collection[str] = ()) -> list[str]:
    """Return a plan's footprints, or some of them, in the order of their names."""
    some = [code for code in plan.by_id if not footprints or code in footprints]
    return sorted(some, key=lambda code: plan.by_id[code].name)


def measure_table(
    plan: Plan,
    figures: pd.DataFrame,
    measures: Iterable[Measure],
    *,
    estimated: Collection[str] = (),
) -> Table:
    """Some measures of every footprint, from the most of the first to the least, unknown last.

    `figures` has a row for each footprint and a column for each measure.
    """
    listed = tuple(measures)
    codes = most_first(plan, figures[listed[0].key])
    shared = [place for place, measure in enumerate(listed, start=2) if measure.shared]
    return Table(
        title=listed[0].label,
        columns=(
            Column("Footprint"),
            Column("What it is"),
            *(Column(measure.label, measure.unit) for measure in listed),
        ),
        rows=tuple(
            (
                plan.by_id[code].name,
                KIND_WORDS[plan.kinds[code]],
                *(_known(figures.at[code, measure.key]) for measure in listed),
            )
            for code in codes
        ),
        estimated=frozenset(
            (line, place)
            for line, code in enumerate(codes)
            for place in shared
            if code in estimated and _known(figures.at[code, listed[place - 2].key]) is not None
        ),
        codes=tuple(codes),
        below=frozenset(
            (line, place)
            for place, measure in enumerate(listed, start=2)
            for line, code in enumerate(codes)
            if LEAST_PEOPLE in measure.lines and figures.at[code, measure.key] < LEAST_PEOPLE
        ),
    )


def most_first(plan: Plan, values: pd.Series) -> list[str]:
    """Footprints from the largest value to the smallest, equals by name, those without last."""
    return sorted(
        by_name(plan), key=lambda code: -values[code] if pd.notna(values[code]) else math.inf
    )


def _known(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def text_table(title: str, shown: pd.DataFrame) -> Table:
    """A table of words as a page shows it, its row names first."""
    whole = shown.reset_index()
    return Table(
        title=title,
        columns=tuple(Column(str(heading)) for heading in whole.columns),
        rows=tuple(tuple(map(_worded, row)) for row in whole.itertuples(index=False)),
    )


def _worded(cell: object) -> Words:
    return cell if isinstance(cell, Said) else str(cell)


def whole_figures(
    plan: Plan, measure: Measure, values: pd.Series, whole: float, where: str = "England"
) -> Figures:
    """How many footprints there are, the figure of all together, the lowest and the highest."""
    known = values.dropna()
    said = [(capital(noun(plan)), str(len(values)))]
    said.append((f"{measure.label}: {where}", measure.unit.text(whole)))
    if len(known) > 1:
        said += [_end("Lowest", plan, known, known.min(), measure)]
        said += [_end("Highest", plan, known, known.max(), measure)]
    return tuple(said)


def _end(
    word: str, plan: Plan, values: pd.Series, value: float, measure: Measure
) -> tuple[str, str]:
    said = measure.unit.text(value)
    alike = values.index[measure.unit.shown(values) == measure.unit.rounded(value)]
    where = plan.by_id[alike[0]].name if len(alike) == 1 else f"{len(alike)} footprints"
    return f"{word}: {where}", said


def footprint_figures(
    plan: Plan, footprint: str, figures: pd.DataFrame, keys: Iterable[str], *, estimated: bool
) -> Figures:
    """The key figures of one footprint, each under the name of its measure."""
    said = []
    for key in dict.fromkeys(keys):
        figure, measure = figures.at[footprint, key], BY_KEY[key]
        mark = f" {ESTIMATED}" if estimated and measure.shared and pd.notna(figure) else ""
        said.append((measure.label, measure.unit.text(figure) + mark))
    return (("Footprint", plan.by_id[footprint].name), *said)


def every_measure(work: Workspace, key: str, base: str) -> pd.DataFrame:
    """Every measure of every footprint as numbers in the unit its heading says, by name."""
    plan, table, estimated = (one(work, key, base) for one in (plan_at, table_of, estimated_of))
    rows = [(plan.by_id[f].name, KIND_WORDS[plan.kinds[f]]) for f in table.index]
    named = pd.DataFrame(rows, index=table.index, columns=["Footprint", "What it is"])
    if estimated:
        named["Money figures"] = [
            BY_SHARE if footprint in estimated else PUBLISHED for footprint in table.index
        ]
    numbers = {_heading(one): one.unit.shown(table[one.key]) for one in MEASURES}
    return named.join(pd.DataFrame(numbers)).sort_values("Footprint")


def _heading(measure: Measure) -> str:
    label, unit = measure.label, measure.unit.name
    return label if unit in label else f"{label} ({unit})"
