"""Charts of footprints: the figures of a table as a picture beside it, in the same words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from footprint.charts.bars import Bars, Part
from footprint.charts.dots import Dot, Dots, Line, ranked
from footprint.charts.slope import Leg, Slope
from footprint.charts.strip import Spread, Strip, Tick
from footprint.charts.trend import Course, Trend
from footprint.content.figures import measure_table
from footprint.english import capital, in_millions
from footprint.measures.catalogue import Measure
from footprint.measures.marks import BY_SHARE, IMPLIED
from footprint.measures.said import apart
from footprint.measures.units import MILLIONS, PEOPLE, PER_100_000, POUNDS_A_HEAD, Unit
from footprint.money import sentences
from footprint.money.published import ImpliedCost
from footprint.money.scenario import as_implied
from footprint.plans.comparison import Comparison
from footprint.plans.plan import Plan, titled


def measure_dots(
    plan: Plan,
    measure: Measure,
    figures: pd.DataFrame,
    *,
    whole: float,
    estimated: Collection[str] = (),
    selected: str = "",
) -> Dots:
    """A measure of every footprint as dots; `whole` is what it is of England.

    `figures` has a row for each footprint and a column for the measure.
    """
    return Dots(
        title=measure.label,
        spoken=measure.spoken,
        unit=measure.unit,
        rows=ranked(_dots(plan, measure, figures, estimated)),
        lines=_lines(measure),
        england=_england(measure, whole),
        selected=selected,
    )


def _dots(
    plan: Plan, measure: Measure, figures: pd.DataFrame, estimated: Collection[str]
) -> list[Dot]:
    table = measure_table(plan, figures, (measure,), estimated=estimated)
    place = [column.heading for column in table.columns].index(measure.label)
    return [
        Dot(
            id=code,
            name=plan.by_id[code].name,
            value=_number(row[place]),
            figure=figure,
            notes=notes,
            estimated=(line, place) in table.estimated,
            below=(line, place) in table.below,
        )
        for line, (code, row) in enumerate(zip(table.codes, table.rows, strict=True))
        for figure, notes in [table.apart(line, place)]
    ]


def _number(cell: str | float | None) -> float | None:
    return cell if isinstance(cell, float) else None


def _lines(measure: Measure) -> tuple[Line, ...]:
    return tuple(Line(line, line_words(line, measure.unit)) for line in measure.lines)


def line_words(line: float, unit: Unit) -> str:
    """A line as it is spoken of: people in millions, and the cap by its name."""
    if unit == PEOPLE:
        return in_millions(int(line))
    return f"{unit.text(line)}, the cap" if unit == POUNDS_A_HEAD else unit.text(line)


def _england(measure: Measure, whole: float) -> Line | None:
    """England's figure, where it is an average of theirs and not all of them together."""
    if measure.total or pd.isna(whole):
        return None
    return Line(whole, f"England {measure.unit.text(whole)}")


def cap_bars(
    name: str, row: pd.Series, implied: ImpliedCost | None = None, *, estimated: bool = False
) -> Bars:
    """What a footprint cost before the cut, what would be taken, and its target or envelope.

    `row` is its row of the money table; the texts are those of the tables of the cap. Where it has
    no cost, one that is `implied` is drawn and marked so, and of two that differ neither.
    """
    follows = implied if implied and pd.isna(row["baseline"]) else None
    if follows and follows.least == follows.most:
        row = as_implied(row, follows.least)
    what, known = sentences.left(row), pd.notna(row["baseline"])
    return Bars(
        title=f"From what it cost to its {what}",
        owner=name,
        unit=MILLIONS,
        parts=(
            _cost(row, follows, estimated=estimated),
            *((_goes(row),) if known else ()),
            _left(row, estimated=estimated),
        ),
        note=follows.note if follows else "",
    )


