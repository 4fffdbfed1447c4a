"""The audit: who did what, and when; rows are only ever added, each sealed with the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, select

from footprint.rights.person import Person
from footprint.store import seals
from footprint.store.whose.tables import audit

PAGE = 200
Deed = Literal[
    "saved",
    "duplicated",
    "renamed",
    "archived",
    "restored",
    "commented",
    "tagged",
    "shared",
    "saved a pack",
    "archived a pack",
    "restored a pack",
    "signed in",
    "signed out",
]
SEALED = ("number", "at", "person", "name", "act", "option", "revision", "detail")
# Any number will do, as long as every copy of the app asks for the same one.
_TURN = 20_250_332


@dataclass(frozen=True, kw_only=True)
class Done:
    """One thing that somebody did; `option` names the option or the pack, "" where it was to none.

    `detail` says what the act alone does not: what that is called, who sees it now, or which visit
    ended.
    `intact` is whether it is as it was written, and follows the one before.
    """

    number: int
    at: datetime
    person: str
    name: str
    act: Deed
    option: str
    revision: int | None
    detail: str
    intact: bool = True


def write(
    connection: Connection,
    by: Person,
    act: Deed,
    option: str = "",
    revision: int | None = None,
    detail: str = "",
) -> None:
    """Add what somebody did, in the same transaction as the deed itself."""
    if connection.dialect.name != "sqlite":
        # Of two at once one waits, or both would follow the same row.
        connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
    query = select(audit.c.number, audit.c.seal).order_by(audit.c.number.desc()).limit(1)
    last = connection.execute(query).first()
    row = {
        "number": 1 + (last.number if last else 0),
        "at": datetime.now(UTC),
        "person": by.id,
        "name": by.name,
        "act": act,
        "option": option,
        "revision": revision,
        "detail": detail,
        "follows": last.seal if last else "",
    }
    connection.execute(insert(audit).values(row | {"seal": seals.sealed(row, SEALED)}))


def signed_out(connection: Connection, after: int, since: datetime) -> tuple[int, frozenset[str]]:
    """The number of the last row, and the visits ended since a moment in rows behind `after`."""
    newest = connection.execute(select(func.max(audit.c.number))).scalar() or 0
    query = select(audit.c.detail).where(
        audit.c.act == "signed out",
        audit.c.detail != "",
        audit.c.at >= since,
        # A store put in the place of another counts anew.
        audit.c.number > (after if after <= newest else 0),
        audit.c.number <= newest,
    )
    return newest, frozenset(connection.execute(query).scalars())


def read(connection: Connection, most: int = PAGE, before: int | None = None) -> tuple[Done, ...]:
    """What was done last, newest first; `before` is the number of the last row known."""
    query = select(audit).order_by(audit.c.number.desc()).limit(most + 1)
    if before is not None:
        query = query.where(audit.c.number < before)
    rows = connection.execute(query).mappings().all()
    found = []
    for place, row in enumerate(rows[:most]):
        earlier = rows[place + 1] if place + 1 < len(rows) else None
        # The first of all follows nothing; any other stands right behind the one before.
        follows = (
            row["follows"] == earlier["seal"] and row["number"] == earlier["number"] + 1
            if earlier
            else row["number"] == 1 and row["follows"] == ""
        )
        told = {name: row[name] for name in SEALED}
        found.append(Done(**told, intact=follows and seals.is_intact(row, SEALED)))
    return tuple(found)
