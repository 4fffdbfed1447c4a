"""Criteria: what was asked of ICB areas, in whose words, and the scorecard of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from footprint.criteria import judgements, mending
from footprint.criteria.case import (
    INSIDE,
    MEETS,
    MISSES,
    NO_FIGURE,
    NONE_HERE,
    Case,
    Thresholds,
    Verdict,
)
from footprint.criteria.criterion import Choice, Criterion, Kind, Line, Words
from footprint.criteria.mending import Mending
from footprint.english import in_millions, plural
from footprint.facts.atlas import Atlas
from footprint.facts.guidance import ASKED_OF_MERGERS, LEAST_MERGED, LEAST_PEOPLE
from footprint.facts.manifest import ROOT, read_table
from footprint.measures import formulas
from footprint.measures.merged import short_of_merged
from footprint.measures.published import cost_to_come
from footprint.measures.units import POUNDS_EACH
from footprint.plans.plan import Plan, noun
from footprint.plans.tiers import Tier
from footprint.plans.tiers import tiers as every_tier

KINDS: Mapping[Kind, str] = {
    "must": "A plan has to pass these",
    "measured": "Measured",
    "for discussion": "For discussion: no figure can settle these",
}
VERDICTS: tuple[Verdict, ...] = (MEETS, MISSES, NO_FIGURE)
# Verdicts that are neither a pass nor a miss, where no figure is missing.
NEITHER = (INSIDE, NONE_HERE)


@dataclass(frozen=True)
class Quote:
    """What was asked, in the words of whoever asked it."""

    text: str
    source: str
    publisher: str
    date: str
    url: str


PEOPLE = Line(
    "least",
    "Least people, million",
    0.1,
    per=1e6,
    asked=(
        (LEAST_PEOPLE, f"{in_millions(LEAST_PEOPLE)}: guidance as reported"),
        (LEAST_MERGED, ASKED_OF_MERGERS),
    ),
)
AUTHORITY = Choice(
    "whole", "Local authorities", {"utla": "Upper tier and unitary", "lad": "Districts"}
)
TOLERANCE = Line("tolerance", "Tolerance, % of an authority", 0.5)
COST = Line("cap", "Cap, £ per weighted head", 0.5)
TRUSTS = Line("trusts", "Least acute trusts", 1, whole=True)


def _pounds_a_head(drawn: Thresholds) -> str:
    return f"{POUNDS_EACH.text(drawn.cap)} per weighted head"


def _under_merged(case: Case) -> str:
    """Say how many fall short of what merged ICBs are asked for, where the line is lower."""
    if case.thresholds.least >= LEAST_MERGED:
        return ""
    own = case.residents.index.isin(list(case.plan.drawn or case.plan.by_id))
    return short_of_merged(case.plan, case.residents[own])


def _dearer(count: int, case: Case) -> str:
    known = {"a target for 2026/27": case.to_come, "a cost before the cut": case.costs}
    said = " or ".join(words for words, costs in known.items() if costs)
    return (
        f"{plural(count, 'has', 'have')} published {said} above {_pounds_a_head(case.thresholds)}"
    )


def _without_shared_borders(count: int, case: Case) -> str:
    """Say of how many footprints some do not share borders: those left need not share them."""
    every = len(case.plan.drawn or case.plan.by_id)
    shares = "does not share its" if count == 1 else "do not share their"
    return (
        f"{count} of {every} {noun(case.plan, every)} {shares} borders with a strategic authority"
    )


def _at_least_trusts(drawn: Thresholds) -> str:
    one = drawn.trusts == 1
    return "At least one acute trust" if one else f"At least {drawn.trusts} acute trusts"


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "complete",
        "Every part of England is in exactly one footprint",
        "must",
        "plan",
        "All 327 blocks are counted.",
        ("full coverage of England",),
        judgements.every_block_once,
    ),
    Criterion(
        "residents-add-up",
        "Residents add up to England",
        "must",
        "plan",
        "Mid-2024 residents, to the person.",
        (),
        judgements.residents_reconcile,
    ),
    Criterion(
        "allowance-adds-up",
        "Running cost allowance adds up to England",
        "must",
        "plan",
        "The allowance of 2025/26, to the pound; shared by residents where an ICB is split.",
        (),
        judgements.allowance_reconciles,
    ),
    Criterion(
        "people",
        f"At least {in_millions(LEAST_PEOPLE)} people",
        "measured",
        "footprint",
        "Residents in mid-2024. Reports of the guidance differ: a least of one million, a "
        "guideline of two. A letter of NHS England of 2 June 2026, known from one board’s pack "
        f"and second-hand, asks {in_millions(LEAST_MERGED)} of merged ICBs. No approval of "
        "any merger was found, and NHS England’s own page went on to say that clusters stay.",
        (
            "minimum population (national guidance as reported)",
            "minimum population (East of England principle)",
            "guideline population (blueprint as reported)",
            "minimum population of merged ICBs (NHS England letter of 2 June 2026)",
            "what a cluster is",
        ),
        judgements.enough_people,
        words=Words(
            met=lambda drawn: f"have at least {in_millions(drawn.least)} people",
            missed=lambda n, case: (
                f"{plural(n, 'has', 'have')} fewer than {in_millions(case.thresholds.least)} people"
            ),
            moved=lambda drawn: f"At least {drawn.least:,} people",
            besides=_under_merged,
            turn=1,
        ),
        lines=(PEOPLE,),
        mend=Mending(mending.people_come),
    ),
    Criterion(
        "authorities",
        "Each local authority works with one ICB",
        "measured",
        "footprint",
        "A footprint misses if it holds part of an authority that is split by more than the "
        "tolerance. People of authorities are counted in mid-2022, when it is known where in a "
        "district they live.",
        (
            "one ICB per local authority (national, as reported)",
            "one ICB per local authority (East of England)",
        ),
        judgements.whole_authorities,
        words=Words(
            met=lambda _: "work only with whole local authorities",
            missed=lambda n, case: f"{plural(n, 'holds', 'hold')} part of a split {case.tier.one}",
            moved=lambda drawn: "Each district works with one ICB" if drawn.tier == "lad" else "",
            turn=4,
        ),
        lines=(AUTHORITY, TOLERANCE),
        mend=Mending(mending.splits_mended, splits=True),
    ),
    Criterion(
        "strategic",
        "Shares its borders with strategic authorities",
        "measured",
        "footprint",
        "A footprint meets this if it is one or more established strategic authorities and "
        "nothing else, to within the tolerance. One that lies inside a single authority, as those "
        "of London do, and one that has none here, cross no border, and neither is a miss.",
        (
            "coterminous with strategic authorities (NHS England guidance)",
            "coterminous with strategic authorities (ministerial)",
            "more than one strategic authority allowed",
        ),
        judgements.strategic_borders,
        words=Words(
            met=lambda _: "share their borders with strategic authorities",
            missed=_without_shared_borders,
            verdicts={
                MEETS: "shares its borders",
                MISSES: "has other borders",
                NONE_HERE: "has none here",
            },
            turn=5,
        ),
        lines=(TOLERANCE,),
        mend=Mending(mending.borders_shared),
    ),
    Criterion(
        "cap",
        f"Within {_pounds_a_head(Thresholds())}",
        "measured",
        "footprint",
        "What a footprint is to cost in 2026/27 over weighted population, where a target is "
        "published in pounds or for each weighted head; else its cost before the cut, which each "
        "reason says. The cap was set for 2025/26, to be met by each region as a whole; targets "
        "of 2026/27 run from £19 to £19.60, and most do not say for which head. A cost per "
        "resident would not do instead, nor one that is only implied.",
        (
            "running cost envelope",
            "running cost envelope (weighted, rounded)",
            "target applies at regional aggregate",
        ),
        judgements.within_cap,
        words=Words(
            met=lambda drawn: f"cost no more than {_pounds_a_head(drawn)}",
            missed=_dearer,
            moved=lambda drawn: f"Within {_pounds_a_head(drawn)}",
            turn=7,
        ),
        lines=(COST,),
        mend=Mending(
            whole_only="costs are published for whole ICBs, so nobody can reckon what moving a "
            "part would save, and joining a neighbour does not bring it within the cap"
        ),
    ),
    Criterion(
        "region",
        "Inside one NHS region",
        "measured",
        "footprint",
        "NHS England’s seven regions, as each ICB of 2023 belonged to them.",
        ("guideline population (blueprint as reported)",),
        judgements.one_region,
        words=Words(
            met=lambda _: "lie inside one NHS region",
            missed=lambda n, _: plural(n, "crosses NHS regions", "cross NHS regions"),
            turn=2,
        ),
        mend=Mending(mending.region_left),
    ),
    Criterion(
        "pieces",
        "In one piece",
        "measured",
        "footprint",
        "Joined by land, or by a bridge, tunnel, ferry or flight listed in data/links.csv. Nobody "
        "has published this as a rule; it is what a map reader expects.",
        (),
        judgements.one_piece,
        words=Words(
            met=lambda _: "are in one piece",
            missed=lambda n, _: plural(n, "is in several pieces", "are in several pieces"),
            turn=3,
        ),
        mend=Mending(mending.made_one),
    ),
    Criterion(
        "trusts",
        "More than one acute trust",
        "measured",
        "footprint",
        "Acute trusts of today with a main hospital in the footprint; a trust with main hospitals "
        "in two footprints counts in both. Where patients come from is a measure of its own.",
        ("more than one acute trust (East of England)",),
        judgements.enough_trusts,
        words=Words(
            met=lambda drawn: f"have at least {drawn.trusts} acute trusts",
            missed=lambda n, case: (
                f"{plural(n, 'has', 'have')} fewer than {case.thresholds.trusts} acute trusts"
            ),
            moved=_at_least_trusts,
            turn=6,
        ),
        lines=(TRUSTS,),
        mend=Mending(mending.trusts_come),
    ),
    Criterion(
        "teams",
        "Fewer leadership teams",
        "measured",
        "plan",
        "Footprints of the plan against the 42 ICBs of 2023.",
        ("number of leadership teams",),
        judgements.fewer_teams,
    ),
    Criterion(
        "size",
        "No large differences in size",
        "for discussion",
        "plan",
        "How large is too large has not been said.",
        ("avoid large size differences (East of England)",),
        told=judgements.size_difference,
    ),
    Criterion(
        "neighbourhoods",
        "Works on neighbourhood health",
        "for discussion",
        "plan",
        "A judgement for those who know the places.",
        ("neighbourhood working (East of England)",),
    ),
    Criterion(
        "sustainable",
        "Financially sustainable",
        "for discussion",
        "plan",
        "Allocations are on the Money page; whether they will do is not a matter of boundaries.",
        ("financial sustainability (East of England)", "scale"),
    ),
    Criterion(
        "devolution",
        "Pays regard to devolution",
        "for discussion",
        "plan",
        "Established strategic authorities are measured above. The page on local authorities also "
        "shows those of the priority programme.",
        ("regard to devolution", "future changes after local government reorganisation"),
    ),
)
BY_KEY: Mapping[str, Criterion] = {criterion.key: criterion for criterion in CRITERIA}
OF_FOOTPRINTS: Mapping[str, Criterion] = {
    key: criterion for key, criterion in BY_KEY.items() if criterion.level == "footprint"
}
LINES: tuple[Line | Choice, ...] = tuple(
    {line.field: line for criterion in CRITERIA for line in criterion.lines}.values()
)


def read_quotes(root: Path = ROOT) -> dict[str, tuple[Quote, ...]]:
    """Read each criterion's quotations, by criterion."""
    rows = read_table("data/criteria.csv", root).set_index("criterion")
    columns = ["quote", "source", "publisher", "date", "url"]
    said = {
        name: Quote(*row) for name, row in zip(rows.index, rows[columns].to_numpy(), strict=True)
    }
    return {key: tuple(said[name] for name in one.rows) for key, one in BY_KEY.items()}


