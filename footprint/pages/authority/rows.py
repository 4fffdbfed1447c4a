"""Rows: every authority with its footprints, and every footprint with its authorities."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

import pandas as pd

from footprint.content.figures import most_first, text_table
from footprint.content.values import Figures, Table
from footprint.english import capital, rounded_share, rounded_shares
from footprint.measures.said import Said, said_share
from footprint.pages.authority.card import asked
from footprint.plans.fits import fit_sentence
from footprint.plans.plan import Plan
from footprint.plans.splits import several
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import authorities
from footprint.workspace.plans import table as table_of
from footprint.workspace.workspace import Workspace


def by_authority(work: Workspace, view: View, shown: Plan) -> pd.DataFrame:
    """Every authority with its footprints, the split ones first."""
    pieces = authorities.overlap(work, view.plan_key, view.base, view.tier)
    table = authorities.authorities(work, *asked(view)).assign(where=_where(pieces, shown))
    table = table.sort_values(["split", "outside", "name"], ascending=[False, False, True])
    wide = work.tiers[view.tier].wide
    heading = capital(work.tiers[view.tier].one) if wide else "Authority"
    told = pd.DataFrame(
        {
            heading: table["name"],
            "Verdict": ["Split" if split else "Whole" for split in table["split"]],
            "Footprints": list(map(Said, map(int, table["footprints"]))),
            "Residents in each (mid-2022)": table["where"],
            "Living outside the main one": list(map(said_share, table["outside"])),
            "Origin of the split": table["origin"],
        }
    ).set_index(heading)
    if wide:
        return told.drop(columns=["Verdict", "Origin of the split"])
    return told


_PIECE = ("authority", "footprint", "residents", "share")


def _where(pieces: pd.DataFrame, shown: Plan) -> pd.Series:
    """Where the people of each authority are; the pieces of one stand together."""
    rows = zip(*(pieces[one].tolist() for one in _PIECE), strict=True)
    said = {}
    for authority, own in groupby(rows, key=itemgetter(0)):
        _, owners, people, shares = zip(*own, strict=True)
        told = zip(owners, people, rounded_shares(shares), strict=True)
        said[authority] = "; ".join(f"{shown.by_id[f].name} {n:,.0f} ({s})" for f, n, s in told)
    return pd.Series(said)


def by_footprint(work: Workspace, view: View, shown: Plan) -> pd.DataFrame:
    """Every footprint with the authorities it holds whole and those it shares, largest first."""
    table = authorities.authorities(work, *asked(view))
    pieces = authorities.overlap(work, view.plan_key, view.base, view.tier)
    pieces = pieces.assign(
        name=pieces["authority"].map(table["name"]), split=pieces["authority"].map(table["split"])
    )
    strategic = work.tiers[view.tier if view.tier.startswith("sa") else "sa"]
    fits = authorities.fits(work, view.plan_key, view.base, strategic.key, view.tolerance_share)
    wide = work.tiers[view.tier].wide
    counts = several(pieces, view.tolerance_share)
    held = dict(list(pieces.groupby("footprint")))
    people = table_of(work, view.plan_key, view.base)["residents"]
    rows = [
        (
            footprint.name,
            *((Said(int(counts[footprint.id])), _with(here)) if wide else _held(here)),
            fit_sentence(fits[footprint.id], strategic, shown),
        )
        for footprint in map(shown.by_id.__getitem__, most_first(shown, people))
        for here in [held.get(footprint.id, pieces.iloc[:0])]
    ]
    columns = ["Footprint", *(_WITH if wide else _HELD), strategic.label]
    return pd.DataFrame(rows, columns=columns).set_index("Footprint")


_HELD = ("Whole", "Split, with the share here")
_WITH = ("Works with", "Each with its share of the people here")


def _held(here: pd.DataFrame) -> tuple[Said, str]:
    split = here[here["split"]]
    shares = map(rounded_share, split["share"])
    return Said(int((~here["split"]).sum())), _named(split["name"], shares) or "none"


def _with(here: pd.DataFrame) -> str:
    ordered = here.sort_values("residents", ascending=False)
    shares = rounded_shares(ordered["residents"] / ordered["residents"].sum())
    return _named(ordered["name"], shares)


def _named(names: Iterable[str], shares: Iterable[str]) -> str:
    return "; ".join(f"{name} ({share})" for name, share in zip(names, shares, strict=True))


def counts_of(
    tier: Tier, everything: pd.DataFrame, split: pd.DataFrame
) -> tuple[Table, Figures, Table]:
    """The authorities that are split as a table, how many of how many they are, and all of them."""
    finding = _finding(tier)
    figures = (tier.label, str(len(everything))), (finding, str(len(split)))
    every = text_table(tier.label, everything)
    found = "with more than one footprint" if tier.wide else "that are split"
    return text_table(f"{tier.label} {found}", split), figures, every


def _finding(tier: Tier) -> str:
    return "With more than one footprint" if tier.wide else "Split"
