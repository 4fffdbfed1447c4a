"""Those who move, in words: everybody once, though there are bodies and teams."""

from __future__ import annotations

import pytest

from footprint.maps.comparison_sentences import headline
from footprint.maps.movers import about
from tests.maps.test_comparison_sentences import kinds
from tests.plans.test_comparison import in_layers, side


@pytest.mark.parametrize(("people", "words"), [(999_999, "999,999"), (1_000_000, "1.0 million")])
def test_people_are_said_in_millions_from_a_million(people, words):
    assert about(people) == words


@pytest.fixture
def told(toy):
    """A function that tells what changes between two plans, a sentence each."""

    def run(before, after):
        sides = side(toy, before), side(toy, after)
        return headline(*in_layers(toy, before, after), sides, kinds(toy))

    return run


def test_who_moves_in_both_layers_and_who_in_one_are_told_once_and_apart(told, make_plan):
    before = make_plan(*"EEEEEW", bodies="WWWMEE", key="before")
    after = make_plan(*"EEWWWW", bodies="WWWWWE", key="after")
    said = told(before, after)
    assert said == [
        "1 statutory body fewer, 2 where there were 3: 2 join others whole, with 1,000 people; "
        "1 is divided.",
        "Still 2 leadership teams: 1 joins others whole, with 600 people; 1 is divided.",
        "In all 1,100 people move: the 500 people of Cedar change body and team, from E to W; "
        "the 600 people of Birch change team only, from E to W, while their body joins others "
        "whole.",
    ]


def test_who_moves_in_one_layer_alone_is_told_with_it(told, make_plan):
    before = make_plan(*"EEEEEW", bodies="WWWMEE", key="before")
    after = make_plan(*"EEWWWW", bodies="WWWMEE", key="after")
    assert not any(one.startswith("In all") for one in told(before, after))
