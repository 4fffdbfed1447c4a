"""Scales: round numbers that hold every value."""

import math

from hypothesis import given
from hypothesis import strategies as some

from footprint.charts.setting import on_lines, scale_of, written
from footprint.measures.units import MILLIONS, PEOPLE, POUNDS_EACH


def test_a_scale_runs_from_nothing_where_the_least_is_small() -> None:
    scale = scale_of([528_407, 3_617_796], PEOPLE)
    assert scale.ticks == (0, 1e6, 2e6, 3e6, 4e6)
    assert (scale.low, scale.high) == (0, 4e6)


def test_figures_that_lie_close_are_not_pressed_together() -> None:
    scale = scale_of([13.9, 15.5], POUNDS_EACH)
    assert scale.low == 13.5
    assert scale.high == 15.5


def test_a_scale_can_be_made_to_begin_at_nothing() -> None:
    assert scale_of([13.9, 15.5], POUNDS_EACH, zero=True).low == 0


def test_deficits_lie_left_of_nothing() -> None:
    scale = scale_of([-40e6, 12e6], MILLIONS)
    assert scale.low <= -40e6
    assert 0 in scale.ticks
    assert scale.high >= 12e6


def test_people_along_a_scale_are_said_by_the_million_as_the_lines_across_are() -> None:
    said = [written(tick, PEOPLE) for tick in scale_of([1_000_000, 2_181_495], PEOPLE).ticks]
    assert said == ["0", "500,000", "1 million", "1.5 million", "2 million", "2.5 million"]
    assert written(1e6, MILLIONS) == "£1.0m"


def test_no_tick_is_finer_than_its_words() -> None:
    scale = scale_of([1, 2, 2], PEOPLE)
    assert [PEOPLE.text(tick) for tick in scale.ticks] == ["1", "2"]


def test_missing_figures_take_no_room_and_nothing_known_still_has_a_scale() -> None:
    assert scale_of([math.nan, 5.0, 9.0], PEOPLE) == scale_of([5.0, 9.0], PEOPLE)
    assert scale_of([], PEOPLE).low < scale_of([], PEOPLE).high


@given(some.lists(some.floats(-1e9, 1e9), min_size=1, max_size=9))
def test_every_value_lies_on_a_short_scale_of_ticks_said_differently(values: list[float]) -> None:
    scale = scale_of(values, PEOPLE)
    hair = 1e-9 * (scale.high - scale.low)
    assert scale.low - hair <= min(values) <= max(values) <= scale.high + hair
    assert 2 <= len(scale.ticks) <= 8
    words = [PEOPLE.text(tick) for tick in scale.ticks]
    assert len(set(words)) == len(words)


def test_no_name_is_broken_at_its_hyphens() -> None:
    name = "Staffordshire and Stoke-on-Trent"
    for letters in range(15, 33):
        lines = on_lines(name, letters)
        assert " ".join(lines) == name
        assert not any(line.endswith("-") for line in lines)
    assert on_lines(name, 15, 2) == ["Staffordshire", "and…"]
