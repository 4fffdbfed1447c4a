"""Drawings: plans whose key holds them, and that nobody has to keep."""

from __future__ import annotations

import pytest

from footprint.options.links import LinkError
from footprint.options.option import Option, begin, move, on_layer
from footprint.plans.drawn import drawn_key, is_drawn
from footprint.workspace import plans
from footprint.workspace.drawings import drawn_option, drawn_plan
from footprint.workspace.options import option_text
from footprint.workspace.published import published_plan
from tests.shared_workspace import WORK


@pytest.fixture(scope="module")
def option() -> Option:
    """The ICBs of today with Somerset in Devon."""
    began = begin(published_plan(WORK, "merged-2026-04~bodies"), "icb-2023")
    named = {one.name: one.id for one in began.plan.footprints}
    return move(began, began.plan.blocks_of(named["Somerset"]), named["Devon"])


@pytest.fixture(scope="module")
def key(option: Option) -> str:
    """The key that spells that option out."""
    return drawn_key(option_text(WORK, option))


def test_an_option_is_held_by_its_key_and_read_from_it(option: Option, key: str) -> None:
    assert is_drawn(key)
    assert drawn_option(WORK, key) == option
    plan = drawn_plan(WORK, key)
    assert plan.footprint_of.equals(option.plan.footprint_of)
    assert plan.title.startswith("Unsaved: ")
    assert "36 ICBs (April 2026)" in plan.summary


@pytest.mark.parametrize("key", ["icb-2023", "saved-1", "", "agreed-2025-09~teams"])
def test_a_published_or_saved_plan_is_no_drawing(key: str) -> None:
    assert not is_drawn(key)


@pytest.mark.parametrize("text", ["", "1", "1abc", "2abc", "../etc"])
def test_a_damaged_key_is_refused(text: str) -> None:
    with pytest.raises(LinkError):
        drawn_plan(WORK, drawn_key(text))


@pytest.mark.parametrize("seen", ["bodies", "teams"])
def test_every_footprint_has_a_colour_and_a_place_on_either_layer(key: str, seen: str) -> None:
    asked = f"{key}~{seen}"
    ids = set(plans.plan(WORK, asked).by_id)
    assert set(plans.colours(WORK, asked)) == ids
    assert set(plans.anchors(WORK, asked)) >= ids


def test_an_option_on_the_other_layer_is_the_same_plan(option: Option) -> None:
    other = on_layer(option, "teams")
    assert other.began.seen == "teams"
    assert other.drawn == option.plan.teams
    assert on_layer(option, "bodies") is option
