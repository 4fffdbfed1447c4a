"""Briefs for all: one paper for each ICB, with all its page says."""

from footprint.batches.briefs import all_briefs, team_briefs
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


def test_every_team_has_one_sheet_with_its_own_people_traced() -> None:
    pack = team_briefs(WORK)
    teams = WORK.plans[TODAY].teams.by_id
    assert {dict(item.query)["area"] for item in pack.items} == set(teams)
    assert pack.title == "Briefs for the 25 leadership teams"
    first = next(item for item in pack.items if "South East and South West" in item.title)
    (paper,) = sheets_of(WORK, type(pack)("One", (first,)), "")
    assert paper.title == "South East and South West London: one leadership team"
    assert [name for name, _ in paper.lists] == ["South East and South West London"]
    assert not paper.charts
    assert "Where its people have been. April 2023: South East London and" in " ".join(paper.notes)
