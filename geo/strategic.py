"""Strategic authorities: what each is, since when, by which instrument, and who confirms it."""

import pandas as pd

from geo.citations import cited, cited_rows
from geo.inputs import Inputs
from geo.joins import JoinError, check_codes

COLUMNS = {
    "strategic_authority": "strategic_authority", "name": "name", "kind": "kind",
    "status": "status", "status_note": "status_note", "established_date": "established_date",
    "statutory_instrument": "instrument", "next_mayoral_election": "next_mayoral_election",
    "date_true": "as_of", "member_lads": "lads", "quality": "quality",
    "confirmed_by": "confirmed_by", "source": "source",
}  # fmt: skip


def strategic_authorities(inputs: Inputs) -> pd.DataFrame:
    """Strategic authorities with their members: established, in the programme, proposed.

    What the list of 2026 lacks stands as the older list has it.
    """
    now, before = inputs.table("strategic_authorities"), _before(inputs)
    known = now["strategic_authority"].isin(before.index)
    _check_members(now[known], before)
    now["source"], now["confirmed_by"] = cited_rows(now), _confirmed(now, before)
    # Of one that is proposed only the older list says what has happened so far.
    proposed = (now["status"] == "proposed") & known
    now["status_note"] = now["strategic_authority"].where(proposed).map(before["status_note"])
    rest = before[~before.index.isin(now["strategic_authority"])].reset_index()
    table = pd.concat([now, rest])[list(COLUMNS)].rename(columns=COLUMNS).fillna("")
    return table.sort_values("strategic_authority", ignore_index=True)


def members(inputs: Inputs) -> dict[str, str]:
    """The established strategic authority of each district that has one.

    Those the Office for National Statistics has a code for have exactly the members it lists.
    """
    table = strategic_authorities(inputs)
    table = table[table["status"] == "established"]
    found = {
        lad: code
        for code, lads in zip(table["strategic_authority"], table["lads"], strict=True)
        for lad in lads.split(";")
    }
    official = inputs.table("combined_authorities").set_index("LAD25CD")["CAUTH25CD"].to_dict()
    ours = {lad: code for lad, code in found.items() if code.startswith("E47")}
    check_codes(
        map("-".join, ours.items()),
        map("-".join, official.items()),
        what="members of combined authorities",
    )
    return found


def _before(inputs: Inputs) -> pd.DataFrame:
    """The older list in the words of the newer, indexed by id."""
    table = inputs.table("strategic_authorities_before")
    table["source"] = cited(inputs, table["source_id"])
    table["established"] = table["status"].str.startswith("established")
    table = table.rename(columns={
        "sa_id": "strategic_authority", "codes_if_known": "member_lads", "status": "status_note",
        "as_of": "date_true",
    })  # fmt: skip
    # The older list has no column for it; its kind begins with the word where one is proposed.
    table["status"] = table["kind"].str.partition(" ")[0]
    return table.set_index("strategic_authority")


def _check_members(now: pd.DataFrame, before: pd.DataFrame) -> None:
    older = before["member_lads"].reindex(now["strategic_authority"])
    pairs = zip(now["strategic_authority"], now["member_lads"], older, strict=True)
    if differ := [code for code, new, old in pairs if set(new.split(";")) != set(old.split(";"))]:
        raise JoinError(f"The two lists give {', '.join(differ)} different members.")


def _confirmed(now: pd.DataFrame, before: pd.DataFrame) -> list[str]:
    """Who else says of each what the list says: its own second source, and the older list's."""
    older = before.reindex(now["strategic_authority"])
    agrees = (now["status"] == "established").to_numpy() == older["established"].to_numpy()
    sources = older["source"].where(agrees, "").fillna("")
    pairs = zip(now["crosscheck_title"], sources, strict=True)
    return ["; ".join(filter(None, pair)) for pair in pairs]
