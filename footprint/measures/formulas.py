"""Formulas: numbers per footprint, each worked out from the atlas and a plan."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.facts.guidance import CAP
from footprint.measures.published import figures_published, for_exactly
from footprint.plans.assignment import Assignment
from footprint.plans.plan import Plan

ALLOWANCE_YEARS = ("2023/24", "2024/25", "2025/26")
LAST_COUNT = "2025-03-31"


def add_up(column: pd.Series, plan: Plan) -> pd.Series:
    """Add a block figure up by footprint; a footprint with a missing member has no figure."""
    return column.groupby(plan.footprint_of).sum(skipna=False).rename_axis("footprint")


def residents(atlas: Atlas, plan: Plan) -> pd.Series:
    """People living in each footprint in mid-2024."""
    return add_up(atlas.blocks["residents_2024"], plan)


def area(atlas: Atlas, plan: Plan) -> pd.Series:
    """Land area of each footprint in square kilometres, from the 20 m coastline."""
    return add_up(atlas.blocks["area_km2"], plan)


def density(atlas: Atlas, plan: Plan) -> pd.Series:
    """People per square kilometre in each footprint."""
    return residents(atlas, plan) / area(atlas, plan)


def imd(atlas: Atlas, plan: Plan) -> pd.Series:
    """Average deprivation score of each footprint, weighted by mid-2022 residents."""
    people = atlas.blocks["residents_2022"]
    return add_up(atlas.blocks["imd_score"] * people, plan) / add_up(people, plan)


def most_deprived_tenth(atlas: Atlas, plan: Plan) -> pd.Series:
    """Share, 0 to 1, of mid-2022 residents living in England's most deprived tenth of areas."""
    blocks = atlas.blocks
    return add_up(blocks["residents_most_deprived_tenth"], plan) / add_up(
        blocks["residents_2022"], plan
    )


def weights(atlas: Atlas, plan: Plan) -> pd.DataFrame:
    """Weights, 0 to 1, that apportion each ICB to footprints by mid-2024 residents.

    One row per footprint, one column per ICB of 2023; NaN where they are apart. A whole ICB is
    exactly 1.
    """
    return _weights(atlas, plan.assigned)


# Most measures of a plan are apportioned by the same.
@lru_cache(maxsize=100)
def _weights(atlas: Atlas, given: Assignment) -> pd.DataFrame:
    icb, icbs = pd.factorize(atlas.blocks["icb"])
    owner, footprints = pd.factorize(given.footprint_of.reindex(atlas.blocks.index), sort=True)
    people = atlas.blocks["residents_2024"].to_numpy(float)
    shape = (len(footprints), len(icbs))
    inside = owner >= 0
    cell = owner[inside] * len(icbs) + icb[inside]
    held = np.bincount(cell, people[inside], minlength=shape[0] * shape[1]).reshape(shape)
    meet = np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape) > 0
    share = np.where(meet, held / np.bincount(icb, people), np.nan)
    return pd.DataFrame(share, index=pd.Index(footprints, name="footprint"), columns=icbs)


def apportion(atlas: Atlas, plan: Plan, figure: pd.Series) -> pd.Series:
    """Apportion a figure published per ICB to footprints by mid-2024 residents.

    Whole ICBs keep their figure to the penny. Missing where any ICB touched has no figure.
    """
    weight = weights(atlas, plan)
    parts = weight.to_numpy() * figure.reindex(weight.columns).to_numpy(float)
    total = np.where(weight.isna(), 0.0, parts).sum(axis=1)
    return pd.Series(total, index=weight.index)


def running_cost_allowance(atlas: Atlas, plan: Plan, year: str = "2025/26") -> pd.Series:
    """Pounds of running cost allowance for each footprint."""
    return apportion(atlas, plan, atlas.icb_figure("running_cost_allowance", year))


