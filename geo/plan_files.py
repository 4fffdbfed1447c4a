"""Plan files: each plan as rules a reader can check, one footprint after another."""

import re

import pandas as pd

from geo.citations import cited_rows
from geo.inputs import Inputs
from geo.joins import JoinError, check_codes, join_exactly
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


IN_FORCE = "in-force-2026-10"
_BEFORE_THE_LAW = ("proposed-2025-05", "agreed-2025-09")
"""Plans about leadership teams made while the 42 ICBs of 2023 were the law."""

NEW_TEAMS = {"SEL-SWL": ("sl", "South East and South West London")}
"""Clusters formed since September 2025, as their ids and names in other plans."""

COLUMNS = ["icb", "lad", "body", "body_name", "team", "team_name"]


def rules(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """For each plan the rows icb, lad, body, body_name, team and team_name.

    An empty lad means the rest of the ICB; the pieces of a district are told apart by the
    ICB they lie in. A cluster leaves the bodies of 2023 as they are; what was published as a
    merger, or as an ICB on its own, is a body and its own team. Since April 2026 teams are
    those of September 2025, and in October 2026 those of the ICBs' own papers.
    """
    one_layer = _footprints(inputs)
    names = _icb_names(inputs)
    plans = {key: _two_layers(key, plan, names) for key, plan in one_layer.items()}
    law, agreed = plans["merged-2026-04"], plans["agreed-2025-09"]
    plans["merged-2026-04"] = _with_teams(law, agreed)
    plans[IN_FORCE] = _in_force(plans["merged-2026-04"], inputs)
    plans["planned-2027-04"] = _with_teams(plans["planned-2027-04"], plans[IN_FORCE])
    return {key: plan.sort_values(["body", "icb", "lad"])[COLUMNS] for key, plan in plans.items()}


def _footprints(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """The rows icb, lad, footprint, name and kind of each plan as it was published."""
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


def _two_layers(key: str, plan: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    kept = (plan["kind"] == "cluster") | (key in _BEFORE_THE_LAW)
    return plan.assign(
        body=plan["footprint"].mask(kept, plan["icb"]),
        body_name=plan["name"].mask(kept, plan["icb"].map(names)),
        team=plan["footprint"],
        team_name=plan["name"],
    )


def _with_teams(plan: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """A plan with the teams of another whose rows are about the same pieces."""
    teams = other.assign(piece=_piece(other))[["piece", "team", "team_name"]]
    bodies = plan.drop(columns=["team", "team_name"]).assign(piece=_piece(plan))
    return join_exactly(bodies, teams, on="piece", what="teams of a plan").drop(columns="piece")


def _piece(plan: pd.DataFrame) -> pd.Series:
    return plan["icb"] + "-" + plan["lad"]


def _in_force(law: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """The bodies of April 2026 under the teams that their own papers of 2026 show."""
    table = inputs.table("arrangements_2026")
    clusters = table.set_index("icb_ods")["cluster_id"]
    check_codes(set(law["body"]) ^ set(clusters.index), [], what="ICBs of the arrangements of 2026")
    cluster = law["body"].map(clusters)
    formed = cluster.isin(NEW_TEAMS)
    plan = law.assign(
        team=law["team"].mask(formed, cluster.map(lambda one: NEW_TEAMS.get(one, ("", ""))[0])),
        team_name=law["team_name"].mask(
            formed, cluster.map(lambda one: NEW_TEAMS.get(one, ("", ""))[1])
        ),
    )
    ours = plan.groupby("team")["body"].agg(lambda some: frozenset(some))
    theirs = law["body"].groupby(cluster.mask(cluster == "", law["body"])).agg(frozenset)
    if set(ours) != set(theirs):
        odd = sorted(map(sorted, set(ours) ^ set(theirs)))
        raise JoinError(f"Teams of 2026 differ from the clusters their papers name: {odd}.")
    return plan


def _icb_names(inputs: Inputs) -> pd.Series:
    return icbs(inputs).drop_duplicates("icb").set_index("icb")["short_name"]


def _names(table: pd.DataFrame, inputs: Inputs) -> pd.Series:
    official = _icb_names(inputs)
    plain = table["footprint_name"].str.removeprefix("NHS ").str.removesuffix(" ICB")
    plain = plain.replace(PLAIN_NAMES)
    alone = (table["kind"] == "icb") & table["footprint_id"].isin(official.index)
    return plain.where(~alone, table["footprint_id"].map(official))


ASKED = {
    "applied; objected to": "objected to", "applied": "applied for", "proposed": "proposed",
    "objected to change": "asked to stay", "undecided": "undecided",
    "unclear": "nothing said", "no merger planned": "nothing said",
}  # fmt: skip
"""What is asked for April 2027, by how the words of the arrangements of 2026 begin."""


_SOUTH_LONDON = (
    "do not state a merger, but a public file that copies an NHS England list of 17 April 2026 "
    "has “Cluster awaiting Apr 2027 formal merger”."
)
ASKED_IN_FULL = {
    "bnssgg":
        "take it as a working assumption that the two ICBs merge into one from April 2027.",
    "bsbc":
        "say that the ICBs of Birmingham and Solihull, and of the Black Country, would merge with "
        "each other, and leave open whether Coventry (now in Coventry and Warwickshire) joins "
        "them, to match the West Midlands Combined Authority.",
    "bswsd":
        "say that the three ICBs would merge fully in April 2027, and that Bath and North East "
        "Somerset “may move to BNSSG” (Bristol, North Somerset and South Gloucestershire).",
    "cwhw":
        "recommend that the two ICBs merge on their existing footprint in April 2027, with what "
        "they count as about 1.9 million residents.",
    "dcios": "say that the two ICBs would merge on 1 April 2027.",
    "dln":
        "say that the three ICBs are preparing to merge, and an annex of NHS England in them says "
        "“ICB merger from April 2027”.",
    "lnr": "say that the two ICBs were told to become one merged ICB by 1 April 2027.",
    "sst":
        "say that the two ICBs would merge fully by April 2027, on the footprint of their cluster.",
    "QE1":
        "say that the ICB “has not received any formal confirmation” on future boundaries, "
        "including North Cumbria.",
    "QHM":
        "say that the ICB supports keeping its present footprint, and tell of “mixed views” on "
        "North Cumbria.",
    "QKK": _SOUTH_LONDON,
    "QOP":
        "name no merger, and say that the new chair is to double as Greater Manchester Health "
        "Commissioner (the constitution has been changed).",
    "QOQ": "say that the ICB’s formal response recommended no change to boundaries.",
    "QWE": _SOUTH_LONDON,
    "QWO": "say that Craven could move to Humber and North Yorkshire ICB.",
}  # fmt: skip
"""What the notes of the arrangements of 2026 say, as a sentence that board papers begin."""

SAID_NOTHING = "Nothing said about merging"


def asked(inputs: Inputs, planned: pd.DataFrame) -> pd.DataFrame:
    """What is asked for April 2027, for each body of that plan: how firm, in what words, who says.

    The ICBs that would become one body must say the same of it.
    """
    table = inputs.table("arrangements_2026").rename(columns={"icb_ods": "icb"})
    body_of = planned.drop_duplicates("icb").set_index("icb")["body"]
    table["body"] = table["icb"].map(body_of).fillna(table["icb"])
    begins = table["april_2027_status"].map(_asked_status)
    check_codes(set(table.loc[begins == "", "icb"]), [], what="statuses asked for April 2027")
    result = pd.DataFrame({
        "body": table["body"], "status": begins, "said": table["april_2027"],
        "status_note": table["april_2027_status"], "as_of": table["date_true"],
        "source": table["source_title"] + " (" + table["publisher"] + ")",
        "quality": table["quality"],
    })  # fmt: skip
    result = result.drop_duplicates(["body", "status", "said", "status_note"])
    check_codes(result.loc[result.duplicated("body"), "body"], [], what="bodies asked two things")
    check_codes(set(result["body"]) ^ set(planned["body"]), [], what="bodies of April 2027")
    noted = result.loc[~result["said"].str.startswith(SAID_NOTHING), "body"]
    check_codes(set(noted) ^ set(ASKED_IN_FULL), [], what="bodies whose notes are told in full")
    result.insert(3, "sentence", result["body"].map(ASKED_IN_FULL).fillna(""))
    return result.sort_values("body", ignore_index=True)


def _asked_status(words: str) -> str:
    return next((status for begins, status in ASKED.items() if words.startswith(begins)), "")


def check_rules(plan: pd.DataFrame, blocks: pd.DataFrame, *, key: str) -> None:
    """Refuse a plan that names an unknown piece or puts one block in two footprints."""
    pieces = set(zip(blocks["icb"], blocks["lad"], strict=True))
    named = set(zip(plan["icb"], plan["lad"], strict=True))
    unknown = {f"{icb}-{lad}" for icb, lad in named if lad and (icb, lad) not in pieces}
    check_codes(unknown, [], what=f"pieces of plan {key}")
    check_codes(set(plan["icb"]) - set(blocks["icb"]), [], what=f"ICBs of plan {key}")
    if plan.duplicated(["icb", "lad"]).any() or plan[["body_name", "team_name"]].isna().any(
        axis=None
    ):
        raise JoinError(f"Plan {key} places a piece twice or leaves a footprint without a name.")


def criteria(inputs: Inputs) -> pd.DataFrame:
    """What an ICB area was asked to be: threshold, words and who said them."""
    table = inputs.table("criteria").rename(columns={"text_quote": "quote"})
    sources = inputs.table("plan_sources").rename(columns={"title": "source"})
    sources = sources[["source_id", "source", "publisher", "date", "url"]]
    check_codes(set(table["source_id"]) - set(sources["source_id"]), [], what="sources of criteria")
    table["quote"] = [_whole(*row) for row in table[["criterion", "quote"]].to_numpy()]
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


def _whole(criterion: str, quote: str) -> str:
    whole = WHOLE_QUOTES.get(criterion, quote)
    if quote not in whole:
        raise JoinError(f"The quotation of “{criterion}” is not part of the whole sentence.")
    return whole


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
