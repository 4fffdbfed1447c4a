"""Pairs of the file: where maps of two plans look, and what stands below them."""

from __future__ import annotations

from footprint.content.values import HOME
from footprint.one_file import pairs
from footprint.pages import compare
from footprint.view import View
from footprint.workspace.scopes import scope
from tests.shared_workspace import WORK

MERGED = View(other="icb-2023", plan="merged-2026-04")


def test_maps_look_at_the_part_of_england_that_is_compared() -> None:
    england = scope(WORK, ("icb-2023",), "icb-2023", ())
    assert pairs._focus(WORK, england) == {"land": HOME, "people": HOME}
    london = scope(WORK, ("icb-2023",), "icb-2023", ("London",))
    west, _, east, _ = pairs._focus(WORK, london)["land"]
    assert -0.6 < west < 0 < east < 0.4


def test_what_stands_below_has_its_headings_and_opens_every_district() -> None:
    told = compare.content(WORK, MERGED)
    heads = [
        part["words"]
        for part in (*pairs._scorecard(told), *pairs._changes(told), *pairs._footprints(told))
        if part["kind"] == "heading"
    ]
    assert heads == [
        "Scorecard",
        "What joins, divides and moves",
        "Residents: footprint by footprint",
    ]
    opened, split = (part for part in pairs._changes(told) if part["kind"] == "opened")
    how, districts = opened["parts"]
    assert how["words"] == told.changes.how
    assert [part["words"] for part in split["parts"]] == list(told.changes.splits)
    assert split["title"].endswith(f"({len(told.changes.splits)})")
    people = [heading for heading, _ in districts["heads"]].index("Residents, mid-2024")
    assert len(districts["rows"]) == len(told.changes.table)
    assert all(row[people].replace(",", "").isdigit() for row in districts["rows"])
    same = compare.content(WORK, View(other="icb-2023", plan="icb-2023"))
    assert not [part for part in pairs._changes(same) if part["kind"] == "opened"]
