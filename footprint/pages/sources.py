"""Data and sources: where does every figure come from, and what is wrong with it?"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from footprint.content.statements import every_statement
from footprint.content.values import Page, Table
from footprint.english import in_millions, month
from footprint.facts.guidance import CAP, LEAST_MERGED
from footprint.facts.manifest import Source
from footprint.measures.units import POUNDS_EACH
from footprint.workspace.workspace import Workspace, kept

LIMITS: tuple[str, ...] = (
    "A cluster is not a merger. Its ICBs stay separate bodies with their own boundaries, money "
    "and duties.",
    f"The running cost allowance is not what the {POUNDS_EACH.text(CAP)} cap covers. The cap takes "
    "in all running costs and programme pay.",
    "Weighted population is worked out from the published allocations workbook. NHS England’s "
    "own table was not available.",
    "Where a plan splits an ICB, its money is shared by residents and marked “worked out by "
    "share”.",
    "An acute trust is counted where its main hospitals stand, which no published list names: most "
    "are placed by their head office.",
    "Dates and instruments of strategic authorities are second-hand, and so is the letter that is "
    f"read as asking {in_millions(LEAST_MERGED)} people of merged ICBs. Reorganisation of councils "
    "is paused; only Surrey’s goes ahead.",
    "The 27 proposed footprints of May 2025 are a reconstruction, and nothing published confirms "
    "the arrangement for April 2027.",
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Sources:
    """What the page on data says: checks and how many hold, files, plans, and the limits."""

    held: int
    checks: pd.DataFrame
    data_version: str
    files: tuple[Source, ...]
    plans: pd.DataFrame
    statements: Table
    limits: tuple[str, ...] = LIMITS


@kept(1)
def content(work: Workspace) -> Sources:
    """The manifest and its checks, for people."""
    results = work.checks
    return Sources(
        held=sum(found == check.expected for check, found in results),
        checks=pd.DataFrame(
            {
                "What must hold": [f"{check.claim} ({check.source})" for check, _ in results],
                "Should be": [check.expected for check, _ in results],
                "Is": [found for _, found in results],
                "Holds": ["Yes" if found == check.expected else "No" for check, found in results],
            }
        ).set_index("What must hold"),
        data_version=work.manifest.data_version,
        files=work.manifest.sources,
        plans=_plans(work),
        statements=every_statement(work),
    )


def _plans(work: Workspace) -> pd.DataFrame:
    listed = work.plans.values()
    return pd.DataFrame(
        {
            "Plan": [plan.title for plan in listed],
            "As of": [month(plan.as_of) for plan in listed],
            "Status": [plan.status for plan in listed],
            "Scope": [plan.scope for plan in listed],
            "Confidence in the facts": [plan.confidence for plan in listed],
            "Reconstruction": ["yes" if plan.reconstruction else "no" for plan in listed],
        }
    ).set_index("Plan")


PAGE = Page("pages/Data_and_sources.py", "Data and sources")
