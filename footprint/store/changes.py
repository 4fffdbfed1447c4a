"""How the tables are made, and how a store of an earlier version is brought up to date."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from uuid import uuid4

from sqlalchemy import Connection, RowMapping, func, insert, inspect, select, update

from footprint.store import seals
from footprint.store.revisions import StoreError
from footprint.store.rows import name_key
from footprint.store.tables import (
    METADATA,
    REVISION_INDEXES,
    attachments,
    options,
    pack_revisions,
    packs,
    remarks,
    revisions,
    versions,
)
from footprint.store.whose.tables import access, audit

# Any number will do, as long as every copy of the app asks for the same one.
_MIGRATION_LOCK = 20_250_331
_NEW_COLUMNS = (
    *("drawn_by", "noted_by", "copied_from", "copied_name", "name_key"),
    *("content_seal", "follows", "seal"),
)
Change = str | Callable[[Connection], None]


def version(connection: Connection) -> int:
    """The version of the tables; 0 where there are none."""
    if not inspect(connection).has_table(versions.name):
        return 0
    return connection.execute(select(func.max(versions.c.version))).scalar() or 0


def newest_version() -> int:
    """The version of the tables that this app knows."""
    return 1 + len(CHANGES)


def bring_up_to_date(connection: Connection) -> None:
    """Make the tables where there are none, change older ones, and refuse newer ones."""
    newest = newest_version()
    if version(connection) == newest:
        return
    _hold_others_back(connection)
    now = version(connection)
    if now > newest:
        raise StoreError(
            f"The options were saved by a newer version of this app (store {now}, this app "
            f"knows {newest}). Update the app; nothing has been changed."
        )
    if now == 0:
        METADATA.create_all(connection, checkfirst=False)
        _name_store(connection)
    for change in CHANGES[now - 1 :] if now else ():
        for step in change:
            connection.exec_driver_sql(step) if isinstance(step, str) else step(connection)
    if now < newest:
        connection.execute(insert(versions).values(version=newest))


def identity(connection: Connection) -> int:
    """A number that a store keeps for good and in its copies; 0 where a server keeps it."""
    if connection.dialect.name != "sqlite":
        return 0
    return connection.exec_driver_sql("PRAGMA user_version").scalar() or 0


def _name_store(connection: Connection) -> None:
    """Give a store its number: one for each that is begun, and one for all copies of an older."""
    if connection.dialect.name == "sqlite":
        first = connection.execute(select(func.min(options.c.id))).scalar()
        number = zlib.crc32((first or uuid4().hex).encode()) >> 1
        connection.exec_driver_sql(f"PRAGMA user_version = {number or 1}")


def _hold_others_back(connection: Connection) -> None:
    """Let one connection at a time make or change the tables."""
    if connection.dialect.name == "sqlite":
        # What began as reading cannot always turn to writing; nothing has been done yet.
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    connection.execute(select(func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
    if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
        raise StoreError(
            "The PostgreSQL database cannot hold every letter. "
            "Make one with: createdb --encoding=UTF8 --template=template0"
        )


def _seal_all(connection: Connection) -> None:
    """Say of every revision who drew it and who wrote its note, and seal it."""
    places = select(revisions.c.option, revisions.c.number).order_by(*revisions.primary_key)
    told: dict[int, RowMapping | Mapping[str, object]] = {}
    for place in connection.execute(places).all():
        same = (revisions.c.option == place.option, revisions.c.number == place.number)
        if place.number == 1:
            told.clear()
        row = connection.execute(select(*_FIRST_COLUMNS).where(*same)).mappings().one()
        told[place.number] = values = _completed(row, told)
        new = {name: values[name] for name in _NEW_COLUMNS}
        connection.execute(update(revisions).where(*same).values(new))
        # Contents are large, and no later revision is told by them.
        values["content"] = ""


def _completed(row: RowMapping, told: Mapping[int, Mapping[str, object]]) -> dict[str, object]:
    before = told.get(row["number"] - 1)
    names = {"drawn_by": row["author"], "noted_by": row["author"]}
    if row["act"] == "duplicated":
        # What it is a copy of was not kept, so neither is known.
        names = {"drawn_by": "", "noted_by": ""}
    elif row["act"] != "saved" and before:
        origin = told.get(row["parent"] or 0, before) if row["act"] == "restored" else before
        names = {name: origin[name] for name in names}
        if row["note"] != origin["note"]:
            names["noted_by"] = row["author"]
    values = {
        **row,
        **names,
        "copied_from": "",
        "copied_name": "",
        "name_key": name_key(row["name"]),
        "content_seal": seals.content_seal(row["content"]),
        "follows": before["seal"] if before else "",
    }
    return values | {"seal": seals.sealed(values, seals.REVISION)}


_FIRST_COLUMNS = [one for one in revisions.c if one.name not in _NEW_COLUMNS]


def _index_all(connection: Connection) -> None:
    for index in REVISION_INDEXES:
        index.create(connection)
    remarks.create(connection)


def _shelve_packs(connection: Connection) -> None:
    for table in (packs, pack_revisions, attachments):
        table.create(connection)


def _begin_whose(connection: Connection) -> None:
    access.create(connection)
    audit.create(connection)


# What brings an older store up to date: the first entry makes version 2 of version 1, and so on.
# Entries are only ever added, because somebody's store may stand at any of these versions.
CHANGES: tuple[tuple[Change, ...], ...] = (
    (
        *(
            f"ALTER TABLE icb_footprints_revision ADD COLUMN {name} TEXT NOT NULL DEFAULT ''"
            for name in _NEW_COLUMNS
        ),
        _seal_all,
        _index_all,
        _name_store,
    ),
    (_shelve_packs,),
    (_begin_whose,),
)
