"""Older links: how an option is read that was drawn before bodies and teams were told apart.

A footprint then had one kind that was typed in: an ICB on its own, a cluster or a merger. Such a
link is checked against its plan as that plan was then, and read on the layer that was meant.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from footprint.plans.plan import Plan, Seen, bare_key

# What the kinds in a link stand for; people keep links, so their order never changes.
KINDS = ("icb", "cluster", "merger")
_CLUSTER, _MERGER = KINDS.index("cluster"), KINDS.index("merger")

# Where the kind that was typed in is not the one that follows from the assignments.
_TYPED: Mapping[str, Mapping[str, str]] = {
    "proposed-2025-05": {"hiow": "merger", "ss": "merger", "tv": "merger"},
    "greater-lincolnshire-alt": {"hny": "icb"},
}


def ground(base: Plan) -> str:
    """The version of the data an older option stands on, from a plan seen by its usual layer."""
    typed = _TYPED.get(bare_key(base.key), {})
    kinds = {one: typed.get(one) or _kind(base, one) for one in base.by_id}
    footprints = ", ".join(
        f"Footprint(id={one.id!r}, name={one.name!r}, kind={kinds[one.id]!r})"
        for one in base.footprints
    )
    comma = "," if len(base.footprints) == 1 else ""
    content = f"({base.assignment!r}, ({footprints}{comma}))"
    return hashlib.sha256(content.encode()).hexdigest()[:10]


def _kind(base: Plan, footprint: str) -> str:
    kind = base.kinds[footprint]
    if kind == "alone":
        (body,) = base.others[footprint]
        kind = base.seen_as("bodies").kinds[body]
    return "merger" if kind in ("enlarged", "reduced") else kind


def seen(base: Plan, kinds: Iterable[int]) -> Seen:
    """The layer an older option was drawn on: that of its plan, or teams where it has clusters."""
    return "teams" if _CLUSTER in kinds else base.usual


def merges(kind: int) -> bool:
    """Whether a kind of an older link makes the bodies of a team one."""
    return kind == _MERGER


def how_read(seen: Seen) -> str:
    """Say how an older option is read."""
    drawn = {
        "bodies": "statutory bodies: every footprint is one body by law, led as it was before",
        "teams": "leadership teams: a cluster leaves its bodies alone, a merger makes them one",
    }
    return (
        "This option was drawn before statutory bodies and leadership teams were told apart. "
        f"It is read as a plan of {drawn[seen]}."
    )
