"""Briefs for all: one paper for each ICB, with all its page says."""

from footprint.batches.briefs import all_briefs
from footprint.papers.contents import SELECTED
from footprint.papers.sheets import sheets_of
from footprint.view import TODAY
from tests.shared_workspace import WORK


def test_every_icb_in_force_has_one_brief_in_the_pack() -> None:
    pack = all_briefs(WORK)
    bodies = set(WORK.plans[TODAY].bodies.by_id)
    assert {dict(item.query)["area"] for item in pack.items} == bodies
    assert len(pack.items) == len(bodies) == 36
    assert all(item.part == SELECTED for item in pack.items)


def test_those_of_one_team_stand_together() -> None:
    order = [dict(item.query)["area"] for item in all_briefs(WORK).items]
    assert abs(order.index("QWU") - order.index("QGH")) == 1


def test_a_paper_has_the_five_lines_and_every_chapter() -> None:
    pack = all_briefs(WORK)
    first = next(item for item in pack.items if ("area", "QWU") in item.query)
    (paper,) = sheets_of(WORK, type(pack)("One", (first,)), "")
    assert [one.heading for one in paper.chapters] == [
        "In five lines",
        "In figures",
        "Councils and strategic authorities",
        "Ambulance, police and fire",
        "Money and staff",
        "What changed since 2023",
        "Neighbours",
    ]
    assert paper.title == "Coventry and Warwickshire ICB"
    assert paper.scope
