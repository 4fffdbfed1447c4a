"""Guidance: the lines that were drawn for ICB areas, each in one place."""

from __future__ import annotations

from footprint.english import in_millions

CAP = 18.76
"""Pounds a year for each weighted head: Healthcare Leader, 8 May 2025, in data/criteria.csv."""


LEAST_PEOPLE = 1_000_000
"""Fewest residents: "no smaller than 1m", Healthcare Management, June 2025, data/criteria.csv."""


LEAST_MERGED = 1_500_000
"""Fewest residents of merged ICBs: asked in a letter of 2 June 2026, second-hand, in
data/criteria.csv. No approval of any merger was found."""


ASKED_OF_MERGERS = f"{in_millions(LEAST_MERGED)} reportedly asked of merged ICBs"
"""The line for merged ICBs as sentences say it, with how sure it is."""


GUIDELINE = 2_000_000
"""Residents as a rule: the blueprint as reported by Burges Salmon, May 2025, data/criteria.csv."""


LEAST_TRUSTS = 2
"""Fewest acute trusts: the East of England, Healthcare Leader, May 2025, in data/criteria.csv."""


TOLERANCE = 0.01
"""Share of an authority's people who may live outside: published by nobody, and ours."""
