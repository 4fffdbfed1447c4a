"""Joins that refuse to lose or invent rows."""

from collections.abc import Iterable

import pandas as pd


class JoinError(ValueError):
    """Two official tables do not name the same places."""


def check_codes(found: Iterable[str], expected: Iterable[str], *, what: str) -> None:
    """Refuse two lists of codes that differ, naming the codes on each side."""
    found, expected = set(found), set(expected)
    unknown, absent = sorted(found - expected), sorted(expected - found)
    if unknown or absent:
        raise JoinError(
            f"{what}: {_some(unknown)} not expected, {_some(absent)} missing; "
            "check that both tables are of the vintage named in geo/README.md."
        )


def join_exactly(left: pd.DataFrame, right: pd.DataFrame, *, on: str, what: str) -> pd.DataFrame:
    """Add the columns of right to left, row for row, where both know the same codes.

    Left may repeat a code; right may not. A code known to one side only is a JoinError.
    """
    check_codes(left[on], right[on], what=what)
    return left.merge(right, on=on, how="left", validate="many_to_one")


def _some(codes: list[str], limit: int = 5) -> str:
    if not codes:
        return "no code"
    more = f" and {len(codes) - limit} more" if len(codes) > limit else ""
    return ", ".join(codes[:limit]) + more
