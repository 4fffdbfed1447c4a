"""Scenarios: envelopes and targets, against cost before the cut and a cut the same for all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.facts.guidance import CAP
from footprint.measures.formulas import (
    ALLOWANCE_YEARS,
    published_cost,
    residents,
    running_cost_allowance,
    staff,
    weighted_population,
)
from footprint.measures.marks import IMPLIED, PUBLISHED, WORKED_OUT, YOURS
from footprint.measures.published import figures_published
from footprint.money.cost_icbs import Unused, shared_out, unused
from footprint.money.published import targets
from footprint.plans.plan import Plan

Costs = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Scenario:
    """The user's assumptions, never facts.

    `cap` is pounds for each weighted head, `cut` a share, 0 to 1, `saving` pounds a year for each
    leadership team removed. `baselines` are ICBs' costs before the cut in pounds a year, by code.
    """

    cap: float = CAP
    cut: float = 0.5
    saving: float = 0.0
    baselines: Costs = ()

    @property
    def as_published(self) -> bool:
        """Whether the cap is the one that published targets were set by."""
        return self.cap == CAP


def money_table(atlas: Atlas, plan: Plan, scenario: Scenario) -> pd.DataFrame:
    """What each footprint would have and lose, one row each in the plan's order; pounds a year.

    `envelope` is always the cap times the weighted population, and `target` what the footprint was
    told; `whose_target` says whether it was published or is implied. `left` is what it has to come
    down to: the target where there is one and the cap is the usual one, else the envelope, which
    is worked out, or by `whose_envelope` the user's.
    Nothing is needed of a footprint that costs less than it would be left.
    """
    heads = weighted_population(atlas, plan)
    table = pd.DataFrame({"weighted_population": heads, "envelope": scenario.cap * heads})
    table["whose_envelope"] = WORKED_OUT if scenario.as_published else YOURS
    table["target"], table["whose_target"] = targets(atlas, plan)
    used = table["target"] if scenario.as_published else table["target"] * np.nan
    table["left"] = used.fillna(table["envelope"])
    table["baseline"], table["basis"] = baseline(atlas, plan, scenario)
    whole = shared_out(atlas, plan, pd.Series(dict(scenario.baselines), dtype=float))[1]
    # Whoever gives the cost of all of a footprint leaves nothing to be shared.
    table["own_whole"] = whole & (table["basis"] == YOURS)
    table["needed"] = (table["baseline"] - table["left"]).clip(lower=0)
    table["cut_takes"] = scenario.cut * table["baseline"]
    return _with_share(table).reindex(list(plan.by_id))


def _with_share(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(needed_share=table["needed"] / table["baseline"])


def as_implied(row: pd.Series, cost: float) -> pd.Series:
    """A row of the table without a cost as it would be with one that is implied."""
    needed = max(cost - row["left"], 0.0)
    told = {"baseline": cost, "basis": IMPLIED, "needed": needed, "needed_share": needed / cost}
    return pd.Series({**row, **told})


def baseline(atlas: Atlas, plan: Plan, scenario: Scenario) -> tuple[pd.Series, pd.Series]:
    """Cost before the cut of each footprint, and whose word it is.

    The user's own figures where every ICB touched has one, else what is published, else both
    together. An ICB that is split is shared by residents.
    """
    own = pd.Series(dict(scenario.baselines), dtype=float)
    published = published_cost(atlas, plan)
    single = figures_published(atlas, "operating_cost_baseline")
    choices = {
        YOURS: shared_out(atlas, plan, own)[0],
        PUBLISHED: published,
        f"{YOURS} and {PUBLISHED}": shared_out(atlas, plan, own.combine_first(single))[0],
    }
    figures = pd.DataFrame(choices)
    basis = figures.notna().idxmax(axis=1).where(figures.notna().any(axis=1), "")
    return figures.bfill(axis=1).iloc[:, 0], basis


def not_taken(atlas: Atlas, plan: Plan, scenario: Scenario, table: pd.DataFrame) -> list[Unused]:
    """The user's costs that a footprint of the table does not take, and which of its ICBs lack."""
    own = dict(scenario.baselines)
    single = figures_published(atlas, "operating_cost_baseline").dropna().index
    return unused(atlas, plan, own, {*own, *single}, table["basis"])


def totals(table: pd.DataFrame) -> pd.Series:
    """England's row of the table: sums, with no figure wherever a footprint has none."""
    numbers = table.drop(
        columns=["basis", "own_whole", "whose_envelope", "whose_target", "needed_share"]
    )
    return _with_share(numbers.sum(skipna=False).to_frame().T).iloc[0]


Years = tuple[pd.DataFrame, pd.DataFrame]
"""A running cost allowance by year, and staff by date of the count, each for residents too."""


def over_time(atlas: Atlas, plan: Plan) -> dict[str, Years]:
    """Each footprint's running cost allowance by year, and its staff by date of the count.

    Each in all and for residents of mid-2024, whatever the year.
    """
    people = residents(atlas, plan)
    pounds = pd.DataFrame({y: running_cost_allowance(atlas, plan, y) for y in ALLOWANCE_YEARS})
    dates = sorted(atlas.workforce["date"].unique())
    counts = pd.DataFrame({date: staff(atlas, plan, date) for date in dates})
    return {one: _years(pounds.loc[one], counts.loc[one], people[one]) for one in people.index}


def _years(pounds: pd.Series, counts: pd.Series, people: float) -> Years:
    allowance = pd.DataFrame({"pounds": pounds, "each": pounds / people})
    return allowance, pd.DataFrame({"fte": counts, "rate": 100_000 * counts / people})


def teams_removed(atlas: Atlas, plan: Plan) -> int:
    """How many fewer leadership teams a plan has than there were ICBs in 2023."""
    return int(atlas.blocks["icb"].nunique()) - len(plan.teams.by_id)
