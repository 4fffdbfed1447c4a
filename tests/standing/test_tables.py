"""Tables: what conditions leave, where plans stand, what trades, and what was sampled."""

from __future__ import annotations

from dataclasses import replace

from footprint.content.values import Table
from footprint.every_option import words
from footprint.every_option.answer import Answer
from footprint.plans.plan import Plan
from footprint.standing import tables
from footprint.standing.asked import answer_of
from footprint.standing.place import Place
from footprint.view import View
from tests.shared_workspace import WORK
from tests.standing.conftest import NORTH_WEST

TWO = View(footprints=2)


def headings(table: Table) -> list[str]:
    return [column.heading for column in table.columns]


def test_each_condition_is_told_with_what_it_leaves_and_of_how_many() -> None:
    # Any two of three: 3 ways. Apart from one another leaves the two that join the third.
    asked = NORTH_WEST.with_(least=1_000_000, apart=("QOP", "QYG"), inside="regions")
    table = tables.narrowing(WORK, asked)
    assert table.title == "Options with 2 footprints, after each condition"
    assert headings(table) == ["What is asked for", "Options left", "Of those before"]
    assert table.texts() == (
        ("In one piece", "3", ""),
        ("At least 1 million residents each", "3", "all"),
        ("No footprint across NHS regions", "3", "all"),
        ("Greater Manchester apart from Cheshire and Merseyside", "2", "67%"),
    )


def test_where_nothing_is_left_nothing_is_a_share_of_it() -> None:
    table = tables.narrowing(WORK, NORTH_WEST.with_(footprints=4, inside="regions"))
    assert [row[1:] for row in table.texts()] == [("0", "none, and that is proved")] * 2


def test_a_plan_stands_among_options_with_as_many_footprints(of_toy: Answer, today: Plan) -> None:
    held = [Place(today, figures, 2, 0, "its place.") for figures in ((1, 0), (0, 0), None)]
    table = tables.places(of_toy, held)
    assert table.title == "Plans, each among the options with as many footprints as it has"
    assert headings(table)[1:] == [
        "Footprints",
        "Split districts",
        "Options with fewer",
        "With as few",
        "Its place",
    ]
    none = ("no figure", "no figure", "no figure")
    assert table.texts() == (
        ("The plan icb-2023", "2", "1", "50%", "50%", "It is its place."),
        ("The plan icb-2023", "2", "0", "none", "50%", "It is its place."),
        ("The plan icb-2023", "2", *none, "It is its place."),
    )
    others = [Place(today, (1, 0), size, 0, "") for size in (1, 3, 9)]
    assert [row[1:5] for row in tables.places(of_toy, others).texts()] == [
        ("1", "1", "the only one", "none"),
        ("3", "1", "none", "the only one"),
        ("9", "1", "no figure", "no figure"),
    ]


def test_what_trades_is_told_fewest_first_with_what_no_option_betters(of_toy: Answer) -> None:
    table = tables.trade(of_toy, TWO)
    assert table is not None
    assert table.texts() == (("0", "0", "1", "yes"), ("1", "1", "1", "no"))
    assert headings(table)[2:] == [
        "Options",
        "No option has fewer of one without more of the other",
    ]
    assert tables.trade(of_toy, View(footprints=4)) is None
    assert tables.trade(replace(of_toy, measures=of_toy.measures[:1]), TWO) is None


def test_of_a_few_options_every_one_is_measured(north_west: Answer) -> None:
    table = tables.samples(WORK, NORTH_WEST, WORK.plans["icb-2023"], north_west)
    assert table.title == "Found from all 3 options with 2 footprints"
    assert headings(table) == [
        "Measure",
        "A quarter have no more than",
        "Half",
        "Three quarters",
        "42 ICBs (to March 2026)",
        "Options with no more",
    ]
    told = {row[0]: row[1:] for row in table.texts()}
    # Footprints of 1,790,591, 2,615,425 and 3,009,664 people, of which two are joined.
    assert told["Residents of the smallest footprint"][1] == "2,615,425"
    assert told["Residents of the smallest footprint"][3:] == ("1,790,591", "33%")
    assert told["Residents of the largest footprint"][1] == "4,800,255"
    assert told["Residents of the largest footprint"][3:] == ("3,009,664", "0%")


def test_of_the_only_option_every_quarter_is_its_own_figure(north_west: Answer) -> None:
    view = NORTH_WEST.with_(footprints=1)
    table = tables.samples(WORK, view, WORK.plans["icb-2023"], north_west)
    assert table.title == "Found from the only option with 1 footprint"
    told = {row[0]: row[1:4] for row in table.texts()}
    assert told["Residents of the smallest footprint"] == ("7,415,680",) * 3


def test_a_plan_that_divides_icbs_is_measured_beside_options_by_its_own_people() -> None:
    every = View(bodies="icb-2023", footprints=27)
    plan = WORK.plans["proposed-2025-05"].seen_as("teams")
    people = WORK.atlas.blocks.groupby(plan.footprint_of)["residents_2024"].sum()
    table = tables.samples(WORK, every, plan, answer_of(WORK, every))
    told = {row[0]: row[4:] for row in table.texts()}
    assert told["Residents of the smallest footprint"][0] == f"{people.min():,}"
    assert told["Residents of the largest footprint"][0] == f"{people.max():,}"
    largest = f"{people.max() / people.min():.1f}"
    assert told["Residents of the largest footprint for each of the smallest"][0] == largest
    assert "no figure" not in {word for row in told.values() for word in row}


def test_a_plan_that_reaches_beyond_a_region_is_not_measured_among_its_options() -> None:
    east = View(region="East of England", bodies="icb-2023", footprints=3)
    table = tables.samples(WORK, east, WORK.plans["merged-2026-04"], answer_of(WORK, east))
    assert {row[4:] for row in table.texts()} == {("no figure", "no figure")}


def test_where_options_were_drawn_a_share_says_how_sure_it_is() -> None:
    midlands = View(region="Midlands", bodies="icb-2023", footprints=4, least=0)
    plan = WORK.plans["icb-2023"]
    table = tables.samples(WORK, midlands, plan, answer_of(WORK, midlands))
    assert table.title.endswith(" options with 4 footprints, drawn evenly")
    exact = [row for row in table.texts() if row[0].endswith(", counted exactly")]
    drawn = [row for row in table.texts() if row not in exact]
    assert all("%, give or take " in row[5] for row in drawn)
    assert [row[0].split(",")[0] for row in exact] == [
        "Residents in footprints below 1.5 million",
        "Residents in footprints below 2 million",
    ]
    answer = answer_of(WORK, midlands.with_(counted="people-below-2000000"))
    listed = answer.distribution(4)
    own = sum(one for one in answer.units.residents if one < 2_000_000)
    no_more = sum(many for figure, many in listed.items() if figure <= own)
    assert exact[1][4:] == (f"{own:,}", words.share(no_more, sum(listed.values())))
