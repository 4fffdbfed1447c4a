"""The tables that hold options, and how an older store is brought up to date."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    func,
    insert,
    inspect,
    select,
)

from footprint.store.revisions import StoreError

# What brings an older store up to date: the first entry makes version 2 of version 1, and so on.
# Entries are only ever added, because somebody's store may stand at any of these versions.
CHANGES: tuple[tuple[str, ...], ...] = ()
# Any number will do, as long as every copy of the app asks for the same one.
_MIGRATION_LOCK = 20_250_331


class _UtcTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the time zone and PostgreSQL changes it to its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime, _dialect: Dialect) -> datetime:
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime, _dialect: Dialect) -> datetime:
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


# A team's database may hold other tables too, so ours carry a name nobody else would choose.
_METADATA = MetaData()
_versions = Table("icb_footprints_schema", _METADATA, Column("version", Integer, primary_key=True))
options = Table(
    "icb_footprints_option",
    _METADATA,
    Column("id", Text, primary_key=True),
    Column("created_at", _UtcTime, nullable=False),
)
revisions = Table(
    "icb_footprints_revision",
    _METADATA,
    Column("option", ForeignKey(options.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("saved_at", _UtcTime, nullable=False),
    Column("base", Text, nullable=False),
    Column("data_version", Text, nullable=False),
    Column("parent", Integer),
    Column("content", Text, nullable=False),
    Column("words", Text, nullable=False),
    ForeignKeyConstraint(
        ["option", "parent"],
        ["icb_footprints_revision.option", "icb_footprints_revision.number"],
    ),
)


def bring_up_to_date(connection: Connection) -> None:
    """Make the tables where there are none, change older ones, and refuse newer ones."""
    newest = 1 + len(CHANGES)
    if _version(connection) == newest:
        return
    _hold_others_back(connection)
    version = _version(connection)
    if version > newest:
        raise StoreError(
            f"The options were saved by a newer version of this app (store {version}, this app "
            f"knows {newest}). Update the app; nothing has been changed."
        )
    if version == 0:
        _METADATA.create_all(connection, checkfirst=False)
    for statements in CHANGES[version - 1 :] if version else ():
        for statement in statements:
            connection.exec_driver_sql(statement)
    if version < newest:
        connection.execute(insert(_versions).values(version=newest))


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table(_versions.name):
        return 0
    return connection.execute(select(func.max(_versions.c.version))).scalar() or 0


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
