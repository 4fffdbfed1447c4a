"""Stacked: options one under another in one table are told apart, and one of them is chosen."""

import pytest

from footprint.intake.stacked import says_option
from footprint.intake.uploads import Upload
from tests.intake.conftest import Asking
from tests.intake.test_tables import Rows, book, text

FIRST = {"Ashford": "South East", "Medway": "South East", "Crawley": "Sussex anew"}
SECOND = {"Ashford": "Kent anew", "Medway": "Kent anew", "Crawley": "South East"}


def both(*heading: str, one: str = "Option 1", two: str = "Option 2") -> Rows:
    """A table of both options, with the option of each row first."""
    rows = [[one, *row] for row in FIRST.items()] + [[two, *row] for row in SECOND.items()]
    return [list(heading), *rows]


CROSSED = ("South East", "Sussex anew", "Kent anew")
CODES = {"Ashford": "E07000105", "Medway": "E06000035", "Crawley": "E07000226"}
STACKED: dict[str, bytes] = {
    "option, council and ICB": text(both("Option", "Council", "ICB")),
    "model, code and footprint": text(
        [
            [one, CODES.get(area, area), to]
            for one, area, to in both("Model", "LAD25CD", "Footprint")
        ]
    ),
    "scenarios by number": text(both("Scenario no.", "District", "Cluster", one="1", two="2")),
    "a heading nobody has heard of": text(both("Round", "District", "Cluster")),
    "a workbook in which the option is written once": book(
        (
            "Options",
            [
                [one if at in (0, 1, 4) else None, *row]
                for at, (one, *row) in enumerate(both("Option", "Council", "New ICB"))
            ],
        )
    ),
    "headings repeated above each": text(
        [*both("Option", "Council", "ICB")[:4], *both("Option", "Council", "ICB")[:1]]
        + both("Option", "Council", "ICB")[4:]
    ),
    "crosses": text(
        [
            ["Option", "Council", "South East", "Sussex anew", "Kent anew"],
            *[
                [one, area, *("x" if to == head else "" for head in CROSSED)]
                for one, area, to in both("", "", "")[1:]
            ],
        ]
    ),
    "titles above": text([["Three councils"], [], *both("Option", "Council", "New ICB")], "\t"),
}


def homes(read: Upload) -> dict[str, str]:
    """The name of the footprint that each of the three districts is in."""
    assert read.option, [one.sentence for one in read.problems]
    plan = read.option.plan
    footprint_of = {block.split("-")[0]: one for block, one in plan.assignment}
    return {area: plan.by_id[footprint_of[code]].name for area, code in CODES.items()}


@pytest.mark.parametrize("what", STACKED)
def test_which_option_is_meant_is_asked_and_the_one_chosen_is_read_alone(
    asking: Asking, what: str
) -> None:
    first = asking(STACKED[what])
    assert first.option is None
    assert first.question
    answers = [one.answer for one in first.question.readings]
    assert [homes(asking(STACKED[what], one)) for one in answers] == [FIRST, SECOND]


def test_each_option_is_shown_with_its_first_rows(asking: Asking) -> None:
    question = asking(STACKED["option, council and ICB"]).question
    assert question
    assert question.words == "“Option” names 2 options one under another: “Option 1” and “Option 2”"
    shown = {one.words: one.rows for one in question.readings}
    assert list(shown) == [
        "The rows where “Option” is “Option 1”",
        "The rows where “Option” is “Option 2”",
    ]
    assert shown["The rows where “Option” is “Option 2”"] == (
        ("Option", "Council", "ICB"),
        *(("Option 2", *row) for row in SECOND.items()),
    )


def test_without_an_answer_one_sentence_says_what_to_do(asking: Asking) -> None:
    (problem,) = asking(STACKED["option, council and ICB"]).problems
    assert problem.sentence == (
        "Row 1: “Option” names 2 options one under another: “Option 1” and “Option 2”; send the "
        "rows of one of them."
    )


