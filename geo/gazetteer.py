"""The gazetteer: what people call places, each with the blocks it lies in."""

import pandas as pd

from geo.inputs import Inputs
from geo.joins import check_codes

PLACES = ["name", "kind", "block", "share", "size"]
ALIASES = ["name", "kind", "codes"]
FORMER = ["code", "name", "kind", "block", "share", "begun", "ended"]

LEAST_SHARE = 0.01
"""Below this a share is one or two postcodes along a generalised edge, and no place to offer."""

_DISTRICTS = ("abolished district", "same district, old code")
# The one district that was made after 2009 and abolished again; no list of those that ended says.
_BEGUN = {"E07000246": "2019-04-01"}
_PLACE_KINDS = {"settlement": "town or village", "part of settlement": "suburb"}
_SITE_KINDS = {"head office": "NHS trust", "site (2018 list)": "hospital or clinic"}
_ALIAS_KINDS = {
    "icb": "ICB",
    "icb (STP name 2021)": "ICB",
    "icb_2026": "ICB of 2026",
    "sicbl": "sub-ICB location",
    "sicbl (CCG name 2021)": "sub-ICB location",
    "sicbl (ODS code)": "sub-ICB location",
    "council name": "council",
    "everyday name": "council",
    "former council name": "former council",
    "county council": "county council",
    "ceremonial county": "county",
    "county 1974-1996": "county",
    "strategic authority": "strategic authority",
    "region": "region",
}


def places(inputs: Inputs, blocks: pd.DataFrame) -> pd.DataFrame:
    """Every place with the share of it that lies in each block, largest share first.

    A town or hospital is one point, all of it in one block. Of a postcode district the share is of
    its live postcodes, of a former district of the postcodes it had in 2014, and of a former county
    council of its residents. `size` says how built-up it is round there, to put the well-known
    place of a name first; it counts postcodes and no people.
    """
    table = pd.concat([_settled(inputs), _outcodes(inputs), _sites(inputs), _former(inputs)])
    check_codes(set(table["block"]) - set(blocks["block"]), [], what="blocks of the gazetteer")
    table["share"] = table["share"].astype(float)
    table = table[table["share"] >= LEAST_SHARE].drop_duplicates(["name", "kind", "block"])
    order = ["kind", "name", "share", "block"]
    return table.sort_values(order, ascending=[True, True, False, True])[PLACES]


def aliases(inputs: Inputs) -> pd.DataFrame:
    """Every other name of an ICB, council, county or region, with the codes of what it names."""
    table = inputs.table("place_aliases")
    check_codes(set(table["kind"]), _ALIAS_KINDS, what="kinds of aliases")
    table = table.assign(kind=table["kind"].map(_ALIAS_KINDS)).rename(
        columns={"alias": "name", "target": "codes"}
    )
    known = set(_former(inputs)["name"].str.casefold())
    told_better = (table["kind"] == "former council") & table["name"].str.casefold().isin(known)
    # "essex county" and "Southend UA" are how a database says it, and nobody else.
    unsaid = table["name"].str.islower() | table["name"].str.endswith(" UA")
    table = table[~told_better & ~unsaid].drop_duplicates(ALIASES)
    return table.sort_values(["kind", "name", "codes"], ignore_index=True)[ALIASES]


def former_districts(inputs: Inputs, blocks: pd.DataFrame) -> pd.DataFrame:
    """Every superseded district code or name, with the share of it that lies in each block."""
    table = inputs.table("former_districts")
    table = table[table["kind"].isin(_DISTRICTS)]
    table = table.assign(
        code=table["former_code"],
        name=table["former_name"],
        block=table["lad25"] + "-" + table["sicbl"],
        share=table["share"].astype(float),
        begun=table["former_code"].map(_BEGUN).fillna(""),
    )
    check_codes(set(table["block"]) - set(blocks["block"]), [], what="blocks of former districts")
    table = table[table["share"] >= LEAST_SHARE]
    return table.sort_values(["code", "name", "block"], ignore_index=True)[FORMER]


def _settled(inputs: Inputs) -> pd.DataFrame:
    table = inputs.table("place_points")
    table["kind"] = table["kind"].replace(_PLACE_KINDS)
    return _blocked(table.assign(share="1"))


def _outcodes(inputs: Inputs) -> pd.DataFrame:
    table = inputs.table("place_outcodes").rename(columns={"outcode": "name"})
    return _blocked(table.assign(kind="postcode district", size=table["postcodes"]))


def _sites(inputs: Inputs) -> pd.DataFrame:
    table = inputs.table("trust_directory")
    office = table["kind"] == "head office"
    table["name"] = table["site_name"].where(~office, table["provider_name"])
    table["kind"] = table["kind"].map(_SITE_KINDS)
    return _blocked(table.assign(share="1", size="0"))


def _former(inputs: Inputs) -> pd.DataFrame:
    """Former districts and county councils, under each of the names they went by."""
    table = inputs.table("former_districts")
    table = table[table["kind"] != "same district, old code"]
    called = _names_of(table["former_name"].unique(), inputs.table("place_aliases"))
    table = table.merge(called, on="former_name")
    return _blocked(table.rename(columns={"lad25": "lad"}).assign(kind="former council", size="0"))


def _names_of(districts: list[str], named: pd.DataFrame) -> pd.DataFrame:
    """Each former district with its own name and those of its council."""
    councils = named.loc[named["kind"] == "former council name", "alias"]
    councils = councils[~councils.str.islower() & ~councils.str.endswith(" UA")]
    rows = [(name, name) for name in districts]
    rows += [(name, alias) for name in districts for alias in councils if _of(alias, name)]
    return pd.DataFrame(rows, columns=["former_name", "name"]).drop_duplicates()


def _of(council: str, district: str) -> bool:
    rest = council.casefold().replace(district.casefold(), "").split()
    councils = {"council", "borough", "district", "city", "county", "ua", "of"}
    return district.casefold() in council.casefold() and set(rest) <= councils


def _blocked(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(block=table["lad"] + "-" + table["sicbl"])[PLACES]
