"""Figures: where an ICB stands among all, by the figures as they are said."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from footprint.brief.figures import figures, rank_of
from footprint.measures.catalogue import BY_KEY
from tests.shared_workspace import WORK

TRUSTS = BY_KEY["acute_trusts"]


def rank(body: str, *figures: float) -> str:
    """Where a body stands, named by its letter, whose trusts are these in turn."""
    return rank_of(TRUSTS, pd.Series(figures, index=list("abcdef"[: len(figures)])), body)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("a", "Highest of 6"),
        ("b", "2nd highest of 6, with 1 other"),
        ("c", "2nd highest of 6, with 1 other"),
        ("d", "2nd lowest of 6, with 1 other"),
        ("e", "2nd lowest of 6, with 1 other"),
        ("f", "Lowest of 6"),
    ],
)
def test_equals_share_the_place_nearer_to_an_end(body: str, said: str) -> None:
    assert rank(body, 9, 7, 7, 5, 5, 1) == said


def test_figures_that_are_said_alike_are_equal() -> None:
    assert rank("a", 3.4, 2.6, 2.4) == "Highest of 3, with 1 other"
    assert rank("a", 4, 4, 4) == "Highest of 3, with 2 others"


def test_an_icb_without_a_figure_has_no_place_and_takes_none() -> None:
    assert rank("b", 2, math.nan, 1) == "no figure"
    assert rank("c", 2, math.nan, 1) == "Lowest of 2"


def test_of_residents_the_ends_are_the_largest_and_the_smallest() -> None:
    people = pd.Series({"a": 5.0, "b": 3.0})
    assert rank_of(BY_KEY["residents"], people, "a") == "Largest of 2"
    assert rank_of(BY_KEY["residents"], people, "b") == "Smallest of 2"


def test_a_figure_that_was_shared_out_says_so_and_one_that_was_counted_does_not() -> None:
    told = figures(WORK, "S0E4D")
    assert told.sentences == ("England’s figure is of all 36 ICBs together.",)
    assert told.table is not None
    rows = {row[0]: row[1:] for row in told.table.texts()}
    assert rows["Residents"] == ("2,319,787", "58,620,101", "8th largest of 36")
    assert rows["Weighted population"][0] == "2,205,286 (worked out by share)"
    assert rows["Acute trusts"] == ("4", "133", "13th highest of 36, with 3 others")
    whole = figures(WORK, "QWU").table
    assert whole is not None
    assert not any("by share" in row[1] for row in whole.texts())
