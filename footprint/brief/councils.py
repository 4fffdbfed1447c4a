"""Councils: whom an ICB works with, which of them are split, and where their people live."""

from __future__ import annotations

import pandas as pd

from footprint.brief.chapter import NOW, bodies_of
from footprint.content.values import Chapter, Column, Table
from footprint.english import listed, plural
from footprint.facts.guidance import TOLERANCE
from footprint.measures.units import PEOPLE, SHARE
from footprint.plans.fits import fit_sentence
from footprint.plans.splits import split_sentence
from footprint.workspace import authorities
from footprint.workspace.published import REST
from footprint.workspace.workspace import Workspace

_SERVICES = ("ambulance", "police", "fire", "resilience")


def councils(work: Workspace, body: str) -> Chapter:
    """The upper-tier councils and strategic authorities, in people."""
    tier, pieces = work.tiers["utla"], _pieces(work, "utla")
    here = pieces[pieces["footprint"] == body].sort_values("residents", ascending=False)
    here = here[here["share"] > TOLERANCE]
    split = here[here["share"] < 1 - TOLERANCE]
    now = bodies_of(work)
    parted = f", of which {plural(len(split), 'is', 'are')} split"
    said = [
        f"It works with {plural(len(here), 'upper-tier council', 'upper-tier councils')}"
        f"{', each whole inside it' if split.empty else parted}."
    ]
    said += [
        split_sentence(tier, now, pieces[pieces["authority"] == one]) for one in split["authority"]
    ]
    said.append(f"Strategic authorities. {_strategic(work, body)}")
    return Chapter("Councils and strategic authorities", tuple(said), _table(work, here))


def _pieces(work: Workspace, tier: str) -> pd.DataFrame:
    return authorities.overlap(work, NOW, REST, tier)


def _strategic(work: Workspace, body: str) -> str:
    fits = authorities.fits(work, NOW, REST, "sa", TOLERANCE)
    return fit_sentence(fits[body], work.tiers["sa"], bodies_of(work))


def _table(work: Workspace, here: pd.DataFrame) -> Table:
    names = work.tiers["utla"].names
    columns = (
        Column("Upper-tier council"),
        Column("Its people in this ICB, mid-2022", PEOPLE),
        Column("Share of its people", SHARE),
    )
    rows = tuple(
        (names[row.authority], float(row.residents), float(row.share))
        for row in here.itertuples(index=False)
    )
    return Table("Councils this ICB works with", columns, rows)


def services(work: Workspace, body: str) -> Chapter:
    """Ambulance trusts, police, fire and resilience forums, and which serve other ICBs too."""
    return Chapter(
        "Ambulance, police and fire", tuple(_service(work, body, key) for key in _SERVICES)
    )


def _service(work: Workspace, body: str, key: str) -> str:
    tier, pieces = work.tiers[key], _pieces(work, key)
    served = pieces[pieces["share"] > TOLERANCE]
    here = served[served["footprint"] == body].sort_values("residents", ascending=False)
    told = [_named(tier.names[one], served, one) for one in here["authority"]]
    return f"{tier.label}: {listed(told)}."


def _named(name: str, served: pd.DataFrame, authority: str) -> str:
    others = int((served["authority"] == authority).sum()) - 1
    return (
        name if others == 0 else f"{name} (also serves {plural(others, 'other ICB', 'other ICBs')})"
    )
