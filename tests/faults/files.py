"""Faults of a disk, and of the file that a store on one machine is."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from footprint.store import failures, rows
from tests.faults.fault import DRAFT, Fault, Kept, Outcome, put_in, sentence


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of one megabyte, where this machine lets the tests make one."""
    place = folder / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("This machine lets nobody make a disk for a test.")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def full_disk(folder: Path) -> Outcome:
    """Save on a disk of one megabyte until it is full."""
    with small_disk(folder) as disk:
        kept = Kept(f"sqlite:///{disk}/options.sqlite3")
        (disk / "others").write_bytes(bytes(2**19))

        def fill() -> None:
            for _ in range(100):
                drawn = replace(DRAFT, content="x" * 50_000)
                kept.store.save(drawn)

        said = sentence(fill)
        reads = ", and it can be read meanwhile" if kept.readable() else ""
        (disk / "others").unlink()
        return Outcome(said, kept.kept() + reads, kept.well("there is room"))


def read_only_disk(folder: Path) -> Outcome:
    """Make the disk of a store read-only while it is in use."""
    with small_disk(folder) as disk:
        kept = Kept(f"sqlite:///{disk}/options.sqlite3")
        put_in(kept.file)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        said = sentence(kept.save)
        reads = ", and it can be read meanwhile" if kept.readable() else ""
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        return Outcome(said, kept.kept() + reads, kept.well("it may be written to"))


def locked_store(folder: Path) -> Outcome:
    """Hold a store as another program would, longer than anybody waits."""
    kept = Kept(f"sqlite:///{folder}/options.sqlite3")
    other = sqlite3.connect(kept.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with patch.object(failures, "BUSY_SECONDS", 0.2):
        said = sentence(kept.save)
    reads = ", and it can be read meanwhile" if kept.readable() else ""
    other.close()
    return Outcome(said, kept.kept() + reads, kept.well("it is let go"))


def corrupt_store(folder: Path) -> Outcome:
    """Write over the beginning of a store, and then bring back a copy of it."""
    kept = Kept(f"sqlite:///{folder}/options.sqlite3")
    put_in(kept.file)
    shutil.copy(kept.file, folder / "copy")
    with kept.file.open("r+b") as file:
        file.write(b"something else entirely" * 1_000)
    said = sentence(kept.save)
    assert sentence(kept.store.list_options) == said
    shutil.copy(folder / "copy", kept.file)
    return Outcome(said, f"{kept.kept()} before the copy", kept.well("a copy is back"))


def deleted_store(folder: Path) -> Outcome:
    """Delete a store that is in use, and then bring back a copy of it."""
    kept = Kept(f"sqlite:///{folder}/options.sqlite3")
    put_in(kept.file)
    kept.file.rename(folder / "copy")
    said = sentence(kept.save)
    assert sentence(kept.store.list_options) == said
    (folder / "copy").rename(kept.file)
    return Outcome(said, f"{kept.kept()} before the copy", kept.well("a copy is back"))


def altered_revision(folder: Path) -> Outcome:
    """Change a revision in the file past the app."""
    kept = Kept(f"sqlite:///{folder}/options.sqlite3")
    with sqlite3.connect(kept.file) as other:
        changed = "UPDATE icb_footprints_revision SET content = 'b' WHERE option = ?"
        other.execute(changed, kept.options[:1])
    other.close()
    said = sentence(lambda: kept.store.read(kept.options[0]))
    kept.options = kept.options[1:]
    return Outcome(said, "every other revision", kept.well("another is chosen"))


def clock_turned_back(folder: Path) -> Outcome:
    """Turn the clock back by an hour between two saves."""
    kept = Kept(f"sqlite:///{folder}/options.sqlite3")

    class Earlier(datetime):
        """A clock that is an hour slow."""

        @classmethod
        def now(cls, zone: object = None) -> datetime:
            """An hour ago."""
            return datetime.now(zone) - timedelta(hours=1)

    with patch.object(rows, "datetime", Earlier):
        later = [kept.store.save(DRAFT, option=kept.options[0]), kept.save()]
    listed = [one.option for one in kept.store.list_options()]
    assert listed == [later[1].option, kept.options[0], *kept.options[:0:-1]]
    times = [one.saved_at for one in kept.store.history(kept.options[0])]
    assert times == sorted(times, reverse=True)
    return Outcome("no sentence", f"{kept.kept()}, in the order it was saved", "at once")


FAULTS = (
    Fault("Disk full", "a disk of 1 MB, filled by saving", full_disk),
    Fault("Disk read-only", "a disk turned read-only while in use", read_only_disk),
    Fault("Store locked", "held by another program", locked_store),
    Fault("Store corrupt", "its first 23,000 bytes written over", corrupt_store),
    Fault("Store deleted", "its file taken away while in use", deleted_store),
    Fault("A revision altered", "its content changed in the file", altered_revision),
    Fault("Clock turned back", "an hour slow between two saves", clock_turned_back),
)
