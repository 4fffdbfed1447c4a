"""Access: whose each option is and who may see it; the newest row of an option counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    exists,
    false,
    func,
    insert,
    or_,
    select,
    true,
)

from footprint.rights.person import Person
from footprint.rights.policy import Access, may
from footprint.store import seals
from footprint.store.revisions import StoreError
from footprint.store.whose.tables import access

MOST_OF_ONE = 2_000
SEALED = ("option", "number", "owner", "owner_name", "audience", "team", "set_by", "set_at")


def of_options(connection: Connection, options: Iterable[str]) -> Mapping[str, Access]:
    """Whose each of some options is; those about which nothing was ever said are everybody's."""
    found = {option: Access() for option in options}
    query = select(access).where(access.c.option.in_(list(found)))
    seals_so_far: dict[str, str] = {}
    for row in connection.execute(query.order_by(access.c.option, access.c.number)).mappings():
        before = found[row["option"]]
        follows = row["follows"] == seals_so_far.get(row["option"], "")
        whole = before.intact and follows and seals.is_intact(row, SEALED)
        told = (row[name] for name in ("owner", "owner_name", "audience", "team"))
        found[row["option"]] = Access(*told, intact=whole)
        seals_so_far[row["option"]] = row["seal"]
    return found


def of_option(connection: Connection, option: str) -> Access:
    """Whose one option is; of an option that is not there, as of one of everybody's."""
    return of_options(connection, [option])[option]


def visible(person: Person | None, option: ColumnElement[str]) -> ColumnElement[bool]:
    """What a list is narrowed by, so that nobody reads or counts what they may not see."""
    if person is None or person.role == "admin" and person.id:
        return true()
    if not person.id:
        return false()
    one, later = access.alias("access_now"), access.alias("access_later")
    newest = ~exists().where(later.c.option == one.c.option, later.c.number > one.c.number)
    theirs = or_(
        one.c.owner == person.id,
        one.c.audience == "everybody",
        and_(one.c.audience == "team", one.c.team.in_(sorted(person.teams))),
    )
    return ~exists().where(one.c.option == option, newest, ~theirs)


def may_see(person: Person | None, found: Access) -> bool:
    """Whether somebody may see an option, once what is kept of it has been checked."""
    return may(person, "see", found)


def check_room(connection: Connection, person: Person) -> None:
    """Refuse in a sentence another option of somebody who has as many as one person may."""
    # Whose an option is stands in its first row, and never changes.
    theirs = (access.c.owner == person.id, access.c.number == 1)
    query = select(func.count()).select_from(access).where(*theirs)
    if connection.execute(query).scalar() >= MOST_OF_ONE:
        raise StoreError(
            f"You have {MOST_OF_ONE:,} options, archived ones too, which is the most. Save what is "
            "drawn as a revision of one of them."
        )


def put(connection: Connection, option: str, now: Access, by: Person) -> None:
    """Say whose an option is and who may see it from now on."""
    query = select(access.c.number, access.c.seal).where(access.c.option == option)
    last = connection.execute(query.order_by(access.c.number.desc()).limit(1)).first()
    row = {
        "option": option,
        "number": 1 + (last.number if last else 0),
        "owner": now.owner,
        "owner_name": now.owner_name,
        "audience": now.audience,
        "team": now.team,
        "set_by": by.id,
        "set_at": datetime.now(UTC),
        "follows": last.seal if last else "",
    }
    connection.execute(insert(access).values(row | {"seal": seals.sealed(row, SEALED)}))
