"""Published plans: each covering England, with its colours and where its names go."""

from __future__ import annotations

from footprint.facts.anchors import Anchor, anchors
from footprint.maps.colours import first_colours, kept_colours
from footprint.plans.plan import SEEN_WORDS, Plan, bare_key, complete, seen_in
from footprint.workspace.workspace import Workspace, kept

REST = "icb-2023"
# The plan whose colours every other plan's footprints keep, bodies and teams alike.
_REFERENCE = "agreed-2025-09"


@kept(200)
def published_plan(work: Workspace, key: str, base: str = REST) -> Plan:
    """One shipped plan, by the layer its key names; a regional one is completed from the base."""
    return as_asked(complete(work.plans[bare_key(key)], work.plans[base]), key)


def as_asked(plan: Plan, key: str) -> Plan:
    """A plan with the layer that a key names looked at."""
    seen = seen_in(key)
    return plan.seen_as(seen) if seen in SEEN_WORDS else plan


def is_published(work: Workspace, key: str) -> bool:
    """Whether a key is that of a plan that is shipped, whatever layer is looked at."""
    return bare_key(key) in work.plans


@kept(200)
def published_anchors(work: Workspace, key: str, base: str = REST) -> dict[str, Anchor]:
    """Where a shipped plan's names go."""
    return anchors(work.shapes, published_plan(work, key, base).footprint_of)


@kept(200)
def published_colours(work: Workspace, key: str, base: str = REST) -> dict[str, str]:
    """A shipped plan's colours, kept from the plan agreed in September 2025."""
    reference = published_plan(work, _REFERENCE)
    known = _reference_colours(work)
    return kept_colours(work.atlas, published_plan(work, key, base), reference, known)


@kept(1)
def _reference_colours(work: Workspace) -> dict[str, str]:
    return first_colours(work.atlas, published_plan(work, _REFERENCE))
