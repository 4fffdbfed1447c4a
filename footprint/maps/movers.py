"""Movers: who leaves the part of a divided footprint that goes on, in words to read out."""

from __future__ import annotations

from collections.abc import Collection

from footprint.plans.comparison import Comparison
from footprint.plans.places import Place, area_words

Kinds = Collection[Collection[Place]]


def about(people: int) -> str:
    """Return a number of people as it is said, in millions from a million on."""
    return f"{people / 1e6:.1f} million" if people >= 1_000_000 else f"{people:,}"


def moved(comparison: Comparison) -> frozenset[str]:
    """The blocks that move."""
    rows = comparison.changes
    return frozenset(rows.index[rows["how"] == "moves"])


def they_move(
    comparison: Comparison, blocks: Collection[str], kinds: Kinds, doing: str = "move"
) -> str:
    """Say how many people of some blocks move, of where the most of them are, and from and to what.

    `doing` is what they do; it ends in a comma where “from” does not follow from it.
    """
    rows = comparison.changes[comparison.changes.index.isin(blocks)]
    largest = rows.groupby(["came_from", "goes_to"])["residents"].sum().sort_values()
    (came_from, goes_to), most = largest.index[-1], int(largest.iloc[-1])
    before, after = comparison.before.by_id[came_from], comparison.after.by_id[goes_to]
    among = (rows["came_from"] == came_from) & (rows["goes_to"] == goes_to)
    of = f" of {named}" if (named := area_words(rows.index[among], kinds)) else ""
    the = "the " if named else ""
    if len(largest) == 1:
        people = f"{the}{about(most)} people{of} {doing}"
    else:
        comma = "," if named else ""
        everybody = about(int(rows["residents"].sum()))
        doing = doing.removesuffix(",")
        people = f"{everybody} people {doing}, the most of them {the}{about(most)}{of}{comma}"
    return f"{people} from {before.name} to {after.name}"


def told_once(bodies: Comparison, teams: Comparison, kinds: Kinds) -> str:
    """Say of everybody who moves in either layer, once each, whether it is in both or in one."""
    by_body, by_team = moved(bodies), moved(teams)
    everybody = int(bodies.residents[list(by_body | by_team)].sum())
    groups = (
        (bodies, by_body & by_team, "body and team", ""),
        (teams, by_team - by_body, "team only", _joining(bodies, by_team - by_body, "body")),
        (bodies, by_body - by_team, "body only", _joining(teams, by_body - by_team, "team")),
    )
    told = [
        they_move(one, blocks, kinds, f"change {what},") + besides
        for one, blocks, what, besides in groups
        if blocks
    ]
    return f"In all {about(everybody)} people move: {'; '.join(told)}."


def _joining(other: Comparison, blocks: Collection[str], what: str) -> str:
    """What becomes of those who move in one layer, in the other, where they all join others."""
    ways = set(other.changes.loc[list(blocks), "how"])
    return f", while their {what} joins others whole" if ways == {"joins"} else ""
