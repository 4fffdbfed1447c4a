"""Spread: how options lie by a measure that takes too many values to be listed, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.every_option.answer import asked_country, drawn_up
from footprint.every_option.measures import Adding
from footprint.every_option.question import Question
from footprint.facts.atlas import Atlas
from footprint.frontier.diagram import MOST_STATES
from footprint.frontier.halves import MOST_GAINS, Halves, halves
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier


@dataclass(frozen=True)
class Spread:
    """The least and the greatest figure of all options, and how many have no more than one asked.

    middle: the figures that a quarter, half and three quarters of all options do not exceed, each
    the least such. up_to: for the figure asked how many options have no more; None if none was.
    """

    total: int
    least: int
    middle: tuple[int, int, int]
    most: int
    up_to: int | None = None


def spread(
    atlas: Atlas,
    plan: Plan,
    tiers: Mapping[str, Tier],
    question: Question,
    measure: Adding,
    footprints: int,
    figure: int | None = None,
    *,
    most_states: int = MOST_STATES,
    most_gains: int = MOST_GAINS,
) -> Spread | None:
    """How the options of so many footprints lie by a measure; None where there is no option.

    Raises QuestionError for what is not there, and TooWideError where it is too much to count.
    """
    country = asked_country(atlas, plan, tiers, question)
    drawn = drawn_up(country, question, [measure.parts(country)], most_states)
    found = halves(drawn, footprints, most_gains)
    return None if found is None else _told(found, figure)


def _told(found: Halves, figure: int | None) -> Spread:
    low, half, high = (found.at(-(-found.total * part // 4)) for part in (1, 2, 3))
    up_to = None if figure is None else found.up_to(figure)
    return Spread(found.total, found.least, (low, half, high), found.most, up_to)
