"""Units: what is said is what Python would write, and what is reckoned with is what is said."""

import math
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.criteria.differences import signed
from footprint.measures import units
from footprint.measures.units import MILLIONS, NO_FIGURE, PEOPLE, RATIO, SHARE, Unit
from footprint.money.published import _UNITS as OF_PUBLISHED

ALL = sorted({one for one in vars(units).values() if isinstance(one, Unit)}, key=repr)
# How each unit would be said by a format of Python's own.
FORMATS = {
    "FTE": "{:,.0f}",
    "COUNT": "{:,.0f}",
    "KM2": "{:,.0f} km²",
    "MILLIONS": "£{:,.1f}m",
    "PEOPLE": "{:,.0f}",
    "PER_CENT": "{:.0f}%",
    "PER_100_000": "{:,.1f}",
    "PER_KM2": "{:,.0f}",
    "PIECES": "{:,.0f}",
    "POUNDS_EACH": "£{:,.2f}",
    "POUNDS_A_HEAD": "£{:,.2f}",
    "RATIO": "{:.2f}",
    "SCORE": "{:.1f}",
    "SHARE": "{:.1f}%",
    "TENTHS": "{:.1f}%",
}
HALVES = st.integers(-10_000_000, 10_000_000).map(lambda n: n / 2_000)
FIGURES = st.floats(-1e300, 1e300) | st.floats(-1e9, 1e9) | HALVES


def formatted(pattern: str, value: float) -> str:
    # A sign stands before the pound, which a format of Python's own would put first.
    said = pattern.format(value).replace("£-", "-£")
    return said if re.search("[1-9]", said) else said.replace("-", "")


def digits(words: str) -> float:
    return float(re.sub("[^0-9.-]", "", words))


def test_every_unit_is_said_by_a_format() -> None:
    assert set(FORMATS) == {name for name, one in vars(units).items() if isinstance(one, Unit)}


@pytest.mark.parametrize("name", FORMATS)
@given(value=FIGURES, numpy=st.booleans())
def test_a_number_is_said_as_its_format_says_it(name: str, value: float, numpy: bool) -> None:
    unit = getattr(units, name)
    given_as = np.float64(value) if numpy else value
    assert unit.text(given_as) == formatted(FORMATS[name], value / unit.per)


@pytest.mark.parametrize("unit", ALL, ids=lambda unit: unit.name)
@given(value=FIGURES)
def test_the_number_reckoned_with_is_the_one_that_is_read(unit: Unit, value: float) -> None:
    assert unit.rounded(value) == digits(unit.text(value))
    assert unit.shown(pd.Series([value, math.nan])).fillna(-1).tolist() == [
        unit.rounded(value),
        -1,
    ]


@pytest.mark.parametrize("unit", ALL, ids=lambda unit: unit.name)
def test_the_least_of_a_unit_is_said_and_half_of_it_is_not(unit: Unit) -> None:
    assert unit.text(unit.least) != unit.text(0) == unit.text(unit.least * 0.49)


@pytest.mark.parametrize("unit", ALL, ids=lambda unit: unit.name)
@pytest.mark.parametrize("share", [-0.49, -0.1, -0.0, 0.0, 0.4])
def test_what_rounds_to_nothing_is_nothing_without_a_sign(unit: Unit, share: float) -> None:
    number = unit.rounded(share * unit.least)
    assert (number, math.copysign(1, number)) == (0, 1)
    assert "-" not in unit.text(share * unit.least)


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        (MILLIONS, -1_000_000, "-£1.0m"),
        (MILLIONS, 1_234_050_000, "£1,234.0m"),
        (SHARE, -0.125, "-12.5%"),
        (PEOPLE, 2.5, "2"),
        (PEOPLE, 3.5, "4"),
        (RATIO, 1.115, "1.11"),
        (RATIO, 1_234.5, "1234.50"),
        (OF_PUBLISHED["GBP per weighted head"], 19, "£19.00 per weighted head"),
        (OF_PUBLISHED["posts"], 1_250, "1,250 posts"),
        (OF_PUBLISHED["percent"], 50, "50%"),
    ],
)
def test_signs_commas_and_halves_stand_where_a_reader_expects_them(
    unit: Unit, value: float, words: str
) -> None:
    assert unit.text(value) == words


@pytest.mark.parametrize(
    ("unit", "difference", "words"),
    [
        (SHARE, 0.021, "+2.1 points"),
        (SHARE, -0.021, "−2.1 points"),
        (SHARE, 0.0001, "less than 0.1%"),
        (MILLIONS, -2_000_000, "−£2.0m"),
        (MILLIONS, 1_000, "less than £0.1m"),
        (RATIO, 0.0, "0"),
        (PEOPLE, math.nan, NO_FIGURE),
    ],
)
def test_a_difference_has_its_sign_before_all_and_shares_lie_points_apart(
    unit: Unit, difference: float, words: str
) -> None:
    assert str(signed(0, difference, unit)) == words
