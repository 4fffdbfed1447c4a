"""Fixed footprints: how an address holds them, and which the plan shown has to offer."""

from __future__ import annotations

from footprint.standing.fixed import as_fixed, codes_of, fixable
from footprint.view import View
from tests.shared_workspace import WORK

TODAY = ("QGH-QWU", "QHL-QUA", "QJ2-QJM-QT1", "QJK-QT6", "QK1-QPM", "QKK-QWE", "QNC-QOC")
TODAY = (*TODAY, "QOX-QSL-QVV", "QR1-QUY")


def test_an_address_holds_a_footprint_by_the_codes_of_its_icbs() -> None:
    assert as_fixed(("M", "E", "W")) == "E-M-W"
    assert codes_of("E-M-W") == ("E", "M", "W")
    assert codes_of(as_fixed(("E",))) == ("E",)
    assert codes_of("-E--E-") == ("E",)
    assert codes_of("-") == ()


def test_the_footprints_of_the_plan_shown_are_offered_and_each_icb_by_itself() -> None:
    offered = fixable(WORK, View())
    assert {key for key in offered if "-" in key} == set(TODAY)
    assert len(offered) == len(TODAY) + 36
    assert offered["QKK-QWE"] == "South East London and South West London"
    assert [("-" in key) for key in offered] == [True] * len(TODAY) + [False] * 36


def test_what_divides_an_icb_is_not_offered_and_what_is_fixed_already_is() -> None:
    view = View(plan="agreed-2025-09", bodies="icb-2023", fixed=("QE1-QYG", "X-Y", "-"))
    offered = fixable(WORK, view)
    assert "QE1-QYG" in offered
    assert "X-Y" not in offered
    plan = WORK.plans["agreed-2025-09"].seen_as("teams")
    icbs = WORK.atlas.blocks["icb"]
    for key in set(offered) - {"QE1-QYG"}:
        inside = icbs[icbs.isin(codes_of(key))].index
        if "-" in key:
            (owner,) = set(plan.footprint_of[inside])
            assert set(plan.blocks_of(owner)) == set(inside)
