"""Measures: every number per footprint that can be shown, with all a reader needs to use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from footprint.english import in_millions
from footprint.facts.atlas import Atlas
from footprint.facts.guidance import ASKED_OF_MERGERS, CAP, GUIDELINE, LEAST_MERGED, LEAST_PEOPLE
from footprint.measures.formulas import (
    acute_trusts,
    area,
    compactness,
    core_allocation,
    core_allocation_per_resident,
    density,
    envelope,
    icbs_inside,
    imd,
    most_deprived_tenth,
    published_cost,
    published_cost_per_head,
    residents,
    running_cost_allowance,
    running_cost_allowance_2023,
    running_cost_allowance_2024,
    running_cost_allowance_per_resident,
    staff,
    staff_per_100_000,
    trusts_by_patients,
    weighted_population,
)
from footprint.measures.marks import WORKED_OUT
from footprint.measures.published import position_planned
from footprint.measures.units import (
    COUNT,
    FTE,
    KM2,
    MILLIONS,
    PEOPLE,
    PER_100_000,
    PER_KM2,
    PIECES,
    POUNDS_A_HEAD,
    POUNDS_EACH,
    RATIO,
    SCORE,
    SHARE,
    Unit,
)
from footprint.plans.contiguity import components
from footprint.plans.plan import Plan


@dataclass(frozen=True)
class Measure:
    """One number per footprint, with all that a reader needs to use it well.

    `name` stands without the `mark` that says where its figures come from, and without the unit.
    `least` and `most` finish the sentences "X has …". `shared` says that the figure is published
    per ICB, and so is an estimate where a plan splits one. `total` says what the figure of all
    footprints together is: the "sum" of theirs under every plan; a "count" of things that several
    may hold a part of; or, as of an average, neither. `lines` are what it is judged by, from the
    lowest.
    """

    key: str
    name: str
    least: str
    most: str
    unit: Unit
    better: Literal["higher", "lower", "neither"]
    why: str
    basis: str
    sources: tuple[str, ...]
    compute: Callable[[Atlas, Plan], pd.Series]
    mark: str = ""
    shared: bool = False
    total: Literal["sum", "count", ""] = ""
    lines: tuple[float, ...] = ()

    @property
    def label(self) -> str:
        """What legends, tables and lists call it: its name with its mark and its unit."""
        marked = f"{self.name} ({self.mark})" if self.mark else self.name
        return f"{marked}{self.unit.label}"

    @property
    def spoken(self) -> str:
        """What titles call it, which are read aloud."""
        return f"{self.name}{self.unit.aloud}"

    @property
    def adds_up(self) -> bool:
        """Whether the figures of the footprints add up to England's, whatever the plan."""
        return self.total == "sum"


