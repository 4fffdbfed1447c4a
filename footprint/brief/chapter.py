"""What every chapter of a brief needs: the bodies of today and of other plans."""

from __future__ import annotations

from footprint.plans.plan import Plan, seen_key
from footprint.view import TODAY
from footprint.workspace.plans import plan
from footprint.workspace.workspace import Workspace

NOW = seen_key(TODAY, "bodies")
"""The key of today's plan with its statutory bodies looked at."""


def bodies_of(work: Workspace, key: str = TODAY) -> Plan:
    """A plan with its statutory bodies looked at."""
    return plan(work, seen_key(key, "bodies"))
