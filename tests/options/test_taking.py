"""Taking: what is chosen to be moved, told at every size, of England's own areas."""

from __future__ import annotations

import pytest

from footprint.workspace.options import LEVELS, areas, taken
from tests.shared_workspace import WORK

KENT, HART, ADUR, BARNET = "E10000016", "E07000089", "E07000223", "E09000003"
PEOPLE = WORK.residents


def blocks(*chosen: str) -> list[str]:
    return areas(WORK, "lad").blocks(chosen)


@pytest.mark.parametrize("level", LEVELS)
def test_blocks_are_chosen_at_every_size_without_one_lost(level: str) -> None:
    chosen = blocks(KENT, HART, ADUR, BARNET)
    whole, rest = areas(WORK, level).held(chosen)
    assert sorted([*areas(WORK, level).blocks(whole), *rest]) == sorted(chosen)
    told = taken(WORK, level, chosen)
    people = f"{PEOPLE[chosen].sum():,} people"
    assert told.count == f"Chosen: {len(told.whole) + len(told.smaller)} areas, {people}."


def test_a_few_areas_have_a_line_each_with_their_people() -> None:
    told = taken(WORK, "lad", blocks(HART, ADUR))
    assert told.count.startswith("Chosen: 2 areas, ")
    assert told.lines == [
        f"{name}: {PEOPLE[blocks(code)].sum():,} people"
        for name, code in (("Adur", ADUR), ("Hart", HART))
    ]
    assert taken(WORK, "lad", blocks(HART)).count.startswith("Chosen: 1 area, ")


def test_many_districts_are_told_by_county_and_none_is_left_out() -> None:
    chosen = (KENT, HART, ADUR, "E07000224", BARNET, "E08000002")
    told = taken(WORK, "lad", blocks(*chosen))
    assert [line.rpartition(": ")[0] for line in told.lines] == [
        "Hart in Hampshire",
        "Kent, all 12 districts",
        "Adur and Arun in West Sussex",
        "Barnet and Bury",
    ]
    people = [int(line.split()[-2].replace(",", "")) for line in told.lines]
    assert sum(people) == PEOPLE[blocks(*chosen)].sum()


def test_what_is_no_area_of_a_larger_size_stays_chosen_and_says_how_it_is_left_out() -> None:
    told = taken(WORK, "utla", blocks(KENT, HART, ADUR))
    assert told.lines[0] == (
        "Also chosen, as smaller areas: Adur and Hart. To leave one of them out, take by "
        "“District” again."
    )
    assert [line.partition(":")[0] for line in told.lines[1:]] == ["Kent"]
    part = [one for one in blocks(HART) if WORK.atlas.blocks.at[one, "icb"] == "QNQ"]
    assert taken(WORK, "lad", part).lines == [
        "Also chosen, as smaller areas: Hart, NHS Frimley ICB - D4U1Y. To leave one of them out, "
        "take by “Block” again."
    ]


def test_a_county_stands_for_its_districts_once_all_are_chosen() -> None:
    here = areas(WORK, "lad")
    every = here.one_by_one([KENT])
    assert len(every) == 12
    assert here.by_county([HART, *every]) == [KENT, HART]
    assert here.by_county([HART, *every[1:]]) == [HART, *every[1:]]
