"""Tables: the blocks, their borders, and the areas they belong to."""

import numpy as np
import pandas as pd

from geo.inputs import Inputs
from geo.joins import check_codes, join_exactly
from geo.strategic import members

RECODED = {"E08000016": "E08000038", "E08000019": "E08000039"}
"""Barnsley and Sheffield: codes before and since May 2025."""

BLOCK_COLUMNS = [
    "block", "lad", "sicbl", "sicbl_name", "icb", "icb_2026", "region", "nhs_region",
    "residents_2024", "residents_2022", "area_km2", "perimeter_km", "lsoas", "imd_score",
    "residents_most_deprived_tenth",
]  # fmt: skip


def current_codes(codes: pd.Series) -> pd.Series:
    """The same authority codes, in those of May 2025."""
    return codes.replace(RECODED)


def small_areas(inputs: Inputs) -> pd.DataFrame:
    """One row per 2021 LSOA: its block, areas, mid-2022 residents and deprivation."""
    lookup = inputs.table("small_area_lookup").rename(columns={"LSOA21CD": "lsoa"})
    residents = inputs.table("small_area_residents").set_axis(["lsoa", "residents_2022"], axis=1)
    residents = residents[residents["lsoa"].str.startswith("E")].astype({"residents_2022": int})
    poor = inputs.table("small_area_deprivation").rename(columns={"lsoa21_code": "lsoa"})
    poor = poor[["lsoa", "region24_name", "IMD_score", "IMD_decile"]]
    poor = poor.astype({"IMD_score": float, "IMD_decile": float})
    table = join_exactly(lookup, residents, on="lsoa", what="residents of LSOAs")
    table = join_exactly(table, poor, on="lsoa", what="deprivation of LSOAs")
    table["block"] = table["LAD25CD"] + "-" + table["SICBL24CD"]
    return table.sort_values("lsoa", ignore_index=True)


def blocks(areas: pd.DataFrame, district_residents: pd.Series, sizes: pd.DataFrame) -> pd.DataFrame:
    """The 327 blocks with the areas they lie in, their residents, size and deprivation."""
    table = _one_row_each(areas)
    table = join_exactly(table, _counts(areas), on="block", what="counts of blocks")
    table = join_exactly(table, sizes, on="block", what="sizes of blocks")
    table["residents_2024"] = apportion(district_residents, table)
    return table[BLOCK_COLUMNS].sort_values("block", ignore_index=True)


def _one_row_each(areas: pd.DataFrame) -> pd.DataFrame:
    names = {
        "block": "block", "LAD25CD": "lad", "SICBL24CD": "sicbl", "SICBL24NM": "sicbl_name",
        "ICB23CDH": "icb", "ICB26CD": "icb_2026", "region24_name": "region",
        "NHSER24NM": "nhs_region",
    }  # fmt: skip
    table = areas[list(names)].drop_duplicates().set_axis(list(names.values()), axis=1)
    repeated = table.loc[table["block"].duplicated(), "block"]
    check_codes(repeated, [], what="blocks that lie in two areas of one kind")
    return table


def _counts(areas: pd.DataFrame) -> pd.DataFrame:
    people, score = areas["residents_2022"], areas["IMD_score"]
    worst = people.where(areas["IMD_decile"] == 1, 0)
    columns = {
        "residents_2022": people, "lsoas": people.notna().astype(int),
        "weighted": people * score, "residents_most_deprived_tenth": worst,
    }  # fmt: skip
    table = pd.DataFrame(columns).groupby(areas["block"]).sum().reset_index()
    table["imd_score"] = (table["weighted"] / table["residents_2022"]).round(3)
    return table.drop(columns="weighted")


def district_residents(inputs: Inputs) -> pd.Series:
    """ONS mid-2024 residents by district, indexed by the LAD codes of May 2025."""
    table = inputs.table("district_residents")
    codes, people = current_codes(table["Code"]), table["All ages"].str.replace(",", "")
    districts = codes.str.match("E0[6789]")
    return pd.Series(people[districts].astype(int).to_numpy(), index=codes[districts], name="lad")


def apportion(totals: pd.Series, table: pd.DataFrame) -> pd.Series:
    """Each district's mid-2024 residents apportioned to its blocks by those of mid-2022.

    Whole people, by the largest remainder, so every district's total is exact.
    """
    check_codes(table["lad"], totals.index, what="residents of districts")
    in_district = table.groupby("lad")["residents_2022"].transform("sum")
    exact = table["lad"].map(totals) * table["residents_2022"] / in_district
    whole = np.floor(exact).astype(int)
    spare = table["lad"].map(totals) - whole.groupby(table["lad"]).transform("sum")
    order = (exact - whole).groupby(table["lad"]).rank(ascending=False, method="first")
    return whole + (order <= spare)


def authorities(inputs: Inputs, areas: pd.DataFrame) -> pd.DataFrame:
    """The 296 districts with their upper tier, strategic authority, county and region."""
    names = {"LAD25CD": "lad", "LAD25NM": "lad_name", "region24_name": "region"}
    table = areas[list(names)].drop_duplicates().rename(columns=names)
    upper = inputs.table("county_lookup")[["LTLA23CD", "UTLA23CD", "UTLA23NM"]]
    upper = upper.set_axis(["lad", "utla", "utla_name"], axis=1).apply(current_codes)
    upper = upper[upper["lad"].str.startswith("E")]
    table = join_exactly(table, upper, on="lad", what="upper tier of districts")
    table["strategic_authority"] = table["lad"].map(members(inputs)).fillna("")
    table["county"] = table["utla_name"].where(table["utla"].str.startswith("E10"), "")
    columns = ["lad", "lad_name", "utla", "utla_name", "strategic_authority", "county", "region"]
    return table[columns].sort_values("lad", ignore_index=True)


def icbs(inputs: Inputs) -> pd.DataFrame:
    """Every ICB by its ONS code, with the dates it is in force.

    A code that only exists since April 2026 names its predecessors by their ODS codes.
    """
    old, new = inputs.table("icbs_2023"), inputs.table("icbs_2026")
    table = pd.concat([old, new]).drop_duplicates("icb_ons")
    fresh = ~table["icb_ons"].isin(old["icb_ons"])
    kept = table["icb_ons"].isin(new["icb_ons"])
    result = pd.DataFrame({
        "icb_ons": table["icb_ons"], "icb": table["icb_ods"], "name": table["name"],
        "short_name": short_name(table["name"]), "abbreviation": table["short_name"],
        "nhs_region": table["region"],
        "in_force_from": np.where(fresh, "2026-04-01", "2023-04-01"),
        "in_force_to": np.where(kept, "", "2026-03-31"),
        "predecessors": table["predecessor_icb_ods"].where(fresh, ""),
    })  # fmt: skip
    return result.sort_values("icb_ons", ignore_index=True)


def short_name(names: pd.Series) -> pd.Series:
    """Official names without "NHS" before and "Integrated Care Board" after."""
    return names.str.removeprefix("NHS ").str.removesuffix(" Integrated Care Board")
