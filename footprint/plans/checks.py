"""Checks: what must hold of the published files, each a sentence with its two sides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import shapely

from footprint.facts.atlas import Atlas
from footprint.facts.shapes import Shapes
from footprint.plans.plan import Plan


@dataclass(frozen=True)
class Published:
    """Everything that is read from the published files."""

    atlas: Atlas
    plans: Mapping[str, Plan]
    shapes: Shapes


@dataclass(frozen=True)
class Check:
    """One thing that must hold: what was found beside what official sources say."""

    claim: str
    source: str
    expected: str
    found: Callable[[Published], str]


def _count(number: float) -> str:
    return f"{number:,.0f}"


def _split_districts(atlas: Atlas, icb: str) -> int:
    return int((atlas.blocks.groupby("lad")[icb].nunique() > 1).sum())


def _allowance(atlas: Atlas, year: str) -> str:
    return f"£{atlas.icb_figure('running_cost_allowance', year).sum(skipna=False) / 1e6:,.3f}m"


def _statutory_2026(files: Published) -> str:
    ours, theirs = files.plans["merged-2026-04"].footprint_of, files.atlas.blocks["icb_2026"]
    pairs = set(zip(ours, theirs, strict=True))
    codes = {code for _, code in pairs}
    return "36 of 36" if len(pairs) == len(codes) == 36 else f"{len(pairs)} pairs"


def _complete(files: Published) -> str:
    national = [plan for plan in files.plans.values() if plan.national]
    blocks = list(files.atlas.blocks.index)
    layers = [[list(one.footprint_of.index) for one in (p.bodies, p.teams)] for p in national]
    whole = [both for both in layers if both == [blocks, blocks]]
    return "all" if len(whole) == len(national) else f"{len(whole)} of {len(national)}"


def _teams(plan: Plan) -> str:
    kinds = plan.seen_as("teams").kinds
    led = plan.seen_as("teams").others
    clusters = [team for team, kind in kinds.items() if kind == "cluster"]
    shared = sum(len(led[team]) for team in clusters)
    alone = list(kinds.values()).count("alone")
    return f"{len(kinds)}: {len(clusters)} clusters of {shared} ICBs, {alone} on their own"


ONS, NHSE = "Office for National Statistics", "NHS England"
CHECKS: tuple[Check, ...] = (
    Check(
        "Building blocks: pieces of a district inside a sub-ICB location",
        ONS,
        "327",
        lambda files: _count(len(files.atlas.blocks)),
    ),
    Check(
        "Neighbourhoods (LSOAs of 2021) the blocks are made from",
        ONS,
        "33,755",
        lambda files: _count(files.atlas.blocks["lsoas"].sum()),
    ),
    Check(
        "Local authority districts",
        ONS,
        "296",
        lambda files: _count(files.atlas.blocks["lad"].nunique()),
    ),
    Check(
        "Upper-tier and unitary authorities",
        ONS,
        "153",
        lambda files: _count(files.atlas.authorities["utla"].nunique()),
    ),
    Check(
        "Sub-ICB locations",
        ONS,
        "106",
        lambda files: _count(files.atlas.blocks["sicbl"].nunique()),
    ),
    Check(
        "ICBs to March 2026",
        NHSE,
        "42",
        lambda files: _count(files.atlas.blocks["icb"].nunique()),
    ),
    Check(
        "ICBs since April 2026",
        NHSE,
        "36",
        lambda files: _count(files.atlas.blocks["icb_2026"].nunique()),
    ),
    Check(
        "Residents of England, mid-2024",
        ONS,
        "58,620,101",
        lambda files: _count(files.atlas.blocks["residents_2024"].sum()),
    ),
    Check(
        "Residents of England, mid-2022",
        ONS,
        "57,106,398",
        lambda files: _count(files.atlas.blocks["residents_2022"].sum()),
    ),
    Check(
        "Districts in more than one ICB, to March 2026",
        ONS,
        "12",
        lambda files: _count(_split_districts(files.atlas, "icb")),
    ),
    Check(
        "Districts in more than one ICB, since April 2026",
        ONS,
        "5",
        lambda files: _count(_split_districts(files.atlas, "icb_2026")),
    ),
    Check(
        "Running cost allowance 2025/26, all 42 ICBs",
        NHSE,
        "£873.992m",
        lambda files: _allowance(files.atlas, "2025/26"),
    ),
    Check(
        "Running cost allowance 2024/25, all 42 ICBs",
        NHSE,
        "£908.760m",
        lambda files: _allowance(files.atlas, "2024/25"),
    ),
    Check(
        "Running cost allowance 2023/24, all 42 ICBs",
        NHSE,
        "£1,108.760m",
        lambda files: _allowance(files.atlas, "2023/24"),
    ),
    Check(
        "Weighted population of Cornwall and the Isles of Scilly, as that ICB publishes it",
        "NHS Cornwall and the Isles of Scilly",
        "676,091",
        lambda files: _count(files.atlas.icb_figure("weighted_population", "2025/26")["QT6"]),
    ),
    Check(
        "ICBs of April 2026 that our plan file rebuilds block for block",
        ONS,
        "36 of 36",
        lambda files: _statutory_2026(files),
    ),
    Check(
        "Leadership teams over the ICBs of April 2026, early October 2026",
        "papers of the 36 boards, second-hand",
        "25: 9 clusters of 20 ICBs, 16 on their own",
        lambda files: _teams(files.plans["in-force-2026-10"]),
    ),
    Check(
        "Plans for England that give every block to one statutory body and one leadership team",
        "by construction",
        "all",
        lambda files: _complete(files),
    ),
    Check(
        "Outlines without a gap or an overlap",
        "by construction",
        "327",
        lambda files: _count(
            len(files.shapes.blocks)
            if shapely.coverage_is_valid(files.shapes.blocks.to_numpy())
            else 0
        ),
    ),
)


def run(files: Published) -> list[tuple[Check, str]]:
    """Run every check, and return each with what was found."""
    return [(check, check.found(files)) for check in CHECKS]
