"""Layers: what a layer somebody draws does to the other one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from footprint.plans.assignment import Assignment, Footprint
from footprint.plans.plan import Plan


def drawn_plan(began: Plan, drawn: Assignment, merged: frozenset[str]) -> Plan:
    """The plan that a drawn layer makes of the one it began from.

    Drawn teams leave bodies as they are, but for `merged` ones, which become a body each; one that
    leads all of one body and nothing else merges nobody. Drawn bodies take their teams with them:
    a body keeps the team it had; a new one is led by the team that led all of it, or else by one of
    its own.
    """
    merged -= _of_one_body(began.bodies, dict(drawn.pairs))
    if drawn is began.assigned and not merged:
        return began
    if began.seen == "teams":
        bodies = _bodies(began.bodies, drawn, merged)
        return replace(began, teams=drawn, bodies=bodies, mergers=merged)
    return replace(began, bodies=drawn, teams=_teams(began, drawn))


def _bodies(before: Assignment, teams: Assignment, merged: frozenset[str]) -> Assignment:
    if not merged:
        return before
    team_of = dict(teams.pairs)
    owners = {
        block: team_of[block] if team_of[block] in merged else body for block, body in before.pairs
    }
    new = {team: teams.by_id[team] for team in teams.by_id if team in merged}
    return _assignment(before.by_id | new, owners)


def _of_one_body(bodies: Assignment, team_of: Mapping[str, str]) -> set[str]:
    """The teams that lead one body each, and all of it."""
    led: dict[str, set[str]] = {}
    leading: dict[str, set[str]] = {}
    for block, body in bodies.pairs:
        led.setdefault(team_of[block], set()).add(body)
        leading.setdefault(body, set()).add(team_of[block])
    return {
        team for team, some in led.items() if len(some) == 1 and leading[next(iter(some))] == {team}
    }


def _teams(began: Plan, bodies: Assignment) -> Assignment:
    team_of, body_of = dict(began.teams.pairs), dict(bodies.pairs)
    led: dict[str, set[str]] = {}
    for block, body in bodies.pairs:
        led.setdefault(body, set()).add(team_of[block])
    kept = {body: team_of[block] for block, body in began.bodies.pairs}
    leads: dict[str, str] = {}
    new: dict[str, Footprint] = {}
    for body, footprint in bodies.by_id.items():
        if body in kept:
            leads[body] = kept[body]
        elif len(led[body]) == 1:
            (leads[body],) = led[body]
        else:
            leads[body], new[body] = body, footprint
    owners = {block: leads[body_of[block]] for block, _ in bodies.pairs}
    return _assignment(began.teams.by_id | new, owners)


def _assignment(known: Mapping[str, Footprint], owners: Mapping[str, str]) -> Assignment:
    left = set(owners.values())
    footprints = tuple(footprint for one, footprint in known.items() if one in left)
    return Assignment(footprints, tuple(sorted(owners.items())))
