"""Facts: one figure that somebody gave, with all that a reader needs to trust it or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from footprint.english import month

Sort = Literal["published", "implied"]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One figure that somebody gave: whose it is, what it says, how sure, when and by whose word.

    `icbs` are codes, `area` the blocks it is about. An implied one was given by nobody: it follows
    by its `formula` from what it is `based_on`, titles with addresses. `quality` is "second-hand"
    where it was read in somebody else's account.
    """

    icbs: frozenset[str]
    area: frozenset[str]
    kind: str
    what: str
    figure: str
    qualifier: str
    date: str
    title: str
    url: str
    sort: Sort = "published"
    quality: str = ""
    formula: str = ""
    based_on: tuple[tuple[str, str], ...] = ()
    remark: str = ""


def when(date: str) -> str:
    """Say a date by its month, and a year as it is."""
    return month(date) if "-" in date else date


def titled(source: str) -> tuple[str, str]:
    """Part a source into its title and its address, "" where it has none."""
    title, comma, rest = source.partition(", https://")
    return title, f"https://{rest}" if comma else ""
