"""Trusts: the acute trusts there are today, where their hospitals stand, and for whom."""

from pathlib import Path

import pandas as pd

from geo.citations import cited_rows
from geo.inputs import Inputs
from geo.joins import JoinError, check_codes

ICB_RECODED = {"E54000052": "E54000063", "E54000053": "E54000064"}
"""Surrey Heartlands and Sussex: ONS codes of July 2022 and of April 2023."""

DIRECTORY = (
    "NHS trusts and their head offices (NHS England, Organisation Data Service, 2026-06-30); "
    "NHS Choices directory of hospitals (NHS, 2018-09-23); "
    "Code-Point Open (Ordnance Survey, 2025-10-20)"
)
JUDGED = "a main hospital in another ICB, or another part of a divided one, by our judgement: "
COLUMNS = ["trust", "name", "site", "block", "placed_by", "quality", "note", "source"]


def trusts(inputs: Inputs) -> pd.DataFrame:
    """The share of each acute trust's patients that live in each ICB, and the trust today."""
    table = inputs.table("trust_catchments").set_axis(["trust", "icb", "share"], axis=1)
    codes = inputs.table("icbs_2023").set_index("icb_ons")["icb_ods"]
    table["icb"] = table["icb"].replace(ICB_RECODED)
    check_codes(table["icb"], codes.index, what="ICBs of trust catchments")
    table["icb"] = table["icb"].map(codes)
    table["share"] = table["share"].astype(float).round(6)
    table.insert(1, "today", table["trust"].replace(_taken_in(inputs)))
    return table.sort_values(["trust", "icb"], ignore_index=True)


def trust_sites(inputs: Inputs, blocks: pd.DataFrame) -> pd.DataFrame:
    """The main hospitals of each acute trust there is today, and the block each stands in.

    Those looked up one by one stand as found. The rest are where the head office is, at one of
    the trust's hospitals for nearly all, and where geo/main_hospitals.csv adds one.
    """
    acute = set(trusts(inputs)["today"])
    directory = _directory(inputs, blocks)
    names = directory[directory["kind"] == "head office"].set_index("provider")["provider_name"]
    check_codes(acute - set(names.index), [], what="acute trusts without a head office")
    found = _looked_up(inputs, directory, blocks, acute)
    office = _head_offices(directory, acute - set(found["trust"]))
    table = pd.concat([found, office, _added(directory)], ignore_index=True)
    called = names.to_dict() | _renamed(inputs)
    table["name"] = table["trust"].map(called)
    return table[COLUMNS].sort_values(["trust", "block", "site"], ignore_index=True)


def _taken_in(inputs: Inputs) -> dict[str, str]:
    """The trust that each trust of 2022 has come to be part of."""
    said = inputs.table("trust_fixes")["proposed_footprint"]
    pairs = said.str.extract(r"^Fold (\w{3}) into (\w{3})").dropna()
    return dict(pairs.itertuples(index=False, name=None))


def _renamed(inputs: Inputs) -> dict[str, str]:
    """Today's name of each trust that merged."""
    table = inputs.table("trust_fixes")
    table = table[table["fix"] == "merger since 2022"]
    return dict(zip(table["trust"], table["name"].str.partition(" (")[0], strict=True))


def _directory(inputs: Inputs, blocks: pd.DataFrame) -> pd.DataFrame:
    """Head offices and hospitals of trusts, each with its block."""
    table = inputs.table("trust_directory").rename(columns={"site_name": "site"})
    table["block"] = table["lad"] + "-" + table["sicbl"]
    check_codes(set(table["block"]) - set(blocks["block"]), [], what="blocks of hospitals")
    return table


def _looked_up(
    inputs: Inputs, directory: pd.DataFrame, blocks: pd.DataFrame, acute: set[str]
) -> pd.DataFrame:
    """The main sites that were looked up one by one, clinics left out."""
    table = inputs.table("trust_fixes")
    table["source"] = cited_rows(table)
    table = table[table["trust"].isin(acute) & (table["site_lad"] != "")]
    rows = [
        {"trust": row.trust, "site": site, "lad": lad, "quality": row.quality, "source": row.source}
        for row in table.itertuples()
        for site, lad in _pairs(row.main_site, row.site_lad)
        if not site.startswith("clinic")
    ]
    found = pd.DataFrame(rows)
    found["block"] = [
        _block_of(trust, lad, directory, blocks)
        for trust, lad in zip(found["trust"], found["lad"], strict=True)
    ]
    return found.drop(columns="lad").assign(placed_by="site", note="")


def _pairs(sites: str, lads: str) -> list[tuple[str, str]]:
    named, codes = sites.split("; "), lads.split(";")
    # Several sites of one district are one place.
    return list(zip(named, codes, strict=True)) if len(named) == len(codes) else [(sites, lads)]


def _block_of(trust: str, lad: str, directory: pd.DataFrame, blocks: pd.DataFrame) -> str:
    """The block a trust's site in a district stands in."""
    here = blocks.loc[blocks["lad"] == lad, "block"]
    if len(here) > 1:
        mine = (directory["provider"] == trust) & (directory["lad"] == lad)
        here = directory.loc[mine, "block"].drop_duplicates()
    if len(here) != 1:
        raise JoinError(f"The site of {trust} in {lad} could stand in {len(here)} blocks.")
    return here.iloc[0]


def _head_offices(directory: pd.DataFrame, acute: set[str]) -> pd.DataFrame:
    """Where the head office of each trust is, with its hospitals that stand there."""
    office = directory["kind"] == "head office"
    hospitals = directory[~office].sort_values("site").groupby(["provider", "postcode"])["site"]
    hospitals = hospitals.agg("; ".join).reset_index()
    table = directory[office & directory["provider"].isin(acute)].drop(columns="site")
    table = table.merge(hospitals, on=["provider", "postcode"], how="left", validate="one_to_one")
    table["placed_by"] = table["site"].notna().map({True: "site", False: "head office"})
    table["site"] = table["site"].fillna("Head office, " + table["postcode"])
    table = table.rename(columns={"provider": "trust"})[["trust", "site", "block", "placed_by"]]
    return table.assign(quality="first-hand", note="", source=DIRECTORY)


def _added(directory: pd.DataFrame) -> pd.DataFrame:
    """The hospitals that count as main ones besides: placed by the directory, chosen by hand."""
    path = Path(__file__).with_name("main_hospitals.csv")
    chosen = pd.read_csv(path, dtype="str", keep_default_na=False)
    known = directory.rename(columns={"provider": "trust"})[["trust", "site", "block"]]
    known = known[known["trust"].isin(chosen["trust"])]
    table = chosen.merge(known, on=["trust", "site"], how="left", validate="one_to_one")
    check_codes(table.loc[table["block"].isna(), "site"], [], what="hospitals of the directory")
    table["note"] = JUDGED + table["why"]
    return table.drop(columns="why").assign(placed_by="site", quality="inferred", source=DIRECTORY)
