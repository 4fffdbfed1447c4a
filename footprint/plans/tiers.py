"""Tiers: every kind of authority a plan can be held against, and where its people live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from footprint.english import day, listed
from footprint.facts.atlas import Atlas


@dataclass(frozen=True, eq=False)
class Tier:
    """One kind of authority, and where the people of each live.

    `people` has a row for each block and authority: block, authority, residents of mid-2022.
    A block outside every authority of the tier has no row; a block shared between two has two.
    `note` says what the tier cannot tell. A `wide` tier is of bodies that may well be larger than
    an ICB, so that working with several is no finding.
    """

    key: str
    label: str
    one: str
    many: str
    people: pd.DataFrame
    names: Mapping[str, str]
    source: str
    note: str = ""
    wide: bool = False

    @property
    def main_of_block(self) -> pd.Series:
        """The authority most of each block's people belong to, indexed by block."""
        ordered = self.people.sort_values(["residents", "authority"], ascending=[False, True])
        return ordered.drop_duplicates("block").set_index("block")["authority"]


def tiers(atlas: Atlas) -> dict[str, Tier]:
    """Every kind of authority a plan can be held against, by key."""
    lads = atlas.authorities
    made = [
        _tier(atlas, "lad", "Districts", "district", "districts", _self(lads), lads["lad_name"]),
        _tier(
            atlas,
            "utla",
            "Upper-tier and unitary authorities",
            "upper-tier authority",
            "upper-tier authorities",
            lads["utla"],
            _named(lads, "utla", "utla_name"),
            note="The statutory partners of an ICB: counties, unitary authorities and boroughs.",
        ),
        _new_councils(atlas),
        _strategic(atlas, "sa", "Strategic authorities (established)", ["established"]),
        _strategic(
            atlas,
            "sa-programme",
            "Strategic authorities (with the priority programme)",
            ["established", "priority programme"],
        ),
        *(_bodies(atlas, kind) for kind in _BODIES),
    ]
    return {tier.key: tier for tier in made}


def _self(lads: pd.DataFrame) -> pd.Series:
    return pd.Series(lads.index, index=lads.index)


def _named(table: pd.DataFrame, code: str, name: str) -> pd.Series:
    return table.drop_duplicates(code).set_index(code)[name]


def _tier(
    atlas: Atlas,
    key: str,
    label: str,
    one: str,
    many: str,
    authority_of_lad: pd.Series,
    names: pd.Series,
    *,
    source: str = "data/authorities.csv",
    note: str = "",
) -> Tier:
    blocks = atlas.blocks
    people = pd.DataFrame(
        {
            "block": blocks.index,
            "authority": blocks["lad"].map(authority_of_lad).to_numpy(),
            "residents": blocks["residents_2022"].to_numpy(),
        }
    ).dropna(subset="authority")
    return Tier(key, label, one, many, people, names.to_dict(), source, note)


def _new_councils(atlas: Atlas) -> Tier:
    """Upper-tier authorities with the new councils that go ahead."""
    lads, status = atlas.authorities, atlas.new_councils["status"]
    new = atlas.new_councils[status.str.startswith("going ahead")]
    paused = listed(sorted({said for said in status if said.startswith("paused on")}) or [""])
    moved = {
        lad: council for council, members in new["lad_codes"].items() for lad in members.split(";")
    }
    codes = lads["utla"].where(~lads.index.isin(list(moved)), lads.index.map(moved))
    names = _named(lads, "utla", "utla_name").to_dict() | {name: name for name in new.index}
    return _tier(
        atlas,
        "utla-2027",
        "Upper-tier authorities from April 2027",
        "upper-tier authority",
        "upper-tier authorities",
        codes,
        pd.Series({code: names[code] for code in codes.unique()}),
        source="data/lgr.csv",
        note=f"With {listed(new.index)} in place of Surrey."
        + (f" No other new council is drawn: reorganisation was {paused}." if paused else ""),
    )


def _strategic(atlas: Atlas, key: str, label: str, statuses: list[str]) -> Tier:
    listed = atlas.strategic_authorities
    drawn = listed[listed["status"].isin(statuses) & (listed["lads"] != "")]
    members = {lad: code for code, lads in drawn["lads"].items() for lad in lads.split(";")}
    return _tier(
        atlas,
        key,
        label,
        "strategic authority",
        "strategic authorities",
        pd.Series(members),
        drawn["name"],
        source="data/strategic_authorities.csv",
        note=f"{_not_yet(drawn)}Proposed ones are left out, because no full list of their "
        "districts is published."
        if len(statuses) > 1
        else "Those of the priority programme and those proposed are left out here.",
    )


def _not_yet(drawn: pd.DataFrame) -> str:
    """Name those of the priority programme that were not established, and say when that was so."""
    waiting = drawn[drawn["status"] != "established"]
    if waiting.empty:
        return ""
    named = listed(sorted(waiting["name"].str.removesuffix(" (planned)")))
    return f"Not established on {day(waiting['as_of'].max())}: {named}. "


_BODIES: Mapping[str, tuple[str, str, str]] = {
    "ambulance trust": ("ambulance", "Ambulance trusts", "ambulance trusts"),
    "police force area": ("police", "Police force areas", "police force areas"),
    "fire and rescue authority": ("fire", "Fire and rescue authorities", "fire authorities"),
    "resilience forum": ("resilience", "Local resilience forums", "resilience forums"),
}


def _bodies(atlas: Atlas, kind: str) -> Tier:
    key, label, many = _BODIES[kind]
    rows = atlas.bodies[atlas.bodies["kind"] == kind]
    people = atlas.blocks["residents_2022"].reindex(rows["block"]).to_numpy()
    shared = pd.DataFrame(
        {
            "block": rows["block"].to_numpy(),
            "authority": rows["body"].to_numpy(),
            "residents": people * rows["residents_share"].to_numpy(),
        }
    )
    note = (
        "High Peak and Hart are shared between trusts by neighbourhood; the map shows the trust "
        "most people of a block have, the figures count both."
        if key == "ambulance"
        else ""
    )
    names = _named(rows, "body", "name").to_dict()
    return Tier(key, label, kind, many, shared, names, "data/bodies.csv", note, wide=True)
