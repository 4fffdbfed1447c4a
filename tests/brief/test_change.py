"""Change: who led the same people when, and who is beside an ICB."""

from __future__ import annotations

from footprint.brief.change import change, neighbours
from footprint.view import TODAY
from tests.shared_workspace import WORK

ISLE_OF_WIGHT, WARWICKSHIRE, LANCASHIRE, ESSEX = "QRL", "QWU", "QE1", "D7T5G"


def test_plans_that_say_the_same_are_told_together() -> None:
    assert change(WORK, ISLE_OF_WIGHT).sentences == (
        "In April 2026 it was enlarged with 23% of the people of Frimley ICB.",
        "May 2025 (proposed) and September 2025 (agreed): one leadership team for Hampshire and "
        "Isle of Wight, and a part of Frimley.",
        "April 2026 (in force), October 2026 (in force) and April 2027 (not decided): Hampshire "
        "and Isle of Wight, with a leadership team of its own.",
    )
    assert change(WORK, LANCASHIRE).sentences[0] == (
        "Its boundary has not changed since April 2023."
    )


def test_none_has_taken_itself_in() -> None:
    for body, footprint in WORK.plans[TODAY].bodies.by_id.items():
        assert f"all of {footprint.name} ICB" not in change(WORK, body).sentences[0]
    assert change(WORK, ESSEX).sentences[0] == (
        "In April 2026 it took in all of Mid and South Essex ICB, with 35% of the people of "
        "Suffolk and North East Essex ICB and 21% of the people of Hertfordshire and West Essex "
        "ICB."
    )


def test_who_says_so_stands_with_it() -> None:
    told = change(WORK, WARWICKSHIRE)
    assert told.references[0].publisher == "Office for National Statistics"
    assert told.sources[0] == "Boards in common 15 July 2026, board papers"


def test_people_whom_a_plan_divides_are_told_by_share_the_most_first() -> None:
    assert change(WORK, "Z9B2Z").sentences[1] == (
        "May 2025 (proposed): 60% of its people with North West London and 40% with North Central "
        "London."
    )


def test_neighbours_stand_by_their_people_the_most_first_and_whether_they_share_a_team() -> None:
    told = neighbours(WORK, WARWICKSHIRE)
    assert told.sentences[0].startswith("It borders 7 other ICBs: the 3rd highest of 36, with 2 ")
    assert told.table is not None
    assert told.table.texts() == (
        ("Thames Valley", "2,319,787", "8th largest of 36", "no"),
        ("Birmingham and Solihull", "1,404,860", "18th smallest of 36", "no"),
        ("Staffordshire and Stoke-on-Trent", "1,177,578", "14th smallest of 36", "no"),
        ("Leicester, Leicestershire and Rutland", "1,175,364", "13th smallest of 36", "no"),
        ("Northamptonshire", "813,682", "8th smallest of 36", "no"),
        ("Herefordshire and Worcestershire", "812,407", "7th smallest of 36", "yes"),
        ("Gloucestershire", "669,380", "4th smallest of 36", "no"),
    )


def test_one_neighbour_alone_is_one() -> None:
    (said,) = neighbours(WORK, "QT6").sentences
    assert said.startswith("It borders one other ICB: the fewest of 36; the average is ")
