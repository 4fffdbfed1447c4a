"""Verdicts: which footprints meet a criterion, ready to draw."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from footprint.criteria.case import INSIDE, MEETS, MISSES, NO_FIGURE, NONE_HERE, Case, Verdict
from footprint.criteria.criterion import Criterion, label_of, verdict_words
from footprint.criteria.scorecard import criterion_sentence, own
from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.marks import Mark, in_force
from footprint.maps.palette import (
    INSIDE_FILL,
    MEETS_FILL,
    MISSES_FILL,
    NO_FIGURE_FILL,
    OUT_OF_SCOPE_FILL,
)
from footprint.plans.assignment import Footprint
from footprint.plans.kinds import KIND_WORDS
from footprint.plans.plan import titled

FILLS: Mapping[Verdict, str] = {
    MEETS: MEETS_FILL,
    MISSES: MISSES_FILL,
    NO_FIGURE: NO_FIGURE_FILL,
    INSIDE: INSIDE_FILL,
    NONE_HERE: NO_FIGURE_FILL,
}
_MARKS: Mapping[Verdict, Mark] = {MISSES: Mark.MISSES}
_LINE = 74


def verdict_layer(case: Case, card: pd.DataFrame, criterion: Criterion) -> Layer:
    """Show which footprints meet one criterion, which miss it, and where there is no figure."""
    plan = case.plan
    rows = card[card["criterion"] == criterion.key].set_index("footprint")
    mine = plan.drawn or frozenset(plan.by_id)
    label = label_of(criterion, case.thresholds)
    count = own(rows.reset_index(), plan)["verdict"].value_counts()
    legend = [
        LegendRow(
            fill=fill,
            marks=_MARKS.get(verdict, Mark.NONE),
            words=verdict_words(criterion, verdict),
            count=int(count[verdict]),
        )
        for verdict, fill in FILLS.items()
        if verdict in count
    ]
    if borrowed := len(plan.by_id) - len(mine & set(plan.by_id)):
        legend.append(
            LegendRow(fill=OUT_OF_SCOPE_FILL, words="Outside this option", count=borrowed)
        )
    return Layer(
        title=f"{label}: {titled(plan)}",
        summary=criterion_sentence(case, card, criterion),
        areas=tuple(
            _area(footprint, case, criterion, rows.loc[footprint.id], own=footprint.id in mine)
            for footprint in plan.footprints
        ),
        area_of_block=footprint_positions(plan),
        legend_title=label,
        legend=tuple(legend),
    )


def _area(
    footprint: Footprint, case: Case, criterion: Criterion, row: pd.Series, *, own: bool
) -> Area:
    plan, verdict, reason = case.plan, row["verdict"], row["reason"]
    said = verdict_words(criterion, verdict)
    return Area(
        id=footprint.id,
        name=footprint.name,
        fill=FILLS[verdict] if own else OUT_OF_SCOPE_FILL,
        marks=in_force(plan.kinds[footprint.id])
        | (_MARKS.get(verdict, Mark.NONE) if own else Mark.NONE),
        value="" if verdict == MEETS else said,
        tooltip=(
            KIND_WORDS[plan.kinds[footprint.id]],
            f"{said}: {label_of(criterion, case.thresholds)}",
            *_wrapped(reason),
        ),
        labelled=own,
    )


def _wrapped(reason: str) -> list[str]:
    # A tooltip's lines do not break by themselves; the whole reason stands in the card.
    words, lines = reason.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines if len(lines) <= 4 else [*lines[:3], f"{lines[3]} …"]
