"""Named: a sheet asked for by what an area is called, or by its code."""

from __future__ import annotations

from footprint.batches.named import sheets_by_name
from footprint.pages import authorities, clusters
from footprint.papers.contents import SELECTED
from footprint.view import View
from tests.shared_workspace import WORK

FOUND = sheets_by_name(WORK, clusters.PAGE, View(plan="agreed-2025-09"))


def test_an_area_is_found_by_its_name_and_by_its_code_in_any_letters() -> None:
    page, view, part = FOUND["cheshire and merseyside"]
    assert (page, view.area, part) == (clusters.PAGE, "QYG", SELECTED)
    assert FOUND["qyg"] == FOUND["cheshire and merseyside"]
    assert all(name == name.casefold() for name in FOUND)


def test_of_one_name_the_footprint_comes_first_then_the_icb_then_the_authority() -> None:
    # An ICB of its own and a team alone, of that name both; a cluster that is none by law.
    assert FOUND["kent and medway"][1].layer == ""
    assert FOUND["frimley"][1].layer == "bodies"
    # Kent is a county, and Cornwall a council that the ICB is not called after.
    assert FOUND["kent"][0] == authorities.PAGE
    assert FOUND["cornwall"][0] == authorities.PAGE


def test_of_two_kinds_of_authority_the_one_looked_at_comes_first() -> None:
    for tier in ("lad", "utla"):
        view = View(plan="agreed-2025-09", tier=tier)
        assert sheets_by_name(WORK, clusters.PAGE, view)["cornwall"][1].tier == tier
