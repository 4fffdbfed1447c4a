"""Slope: figures before and after joined, the largest changes named, and labels kept apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.charts import vega
from footprint.charts.dots import Line
from footprint.charts.slope import Leg, Slope
from footprint.charts.slope_marks import apart
from footprint.ink import drawings
from footprint.measures.units import PEOPLE
from tests.charts.test_vega import texts


def leg(number: int, before: float, after: float) -> Leg:
    return Leg(
        source=f"s{number}",
        target=f"t{number}",
        names=(f"Before {number}", f"After {number}"),
        values=(before, after),
        texts=(PEOPLE.text(before), PEOPLE.text(after)),
    )


SLOPE = Slope(
    title="Residents",
    sides=("42 ICBs", "26 teams"),
    unit=PEOPLE,
    legs=(leg(1, 100, 500), leg(2, 300, 300.2), leg(3, 400, 350)),
    lines=(Line(250, "250"), Line(9_000, "9,000")),
)


def test_changes_are_named_the_largest_first_and_what_stays_is_not() -> None:
    assert [one.source for one in SLOPE.named] == ["s1", "s3"]
    assert SLOPE.key == "A line ends where most of the people are. The largest changes are blue."


def test_only_so_many_are_named_and_the_one_chosen_always() -> None:
    many = replace(SLOPE, legs=tuple(leg(n, 10, 10 + n) for n in range(20)), selected="s0")
    assert len(many.named) == 6 + 1
    assert many.named[-1].source == "s0"
    assert many.key.endswith(". The line of what was chosen is thick.")


def test_names_and_figures_stand_on_both_sides() -> None:
    said = texts(drawings.svg(SLOPE, width=800))
    assert {"Before 1 100", "500 After 1", "Before 3 400", "350 After 3", "A", "B"} <= set(said)
    assert not [text for text in said if "Before 2" in text]


def test_lines_beyond_the_figures_are_not_drawn() -> None:
    said = texts(drawings.svg(SLOPE, width=800))
    assert "250" in said
    assert "9,000" not in said


def test_every_footprint_has_a_line() -> None:
    svg = drawings.svg(SLOPE, width=800)
    assert svg.count("mark-line role-mark") == len(SLOPE.legs)
    assert f'height="{vega.height(SLOPE)}"' in svg


def test_the_words_tell_sides_and_changes() -> None:
    assert SLOPE.words == (
        "Residents, from A to B: A is 42 ICBs, B is 26 teams. "
        "Before 1, 100, becomes After 1, 500. Before 3, 400, becomes After 3, 350."
    )
    same = replace(SLOPE, legs=(leg(2, 300, 300),))
    assert same.words.endswith("Nothing changes.")
    assert drawings.svg(same, width=800)


@pytest.mark.parametrize("tops", [[], [5.0], [0.0, 1.0, 2.0], [339.0, 340.0, 338.0], [9.0] * 6])
def test_labels_are_kept_apart_in_their_order(tops: list[float]) -> None:
    moved = apart(tops)
    order = sorted(range(len(tops)), key=lambda place: tops[place])
    gaps = [moved[b] - moved[a] for a, b in zip(order, order[1:], strict=False)]
    assert all(gap >= 15 for gap in gaps)
    assert all(top <= 340 for top in moved)
