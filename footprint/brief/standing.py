"""Standing: the place of one among all, in words, so that no figure stands alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from footprint.english import plural, ranked


def place_among(shown: pd.Series, key: str, most: str = "highest", least: str = "lowest") -> str:
    """Where one stands among all as their figures are said: "9th highest of 36, with 1 other".

    Equals share the place that is nearer to an end.
    """
    place = int((shown > shown[key]).sum()) + 1
    alike = int((shown == shown[key]).sum())
    nearer = place if place <= len(shown) - place - alike + 2 else place + alike - 1
    said = ranked(nearer, len(shown), most, least)
    return said if alike == 1 else f"{said}, with {plural(alike - 1, 'other', 'others')}"


def place_of_count(counts: pd.Series, key: str) -> str:
    """Where one stands among all of a number of things: the ends are the most and the fewest."""
    said = place_among(counts, key)
    return re.sub("^(highest|lowest) ", lambda found: f"{_ENDS[found[1]]} ", said)


_ENDS: Mapping[str, str] = {"highest": "most", "lowest": "fewest"}
