"""Places: plans held against the options, by figure and by number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.every_option.answer import Answer
from footprint.frontier.counting import NoSuchOptionError
from footprint.plans.plan import Plan
from footprint.standing.asked import answer_of
from footprint.standing.place import Place, inside, others, place_of, size_there, still_to_say, told
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.counts import key_of
from tests.shared_workspace import WORK
from tests.standing.conftest import NORTH_WEST

HAS = "Under “The plan merged-2026-04” there are no split districts."
SHARES = "Of the options, none have fewer, 50% have as many and 50% have more."


def test_a_plan_that_is_an_option_has_its_number(north_west: Answer) -> None:
    found = place_of(WORK, NORTH_WEST, WORK.plans["icb-2023"], north_west)
    assert (found.figures, found.size, found.number) == ((0, 0), 3, 1)
    assert found.said == "The only option with 3 footprints."
    assert found.title == "42 ICBs (to March 2026)"


def test_the_number_of_each_option_is_the_one_it_is_counted_as(north_west: Answer) -> None:
    for number in range(3):
        key = key_of(WORK, "icb-2023", north_west.option(number, 2), north_west.units)
        found = place_of(WORK, NORTH_WEST, plans.plan(WORK, key), north_west)
        assert (found.number, found.size) == (number + 1, 2)
        assert found.said == f"Number {number + 1} of 3 with 2 footprints."


def test_a_plan_that_cuts_a_body_is_no_option_and_in_a_region_has_no_figures() -> None:
    east = View(region="East of England", bodies="icb-2023", footprints=3)
    answer, cuts = answer_of(WORK, east), WORK.plans["merged-2026-04"]
    found = place_of(WORK, east, cuts, answer)
    assert (found.figures, found.number, found.size) == (None, 0, 36)
    assert found.said.startswith("It is not one of these: it divides ")
    whole = place_of(WORK, east.with_(region=""), cuts, answer)
    assert whole.figures is not None
    assert len(whole.figures) == 2
    assert whole.outside == "divides an ICB, so it is none of these options"


def test_a_plan_that_a_condition_leaves_out_is_said_to_be_so_in_short(north_west: Answer) -> None:
    asked = NORTH_WEST.with_(least=3_000_000)
    plan = WORK.plans["icb-2023"]
    assert not place_of(WORK, NORTH_WEST, plan, north_west).outside
    found = place_of(WORK, asked, plan, answer_of(WORK, asked))
    assert found.outside == "does not meet what is asked for, so it is none of these options"


def test_a_plan_of_two_regions_reaches_beyond_one(north_west: Answer) -> None:
    whole = WORK.plans["icb-2023"]
    joined = {"QOP": "QYG", "QHM": "QYG"}
    pairs = tuple((block, joined.get(owner, owner)) for block, owner in whole.assignment)
    wide = replace(whole, bodies=replace(whole.bodies, pairs=pairs))
    with pytest.raises(NoSuchOptionError, match=r"^It reaches beyond the North West\.$"):
        inside(WORK, NORTH_WEST, wide, north_west)
    assert inside(WORK, NORTH_WEST, whole, north_west) == (0, 1, 2)
    some = NORTH_WEST.with_(region="", only=("QYG", "QE1"))
    with pytest.raises(NoSuchOptionError, match=r"^It reaches beyond the ICBs counted\.$"):
        inside(WORK, some, wide, answer_of(WORK, some))
    beyond = place_of(WORK, some, wide, answer_of(WORK, some))
    assert (beyond.figures, beyond.number) == (None, 0)


def test_teams_of_other_years_are_held_beside_it_and_none_twice(north_west: Answer) -> None:
    shown = plans.plan(WORK, "in-force-2026-10~teams")
    found = list(others(WORK, NORTH_WEST, shown, north_west))
    # What is asked for April 2027 is led as now.
    assert [one.plan.key for one in found] == ["proposed-2025-05", "agreed-2025-09"]


@pytest.mark.parametrize(
    ("number", "size", "footprints", "sentence"),
    [
        (1, 2, 2, f"{HAS} {SHARES}"),
        (1, 3, 2, f"{HAS} {SHARES} It has 3 footprints, and these options have 2."),
        (0, 2, 2, f"{HAS} {SHARES} It is none."),
        (0, 1, 2, f"{HAS} {SHARES} It has 1 footprint, and these options have 2. It is none."),
        (1, 2, 4, "“{}” is number 1 of 4."),
        (0, 2, 4, "“{}” is none."),
    ],
)
def test_where_a_plan_stands_is_told_among_options_of_as_many_footprints_as_are_asked_for(
    of_toy: Answer, divided: Plan, number: int, size: int, footprints: int, sentence: str
) -> None:
    place = Place(divided, (0, 0), size, number, "number 1 of 4." if number else "none.")
    rule = (
        " An authority is split where more than 1% of its people live outside its main footprint."
    )
    said = told(place, View(footprints=footprints), of_toy)
    assert said == sentence.format(place.title) + (rule if footprints == 2 else "")


def test_a_plan_of_a_region_is_told_in_that_region(north_west: Answer) -> None:
    shown = plans.plan(WORK, "in-force-2026-10~teams")
    place = place_of(WORK, NORTH_WEST, shown, north_west)
    assert " in the North West." in told(place, NORTH_WEST, north_west).partition(". ")[0] + "."


def test_a_plan_without_figures_is_told_by_its_place_alone(of_toy: Answer, divided: Plan) -> None:
    place = Place(divided, None, 2, 0, "none.")
    assert told(place, View(footprints=2), of_toy) == f"“{place.title}” is none."


@pytest.mark.parametrize(
    ("figures", "number", "said"),
    [((0, 0), 1, "Number 1 of 4."), ((0, 0), 0, ""), (None, 1, "")],
)
def test_under_what_is_told_of_a_plan_its_number_is_said_once(
    of_toy: Answer, divided: Plan, figures: tuple[int, ...] | None, number: int, said: str
) -> None:
    place = Place(divided, figures, 2, number, "number 1 of 4." if number else "none.")
    assert still_to_say(place, View(footprints=2), of_toy) == said
    assert ("umber 1 of 4." in told(place, View(footprints=2), of_toy)) == (figures is None)


@pytest.mark.parametrize(("region", "size"), [("", 25), ("Midlands", 5), ("London", 3)])
def test_a_plan_has_so_many_footprints_where_options_are_counted(region: str, size: int) -> None:
    assert size_there(WORK, View(region=region)) == size
