"""Scopes: parts of England by code, alone and together, and what they are called."""

from __future__ import annotations

import pytest

from footprint.workspace.scopes import (
    ENGLAND,
    footprint_code,
    part,
    part_words,
    parts_of_england,
    scope,
)
from tests.shared_workspace import WORK

REST = "icb-2023"
MANCHESTER = "E47000001"


@pytest.mark.parametrize(
    ("keys", "asked", "name", "blocks"),
    [
        ((REST,), (), "England", 327),
        (("london-three", REST), (), "London", 33),
        ((REST,), ("London",), "London", 33),
        ((REST,), ("London", "South East"), "London and the South East", 33 + 69),
        ((REST,), ("London", ENGLAND), "England", 327),
        (("london-three",), ("North West",), "the North West", 40),
    ],
)
def test_a_scope_is_what_is_asked_for_and_else_the_region_of_a_plan(
    keys: tuple[str, ...], asked: tuple[str, ...], name: str, blocks: int
) -> None:
    found = scope(WORK, keys, REST, asked)
    assert (found.name, len(found.blocks)) == (name, blocks)


def test_a_footprint_of_a_plan_is_a_part_by_the_key_of_the_plan() -> None:
    plan = WORK.plans["merged-2026-04"]
    thames = part(WORK, footprint_code(plan, "S0E4D"), REST)
    assert thames.name == "Thames Valley"
    assert thames.blocks == set(plan.blocks_of("S0E4D"))


def test_a_block_counts_for_the_authority_that_most_of_its_people_live_in() -> None:
    found = parts_of_england(WORK)
    # Ten boroughs make Greater Manchester; its ICB has a part of Derbyshire as well.
    assert len(found[MANCHESTER].blocks) == 10
    assert found[MANCHESTER].name == "the Greater Manchester Combined Authority"
    assert found["QOP"].blocks == WORK.atlas.area("QOP")


def test_england_comes_first_then_regions_then_authorities_then_icbs_by_name() -> None:
    codes = list(parts_of_england(WORK))
    regions = sorted(WORK.atlas.blocks["nhs_region"].unique())
    assert codes[:8] == [ENGLAND, *regions]
    names = [WORK.icb_names[code] for code in codes[-42:]]
    assert names == sorted(names)
    assert codes.index(MANCHESTER) in range(8, len(codes) - 42)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (ENGLAND, "England"),
        ("London", "NHS region: London"),
        ("North West", "NHS region: North West"),
        (MANCHESTER, "Greater Manchester Combined Authority"),
        ("QOP", "Greater Manchester ICB"),
    ],
)
def test_a_list_says_of_each_part_what_it_is(code: str, words: str) -> None:
    assert part_words(WORK, code) == words
