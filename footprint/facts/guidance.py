"""Guidance: the lines that were drawn for ICB areas, each in one place."""

from __future__ import annotations

TOLERANCE = 0.01


GUIDELINE = 2_000_000


LEAST_PEOPLE = 1_000_000
