"""Card: one authority, whether a plan keeps it whole, and where its people are."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from footprint.criteria.case import STRATEGIC
from footprint.english import days_in_words, rounded_share
from footprint.maps.sentences import strategic_sentence
from footprint.measures.said import Said, said_shares
from footprint.plans.fits import MOST
from footprint.plans.kinds import KIND_INLINE
from footprint.plans.plan import Plan
from footprint.plans.splits import INHERITED, split_sentence
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import authorities
from footprint.workspace.workspace import Workspace


@dataclass(frozen=True, eq=False, kw_only=True)
class AuthorityCard:
    """One authority: whether it is whole, and where its people are.

    `about` says of a strategic authority since when it exists and how sure that is, and `source`
    who says so; of others both are "".
    """

    name: str
    about: str
    source: str
    verdict: str
    sentence: str
    pieces: pd.DataFrame


def asked(view: View) -> tuple[str, str, str, float]:
    """What of a view decides how authorities are treated."""
    return view.plan_key, view.base, view.tier, view.tolerance_share


def authority_card(
    work: Workspace, view: View, shown: Plan, tier: Tier, selected: str
) -> AuthorityCard:
    """One authority of a tier under a plan."""
    pieces = authorities.overlap(work, view.plan_key, view.base, view.tier)
    pieces = pieces[pieces["authority"] == selected]
    row = authorities.authorities(work, *asked(view)).loc[selected]
    strategic, known = tier.key.startswith(STRATEGIC), work.atlas.strategic_authorities
    said = known.loc[selected] if strategic else row
    return AuthorityCard(
        name=row["name"],
        about=strategic_sentence(said) if strategic else "",
        source=days_in_words(said["source"]) if strategic else "",
        verdict=_verdict(row, shown, tier),
        sentence=split_sentence(tier, shown, pieces),
        pieces=_pieces(pieces, shown),
    )


def _verdict(row: pd.Series, shown: Plan, tier: Tier) -> str:
    home = f"{shown.by_id[row['main']].name} ({KIND_INLINE[shown.kinds[row['main']]]})"
    if not row["split"]:
        return f"Works with one footprint: {home}" if tier.wide else f"Whole: it lies in {home}"
    if tier.wide:
        share = 1 - float(row["outside"])
        if share > MOST:
            return f"Works with more than one footprint; most of its people are in {home}"
        part = f"the largest part, {rounded_share(share)} of its people, is in {home}"
        return f"Works with more than one footprint; {part}"
    origin = (
        "a line between the ICBs of 2023 already ran through it"
        if row["origin"] == INHERITED
        else "the plan draws a line inside what was one ICB in 2023"
    )
    return f"Split, {row['origin']}: {origin}"


def _pieces(pieces: pd.DataFrame, shown: Plan) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Footprint": [shown.by_id[footprint].name for footprint in pieces["footprint"]],
            "Residents, mid-2022": [Said(float(people)) for people in pieces["residents"]],
            "Share": said_shares(pieces["share"]),
        }
    ).set_index("Footprint")
