"""Figures: measures, verdicts and outlines of a plan, beside plain pandas and geopandas."""

from __future__ import annotations

import gzip
from dataclasses import replace

from bench import plain
from bench.clock import timed, turn_about
from bench.promises import Promise, Size
from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import scorecard
from footprint.facts.shapes import dissolved
from footprint.facts.topojson import encode
from footprint.measures.catalogue import tabulate
from footprint.workspace.criteria import case as case_of
from footprint.workspace.published import published_plan
from tests.paper_samples import WORK

ROUNDS, _TIMES = 15, 5
PLAN = "agreed-2025-09"


def promises() -> list[Promise]:
    """Everything promised of what is worked out for a plan."""
    atlas, shapes, plan = WORK.atlas, WORK.shapes, published_plan(WORK, PLAN)
    case = case_of(WORK, PLAN, "icb-2023", Thresholds(), ())
    measures = timed(lambda: tabulate(atlas, plan), times=_TIMES)
    # A copy of the case, which has nothing worked out yet.
    verdicts = timed(lambda: scorecard(replace(case)), times=_TIMES)
    areas = timed(lambda: dissolved(shapes, plan.footprint_of))
    sums = timed(lambda: plain.sums(atlas, plan), times=_TIMES)
    dissolve = timed(lambda: plain.dissolved(shapes, plan))
    return [
        turn_about(measures, sums, ROUNDS).promise(
            "All measures of a plan", "a pandas groupby of the same columns", 6
        ),
        turn_about(verdicts, measures, ROUNDS).promise(
            "Scorecard of a plan", "all measures of the plan", 2
        ),
        turn_about(areas, dissolve, 9).promise(
            "Footprint outlines for paper", "a geopandas dissolve of the same", 1 / 4
        ),
        Size("Geometry, sent once, gzipped", _sent(), 300_000),
    ]


def _sent() -> int:
    return len(gzip.compress(encode(WORK.shapes)))
