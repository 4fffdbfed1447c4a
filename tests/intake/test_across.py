"""Tables in which a row lists the areas of one footprint in several columns."""

import pytest

from tests.intake.conftest import Reading
from tests.intake.test_tables import text
from tests.intake.test_upper_tier import blocks_of

ROWS = [
    ["The South", "Kent and Medway", "Sussex", "Surrey Heartlands"],
    ["The North", "Humber and North Yorkshire", "West Yorkshire", ""],
]


@pytest.mark.parametrize(
    "headings",
    [
        ["Cluster", "ICB 1", "ICB 2", "ICB 3"],
        ["Cluster", "Member1", "Member2", "Member3"],
        ["Cluster", "ICBs", "", ""],
    ],
)
def test_members_across_numbered_columns_are_all_of_the_rows_footprint(
    reading: Reading, headings: list[str]
) -> None:
    read = reading(text([headings, *ROWS]))
    each = [[row[0], one] for row in ROWS for one in row[1:] if one]
    listed = reading(text([["Cluster", "ICB"], *each]))
    assert read.option
    assert blocks_of(read, "The South") == blocks_of(listed, "The South")
    assert blocks_of(read, "The North") == blocks_of(listed, "The North")
    assert "Each row was read as a footprint with its ICBs of 2023 across columns." in read.taken


def test_a_slip_in_one_of_the_columns_is_told_with_its_row(reading: Reading) -> None:
    rows = [[*ROWS[0][:3], "Surrey Heartlnads"], ROWS[1]]
    read = reading(text([["Cluster", "ICB 1", "ICB 2", "ICB 3"], *rows]))
    told = [one.sentence for one in read.problems]
    assert any(one.startswith("Row 2: “Surrey Heartlnads” is no ICB of 2023") for one in told)


def test_a_column_of_slips_alone_is_told_too(reading: Reading) -> None:
    read = reading(text([["Cluster", "ICB 1", "ICB 2"], ["The South", "Sussex", "Kennt"]]))
    assert any("Row 2: “Kennt” is no ICB of 2023" in one.sentence for one in read.problems)


def test_columns_that_say_different_things_are_not_members(reading: Reading) -> None:
    read = reading(text([["Team", "From", "To"], ["A", "Frimley", "Sussex"]]))
    assert read.option is None
    assert read.question


def test_columns_of_two_years_that_name_the_same_areas_are_no_members(reading: Reading) -> None:
    rows = [["Hart", "Hart", "A"], ["Crawley", "Crawley", "B"]]
    read = reading(text([["LAD23", "LAD25", "Cluster"], *rows]))
    assert blocks_of(read, "A")
    assert not [one for one in read.taken if "across" in one]
