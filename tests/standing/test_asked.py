"""Asked: what a view asks of the count, and how many ways there are, in words."""

from __future__ import annotations

import pytest

from footprint.every_option.answer import Answer
from footprint.every_option.question import Question
from footprint.standing import asked
from footprint.view import View
from tests.shared_workspace import WORK
from tests.standing.conftest import NORTH_WEST

SEVEN = ("QF7", "QT6", "QE1", "QHM", "QKK", "QOP", "QYG")


def test_a_view_asks_for_what_its_fields_say() -> None:
    view = View(region="London", least=5, keep=("lad",), tolerance=2.0, inside="regions")
    assert asked.question_of(view) == Question(
        region="London", least=5, whole=("lad",), tolerance=0.02, inside_regions=True
    )
    nothing = asked.question_of(View(keep=(), inside=""))
    assert (nothing.whole, nothing.inside_regions, nothing.together) == ((), False, ())
    assert (nothing.only, nothing.most, nothing.by, nothing.fixed) == ((), None, "residents", ())
    rare = View(only=("W", "M"), most=9, by="weighted", fixed=("M-W", "E"), least=0)
    assert asked.question_of(rare) == Question(
        *("", ("W", "M"), 0, 9, "weighted population"), fixed=(("M", "W"), ("E",))
    )


def test_conditions_that_are_rarely_asked_for_are_counted() -> None:
    assert asked.more(View(least=0, keep=("lad",), inside="regions", region="London")) == 0
    assert asked.more(View(most=4_000_000, by="weighted", fixed=("QKK", "QRV"))) == 3
    assert asked.more(View(only=("QKK",), apart=("QKK", "QRV"), tolerance=0.0)) == 3
    # Of one ICB there is nothing to keep together or apart.
    assert asked.more(View(together=("QKK",), apart=("QKK",), fixed=("-",))) == 0


@pytest.mark.parametrize("field", ["together", "apart"])
def test_one_body_alone_is_neither_together_nor_apart(field: str) -> None:
    ask = {one: getattr(asked.question_of(View(**{field: one})), field) for one in [("W",)]}
    assert ask == {("W",): ()}
    assert getattr(asked.question_of(View(**{field: ("W", "M")})), field) == (("W", "M"),)


def test_a_measure_is_counted_once_and_the_first_is_what_options_are_judged_by() -> None:
    assert asked.measures_of(View(counted="crossing", against="split-lad")) == (
        "crossing",
        "split-lad",
    )
    assert asked.measures_of(View(counted="crossing", against="crossing")) == ("crossing",)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(bodies="merged-2026-04"), "the 36 ICBs of today"),
        (View(bodies="icb-2023"), "the 42 ICBs of 2023"),
        (View(bodies="merged-2026-04", region="London"), "the ICBs of London today"),
        (NORTH_WEST, "the ICBs of the North West in 2023"),
        (
            View(only=("QT6", "QF7")),
            "2 of the 36 ICBs of today (South Yorkshire, and Cornwall and the Isles of Scilly)",
        ),
        (View(only=SEVEN), "7 of the 36 ICBs of today"),
        (
            View(only=(*SEVEN, "QMF", "QWE"), region="London"),
            "3 of the ICBs of London today (South East London, North East London and South West "
            "London)",
        ),
    ],
)
def test_what_options_are_made_of_is_said(view: View, said: str) -> None:
    assert asked.made_of(WORK, view) == said


def test_icbs_that_the_sentence_has_no_room_for_are_named_beside_it() -> None:
    told = asked.chosen(WORK, View(only=SEVEN))
    assert told.startswith("Counted are ")
    assert told.count(",") == len(SEVEN) - 1
    assert asked.chosen(WORK, View(only=SEVEN[:2])) == asked.chosen(WORK, View()) == ""


def test_the_sentence_counts_ways_and_footprints(north_west: Answer) -> None:
    assert asked.ways(WORK, NORTH_WEST, north_west) == (
        "There are 3 ways to group the ICBs of the North West in 2023 into 2 footprints in one "
        "piece."
    )
    assert [asked.footprints(count) for count in (0, 1, 2)] == [
        "0 footprints",
        "1 footprint",
        "2 footprints",
    ]


def test_the_whole_number_is_given_where_the_sentence_rounds_it(north_west: Answer) -> None:
    assert asked.exactly(NORTH_WEST, north_west) == ""
    none = asked.exactly(NORTH_WEST.with_(footprints=4), north_west)
    assert none == "Every grouping was counted. From 1 to 3 footprints are possible."


@pytest.mark.parametrize(
    ("many", "said"),
    [(999_999, ""), (1_000_000, "Exactly 1,000,000, each counted once.")],
)
def test_a_million_is_where_digits_begin_to_be_left_out(
    north_west: Answer, monkeypatch: pytest.MonkeyPatch, many: int, said: str
) -> None:
    monkeypatch.setattr(Answer, "total", lambda *_: many)
    assert asked.exactly(NORTH_WEST, north_west) == said


def test_one_icb_alone_is_said_to_ask_for_nothing_yet():
    one, two = ("QE1",), ("QE1", "QF7")
    assert asked.alone(View(together=one), "together") == asked.alone(View(apart=one), "apart")
    assert "Choose another" in asked.alone(View(apart=one), "apart")
    assert not asked.alone(View(together=two), "together")
    assert not asked.alone(View(together=one), "apart")
    assert not asked.alone(View(only=one), "only")
