"""Criteria: plans judged once, with the user's own costs where there are any."""

from __future__ import annotations

from footprint.criteria.case import Thresholds
from footprint.workspace.criteria import case, scorecard, verdict_layer
from tests.shared_workspace import WORK

ASKED = ("icb-2023", "icb-2023", Thresholds())


def test_own_costs_stand_beside_those_that_were_published() -> None:
    published = case(WORK, *ASKED, ()).costs
    assert published == {"QF7": 61_700_000, "QKS": 73_500_000, "QUY": 33_000_000}
    own = case(WORK, *ASKED, (("QOP", 61e6),)).costs
    assert own == {**published, "QOP": 61e6}


def test_a_map_counts_who_meets_a_criterion_as_the_scorecard_does() -> None:
    layer = verdict_layer(WORK, *ASKED, (), "people")
    # Eleven of the 42 ICBs of 2023 had fewer than a million residents.
    assert [(row.words, row.count) for row in layer.legend] == [("Meets", 31), ("Misses", 11)]
    card = scorecard(WORK, *ASKED, ())
    assert card[card["criterion"] == "people"]["verdict"].value_counts().to_dict() == {
        "meets": 31,
        "misses": 11,
    }
