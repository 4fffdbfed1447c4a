"""Classes: the legend's words and its counts are one truth."""

import math
import re
from decimal import Decimal
from itertools import accumulate, combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.measures.catalogue import MEASURES, tabulate
from footprint.measures.classes import MOST_CLASSES, SCHEMES, ClassError, Classes, classify
from footprint.measures.units import KM2, MILLIONS, PEOPLE, RATIO, SCORE, SHARE, Unit
from footprint.plans.plan import Plan

UNITS = st.sampled_from([PEOPLE, SCORE, SHARE, MILLIONS, KM2, RATIO])
COMPUTED = [scheme for scheme in SCHEMES if scheme != "own"]
FIGURES = st.floats(-1e9, 1e9, allow_nan=False)
FIGURES_OR_NONE = st.lists(FIGURES | st.just(math.nan), min_size=1, max_size=20)
CUTS = st.lists(FIGURES, min_size=1, max_size=MOST_CLASSES - 1, unique=True).map(sorted).map(tuple)


def number(words: str, unit: Unit) -> float:
    digits = re.sub(r"[^0-9.-]", "", words)
    return float(Decimal(digits) * Decimal(repr(unit.per)))


def recounted(classes: Classes, values: pd.Series) -> tuple[int, ...]:
    """Count the values again by nothing but what the legend says."""

    def inside(words: str) -> pd.Series:
        if words.startswith("Under "):
            return values < number(words, classes.unit)
        if words.endswith(" or more"):
            return values >= number(words, classes.unit)
        low, high = (number(end, classes.unit) for end in words.split(" to under "))
        return (values >= low) & (values < high)

    return tuple(int(inside(words).sum()) for words in classes.words())


def agrees(classes: Classes, values: pd.Series) -> None:
    """Every value in exactly one class, counts that sum, edges in order, an exact legend."""
    known = values.dropna()
    assert classes.missing == len(values) - len(known)
    assert sum(classes.counts) == len(known)
    assert len(classes.edges) == len(classes) + 1
    assert list(classes.edges) == sorted(classes.edges)
    numbers = [classes.of(value) for value in values]
    assert [n is None for n in numbers] == list(values.isna())
    assert tuple(numbers.count(n) for n in range(len(classes))) == classes.counts
    assert len(set(classes.words())) == len(classes)
    if len(classes) > 1:
        assert recounted(classes, values) == classes.counts


def test_a_class_holds_its_lower_edge_and_not_its_upper() -> None:
    values = pd.Series([10.0, 19.0, 20.0, 29.0, 30.0])
    classes = classify(values, PEOPLE, scheme="own", cuts=(20, 30))
    assert classes.counts == (2, 2, 1)
    assert classes.words() == ["Under 20", "20 to under 30", "30 or more"]
    assert [classes.of(value) for value in (19.999, 20, 29.999, 30, 31, -5)] == [0, 1, 1, 2, 2, 0]


def test_quantiles_put_equal_numbers_in_each_class() -> None:
    classes = classify(pd.Series(range(100, 1_100, 100)), PEOPLE, scheme="quantiles", count=5)
    assert classes.counts == (2, 2, 2, 2, 2)


def test_equal_steps_are_equal() -> None:
    values = pd.Series([0.0, 10, 20, 30, 40, 50, 100])
    classes = classify(values, PEOPLE, scheme="equal", count=4)
    assert classes.edges == (0, 25, 50, 75, 100)
    assert classes.counts == (3, 2, 1, 1)


def test_natural_breaks_fall_between_the_groups() -> None:
    values = pd.Series([1.0, 2, 3, 100, 101, 102, 900, 901])
    classes = classify(values, PEOPLE, scheme="natural", count=3)
    assert classes.counts == (3, 3, 2)
    assert classes.words() == ["Under 52", "52 to under 500", "500 or more"]


def test_a_figure_nobody_has_is_in_no_class() -> None:
    values = pd.Series([math.nan, 1, 2, 3, math.nan])
    for scheme in COMPUTED:
        classes = classify(values, PEOPLE, scheme=scheme, count=3)
        assert classes.missing == 2
        assert classes.of(math.nan) is None
        assert sum(classes.counts) == 3