def running_cost_allowance_2023(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds of running cost allowance in 2023/24 for each footprint."""
    return running_cost_allowance(atlas, plan, "2023/24")


def running_cost_allowance_2024(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds of running cost allowance in 2024/25 for each footprint."""
    return running_cost_allowance(atlas, plan, "2024/25")


def running_cost_allowance_per_resident(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds of running cost allowance in 2025/26 for each resident.

    A ratio of sums, so that in a merger the smaller ICB does not count double.
    """
    return running_cost_allowance(atlas, plan) / residents(atlas, plan)


def weighted_population(atlas: Atlas, plan: Plan) -> pd.Series:
    """Weighted population in 2025/26 for each footprint: need, not heads."""
    return apportion(atlas, plan, atlas.icb_figure("weighted_population", "2025/26"))


def envelope(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds a year the cap leaves each footprint, so much for each weighted head."""
    return CAP * weighted_population(atlas, plan)


def core_allocation(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds of core allocation in 2025/26 for each footprint."""
    return apportion(atlas, plan, atlas.icb_figure("core_allocation", "2025/26"))


def core_allocation_per_resident(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds of core allocation in 2025/26 for each resident."""
    return core_allocation(atlas, plan) / residents(atlas, plan)


def staff(atlas: Atlas, plan: Plan, date: str = LAST_COUNT) -> pd.Series:
    """Full-time equivalent staff of the ICBs in each footprint on a date."""
    counted = atlas.workforce["date"] == date
    return apportion(atlas, plan, atlas.workforce[counted].set_index("icb")["fte"])


def staff_per_100_000(atlas: Atlas, plan: Plan) -> pd.Series:
    """Full-time equivalent ICB staff in March 2025 for every 100,000 residents of mid-2024."""
    return 100_000 * staff(atlas, plan) / residents(atlas, plan)


def icbs_inside(atlas: Atlas, plan: Plan) -> pd.Series:
    """Number of ICBs of 2023 that lie in each footprint, wholly or in part."""
    weight = weights(atlas, plan)
    return weight.notna().sum(axis=1).astype(float)


def acute_trusts(atlas: Atlas, plan: Plan) -> pd.Series:
    """Number of acute trusts of today with a main hospital in each footprint.

    A trust with main hospitals in two footprints counts in both.
    """
    count = trusts_of(atlas, plan).groupby("footprint")["trust"].size()
    here = pd.Index(list(plan.by_id), name="footprint")
    return count.reindex(here, fill_value=0).astype(float)


def trusts_of(atlas: Atlas, plan: Plan) -> pd.DataFrame:
    """Each acute trust of today and each footprint it has a main hospital in, once."""
    sites = atlas.trust_sites
    owner = plan.footprint_of.reindex(sites["block"]).to_numpy()
    pairs = pd.DataFrame({"footprint": owner, "trust": sites["trust"], "name": sites["name"]})
    return pairs.dropna(subset="footprint").drop_duplicates(["footprint", "trust"])


def trusts_by_patients(atlas: Atlas, plan: Plan) -> pd.Series:
    """Number of acute trusts that draw more than half of their patients from each footprint.

    Patients of 2022, apportioned by residents where an ICB is split. A trust that has merged
    since counts where that is so of all it is made of, for how many patients each had is not
    known. Missing where no trust's patients are known for an ICB touched.
    """
    weight = weights(atlas, plan)
    trust, trusts = pd.factorize(atlas.trusts["trust"])
    icb = weight.columns.get_indexer(atlas.trusts["icb"])
    patients = np.zeros((len(trusts), len(weight.columns)))
    patients[trust, icb] = atlas.trusts["share"]
    shares = pd.DataFrame(patients @ weight.fillna(0.0).to_numpy().T)
    today = atlas.trusts.drop_duplicates("trust")["today"].to_numpy()
    # Sums of shares that are exactly half must not come out a hair above it.
    count = (shares.groupby(today).min().round(9) > 0.5).sum().to_numpy(float)
    unknown = (weight.notna().to_numpy() & (patients.sum(axis=0) == 0)).any(axis=1)
    return pd.Series(np.where(unknown, np.nan, count), index=weight.index)


def published_cost(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds a year the ICBs in each footprint said they cost before the cut.

    Only where every ICB has published a figure of its own, or where one figure was published
    for exactly the ICBs of the footprint. Missing for most.
    """
    figures = figures_published(atlas, "operating_cost_baseline")
    own = apportion(atlas, plan, figures)
    return for_exactly(atlas, plan, figures).combine_first(own).reindex(own.index)


def published_cost_per_head(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds for each weighted head of 2025/26 the ICBs said they cost before the cut.

    Missing where their cost is; it may be held against the cap, which is of the same heads.
    """
    return published_cost(atlas, plan) / weighted_population(atlas, plan)


def perimeter(atlas: Atlas, plan: Plan) -> pd.Series:
    """Length in kilometres of each footprint's boundary, coast included.

    What the blocks' own boundaries add up to, less every border inside counted from both sides.
    """
    owner = plan.footprint_of
    borders = atlas.borders
    one = borders["block_a"].map(owner)
    inside = one == borders["block_b"].map(owner)
    hidden = borders["length_km"][inside].groupby(one[inside]).sum()
    around = add_up(atlas.blocks["perimeter_km"], plan)
    return around - 2 * hidden.reindex(around.index, fill_value=0.0)


def compactness(atlas: Atlas, plan: Plan) -> pd.Series:
    """Polsby–Popper compactness: 4π × area ÷ perimeter², 1 for a circle.

    Measured on the 20 m shapes before they are simplified; a ragged coast lowers it.
    """
    return 4 * math.pi * area(atlas, plan) / perimeter(atlas, plan) ** 2
