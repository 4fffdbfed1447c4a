"""Marks: the four words that say where a figure comes from, and what may follow them.

Every figure is published, worked out, implied or yours, on screen, on paper and in files. What
more is to be said of one follows its word and never stands in its place.
"""

from __future__ import annotations

import re

PUBLISHED = "published"
WORKED_OUT = "worked out"
IMPLIED = "implied"
YOURS = "yours"

BY_SHARE = f"{WORKED_OUT} by share"
"""Published for a whole ICB that a plan splits, and shared here by residents."""

RETOLD = f"{PUBLISHED}, second-hand"
"""Read in somebody else's account of a paper, and not in the paper itself."""

# What a label ends with that is written and not read aloud, and how a unit for each is said.
_WRITTEN = re.compile(rf" \((?:{WORKED_OUT}|{YOURS})\)|, £ million$")
_FOR_EACH = ", £ per "


def aloud(label: str) -> str:
    """A measure's label as titles have it; legends and tables have its unit and its mark."""
    return _WRITTEN.sub("", label).replace(_FOR_EACH, " per ")
