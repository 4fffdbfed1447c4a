"""Lines: where a view draws the lines of the criteria, and the costs it is given."""

from __future__ import annotations

from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import AUTHORITY
from footprint.money import baselines
from footprint.money.scenario import Costs
from footprint.view import View
from footprint.workspace.workspace import Workspace


def thresholds(view: View) -> Thresholds:
    """The lines a reader drew, or the usual ones."""
    return Thresholds(
        least=view.least,
        tier=view.whole if view.whole in AUTHORITY.values else Thresholds().tier,
        tolerance=view.tolerance_share,
        cap=view.cap,
        trusts=view.trusts,
    )


def basis(work: Workspace, view: View) -> tuple[Thresholds, Costs]:
    """The lines the reader drew, and the costs the reader gave."""
    costs, _ = baselines.parse(view.baseline, work.cost_names)
    return thresholds(view), costs
