"""Copies: the store written to a file, and brought back from one, as two commands."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import URL

from footprint.command import files
from footprint.command.parsers import Parser
from footprint.english import plural
from footprint.store.database import default_url
from footprint.store.revisions import SETTING
from footprint.store.tables import options, packs
from footprint.upkeep import backups, changed
from footprint.upkeep.backups import BackupError

CHANGED = 1


def backup(arguments: Sequence[str]) -> int:
    """Write everything that was saved to a file; 1 where something had been changed past the app.

    The file holds names of people, so that nobody else on the machine may read it.
    """
    parser = Parser("backup", "Write everything that was saved, of either store, to one file.")
    parser.add_argument("file", metavar="FILE", help="the file to be written")
    file = Path(parser.parse_args(arguments).file)
    files.check_room_for(file)
    url = _store()
    with files.whole(file) as out:
        os.fchmod(out.fileno(), 0o600)
        counts = backups.write(url, out)
    print(f"{file}: {_told(counts)}")
    if found := changed.changed(url):
        print(f"Of these something was changed past the app: {', '.join(found)}.")
    return CHANGED if found else 0


def restore(arguments: Sequence[str]) -> int:
    """Fill an empty store from such a file."""
    parser = Parser("restore", "Fill an empty store from a backup, all of it or nothing.")
    parser.add_argument("file", metavar="FILE", help="a file that backup wrote")
    parser.add_argument(
        "--changed-too",
        action="store_true",
        help="bring back options and packs too of which something was changed past the app",
    )
    asked = parser.parse_args(arguments)
    file = Path(asked.file)
    counts = backups.restore(default_url(), file, changed_too=asked.changed_too)
    print(f"{file}: {_told(counts)}, all brought back")
    return 0


def _store() -> URL:
    """Where everything is saved; a file that is not there may only have been named wrongly."""
    url = default_url()
    if url.drivername == "sqlite" and not Path(url.database).exists():
        raise BackupError(
            f"There is no store at {url.database}: nothing was ever saved there, or {SETTING} "
            "should name another file."
        )
    return url


def _told(counts: Mapping[str, int]) -> str:
    rows = sum(counts.values())
    saved = plural(counts[options.name], "option", "options")
    kept = plural(counts[packs.name], "pack", "packs")
    return f"{saved}, {kept}, {plural(rows, 'row', 'rows')}"
