"""Files: read whole, and written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from footprint import written
from footprint.command.parsers import CommandError
from footprint.export.orders import FORMATS, Format, Order
from footprint.papers.front import Front, House


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


def drawn() -> dict[str, Format]:
    """The formats that a chart alone comes in."""
    return {key: one for key, one in FORMATS.items() if one.drawn}


def several() -> dict[str, Format]:
    """The formats that hold any number of papers."""
    return {key: one for key, one in FORMATS.items() if one.several}


# Which file of a board's own look each format is written on.
_TEMPLATES = {"pptx": "slides", "docx": "document"}


def house_of(template: str | None, kind: str, kept: House) -> House:
    """The look that a file is written in: that of a template, or the one that is kept.

    Refuses a template that is of another kind than the file.
    """
    if template is None:
        return kept
    file = Path(template)
    ending = file.suffix.removeprefix(".").lower()
    if ending not in _TEMPLATES:
        raise CommandError(f"{file} is no template; one ends in .pptx or .docx.")
    if ending != kind:
        raise CommandError(f"{file} is a template for .{ending}, and a .{kind} is to be written.")
    return replace(kept, **{_TEMPLATES[ending]: content_of(file)})


def on_template(order: Order, title: str, front: Front, house: House) -> Order:
    """An order as it is, or bound in a look of one's own where there is one."""
    return replace(order, title=title, front=front, house=house) if house != House() else order


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
        with written.whole(file) as opened:
            yield opened
    except OSError as problem:
        raise CommandError(f"{file} cannot be written: {_why(problem)}.") from problem


def _why(problem: OSError) -> str:
    return (problem.strerror or "it is not known why").lower()
