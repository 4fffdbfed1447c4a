"""Marks: the four words that say where a figure comes from, and what may follow them.

Every figure is published, worked out, implied or yours, on screen, on paper and in files. What
more is to be said of one follows its word and never stands in its place.
"""

from __future__ import annotations

PUBLISHED = "published"
WORKED_OUT = "worked out"
IMPLIED = "implied"
YOURS = "yours"

BY_SHARE = f"{WORKED_OUT} by share"
"""Published for a whole ICB that a plan splits, and shared here by residents."""

RETOLD = f"{PUBLISHED}, second-hand"
"""Read in somebody else's account of a paper, and not in the paper itself."""
