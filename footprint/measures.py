"""Measures: numbers per footprint, each a function of the atlas and a plan, listed once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from footprint.atlas import Atlas
from footprint.plans import Plan

NO_FIGURE = "no figure"


@dataclass(frozen=True)
class Unit:
    """How a number is said: the words around it and the digits it deserves.

    `per` divides before the digits are written, so a figure in pounds can be said in millions.
    """

    name: str
    pattern: str
    per: float = 1.0

    def text(self, value: float) -> str:
        """Return the number as it is shown everywhere, or "no figure" where there is none."""
        if value is None or math.isnan(value):
            return NO_FIGURE
        return self.pattern.format(value / self.per)


PEOPLE = Unit("people", "{:,.0f}")
PER_KM2 = Unit("people per km²", "{:,.0f}")
SCORE = Unit("score", "{:.1f}")
SHARE = Unit("% of residents", "{:.1f}%", 0.01)
MILLIONS = Unit("£ million", "£{:,.1f}m", 1e6)
POUNDS_EACH = Unit("£ per resident", "£{:,.2f}")
KM2 = Unit("km²", "{:,.0f} km²")
RATIO = Unit("0 to 1", "{:.2f}")


@dataclass(frozen=True)
class Measure:
    """One number per footprint, with all that a reader needs to use it well.

    `least` and `most` finish the sentences "X has …". `shared` says that the figure is published
    per ICB, and so is an estimate where a plan splits one.
    """

    key: str
    label: str
    least: str
    most: str
    unit: Unit
    better: Literal["higher", "lower", "neither"]
    why: str
    basis: str
    sources: tuple[str, ...]
    compute: Callable[[Atlas, Plan], pd.Series]
    shared: bool = False


def _sum(column: pd.Series, plan: Plan) -> pd.Series:
    """Add a block figure up by footprint; a footprint with a missing member has no figure."""
    return column.groupby(plan.footprint_of).sum(skipna=False).rename_axis("footprint")


def residents(atlas: Atlas, plan: Plan) -> pd.Series:
    """People living in each footprint in mid-2024."""
    return _sum(atlas.blocks["residents_2024"], plan)


def area(atlas: Atlas, plan: Plan) -> pd.Series:
    """Land area of each footprint in square kilometres, from the 20 m coastline."""
    return _sum(atlas.blocks["area_km2"], plan)


def density(atlas: Atlas, plan: Plan) -> pd.Series:
    """People per square kilometre in each footprint."""
    return residents(atlas, plan) / area(atlas, plan)


def imd(atlas: Atlas, plan: Plan) -> pd.Series:
    """Average deprivation score of each footprint, weighted by mid-2022 residents."""
    people = atlas.blocks["residents_2022"]
    return _sum(atlas.blocks["imd_score"] * people, plan) / _sum(people, plan)


def most_deprived_tenth(atlas: Atlas, plan: Plan) -> pd.Series:
    """Share, 0 to 1, of mid-2022 residents living in England's most deprived tenth of areas."""
    blocks = atlas.blocks
    return _sum(blocks["residents_most_deprived_tenth"], plan) / _sum(
        blocks["residents_2022"], plan
    )


def share_out(atlas: Atlas, plan: Plan, figure: pd.Series) -> pd.Series:
    """Share a figure published per ICB among footprints by mid-2024 residents.

    Whole ICBs keep their figure to the penny. Missing where any ICB touched has no figure.
    """
    blocks = atlas.blocks
    by_icb = blocks["residents_2024"].groupby([plan.footprint_of, blocks["icb"]]).sum()
    icbs = by_icb.index.get_level_values(1)
    whole = blocks["residents_2024"].groupby(blocks["icb"]).sum()
    portion = by_icb / whole.reindex(icbs).to_numpy()
    shared = portion * figure.reindex(icbs).to_numpy()
    return shared.groupby(level=0).sum(skipna=False).rename_axis("footprint")


