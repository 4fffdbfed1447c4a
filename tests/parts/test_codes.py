"""Official codes: an ICB is known by its land, a team by its bodies, an authority by its code."""

from __future__ import annotations

from datetime import date

import pytest

from footprint.export.csv import csv
from footprint.pages import authorities, clusters, compare
from footprint.papers import contents
from footprint.parts.codes import Codes, plan_codes
from footprint.view import View
from footprint.workspace.plans import plan
from tests.paper_samples import AGREED
from tests.shared_workspace import WORK


def codes(key: str) -> dict[str, Codes]:
    return {one.name: one for one in plan_codes(WORK, plan(WORK, key))}


@pytest.mark.parametrize(
    ("key", "ods", "ons"),
    [("icb-2023", "QRL", "E54000042"), ("merged-2026-04", "QRL", "E54000067")],
)
def test_a_code_is_that_of_the_icb_with_that_very_land(key: str, ods: str, ons: str) -> None:
    found = codes(key)["Hampshire and Isle of Wight"]
    assert (found.ods, found.ons) == (ods, ons)


def test_every_icb_of_2023_and_of_2026_has_both_of_its_codes() -> None:
    for key, count in (("icb-2023", 42), ("merged-2026-04", 36)):
        found = codes(key).values()
        assert len({one.ons for one in found}) == count
        assert all(one.ods and one.ons.startswith("E54") for one in found)


def test_a_team_carries_the_codes_and_the_names_of_its_bodies() -> None:
    found = codes(AGREED)["West and North London"]
    assert found.ods == "QMJ; QRV"
    assert found.ons == "E54000028; E54000027"
    assert found.bodies == found.made_of == "North Central London; North West London"
    assert found.teams == "West and North London"


def test_what_no_list_knows_has_no_code() -> None:
    found = codes("greater-lincolnshire-alt")["Greater Lincolnshire"]
    assert (found.ods, found.ons) == ("", "")
    assert found.made_of


@pytest.mark.parametrize(("page", "has"), [(clusters, "ICB code (ODS)"), (authorities, "ONS code")])
def test_a_table_of_areas_carries_their_codes(page, has: str) -> None:
    picture = page.content(WORK, View(plan=AGREED)).picture
    made = contents.paper(WORK, picture, "", link="", day=date(2026, 11, 22))
    head = csv(made).decode("utf-8-sig").splitlines()[0]
    assert has in head.split(",")


def test_an_authority_carries_where_it_lies_most_of_its_people_first() -> None:
    picture = authorities.content(WORK, View(plan=AGREED)).picture
    made = contents.paper(WORK, picture, "", link="", day=date(2026, 11, 22))
    found = {one.name: one for one in made.codes[0]}
    whole, split = found["Hart"], found["Buckinghamshire"]
    assert (whole.ods, whole.ons) == ("", "E07000089")
    assert whole.bodies == whole.made_of == "Frimley; Hampshire and Isle of Wight"
    assert whole.teams == "Hampshire and Isle of Wight"
    assert split.teams == "Thames Valley; Central East"
    assert all(one.teams for one in found.values())


def test_each_map_of_a_comparison_has_the_codes_of_its_own_plan() -> None:
    view = View(plan=AGREED, other="icb-2023")
    picture = compare.content(WORK, view).picture
    made = contents.paper(WORK, picture, "", link="", day=date(2026, 11, 22))
    assert [len(one) for one in made.codes] == [42, 26]
