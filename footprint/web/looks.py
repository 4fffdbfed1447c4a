"""Looks: how the screen shows what a mark means."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.maps.marks import Mark

# By the names that the style sheet and the browser's script have for them.
LOOKS: Mapping[str, Mark] = {
    "hatch": Mark.NO_FIGURE | Mark.MISSES | Mark.SPLIT | Mark.MOVES | Mark.PART,
    "falling": Mark.ENLARGED,
    "dashed": Mark.STILL_IN_FORCE,
    "dotted": Mark.MERGED | Mark.STAYS | Mark.JOINS,
    "thick": Mark.CLUSTER_BOUNDARY,
    "outlined": Mark.CHANGED,
}


def looks(marks: Mark) -> tuple[str, ...]:
    """Return how some marks look: hatched up or down, dashed within, dotted, or several."""
    return tuple(look for look, meanings in LOOKS.items() if marks & meanings)
