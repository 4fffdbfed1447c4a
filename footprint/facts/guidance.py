"""Guidance: the lines that were drawn for ICB areas, each in one place."""

from __future__ import annotations

CAP = 18.76
"""Pounds a year for each weighted head: Healthcare Leader, 8 May 2025, in data/criteria.csv."""


LEAST_PEOPLE = 1_000_000
"""Fewest residents: "no smaller than 1m", Healthcare Management, June 2025, data/criteria.csv."""


GUIDELINE = 2_000_000
"""Residents as a rule: the blueprint as reported by Burges Salmon, May 2025, data/criteria.csv."""


LEAST_TRUSTS = 2
"""Fewest acute trusts: the East of England, Healthcare Leader, May 2025, in data/criteria.csv."""


TOLERANCE = 0.01
"""Share of an authority's people who may live outside: published by nobody, and ours."""