def running_cost_allowance(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds of running cost allowance in 2025/26 for each footprint."""
    return share_out(atlas, plan, atlas.icb_figure("running_cost_allowance", "2025/26"))


def running_cost_allowance_per_resident(atlas: Atlas, plan: Plan) -> pd.Series:
    """Pounds of running cost allowance in 2025/26 for each resident.

    A ratio of sums, so that in a merger the smaller ICB does not count double.
    """
    return running_cost_allowance(atlas, plan) / residents(atlas, plan)


def weighted_population(atlas: Atlas, plan: Plan) -> pd.Series:
    """Weighted population in 2025/26 for each footprint: need, not heads."""
    return share_out(atlas, plan, atlas.icb_figure("weighted_population", "2025/26"))


def perimeter(atlas: Atlas, plan: Plan) -> pd.Series:
    """Length in kilometres of each footprint's boundary, coast included.

    What the blocks' own boundaries add up to, less every border inside counted from both sides.
    """
    owner = plan.footprint_of
    borders = atlas.borders
    one = borders["block_a"].map(owner)
    inside = one == borders["block_b"].map(owner)
    hidden = borders["length_km"][inside].groupby(one[inside]).sum()
    around = _sum(atlas.blocks["perimeter_km"], plan)
    return around - 2 * hidden.reindex(around.index, fill_value=0.0)


def compactness(atlas: Atlas, plan: Plan) -> pd.Series:
    """Polsby–Popper compactness: 4π × area ÷ perimeter², 1 for a circle.

    Measured on the 20 m shapes before they are simplified; a ragged coast lowers it.
    """
    return 4 * math.pi * area(atlas, plan) / perimeter(atlas, plan) ** 2


MEASURES: tuple[Measure, ...] = (
    Measure(
        "residents",
        "Residents",
        "the fewest residents",
        "the most",
        PEOPLE,
        "neither",
        "The guidance asks for at least 1 million people, and takes 2 million as a guideline.",
        "Mid-2024 estimates for districts; the 12 split districts are shared by where people "
        "lived in mid-2022.",
        ("data/blocks.csv",),
        residents,
    ),
    Measure(
        "density",
        "People per km²",
        "the fewest people per square kilometre",
        "the most",
        PER_KM2,
        "neither",
        "Services are run differently where people live far apart.",
        "Mid-2024 residents over land area.",
        ("data/blocks.csv",),
        density,
    ),
    Measure(
        "imd",
        "Deprivation score (IMD 2025)",
        "the lowest average deprivation score",
        "the highest",
        SCORE,
        "neither",
        "A higher score means more deprivation and usually more need for care.",
        "Scores of neighbourhoods in the Index of Multiple Deprivation 2025, averaged by "
        "mid-2022 residents.",
        ("data/blocks.csv",),
        imd,
    ),
    Measure(
        "most_deprived_tenth",
        "Living in the most deprived tenth",
        "the smallest share of people living in the most deprived tenth of England",
        "the largest",
        SHARE,
        "neither",
        "An average hides pockets of deprivation; this counts the people who live in them.",
        "Mid-2022 residents of neighbourhoods in the most deprived tenth of the Index of "
        "Multiple Deprivation 2025.",
        ("data/blocks.csv",),
        most_deprived_tenth,
    ),
    Measure(
        "running_cost_allowance",
        "Running cost allowance, £ million",
        "the smallest running cost allowance",
        "the largest",
        MILLIONS,
        "neither",
        "What NHS England allots an ICB to run itself. It is not all that the £18.76 cap covers: "
        "the cap takes in all running costs and programme pay.",
        "2025/26, as published per ICB.",
        ("data/costs.csv", "data/blocks.csv"),
        running_cost_allowance,
        shared=True,
    ),
    Measure(
        "running_cost_allowance_per_resident",
        "Running cost allowance, £ per resident",
        "the lowest running cost allowance per resident",
        "the highest",
        POUNDS_EACH,
        "neither",
        "Lets large and small be compared. Per resident, not per weighted head, so it cannot be "
        "held against £18.76.",
        "2025/26 allowance over mid-2024 residents.",
        ("data/costs.csv", "data/blocks.csv"),
        running_cost_allowance_per_resident,
        shared=True,
    ),
    Measure(
        "weighted_population",
        "Weighted population",
        "the smallest weighted population",
        "the largest",
        PEOPLE,
        "neither",
        "The head count the £18.76 cap is set against: registered patients weighted by need.",
        "2025/26, worked out from the published allocations workbook; NHS England's own table "
        "was not available.",
        ("data/costs.csv", "data/blocks.csv"),
        weighted_population,
        shared=True,
    ),
    Measure(
        "area",
        "Area",
        "the least land",
        "the most",
        KM2,
        "neither",
        "Distance is part of the cost of working together.",
        "Land above mean high water, from boundaries generalised to 20 m.",
        ("data/blocks.csv",),
        area,
    ),
    Measure(
        "compactness",
        "Compactness",
        "the least compact shape",
        "the most compact",
        RATIO,
        "higher",
        "A long or ragged area scores low; a circle scores 1. Coasts lower it.",
        "Polsby–Popper, on boundaries generalised to 20 m.",
        ("data/blocks.csv", "data/borders.csv"),
        compactness,
    ),
)
BY_KEY: Mapping[str, Measure] = {measure.key: measure for measure in MEASURES}


def tabulate(
    atlas: Atlas, plan: Plan, measures: Iterable[Measure] = MEASURES
) -> pd.DataFrame:
    """Every measure of every footprint, one row per footprint in the plan's order."""
    table = pd.DataFrame({measure.key: measure.compute(atlas, plan) for measure in measures})
    return table.reindex(list(plan.by_id))


def estimated(atlas: Atlas, plan: Plan) -> frozenset[str]:
    """Footprints that hold only part of some ICB of 2023, whose shared figures are estimates."""
    owners = plan.footprint_of.groupby(atlas.blocks["icb"]).agg(lambda owner: frozenset(owner))
    return frozenset().union(*(some for some in owners if len(some) > 1))