def _cost(row: pd.Series, follows: ImpliedCost | None, *, estimated: bool) -> Part:
    """What a footprint cost before the cut; of two costs that are implied, both in words."""
    known = pd.notna(row["baseline"])
    notes: tuple[str, ...] = ()
    if known:
        notes = (f"{row['basis']}, {BY_SHARE}" if estimated and not follows else row["basis"],)
    elif follows:
        notes = (f"{MILLIONS.text(follows.least)} to {MILLIONS.text(follows.most)}, {IMPLIED}",)
    return Part(
        name="Cost before the cut",
        start=0.0,
        end=float(row["baseline"]) if known else None,
        figure=MILLIONS.text(row["baseline"]),
        notes=notes,
        implied=row["basis"] == IMPLIED,
    )


def _goes(row: pd.Series) -> Part:
    """What the target or the cap would take from a footprint."""
    figure, notes = apart(sentences.takes(row))
    return Part(
        name=f"The {sentences.taker(row)} would take",
        start=float(row["baseline"] - row["needed"]),
        end=float(row["baseline"]),
        figure=figure,
        notes=notes,
        goes=True,
        implied=row["basis"] == IMPLIED,
    )


def _left(row: pd.Series, *, estimated: bool) -> Part:
    """What a footprint has to come down to: its target, or its envelope."""
    mark = sentences.left_mark(row, estimated=estimated)
    return Part(
        name=capital(sentences.left(row)),
        start=0.0,
        end=float(row["left"]),
        figure=MILLIONS.text(row["left"]),
        notes=(mark,),
        implied=mark == IMPLIED,
    )


def measure_slope(
    held: Comparison,
    measure: Measure,
    values: tuple[pd.Series, pd.Series],
    selected: str = "",
    letters: tuple[str, str] = ("A", "B"),
) -> Slope:
    """A measure of every footprint before, and of the one that most of its people are in after.

    `values` are those of the footprints in scope, before and after; `selected` is one before.
    `letters` are what the two plans are called.
    """
    before, after = values
    most = held.overlap.loc[before.index, after.index].idxmax(axis=1)
    plans, unit = (held.before, held.after), measure.unit
    legs = tuple(
        Leg(
            source=source,
            target=target,
            names=(plans[0].by_id[source].name, plans[1].by_id[target].name),
            values=(float(before[source]), float(after[target])),
            texts=(unit.text(before[source]), unit.text(after[target])),
        )
        for source, target in most.items()
        if pd.notna(before[source]) and pd.notna(after[target])
    )
    return Slope(
        title=measure.label,
        spoken=measure.spoken,
        sides=(titled(plans[0]), titled(plans[1])),
        unit=unit,
        legs=legs,
        lines=_lines(measure),
        missing=len(most) - len(legs),
        selected=selected,
        letters=letters,
    )


def measure_strip(
    held: Iterable[tuple[Plan, pd.Series]], measure: Measure, letters: Sequence[str]
) -> Strip:
    """A measure of every footprint under each plan; the figures are those of what is in scope."""
    return Strip(
        title=measure.label,
        spoken=measure.spoken,
        unit=measure.unit,
        rows=tuple(
            Spread(name=f"{letter}: {titled(plan)}", ticks=_ticks(plan, values, measure.unit))
            for letter, (plan, values) in zip(letters, held, strict=True)
        ),
        lines=_lines(measure),
    )


def _ticks(plan: Plan, values: pd.Series, unit: Unit) -> tuple[Tick, ...]:
    return tuple(
        Tick(
            name=plan.by_id[code].name,
            value=float(value) if pd.notna(value) else None,
            text=unit.text(value),
        )
        for code, value in values.items()
    )


def staff_trend(
    name: str, here: pd.DataFrame, whole: pd.DataFrame, *, estimated: bool = False
) -> Trend:
    """Staff of a footprint for residents at every date of the count, beside England's.

    `here` and `whole` are its staff and England's, by date.
    """
    return Trend(
        title=f"Staff per 100,000 residents since {here.index[0][:4]}",
        unit=PER_100_000,
        dates=tuple(here.index),
        own=_course(name, here["rate"]),
        england=_course("England", whole["rate"]),
        estimated=estimated,
    )


def _course(name: str, rates: pd.Series) -> Course:
    values = tuple(float(rate) if pd.notna(rate) else None for rate in rates)
    return Course(name=name, values=values, texts=tuple(rates.map(PER_100_000.text)))