_CAP = POUNDS_EACH.text(CAP)
MEASURES: tuple[Measure, ...] = (
    Measure(
        "residents",
        "Residents",
        "the fewest residents",
        "the most",
        PEOPLE,
        "neither",
        f"The guidance asks for at least {in_millions(LEAST_PEOPLE)} people, and takes "
        f"{in_millions(GUIDELINE)} as a guideline. A third line is the {ASKED_OF_MERGERS}.",
        "Mid-2024 estimates for districts; the 12 split districts are shared by where people "
        "lived in mid-2022.",
        ("data/blocks.csv",),
        residents,
        total="sum",
        lines=(LEAST_PEOPLE, LEAST_MERGED, GUIDELINE),
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
        "Running cost allowance 2025/26",
        "the smallest running cost allowance",
        "the largest",
        MILLIONS,
        "neither",
        f"What NHS England allots an ICB to run itself. It is not all that the {_CAP} cap covers: "
        "the cap takes in all running costs and programme pay.",
        "2025/26, as published per ICB.",
        ("data/costs.csv", "data/blocks.csv"),
        running_cost_allowance,
        shared=True,
        total="sum",
    ),
    Measure(
        "running_cost_allowance_2024",
        "Running cost allowance 2024/25",
        "the smallest running cost allowance",
        "the largest",
        MILLIONS,
        "neither",
        "Shows what was allotted a year earlier, before the cut of 2025 was announced.",
        "2024/25, as published per ICB.",
        ("data/costs.csv", "data/blocks.csv"),
        running_cost_allowance_2024,
        shared=True,
        total="sum",
    ),
    Measure(
        "running_cost_allowance_2023",
        "Running cost allowance 2023/24",
        "the smallest running cost allowance",
        "the largest",
        MILLIONS,
        "neither",
        "The earliest of the three years: how far allowances had already fallen.",
        "2023/24, as published per ICB.",
        ("data/costs.csv", "data/blocks.csv"),
        running_cost_allowance_2023,
        shared=True,
        total="sum",
    ),
    Measure(
        "running_cost_allowance_per_resident",
        "Running cost allowance",
        "the lowest running cost allowance per resident",
        "the highest",
        POUNDS_EACH,
        "neither",
        "With this figure large and small areas can be compared. It is per resident, not per "
        f"weighted head, so it cannot be compared with {_CAP}.",
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
        f"The head count the {_CAP} cap is set against: registered patients weighted by need.",
        "2025/26, worked out from the published allocations workbook; NHS England's own table "
        "was not available.",
        ("data/costs.csv", "data/blocks.csv"),
        weighted_population,
        shared=True,
        total="sum",
    ),
    Measure(
        "envelope",
        f"Envelope at {_CAP}",
        "the smallest envelope",
        "the largest",
        MILLIONS,
        "neither",
        "What the cap comes to, for all running costs and programme pay.",
        f"{_CAP} for each weighted head of 2025/26: worked out here, not published. A target that "
        "an ICB was given is another figure, and the Money page shows both.",
        ("data/costs.csv", "data/blocks.csv"),
        envelope,
        mark=WORKED_OUT,
        shared=True,
        total="sum",
    ),
    Measure(
        "published_cost",
        "Cost before the cut, as published",
        "the smallest published cost",
        "the largest",
        MILLIONS,
        "neither",
        "What ICBs said they cost when the cut was announced; few did. Not the running cost "
        "allowance.",
        "Papers and news reports of 2025, named in the list on the Money page. A figure for two "
        "ICBs together stands only where a footprint is those two.",
        ("data/costs.csv", "data/blocks.csv"),
        published_cost,
        shared=True,
    ),
    Measure(
        "published_cost_per_head",
        "Cost before the cut",
        "the lowest published cost per weighted head",
        "the highest",
        POUNDS_A_HEAD,
        "neither",
        f"What the {_CAP} cap is set against: above the line an ICB had to save. Few ICBs said "
        "what they cost.",
        "Published cost before the cut over the weighted population of 2025/26: worked out here.",
        ("data/costs.csv", "data/blocks.csv"),
        published_cost_per_head,
        shared=True,
        lines=(CAP,),
    ),
    Measure(
        "published_deficit",
        "Published deficit or surplus, plan 2026/27, second-hand",
        "the largest planned deficit",
        "the best position",
        MILLIONS,
        "neither",
        "What an ICB plans to spend above what it is given, below zero, or to leave unspent. It "
        "says little alone: since 2026/27 systems are no longer held to a joint total.",
        "Plans of ICBs alone for 2026/27, not of their systems; no outturn, forecast or variance. "
        "Lancashire and South Cumbria’s is before deficit support funding, Kent and Medway’s does "
        "not say, others are after it or do not say. From second-hand accounts of board papers, "
        "which the list on the Money page names with every other position.",
        ("data/deficits.csv", "data/blocks.csv"),
        position_planned,
    ),
    Measure(
        "core_allocation",
        "Core allocation 2025/26",
        "the smallest core allocation",
        "the largest",
        MILLIONS,
        "neither",
        "What an ICB is given to buy care with. Running the ICB is paid from another allowance.",
        "Recurrent core allocation of 2025/26, as published per ICB.",
        ("data/costs.csv", "data/blocks.csv"),
        core_allocation,
        shared=True,
        total="sum",
    ),
    Measure(
        "core_allocation_per_resident",
        "Core allocation 2025/26",
        "the lowest core allocation per resident",
        "the highest",
        POUNDS_EACH,
        "neither",
        "More is given where need is greater. Per resident, not per weighted head.",
        "2025/26 allocation over mid-2024 residents.",
        ("data/costs.csv", "data/blocks.csv"),
        core_allocation_per_resident,
        shared=True,
    ),
    Measure(
        "staff",
        "ICB staff",
        "the fewest ICB staff",
        "the most",
        FTE,
        "neither",
        "The only count of what an ICB spends on itself that every ICB has. It includes teams "
        "hosted for others and leaves out work bought from commissioning support units.",
        "NHS Workforce Statistics, March 2025.",
        ("data/workforce.csv", "data/blocks.csv"),
        staff,
        shared=True,
        total="sum",
    ),
    Measure(
        "staff_per_100_000",
        "ICB staff per 100,000 residents",
        "the fewest ICB staff per 100,000 residents",
        "the most",
        PER_100_000,
        "neither",
        "With this figure large and small areas can be compared, but with care: it counts teams "
        "hosted for others, and leaves out work bought from commissioning support units.",
        "Full-time equivalents of March 2025 over mid-2024 residents.",
        ("data/workforce.csv", "data/blocks.csv"),
        staff_per_100_000,
        shared=True,
    ),
    Measure(
        "icbs_inside",
        "ICBs of 2023 inside",
        "the fewest ICBs of 2023 inside",
        "the most",
        COUNT,
        "neither",
        "How many bodies would have to be brought together.",
        "ICBs of 2023 that lie in the footprint, wholly or in part.",
        ("data/blocks.csv",),
        icbs_inside,
        total="count",
    ),
    Measure(
        "acute_trusts",
        "Acute trusts",
        "the fewest acute trusts",
        "the most",
        COUNT,
        "neither",
        "The East of England’s principles ask that an ICB should not buy from one acute trust "
        "alone.",
        "Acute trusts of today with a main hospital in the footprint; one with main hospitals in "
        "two counts in both. Where patients come from is another measure.",
        ("data/trust_sites.csv", "data/blocks.csv"),
        acute_trusts,
        total="count",
    ),
    Measure(
        "trusts_by_patients",
        "Acute trusts by where patients come from",
        "the fewest acute trusts that draw most of their patients from it",
        "the most",
        COUNT,
        "neither",
        "Who uses a hospital need not live where it stands. Most means more than half.",
        "Acute trusts that drew more than half of their patients of 2022 from the footprint; one "
        "that draws more than half from nowhere counts nowhere. Trusts merged since are one.",
        ("data/trusts.csv", "data/blocks.csv"),
        trusts_by_patients,
        shared=True,
        total="count",
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
        total="sum",
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
    Measure(
        "pieces",
        "Separate pieces",
        "the fewest separate pieces",
        "the most",
        PIECES,
        "lower",
        "People expect an area to hang together; a piece that lies apart needs a reason.",
        "Blocks hang together where they share a land border, or where a bridge, tunnel, ferry or "
        "flight is listed between them.",
        ("data/borders.csv", "data/links.csv"),
        components,
    ),
)
BY_KEY: Mapping[str, Measure] = {measure.key: measure for measure in MEASURES}


def tabulate(atlas: Atlas, plan: Plan, measures: Iterable[Measure] = MEASURES) -> pd.DataFrame:
    """Every measure of every footprint, one row per footprint in the plan's order."""
    table = pd.DataFrame({measure.key: measure.compute(atlas, plan) for measure in measures})
    return table.reindex(list(plan.by_id))


def estimated(atlas: Atlas, plan: Plan) -> frozenset[str]:
    """Footprints that hold only part of some ICB of 2023, whose shared figures are estimates."""
    owners = plan.footprint_of.groupby(atlas.blocks["icb"]).agg(lambda owner: frozenset(owner))
    return frozenset().union(*(some for some in owners if len(some) > 1))
