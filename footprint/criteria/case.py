"""Cases: a plan put up for judgement, where the lines are drawn, and what a verdict is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

import pandas as pd

from footprint.facts import guidance
from footprint.facts.atlas import Atlas
from footprint.measures import formulas
from footprint.plans import fits as fitting
from footprint.plans import splits
from footprint.plans.fits import Fit
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier

Verdict = Literal["meets", "misses", "no figure", "lies inside one", "none here"]
MEETS, MISSES, NO_FIGURE = "meets", "misses", "no figure"
# Neither a pass nor a miss: no border of an authority is crossed.
INSIDE, NONE_HERE = "lies inside one", "none here"
STRATEGIC = "sa"
WHOLE_PLAN = ""


@dataclass(frozen=True)
class Thresholds:
    """Where the lines are drawn; every one can be moved.

    least: people a footprint must have. tier: the kind of authority that should work with one
    footprint. tolerance: the share of an authority that may live outside. cap: pounds for each
    weighted head. trusts: acute trusts a footprint must have.
    """

    least: int = guidance.LEAST_PEOPLE
    tier: str = "utla"
    tolerance: float = guidance.TOLERANCE
    cap: float = guidance.CAP
    trusts: int = guidance.LEAST_TRUSTS


class Judgement(NamedTuple):
    """One verdict and its reason; `footprint` is "" where the whole plan is judged."""

    footprint: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, eq=False)
class Case:
    """A plan to be judged, with what several criteria need worked out once.

    `costs` gives the pounds a footprint spent before the cut, `to_come` those it is to cost in
    2026/27, each for those where it is known.
    """

    atlas: Atlas
    plan: Plan
    thresholds: Thresholds
    tiers: Mapping[str, Tier]
    costs: Mapping[str, float] = field(default_factory=dict)
    to_come: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def residents(self) -> pd.Series:
        """People of each footprint in mid-2024, in the plan's order."""
        return formulas.residents(self.atlas, self.plan).reindex(list(self.plan.by_id))

    @cached_property
    def tier(self) -> Tier:
        """The kind of authority that should work with one footprint."""
        return self.tiers[self.thresholds.tier]

    @cached_property
    def pieces(self) -> pd.DataFrame:
        """People of each authority in each footprint."""
        return splits.overlap(self.plan, self.tier)

    @cached_property
    def authorities(self) -> pd.DataFrame:
        """How the plan treats each authority."""
        return splits.authorities(self.atlas, self.plan, self.tier, self.thresholds.tolerance)

    @cached_property
    def fits(self) -> Mapping[str, Fit]:
        """How each footprint fits the strategic authorities."""
        return fitting.fits(self.atlas, self.plan, self.tiers[STRATEGIC], self.thresholds.tolerance)