def case_for(
    atlas: Atlas,
    plan: Plan,
    thresholds: Thresholds,
    *,
    tiers: Mapping[str, Tier] | None = None,
    costs: Mapping[str, float] | None = None,
) -> Case:
    """Put a plan up for judgement; costs are the published ones unless others are given."""
    known = formulas.published_cost(atlas, plan).dropna() if costs is None else costs
    to_come = cost_to_come(atlas, plan, formulas.weighted_population(atlas, plan)).dropna()
    places = tiers or every_tier(atlas)
    return Case(atlas, plan, thresholds, places, dict(known), to_come.to_dict())


def scorecard(case: Case) -> pd.DataFrame:
    """Judge every criterion: criterion, footprint ("" for the whole plan), verdict, reason."""
    rows = [
        (key, *judgement)
        for key, criterion in BY_KEY.items()
        for judgement in criterion.judge(case)
    ]
    return pd.DataFrame(rows, columns=["criterion", "footprint", "verdict", "reason"])


def counts(card: pd.DataFrame) -> pd.DataFrame:
    """Count verdicts: one row per criterion that is judged, one column per verdict.

    Of strategic authorities to lie inside one and to have none are verdicts of their own.
    """
    table = pd.crosstab(card["criterion"], card["verdict"])
    judged = [key for key in BY_KEY if key in table.index]
    return table.reindex(index=judged, columns=[*VERDICTS, *NEITHER], fill_value=0)
