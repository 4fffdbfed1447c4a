"""What every chapter of a brief needs: the bodies of a plan, and how five lines are told."""

from __future__ import annotations

from footprint.content.values import Chapter, Figures
from footprint.plans.plan import Plan, seen_key
from footprint.view import TODAY
from footprint.workspace.plans import plan
from footprint.workspace.workspace import Workspace

NOW = seen_key(TODAY, "bodies")
"""The key of today's plan with its statutory bodies looked at."""


def bodies_of(work: Workspace, key: str = TODAY) -> Plan:
    """A plan with its statutory bodies looked at."""
    return plan(work, seen_key(key, "bodies"))


def in_five_lines(told: Figures) -> Chapter:
    """Five lines with their labels, as they begin a paper."""
    return Chapter("In five lines", (), lines=told)
