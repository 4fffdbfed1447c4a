"""Figures: tables and key figures of a plan's footprints, as values."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from numbers import Integral

import pandas as pd

from footprint.content.values import ESTIMATED, Cell, Column, Figures, Table
from footprint.english import capital
from footprint.facts.guidance import LEAST_PEOPLE
from footprint.measures.catalogue import BY_KEY, MEASURES, Measure
from footprint.measures.marks import BY_SHARE, PUBLISHED
from footprint.measures.said import Noted, Said, Words
from footprint.measures.units import NO_FIGURE
from footprint.plans.kinds import KIND_WORDS
from footprint.plans.plan import Plan, noun
from footprint.workspace.plans import estimated as estimated_of
from footprint.workspace.plans import plan as plan_at
from footprint.workspace.plans import table as table_of
from footprint.workspace.workspace import Workspace

WHOLE_PLAN = "The plan"
"""What stands in a count of footprints where the plan is judged as a whole."""

# What stands in a column of figures where there is none.
_BLANK = frozenset({"", NO_FIGURE, WHOLE_PLAN, None})


def all_figures(table: Table, place: int) -> bool:
    """Whether a column holds figures and nothing else, but for where there is none."""
    if table.columns[place].unit is not None:
        return True
    cells = [row[place] for row in table.rows]
    return any(isinstance(cell, Said) for cell in cells) and all(
        isinstance(cell, Said) or cell in _BLANK for cell in cells
    )


def bars_of(table: Table, place: int, alike: Collection[int] = ()) -> dict[int, float]:
    """The length of each row's bar in one column, 0 to 1, up to the most of all that are `alike`.

    There are none where figures are of several units, are differences, or are below nought.
    """
    lines = [line for line in range(len(table.rows)) if line not in table.whole]
    scale = [table.rows[line][one] for one in {place, *alike} for line in lines]
    figures = [cell for cell in scale if isinstance(cell, Said)]
    known = [value for cell in scale if (value := _value(cell)) is not None]
    most = max(known, default=0)
    # Figures of one unit may be said with more decimals where they are small.
    units = {(cell.unit.prefix, cell.unit.suffix, cell.unit.per) for cell in figures}
    if most <= 0 or min(known) < 0 or len(units) > 1 or any(cell.signed for cell in figures):
        return {}
    values = {line: _value(table.rows[line][place]) for line in lines}
    return {line: value / most for line, value in values.items() if value is not None}


def _value(cell: Cell) -> float | None:
    if isinstance(cell, Said):
        return cell.value
    return cell if isinstance(cell, float) and not math.isnan(cell) else None


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
        spoken=listed[0].spoken,
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


def text_table(title: str, shown: pd.DataFrame, *, whole: str = "") -> Table:
    """A table of words and of figures that say each its unit, its row names first.

    `whole` names the row of all together, where there is one.
    """
    headings = (shown.index.name, *shown.columns)
    return Table(
        title=title,
        columns=tuple(Column(str(heading or "")) for heading in headings),
        rows=tuple(tuple(map(_worded, row)) for row in shown.itertuples(name=None)),
        whole=frozenset(line for line, name in enumerate(shown.index) if whole and name == whole),
    )


def _worded(cell: object) -> Words:
    if isinstance(cell, Integral):
        return Said(int(cell))
    return cell if isinstance(cell, Said | Noted) else str(cell)


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
