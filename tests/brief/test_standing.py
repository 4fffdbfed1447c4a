"""Standing: the place of one among all is told from the nearer end, and equals share it."""

from __future__ import annotations

import pandas as pd
import pytest

from footprint.brief.standing import place_among


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"a": 9}, {"a": "highest of 1"}),
        ({"a": 9, "b": 5}, {"a": "highest of 2", "b": "lowest of 2"}),
        (
            {"a": 9, "b": 7, "c": 5, "d": 3, "e": 1},
            {
                "a": "highest of 5",
                "b": "2nd highest of 5",
                "c": "3rd highest of 5",
                "d": "2nd lowest of 5",
                "e": "lowest of 5",
            },
        ),
        (
            {"a": 9, "b": 9, "c": 5, "d": 1, "e": 1, "f": 1},
            {
                "a": "highest of 6, with 1 other",
                "b": "highest of 6, with 1 other",
                "c": "3rd highest of 6",
                "d": "lowest of 6, with 2 others",
            },
        ),
        (
            {"a": 9, "b": 5, "c": 5, "d": 5, "e": 1},
            {"b": "2nd highest of 5, with 2 others", "e": "lowest of 5"},
        ),
        (
            {"a": 9, "b": 8, "c": 5, "d": 5, "e": 1},
            {"c": "2nd lowest of 5, with 1 other"},
        ),
        ({"a": 5, "b": 5, "c": 5}, {"a": "highest of 3, with 2 others"}),
    ],
)
def test_where_one_stands_among_all(figures: dict[str, int], said: dict[str, str]) -> None:
    shown = pd.Series(figures)
    assert {key: place_among(shown, key) for key in said} == said


def test_the_ends_may_be_called_otherwise() -> None:
    shown = pd.Series({"a": 9, "b": 5})
    assert place_among(shown, "a", "largest", "smallest") == "largest of 2"
    assert place_among(shown, "b", "largest", "smallest") == "smallest of 2"
