"""Where options are kept: a SQLite file or PostgreSQL, holding whatever it has acknowledged."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import platformdirs
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from footprint.store.revisions import SETTING, StoreError
from footprint.store.tables import bring_up_to_date

FILE = "icb-footprints.sqlite3"
BUSY_SECONDS = 20
_EXAMPLES = "sqlite:////a/folder/options.sqlite3 or postgresql://user:password@host/database"


def default_url(settings: Mapping[str, str] = os.environ) -> URL:
    """Return the address in the settings, or that of a file among the user's own data."""
    if address := settings.get(SETTING, "").strip():
        return _checked(address)
    folder = platformdirs.user_data_path("icb-footprints", appauthor=False)
    return URL.create("sqlite", database=str(folder / FILE))


def _checked(address: str | URL) -> URL:
    try:
        url = make_url(address)
    # A port that is no number comes as a plain ValueError.
    except (ArgumentError, ValueError):
        # Not chained, because the address may hold a password.
        raise StoreError(f"{SETTING} is no database address. Write {_EXAMPLES}.") from None
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        patience = {} if "connect_timeout" in url.query else {"connect_timeout": "10"}
        return url.set(drivername="postgresql+psycopg").update_query_dict(patience)
    path = url.database or ""
    if url.drivername != "sqlite" or url.query or not path or path.startswith((":", "file:")):
        raise StoreError(f"Options are kept in a SQLite file or in PostgreSQL. Write {_EXAMPLES}.")
    return url.set(database=str(Path(path).expanduser().absolute()))


class Database:
    """One place for options, connected to for each operation and then let go."""

    def __init__(self, address: str | URL) -> None:
        url = _checked(address)
        self._file = Path(url.database) if url.drivername == "sqlite" else None
        self._where = str(self._file or f"{url.host or 'this machine'}/{url.database or ''}")
        self._engine = _engine(url)
        with self.reading():
            # A store that is newer than the app, or out of reach, is reported at once.
            pass

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with; where nothing was ever saved, it reads an empty store."""
        with _explained(self._where):
            absent = self._file and not self._file.exists()
            engine = _engine(URL.create("sqlite")) if absent else self._engine
            with engine.begin() as connection:
                bring_up_to_date(connection)
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all on the disk once it closes, or none of them is."""
        with _explained(self._where):
            if self._file:
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._engine.execution_options(writing=True).begin() as connection:
                bring_up_to_date(connection)
                yield connection


def _engine(url: URL) -> Engine:
    try:
        # What users write stays out of messages and logs.
        engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    except ModuleNotFoundError as problem:
        raise StoreError(
            "PostgreSQL needs one more package. Run: pip install -r requirements-postgres.txt"
        ) from problem
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _begin_postgresql)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Otherwise Python opens transactions itself, too late to keep two writers apart.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "fullfsync = ON",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    # A server may be set to acknowledge what is not on its disk yet; not for these.
    connection.exec_driver_sql(
        "SELECT set_config('synchronous_commit', 'on', true), "
        f"set_config('lock_timeout', '{BUSY_SECONDS}s', true)"
    )


# What the drivers say, and what a person can do about it; the first that fits is said.
_ADVICE: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("locked", "lock timeout"),
        f"is busy: others were saving for {BUSY_SECONDS} seconds. Try again.",
    ),
    (
        ("disk is full", "no space left", "could not extend"),
        "has no room left. Free some disk space and try again.",
    ),
    (
        ("not a database", "malformed"),
        f"is damaged or is another kind of file. Bring back a copy, or name another in {SETTING}.",
    ),
    (
        ("readonly", "read-only", "unable to open", "permission denied", "[errno"),
        f"may not be written to. Ask for permission, or name another place in {SETTING}.",
    ),
    (
        ("password", "authentication", "no pg_hba.conf"),
        f"does not accept this user and password. Correct them in {SETTING}.",
    ),
)
_OTHERWISE = f"cannot be used now. Check that it is running and that {SETTING} names it."


@contextmanager
def _explained(where: str) -> Iterator[None]:
    """Turn whatever a database, its driver or the disk refuses into a StoreError."""
    try:
        yield
    # The driver's own errors come bare while a connection is being set up.
    except (DBAPIError, sqlite3.Error, OSError) as problem:
        reason = str(getattr(problem, "orig", None) or problem).lower()
        fits = (advice for marks, advice in _ADVICE if any(mark in reason for mark in marks))
        raise StoreError(f"The store of options ({where}) {next(fits, _OTHERWISE)}") from problem
