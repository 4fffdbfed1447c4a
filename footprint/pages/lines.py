"""Lines: where a view draws the lines of the criteria, and the costs it is given."""

from __future__ import annotations

from footprint.criteria.case import Thresholds
from footprint.money import baselines
from footprint.money.scenario import Costs
from footprint.view import View
from footprint.workspace.workspace import Workspace

# The kinds of authority that should work with one footprint, with the words for each.
TIERS = {"utla": "Upper tier and unitary", "lad": "Districts"}


def thresholds(view: View) -> Thresholds:
    """The lines a reader drew, or the usual ones."""
    return Thresholds(
        least=view.least,
        tier=view.whole if view.whole in TIERS else Thresholds().tier,
        tolerance=view.tolerance_share,
        cap=view.cap,
        trusts=view.trusts,
    )


def basis(work: Workspace, view: View) -> tuple[Thresholds, Costs]:
    """The lines the reader drew, and the costs the reader gave."""
    costs, _ = baselines.parse(view.baseline, work.icb_names)
    return thresholds(view), costs
