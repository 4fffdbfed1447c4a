"""Front: what each page of the file can be asked for, and what its pickers say."""

from __future__ import annotations

import pytest

from footprint.content.guide import Guide
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


def test_the_help_leads_with_each_word_and_then_says_what_it_means() -> None:
    told, guide = front._help(), Guide()
    words = [one for one in told if one["kind"] == "led"]
    assert [one["lead"] for one in words] == [f"{one.word}." for one in guide.words]
    assert [one["words"] for one in words] == [one.meaning for one in guide.words]
    headings = [one["words"] for one in told if one["kind"] == "heading"]
    assert headings == [guide.reading.heading, "Words", guide.keys.title, guide.whence.heading]


def test_a_file_is_told_line_by_line_with_what_it_is_and_what_is_missing() -> None:
    source = next(iter(front.provenance.content(WORK).files))
    told = front._file(source)
    lines = [one for one in told["parts"] if one["kind"] == "led"]
    assert [one["lead"] for one in lines] == [
        "File:",
        "Official dataset:",
        "What was done to it:",
        "Known gaps:",
        "Licence:",
        "Checksum (SHA-256):",
    ]
    said = [one["words"] for one in lines]
    assert said[0] == source.path and said[-1] == source.sha256
    assert said[3] == (source.gaps or "None known.")


@pytest.mark.parametrize("columns", [True, False])
def test_a_file_says_what_its_columns_mean_where_it_has_any(columns: bool) -> None:
    files = front.provenance.content(WORK).files
    source = next(one for one in files if bool(one.columns) is columns)
    tables = [one for one in front._file(source)["parts"] if one["kind"] != "led"]
    meanings = list(source.columns.items())
    assert [one["rows"] for one in tables] == ([meanings] if columns else [])
