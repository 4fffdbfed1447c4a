"""Rows: a fault is one sentence, and what is left over is named."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import NO_OTHER_NAMES
from footprint.intake.rows import Claim, Keys, Problem, UnusableRowError, left_over


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
        "The file does not name 3 areas, which stay as in the plan you began from: in Ash, Birch.",
    )
    (drawn,) = left_over([], toy, "Nobody names")
    assert drawn.startswith("Nobody names 6 areas, which stay as in the plan you began from: in ")
    (one,) = left_over(toy.blocks.index[1:], toy)
    assert (
        one == "The file does not name 1 area, which stays as in the plan you began from: in Ash."
    )


@pytest.mark.parametrize(("count", "ends"), [(8, "d7"), (9, "d7 and 1 more")])
def test_of_many_districts_the_first_eight_are_named(toy: Atlas, count: int, ends: str) -> None:
    codes = [f"d{number}" for number in range(count)]
    blocks = pd.DataFrame({"lad": codes}, index=codes)
    names = pd.DataFrame({"lad_name": codes}, index=codes)
    (note,) = left_over([], replace(toy, blocks=blocks, authorities=names))
    assert note.endswith(f"{ends}.")


def claim(toy: Atlas, kinds: tuple[str, ...], **cells: str) -> Claim:
    keys = Keys(toy, {"W": "West", "M": "Middle", "E": "East"}, NO_OTHER_NAMES)
    return keys.form(kinds)(3, cells)


def test_a_row_takes_the_blocks_of_what_it_names(toy: Atlas) -> None:
    assert claim(toy, ("block",), block="A-1") == Claim(("block", "A-1"), "A-1", ("A-1",))
    assert claim(toy, ("lad",), lad="Birch") == Claim(("", "B"), "Birch", ("B-1", "B-3"))
    upper = claim(toy, ("utla",), utla="Eastshire")
    assert (upper.words, upper.blocks, upper.rest) == ("Eastshire", ("C-4", "D-4"), False)


def test_an_icb_with_a_district_takes_what_they_share_and_alone_all_of_its_rest(
    toy: Atlas,
) -> None:
    kinds = ("icb", "lad")
    both = claim(toy, kinds, icb="West", lad="Birch")
    assert (both.words, both.blocks, both.rest) == ("Birch with West", ("B-1",), False)
    rest = claim(toy, kinds, icb="West", lad="")
    assert (rest.words, rest.blocks, rest.rest) == ("West", ("A-1", "A-2", "B-1"), True)
    alone = claim(toy, ("icb",), icb="West", lad="Birch")
    assert alone == rest


@pytest.mark.parametrize(
    ("cells", "fault", "nearest"),
    [
        ({"icb": "West", "lad": "Dune"}, "do not meet", "East, where that district is"),
        ({"icb": "", "lad": "Dune"}, "no ICB of 2023 is named", ""),
    ],
)
def test_what_cannot_be_used_is_told_with_what_was_meant(
    toy: Atlas, cells: dict[str, str], fault: str, nearest: str
) -> None:
    with pytest.raises(UnusableRowError) as told:
        claim(toy, ("icb", "lad"), **cells)
    problem = told.value.problem
    assert (problem.row, problem.nearest) == (3, nearest)
    assert fault.lower() in problem.fault.lower()
