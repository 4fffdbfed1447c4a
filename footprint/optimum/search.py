"""Searches: what is asked taken apart where it can be, searched, added up and checked."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from footprint.facts.atlas import Atlas
from footprint.optimum.answer import Answer, Part, Progress, added_up
from footprint.optimum.asked import SECONDS, Asked, home_regions, scope
from footprint.optimum.certificate import check
from footprint.optimum.problem import Problem, by_region, problem_of
from footprint.optimum.turns import Cancelled, Search, Tell
from footprint.plans.assignment import Pairs, PlanError

ROUGHLY = 0.25
UPPER = "utla"


def optimum(
    atlas: Atlas,
    asked: Asked,
    *,
    seconds: float = SECONDS,
    tell: Tell = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> Answer:
    """Find the plan that serves an aim best, or the best found when time is up or it is cancelled.

    Time that one region does not need is left for those after it. Raises RuntimeError where the
    plan found does not pass the certificate, which would be an error of this code.
    """
    begun = time.monotonic()
    problem = problem_of(atlas, asked)
    rough = _rough(atlas, asked, problem, seconds * ROUGHLY, cancelled)
    parts = _parts(by_region(atlas, asked, problem), rough, begun + seconds, tell, cancelled)
    answer = _least_moved(atlas, added_up(asked, parts, time.monotonic() - begun))
    if faults := check(atlas, asked, answer):
        raise RuntimeError(f"The plan found fails its certificate: {' '.join(faults)}")
    return answer


def _least_moved(atlas: Atlas, answer: Answer) -> Answer:
    """The same footprints, each under the name by which fewest residents change footprint.

    Only where people who move are counted do a solver's own names mean anything. What is locked
    keeps its name, and so does what stays where most of its people live.
    """
    asked = answer.asked
    if asked.aim == "movers" or asked.stays or not answer.pairs:
        return answer
    blocks, found = scope(atlas, asked), pd.Series(dict(answer.pairs))
    free = ~(blocks["owner"].isin(asked.locked) | found.reindex(blocks.index).isin(asked.locked))
    keys = [found.reindex(blocks.index)[free], blocks["owner"][free]]
    shared = blocks["residents_2024"][free].groupby(keys).sum().unstack(fill_value=0)
    if asked.inside_regions:
        home = home_regions(blocks)
        regions = blocks["nhs_region"].groupby(found).first()
        same = np.equal.outer([regions[one] for one in shared.index], [*map(home.get, shared)])
        shared = shared.where(same, -shared.to_numpy().sum())
    rows, columns = linear_sum_assignment(shared, maximize=True)
    name = dict(zip(shared.index[rows], shared.columns[columns], strict=True))
    parts = tuple(replace(part, pairs=_named(part.pairs, name)) for part in answer.parts)
    return replace(answer, pairs=_named(answer.pairs, name), parts=parts)


def _named(pairs: Pairs, name: Mapping[str, str]) -> Pairs:
    return tuple((block, name.get(owner, owner)) for block, owner in pairs)


def _parts(
    problems: list[Problem], rough: Mapping[str, str], end: float, tell: Tell, cancelled: Cancelled
) -> tuple[Part, ...]:
    """Search each part, those first that look easiest, so that the others have their time."""
    searches = [Search(problem, tell, cancelled) for problem in problems]
    for search in searches:
        search.offer(_owner(search.problem, rough))
    searches.sort(key=lambda search: search.value if search.best else math.inf)
    lefts = range(len(searches), 0, -1)
    parts = [
        search.run((end - time.monotonic()) / left)
        for left, search in zip(lefts, searches, strict=True)
    ]
    return tuple(sorted(parts, key=lambda part: part.name))


def _rough(
    atlas: Atlas, asked: Asked, problem: Problem, seconds: float, cancelled: Cancelled
) -> dict[str, str]:
    """The best plan, block by block, in which upper-tier authorities stay whole as well.

    It is found much sooner, and is a plan to begin from where smaller pieces may move.
    """
    if UPPER in (asked.unit, *asked.whole) or cancelled():
        return {}
    try:
        larger = problem_of(atlas, replace(asked, whole=(*asked.whole, UPPER)))
    except PlanError:
        return {}
    if len(larger.units.blocks) == len(problem.units.blocks):
        return {}
    parts = _parts(
        by_region(atlas, asked, larger), {}, time.monotonic() + seconds, _quietly, cancelled
    )
    return dict(pair for part in parts for pair in part.pairs)


def _quietly(progress: Progress) -> None:
    """Tell nobody: what larger pieces come to is no bound for smaller ones."""
    del progress


def _owner(problem: Problem, rough: Mapping[str, str]) -> dict[int, str]:
    """A plan block by block as one of units, as far as it has them."""
    blocks = problem.units.blocks
    return {unit: rough[blocks[unit][0]] for unit in problem.some if blocks[unit][0] in rough}
