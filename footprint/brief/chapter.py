"""What every chapter of a brief needs: today's bodies, and places in an order."""

from __future__ import annotations

from footprint.english import ordinal
from footprint.plans.plan import Plan, seen_key
from footprint.view import TODAY
from footprint.workspace.plans import plan
from footprint.workspace.workspace import Workspace

NOW = seen_key(TODAY, "bodies")
"""The key of today's plan with its statutory bodies looked at."""


def bodies_of(work: Workspace, key: str = TODAY) -> Plan:
    """A plan with its statutory bodies looked at."""
    return plan(work, seen_key(key, "bodies"))


def ranked(place: int, count: int, most: str, least: str) -> str:
    """Say a place from the nearer end: "largest of 36", "9th largest of 36", "smallest of 36"."""
    from_end = count - place + 1
    word, number = (most, place) if place <= from_end else (least, from_end)
    return f"{word} of {count}" if number == 1 else f"{ordinal(number)} {word} of {count}"