def test_where_nobody_has_a_figure_all_are_counted_as_missing() -> None:
    classes = classify(pd.Series([math.nan, math.nan]), PEOPLE)
    assert (sum(classes.counts), classes.missing) == (0, 2)


@pytest.mark.parametrize("scheme", COMPUTED)
def test_fewer_distinct_values_than_classes_make_fewer_classes(scheme: str) -> None:
    values = pd.Series([5.0, 5, 5, 70, 70, 900])
    classes = classify(values, PEOPLE, scheme=scheme, count=7)
    assert len(classes) <= 3
    agrees(classes, values)


@pytest.mark.parametrize("scheme", COMPUTED)
@pytest.mark.parametrize("values", [[7.0, 7, 7], [7.0], [7.0, 9, 9]])
def test_one_or_two_distinct_values_make_one_class(scheme: str, values: list[float]) -> None:
    classes = classify(pd.Series(values), PEOPLE, scheme=scheme, count=5)
    assert classes.counts == (len(values),)
    assert classes.words() == [f"7 to {max(values):.0f}"]


def test_own_cuts_may_lie_outside_the_values() -> None:
    values = pd.Series([10.0, 20, 30])
    classes = classify(values, PEOPLE, scheme="own", cuts=(5, 15, 99))
    assert classes.counts == (0, 1, 2, 0)
    assert classes.words() == ["Under 5", "5 to under 15", "15 to under 99", "99 or more"]
    agrees(classes, values)


def test_own_cuts_equal_to_the_ends_keep_their_meaning() -> None:
    values = pd.Series([10.0, 20, 30])
    classes = classify(values, PEOPLE, scheme="own", cuts=(10, 30))
    assert classes.words() == ["Under 10", "10 to under 30", "30 or more"]
    assert classes.counts == (0, 2, 1)


def test_own_cuts_finer_than_the_unit_are_rounded_as_the_legend_says_them() -> None:
    values = pd.Series([0.118, 0.122, 0.2])
    classes = classify(values, RATIO, scheme="own", cuts=(0.1234,))
    assert classes.words() == ["Under 0.12", "0.12 or more"]
    assert classes.counts == (1, 2)


@pytest.mark.parametrize(
    ("cuts", "sentence"),
    [
        ((), "Give at least one cut, for example 1000000."),
        (tuple(range(7)), "Give at most 6 cuts; more colours cannot be told apart."),
        ((2.0, 1.0), "Give the cuts from low to high, each one once."),
        ((1.0, 1.0), "Give the cuts from low to high, each one once."),
        ((1.0, math.inf), "Give cuts that are numbers, for example 1000000."),
        ((math.nan,), "Give cuts that are numbers, for example 1000000."),
    ],
)
def test_cuts_that_make_no_classes_are_refused(cuts: tuple[float, ...], sentence: str) -> None:
    with pytest.raises(ClassError) as refused:
        classify(pd.Series([1.0, 2, 3]), PEOPLE, scheme="own", cuts=cuts)
    assert str(refused.value) == sentence


def test_edges_are_rounded_as_far_as_the_classes_allow() -> None:
    values = pd.Series([101_234.0, 298_765, 499_876, 703_456, 897_654])
    edges = classify(values, PEOPLE, scheme="equal", count=3).edges
    assert edges[1:-1] == (370_000, 630_000)


def test_classes_print_their_legend() -> None:
    values = pd.Series([10.0, 20, 30, math.nan])
    printed = str(classify(values, PEOPLE, scheme="own", cuts=(20,)))
    assert [line.split() for line in printed.splitlines()] == [
        ["Under", "20", "1"],
        ["20", "or", "more", "2"],
        ["no", "figure", "1"],
    ]


@pytest.mark.parametrize("scheme", COMPUTED)
@given(values=FIGURES_OR_NONE, unit=UNITS, count=st.integers(2, MOST_CLASSES))
def test_every_value_is_in_exactly_one_class(
    scheme: str, values: list[float], unit: Unit, count: int
) -> None:
    figures = pd.Series(values)
    classes = classify(figures, unit, scheme=scheme, count=count)
    assert len(classes) <= count
    agrees(classes, figures)


