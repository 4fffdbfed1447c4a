"""Statements: what the sources say that is no number, each with who said so and when."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from footprint.facts.manifest import ROOT, read_table

TOPICS = (
    "timetable",
    "leadership",
    "what stays with each ICB",
    "functions to regions",
    "chair",
    "chief executive",
    "places",
    "collaboratives",
)


@dataclass(frozen=True)
class Statement:
    """One thing that was said; `icb` are ODS codes of April 2026, or "" where it is of no body.

    `quality` is first-hand, second-hand or press.
    """

    topic: str
    icb: str
    said: str
    quote: str
    date: str
    title: str
    publisher: str
    url: str
    quality: str


def read_statements(root: Path = ROOT) -> tuple[Statement, ...]:
    """Read every statement, topic by topic and by date."""
    text = ("icb", "quote", "date", "url")
    rows = read_table("data/statements.csv", root, text=text).to_dict("records")
    read = [Statement(**row) for row in rows]
    return tuple(sorted(read, key=lambda one: (TOPICS.index(one.topic), one.date)))


def leaders(statements: tuple[Statement, ...], role: str) -> dict[str, Statement]:
    """Who holds a role, "chair" or "chief executive", by the ODS code of an ICB of April 2026."""
    return {one.icb: one for one in statements if one.topic == role}
