"""Questions: a table that can be read in several ways is asked about, and any of them chosen."""

import pytest

from footprint.intake.uploads import Upload
from footprint.spreadsheets import csv_bytes
from tests.intake.conftest import Asking
from tests.intake.test_tables import HUMBER, book, text

MODELS = csv_bytes([["LAD25CD", "Model A", "Model B"], *[[a, c, "One"] for a, b, c in HUMBER]])
SHEET = [["LAD25CD", "Cluster"], *[[a, c] for a, _, c in HUMBER]]
ASKED = {
    "two models side by side": (
        MODELS,
        ["“Model A”", "“Model B”"],
    ),
    "two columns of one name": (
        text([["lad", "footprint", "footprint"], ["E06000010", "North", "South"]]),
        [
            "“footprint” in column 2",
            "“footprint” in column 3",
        ],
    ),
    "from one icb to another": (
        text([["From", "To", "Team"], ["Frimley", "Sussex", "A"], ["BOB", "HIOW ICB", "B"]]),
        ["“To”", "“From”"],
    ),
    "districts and the icbs they are to be in": (
        text([["District", "ICB"], ["Hart", "Frimley"], ["Crawley", "Sussex"]]),
        ["“ICB”", "“District”"],
    ),
    "areas of two tiers and the icbs they are to be in": (
        text(
            [
                ["Area", "ICB"],
                *([area, "East"] for area in ("Norfolk", "Suffolk", "Peterborough")),
                *([area, "Essex"] for area in ("Essex", "Southend", "Thurrock")),
            ]
        ),
        ["“ICB”", "“Area”"],
    ),
    "places nobody knows and the icbs they are to be in": (
        text([["Patch", "ICB"], ["One", "Frimley"], ["Two", "Frimley"], ["Three", "Sussex"]]),
        ["“Patch”", "“ICB”"],
    ),
    "districts from one icb to another": (
        text(
            [
                ["Area", "From", "To"],
                ["Hart", "Frimley", "HIOW"],
                ["Slough", "Frimley", "Thames Valley"],
            ]
        ),
        ["“From”", "“To”", "“Area”"],
    ),
    **{
        f"districts by code and name, and a column headed {heading}": (
            text(
                [
                    ["LAD25CD", "Name", heading],
                    ["E07000105", "Ashford", one],
                    ["E07000106", "Canterbury", one],
                    ["E07000207", "Elmbridge", other],
                ]
            ),
            [f"“{heading}”", "“Name”"],
        )
        for heading, one, other in (
            ("Lead", "Kent", "Surrey"),
            ("ICB", "NHS Kent and Medway", "Surrey and Sussex"),
            ("Organisation", "East Kent", "Sussex"),
            ("Region", "South", "North"),
        )
    },
    "icbs and the one that leads them": (
        text([["ICB", "Lead ICB"], ["Kent and Medway", "Sussex"], ["Sussex", "Sussex"]]),
        ["“Lead ICB”"],
    ),
    "icbs and who leads them": (
        text([["ICB", "Lead"], ["Kent and Medway", "South"], ["Sussex", "South"]]),
        ["“Lead”"],
    ),
    "two sheets": (
        book(("Model A", SHEET), ("Model B", SHEET)),
        ["The sheet “Model A”", "The sheet “Model B”"],
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_can_be_read_in_several_ways_is_asked_and_each_way_can_be_chosen(
    asking: Asking, name: str
) -> None:
    content, words = ASKED[name]
    first = asking(content)
    assert first.option is None
    assert first.question
    said = [one.words.removesuffix(" names the footprints") for one in first.question.readings]
    assert said == words
    for one in first.question.readings:
        assert len(one.rows) > 1
        chosen = asking(content, one.answer)
        assert chosen.option or chosen.problems
        assert not chosen.question


def given(read: Upload, district: str) -> str:
    """The name of the footprint of a district."""
    assert read.option
    (found,) = {one for block, one in read.option.plan.assignment if block.startswith(district)}
    return read.option.plan.by_id[found].name


def test_the_column_that_was_chosen_is_the_one_that_is_read(asking: Asking) -> None:
    question = asking(MODELS).question
    assert question
    assert given(asking(MODELS, question.readings[1].answer), HUMBER[0][0]) == "One"
    assert given(asking(MODELS, question.readings[0].answer), HUMBER[0][0]) == HUMBER[0][2]


def test_what_is_asked_leaves_out_what_one_would_do_to_the_file(asking: Asking) -> None:
    question = asking(MODELS).question
    assert question
    assert question.words == "Any of the columns “Model A” and “Model B” may name the footprints"


def test_the_first_rows_of_each_reading_end_in_what_names_the_footprints(asking: Asking) -> None:
    question = asking(MODELS).question
    assert question
    assert question.readings[0].rows[:2] == (
        ("LAD25CD", "Model B", "Model A"),
        (HUMBER[0][0], "One", HUMBER[0][2]),
    )


def test_what_is_shown_leaves_out_empty_columns_and_those_that_say_nothing_of_areas(
    asking: Asking,
) -> None:
    rows = [[a, "", "12,345", c, "One"] for a, _, c in HUMBER]
    heads = ["LAD25CD", "Spare", "Population", "Model A", "Model B"]
    question = asking(csv_bytes([heads, *rows])).question
    assert question
    assert [one.rows[0] for one in question.readings] == [
        ("LAD25CD", "Model B", "Model A"),
        ("LAD25CD", "Model A", "Model B"),
    ]


@pytest.mark.parametrize("answer", ["footprint:99", "footprint:x", "sheet:none", "kind:0:x", "??"])
def test_an_answer_to_another_question_chooses_nothing(asking: Asking, answer: str) -> None:
    read = asking(MODELS, answer)
    assert read.option is None
    assert read.problems


def test_of_three_columns_of_areas_each_is_said(asking: Asking) -> None:
    content, _ = ASKED["districts from one icb to another"]
    question = asking(content).question
    assert question
    assert question.words == (
        "“Area” holds districts, “From” ICBs of 2023 and “To” ICBs of 2026, and nothing says which "
        "is where the others go"
    )
    assert given(asking(content, question.readings[1].answer), "E06000039") == "Thames Valley"


def test_what_is_shown_of_a_workbook_has_no_empty_columns(asking: Asking) -> None:
    content, _ = ASKED["two sheets"]
    question = asking(content).question
    assert question
    assert {len(row) for one in question.readings for row in one.rows} == {2}
    wide = [["LAD25CD", "Cluster"], *SHEET[1:3], *[["", ""]] * 2, *SHEET[3:]] + [["", "", "a note"]]
    question = asking(book(("Model A", SHEET), ("Model B", SHEET + [[]] * 9 + wide))).question
    assert question
    assert {len(row) for one in question.readings for row in one.rows} == {2}


def test_a_column_headed_icb_whose_words_are_no_icbs_names_the_footprints(asking: Asking) -> None:
    rows = [["E07000105", "Ashford", "Garden"], ["E07000106", "Canterbury", "Garden"]]
    read = asking(text([["LAD25CD", "Name", "ICB"], *rows]))
    assert given(read, "E07000105") == "Garden"
    assert "The column “ICB” was read as the footprints." in read.taken
