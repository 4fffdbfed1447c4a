"""Files: read whole, and written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from footprint.command.parsers import CommandError
from footprint.export.orders import FORMATS, Format


def content_of(file: Path) -> bytes:
    """What a file holds; refuses one that cannot be read."""
    try:
        return file.read_bytes()
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {_why(problem)}.") from problem


def kind_of(file: Path, offered: Mapping[str, Format]) -> str:
    """The format that the ending of a file's name asks for; refuses one that is not offered."""
    ending = file.suffix.removeprefix(".").lower()
    if ending in offered:
        return ending
    asked = f"ends in .{ending}, which" if ending else "has no ending, and that"
    raise CommandError(f"{file} {asked} says no format; use one of .{', .'.join(offered)}.")


def single() -> dict[str, Format]:
    """The formats that hold one paper."""
    return {key: one for key, one in FORMATS.items() if one.single}


def several() -> dict[str, Format]:
    """The formats that hold any number of papers."""
    return {key: one for key, one in FORMATS.items() if one.several}


def check_room_for(file: Path) -> None:
    """Refuse a place where no file can be written, before anything is worked out."""
    folder = file.absolute().parent
    if not folder.is_dir():
        raise CommandError(f"There is no folder {folder} to write {file.name} in.")
    if file.is_dir():
        raise CommandError(f"{file} is a folder, and a file is to be written there.")
    if not os.access(folder, os.W_OK):
        raise CommandError(f"Nothing can be written in the folder {folder}.")


def write(file: Path, content: bytes) -> None:
    """Write a file so that there is never half of it: under another name first, then renamed."""
    with whole(file) as opened:
        opened.write(content)


@contextmanager
def whole(file: Path) -> Iterator[BinaryIO]:
    """A file to write to that is there under its name once the block has ended well."""
    try:
        with _beside(file) as opened:
            yield opened
    except OSError as problem:
        raise CommandError(f"{file} cannot be written: {_why(problem)}.") from problem


@contextmanager
def _beside(file: Path) -> Iterator[BinaryIO]:
    number, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(number, "wb") as opened:
            os.chmod(name, 0o666 & ~_mask())
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mask() -> int:
    # The mask can only be read by setting it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _why(problem: OSError) -> str:
    return (problem.strerror or "it is not known why").lower()
