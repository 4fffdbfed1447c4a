"""Statements: what sources say, with date and quality, and each source once."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from footprint.content.statements import (
    about_places,
    about_topic,
    every_statement,
    leader_named,
    leaders_of,
    sentence,
)
from footprint.facts.statements import Statement
from footprint.plans.plan import Plan
from footprint.workspace.plans import plan
from tests.shared_workspace import WORK

ONE = Statement(
    topic="chair",
    icb="W",
    said="Ada Lovelace",
    quote="",
    date="2026-09-17",
    title="Board",
    publisher="West",
    url="https://w.example",
    quality="first-hand",
)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "Ada Lovelace (September 2026)"),
        ({"date": "2026"}, "Ada Lovelace (2026)"),
        ({"quote": "Ada"}, "Ada Lovelace “Ada” (September 2026)"),
        ({"quality": "press"}, "Ada Lovelace (September 2026, press)"),
    ],
)
def test_a_statement_is_told_with_its_date_and_how_sure_it_is(
    more: dict[str, str], said: str
) -> None:
    assert sentence(replace(ONE, **more)) == said


def told(*statements: Statement) -> SimpleNamespace:
    """A workspace that knows nothing but some statements."""
    return SimpleNamespace(statements=statements, atlas=WORK.atlas)


def test_who_leads_several_bodies_is_named_once_with_the_newest_date() -> None:
    work = told(
        ONE,
        replace(ONE, icb="M", date="2026-06-01"),
        replace(ONE, icb="E", said="Ben; surname not in the text read", date="2026-10-01"),
    )
    assert leader_named(work, "chair", ("W", "M", "E")) == ("Ada Lovelace", "2026-09-17")
    assert leader_named(work, "chair", ("E", "X")) is None
    assert leader_named(work, "chief executive", ("W",)) is None


def test_leaders_are_told_of_todays_plan_alone(today: Plan) -> None:
    assert leaders_of(WORK, today, "W") == ()
    now = plan(WORK, "in-force-2026-10~teams")
    (team,) = (one for one in now.by_id if "QWU" in now.others[one])
    (chair, chief) = leaders_of(WORK, now, team)
    assert chair[0] == "Chair"
    assert chair[1].startswith("Crishni Waring")
    assert chair[1].endswith(". Read in summaries of board papers, September 2026.")
    assert chief[0] == "Chief executive"


def test_a_topic_has_its_statements_and_each_source_once_in_order() -> None:
    first = replace(ONE, topic="timetable")
    second = replace(first, title="Paper", url="https://p.example")
    work = told(first, second, replace(first, said="More."), replace(first, url=""), ONE)
    about = about_topic(work, "timetable")
    assert about.heading == "When the cut was asked for, and by when"
    assert len(about.paragraphs) == 4
    assert [one.url for one in about.references] == ["https://w.example", "https://p.example"]


def test_places_are_told_with_whose_they_are() -> None:
    first, *lines = about_places(WORK).paragraphs
    assert first.startswith("These are fragments")
    topics = [one for one in WORK.statements if one.topic in ("places", "collaboratives")]
    assert len(lines) == len(topics)


def test_every_statement_is_a_row_with_whose_it_is() -> None:
    rows = every_statement(WORK).rows
    assert len(rows) == len(WORK.statements)
    assert {row[1] for row in rows if row[0] == "timetable"} >= {"England"}
    joined = next(one for one in WORK.statements if "+" in one.icb)
    assert ", and " in str(rows[WORK.statements.index(joined)][1])


def test_of_bodies_whose_leader_is_not_known_nothing_is_said() -> None:
    work = SimpleNamespace(statements=(ONE,))
    assert leader_named(work, "chair", ("W", "M")) == ("Ada Lovelace", "2026-09-17")
    assert leader_named(work, "chair", ("M",)) is None
    assert leader_named(work, "chief executive", ("W",)) is None
