"""The atlas: every published fact a measure may use, joined and checked, block by block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from footprint.english import everyday_name
from footprint.facts.manifest import ROOT, read_table

ENGLAND = "ENG"


class JoinError(ValueError):
    """Two tables that should have the same codes do not."""


@dataclass(frozen=True, eq=False)
class Atlas:
    """What is published about England, in pieces small enough to build any boundary from.

    blocks: one row per block, indexed by block, in the order the map draws them.
    borders: block_a, block_b, length_km of every land border two blocks share.
    links: block_a, block_b, reason of every crossing that joins two blocks over water.
    icbs: one row per statutory body, indexed by ONS code, with the dates it was in force.
    authorities: one row per district, indexed by LAD code, with everyday names.
    strategic_authorities: one row each, established, priority programme and proposed, with its
    date and instrument and who confirms them.
    costs: one row per ICB, measure and year; pounds and people.
    deficits: one row per published position; pounds, a deficit below nought, NaN if not given.
    bodies: one row per block and emergency body, with the share of the block's residents.
    new_councils: councils of whole districts in local government reorganisation, indexed by
    name, with their status: most are paused.
    workforce: staff of each ICB by date, headcount and full-time equivalent.
    trusts: share, 0 to 1, of each acute trust's patients in 2022 from each ICB, and the trust
    it is part of today.
    trust_sites: one row per main hospital of each acute trust of today, with its block.
    """

    blocks: pd.DataFrame
    borders: pd.DataFrame
    links: pd.DataFrame
    icbs: pd.DataFrame
    authorities: pd.DataFrame
    strategic_authorities: pd.DataFrame
    costs: pd.DataFrame
    deficits: pd.DataFrame
    bodies: pd.DataFrame
    new_councils: pd.DataFrame
    workforce: pd.DataFrame
    trusts: pd.DataFrame
    trust_sites: pd.DataFrame

    def icb_figure(self, measure: str, year: str) -> pd.Series:
        """Return one published figure per ICB of 2023, indexed by ODS code, NaN where none."""
        return self.figures(measure, year).reindex(pd.unique(self.blocks["icb"]))

    def figures(self, measure: str, year: str) -> pd.Series:
        """Every published figure of one kind and year, by whom it is for as `area` takes it."""
        return self._figures.get((measure, year), pd.Series(dtype=float))

    def area(self, codes: str) -> frozenset[str]:
        """Return the blocks a figure is about, by the codes it is given for.

        Codes are of ICBs of 2023 (ODS) or April 2026 (ONS), names of NHS regions, or ENG; several
        are joined by +.
        """
        parts = codes.split("+")
        if unknown := [code for code in parts if code not in self._areas]:
            raise JoinError(f"No body has the code {', '.join(unknown)}.")
        return frozenset().union(*(self._areas[code] for code in parts))

    @cached_property
    def _areas(self) -> dict[str, frozenset[str]]:
        found = {ENGLAND: frozenset(self.blocks.index)}
        for kind in ("nhs_region", "icb_2026", "icb"):
            groups = self.blocks.groupby(kind).groups
            found |= {str(code): frozenset(blocks) for code, blocks in groups.items()}
        return found

    @cached_property
    def _figures(self) -> dict[tuple[str, str], pd.Series]:
        by_icb = self.costs.set_index("icb")
        return {kind: rows["value"] for kind, rows in by_icb.groupby(["measure", "year"])}


def load_atlas(root: Path = ROOT) -> Atlas:
    """Read every table, join them exactly, and refuse to go on where codes do not match."""
    blocks = read_table("data/blocks.csv", root).set_index("block").sort_index()
    atlas = Atlas(
        blocks=blocks,
        borders=read_table("data/borders.csv", root),
        links=read_table("data/links.csv", root),
        icbs=read_table(
            "data/icbs.csv", root, text=("in_force_to", "predecessors", "abbreviation")
        ).set_index("icb_ons"),
        authorities=_authorities(root),
        strategic_authorities=read_table(
            "data/strategic_authorities.csv", root, text=_SAID_OF_AUTHORITIES
        ).set_index("strategic_authority"),
        costs=read_table(
            "data/costs.csv", root, text=("quality", "formula", "source", "remark", "note")
        ),
        deficits=read_table(
            "data/deficits.csv", root, text=("detail", "support", "date", "quote", "remark")
        ),
        bodies=_bodies(root),
        new_councils=_new_councils(root),
        workforce=read_table("data/workforce.csv", root),
        trusts=read_table("data/trusts.csv", root),
        trust_sites=read_table("data/trust_sites.csv", root, text=("note",)),
    )
    _check(atlas)
    return atlas


_SAID_OF_AUTHORITIES = (
    *("status_note", "established_date", "instrument", "next_mayoral_election", "lads"),
    *("quality", "confirmed_by"),
)


def _authorities(root: Path) -> pd.DataFrame:
    table = read_table("data/authorities.csv", root, text=("strategic_authority", "county"))
    # Files that people fill in may call a district by its official name.
    table["lad_official_name"] = table["lad_name"]
    for column in ("lad_name", "utla_name"):
        table[column] = table[column].map(everyday_name)
    return table.set_index("lad")


def _bodies(root: Path) -> pd.DataFrame:
    table = read_table("data/bodies.csv", root, text=("note",))
    return table.assign(name=table["name"].map(everyday_name))


def _new_councils(root: Path) -> pd.DataFrame:
    # Only those whose districts are known can be drawn; the rest stand in the file in words.
    listed = read_table("data/lgr.csv", root, text=("lad_codes",)).set_index("new_unitary")
    return listed[listed["lad_codes"] != ""]


def _check(atlas: Atlas) -> None:
    blocks, icbs = atlas.blocks, atlas.icbs
    same_codes(blocks["lad"], atlas.authorities.index, what="districts")
    before = icbs[icbs["in_force_from"] <= "2023-04-01"]
    now = icbs[icbs["in_force_to"] == ""]
    same_codes(blocks["icb"], before["icb"], what="ICBs of 2023")
    same_codes(blocks["icb_2026"], now.index, what="ICBs of April 2026")
    for codes in {*atlas.costs["icb"], *atlas.deficits["icb"]}:
        atlas.area(codes)
    same_codes(atlas.trusts["today"], atlas.trust_sites["trust"], what="acute trusts")
    for what, table in (
        ("Borders", atlas.borders[["block_a", "block_b"]]),
        ("Links", atlas.links[["block_a", "block_b"]]),
        ("Hospitals", atlas.trust_sites[["block"]]),
    ):
        if unknown := sorted(set(table.to_numpy().ravel()) - set(blocks.index)):
            raise JoinError(f"{what} name blocks that are not in blocks.csv: {', '.join(unknown)}")


def same_codes(left: pd.Series | pd.Index, right: pd.Series | pd.Index, *, what: str) -> None:
    """Refuse two lists of codes that differ, naming the codes missing on each side."""
    one, other = set(left), set(right)
    if one == other:
        return
    raise JoinError(
        f"The {what} do not match. Only in the first table: {_named(one - other)}. "
        f"Only in the second: {_named(other - one)}."
    )


def _named(codes: set[str]) -> str:
    return ", ".join(sorted(codes)) or "none"
