"""Fronts: what a cover may say and how large a board's own files may be."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from footprint.papers import front
from footprint.papers.front import Front, House

FRONT = asdict(Front())


def test_only_what_is_known_of_a_meeting_is_told() -> None:
    told = Front(meeting="Board", author="Ada").details
    assert told == (("Meeting", "Board"), ("Author", "Ada"))
    assert [label for label, _ in Front("a", "b", "c", "d").details] == [
        "Meeting",
        "Date of the meeting",
        "Agenda item",
        "Author",
    ]


def test_a_house_is_text_and_back() -> None:
    house = House(slides=b"\x00slides", logo=b"logo")
    assert front.house_of(front.as_texts(house)) == house
    assert front.house_of(None) == House()
    assert front.front_of(None) == Front()
    assert front.front_of(FRONT | {"day": "today"}) == Front(day="today")


@pytest.mark.parametrize(
    ("name", "most", "called"),
    [("slides", 3_000_000, "PowerPoint template"), ("logo", 500_000, "logo")],
)
def test_a_file_as_large_as_may_be_is_taken(name: str, most: int, called: str) -> None:
    assert list(front.too_large(House(**{name: b"x" * most}))) == []
    assert len(list(front.too_large(House(**{name: b"x" * (most + 1)})))) == 1
    (said,) = front.too_large(House(**{name: b"x" * (most + 1_000)}))
    assert said == (
        f"The {called} has {most // 1000 + 1:,} kB; at most {most // 1000:,} are taken."
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, []),
        ({"front": FRONT, "house": {}}, []),
        ({"front": FRONT | {"meeting": "m" * 2_000}}, []),
        (
            {"front": FRONT | {"meeting": "m" * 2_001}},
            ["The cover's meeting has more than 2,000 characters."],
        ),
        ({"front": FRONT | {"day": 7}}, ["The cover's date of the meeting is damaged."]),
        ({"front": FRONT | {"cover": "yes"}}, ["The cover's cover is damaged."]),
        (
            {"front": FRONT | {"item": "\ud800"}},
            ["The cover's agenda item is not text that can be written."],
        ),
        ({"front": {}}, ["What the pack's cover says is damaged."]),
        ({"front": 7}, ["What the pack's cover says is damaged."]),
        ({"house": 7}, ["The pack's templates are damaged."]),
        ({"house": {"x": ""}}, ["The pack's templates are damaged."]),
        ({"house": {"logo": "%"}}, ["The pack's logo is damaged."]),
        ({"house": {"logo": 7}}, ["The pack's logo is damaged."]),
    ],
)
def test_what_is_wrong_with_a_cover_is_said(content: dict[str, object], said: list[str]) -> None:
    assert list(front.problems(content)) == said
