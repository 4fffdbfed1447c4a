"""Plan files: each plan as rules a reader can check, one footprint after another."""

import pandas as pd

from geo.inputs import Inputs
from geo.joins import JoinError, check_codes
from geo.tables import cited, icbs

KINDS = {"standalone": "icb", "cluster": "cluster", "merger": "merger"}

PLAIN_NAMES = {
    "Central East (BLMK, C&P and Hertfordshire)": "Central East",
    "BLMK, Cambridgeshire and Peterborough and Hertfordshire": "Central East",
    "BLMK and Cambridgeshire and Peterborough":
        "Bedfordshire, Luton, Milton Keynes, Cambridgeshire and Peterborough",
    "Greater Essex": "Essex",
    "Greater Essex and Hertfordshire": "Essex and Hertfordshire",
    "Thames Valley (BOB with East Berkshire)": "Thames Valley",
    "Thames Valley (BOB and East Berkshire)": "Thames Valley",
    "BOB with East Berkshire": "Thames Valley",
    "Surrey and Sussex with Surrey Heath and Farnham": "Surrey and Sussex",
    "Hampshire and Isle of Wight with North East Hampshire": "Hampshire and Isle of Wight",
    "Hampshire and the Isle of Wight (with North East Hampshire)": "Hampshire and Isle of Wight",
    "North West and North Central London": "West and North London",
}  # fmt: skip
"""Names in announcements, in the words used on screen: one name for one area."""

WHOLE_QUOTES = {
    "running cost envelope":
        "The £18.76 per head figure will include all ICB running costs and programme pay, but "
        "exclude pharmacy, ophthalmic and dental (POD) services and specialised commissioning "
        "delegation.",
    "target applies at regional aggregate":
        "There will be flexibility at an ICB-level, as some inter-ICB variation may be warranted "
        "and will need to be managed within a region to account for hosted services, however we "
        "expect delivery of the target at an aggregate regional level.",
}  # fmt: skip
"""Sentences that the list of criteria cuts short, whole as they were published."""


def rules(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """For each plan the rows icb, lad, footprint, name, kind.

    An empty lad means the rest of the ICB; the pieces of a district are told apart by the
    ICB they lie in.
    """
    table = inputs.table("arrangements")
    table["lad"] = table["area_lad_codes_or_names"].str.replace("(part)", "").str.split(";")
    table["kind"] = table["kind"].map(KINDS)
    table["name"] = _names(table, inputs)
    table = table.explode("lad").rename(
        columns={"member_icb_ods": "icb", "footprint_id": "footprint"}
    )
    columns = ["icb", "lad", "footprint", "name", "kind"]
    plans = table.sort_values(["footprint", "icb", "lad"], kind="stable").groupby("plan_id")
    return {str(key): plan[columns].reset_index(drop=True) for key, plan in plans}


def _names(table: pd.DataFrame, inputs: Inputs) -> pd.Series:
    official = icbs(inputs).drop_duplicates("icb").set_index("icb")["short_name"]
    plain = table["footprint_name"].str.removeprefix("NHS ").str.removesuffix(" ICB")
    plain = plain.replace(PLAIN_NAMES)
    alone = (table["kind"] == "icb") & table["footprint_id"].isin(official.index)
    return plain.where(~alone, table["footprint_id"].map(official))


def check_rules(plan: pd.DataFrame, blocks: pd.DataFrame, *, key: str) -> None:
    """Refuse a plan that names an unknown piece or puts one block in two footprints."""
    pieces = set(zip(blocks["icb"], blocks["lad"], strict=True))
    named = set(zip(plan["icb"], plan["lad"], strict=True))
    unknown = {f"{icb}-{lad}" for icb, lad in named if lad and (icb, lad) not in pieces}
    check_codes(unknown, [], what=f"pieces of plan {key}")
    check_codes(set(plan["icb"]) - set(blocks["icb"]), [], what=f"ICBs of plan {key}")
    if plan.duplicated(["icb", "lad"]).any() or plan["name"].isna().any():
        raise JoinError(f"Plan {key} places a piece twice or leaves a footprint without a name.")


def criteria(inputs: Inputs) -> pd.DataFrame:
    """What an ICB area was asked to be: threshold, words and who said them."""
    table = inputs.table("criteria").rename(columns={"text_quote": "quote"})
    sources = inputs.table("plan_sources").rename(columns={"title": "source"})
    sources = sources[["source_id", "source", "publisher", "date", "url"]]
    check_codes(set(table["source_id"]) - set(sources["source_id"]), [], what="sources of criteria")
    table["quote"] = [_whole(*row) for row in table[["criterion", "quote"]].to_numpy()]
    table = table.merge(sources, on="source_id", how="left", validate="many_to_one")
    return table.drop(columns="source_id").sort_values(["criterion", "quote"], ignore_index=True)


def _whole(criterion: str, quote: str) -> str:
    whole = WHOLE_QUOTES.get(criterion, quote)
    if quote not in whole:
        raise JoinError(f"The quotation of “{criterion}” is not part of the whole sentence.")
    return whole


def reorganisation(inputs: Inputs) -> pd.DataFrame:
    """New unitary councils, decided or proposed, as far as the sources name them."""
    table = inputs.table("reorganisation")
    table["source"] = cited(inputs, table["source_id"])
    table = table.drop(columns="source_id")
    return table.sort_values(["area", "new_unitary"], ignore_index=True)
