"""Backups: everything a store holds as one file, and a store made again from such a file.

The file is the same whichever database it comes from: a line of JSON for each row, compressed,
between a line that says which tables there are and one with a digest of all before it.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import URL, Connection, Row, Table, insert, select

from footprint.store.changes import newest_version
from footprint.store.database import Database
from footprint.store.revisions import StoreError
from footprint.store.tables import METADATA, versions
from footprint.upkeep import changed

FORMAT = "icb-footprints backup 1"
_AT_ONCE = 200
_NO_BACKUP = "This file is not a backup of ICB Footprints."
_BROKEN = "This backup is not whole or was changed after it was made. Use another."


class BackupError(StoreError):
    """A backup cannot be made or brought back; says why in one sentence."""


def tables() -> tuple[Table, ...]:
    """Every table of the store that holds what people did, what others refer to first."""
    return tuple(table for table in METADATA.sorted_tables if table is not versions)


def write(address: str | URL, out: BinaryIO) -> Mapping[str, int]:
    """Write everything a store holds, as of one moment, and return how many rows of each table."""
    counts = {}
    with Database(address).at_one_moment() as connection, _sealing(out) as tell:
        columns = {table.name: [one.name for one in table.columns] for table in tables()}
        tell({"format": FORMAT, "store": newest_version(), "tables": columns})
        for table in tables():
            counts[table.name] = 0
            for row in _all(connection, table):
                tell([table.name, *map(_plain, row)])
                counts[table.name] += 1
    return counts


def restore(address: str | URL, file: Path, *, changed_too: bool = False) -> Mapping[str, int]:
    """Fill an empty store from a backup, all of it or nothing, and say how many rows there are.

    Refuses a store that holds something and, unless `changed_too`, a backup of which something
    is not what was sealed.
    """
    # Read to its end first, so that no half of a file is ever in a database.
    for _ in _lines(file):
        pass
    with Database(address).writing() as connection:
        if any(connection.execute(select(table).limit(1)).first() for table in tables()):
            raise BackupError(
                "The store holds something already, and nothing of it is overwritten. "
                "Name an empty one."
            )
        counts = _fill(connection, _lines(file))
        found = () if changed_too else changed.changed_in(connection)
        if found:
            raise BackupError(
                f"{len(found)} of the options and packs in this backup had been changed past the "
                "app. "
                "Nothing was brought back; use an earlier backup, or say --changed-too."
            )
    return counts


def _all(connection: Connection, table: Table) -> Iterable[Row]:
    ordered = select(table).order_by(*table.primary_key)
    return connection.execution_options(yield_per=_AT_ONCE).execute(ordered)


def _plain(value: object) -> object:
    """A value as JSON has it; what it has no form for says what it is."""
    if isinstance(value, datetime):
        return {"time": value.astimezone(UTC).isoformat()}
    return {"bytes": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _read(told: object) -> object:
    if not isinstance(told, dict):
        return told
    ((kind, text),) = told.items()
    return datetime.fromisoformat(text) if kind == "time" else base64.b64decode(text)


@contextmanager
def _sealing(out: BinaryIO) -> Iterator[Callable[[object], None]]:
    """Write lines to a file, and a digest of them in the end."""
    digest = hashlib.sha256()
    with gzip.GzipFile(fileobj=out, mode="wb", filename="", mtime=0) as packed:

        def tell(value: object) -> None:
            line = json.dumps(value, ensure_ascii=False).encode() + b"\n"
            digest.update(line)
            packed.write(line)

        yield tell
        packed.write(_end(digest.hexdigest()))


def _lines(file: Path) -> Iterator[list]:
    """The rows of a backup, each with its table's name first; refuses one that is not whole."""
    try:
        with gzip.open(file) as lines:
            yield from _checked(lines)
    except FileNotFoundError as problem:
        raise BackupError(f"There is no file {file}.") from problem
    except gzip.BadGzipFile as problem:
        raise BackupError(_NO_BACKUP) from problem
    except (EOFError, zlib.error) as problem:
        raise BackupError(_BROKEN) from problem
    except OSError as problem:
        raise BackupError(f"{file} cannot be read.") from problem


def _checked(lines: Iterable[bytes]) -> Iterator[list]:
    digest, last = hashlib.sha256(), b""
    for number, line in enumerate(lines):
        if number == 0:
            _check_head(line)
        elif number > 1:
            yield _row(last)
        digest.update(last)
        last = line
    if last != _end(digest.hexdigest()):
        raise BackupError(_BROKEN if last else _NO_BACKUP)


def _end(digest: str) -> bytes:
    return json.dumps({"sha256": digest}).encode() + b"\n"


def _row(line: bytes) -> list:
    try:
        return json.loads(line)
    except ValueError as problem:
        raise BackupError(_BROKEN) from problem


def _check_head(line: bytes) -> None:
    try:
        head = json.loads(line)
    except ValueError as problem:
        raise BackupError(_NO_BACKUP) from problem
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise BackupError(_NO_BACKUP)
    here = {table.name: [one.name for one in table.columns] for table in tables()}
    if head["store"] != newest_version() or head["tables"] != here:
        raise BackupError(
            f"This backup is of store {head['store']} and this app keeps store {newest_version()}. "
            "Bring it back with the version of the app that made it, and update the app then."
        )


def _fill(connection: Connection, lines: Iterator[list]) -> Mapping[str, int]:
    counts = {table.name: 0 for table in tables()}
    by_name = {table.name: table for table in tables()}
    for name, of_one in groupby(lines, lambda line: line[0]):
        columns = [column.name for column in by_name[name].columns]
        while some := [_named(columns, line[1:]) for line in islice(of_one, _AT_ONCE)]:
            connection.execute(insert(by_name[name]), some)
            counts[name] += len(some)
    return counts


def _named(columns: Iterable[str], told: Iterable[object]) -> dict[str, object]:
    return {name: _read(value) for name, value in zip(columns, told, strict=True)}
