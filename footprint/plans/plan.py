"""Plans: complete assignments of blocks to footprints, as values that never change."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.facts.manifest import ROOT, read_table, read_text

Kind = Literal["icb", "cluster", "merger"]
KIND_WORDS: Mapping[str, str] = {
    "icb": "ICB on its own",
    "cluster": "Cluster",
    "merger": "Merger",
}
KIND_MEANING: Mapping[str, str] = {
    "icb": "one statutory body with its own leadership team",
    "cluster": "one leadership team over ICBs that stay separate bodies with their own boundaries",
    "merger": "one new or enlarged statutory body; the old boundary inside it is gone",
}
KIND_INLINE: Mapping[str, str] = {
    "icb": "an ICB on its own",
    "cluster": "a cluster",
    "merger": "a merger",
}


class PlanError(ValueError):
    """A plan leaves a block out, takes one twice, or names something that does not exist."""


@dataclass(frozen=True)
class Footprint:
    """The area one leadership team covers under a plan."""

    id: str
    name: str
    kind: Kind


@dataclass(frozen=True)
class Reference:
    """Where something about a plan was published."""

    title: str
    publisher: str
    date: str
    url: str


@dataclass(frozen=True)
class Plan:
    """Every block of a scope given to exactly one footprint.

    `as_of` is when the facts were true, `effective` when the plan took or would take effect.
    `assignment` is sorted by block. A plan whose scope is a region covers only that region's
    blocks until `complete` fills the rest from a base plan; `drawn` then names the footprints
    that are the plan's own.
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
    footprints: tuple[Footprint, ...]
    assignment: tuple[tuple[str, str], ...]
    drawn: frozenset[str] = frozenset()

    @cached_property
    def footprint_of(self) -> pd.Series:
        """Footprint of each block, indexed by block in sorted order."""
        blocks, footprints = zip(*self.assignment, strict=True)
        return pd.Series(footprints, index=pd.Index(blocks, name="block"), name="footprint")

    @cached_property
    def by_id(self) -> Mapping[str, Footprint]:
        """Footprints by their id, in the plan's order."""
        return {footprint.id: footprint for footprint in self.footprints}

    @property
    def national(self) -> bool:
        """Whether the plan was made for the whole of England."""
        return self.scope == "England"

    def blocks_of(self, footprint: str) -> list[str]:
        """Return the blocks of one footprint, sorted."""
        return [block for block, owner in self.assignment if owner == footprint]


def read_plans(atlas: Atlas, root: Path = ROOT) -> dict[str, Plan]:
    """Read every plan that is shipped, in the order of plans.toml, each checked."""
    listed = tomllib.loads(read_text("data/plans.toml", root))["plan"]
    plans = {entry["key"]: _read_plan(entry, atlas, root) for entry in listed}
    for plan in plans.values():
        if plan.national:
            check_complete(plan, atlas)
    return plans


def _read_plan(entry: Mapping[str, object], atlas: Atlas, root: Path) -> Plan:
    rules = read_table(f"data/plans/{entry['key']}.csv", root, text=("lad",))
    assignment = assign(rules, atlas)
    return Plan(
        footprints=_footprints(rules),
        assignment=tuple(sorted(assignment.items())),
        drawn=frozenset(rules["footprint"]),
        sources=tuple(Reference(**source) for source in entry["sources"]),
        **{
            field: entry[field]
            for field in (
                "key",
                "title",
                "as_of",
                "effective",
                "status",
                "scope",
                "confidence",
                "summary",
                "note",
                "reconstruction",
            )
        },
    )


def _footprints(rules: pd.DataFrame) -> tuple[Footprint, ...]:
    firsts = rules.drop_duplicates("footprint")[["footprint", "name", "kind"]]
    return tuple(Footprint(*row) for row in firsts.itertuples(index=False, name=None))


