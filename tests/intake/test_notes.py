"""Names that may be one written twice: told, and nothing changed."""

from __future__ import annotations

import pytest

from footprint.intake.notes import near_names
from footprint.plans.assignment import Footprint
from tests.intake.conftest import Reading

PLAN = [Footprint("ne", "North East"), Footprint("m", "The Midlands")]


def told(*names: str) -> list[str]:
    return list(near_names([Footprint(f"new{n}", name) for n, name in enumerate(names)], PLAN))


@pytest.mark.parametrize("name", ["The Midlnds", "NORTH  EAST", "North-East", "North Easte"])
def test_a_name_that_nearly_equals_one_of_the_plan_is_told_with_it(name: str) -> None:
    (said,) = told(name)
    other = "The Midlands" if "M" in name else "North East"
    assert said.endswith(
        f" was read as a footprint of its own. If you mean “{other}”, which the plan has, write "
        "that name in the file."
    )


@pytest.mark.parametrize(
    "names",
    [
        ("Group A", "Group B"),
        ("Model 1", "Model 2"),
        ("South West", "South East"),
        ("Team I", "Team II"),
        ("Kent", "Essex"),
    ],
)
def test_names_that_are_told_apart_on_purpose_are_no_slips(names: tuple[str, ...]) -> None:
    assert told(*names) == []


def test_of_two_in_a_file_the_later_is_told_once() -> None:
    assert told("Thames Valley", "Thames Vally", "Kent") == [
        "“Thames Vally” was read as a footprint of its own. If you mean “Thames Valley”, write "
        "that name in the file."
    ]


def test_a_footprint_of_the_plan_is_never_told() -> None:
    assert list(near_names([Footprint("m", "The Midlnds")], PLAN)) == []


def test_a_file_with_a_slip_is_read_as_it_stands_and_says_so(reading: Reading) -> None:
    read = reading(b"lad,footprint\nHart,Wessex\nRushmoor,Wesex\nGuildford,Wessex\n")
    assert {"Wessex", "Wesex"} <= set(read.option.plan.by_id)
    assert read.notes[0] == (
        "“Wesex” was read as a footprint of its own. If you mean “Wessex”, write that name in the "
        "file."
    )
    assert read.problems == ()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["Total,"], "Left out, as totals or remarks: row 4, “Total”."),
        (["Grand total,A"], "Left out, as totals or remarks: row 4, “Grand total”."),
        (["England,"], "Left out, as totals or remarks: row 4, “England”."),
        (
            ["1 Hart is in Frimley,", "Source: ONS,"],
            "Left out, as totals or remarks: row 4, “1 Hart is in Frimley” and row 5, “Source: O",
        ),
    ],
)
def test_totals_and_remarks_are_no_faults_and_are_told(
    reading: Reading, rows: list[str], said: str
) -> None:
    read = reading("\n".join(["District,Cluster", "Hull,A", "Hart,A", *rows]).encode())
    assert read.problems == ()
    assert said[:60] in " ".join(read.notes)


def test_a_misspelt_area_is_a_fault_with_or_without_a_footprint(reading: Reading) -> None:
    read = reading(b"District,Cluster\nHull,A\nHrat,A\nHrat,\n")
    assert [one.row for one in read.problems] == [3, 4]
    assert not any("Left out" in one for one in read.notes)
