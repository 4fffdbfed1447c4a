"""Counts: all options of England, beside the plain way to count those of one region."""

from __future__ import annotations

from bench import plain
from bench.clock import timed, turn_about
from bench.promises import Promise
from footprint.every_option.answer import Answer, answer
from footprint.every_option.measures import measured
from footprint.every_option.question import Question
from footprint.workspace import counts
from tests.paper_samples import WORK

BODIES, LEAST = "icb-2023", 1_000_000


def promises() -> list[Promise]:
    """Everything promised of the count, with a floor and for every number of footprints at once."""
    midlands = _count(Question(region="Midlands", least=LEAST)).units
    england = timed(lambda: _count(Question(least=LEAST)))
    split = timed(lambda: _count(Question(least=LEAST), "split-utla"))
    region = timed(lambda: plain.groupings(midlands.residents, midlands.edges, LEAST))
    return [
        turn_about(england, region, rounds=2, warming=0).promise(
            "All options of England's 42 ICBs",
            "networkx and brute force for the Midlands' 11",
            1 / 40,
        ),
        turn_about(split, england, rounds=7).promise(
            "The same by split upper-tier authorities", "the plain count", 10
        ),
    ]


def _count(question: Question, *keys: str) -> Answer:
    asked = [measured(key, WORK.tiers) for key in keys]
    return answer(WORK.atlas, counts.bodies_plan(WORK, BODIES), WORK.tiers, question, asked)