def test_which_rows_were_read_is_said(asking: Asking) -> None:
    read = asking(STACKED["option, council and ICB"], "option:0:1")
    assert read.taken[-1] == "Only the rows where “Option” is “Option 2” were read."


@pytest.mark.parametrize("answer", ["option:0:2", "option:1:0", "option:0:all", "option:0:x"])
def test_an_answer_that_is_none_of_the_options_is_asked_again(asking: Asking, answer: str) -> None:
    read = asking(STACKED["option, council and ICB"], answer)
    assert read.option is None
    assert read.question


def test_areas_that_one_option_moves_from_one_real_icb_to_another_go_where_it_says(
    asking: Asking,
) -> None:
    content = text(
        [
            ["Option", "Council", "ICB"],
            ["Option 1", "Ashford", "Kent and Medway"],
            ["Option 1", "Crawley", "Sussex"],
            ["Option 2", "Ashford", "Sussex"],
            ["Option 2", "Crawley", "Surrey Heartlands"],
        ]
    )
    read = asking(content, "option:0:1")
    assert read.problems == ()
    assert homes(read)["Ashford"] == "Sussex"
    assert homes(read)["Crawley"] == "Surrey Heartlands"


def test_where_nothing_else_names_footprints_an_option_is_one_footprint(asking: Asking) -> None:
    content = text([row[:2] for row in both("Option", "Council", "")])
    assert asking(content).question
    assert set(homes(asking(content, "option:0:1")).values()) == {"Option 2"}


def test_options_with_no_area_in_common_may_be_read_as_one(asking: Asking) -> None:
    content = b"Option,Council,Footprint\nOption 1,Ashford,A\nOption 2,Crawley,B\n"
    question = asking(content).question
    assert question
    assert question.readings[0].words == "All rows, as one option"
    whole = homes(asking(content, question.readings[0].answer))
    assert (whole["Ashford"], whole["Crawley"]) == ("A", "B")
    assert homes(asking(content, question.readings[1].answer))["Crawley"] == "Sussex"


def test_one_option_alone_is_not_asked_about_and_its_name_is_no_footprint(asking: Asking) -> None:
    read = asking(b"Option,Council,ICB\nOption 1,Ashford,South East\nOption 1,Crawley,South East\n")
    assert homes(read)["Ashford"] == homes(read)["Crawley"] == "South East"


def test_a_row_of_the_option_chosen_that_cannot_be_read_is_told(asking: Asking) -> None:
    content = text([*both("Option", "Council", "ICB"), ["Option 2", "Nowhere", "South East"]])
    assert [one.sentence for one in asking(content, "option:0:1").problems] == [
        "Row 8: “Nowhere” is no district."
    ]
    assert asking(content, "option:0:0").problems == ()


@pytest.mark.parametrize(
    "content",
    [
        b"Cluster,District,Lead\nA,Hart,Smith\nA,Ashford,Smith\nB,Crawley,Jones\n",
        b"lad,Cluster,Reason\nE07000105,A,near\nE07000226,A,near\nE07000089,B,far\n",
    ],
)
def test_a_column_that_says_more_of_each_area_names_no_options(
    asking: Asking, content: bytes
) -> None:
    assert asking(content).question is None


@pytest.mark.parametrize(
    ("heading", "says"),
    [("Option", True), ("Model name", True), ("Option A", False), ("Proposed ICB", False)],
)
def test_a_heading_says_option_where_it_is_of_several(heading: str, *, says: bool) -> None:
    assert says_option(heading) is says


def test_options_of_counties_are_told_apart_too(asking: Asking) -> None:
    content = b"Option,County,ICB\n1,Kent,South\n1,Sussex,South\n2,Kent,East\n2,Surrey,South\n"
    read = asking(content, "option:0:1")
    assert "Only the rows where “Option” is “2” were read." in read.taken
    assert homes(read)["Ashford"] == "East"