@given(values=FIGURES_OR_NONE, unit=UNITS, cuts=CUTS)
def test_every_value_is_in_exactly_one_class_of_any_own_cuts(
    values: list[float], unit: Unit, cuts: tuple[float, ...]
) -> None:
    figures = pd.Series(values)
    agrees(classify(figures, unit, scheme="own", cuts=cuts), figures)


@settings(max_examples=30)
@given(values=st.lists(FIGURES, min_size=1, max_size=20), count=st.integers(2, MOST_CLASSES))
def test_the_order_of_the_values_does_not_matter(values: list[float], count: int) -> None:
    for scheme in COMPUTED:
        one = classify(pd.Series(values), SCORE, scheme=scheme, count=count)
        other = classify(pd.Series(values[::-1]), SCORE, scheme=scheme, count=count)
        assert one == other


def test_every_legend_the_app_can_show_is_exact(england: Atlas, completed: dict[str, Plan]) -> None:
    for plan in (plan for plan in completed.values() if plan.national):
        table = tabulate(england, plan)
        for measure in MEASURES:
            for scheme in COMPUTED:
                for count in range(2, MOST_CLASSES + 1):
                    values = table[measure.key]
                    agrees(classify(values, measure.unit, scheme=scheme, count=count), values)


def test_an_edge_is_rounded_no_further_than_leaves_every_class_something() -> None:
    # To two digits the lower edge, 1.05, would be 1.1, and no value would lie up to the next.
    values = pd.Series([1.0, 1.04, 1.06, 1.07, 2.0, 3.0])
    found = classify(values, Unit("points", 2), scheme="quantiles", count=3)
    assert found.counts == (2, 2, 2)
    assert found.edges[1] == 1.05


def test_a_few_figures_far_below_the_rest_are_not_hidden_in_one_class() -> None:
    values = pd.Series([-50.8, -34.9, *[0.0] * 8]) * 1e6
    classes = classify(values, MILLIONS)
    assert classes.counts == (1, 1, 8)
    assert classes.edges == (-50_800_000, -43_000_000, -17_000_000, 0)


def test_the_usual_classes_break_at_every_line_between_the_values():
    values = pd.Series([528_407, 890_000, 1_200_000, 1_300_000, 1_800_000, 2_400_000, 3_600_000])
    lines = (500_000, 1_000_000, 1_500_000, 2_000_000)
    classes = classify(values, PEOPLE, lines=lines)
    assert {1_000_000, 1_500_000, 2_000_000} < set(classes.edges)
    assert 500_000 not in classes.edges
    assert len(classes) == 5
    agrees(classes, values)
    assert 1_000_000 not in classify(values, PEOPLE, scheme="equal", lines=lines).edges


def test_lines_stand_where_fewer_classes_were_asked_for():
    values = pd.Series([5, 15, 25, 35])
    assert classify(values, PEOPLE, count=2, lines=(10, 20, 30)).edges == (5, 10, 20, 30, 35)


@given(
    st.lists(st.integers(0, 60), min_size=3, max_size=9, unique=True),
    st.integers(2, 4),
)
def test_natural_breaks_leave_the_least_difference_inside_the_classes(
    figures: list[int], count: int
) -> None:
    """Every way of cutting is tried: none has a lower sum of squares about the classes' means."""
    count = min(count, len(figures))
    values = pd.Series(sorted(figures), dtype=float)

    def spread(cuts: tuple[int, ...]) -> float:
        parts = zip((0, *cuts), (*cuts, len(values)), strict=True)
        return sum(values[a:b].var(ddof=0) * (b - a) for a, b in parts)

    classes = classify(values, SCORE, scheme="natural", count=count)
    found = tuple(accumulate(classes.counts))[:-1]
    least = min(map(spread, combinations(range(1, len(values)), count - 1)))
    assert len(classes) == count
    assert spread(found) == pytest.approx(least)
