"""What a place that is no authority holds of each kind of them, in the toy country."""

from __future__ import annotations

import pytest

from footprint.parts.holding import as_drawn, asked_for, holding
from footprint.plans.places import Place
from footprint.view import View
from footprint.workspace.plans import plan
from tests.shared_workspace import WORK

TODAY = View()
KENT, CAMDEN, GREATER_MANCHESTER = "E10000016", "E09000007", "QOP"


def _told(area: str, tier: str, tolerance: float = 0.01) -> tuple[str, ...]:
    held = WORK.tiers[tier]
    _, place = asked_for(WORK, TODAY.with_(area=area), plan(WORK, TODAY.plan), held)
    told = holding(WORK, place, held, tolerance)
    return told.name, told.what, told.sentence


@pytest.mark.parametrize(
    ("area", "tier", "authority"),
    [
        ("", "lad", ""),
        (CAMDEN, "lad", CAMDEN),
        # A district lies in an authority of every kind.
        ("E07000110", "utla", KENT),
        (KENT, "utla", KENT),
        (KENT, "lad", ""),
        (GREATER_MANCHESTER, "lad", ""),
        # Medway is in no strategic authority, and is looked at as it is.
        ("E06000035", "sa", ""),
    ],
)
def test_only_a_district_stands_for_the_authority_it_lies_in(
    area: str, tier: str, authority: str
) -> None:
    shown = plan(WORK, TODAY.plan)
    found, place = asked_for(WORK, TODAY.with_(area=area), shown, WORK.tiers[tier])
    assert found == authority
    assert (place.code if place else "") == ("" if authority else area)


def test_a_place_says_whether_the_plan_has_it_as_a_footprint() -> None:
    _, what, _ = _told(GREATER_MANCHESTER, "lad")
    assert what == "A footprint of this plan. The dotted line goes round it."
    _, what, _ = _told(KENT, "lad")
    assert what == "Upper-tier authority. The dotted line goes round it."
    teams = plan(WORK, TODAY.plan).seen_as("teams")
    icb = next(iter(plan(WORK, TODAY.plan).seen_as("bodies").blocks_of("S0E4D")))
    assert teams.by_id[teams.assigned.owner_of[icb]].name == "Thames Valley"
    own = Place("S0E4D", "Thames Valley", "as it was", tuple(teams.blocks_of("tv")))
    assert as_drawn(own, teams).kind == "as it was, and a footprint of this plan"
    assert as_drawn(Place("x", "X", "as it was", own.blocks[1:]), teams).kind == "as it was"


@pytest.mark.parametrize(
    ("area", "tier", "sentence"),
    [
        (KENT, "lad", "Kent is made of 12 whole districts."),
        (
            "QKS",
            "utla",
            "Kent and Medway is made of 2 whole upper-tier authorities, Kent and Medway.",
        ),
        (
            KENT,
            "police",
            "Kent holds no whole police force area, but a part of Kent.",
        ),
        ("QKS", "sa", "It is in no strategic authority."),
    ],
)
def test_it_says_how_many_are_whole_and_which_are_not(area: str, tier: str, sentence: str) -> None:
    assert _told(area, tier)[2] == sentence


def test_those_outside_every_authority_are_counted() -> None:
    *_, said = _told("dln", "sa")
    assert "whole strategic authorit" in said
    tier = WORK.tiers["sa"]
    _, place = asked_for(WORK, TODAY.with_(area="dln"), plan(WORK, TODAY.plan), tier)
    told = holding(WORK, place, tier, 0.01)
    people = sum(one.value for one in told.authorities["Residents here, mid-2022"])
    everybody = WORK.atlas.blocks["residents_2022"][list(place.blocks)].sum()
    assert ("live in no strategic authority" in said) == (everybody - people > 0.01 * everybody)


def test_the_tolerance_says_what_is_whole() -> None:
    assert "a part" in _told("S0E4D", "utla", 0.01)[2]
    assert "a part" not in _told("S0E4D", "utla", 0.02)[2]
