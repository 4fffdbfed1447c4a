"""Measures that add up: what footprints or authorities each contribute to, option by option."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from footprint.english import in_millions
from footprint.every_option.question import QuestionError
from footprint.every_option.units import Units, shared_authorities, split, unfitting
from footprint.facts.atlas import Atlas
from footprint.facts.guidance import GUIDELINE, LEAST_MERGED, LEAST_PEOPLE
from footprint.frontier.carried import Below, Carrier, Regions
from footprint.frontier.watched import Differs, Watch
from footprint.measures.formulas import add_up, residents
from footprint.plans.plan import Plan
from footprint.plans.splits import authorities, overlap
from footprint.plans.tiers import Tier

SPLIT_TIERS = ("utla", "utla-2027", "lad", "sa", "sa-programme", "police", "fire", "ambulance")
FITTED_TIERS = ("sa", "sa-programme")
LINES = (LEAST_PEOPLE, LEAST_MERGED, GUIDELINE)


@dataclass(frozen=True)
class Country:
    """What measures are worked out from: the units, the plan they are the footprints of, tiers."""

    plan: Plan
    units: Units
    tiers: Mapping[str, Tier]
    tolerance: Fraction


@dataclass(frozen=True)
class Parts:
    """What has to be followed so that a measure is added up."""

    carriers: tuple[Carrier, ...] = ()
    watches: tuple[Watch, ...] = ()


@dataclass(frozen=True)
class Adding:
    """A measure that adds up over footprints or authorities, fewer always being what is asked.

    key: as it is asked for. label: what is counted. of: what one of it is called, and several.
    parts: how it is added up while options are counted. of_plan: the same figure of any one plan
    of England, also of one that divides units, from a tolerance. tolerant: whether the tolerance
    decides what is counted.
    """

    key: str
    label: str
    of: tuple[str, str]
    parts: Callable[[Country], Parts]
    of_plan: Callable[[Atlas, Plan, float], int]
    tolerant: bool = False


def _one(_: int) -> int:
    return 1


def _splits(key: str) -> Callable[[Country], Parts]:
    def parts(country: Country) -> Parts:
        shared = shared_authorities(country.plan, country.tiers[key], country.units)
        return Parts(watches=tuple(split(one, country.tolerance) for one in shared))

    return parts


def _unfitting(key: str) -> Callable[[Country], Parts]:
    def parts(country: Country) -> Parts:
        shared = shared_authorities(country.plan, country.tiers[key], country.units)
        return Parts(
            watches=tuple(unfitting(one, country.units, country.tolerance) for one in shared)
        )

    return parts


def _below(line: int, *, people: bool) -> Callable[[Country], Parts]:
    def parts(country: Country) -> Parts:
        return Parts((Below(country.units.residents, line, int if people else _one),))

    return parts


def _crossing(country: Country) -> Parts:
    return Parts((Regions(country.units.regions, refused=False),))


_CROSSING = Adding(
    "crossing",
    "Footprints that cross NHS regions",
    ("footprint that crosses NHS regions", "footprints that cross NHS regions"),
    _crossing,
    lambda atlas, plan, _: int((_regions(atlas, plan) > 1).sum()),
)


def catalogue(tiers: Mapping[str, Tier]) -> dict[str, Adding]:
    """Every measure that adds up, by key; of tiers those that there are."""
    found = [_splitting(tiers[key]) for key in SPLIT_TIERS if key in tiers]
    found += [_fitting(tiers[key]) for key in FITTED_TIERS if key in tiers]
    found += [_CROSSING, *(measure for line in LINES for measure in _lined(line))]
    return {one.key: one for one in found}


WHICH: Mapping[str, str] = {
    "utla-2027": " of April 2027",
    "sa-programme": " with the priority programme",
}


def _splitting(tier: Tier) -> Adding:
    which = WHICH.get(tier.key, "")
    return Adding(
        f"split-{tier.key}",
        f"Split {tier.many}{which}",
        (f"split {tier.one}{which}", f"split {tier.many}{which}"),
        _splits(tier.key),
        lambda atlas, plan, tolerance: int(
            authorities(atlas, plan, tier, tolerance)["split"].sum()
        ),
        tolerant=True,
    )


def _fitting(tier: Tier) -> Adding:
    return Adding(
        f"unfitting-{tier.key}",
        f"{tier.label} neither whole nor made of whole footprints",
        (f"{tier.one} that does not fit", f"{tier.many} that do not fit"),
        _unfitting(tier.key),
        lambda atlas, plan, tolerance: _unfitting_of(atlas, plan, tier, tolerance),
    )


def _lined(line: int) -> tuple[Adding, Adding]:
    said = in_millions(line)
    return (
        Adding(
            f"below-{line}",
            f"Footprints below {said} residents",
            (f"footprint below {said} residents", f"footprints below {said} residents"),
            _below(line, people=False),
            lambda atlas, plan, _: len(_short(atlas, plan, line)),
        ),
        Adding(
            f"people-below-{line}",
            f"Residents in footprints below {said}",
            (f"resident in footprints below {said}", f"residents in footprints below {said}"),
            _below(line, people=True),
            lambda atlas, plan, _: int(_short(atlas, plan, line).sum()),
        ),
    )


def _unfitting_of(atlas: Atlas, plan: Plan, tier: Tier, tolerance: float) -> int:
    """Split authorities that some footprint has people of and reaches beyond."""
    treated = authorities(atlas, plan, tier, tolerance)
    pieces = overlap(plan, tier)
    everybody = add_up(atlas.blocks["residents_2022"], plan)
    beyond = pieces["residents"] < pieces["footprint"].map(everybody)
    return int(treated["split"][treated.index.isin(pieces["authority"][beyond])].sum())


def _regions(atlas: Atlas, plan: Plan) -> pd.Series:
    return atlas.blocks["nhs_region"].groupby(plan.footprint_of).nunique()


def _short(atlas: Atlas, plan: Plan, line: int) -> pd.Series:
    people = residents(atlas, plan)
    return people[people < line]


def measured(key: str, tiers: Mapping[str, Tier]) -> Adding:
    """The measure of a key; raises QuestionError, with those there are, for any other."""
    known = catalogue(tiers)
    if key not in known:
        raise QuestionError(f"There is no measure “{key}”. There are: {', '.join(known)}.")
    return known[key]


def differing(grouping: Sequence[int], units: Units) -> Parts:
    """Follow how many pairs of neighbours another option puts together or apart differently."""
    return Parts(
        watches=tuple(
            Differs(edge, together=grouping[edge[0]] == grouping[edge[1]])
            for edge in sorted(units.edges)
        )
    )
