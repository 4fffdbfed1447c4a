"""Authorities: which of a tier a plan keeps whole and which it splits, over its footprints."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from footprint.english import rounded_shares
from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.marks import Mark
from footprint.maps.palette import (
    NEARLY_WHOLE_FILL,
    OUT_OF_SCOPE_FILL,
    SHATTERED_FILL,
    SPLIT_FILL,
    WHOLE_FILL,
)
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier


def authorities(
    plan: Plan, tier: Tier, table: pd.DataFrame, pieces: pd.DataFrame, *, summary: str
) -> Layer:
    """Show which authorities a plan keeps whole and which it splits, over its footprints.

    `table` and `pieces` say how the plan treats each authority and where its people are.
    """
    by_authority = dict(tuple(pieces.groupby("authority")))
    held = [
        _authority(code, row, by_authority[code], plan)
        for code, row in zip(table.index, table.itertuples(), strict=True)
    ]
    places = {area.id: place for place, area in enumerate(held)}
    home = tier.main_of_block.reindex(plan.footprint_of.index)
    nobody = Area(id="", name=f"No {tier.one}", fill=OUT_OF_SCOPE_FILL, labelled=False)
    return Layer(
        title=f"{tier.label}: {plan.title}",
        summary=summary,
        areas=(*held, nobody),
        area_of_block=tuple(places.get(code, len(held)) for code in home),
        legend_title=f"How many footprints each {tier.one} works with",
        legend=_split_rows(table, tier, uncovered=bool(home.isna().any())),
        note="Thick lines are footprints, thin lines authorities. " + tier.note,
        footprint_of_block=footprint_positions(plan),
    )


def _authority(code: str, row: NamedTuple, pieces: pd.DataFrame, plan: Plan) -> Area:
    shares = rounded_shares(pieces["share"])
    named = [plan.by_id[footprint].name for footprint in pieces["footprint"]]
    lines = [f"{share} in {name}" for share, name in zip(shares, named, strict=True)]
    return Area(
        id=code,
        name=row.name,
        fill=_split_fill(row),
        marks=Mark.SPLIT if row.split else Mark.NONE,
        value=f"{rounded_shares([row.outside])[0]} outside" if row.split else "",
        tooltip=(
            f"Split, {row.origin}" if row.split else "Whole",
            f"Residents, mid-2022: {pieces['residents'].sum():,.0f}",
            *lines,
        ),
        labelled=row.split,
    )


def _split_fill(row: NamedTuple) -> str:
    if row.split:
        return SPLIT_FILL if row.footprints == 2 else SHATTERED_FILL
    return WHOLE_FILL if row.footprints == 1 else NEARLY_WHOLE_FILL


def _split_rows(table: pd.DataFrame, tier: Tier, *, uncovered: bool) -> tuple[LegendRow, ...]:
    fills = [_split_fill(row) for row in table.itertuples()]
    rows = [
        LegendRow(fill=fill, marks=marks, words=words, count=fills.count(fill))
        for fill, marks, words in (
            (WHOLE_FILL, Mark.NONE, "One"),
            (NEARLY_WHOLE_FILL, Mark.NONE, "Two or more, but whole within the tolerance"),
            (SPLIT_FILL, Mark.SPLIT, "Two: split"),
            (SHATTERED_FILL, Mark.SPLIT, "Three or more: split"),
        )
        if fill in fills
    ]
    if uncovered:
        rows.append(LegendRow(fill=OUT_OF_SCOPE_FILL, words=f"No {tier.one}", count=1))
    return tuple(rows)
