"""Asked: an aim, and the hard tests that a plan must meet, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from footprint.english import listed
from footprint.facts.atlas import Atlas
from footprint.plans.assignment import PlanError
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier

Aim = Literal["movers", "split", "even"]
AIMS: dict[Aim, str] = {
    "movers": "fewest residents who change footprint",
    "split": "fewest split authorities",
    "even": "most even sizes",
}
BLOCKS = "block"
SECONDS = 60.0


@dataclass(frozen=True)
class Asked:
    """A plan to begin from, what is to be least, and what has to hold.

    `unit` is what moves whole: "block", or each authority's part of each footprint of the plan, by
    the key of its tier. `whole` names tiers no authority of which may be split; `split` the tier
    counted where the aim is "split". Sizes are residents of mid-2024. A footprint that `stays`
    keeps the block most of its people live in; otherwise it may vanish into others. Footprints
    `locked` keep exactly the blocks they have. `inside_regions` keeps each footprint in the NHS
    region most of its people live in, and each authority's part of a region then counts as an
    authority of its own. `region` leaves everything outside one NHS region out.
    """

    plan: Plan
    aim: Aim = "movers"
    unit: str = BLOCKS
    whole: tuple[str, ...] = ()
    split: str = ""
    least: int = 0
    one_piece: bool = True
    stays: bool = False
    footprints: int | None = None
    locked: frozenset[str] = frozenset()
    inside_regions: bool = False
    region: str = ""


@dataclass(frozen=True)
class Sought:
    """What somebody wants to know, and for how many seconds at most it is searched."""

    asked: Asked
    seconds: float = SECONDS


def check_asked(atlas: Atlas, asked: Asked, tiers: dict[str, Tier]) -> None:
    """Refuse what cannot be asked, with the reason and what to ask instead."""
    known = {*tiers, BLOCKS}
    named = [asked.unit, *asked.whole, *([asked.split] if asked.split else [])]
    if strange := [name for name in named if name not in known]:
        raise PlanError(f"There is no tier called {listed(strange)}; there are {listed(tiers)}.")
    if strange := sorted(asked.locked - set(asked.plan.by_id)):
        raise PlanError(f"“{asked.plan.title}” has no footprint {listed(strange)} to lock.")
    regions = sorted(atlas.blocks["nhs_region"].unique())
    if asked.region and asked.region not in regions:
        raise PlanError(f"There is no NHS region {asked.region}; there are {listed(regions)}.")
    if asked.footprints is not None and asked.footprints < 1:
        raise PlanError("A plan has at least 1 footprint.")
    if asked.least < 0:
        raise PlanError("The fewest people of a footprint cannot be below 0.")
    if (asked.aim == "split") != bool(asked.split):
        raise PlanError("Name the tier of which split authorities are counted, for that aim only.")
    if asked.aim != "movers" and not asked.stays and asked.footprints is None:
        raise PlanError("One footprint for all would serve this aim: say how many, or which stay.")


def scope(atlas: Atlas, asked: Asked) -> pd.DataFrame:
    """The blocks asked about, with the footprint of the plan each is in, as `owner`."""
    blocks = atlas.blocks.assign(owner=asked.plan.footprint_of).dropna(subset="owner")
    return blocks[blocks["nhs_region"] == asked.region] if asked.region else blocks


def authority_of(blocks: pd.DataFrame, tier: Tier, asked: Asked) -> pd.Series:
    """The authority of each block in a tier, with its region where regions part authorities."""
    codes = tier.main_of_block.reindex(blocks.index).dropna()
    return (
        codes + "|" + blocks["nhs_region"].reindex(codes.index) if asked.inside_regions else codes
    )


def home_regions(blocks: pd.DataFrame) -> dict[str, str]:
    """The NHS region most residents of each footprint live in."""
    people = blocks.groupby(["owner", "nhs_region"])["residents_2024"].sum().reset_index()
    most = people.sort_values(["residents_2024", "nhs_region"], ascending=[False, True])
    return most.drop_duplicates("owner").set_index("owner")["nhs_region"].to_dict()


def hearts(blocks: pd.DataFrame) -> dict[str, str]:
    """The block most residents of each footprint live in."""
    ordered = blocks.rename_axis("block").reset_index()
    most = ordered.sort_values(["residents_2024", "block"], ascending=[False, True])
    return most.drop_duplicates("owner").set_index("owner")["block"].to_dict()
