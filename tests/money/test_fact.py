"""Facts: a date is said by its month, and a source parted from its address."""

from __future__ import annotations

import pytest

from footprint.money.fact import titled, when


@pytest.mark.parametrize(
    ("date", "said"),
    [("2026-09-17", "September 2026"), ("2026-09", "September 2026"), ("2026", "2026")],
)
def test_a_date_is_its_month_and_a_year_stays_as_it_is(date: str, said: str) -> None:
    assert when(date) == said


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
