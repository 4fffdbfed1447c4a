"""Councils: whom an ICB works with, which of them are split, and where their people live."""

from __future__ import annotations

import pandas as pd

from footprint.brief.chapter import NOW, bodies_of
from footprint.brief.standing import place_among, place_of_count
from footprint.content.values import Chapter, Column, Table
from footprint.english import capital, listed, parted, percent, plural
from footprint.facts.guidance import TOLERANCE
from footprint.measures.units import PEOPLE, SHARE
from footprint.plans.fits import Fit, fit_sentence, shared_with
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
    said = [f"{_counted(pieces, body)} {_covers(pieces, len(here), len(split))}"]
    said += [
        split_sentence(tier, now, pieces[pieces["authority"] == one]) for one in split["authority"]
    ]
    said += [f"Strategic authorities. {_strategic(work, body)}", _all_councils(work)]
    return Chapter("Councils and strategic authorities", tuple(said), _table(work, here))


def _counted(pieces: pd.DataFrame, body: str) -> str:
    """With how many councils it works, beside the other ICBs."""
    worked_with = pieces[pieces["share"] > TOLERANCE]["footprint"].value_counts()
    count = int(worked_with[body])
    councils = "one upper-tier council" if count == 1 else f"{count} upper-tier councils"
    place = place_of_count(worked_with, body)
    return f"It works with {councils}: the {place}; the average is {worked_with.mean():.1f}."


def _covers(pieces: pd.DataFrame, count: int, split: int) -> str:
    """Whether it covers all of each, and how many councils of England lie in several ICBs."""
    shares = pieces[pieces["share"] > TOLERANCE].groupby("authority")["share"].max()
    all_split = f"{int((shares < 1 - TOLERANCE).sum())} of England’s {len(shares)}"
    if not split:
        return f"It covers all of {'it' if count == 1 else 'each'}; {all_split} are split."
    if count == 1:
        return f"That lies in another ICB as well; {all_split} are split."
    lie = {1: "One of them lies in another ICB"}.get(split, f"{split} of them lie in other ICBs")
    return f"{lie} as well; {all_split} are split."


def _all_councils(work: Workspace) -> str:
    """What all councils of England come to, to hold the table's against."""
    people = _pieces(work, "utla").groupby("authority")["residents"].sum()
    return (
        f"England’s {len(people)} upper-tier councils had {PEOPLE.text(people.sum())} people in "
        f"mid-2022, {PEOPLE.text(people.mean())} on average."
    )


def _pieces(work: Workspace, tier: str) -> pd.DataFrame:
    return authorities.overlap(work, NOW, REST, tier)


def _strategic(work: Workspace, body: str) -> str:
    fits = authorities.fits(work, NOW, REST, "sa", TOLERANCE)
    fit, tier, now = fits[body], work.tiers["sa"], bodies_of(work)
    parted = not (fit.coterminous or fit.inside) and (fit.own or fit.go_out)
    said = _parts(work, fit) if parted else fit_sentence(fit, tier, now)
    inside, everybody = (
        _pieces(work, tier).groupby("footprint")["residents"].sum() for tier in ("sa", "utla")
    )
    shares = inside.reindex(everybody.index, fill_value=0) / everybody
    whole = percent(inside.sum() / everybody.sum())
    return f"{said} {_living_in_one(shares, body)}; in England {whole} do."


def _parts(work: Workspace, fit: Fit) -> str:
    """The strategic authorities an ICB has a part in, with the people there, and those in none."""
    names, now = work.tiers["sa"].names, bodies_of(work)
    pieces = _pieces(work, "sa")
    here = pieces[pieces["footprint"] == fit.footprint].sort_values("residents", ascending=False)
    everybody = here["residents"].sum() + fit.uncovered
    told = []
    for one, people in zip(here["authority"], here["residents"], strict=True):
        held = pieces[(pieces["authority"] == one) & (pieces["share"] > TOLERANCE)]
        others = held[held["footprint"] != fit.footprint]
        beside = tuple(zip(others["footprint"], others["share"], strict=True))
        shared = f", shared with {shared_with(beside, now)}" if beside else ""
        share = percent(people / everybody)
        whose = "of its people" if not told else "of them"
        told.append(f"{names[one]}{shared}: {PEOPLE.text(people)} {whose} ({share})")
    if fit.uncovered:
        told.append(f"{PEOPLE.text(fit.uncovered)} in none")
    return f"Not coterminous. {'; '.join(told)}."


def _living_in_one(shares: pd.Series, body: str) -> str:
    """The share of an ICB's people who live in a strategic authority, beside the other ICBs."""
    here = shares[body]
    if here in (0, 1):
        alike = plural(int((shares == here).sum()) - 1, "other ICB", "other ICBs")
        return f"{'All' if here else 'None'} of its people live in one, as in {alike}"
    place = place_among(SHARE.shown(shares), body)
    return f"{percent(here)} of its people live in one, the {place}"


def _table(work: Workspace, here: pd.DataFrame) -> Table:
    names = work.tiers["utla"].names
    columns = (
        Column("Upper-tier council"),
        Column("Its people in this ICB, mid-2022", PEOPLE),
        Column("Share of its people", SHARE),
        Column("All its people: where it stands"),
    )
    people = _pieces(work, "utla").groupby("authority")["residents"].sum()
    rows = tuple(
        (
            names[row.authority],
            float(row.residents),
            float(row.share),
            capital(place_among(people, row.authority, "largest", "smallest")),
        )
        for row in here.itertuples()
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
    first = f"{tier.label} ({len(names)} of England’s {len(tier.names)}): {parted(names)}"
    if len(names) == 1 and also:
        (count,) = also
        return f"{first}, which {_serve(names, count)}."
    told = (f"{listed(some)} {_serve(some, count)}" for count, some in also.items())
    return " ".join(f"{said}." for said in (first, *told))


def _serve(names: list[str], count: int) -> str:
    serve = "also serves" if len(names) == 1 else "each also serve"
    return f"{serve} {'one other ICB' if count == 1 else f'{count} other ICBs'}"
