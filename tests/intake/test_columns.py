"""Columns: what a heading says its column holds."""

from __future__ import annotations

import pytest

from footprint.intake.columns import marked, role_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("LAD24CD", "lad"),
        ("LTLA23NM", "lad"),
        ("la_code", "lad"),
        ("Local Authority District", "lad"),
        ("ICB23CD", "icb"),
        ("ICB25CDH", "icb"),
        ("ICB26CD", "icb_2026"),
        ("icb_code", "icb"),
        ("ICB of 2026", "icb_2026"),
        ("SICBL23CD", "sicbl"),
        ("Sub-ICB location", "sicbl"),
        ("CTYUA23NM", "utla"),
        ("County", "utla"),
        ("LSOA21CD", "ignored"),
        ("NHSER24NM", "ignored"),
        ("Chief executive", "ignored"),
        ("Proposed ICB", "target"),
        ("Future team", "target"),
        ("Footprint", "footprint"),
        ("Footprint name", "name"),
        ("Colour", "colour"),
        ("color", "colour"),
        ("Teammate", ""),
        ("Anything", ""),
        ("", ""),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, role: str) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(("cell", "cross"), [(" X ", True), ("Yes", True), ("✓", True), ("1", True),
                                             ("no", False), ("0", False), ("", False)])  # fmt: skip
def test_a_cross_is_one_of_the_usual_marks(cell: str, cross: bool) -> None:
    assert marked(cell) == cross
