"""Facts: a date is said by its month, and a source parted from its address."""

from __future__ import annotations

import pytest

from footprint.money.fact import in_words, titled, when


@pytest.mark.parametrize(
    ("date", "said"),
    [("2026-09-17", "September 2026"), ("2026-09", "September 2026"), ("2026", "2026")],
)
def test_a_date_is_its_month_and_a_year_stays_as_it_is(date: str, said: str) -> None:
    assert when(date) == said


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (
            "18.76 × 2,083,224 weighted people + 36,000,000",
            "which is the £39.1m envelope plus the £36.0m to be saved",
        ),
        (
            "19 × 2,072,909 weighted people + 21,400,000",
            "which is £19.00 for each of 2,072,909 weighted heads plus the £21.4m to be saved",
        ),
        ("12,000,000 ÷ 0.43", "of which £12.0m is 43%"),
        ("52,200,000 ÷ (1 − 0.45)", "of which a 45% cut would leave £52.2m"),
        ("39.83 × 10 weighted people", "which is £39.83 for each of 10 weighted heads"),
        ("break-even less £21.5m", "break-even less £21.5m"),
    ],
)
def test_how_a_cost_follows_is_said_in_words(formula: str, said: str) -> None:
    assert in_words(formula) == said


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("Board, p. 2, https://w.example/a", ("Board, p. 2", "https://w.example/a")),
        ("Board, p. 2", ("Board, p. 2", "")),
        ("Board http://w.example", ("Board http://w.example", "")),
    ],
)
def test_a_source_is_a_title_and_where_there_is_one_an_address(
    source: str, parts: tuple[str, str]
) -> None:
    assert titled(source) == parts
