"""Rows: a fault is one sentence, and what is left over is named."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.intake.rows import Problem, left_over


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            Problem(3, "Kemt", "is no district", "Kent"),
            "Row 3: “Kemt” is no district; the nearest is Kent.",
        ),
        (Problem(0, "", "it has no rows"), "It has no rows."),
        (Problem(0, "Kemt", "is no district"), "“Kemt” is no district."),
        (Problem(1, "", "says nothing"), "Row 1: says nothing."),
    ],
)
def test_a_fault_is_a_sentence_with_its_row_and_what_was_meant(
    problem: Problem, sentence: str
) -> None:
    assert problem.sentence == sentence


def test_blocks_that_go_to_nobody_are_named_by_district(toy: Atlas) -> None:
    assert left_over(toy.blocks.index, toy) == ()
    assert left_over(["A-1", "C-4", "D-4"], toy) == (
        "Not named in the file, so they stay as they were at the start: 3 areas, in Ash, Birch.",
    )
    (drawn,) = left_over([], toy, "In none of the areas")
    assert drawn.startswith("In none of the areas, so they stay as they were at the start: 6 areas")


@pytest.mark.parametrize(("count", "ends"), [(8, "d7"), (9, "d7 and 1 more")])
def test_of_many_districts_the_first_eight_are_named(toy: Atlas, count: int, ends: str) -> None:
    codes = [f"d{number}" for number in range(count)]
    blocks = pd.DataFrame({"lad": codes}, index=codes)
    names = pd.DataFrame({"lad_name": codes}, index=codes)
    (note,) = left_over([], replace(toy, blocks=blocks, authorities=names))
    assert note.endswith(f"{ends}.")
