"""Authorities: how plans treat each of them, worked out once."""

from __future__ import annotations

import pandas as pd

from footprint.facts.anchors import Anchor, anchors
from footprint.maps import authorities as authority_maps
from footprint.maps.layer import Layer
from footprint.maps.sentences import authority_sentence, wide_sentence
from footprint.plans import fits as fitting
from footprint.plans import splits
from footprint.plans.fits import Fit
from footprint.workspace.plans import plan
from footprint.workspace.workspace import Workspace, kept


@kept(500)
def overlap(work: Workspace, key: str, base: str, tier: str) -> pd.DataFrame:
    """The people each authority has in each footprint of a plan."""
    return splits.overlap(plan(work, key, base), work.tiers[tier])


@kept(500)
def authorities(work: Workspace, key: str, base: str, tier: str, tolerance: float) -> pd.DataFrame:
    """How a plan treats each authority of a tier."""
    return splits.authorities(work.atlas, plan(work, key, base), work.tiers[tier], tolerance)


@kept(500)
def fits(work: Workspace, key: str, base: str, tier: str, tolerance: float) -> dict[str, Fit]:
    """How each footprint of a plan fits a tier."""
    return fitting.fits(work.atlas, plan(work, key, base), work.tiers[tier], tolerance)


@kept(50)
def tier_anchors(work: Workspace, tier: str) -> dict[str, Anchor]:
    """Where the names of a tier's authorities go."""
    return anchors(work.shapes, work.tiers[tier].main_of_block)


@kept(200)
def authority_layer(work: Workspace, key: str, base: str, tier: str, tolerance: float) -> Layer:
    """Which authorities a plan keeps whole and which it splits, ready to draw."""
    shown, kind = plan(work, key, base), work.tiers[tier]
    table = authorities(work, key, base, tier, tolerance)
    pieces = overlap(work, key, base, tier)
    if kind.wide:
        summary = wide_sentence(shown, kind, splits.several(pieces, tolerance))
    else:
        summary = authority_sentence(shown, kind, table)
    return authority_maps.authorities(shown, kind, table, pieces, summary=summary)
