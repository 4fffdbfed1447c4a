"""Standing: the place of one among all, in words, so that no figure stands alone."""

from __future__ import annotations

import pandas as pd

from footprint.english import plural, ranked


def place_among(shown: pd.Series, key: str, most: str = "highest", least: str = "lowest") -> str:
    """Where one stands among all as their figures are said: "9th highest of 36, with 1 other".

    Equals share the place that is nearer to an end.
    """
    place, alike = _place(shown, key)
    said = ranked(place, len(shown), most, least)
    return said if alike == 1 else f"{said}, with {plural(alike - 1, 'other', 'others')}"


def _place(shown: pd.Series, key: str) -> tuple[int, int]:
    """Which place one has among all, the nearer to an end of those it shares, and how many do."""
    place = int((shown > shown[key]).sum()) + 1
    alike = int((shown == shown[key]).sum())
    nearer = place if place <= len(shown) - place - alike + 2 else place + alike - 1
    return nearer, alike


def place_of_count(counts: pd.Series, key: str) -> str:
    """Where one stands among all of a number of things: the ends are the most and the fewest."""
    place, _ = _place(counts, key)
    ends = ("most", "fewest") if place in (1, len(counts)) else ("highest", "lowest")
    return place_among(counts, key, *ends)
