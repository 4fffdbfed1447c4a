"""Authorities: which of a tier a plan keeps whole and which it splits, over its footprints."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from footprint.english import rounded_share, rounded_shares, short_name
from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.marks import Mark
from footprint.maps.palette import (
    NEARLY_WHOLE_FILL,
    OUT_OF_SCOPE_FILL,
    SHATTERED_FILL,
    SPLIT_FILL,
    WHOLE_FILL,
)
from footprint.plans.plan import Plan, titled
from footprint.plans.tiers import Tier

_Piece = tuple[str, str, float, float]
_PIECE = ("authority", "footprint", "residents", "share")


def authorities(
    plan: Plan, tier: Tier, table: pd.DataFrame, pieces: pd.DataFrame, *, summary: str
) -> Layer:
    """Show which authorities a plan keeps whole and which it splits, over its footprints.

    `table` and `pieces` say how the plan treats each authority and where its people are, those of
    one together.
    """
    rows = zip(*(pieces[one].tolist() for one in _PIECE), strict=True)
    by_authority = {code: list(own) for code, own in groupby(rows, key=itemgetter(0))}
    told = _wide if tier.wide else _authority
    held = [
        told(code, row, by_authority[code], plan)
        for code, row in zip(table.index, table.itertuples(), strict=True)
    ]
    places = {area.id: place for place, area in enumerate(held)}
    home = tier.main_of_block.reindex(plan.footprint_of.index)
    nobody = Area(id="", name=f"No {tier.one}", fill=OUT_OF_SCOPE_FILL, labelled=False)
    return Layer(
        title=f"{_asked(tier)}: {titled(plan)}",
        summary=summary,
        areas=(*held, nobody),
        area_of_block=tuple(places.get(code, len(held)) for code in home),
        legend_title=f"Footprints for each {tier.one}",
        legend=_split_rows(held, tier, uncovered=bool(home.isna().any())),
        note=f"Thick lines are footprints, thin lines authorities. {tier.note}",
        footprint_of_block=footprint_positions(plan),
        footprint_names=tuple(short_name(footprint.name) for footprint in plan.footprints),
    )


def _asked(tier: Tier) -> str:
    """What a map of a kind of authority shows, which is to be read aloud."""
    if tier.wide:
        return f"{tier.label} and the footprints they work with"
    return f"Which {tier.label[0].lower()}{tier.label[1:]} are split"


def _lines(pieces: list[_Piece], plan: Plan) -> list[str]:
    _, owners, people, shares = zip(*pieces, strict=True)
    parts = zip(rounded_shares(shares), owners, strict=True)
    said = f"Residents, mid-2022: {sum(people):,.0f}"
    return [said, *(f"{share} in {plan.by_id[owner].name}" for share, owner in parts)]


def _wide(code: str, row: NamedTuple, pieces: list[_Piece], plan: Plan) -> Area:
    """A body that may well be larger than a footprint, in the calm colours of what is whole."""
    works = f"Works with {'more than ' if row.split else ''}one footprint"
    return Area(
        id=code,
        name=row.name,
        fill=NEARLY_WHOLE_FILL if row.split else WHOLE_FILL,
        tooltip=(works, *_lines(pieces, plan)),
    )


def _authority(code: str, row: NamedTuple, pieces: list[_Piece], plan: Plan) -> Area:
    return Area(
        id=code,
        name=row.name,
        fill=_split_fill(row),
        marks=Mark.SPLIT if row.split else Mark.NONE,
        value=f"{rounded_share(row.outside)} outside" if row.split else "",
        tooltip=(
            f"Split, {row.origin}" if row.split else "Whole",
            *_lines(pieces, plan),
        ),
        labelled=row.split,
    )


def _split_fill(row: NamedTuple) -> str:
    if row.split:
        return SPLIT_FILL if row.footprints == 2 else SHATTERED_FILL
    return WHOLE_FILL if row.footprints == 1 else NEARLY_WHOLE_FILL


_SPLIT_ROWS = (
    (WHOLE_FILL, Mark.NONE, "One"),
    (NEARLY_WHOLE_FILL, Mark.NONE, "Two or more, but whole within the tolerance"),
    (SPLIT_FILL, Mark.SPLIT, "Two: split"),
    (SHATTERED_FILL, Mark.SPLIT, "Three or more: split"),
)
_WIDE_ROWS = ((WHOLE_FILL, Mark.NONE, "One"), (NEARLY_WHOLE_FILL, Mark.NONE, "More than one"))


def _split_rows(held: list[Area], tier: Tier, *, uncovered: bool) -> tuple[LegendRow, ...]:
    fills = [area.fill for area in held]
    rows = [
        LegendRow(fill=fill, marks=marks, words=words, count=fills.count(fill))
        for fill, marks, words in (_WIDE_ROWS if tier.wide else _SPLIT_ROWS)
        if fill in fills
    ]
    if uncovered:
        # No area that could be counted, but whatever the others leave.
        row = LegendRow(
            fill=OUT_OF_SCOPE_FILL, words=f"No {tier.one}", count=1, counted="all other land"
        )
        rows.append(row)
    return tuple(rows)
