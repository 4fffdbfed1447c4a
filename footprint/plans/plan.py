"""Plans: the law's two layers, bodies and teams, as values that never change."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

import pandas as pd

from footprint.english import month
from footprint.facts.atlas import Atlas
from footprint.facts.manifest import ROOT, read_table, read_text
from footprint.plans.assignment import Assignment, Footprint, Pairs, PlanError, assigned, filled
from footprint.plans.kinds import Kind, divided_bodies, kinds_of_bodies, kinds_of_teams, parts

Seen = Literal["bodies", "teams"]
SEEN_WORDS: Mapping[str, str] = {"bodies": "Statutory bodies", "teams": "Leadership teams"}
_SEEN_NOUNS: Mapping[str, tuple[str, str]] = {
    "bodies": ("ICB", "ICBs"),
    "teams": ("leadership team", "leadership teams"),
}
_AS = "~"


@dataclass(frozen=True)
class Reference:
    """Where something about a plan was published."""

    title: str
    publisher: str
    date: str
    url: str


@dataclass(frozen=True)
class Plan:
    """Every block of a scope given to one statutory body and to one leadership team.

    `seen` is the layer looked at, whose footprints every measure, criterion and map is of; `usual`
    the one the plan was made about. `as_of` is when the facts were true, `effective` when the plan
    took or would take effect. `why_divided` says why teams do not follow bodies, where they do
    not. `earlier` gives each block of England its ICB of 2023. `mergers` are teams of which
    somebody chose that their bodies be one, and which are called so and not ICBs on their own. A
    plan whose scope is a region covers only that region's blocks until `complete` fills the rest
    from a base plan.
    """

    key: str
    title: str
    as_of: str
    effective: str
    status: str
    scope: str
    confidence: str
    summary: str
    note: str
    reconstruction: bool
    sources: tuple[Reference, ...]
    bodies: Assignment
    teams: Assignment
    earlier: Pairs
    usual: Seen = "teams"
    seen: Seen = "teams"
    why_divided: str = ""
    mergers: frozenset[str] = frozenset()

    @property
    def assigned(self) -> Assignment:
        """The layer looked at."""
        return self.bodies if self.seen == "bodies" else self.teams

    @property
    def other(self) -> Assignment:
        """The layer not looked at."""
        return self.teams if self.seen == "bodies" else self.bodies

    @property
    def footprints(self) -> tuple[Footprint, ...]:
        """The bodies, or the teams, as looked at."""
        return self.assigned.footprints

    @property
    def assignment(self) -> Pairs:
        """Each block with its footprint, sorted by block."""
        return self.assigned.pairs

    @property
    def drawn(self) -> frozenset[str]:
        """The footprints that are a regional plan's own; empty means all."""
        return self.assigned.drawn

    @property
    def footprint_of(self) -> pd.Series:
        """Footprint of each block, indexed by block in sorted order."""
        return self.assigned.footprint_of

    @property
    def by_id(self) -> Mapping[str, Footprint]:
        """Footprints by their id, in the plan's order."""
        return self.assigned.by_id

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """What each footprint is, found from both layers."""
        bodies = kinds_of_bodies(self.bodies, self.earlier)
        if self.seen == "bodies":
            return bodies
        made = ("merger", "enlarged")
        merged = {team: bodies[team] for team in self.mergers if bodies[team] in made}
        return {**kinds_of_teams(self.teams, self.bodies), **merged}

    @cached_property
    def others(self) -> Mapping[str, tuple[str, ...]]:
        """For each footprint those of the other layer that it has a part in."""
        return parts(self.assigned, self.other.pairs)

    @property
    def divided(self) -> tuple[str, ...]:
        """The bodies that more than one team leads a part of."""
        return divided_bodies(self.bodies, self.teams)

    @property
    def national(self) -> bool:
        """Whether the plan was made for the whole of England."""
        return self.scope == "England"

    def blocks_of(self, footprint: str) -> list[str]:
        """Return the blocks of one footprint, sorted."""
        return [block for block, owner in self.assignment if owner == footprint]

    def seen_as(self, seen: Seen) -> Plan:
        """The same plan with a layer looked at; its key then says which, where not the usual."""
        if seen == self.seen:
            return self
        return replace(self, seen=seen, key=seen_key(bare_key(self.key), seen, self.usual))

    def with_assigned(self, assigned: Assignment) -> Plan:
        """The same plan with another assignment in the layer looked at."""
        return replace(self, **{self.seen: assigned})


def seen_key(key: str, seen: str, usual: str = "") -> str:
    """The key of a plan with a layer looked at; no layer, or the usual one, adds nothing."""
    return f"{key}{_AS}{seen}" if seen and seen != usual else key


def bare_key(key: str) -> str:
    """The key of a plan whatever layer is looked at."""
    return key.partition(_AS)[0]


