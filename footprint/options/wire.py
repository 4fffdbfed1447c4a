"""The wire: the few fields an option is written in, and their text, whole or refused."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION = "1"
DAMAGED = "The link to this option is damaged or was changed by hand."
_LONGEST_READ = 300_000
_LARGEST_UNPACKED = 400_000
_CHECK = 6
_LETTERS = re.compile(r"[A-Za-z0-9_-]+")
_Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class LinkError(ValueError):
    """A link holds no option that can be shown; says why in one sentence."""


class Wire(BaseModel):
    """An option as it is written, by how it differs from the plan it began from.

    base, rest: keys of that plan and of the one that filled it. ground: the version of its data.
    moves: for each footprint that takes over blocks, the steps from each of their places to the
    next. footprints: id, name and number of kind of those new or changed. seen: the layer drawn,
    missing in links older than layers, whose kinds `older` knows. merged: teams whose bodies
    become one. People keep links, so no letter may come to mean something else.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    base: str = Field(alias="b")
    rest: str = Field(alias="r")
    ground: str = Field(alias="g")
    moves: tuple[tuple[str, tuple[int, ...]], ...] = Field((), alias="m")
    footprints: tuple[tuple[str, str, int], ...] = Field((), alias="f")
    order: tuple[str, ...] = Field((), alias="o")
    colours: tuple[tuple[str, _Colour], ...] = Field((), alias="c")
    locked: tuple[str, ...] = Field((), alias="l")
    seen: Literal["", "bodies", "teams"] = Field("", alias="s")
    merged: tuple[str, ...] = Field((), alias="t")

    @property
    def content(self) -> bytes:
        """The fields as JSON; there is one way only to write them."""
        return self.model_dump_json(by_alias=True, exclude_defaults=True).encode()


def packed(wire: Wire) -> str:
    """Write the fields as text that an address can hold."""
    return sealed(wire.content)


def sealed(content: bytes) -> str:
    """Write content as text that an address can hold."""
    checked = _checksum(content) + zlib.compress(content, 9, wbits=-15)
    return VERSION + base64.urlsafe_b64encode(checked).decode().rstrip("=")


def opened(text: str) -> Wire:
    """Read the fields in a text; raises LinkError for whatever `packed` did not write."""
    content = unsealed(text)
    try:
        wire = Wire.model_validate_json(content)
    except ValueError as problem:
        raise LinkError(DAMAGED) from problem
    if wire.content != content:
        raise LinkError(DAMAGED)
    return wire


def unsealed(text: str) -> bytes:
    """Read the content of a text; raises LinkError for whatever `sealed` did not write."""
    if not _LETTERS.fullmatch(text) or len(text) > _LONGEST_READ:
        raise LinkError(DAMAGED)
    if not text.startswith(VERSION):
        raise LinkError("This option’s link is of a version this app does not know.")
    try:
        # Of the marks that fill up a last group of four, the reader takes as many as it needs.
        return _content(base64.urlsafe_b64decode(f"{text[1:]}=="))
    except (ValueError, zlib.error) as problem:
        raise LinkError(DAMAGED) from problem


def _content(checked: bytes) -> bytes:
    """What was packed, whole and unchanged since."""
    reader = zlib.decompressobj(wbits=-15)
    content = reader.decompress(checked[_CHECK:], _LARGEST_UNPACKED)
    whole = reader.eof and not reader.unused_data
    if not whole or _checksum(content) != checked[:_CHECK]:
        raise LinkError(DAMAGED)
    return content


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:_CHECK]
