"""Sampled: measures of an option of three bodies, by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.every_option.sampled import SAMPLED, Sample, figure, sampled
from footprint.every_option.units import Units

UNITS = Units(
    codes=("A", "B", "C"),
    names=("A", "B", "C"),
    residents=(100, 300, 500),
    weighted=(150, 300, 400),
    residents_2022=(100, 300, 500),
    regions=(frozenset(), frozenset(), frozenset()),
    edges=frozenset({(0, 1), (1, 2)}),
)


@pytest.mark.parametrize(
    ("key", "apart", "together"),
    [
        # Footprints of 100, 300 and 500 people, and of 400 and 500.
        ("largest-over-smallest", 5, 1.25),
        ("fewest", 100, 400),
        ("most", 500, 500),
        ("weighted-per-resident", 0.8, 0.8),
    ],
)
def test_a_measure_takes_all_footprints_at_once(key: str, apart: float, together: float) -> None:
    assert figure(SAMPLED[key], (0, 1, 2), UNITS) == apart
    assert figure(SAMPLED[key], (0, 0, 1), UNITS) == together
    assert SAMPLED[key].key == key


def test_where_heads_weigh_least_is_the_least_of_all_footprints() -> None:
    assert figure(SAMPLED["weighted-per-resident"], (0, 1, 1), UNITS) == 700 / 800


@pytest.mark.parametrize(("line", "together"), [(1_500_000, 0), (2_000_000, 1_600_000)])
def test_people_below_a_line_are_added_up_and_those_on_it_are_not(line: int, together: int) -> None:
    # Footprints of 400,000, 1.2 million and 2 million people, and of 1.6 million and 2 million.
    units = replace(UNITS, residents=(400_000, 1_200_000, 2_000_000))
    below = SAMPLED[f"people-below-{line}"]
    assert figure(below, (0, 1, 2), units) == 1_600_000
    assert figure(below, (0, 0, 1), units) == together
    assert below.key == f"people-below-{line}"


def test_figures_stand_in_order_whatever_was_drawn_first() -> None:
    found = sampled(SAMPLED["fewest"], [(0, 0, 1), (0, 1, 2), (0, 0, 0)], UNITS)
    assert found.figures == (100, 400, 900)
    assert found.middle == (250, 400, 650)


def test_a_share_counts_equals_in() -> None:
    sample = Sample((1.0, 2.0, 2.0, 3.0))
    assert [sample.share_up_to(figure) for figure in (0.9, 1, 2, 3)] == [0, 0.25, 0.75, 1]


def test_how_far_a_share_may_be_out_is_half_of_wilsons_interval() -> None:
    # For 50 of 100 Wilson’s 95% interval is 0.404 to 0.596; for none of 100 it ends at 0.0370.
    sample = Sample((0.0,) * 100)
    assert sample.error(0.5) == pytest.approx((0.596 - 0.404) / 2, abs=0.0005)
    assert sample.error(0) == pytest.approx(0.0370 / 2, abs=0.0005)
    assert sample.error(0.3) == pytest.approx(sample.error(0.7))


def test_figures_are_said_in_words_and_digits_that_suit_them() -> None:
    said = {key: (one.unit.name, one.unit.text(1_234.56)) for key, one in SAMPLED.items()}
    assert said == {
        "largest-over-smallest": ("residents for one", "1234.6"),
        "fewest": ("people", "1,235"),
        "most": ("people", "1,235"),
        "weighted-per-resident": ("0 to 1", "1234.56"),
        "people-below-1500000": ("people", "1,235"),
        "people-below-2000000": ("people", "1,235"),
    }
