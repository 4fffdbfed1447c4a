"""Assignments: every block of a scope given to exactly one footprint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from footprint.facts.atlas import Atlas

Pairs = tuple[tuple[str, str], ...]


class PlanError(ValueError):
    """A plan leaves a block out, takes one twice, or names something that does not exist."""


@dataclass(frozen=True)
class Footprint:
    """The area of one statutory body, or of one leadership team."""

    id: str
    name: str


@dataclass(frozen=True)
class Assignment:
    """One layer of a plan: its footprints, and which of them each block is in.

    `pairs` is sorted by block. `drawn` names the footprints that are a regional plan's own, where
    the rest is filled from another plan.
    """

    footprints: tuple[Footprint, ...]
    pairs: Pairs
    drawn: frozenset[str] = frozenset()

    @cached_property
    def footprint_of(self) -> pd.Series:
        """Footprint of each block, indexed by block in sorted order."""
        blocks, footprints = zip(*self.pairs, strict=True)
        return pd.Series(footprints, index=pd.Index(blocks, name="block"), name="footprint")

    @cached_property
    def owner_of(self) -> Mapping[str, str]:
        """Footprint of each block."""
        return dict(self.pairs)

    @cached_property
    def held(self) -> Mapping[str, frozenset[str]]:
        """The blocks of each footprint that has any, by footprint in sorted order."""
        groups = self.footprint_of.groupby(self.footprint_of).groups
        return {footprint: frozenset(blocks) for footprint, blocks in groups.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Footprint]:
        """Footprints by their id, in the plan's order."""
        return {footprint.id: footprint for footprint in self.footprints}


def assigned(rules: pd.DataFrame, layer: str, atlas: Atlas) -> Assignment:
    """Turn rules about ICBs and districts into one layer of a plan, "body" or "team".

    A rule with a district takes that district's piece of the ICB; a rule without one takes
    the rest of the ICB. Raises PlanError naming codes that do not exist, rules that collide and
    footprints with two names.
    """
    check_rules(rules, atlas)
    blocks = atlas.blocks[["icb", "lad"]]
    exact = rules[rules["lad"] != ""].set_index(["icb", "lad"])[layer]
    rest = rules[rules["lad"] == ""].set_index("icb")[layer]
    by_district = exact.reindex(pd.MultiIndex.from_frame(blocks)).set_axis(blocks.index)
    by_icb = blocks["icb"].map(rest)
    owners = by_district.astype(object).fillna(by_icb).dropna()
    footprints = _footprints(rules[[layer, f"{layer}_name"]])
    pairs = tuple(sorted(owners.to_dict().items()))
    return Assignment(footprints, pairs, frozenset(rules[layer]))


def _footprints(named: pd.DataFrame) -> tuple[Footprint, ...]:
    firsts = named.drop_duplicates()
    column = firsts.columns[0]
    if twice := sorted(firsts[column][firsts[column].duplicated()]):
        raise PlanError(f"These footprints have two names: {', '.join(twice)}.")
    ordered = firsts.sort_values(column)
    return tuple(Footprint(*row) for row in ordered.itertuples(index=False, name=None))


def check_rules(rules: pd.DataFrame, atlas: Atlas) -> None:
    """Refuse rules about areas that do not exist, or about one area twice, naming them."""
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


def filled(own: Assignment, base: Assignment) -> Assignment:
    """Fill the blocks an assignment leaves out from another, so that it covers England.

    Where it takes only part of a footprint of the base, the rest of that footprint stays.
    """
    given = dict(own.pairs)
    rest = {block: owner for block, owner in base.pairs if block not in given}
    if not rest:
        return own
    renamed = {owner: _free_id(owner, own.by_id) for owner in rest.values()}
    borrowed = tuple(
        Footprint(renamed[footprint.id], footprint.name)
        for footprint in base.footprints
        if footprint.id in renamed
    )
    pairs = given | {block: renamed[owner] for block, owner in rest.items()}
    return Assignment(own.footprints + borrowed, tuple(sorted(pairs.items())), frozenset(own.by_id))


def _free_id(wanted: str, taken: Iterable[str]) -> str:
    return f"{wanted}-rest" if wanted in set(taken) else wanted
