"""Criteria: plans put up for judgement, judged once."""

from __future__ import annotations

import pandas as pd

from footprint.criteria import catalogue
from footprint.criteria.case import Case, Thresholds
from footprint.criteria.remedies import Remedy
from footprint.maps import verdicts
from footprint.maps.layer import Layer, with_people
from footprint.money.scenario import Costs, Scenario, baseline
from footprint.two_moves.search import remedy_of_two
from footprint.workspace.plans import plan
from footprint.workspace.workspace import Workspace, kept


@kept(200)
def case(work: Workspace, key: str, base: str, lines: Thresholds, costs: Costs) -> Case:
    """A plan put up for judgement, with the user's own costs of ICBs where there are any."""
    judged = plan(work, key, base)
    known, _ = baseline(work.atlas, judged, Scenario(baselines=costs))
    return catalogue.case_for(
        work.atlas, judged, lines, tiers=work.tiers, costs=known.dropna().to_dict()
    )


@kept(200)
def scorecard(
    work: Workspace, key: str, base: str, lines: Thresholds, costs: Costs
) -> pd.DataFrame:
    """Every verdict on a plan, with its reason."""
    return catalogue.scorecard(case(work, key, base, lines, costs))


@kept(500)
def verdict_layer(
    work: Workspace, key: str, base: str, lines: Thresholds, costs: Costs, criterion: str
) -> Layer:
    """Which footprints meet one criterion, ready to draw."""
    asked = (key, base, lines, costs)
    chosen = catalogue.BY_KEY[criterion]
    layer = verdicts.verdict_layer(case(work, *asked), scorecard(work, *asked), chosen)
    return with_people(layer, work.residents)


@kept(2_000)
def remedy(
    work: Workspace,
    key: str,
    base: str,
    lines: Thresholds,
    costs: Costs,
    criterion: str,
    footprint: str,
) -> Remedy | None:
    """The smallest change that would put one miss right; it may take seconds to find."""
    return remedy_of_two(case(work, key, base, lines, costs), criterion, footprint)
