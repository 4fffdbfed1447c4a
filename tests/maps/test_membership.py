"""Membership: what each footprint is can be told without its colour."""

from __future__ import annotations

from itertools import combinations

import pytest

from footprint.ink.marks import Paint, patterns_of
from footprint.maps.marks import KIND_MARK
from footprint.plans.kinds import Kind
from footprint.web.looks import looks

BODIES: tuple[Kind, ...] = ("icb", "merger", "enlarged", "reduced")
TEAMS: tuple[Kind, ...] = ("alone", "part", "cluster")


@pytest.mark.parametrize(
    ("one", "other"), [*combinations(BODIES, 2), *combinations(TEAMS, 2)], ids=str
)
def test_no_two_kinds_of_one_legend_look_alike_on_screen(one: Kind, other: Kind) -> None:
    assert looks(KIND_MARK[one]) != looks(KIND_MARK[other])


@pytest.mark.parametrize(("one", "other"), [*combinations(BODIES, 2)], ids=str)
def test_no_two_kinds_of_bodies_look_alike_on_paper(one: Kind, other: Kind) -> None:
    white = Paint("#ffffff")
    assert patterns_of(KIND_MARK[one], white) != patterns_of(KIND_MARK[other], white)
