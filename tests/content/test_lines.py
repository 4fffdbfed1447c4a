"""Lines: a view's own where they can be, and the usual ones where not."""

from __future__ import annotations

from footprint.content.lines import basis, thresholds
from footprint.criteria.case import Thresholds
from footprint.view import View
from tests.shared_workspace import WORK


def test_lines_are_those_of_the_view() -> None:
    assert thresholds(View()) == Thresholds()
    drawn = View(least=500_000, whole="lad", tolerance=2.5, cap=20.0, trusts=3)
    assert thresholds(drawn) == Thresholds(500_000, "lad", 0.025, 20.0, 3)
    assert thresholds(View(whole="police")).tier == Thresholds().tier


def test_costs_are_those_that_can_be_read() -> None:
    lines, costs = basis(WORK, View(baseline="QF7:61.7,junk:1"))
    assert lines == Thresholds()
    assert costs == (("QF7", 61_700_000.0),)
