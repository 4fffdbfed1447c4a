"""Where options are kept: a SQLite file or PostgreSQL, holding whatever it has acknowledged."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import platformdirs
from sqlalchemy import (
    URL,
    Connection,
    Dialect,
    Engine,
    NullPool,
    Pool,
    StaticPool,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.exc import ArgumentError

from footprint.store import failures
from footprint.store.changes import bring_up_to_date, identity, newest_version, version
from footprint.store.failures import another, explained, gone
from footprint.store.revisions import SETTING, StoreError

FILE = "icb-footprints.sqlite3"
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
    """One place for options, connected to for each operation and then let go.

    Once it has been seen to hold a store, it is never begun anew without a word.
    """

    def __init__(self, address: str | URL) -> None:
        url = _checked(address)
        self._file = Path(url.database) if url.drivername == "sqlite" else None
        self._where = str(self._file or f"{url.host or 'this machine'}/{url.database or ''}")
        self._engine = _engine(url)
        self._seen: int | None = None
        with self.reading():
            # A store that is newer than the app, or out of reach, is reported at once.
            pass

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with; where nothing was ever saved, it reads an empty store."""
        with explained(self._where):
            absent = self._file and not self._file.exists()
            if absent and self._seen is not None:
                raise gone(self._where)
            engine = _of_nothing() if absent else self._engine
            if self._file and not absent and not _may_be_written(self._file):
                engine = _engine_to_read(self._file)
            with engine.begin() as connection:
                found = None if absent else self._settle(connection)
                yield connection
            if found is not None:
                self._seen = found

    @contextmanager
    def at_one_moment(self) -> Iterator[Connection]:
        """A connection that sees the store as it is now, however long it reads."""
        with self.reading() as connection:
            if connection.dialect.name == "sqlite":
                # Whatever is read in one transaction is as it was when that began.
                yield connection
                return
        with (
            explained(self._where),
            self._engine.execution_options(isolation_level="REPEATABLE READ").begin() as connection,
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all on the disk once it closes, or none of them is."""
        with explained(self._where):
            if self._file:
                if self._seen is not None and not self._file.exists():
                    raise gone(self._where)
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._engine.execution_options(writing=True).begin() as connection:
                found = self._settle(connection)
                yield connection
            # Not before: whatever a refusal takes back was never there.
            self._seen = found

    def _settle(self, connection: Connection) -> int:
        """Bring the tables up to date, and tell the store by its number."""
        if self._seen is not None and not version(connection):
            raise gone(self._where)
        bring_up_to_date(connection)
        found = identity(connection)
        if self._seen not in (None, found):
            raise another(self._where)
        return found


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
        event.listen(engine, "do_connect", _connect_patiently)
        event.listen(engine, "begin", _begin_postgresql)
    return engine


@cache
def _of_nothing() -> Engine:
    """An empty store for each look, forgotten with its connection; written once, then copied."""
    first = _memory()
    with _on(first).begin() as connection:
        bring_up_to_date(connection)
    empty = first.serialize()

    def copied() -> sqlite3.Connection:
        made = _memory()
        made.deserialize(empty)
        return made

    return _opened_by(copied, NullPool)


def _memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)


def _copy_of(store: sqlite3.Connection) -> Engine:
    """A copy of a store in memory, that is forgotten with its one connection."""
    connection = _memory()
    store.backup(connection)
    store.close()
    return _on(connection)


def _on(connection: sqlite3.Connection) -> Engine:
    return _opened_by(lambda: connection, StaticPool)


def _opened_by(creator: Callable[[], sqlite3.Connection], pool: type[Pool]) -> Engine:
    engine = create_engine("sqlite://", creator=creator, poolclass=pool, hide_parameters=True)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _may_be_written(file: Path) -> bool:
    # SQLite writes beside its file too.
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _engine_to_read(file: Path) -> Engine:
    """A store that nobody here may write to; one of an earlier version is copied to memory."""
    waiting = Path(f"{file}-wal")
    # Without a log of changes that are still to be put in, the file itself is all there is.
    settled = not waiting.exists() or waiting.stat().st_size == 0
    address = f"{file.as_uri()}?mode=ro{'&immutable=1' if settled else ''}"

    def connected() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)

    engine = _opened_by(connected, NullPool)
    with engine.begin() as connection:
        older = version(connection) < newest_version()
    return _copy_of(connected()) if older else engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Otherwise Python opens transactions itself, too late to keep two writers apart.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {failures.BUSY_SECONDS * 1000}").fetchall()
    _keep_changes_in_a_log(connection)
    for pragma in (
        "synchronous = FULL",
        "fullfsync = ON",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _keep_changes_in_a_log(connection: sqlite3.Connection) -> None:
    """Turn the log of changes on; of several that begin one file, SQLite lets none wait here."""
    until = time.monotonic() + failures.BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem) or time.monotonic() > until:
                raise
            time.sleep(random.uniform(0.005, 0.05))
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _connect_patiently(
    _dialect: Dialect, _record: object, told: tuple, named: dict[str, object]
) -> object:
    # Not everybody has PostgreSQL's driver.
    import psycopg

    class Patient(psycopg.Connection):
        """A connection that waits so long for each answer and no longer."""

        def wait(
            self, gen: Generator, interval: float = 0.1, timeout: float | None = None
        ) -> object:
            """Wait for one answer of the server."""
            try:
                return super().wait(gen, interval, timeout or failures.ANSWER_SECONDS)
            except psycopg.errors.OperationalError as problem:
                # What comes late would be taken for the answer to the next question.
                if "wait timeout" in str(problem):
                    self.pgconn.finish()
                raise

    return Patient.connect(*told, **named)


def _begin_postgresql(connection: Connection) -> None:
    # A server may be set to acknowledge what is not on its disk yet; not for these.
    connection.exec_driver_sql(
        "SELECT set_config('synchronous_commit', 'on', true), "
        f"set_config('lock_timeout', '{failures.BUSY_SECONDS}s', true)"
    )
