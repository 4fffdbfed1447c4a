"""Marks: what a map says of an area besides its colour, by meaning and not by look."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Flag, auto

from footprint.plans.kinds import Kind


class Mark(Flag):
    """What is so of an area, or what a row of a legend explains; several may be so at once.

    How a mark looks is decided where it is drawn: once for the screen, once for paper.
    """

    NONE = 0
    NO_FIGURE = auto()
    MISSES = auto()
    SPLIT = auto()
    MOVES = auto()
    STAYS = auto()
    JOINS = auto()
    RECEIVES = auto()
    STILL_IN_FORCE = auto()
    MERGED = auto()
    ENLARGED = auto()
    PART = auto()
    CLUSTER_BOUNDARY = auto()
    CHANGED = auto()


# Boundaries of bodies are still in force inside a cluster, and gone inside a merger.
KIND_MARK: Mapping[Kind, Mark] = {
    "icb": Mark.NONE,
    "merger": Mark.MERGED,
    "enlarged": Mark.ENLARGED,
    "reduced": Mark.PART,
    "alone": Mark.NONE,
    "part": Mark.PART,
    "cluster": Mark.STILL_IN_FORCE,
}


def in_force(kind: Kind) -> Mark:
    """Return the mark of boundaries that are still in force inside a footprint of a kind."""
    return KIND_MARK[kind] & Mark.STILL_IN_FORCE
