"""Splits: which authorities a plan keeps whole, counted in people and never in land."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from footprint.english import listed, rounded_shares, with_the
from footprint.facts.atlas import Atlas
from footprint.facts.guidance import TOLERANCE
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier

INHERITED = "inherited"
MADE = "made by this plan"
NOBODY = "no authority of this tier"


def overlap(plan: Plan, tier: Tier) -> pd.DataFrame:
    """Count the people each authority has in each footprint.

    One row for each pair that shares anybody: authority, footprint, residents, share; the share
    is of the authority's people, and rows are sorted from its largest piece to its smallest.
    """
    authority, authorities = pd.factorize(tier.people["authority"], sort=True)
    owner, owners = _owners(plan, tier)
    people = np.zeros((len(authorities), len(owners)))
    given = owner >= 0
    np.add.at(people, (authority[given], owner[given]), tier.people["residents"].to_numpy()[given])
    here, there = np.nonzero(people > 0)
    counted = people[here, there]
    order = np.lexsort((there, -counted, here))
    return pd.DataFrame(
        {
            "authority": authorities[here[order]],
            "footprint": owners[there[order]],
            "residents": counted[order].astype(tier.people["residents"].dtype),
            "share": (counted / people.sum(axis=1)[here])[order],
        }
    )


def _owners(plan: Plan, tier: Tier) -> tuple[np.ndarray, pd.Index]:
    """Number the footprint of each row of a tier's people; -1 where the plan leaves a block out."""
    owner, owners = pd.factorize(plan.footprint_of, sort=True)
    places = plan.footprint_of.index.get_indexer(tier.people["block"])
    return np.where(places >= 0, owner[places], -1), owners


def authorities(atlas: Atlas, plan: Plan, tier: Tier, tolerance: float = TOLERANCE) -> pd.DataFrame:
    """Say for each authority how a plan treats it.

    Indexed by authority: name, main (its largest piece's footprint), footprints (how many hold
    any of its people), outside (share living outside the main one), split (whether that is more
    than the tolerance), origin (inherited or made by this plan, "" for a whole one).
    """
    pieces = overlap(plan, tier)
    first = pieces.drop_duplicates("authority").set_index("authority")
    outside = 1 - first["share"].to_numpy()
    split = outside > tolerance
    made = first.index.isin(list(_made(atlas, plan, tier)))
    return pd.DataFrame(
        {
            "name": pd.array([tier.names[code] for code in first.index], dtype="str"),
            "main": first["footprint"].to_numpy(),
            "footprints": np.diff(
                [*np.flatnonzero(~pieces["authority"].duplicated()), len(pieces)]
            ),
            "outside": outside,
            "split": split,
            "origin": np.where(split, np.where(made, MADE, INHERITED), ""),
        },
        index=first.index,
    )


def _made(atlas: Atlas, plan: Plan, tier: Tier) -> set[str]:
    """Authorities whose people inside one ICB of 2023 a plan puts into different footprints.

    Every other split runs along a line between ICBs that was there before the plan.
    """
    authority, names = pd.factorize(tier.people["authority"])
    icbs, blocks = pd.factorize(atlas.blocks["icb"])[0], atlas.blocks.index
    icb = icbs[blocks.get_indexer(tier.people["block"])]
    rows = np.column_stack([authority, icb, _owners(plan, tier)[0]])
    met, count = np.unique(np.unique(rows, axis=0)[:, :2], axis=0, return_counts=True)
    return set(names[met[count > 1, 0]])


def split_sentence(tier: Tier, plan: Plan, pieces: pd.DataFrame) -> str:
    """Say how one authority is split; `pieces` are its rows of the overlap."""
    name = tier.names[pieces["authority"].iat[0]]
    if len(pieces) == 1:
        whole = "works with one footprint" if tier.wide else "is whole"
        return f"{name} {whole}: all its residents are in {_of(plan, pieces, 0)}."
    shares = rounded_shares(pieces["share"])
    first = f"{shares[0]} of its residents are in {_of(plan, pieces, 0)}"
    rest = [f"{share} in {_of(plan, pieces, n)}" for n, share in enumerate(shares) if n]
    split = "works with more than one footprint" if tier.wide else "is split"
    return f"{name} {split}: {listed([first, *rest])}."


def _of(plan: Plan, pieces: pd.DataFrame, row: int) -> str:
    return with_the(plan.by_id[pieces["footprint"].iat[row]].name)


def several(pieces: pd.DataFrame, tolerance: float = TOLERANCE) -> pd.Series:
    """How many authorities of a tier each footprint works with, indexed by footprint.

    `pieces` is the overlap; an authority with no more of a footprint's people than the tolerance
    does not count.
    """
    people = pieces.groupby("footprint")["residents"]
    counted = pieces["residents"] > tolerance * people.transform("sum")
    return counted.groupby(pieces["footprint"]).sum()


@dataclass(frozen=True)
class Change:
    """What happens to the split authorities of one tier between two plans, by name.

    `mended` are split by the first plan alone, `broken` by the second alone, `kept` by both.
    """

    before: int
    after: int
    mended: tuple[str, ...]
    broken: tuple[str, ...]
    kept: tuple[str, ...] = ()


def change(before: pd.DataFrame, after: pd.DataFrame) -> Change:
    """Compare two tables of authorities of the same tier: which splits mend, which are new."""
    was, now = set(before.index[before["split"]]), set(after.index[after["split"]])
    names = before["name"]
    return Change(
        len(was),
        len(now),
        tuple(sorted(names[code] for code in was - now)),
        tuple(sorted(names[code] for code in now - was)),
        tuple(sorted(names[code] for code in now & was)),
    )
