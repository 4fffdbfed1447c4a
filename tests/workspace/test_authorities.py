"""Authorities of the workspace: what a map of each kind says, and how footprints fit."""

from __future__ import annotations

import pytest

from footprint.workspace.authorities import (
    authorities,
    authority_layer,
    fits,
    overlap,
    tier_anchors,
)
from tests.shared_workspace import WORK

ASKED = ("merged-2026-04", "icb-2023")


def test_a_map_of_councils_names_the_split_and_one_of_services_who_works_with_several() -> None:
    assert authority_layer(WORK, *ASKED, "utla", 0.01).summary == (
        "149 of 153 upper-tier authorities are whole under “36 ICBs (April 2026)”; 4 are split: "
        "Westmorland and Furness, North Yorkshire, Cumberland, and Buckinghamshire."
    )
    assert authorities(WORK, *ASKED, "utla", 0.01)["split"].sum() == 4
    assert authority_layer(WORK, *ASKED, "ambulance", 0.01).summary.startswith(
        "5 of the 36 ICBs work with more than one ambulance trust under"
    )


@pytest.mark.parametrize("tier", ["lad", "utla", "police"])
def test_everybody_lives_in_one_authority_and_one_footprint(tier: str) -> None:
    pieces = overlap(WORK, *ASKED, tier)
    assert pieces.groupby("authority")["share"].sum().to_numpy() == pytest.approx(1)


def test_every_footprint_fits_or_not_and_every_authority_has_a_place_for_its_name() -> None:
    assert len(fits(WORK, *ASKED, "sa", 0.01)) == 36
    assert tier_anchors(WORK, "utla").keys() == set(WORK.tiers["utla"].names)
