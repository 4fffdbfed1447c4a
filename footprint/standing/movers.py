"""Movers: how well a plan can serve an aim, in words while it is sought and after; who moves."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from footprint.content.values import Column, Table
from footprint.english import people
from footprint.facts.atlas import Atlas
from footprint.measures.catalogue import BY_KEY
from footprint.optimum.answer import Answer, Progress, sentences
from footprint.optimum.asked import Asked
from footprint.plans.tiers import Tier
from footprint.standing.aims import comes_to

JOINING = (
    "Whoever ends in another footprint counts as moving, also where a whole footprint joins "
    "another; Compare says which is which."
)


def sentence(answer: Answer, tiers: Mapping[str, Tier]) -> str:
    """What was found, in a sentence that can be repeated."""
    asked, value, bound = answer.asked, answer.value or 0, answer.bound or 0
    if answer.state == "impossible":
        return "No plan meets all of this, however many people move; that is proved."
    if answer.state == "unknown":
        return f"No plan was found in {answer.seconds:.0f} seconds, and {_least(bound)}."
    told = comes_to(value, asked.aim, asked.split, tiers)
    if answer.state == "found" and not bound:
        return f"The best plan found {told}; how much better a plan can be is not known."
    if answer.state == "found":
        gap = f"the gap that is left is {value - bound:,}"
        return f"The best plan found {told}, and {_least(bound)}: {gap}."
    if asked.aim != "movers":
        return f"The plan found {told}, which is proved to be the least there can be."
    if not value:
        return "Nobody would have to move: the plan meets all of this as it is."
    return f"{people(value)} would have to move; no plan does it with fewer."


def _least(bound: int) -> str:
    if not bound:
        return "how few there must be is not known"
    return f"no plan can do with fewer than {bound:,}"


def notes(atlas: Atlas, answer: Answer) -> tuple[str, ...]:
    """What was asked and how sure the answer is, a sentence each."""
    return tuple(sentences(atlas, answer)[1:])


def how_far(progress: Progress, asked: Asked, tiers: Mapping[str, Tier]) -> str:
    """How far a search is, in one sentence."""
    best = "No plan is found yet"
    if progress.best is not None:
        told = comes_to(progress.best, asked.aim, asked.split, tiers)
        best = f"The best found so far {told}"
    said = f"{best}; {_least(progress.bound)}."
    return f"{progress.part}: {said[0].lower()}{said[1:]}" if progress.part else said


def table(atlas: Atlas, tier: Tier, answer: Answer) -> Table:
    """Who would move: each authority or part of one, from where, to where, most residents first."""
    rows = _moved(atlas, tier, answer)
    names = {one.id: one.name for one in answer.asked.plan.footprints}
    everybody = atlas.blocks["residents_2024"].groupby(tier.main_of_block).sum()
    told = tuple(
        (
            _place(tier, row.place, whole=row.residents == everybody[row.place]),
            names[row.came_from],
            names[row.goes_to],
            float(row.residents),
        )
        for row in rows.itertuples()
    )
    residents = Column("Residents", BY_KEY["residents"].unit)
    return Table("Who would move", (*map(Column, ("Place", "From", "To")), residents), told)


def _moved(atlas: Atlas, tier: Tier, answer: Answer) -> pd.DataFrame:
    owner = pd.Series(dict(answer.pairs))
    blocks = pd.DataFrame(
        {
            "place": tier.main_of_block.reindex(owner.index),
            "came_from": answer.asked.plan.footprint_of.reindex(owner.index).astype(object),
            "goes_to": owner,
            "residents": atlas.blocks["residents_2024"].reindex(owner.index),
        }
    )
    keys = ["place", "came_from", "goes_to"]
    moved = blocks[blocks["came_from"] != blocks["goes_to"]]
    rows = moved.groupby(keys)["residents"].sum().reset_index()
    return rows.sort_values(["residents", *keys], ascending=[False, True, True, True])


def _place(tier: Tier, code: str, *, whole: bool) -> str:
    return tier.names[code] if whole else f"{tier.names[code]} (part)"
