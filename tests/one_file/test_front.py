"""Front: what each page of the file can be asked for, and what its pickers say."""

from __future__ import annotations

import pytest

from footprint.content.values import Page
from footprint.one_file import front
from footprint.pages import compare
from tests.shared_workspace import WORK


@pytest.mark.parametrize("page", front.PAGES, ids=lambda page: page.label)
def test_a_page_is_asked_for_what_it_looks_at_and_for_nothing_else(page: Page) -> None:
    asked = front._fields(page)
    assert set(asked) <= set(page.fields)
    assert set(asked) <= set(front.HELD)
    left = set(page.fields) & set(front.HELD) - set(asked)
    # Compare shows every measure there is.
    assert left == ({"measure"} if page == compare.PAGE else set())


@pytest.mark.parametrize(
    ("key", "steps"),
    [
        ("merged-2026-04", {"bodies": "April 2026: 36 ICBs", "teams": "April 2026: 26 teams"}),
        ("london-three", {}),
    ],
)
def test_a_step_through_time_says_when_and_how_many(key: str, steps: dict[str, str]) -> None:
    plan = WORK.plans[key]
    told = front._plan(plan)
    assert told["steps"] == steps
    assert (told["title"], told["status"], told["usual"]) == (plan.title, plan.status, plan.usual)


def test_a_place_is_told_by_where_its_blocks_stand() -> None:
    blocks = list(WORK.shapes.blocks.index)
    name, _, places = front._places(WORK)["QOP"]
    assert name == "Greater Manchester"
    assert {blocks[place] for place in places} == WORK.atlas.area("QOP")
