"""Answers: what was found, how sure that is, and what was asked, in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.answer import Answer, Part, State, added_up, sentences
from footprint.optimum.asked import BLOCKS, Asked
from footprint.plans.plan import Plan


def part(name: str, state: State, value: int | None = 7, bound: int | None = 5) -> Part:
    return Part(name, state, value, bound, 1.25, ((f"{name}-1", "W"),))


def first(toy: Atlas, asked: Asked, state: State, value: int | None, bound: int | None) -> str:
    return sentences(toy, Answer(asked, state, value, bound, 12.34, (), ()))[0]


@pytest.mark.parametrize(
    ("states", "whole"),
    [
        (("proved", "proved"), "proved"),
        (("proved", "found"), "found"),
        (("found", "unknown"), "unknown"),
        (("unknown", "impossible"), "impossible"),
    ],
)
def test_regions_add_up_to_an_answer_as_sure_as_the_least_sure(
    today: Plan, states: tuple[State, ...], whole: State
) -> None:
    parts = tuple(part(name, state) for name, state in zip("ba", states, strict=True))
    answer = added_up(Asked(today), parts, 9.0)
    assert (answer.state, answer.seconds, answer.parts) == (whole, 9.0, parts)
    assert answer.value == (14 if whole in ("proved", "found") else None)
    assert answer.bound == (None if whole == "impossible" else 10)
    assert [block for block, _ in answer.pairs] == (
        ["a-1", "b-1"] if whole in ("proved", "found") else []
    )
    assert answer.proved == (whole in ("proved", "impossible"))


@pytest.mark.parametrize(
    ("state", "value", "bound", "said"),
    [
        ("proved", 0, 0, "0 people change footprint, which no plan can better (12.3 seconds)."),
        (
            "proved",
            1,
            1,
            "1 person changes footprint, and no plan comes to fewer, which is proved "
            "(12.3 seconds).",
        ),
        (
            "found",
            0,
            0,
            "0 people change footprint in the best plan found in 12.3 seconds; no plan comes to "
            "fewer than 0.",
        ),
        (
            "found",
            1_200,
            1_100,
            "1,200 people change footprint in the best plan found in 12.3 seconds; no plan comes "
            "to fewer than 1,100.",
        ),
        (
            "unknown",
            None,
            None,
            "Nothing found yet in 12.3 seconds; no plan comes to fewer than 0.",
        ),
        (
            "impossible",
            None,
            None,
            "No plan meets all that was asked, which is proved (12.3 seconds).",
        ),
    ],
)
def test_what_was_found_is_said_with_how_sure_it_is(
    toy: Atlas, today: Plan, state: State, value: int | None, bound: int | None, said: str
) -> None:
    assert first(toy, Asked(today), state, value, bound) == said


def test_each_aim_counts_in_its_own_words(toy: Atlas, today: Plan) -> None:
    even = first(toy, Asked(today, aim="even", footprints=2), "proved", 90, 90)
    assert even.startswith("90 people between the largest footprint and the smallest, and")
    one = first(toy, Asked(today, aim="split", split="lad"), "proved", 1, 1)
    assert one.startswith("1 split district, and")
    assert first(toy, Asked(today, aim="split", split="lad"), "proved", 2, 2).startswith(
        "2 split districts, and"
    )


def test_all_that_was_asked_is_said(toy: Atlas, today: Plan) -> None:
    bare = Answer(Asked(today, unit=BLOCKS, one_piece=False), "unknown", None, 0, 1.0, (), ())
    plain = sentences(toy, bare)[1]
    assert "each block moves whole" in plain
    for words in (
        " only",
        "no district split",
        "at least",
        "in one piece",
        "exactly",
        "as in that",
    ):
        assert words not in plain
    assert plain.endswith("footprints may vanish into others.")
    asked = Asked(
        today,
        unit="lad",
        whole=("lad",),
        least=450,
        one_piece=True,
        inside_regions=True,
        footprints=2,
        locked=frozenset({"W", "E"}),
        stays=True,
        region="Islands",
    )
    full = sentences(toy, replace(bare, asked=asked))[1]
    for words in (
        "in the Islands only; each district’s part of a footprint moves whole; no district split; "
        "at least 450 people in each footprint; each footprint in one piece; "
        "each footprint inside its NHS region; exactly 2 footprints; East and West as in that "
        "plan; each footprint keeps the block most of its people live in.",
    ):
        assert full.endswith(words)


@pytest.mark.parametrize(
    ("state", "value", "bound", "said"),
    [
        ("proved", 7, 7, "That no plan is better is what the solver, HiGHS, says;"),
        ("proved", 0, 0, ""),
        ("found", 7, 5, "That no plan comes to fewer than 5 is what the solver, HiGHS, says;"),
        ("found", 7, 0, ""),
        ("unknown", None, 5, "That no plan comes to fewer than 5 is what the solver, HiGHS, says;"),
        ("impossible", None, None, "That there is no such plan is what the solver, HiGHS, says;"),
    ],
)
def test_what_rests_on_the_solver_alone_is_said(
    toy: Atlas, today: Plan, state: State, value: int | None, bound: int | None, said: str
) -> None:
    told = sentences(toy, Answer(Asked(today), state, value, bound, 1.0, today.assignment, ()))
    assert [one for one in told if "HiGHS" in one] == (
        [f"{said} that is not checked again."] if said else []
    )
    checked = "has checked that it meets all of this and what it comes to." in " ".join(told)
    assert checked == (state in ("proved", "found"))


def test_regions_are_told_one_by_one_where_there_are_several(toy: Atlas, today: Plan) -> None:
    whole = added_up(Asked(today), (part("North", "proved"), part("South", "unknown")), 9.0)
    said = sentences(toy, whole)
    assert said[2].startswith("No footprint may cross a region")
    assert [one.split(":")[0] for one in said[3:-1]] == ["North", "South"]
    assert "HiGHS" in said[-1]
    alone = added_up(Asked(today), (part("", "unknown"),), 9.0)
    assert len(sentences(toy, alone)) == 3


def test_footprints_that_are_gone_are_named(toy: Atlas, today: Plan) -> None:
    blocks = dict(today.assignment)

    def remain(owner: dict[str, str]) -> str:
        pairs = tuple((block, owner.get(one, one)) for block, one in blocks.items())
        return sentences(toy, Answer(Asked(today), "found", 1, 1, 1.0, pairs, ()))[2]

    assert remain({}) == "All 3 footprints remain."
    assert remain({"M": "W"}) == "Of 3 footprints 2 remain. Middle vanishes into others."
    assert remain({"M": "W", "E": "W"}) == (
        "Of 3 footprints 1 remain. Middle and East vanish into others."
    )
