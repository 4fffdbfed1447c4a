"""Other names: what tables call districts and ICBs beside their official names and codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from footprint.facts.manifest import ROOT, read_table

_SAME = "same district, old code"
_OPEN = "9999"
_TOWNS = ("town", "city")
_SETTLEMENTS = (
    *("postcode district", "ward", "neighbourhood", "suburb", "village", "town or village"),
    *_TOWNS,
)


@dataclass(frozen=True)
class Former:
    """A district that was abolished: the blocks it lay in, and the days it began and ended."""

    name: str
    code: str
    blocks: frozenset[str]
    begun: str = ""
    ended: str = _OPEN

    def stood(self, day: str) -> bool:
        """Whether it was a district on a day."""
        return self.begun <= day <= self.ended


@dataclass(frozen=True, eq=False)
class OtherNames:
    """Names and old codes with the code of what they are of, by kind of area.

    `places` gives the kind of every other name that is known, such as a county or a town: of those
    that share it, the largest. `shires` has the districts of each county that a name may mean, and
    `towns` those in which a town or city of a name is.
    """

    districts: Mapping[str, str] = field(default_factory=dict)
    counties: Mapping[str, str] = field(default_factory=dict)
    icbs: Mapping[str, str] = field(default_factory=dict)
    icbs_2026: Mapping[str, str] = field(default_factory=dict)
    sub_icbs: Mapping[str, str] = field(default_factory=dict)
    former: tuple[Former, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    shires: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    towns: Mapping[str, frozenset[str]] = field(default_factory=dict)


NO_OTHER_NAMES = OtherNames()


def read_other_names(root: Path = ROOT) -> OtherNames:
    """Read the other names of areas from the tables of the gazetteer."""
    listed = read_table("data/aliases.csv", root, text=("name", "codes"))
    former = read_table("data/former_districts.csv", root, text=("code", "begun", "ended"))
    places = read_table("data/places.csv", root, text=("name",))
    everyday = read_table("data/everyday_names.csv", root, text=("name", "kind", "of"))
    lads = read_table("data/authorities.csv", root, text=("lad", "lad_name"))
    return OtherNames(
        districts=_of(listed, "council", "county") | _everyday(everyday, lads) | _recoded(former),
        counties=_of(listed, "county council"),
        icbs=_of(listed, "ICB"),
        icbs_2026=_of(listed, "ICB of 2026"),
        sub_icbs=_of(listed, "sub-ICB location"),
        former=_former(former),
        places=_places(pd.concat([places, listed], ignore_index=True)),
        shires=_shires(listed),
        towns=_towns(places),
    )


def _of(listed: pd.DataFrame, *kinds: str) -> dict[str, str]:
    """Names of one area each; a name that is of two is left out."""
    table = listed[listed["kind"].isin(kinds) & ~listed["codes"].str.contains(";")]
    table = table[["name", "codes"]].drop_duplicates()
    return dict(table[~table["name"].duplicated(keep=False)].to_numpy().tolist())


def _everyday(everyday: pd.DataFrame, lads: pd.DataFrame) -> dict[str, str]:
    """What people call a council every day, with its code."""
    code = dict(zip(lads["lad_name"], lads["lad"], strict=True))
    councils = everyday[everyday["kind"] == "council"]
    return {name: code[of] for name, of in zip(councils["name"], councils["of"], strict=True)}


def _recoded(former: pd.DataFrame) -> dict[str, str]:
    table = former[former["kind"] == _SAME]
    return dict(zip(table["code"], table["block"].str.split("-").str[0], strict=True))


def _former(former: pd.DataFrame) -> tuple[Former, ...]:
    table = former[former["kind"] != _SAME]
    return tuple(
        Former(name, code, frozenset(rows["block"]), *rows[["begun", "ended"]].iloc[0])
        for (code, name), rows in table.groupby(["code", "name"])
    )


def _shires(listed: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    counties = listed[listed["kind"] == "county"]
    return {
        name: tuple(codes.split(";"))
        for name, codes in zip(counties["name"], counties["codes"], strict=True)
    }


def _places(table: pd.DataFrame) -> dict[str, str]:
    table = table[~table["kind"].isin(["hospital or clinic", "NHS trust"])]
    # The last of a name stays: whatever is no settlement, or else the largest kind of them.
    rank = {kind: place for place, kind in enumerate(_SETTLEMENTS)}
    order = table["kind"].map(rank).fillna(len(rank)).sort_values(kind="stable").index
    return dict(table.loc[order, ["name", "kind"]].to_numpy().tolist())


def _towns(places: pd.DataFrame) -> dict[str, frozenset[str]]:
    towns = places[places["kind"].isin(_TOWNS)]
    lads = towns["block"].str.split("-").str[0].groupby(towns["name"]).agg(frozenset)
    return lads.to_dict()
