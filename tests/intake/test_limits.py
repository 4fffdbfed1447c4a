"""Limits of tables that are read: as much as they say is looked at, and no more."""

from __future__ import annotations

import pytest

from footprint.intake.notes import in_rows, is_beside, left_out
from footprint.spreadsheets import csv_bytes
from tests.intake.conftest import Reading


@pytest.mark.parametrize(("above", "read"), [(39, True), (40, False)])
def test_headings_stand_in_the_first_forty_rows_that_hold_anything(
    reading: Reading, above: int, read: bool
) -> None:
    rows = [["About this table"]] * above + [["", ""], ["District", "Cluster"], ["Hull", "A"]]
    assert bool(reading(csv_bytes(rows)).option) == read


@pytest.mark.parametrize(("letters", "remark"), [(90, False), (91, True)])
def test_what_is_longer_than_any_name_is_a_remark(letters: int, remark: bool) -> None:
    assert is_beside({"area": "x" * letters}) == remark
    assert not is_beside({"area": "x" * letters, "footprint": "A"})


def test_six_rows_that_were_left_out_are_named_and_of_more_five() -> None:
    rows = [(number, "Total") for number in range(1, 8)]
    (six,), (seven,) = left_out(rows[:6]), left_out(rows)
    assert "row 6" in six and "other" not in six
    assert "row 5" in seven and seven.endswith("and 2 others.")
    assert in_rows(range(1, 7)) == "rows 1, 2, 3, 4, 5 and 6"
    assert in_rows(range(1, 8)) == "rows 1, 2, 3, 4, 5 and 2 others"


@pytest.mark.parametrize(
    ("others", "known"),
    [([], True), (["Nowhere,A"], True), (["Nowhere,A", "Else,B"], False)],
)
def test_a_table_begins_above_a_column_of_which_half_at_least_are_areas(
    reading: Reading, others: list[str], known: bool
) -> None:
    read = reading("\n".join(["About this table", "Where,Whose", "Hull,A", *others]).encode())
    assert ("The column “Where” was read as districts." in read.taken) == known
    assert bool(read.option) == known


@pytest.mark.parametrize(
    ("others", "footprints"),
    [(["Leeds,York"], True), (["Leeds,Nowhere"], True), (["Leeds,Nowhere", "Bath,Else"], False)],
)
def test_each_column_is_a_footprint_where_half_at_least_of_every_one_are_areas(
    reading: Reading, others: list[str], footprints: bool
) -> None:
    read = reading("\n".join(["North,South", "Hull,Dover", *others]).encode())
    told = "Each column was read as a footprint with its districts."
    assert (told in read.taken) == footprints