def seen_in(key: str) -> str:
    """The layer that a plan's key names, or "" for its usual one."""
    return key.partition(_AS)[2]


def noun(plan: Plan, count: int = 2) -> str:
    """What the footprints looked at are called: ICBs or leadership teams."""
    one, many = _SEEN_NOUNS[plan.seen]
    return one if count == 1 else many


def titled(plan: Plan) -> str:
    """A plan's title as that of the layer looked at: how many there are of it, and when.

    A title that begins with that very number is kept, and so is one that begins with none, with
    the layer where the plan is not about it.
    """
    number, count = plan.title.partition(" ")[0], len(plan.by_id)
    if number.isdigit() and int(number) != count:
        return f"{count} {noun(plan, count)} ({month(plan.effective)})"
    named = number.isdigit() or plan.seen == plan.usual
    return plan.title if named else f"{plan.title}, by {noun(plan, 1)}"


def read_plans(atlas: Atlas, root: Path = ROOT) -> dict[str, Plan]:
    """Read every plan that is shipped, in the order of plans.toml, each checked."""
    listed = tomllib.loads(read_text("data/plans.toml", root))["plan"]
    plans = {entry["key"]: _read_plan(entry, atlas, root) for entry in listed}
    for plan in plans.values():
        if plan.national:
            check_complete(plan, atlas)
        check_divided(plan)
    return plans


_WORDS = (
    *("key", "title", "as_of", "effective", "status", "scope", "confidence"),
    *("summary", "note", "reconstruction"),
)


def _read_plan(entry: Mapping[str, object], atlas: Atlas, root: Path) -> Plan:
    rules = read_table(f"data/plans/{entry['key']}.csv", root, text=("lad",))
    return Plan(
        bodies=assigned(rules, "body", atlas),
        teams=assigned(rules, "team", atlas),
        earlier=icbs_of_2023(atlas),
        sources=tuple(Reference(**source) for source in entry["sources"]),
        usual=entry["layer"],
        seen=entry["layer"],
        why_divided=entry.get("why_divided", ""),
        **{field: entry[field] for field in _WORDS},
    )


def icbs_of_2023(atlas: Atlas) -> Pairs:
    """Each block with its ICB of 2023, sorted by block."""
    return tuple(sorted(atlas.blocks["icb"].to_dict().items()))


def check_complete(plan: Plan, atlas: Atlas) -> None:
    """Refuse a plan that leaves any block of England out, naming the blocks."""
    for layer in (plan.bodies, plan.teams):
        if missing := sorted(set(atlas.blocks.index) - set(layer.footprint_of.index)):
            raise PlanError(f"The plan {plan.key} leaves out {len(missing)} blocks: {missing}.")
        if idle := sorted(set(layer.by_id) - set(layer.footprint_of)):
            raise PlanError(f"The plan {plan.key} has footprints without any block: {idle}.")


def check_divided(plan: Plan) -> None:
    """Refuse a plan whose teams cut through bodies and which does not say why, or says so idly."""
    if plan.divided and not plan.why_divided:
        named = ", ".join(plan.bodies.by_id[body].name for body in plan.divided)
        raise PlanError(f"The plan {plan.key} has teams that cut through {named}; say why.")
    if plan.why_divided and not plan.divided:
        raise PlanError(f"No team of the plan {plan.key} cuts through a body, yet it says why.")


def complete(plan: Plan, base: Plan) -> Plan:
    """Fill a regional plan's gaps in both layers from a base plan, so that it covers England."""
    bodies, teams = filled(plan.bodies, base.bodies), filled(plan.teams, base.teams)
    if (bodies, teams) == (plan.bodies, plan.teams):
        return plan
    why = plan.why_divided or base.why_divided
    return replace(plan, bodies=bodies, teams=teams, why_divided=why)


def one_footprint(atlas: Atlas, footprint: str, name: str) -> Plan:
    """The plan with one footprint for the whole country, so that England has every measure."""
    pairs = tuple((block, footprint) for block in atlas.blocks.index)
    whole = Assignment((Footprint(footprint, name),), pairs)
    return Plan(
        key=footprint,
        title=name,
        as_of="",
        effective="",
        status="",
        scope="England",
        confidence="",
        summary="",
        note="",
        reconstruction=False,
        sources=(),
        bodies=whole,
        teams=whole,
        earlier=icbs_of_2023(atlas),
    )


def england(atlas: Atlas) -> Plan:
    """The whole country as one footprint."""
    return one_footprint(atlas, "england", "England")


def overlap(one: Plan, other: Plan, weights: pd.Series) -> pd.DataFrame:
    """Return the weight two plans' footprints share, one row per footprint of the first.

    `weights` is indexed by block, usually residents.
    """
    both = pd.DataFrame({"one": one.footprint_of, "other": other.footprint_of, "w": weights})
    return both.pivot_table(
        index="one", columns="other", values="w", aggfunc="sum", fill_value=0, observed=True
    )
