"""Said: figures with their units, as a table shows them and as a file keeps them."""

from __future__ import annotations

import math

import pytest

from footprint.measures.said import Said, apart, noted, said, said_share, said_shares
from footprint.measures.units import COUNT, MILLIONS, PEOPLE, RATIO, SHARE


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Said(2_100), "2,100"),
        (Said(-1), "−1"),
        (Said(0, signed=True), "0"),
        (Said(3, signed=True), "+3"),
        (Said(10**17 + 1), "100,000,000,000,000,001"),
        (Said(1_234.5, PEOPLE), "1,234"),
        (Said(-4_940_000.0, MILLIONS, signed=True), "−£4.9m"),
        (Said(4_940_000.0, MILLIONS, signed=True), "+£4.9m"),
        (Said(40_000.0, MILLIONS, signed=True), "£0.0m"),
        (Said(0.051, SHARE), "5.1%"),
        (Said(0.051, SHARE, signed=True), "+5.1 points"),
        (Said(60e6, MILLIONS, estimated=True), "£60.0m (worked out by share)"),
        (Said(60e6, MILLIONS, notes=("implied", "24%")), "£60.0m (implied) (24%)"),
    ],
)
def test_a_figure_is_said_in_its_unit_and_a_difference_with_its_sign(
    figure: Said, words: str
) -> None:
    assert str(figure) == words


@pytest.mark.parametrize(
    ("figure", "number"),
    [(Said(0.126, RATIO), 0.13), (Said(0.0, RATIO), 0.0), (Said(2_100.4, PEOPLE), 2_100)],
)
def test_a_number_is_whole_where_its_unit_has_no_decimals(figure: Said, number: float) -> None:
    assert figure.number == number
    assert type(figure.number) is type(number)


def test_shares_alone_lie_percentage_points_apart() -> None:
    assert Said(0.1, SHARE, signed=True).said_in.name == "percentage points"
    assert Said(0.1, SHARE).said_in == SHARE
    assert Said(1e6, MILLIONS, signed=True).said_in == MILLIONS
    assert Said(1).unit == COUNT


def test_a_figure_that_nobody_published_is_said_in_words() -> None:
    assert said(math.nan, PEOPLE, estimated=True) == "no figure"
    assert said(7.0, PEOPLE, estimated=True) == Said(7.0, PEOPLE, estimated=True)


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.5, "50%"), (0.02, "2%"), (0.0199, "2.0%"), (0.0004, "under 0.1%"), (0.9996, "over 99.9%")],
)
def test_a_share_next_to_none_or_all_of_a_whole_is_words_and_any_other_a_figure(
    share: float, told: str
) -> None:
    words = said_share(share)
    assert str(words) == told
    assert isinstance(words, Said) == (" " not in told)


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ([1 / 3] * 3, ["34%", "33%", "33%"]),
        ([0.013, 0.987], ["1.3%", "98.7%"]),
        ([0.0001, 0.9999], ["under 0.1%", "over 99.9%"]),
        ([1.0], ["100%"]),
    ],
)
def test_the_shares_of_one_whole_are_figures_that_add_up_to_it(
    shares: list[float], told: list[str]
) -> None:
    found = said_shares(shares)
    assert list(map(str, found)) == told
    assert all(
        isinstance(one, Said) == words[0].isdigit() for one, words in zip(found, told, strict=True)
    )


def test_a_figure_and_words_are_told_apart_from_what_is_noted_of_them() -> None:
    figure = noted(said(31.5e6, MILLIONS, "51%", estimated=True), "yours")
    assert str(figure) == "£31.5m (worked out by share) (51%) (yours)"
    assert apart(figure) == ("£31.5m", ("worked out by share", "51%", "yours"))
    assert apart(noted(noted("Kent (part)", "one"), "two")) == ("Kent (part)", ("one", "two"))
    assert apart("no figure (yet)") == ("no figure (yet)", ())
