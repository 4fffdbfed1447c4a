"""Firmness: each body of a plan to come by how far it has got, told without colour alone."""

import pytest

from footprint.maps.firmness import firmness
from footprint.maps.layer import row_of
from footprint.maps.marks import Mark
from footprint.plans.asked import PLAN, STATUS_MEANING, STATUSES, Asked, read_asked


def asked(body, status):
    return Asked(
        body,
        status,
        "said",
        "say it.",
        "note",
        "2026-09-16",
        "Board, pack (West ICB)",
        "second-hand",
    )


@pytest.fixture(scope="module")
def layer(today):
    found = {
        "W": asked("W", "applied for"),
        "M": asked("M", "objected to"),
        "E": asked("E", "nothing said"),
    }
    return firmness(today, found)


def test_each_body_shows_its_step_and_when_it_was_read(layer):
    west, middle, east = layer.areas
    assert (west.value, middle.value, east.value) == ("Applied for", "Objected to", "")
    assert west.tooltip == ("ICB", "Applied for", "Papers of September 2026, second-hand")


def test_an_objection_is_told_apart_by_more_than_its_colour(layer):
    west, middle, _ = layer.areas
    assert west.fill == middle.fill
    assert (west.marks, middle.marks) == (Mark.NONE, Mark.MISSES)
    assert [row_of(area, layer.legend).words.split(":")[0] for area in layer.areas] == [
        "Applied for",
        "Objected to",
        "Nothing said",
    ]


def test_the_sentence_begins_with_the_firmest_and_says_that_nothing_is_approved(layer):
    assert layer.summary == (
        "Of 3 ICBs: 1 objected to, 1 applied for, 1 says nothing. "
        "None is approved, as far as was found."
    )


def test_every_status_has_its_meaning():
    assert set(STATUS_MEANING) == set(STATUSES)


def test_every_body_of_april_2027_has_a_status_with_source_and_date(shipped):
    found = read_asked()
    assert set(found) == set(shipped[PLAN].by_id)
    assert {one.status for one in found.values()} <= set(STATUSES)
    assert all(one.source and one.as_of > "2026" and one.quality for one in found.values())
    assert found["dcios"].status == "objected to"
    assert found["QKK"].status == "nothing said"


def test_the_legend_has_the_steps_that_somebody_is_at_the_firmest_last(layer):
    said = [(row.words.split(":")[0].lower(), row.count) for row in layer.legend]
    assert said == [(one, 1) for one in reversed(STATUSES) if one in dict(said)]
    assert len(said) == 3
