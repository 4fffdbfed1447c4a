"""Kinds: what a footprint is, found from the assignments and never typed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from footprint.english import listed, plural
from footprint.plans.assignment import Assignment, Pairs

Kind = Literal["icb", "merger", "enlarged", "reduced", "alone", "part", "cluster"]
KIND_WORDS: Mapping[str, str] = {
    "icb": "ICB",
    "merger": "Merger",
    "enlarged": "ICB with more area",
    "reduced": "ICB with less area",
    "alone": "ICB on its own",
    "part": "Part of an ICB",
    "cluster": "Cluster",
}
KIND_MEANING: Mapping[str, str] = {
    "icb": "one statutory body with the boundary it had in 2023",
    "merger": "one statutory body made of several of 2023, or parts of them",
    "enlarged": "one statutory body of 2023, enlarged with parts of others",
    "reduced": "one statutory body with a part of the area of one of 2023",
    "alone": "one leadership team over one statutory body",
    "part": "one leadership team over a part of one statutory body",
    "cluster": "one leadership team over statutory bodies that stay separate",
}
KIND_INLINE: Mapping[str, str] = {
    "icb": "an ICB",
    "merger": "a merger",
    "enlarged": "an ICB with more area",
    "reduced": "an ICB with less area",
    "alone": "an ICB on its own",
    "part": "a part of an ICB",
    "cluster": "a cluster",
}
_COUNTED: Mapping[Kind, tuple[str, str]] = {
    "cluster": ("cluster", "clusters"),
    "alone": ("ICB on its own", "ICBs on their own"),
    "part": ("part of an ICB", "parts of ICBs"),
    "merger": ("merger", "mergers"),
    "enlarged": ("ICB with more area", "ICBs with more area"),
    "reduced": ("ICB with less area", "ICBs with less area"),
    "icb": ("ICB as it was in 2023", "ICBs as they were in 2023"),
}


def kinds_counted(kinds: Iterable[Kind]) -> str:
    """Say how many there are of each kind: "5 clusters, 1 merger and 20 ICBs on their own"."""
    some = list(kinds)
    return listed(
        [plural(some.count(kind), *words) for kind, words in _COUNTED.items() if kind in some]
    )


def parts(outer: Assignment, inner: Pairs) -> dict[str, tuple[str, ...]]:
    """The footprints of another assignment that each footprint has a part in, in block order."""
    inside = dict(inner)
    found: dict[str, dict[str, None]] = {one: {} for one in outer.by_id}
    for block, owner in outer.pairs:
        found[owner][inside[block]] = None
    return {owner: tuple(some) for owner, some in found.items()}


def kinds_of_bodies(bodies: Assignment, earlier: Pairs) -> dict[str, Kind]:
    """Whether each body is an ICB of 2023, a part of one, or a merger of several or their parts.

    One that goes on as itself, and to which people of others move, is no merger. `earlier` gives
    the ICB of 2023 of every block of England.
    """
    whole: dict[str, set[str]] = {}
    for block, icb in earlier:
        whole.setdefault(icb, set()).add(block)
    here: dict[str, set[str]] = {one: set() for one in bodies.by_id}
    for block, owner in bodies.pairs:
        here[owner].add(block)
    return {one: _kind_of_body(one, blocks, whole) for one, blocks in here.items()}


def _kind_of_body(body: str, blocks: set[str], whole: Mapping[str, set[str]]) -> Kind:
    home = next((icb for icb in whole.values() if blocks <= icb), None)
    if home is not None:
        return "icb" if blocks == home else "reduced"
    held = [icb for icb, area in whole.items() if area <= blocks]
    return "enlarged" if held == [body] else "merger"


def kinds_of_teams(teams: Assignment, bodies: Assignment) -> dict[str, Kind]:
    """Whether each team leads one body, a part of one, or a cluster of several or their parts."""
    cut = set(divided_bodies(bodies, teams))
    alone: dict[bool, Kind] = {False: "alone", True: "part"}
    return {
        team: "cluster" if len(some) > 1 else alone[some[0] in cut]
        for team, some in parts(teams, bodies.pairs).items()
    }


def divided_bodies(bodies: Assignment, teams: Assignment) -> tuple[str, ...]:
    """The bodies whose blocks more than one team leads, in the plan's order."""
    teams_of = parts(bodies, teams.pairs)
    return tuple(body for body, some in teams_of.items() if len(some) > 1)
