"""Briefs for all: every ICB's brief as one pack, team by team, or a sheet for every team."""

from __future__ import annotations

from footprint.brief.chapter import bodies_of
from footprint.content.figures import by_name
from footprint.english import month
from footprint.pages import clusters, my_icb
from footprint.papers.contents import SELECTED
from footprint.papers.pack import Item, Pack
from footprint.plans.plan import Plan
from footprint.view import TODAY
from footprint.workspace.workspace import Workspace

ANNOUNCED = "agreed-2025-09"
"""The plan of the leadership teams that were agreed in September 2025."""


def all_briefs(work: Workspace) -> Pack:
    """A pack of the brief of every ICB in force, those of one leadership team together."""
    now = bodies_of(work)
    items = tuple(
        Item(my_icb.PAGE.address, (("area", body),), part=SELECTED) for body in _team_by_team(now)
    )
    return Pack(f"Briefs for the {len(items)} ICBs", items)


def team_briefs(work: Workspace, key: str = TODAY) -> Pack:
    """A pack of every leadership team of a plan, each in five lines on a sheet of its own."""
    teams = work.plans[key].seen_as("teams")
    asked = () if key == TODAY else (("plan", key),)
    items = tuple(
        Item(
            clusters.PAGE.address,
            (*asked, ("area", team), ("layer", "teams")),
            title=f"{teams.by_id[team].name}: one leadership team",
            part=SELECTED,
        )
        for team in by_name(teams)
    )
    when = "" if key == TODAY else f" of {month(teams.as_of)}"
    return Pack(f"Briefs for the {len(items)} leadership teams{when}", items)


def briefs_of_announced(work: Workspace) -> Pack:
    """The same of the teams that were agreed in 2025, with what has come of them."""
    return team_briefs(work, ANNOUNCED)


def _team_by_team(now: Plan) -> list[str]:
    def place(body: str) -> tuple[str, str]:
        (team, *_) = now.others[body]
        return now.teams.by_id[team].name, now.by_id[body].name

    return sorted(now.by_id, key=place)
