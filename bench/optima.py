"""Optima: the fewest people who must move, proved, beside one plain program for the same."""

from __future__ import annotations

from bench.clock import timed, turn_about
from bench.plain_moves import Flows
from bench.promises import Promise
from footprint.optimum.problem import problem_of
from footprint.optimum.search import optimum
from footprint.standing.fewest import sought
from footprint.view import View
from tests.paper_samples import WORK


def promises() -> list[Promise]:
    """What is promised of the question that the page asks, in one NHS region."""
    asked = sought(WORK, View(region="Midlands")).asked
    ours = timed(lambda: optimum(WORK.atlas, asked))
    theirs = timed(lambda: Flows(problem_of(WORK.atlas, asked)).fewest())
    return [
        turn_about(ours, theirs, rounds=3, warming=0).promise(
            "The fewest who must move in the Midlands", "flows in one program for HiGHS", 1 / 10
        )
    ]
