"""Councils: whom an ICB works with, which of them are split, and where their people live."""

from __future__ import annotations

import pandas as pd

from footprint.brief.chapter import NOW, bodies_of
from footprint.content.values import Chapter, Column, Table
from footprint.english import listed
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
    said = [_works_with(len(here), len(split))]
    said += [
        split_sentence(tier, now, pieces[pieces["authority"] == one]) for one in split["authority"]
    ]
    said.append(f"Strategic authorities. {_strategic(work, body)}")
    return Chapter("Councils and strategic authorities", tuple(said), _table(work, here))


def _works_with(count: int, split: int) -> str:
    """How many councils it works with, and whether any lies in another ICB as well."""
    if count == 1:
        lies = "which lies in another ICB as well" if split else "and covers all of it"
        return f"It works with one upper-tier council, {lies}."
    parts = {0: "It covers all of each.", 1: "One of them lies in another ICB as well."}
    parted = parts.get(split, f"{split} of them lie in other ICBs as well.")
    return f"It works with {count} upper-tier councils. {parted}"


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
        (names[row.authority], float(row.residents), float(row.share)) for row in here.itertuples()
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
    names = [tier.names[one] for one in here["authority"]]
    others = served["authority"].value_counts()[here["authority"]] - 1
    also = {
        count: [tier.names[one] for one in alike]
        for count, alike in others[others > 0].groupby(others, sort=False).groups.items()
    }
    first = f"{tier.label}: {listed(names)}"
    if [names] == list(also.values()):
        (count,) = also
        return f"{first}, which {_serve(names, count)}."
    told = (f"{listed(some)} {_serve(some, count)}" for count, some in also.items())
    return " ".join(f"{said}." for said in (first, *told))


def _serve(names: list[str], count: int) -> str:
    serve = "also serves" if len(names) == 1 else "each also serve"
    return f"{serve} {'one other ICB' if count == 1 else f'{count} other ICBs'}"
