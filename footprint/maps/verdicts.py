"""Verdicts: which footprints meet a criterion, ready to draw."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from footprint.criteria.case import MEETS, MISSES, NO_FIGURE, Case, Verdict
from footprint.criteria.criterion import Criterion, label_of
from footprint.criteria.scorecard import capital, criterion_sentence, own
from footprint.maps.layer import Area, Layer, LegendRow
from footprint.maps.palette import OUT_OF_SCOPE_FILL
from footprint.plans.plan import Footprint

# Blue and orange are told apart by everybody; the hatch tells them apart in print as well.
FILLS: Mapping[Verdict, str] = {
    MEETS: "#b8d4ee",
    MISSES: "#f2a58c",
    NO_FIGURE: "#ffffff",
}


_LINE = 74


def verdict_layer(case: Case, card: pd.DataFrame, criterion: Criterion) -> Layer:
    """Show which footprints meet one criterion, which miss it, and where there is no figure."""
    plan = case.plan
    rows = card[card["criterion"] == criterion.key].set_index("footprint")
    mine = plan.drawn or frozenset(plan.by_id)
    label = label_of(criterion, case.thresholds)
    count = own(rows.reset_index(), plan)["verdict"].value_counts()
    legend = [
        LegendRow(fill, verdict == MISSES, False, capital(verdict), int(count[verdict]))
        for verdict, fill in FILLS.items()
        if verdict in count
    ]
    if borrowed := len(plan.by_id) - len(mine & set(plan.by_id)):
        legend.append(LegendRow(OUT_OF_SCOPE_FILL, False, False, "Outside this option", borrowed))
    places = {footprint: place for place, footprint in enumerate(plan.by_id)}
    return Layer(
        title=f"{label}: {plan.title}",
        summary=criterion_sentence(case, card, criterion),
        areas=tuple(
            _area(footprint, rows.loc[footprint.id], label, own=footprint.id in mine)
            for footprint in plan.footprints
        ),
        owner=tuple(places[footprint] for footprint in plan.footprint_of),
        legend_title=label,
        legend=tuple(legend),
    )


def _area(footprint: Footprint, row: pd.Series, label: str, *, own: bool) -> Area:
    verdict, reason = row["verdict"], row["reason"]
    return Area(
        id=footprint.id,
        name=footprint.name,
        fill=FILLS[verdict] if own else OUT_OF_SCOPE_FILL,
        hatch=own and verdict == MISSES,
        dashed=footprint.kind == "cluster",
        value="" if verdict == MEETS else capital(verdict),
        lines=(f"{capital(verdict)}: {label}", *_wrapped(reason)),
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
