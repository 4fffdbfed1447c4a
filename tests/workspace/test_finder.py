"""The finder of the workspace: footprints of a plan by name, of both layers."""

from __future__ import annotations

import pytest

from footprint.workspace.finder import body_of, footprint_finder, found
from tests.shared_workspace import WORK


@pytest.mark.parametrize(
    ("typed", "area"),
    [("Cheshire and Merseyside", "QYG"), ("Frimley", "QNQ"), ("Kent and Medway", "QKS")],
)
def test_a_footprint_is_found_with_its_people_by_block(typed: str, area: str) -> None:
    first, *_ = footprint_finder(WORK, "agreed-2025-09", "icb-2023").find(typed).places
    assert (first.area, first.official) == (area, typed)
    assert sum(share for _, share in first.shares) == pytest.approx(1)
    blocks = WORK.plans["agreed-2025-09"].seen_as("bodies").blocks_of(area)
    assert {block for block, _ in first.shares} == set(blocks)


def test_the_icb_of_a_block_is_the_one_in_force_today() -> None:
    owners = body_of(WORK)
    assert len(owners) == 327
    assert len(set(owners.values())) == 36
    # Ipswich went from Suffolk and North East Essex to Norfolk and Suffolk in April 2026.
    (ipswich,) = WORK.atlas.blocks.index[WORK.atlas.blocks["lad"] == "E07000202"]
    name = WORK.plans["merged-2026-04"].bodies.by_id[owners[ipswich]].name
    assert name == "Norfolk and Suffolk"


def test_what_is_typed_is_looked_up_among_all_places() -> None:
    assert found(WORK, "Kettering").places[0].name == "Kettering"
