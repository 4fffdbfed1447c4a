"""Plan files: each plan as rules a reader can check, one footprint after another."""

import re

import pandas as pd

from geo.citations import cited_rows
from geo.inputs import Inputs
from geo.joins import JoinError, check_codes
from geo.tables import icbs

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
    table = table.merge(sources, on="source_id", how="left", validate="many_to_one")
    table = pd.concat([table.drop(columns="source_id"), _asked_of_mergers(inputs)])
    return table.sort_values(["criterion", "quote"], ignore_index=True)


def _asked_of_mergers(inputs: Inputs) -> pd.DataFrame:
    """The least population that one letter asks of merged ICBs, where its words are given."""
    table = inputs.table("arrangements_evidence")
    words = table["claim"].str.extract(r'"(?P<quote>[^"]*at least (?P<millions>[\d.]+) million)"')
    given = words["quote"].notna()
    table, words = table[given], words[given]
    read = table["source_title"] + ", " + table["page"] + ", where the letter is reproduced"
    return pd.DataFrame({
        "criterion": "minimum population of merged ICBs (" + table["topic"] + ")",
        "threshold": (words["millions"].astype(float) * 1e6).astype(int).astype(str),
        "unit": "people", "quote": words["quote"],
        "source": read + " (" + table["quality"] + ")", "publisher": table["publisher"],
        "date": table["date_true"], "url": table["source_address"],
    })  # fmt: skip


REORGANISATION = [
    "area", "new_unitary", "constituent_names", "lad_codes", "decision", "decision_date",
    "status", "vesting_date", "vesting_date_as_decided", "as_of", "quality", "source",
]  # fmt: skip


def reorganisation(inputs: Inputs) -> pd.DataFrame:
    """New councils, what was decided, and where each stands since the programme was paused.

    One weak source alone says which decisions were withdrawn, so of none is it said here.
    """
    table = inputs.table("reorganisation")
    told = table["decision"] + table["current_status"]
    named = table["area"].str.contains("programme") & told.str.contains("(?i)withdrawn")
    table = table[~named]
    table = table.assign(source=cited_rows(table), as_of=table["date_true"])
    table["status"] = table["current_status"].map(_standing)
    table["lad_codes"] = table["lad_codes"].str.replace("; ", ";")
    going_ahead = table["status"].str.startswith("going ahead")
    table["vesting_date_as_decided"] = table["vesting_date_in_decision"]
    table["vesting_date"] = table["vesting_date_in_decision"].where(going_ahead, "")
    return table[REORGANISATION].sort_values(["area", "new_unitary"], ignore_index=True)


def _standing(said: str) -> str:
    """Where a decision stands: paused since a day, however the pause of it is put."""
    day = re.search(r"(?:withdrawn|paused) (\d+ \w+ \d{4})", said, re.IGNORECASE)
    return f"paused on {day[1]}" if day else said