def assign(rules: pd.DataFrame, atlas: Atlas) -> dict[str, str]:
    """Turn rules about ICBs and districts into an assignment of blocks.

    A rule with a district takes that district's piece of the ICB; a rule without one takes
    the rest of the ICB. Raises PlanError naming codes that do not exist and rules that collide.
    """
    _check_rules(rules, atlas)
    blocks = atlas.blocks[["icb", "lad"]]
    exact = rules[rules["lad"] != ""].set_index(["icb", "lad"])["footprint"]
    rest = rules[rules["lad"] == ""].set_index("icb")["footprint"]
    by_district = exact.reindex(pd.MultiIndex.from_frame(blocks)).set_axis(blocks.index)
    by_icb = blocks["icb"].map(rest)
    return by_district.astype(object).fillna(by_icb).dropna().to_dict()


def _check_rules(rules: pd.DataFrame, atlas: Atlas) -> None:
    pieces = set(zip(atlas.blocks["icb"], atlas.blocks["lad"], strict=True))
    icbs = set(atlas.blocks["icb"])
    said = [
        f"{icb} with {lad}" if lad else icb
        for icb, lad in zip(rules["icb"], rules["lad"], strict=True)
        if ((icb, lad) not in pieces if lad else icb not in icbs)
    ]
    if said:
        raise PlanError(f"These areas do not exist: {', '.join(said)}.")
    twice = rules[rules.duplicated(["icb", "lad"])]
    if len(twice):
        named = ", ".join((twice["icb"] + " " + twice["lad"]).str.strip())
        raise PlanError(f"These areas are assigned twice: {named}.")


def check_complete(plan: Plan, atlas: Atlas) -> None:
    """Refuse a plan that leaves any block of England out, naming the blocks."""
    if missing := sorted(set(atlas.blocks.index) - set(plan.footprint_of.index)):
        raise PlanError(f"The plan {plan.key} leaves out {len(missing)} blocks: {missing}.")
    if idle := sorted(set(plan.by_id) - set(plan.footprint_of)):
        raise PlanError(f"The plan {plan.key} has footprints without any block: {idle}.")


def complete(plan: Plan, base: Plan) -> Plan:
    """Fill a regional plan's gaps from a base plan, so that it covers England.

    Where the region takes only part of a base footprint, the rest of that footprint stays.
    """
    own = dict(plan.assignment)
    rest = {block: owner for block, owner in base.assignment if block not in own}
    if not rest:
        return plan
    renamed = {owner: _free_id(owner, plan.by_id) for owner in rest.values()}
    borrowed = tuple(
        replace(footprint, id=renamed[footprint.id])
        for footprint in base.footprints
        if footprint.id in renamed
    )
    filled = own | {block: renamed[owner] for block, owner in rest.items()}
    return replace(
        plan,
        footprints=plan.footprints + borrowed,
        assignment=tuple(sorted(filled.items())),
        drawn=frozenset(plan.by_id),
    )


def _free_id(wanted: str, taken: Iterable[str]) -> str:
    return f"{wanted}-rest" if wanted in set(taken) else wanted


def england(atlas: Atlas) -> Plan:
    """The plan with one footprint for the whole country, so that England has every measure."""
    return Plan(
        key="england",
        title="England",
        as_of="",
        effective="",
        status="",
        scope="England",
        confidence="",
        summary="",
        note="",
        reconstruction=False,
        sources=(),
        footprints=(Footprint("england", "England", "icb"),),
        assignment=tuple((block, "england") for block in atlas.blocks.index),
    )


def overlap(one: Plan, other: Plan, weights: pd.Series) -> pd.DataFrame:
    """Return the weight two plans' footprints share, one row per footprint of the first.

    `weights` is indexed by block, usually residents.
    """
    both = pd.DataFrame({"one": one.footprint_of, "other": other.footprint_of, "w": weights})
    return both.pivot_table(
        index="one", columns="other", values="w", aggfunc="sum", fill_value=0, observed=True
    )


def noun(plan: Plan) -> str:
    """What a plan's footprints are called: ICBs where all are statutory, else footprints."""
    kinds = {footprint.kind for footprint in plan.footprints}
    return "footprints" if "cluster" in kinds else "ICBs"
