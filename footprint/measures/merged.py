"""Merged: which footprints the size asked of merged ICBs is about, and which fall short of it."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from footprint.english import listed, plural
from footprint.facts.guidance import ASKED_OF_MERGERS, LEAST_MERGED
from footprint.plans.kinds import Kind
from footprint.plans.plan import Plan

# A merger is one already, and a cluster is what is asked to become one.
_ABOUT: tuple[Kind, ...] = ("merger", "cluster")


def about_mergers(plan: Plan, footprint: str) -> bool:
    """Whether the size asked of merged ICBs is about a footprint: it is a merger or a cluster."""
    return plan.kinds[footprint] in _ABOUT


def short_of_merged(plan: Plan, residents: pd.Series) -> str:
    """Say how many of the mergers or clusters are smaller than is asked; "" where there is none."""
    some = [footprint for footprint in residents.index if about_mergers(plan, footprint)]
    if not some:
        return ""
    kinds = Counter(plan.kinds[footprint] for footprint in some)
    few = int((residents[some] < LEAST_MERGED).sum())
    if len(some) == 1:
        (one,) = kinds
        return f"the one {one} has {'fewer than' if few else 'at least'} the {ASKED_OF_MERGERS}"
    verb = "has" if few < 2 else "have"
    counted = listed(plural(kinds[one], one, f"{one}s") for one in sorted(kinds))
    return f"{few or 'none'} of the {counted} {verb} fewer than the {ASKED_OF_MERGERS}"
