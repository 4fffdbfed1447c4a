"""Drawings: what somebody draws and has not saved, as a plan among plans."""

from __future__ import annotations

from dataclasses import replace

from footprint.options.option import Option
from footprint.plans.drawn import drawn_text
from footprint.plans.plan import Plan, bare_key
from footprint.workspace.options import begun_plan, option
from footprint.workspace.published import as_asked
from footprint.workspace.workspace import Workspace, kept


def drawn_option(work: Workspace, key: str) -> Option:
    """The drawing a key holds; raises LinkError where it holds none."""
    return option(work, drawn_text(key))


@kept(200)
def drawn_plan(work: Workspace, key: str) -> Plan:
    """The drawing a key holds as a plan; raises LinkError where it holds none."""
    drawn = drawn_option(work, key)
    begun = begun_plan(work, drawn).title
    plan = replace(
        drawn.plan,
        key=bare_key(key),
        title=f"Unsaved: your drawing from “{begun}”",
        confidence="not judged",
        summary=f"This is your drawing, unsaved, begun from “{begun}”; nobody has adopted it.",
    )
    return as_asked(plan, key)
