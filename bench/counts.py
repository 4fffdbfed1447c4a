"""Counts: all options of England, beside the plain way to count those of one region."""

from __future__ import annotations

import statistics

from bench import plain
from bench.clock import timed, turn_about
from bench.promises import Promise
from footprint.every_option.answer import Answer, answer
from footprint.every_option.measures import measured
from footprint.every_option.question import Question
from footprint.frontier.order import best_order
from footprint.workspace import counts
from tests.paper_samples import WORK

BODIES, LEAST = "icb-2023", 1_000_000


def promises() -> list[Promise]:
    """Everything promised of the count, with a floor and for every number of footprints at once."""
    england = timed(lambda: _count(Question(least=LEAST)))
    split = timed(lambda: _count(Question(least=LEAST), "split-utla"))
    return [
        _against("networkx and brute force for the Midlands' 11", 1 / 1000, thorough=True),
        _against("the same, left off at a group that fails", 1 / 200, thorough=False),
        turn_about(split, england, rounds=7).promise(
            "The same by split upper-tier authorities", "the plain count", 10
        ),
    ]


def _against(plain_way: str, most: float, *, thorough: bool) -> Promise:
    """Hold all of England, with nothing kept from before, against a plain way for one region."""
    units = _count(Question(region="Midlands", least=LEAST)).units
    region = timed(lambda: plain.groupings(units.residents, units.edges, LEAST, thorough=thorough))
    pairs = turn_about(_england, region, rounds=1, warming=0)
    return pairs.promise("All options of England's 42 ICBs", plain_way, most)


def _england() -> float:
    """The median of some: what else the machine does for a moment is nothing to minutes."""
    once = timed(_afresh)
    return statistics.median([once() for _ in range(15)])


def _afresh() -> Answer:
    best_order.cache_clear()
    return _count(Question(least=LEAST))


def _count(question: Question, *keys: str) -> Answer:
    asked = [measured(key, WORK.tiers) for key in keys]
    return answer(WORK.atlas, counts.bodies_plan(WORK, BODIES), WORK.tiers, question, asked)
