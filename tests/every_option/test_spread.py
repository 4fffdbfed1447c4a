"""Spreads, against the same options listed, and one of England against a listing elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from itertools import accumulate

import pytest

from footprint.every_option.answer import answer
from footprint.every_option.measures import catalogue
from footprint.every_option.question import Question
from footprint.every_option.spread import Spread, spread
from footprint.facts.atlas import Atlas
from footprint.frontier.diagram import TooWideError
from footprint.plans.plan import Plan
from footprint.plans.tiers import tiers as read_tiers

Spreads = Callable[..., Spread | None]
Ask = Callable[..., tuple[Spreads, dict[int, int]]]


@pytest.fixture(scope="module")
def both(england: Atlas, shipped: dict[str, Plan]) -> Ask:
    """The spread up to any figure, and the list of how many options have each."""
    kinds = read_tiers(england)
    known = catalogue(kinds)

    def ask(bodies: str, key: str, size: int, **asked: object) -> tuple[Spreads, dict[int, int]]:
        about = (england, shipped[bodies].seen_as("bodies"), kinds, Question(**asked))
        listed = answer(*about, [known[key]]).distribution(size)
        return partial(spread, *about, known[key], size), listed

    return ask


@pytest.mark.parametrize(
    ("bodies", "key", "size", "asked"),
    [
        ("icb-2023", "people-below-1500000", 5, {"region": "Midlands"}),
        ("icb-2023", "people-below-2000000", 4, {"region": "South West"}),
        ("icb-2023", "people-below-2000000", 4, {"region": "Midlands", "whole": ("utla",)}),
        ("merged-2026-04", "people-below-1000000", 22, {}),
        ("merged-2026-04", "people-below-1000000", 30, {}),
        ("icb-2023", "people-below-1000000", 26, {"inside_regions": True}),
        ("icb-2023", "split-utla", 26, {"least": 1_000_000}),
        ("merged-2026-04", "crossing", 24, {}),
    ],
)
def test_it_is_the_spread_of_the_options_listed(
    both: Ask, bodies: str, key: str, size: int, asked: dict[str, object]
) -> None:
    spread_to, listed = both(bodies, key, size, **asked)
    figures, sums = list(listed), list(accumulate(listed.values()))
    rank = [-(-sums[-1] * part // 4) for part in (1, 2, 3)]
    quarters = tuple(figures[next(n for n, up in enumerate(sums) if up >= one)] for one in rank)
    for figure in (figures[0] - 1, figures[len(figures) // 3], figures[-1]):
        no_more = bisect_right(figures, figure)
        assert spread_to(figure) == Spread(
            *(sums[-1], figures[0], quarters, figures[-1]), sums[no_more - 1] if no_more else 0
        )


def test_no_option_has_no_spread_and_no_figure_none_up_to_it(both: Ask) -> None:
    spread_to, listed = both("icb-2023", "below-1000000", 3, region="London", least=9_000_000)
    assert (spread_to(0), listed) == (None, {})
    spread_to, _ = both("icb-2023", "below-1000000", 3, region="London")
    found = spread_to()
    assert found is not None
    assert found.up_to is None


def test_what_needs_too_many_values_says_so(england: Atlas, shipped: dict[str, Plan]) -> None:
    kinds = read_tiers(england)
    about = (england, shipped["icb-2023"].seen_as("bodies"), kinds, Question())
    measure = catalogue(kinds)["people-below-2000000"]
    with pytest.raises(TooWideError, match="too many values"):
        spread(*about, measure, 26, most_gains=10_000)
