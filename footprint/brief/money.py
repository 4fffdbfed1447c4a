"""Money: what an ICB spends if that is known, its envelope and target, and its staff over time."""

from __future__ import annotations

import pandas as pd

from footprint.brief.chapter import NOW, bodies_of
from footprint.brief.known import known_of, references, said_of
from footprint.brief.saving import asked_savings, saving_said
from footprint.brief.standing import place_among
from footprint.content.values import Chapter, Column, Table
from footprint.english import capital, month
from footprint.measures.marks import BY_SHARE
from footprint.measures.units import FTE, MILLIONS, PER_100_000, SHARE
from footprint.money import published, scenario, sentences
from footprint.money.fact import Fact
from footprint.money.scenario import Scenario
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace, kept

HEADING = "Money and staff"
_APART = (
    "The running cost allowance and the cap are different things. The allowance pays for part of "
    "what an ICB costs; the cap covers all of its running costs and programme pay."
)
_COST_UNKNOWN = "What it cost before the cut is not published."
_NOTHING = "Nothing is published of what this ICB cost before the cut, or of its deficit."


def money(work: Workspace, body: str) -> Chapter:
    """The cap, the saving, what is published, and staff beside England's."""
    usual = Scenario()
    row = _table(work).loc[body]
    split = body in plans.estimated(work, NOW)
    known = known_of(work, body)
    asked = asked_savings(work, body) if pd.isna(row["needed"]) else ()
    said = (
        _APART,
        f"Envelope and target. {sentences.envelope(row, usual, estimated=split)} "
        f"{_envelopes(work, body)}",
        f"What it must save. {_must_save(work, row, body, asked, estimated=split)}",
        f"Staff. {_employed(work, body)}",
        *said_of(work, known),
    )
    return Chapter(
        HEADING,
        said if known else (*said, _NOTHING),
        _staff(work, body),
        references((*known, *asked)),
    )


@kept(1)
def _table(work: Workspace) -> pd.DataFrame:
    return scenario.money_table(work.atlas, bodies_of(work), Scenario())


def _envelopes(work: Workspace, body: str) -> str:
    """England's envelope, and the place of one among all."""
    pounds = _table(work)["envelope"]
    place = place_among(MILLIONS.shown(pounds), body)
    return f"The envelope is the {place}; England’s is {MILLIONS.text(pounds.sum())}."


def _must_save(
    work: Workspace, row: pd.Series, body: str, asked: tuple[Fact, ...], *, estimated: bool
) -> str:
    """What one must save: what it was asked for first, where that does not follow from its cost."""
    if asked:
        told = f"{saving_said(work, body, asked)} {_COST_UNKNOWN}"
    else:
        needed = sentences.needed(row, Scenario(), estimated=estimated)
        told = f"{needed}{_saving(work, body)}"
    return f"{told}{_implied(work, row, body)}"


def _saving(work: Workspace, body: str) -> str:
    """The place of what one must save among those of which it is known; "" where it is not."""
    known = _table(work)["needed_share"].dropna()
    if body not in known.index:
        return ""
    return (
        f" That share is the {place_among(SHARE.shown(known), body)} ICBs with a figure; England "
        "has none, because the other ICBs have none."
    )


def _implied(work: Workspace, row: pd.Series, body: str) -> str:
    """What follows from a cost nobody gave, where none is published of all of it."""
    said = sentences.by_implied(row, published.implied_cost(work.atlas, bodies_of(work), body))
    return f" {said}".rstrip()


def _employed(work: Workspace, body: str) -> str:
    """How many people an ICB employs beside England's, whom the table counts by residents."""
    counts = plans.table(work, NOW)["staff"]
    place = place_among(FTE.shown(counts), body)
    mark = f" ({BY_SHARE})" if body in plans.estimated(work, NOW) else ""
    return (
        f"{FTE.text(counts[body])} full-time equivalents{mark} in March 2025, the {place}; England "
        f"had {FTE.text(counts.sum())}."
    )


@kept(1)
def _rates(work: Workspace) -> pd.DataFrame:
    """The staff of every ICB per 100,000 residents, a row for each date."""
    now = bodies_of(work)
    return pd.DataFrame({body: plans.over_time(work, now, body)[1]["rate"] for body in now.by_id})


def _staff(work: Workspace, body: str) -> Table:
    _, here = plans.over_time(work, bodies_of(work), body)
    _, whole = plans.england_over_time(work)
    columns = (
        Column("Date"),
        Column("Staff (full-time equivalent)", FTE),
        Column("Per 100,000 residents", PER_100_000),
        Column("England, per 100,000 residents", PER_100_000),
        Column("Where it stands"),
    )
    rates = _rates(work)
    rows = tuple(
        (
            month(date),
            float(here.at[date, "fte"]),
            here.at[date, "rate"],
            whole.at[date, "rate"],
            capital(place_among(PER_100_000.shown(rates.loc[date]), body)),
        )
        for date in here.index
    )
    return Table("Staff over time", columns, rows)
