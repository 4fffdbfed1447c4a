"""Statements: what the sources say, in one list, in the order of its topics."""

from __future__ import annotations

from footprint.facts.statements import TOPICS, leaders, read_statements

READ = read_statements()


def test_every_topic_has_statements_and_they_stand_by_topic_and_date() -> None:
    assert list(dict.fromkeys(one.topic for one in READ)) == list(TOPICS)
    timetable = [one.date for one in READ if one.topic == "timetable"]
    assert timetable == sorted(timetable)
    assert timetable[0] == "2025-03-13"


def test_leaders_are_known_by_the_code_of_their_icb() -> None:
    chairs, chiefs = leaders(READ, "chair"), leaders(READ, "chief executive")
    assert len(chairs) == len(chiefs) == 36
    assert chairs["D7T5G"].said == "Michael Thorne"
    assert chiefs["QF7"].said == "Christopher Edwards"
    assert chairs["QHL"].said == chairs["QUA"].said == "Danielle Oum (joint)"
    assert {one.quality for one in chairs.values()} == {"second-hand"}
