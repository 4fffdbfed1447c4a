"""Movers: how few people must move, in words while it is searched and after, and who they are."""

from __future__ import annotations

import pandas as pd

from footprint.content.values import Column, Table
from footprint.english import people
from footprint.facts.atlas import Atlas
from footprint.measures.catalogue import BY_KEY
from footprint.optimum.answer import Answer, sentences
from footprint.optimum.turns import Progress
from footprint.plans.tiers import Tier

JOINING = (
    "Whoever ends in another footprint counts as moving, also where a whole footprint joins "
    "another; Compare says which is which."
)


def sentence(answer: Answer) -> str:
    """What was found, in a sentence that can be repeated."""
    if answer.state == "impossible":
        return "No plan meets all of this, however many people move; that is proved."
    least = f"no plan can do with fewer than {answer.bound or 0:,}"
    if answer.state == "unknown":
        return f"No plan was found in {answer.seconds:.0f} seconds, and {least}."
    moved = answer.value or 0
    if answer.state == "found":
        return f"The best plan found moves {people(moved)}, and {least}."
    if not moved:
        return "Nobody would have to move: the plan meets all of this as it is."
    return f"{people(moved)} would have to move; no plan does it with fewer."


def notes(atlas: Atlas, answer: Answer) -> tuple[str, ...]:
    """What was asked and how sure the answer is, a sentence each."""
    return tuple(sentences(atlas, answer)[1:])


def how_far(progress: Progress) -> str:
    """How far a search is, in one sentence."""
    least = f"no plan can do with fewer than {progress.bound:,}"
    best = "No plan is found yet" if progress.best is None else _best(progress.best)
    said = f"{best}; {least}."
    return f"{progress.part}: {said[0].lower()}{said[1:]}" if progress.part else said


def _best(moved: int) -> str:
    return f"The best found so far moves {people(moved)}"


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
