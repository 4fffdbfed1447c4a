"""Asked: the papers that say what is asked for April 2027, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.plans.asked import read_asked

ASKED = read_asked()


@pytest.mark.parametrize(
    ("source", "papers"),
    [
        ("Board 3 June 2026 (West)", ("Board 3 June 2026 (West)",)),
        ("June pack | July pack (West)", ("June pack", "July pack (West)")),
        (
            "June pack | July pack (West (predecessor) | East)",
            ("June pack", "July pack (West (predecessor); East)"),
        ),
    ],
)
def test_papers_are_told_apart_and_their_publishers_are_not(
    source: str, papers: tuple[str, ...]
) -> None:
    assert replace(ASKED["QE1"], source=source).papers == papers


def test_brackets_of_every_paper_are_closed() -> None:
    told = [paper for one in ASKED.values() for paper in one.papers]
    assert len(told) > len(ASKED)
    assert [paper for paper in told if paper.count("(") != paper.count(")")] == []


def test_what_papers_say_is_a_sentence_that_they_begin() -> None:
    said = [one.sentence for one in ASKED.values() if one.sentence]
    assert len(said) >= 10
    assert [one for one in said if not (one[0].islower() and one.endswith("."))] == []
