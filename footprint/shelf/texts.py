"""Texts: a pack as the store keeps it and as a browser's tab does, and back."""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from dataclasses import replace

from footprint.papers import front, pack_files
from footprint.papers.front import House
from footprint.papers.pack import Pack, PackError
from footprint.shelf.values import PackDraft, PackReading
from footprint.store.revisions import LONGEST

_KEY = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9][0-9]{0,8})")
# A tab keeps a few million characters; its server is sent them with every step.
_MOST_IN_TAB = 400_000
_DAMAGED = "The pack that this tab kept is damaged, so it was not opened."


def key_of(pack: str, number: int) -> str:
    """What an address calls one revision of a pack; it means the same for ever."""
    return f"{pack}.{number}"


def revision_of(key: str) -> tuple[str, int] | None:
    """The pack and the number of the revision that an address names, where it is well formed."""
    found = _KEY.fullmatch(key)
    return (found[1], int(found[2])) if found else None


def draft_of(pack: Pack, author: str) -> PackDraft:
    """A pack ready to be kept; its meeting is the note it is found by.

    Raises PackError for one that could not be opened again, and for a title too long to list.
    """
    if len(pack.title) > (most := LONGEST["name"]):
        has = f"The title of the pack is {len(pack.title):,} characters long."
        raise PackError(f"{has} Keep it to {most}.")
    return PackDraft(
        name=pack.title,
        content=pack_files.write(replace(pack, house=House())).decode(),
        attached=json.dumps(front.as_texts(pack.house)) if pack.house != House() else "",
        views=len(pack.items),
        data_version=pack.data_version,
        note="; ".join(f"{label}: {words}" for label, words in pack.front.details),
        author=author,
    )


def pack_of(reading: PackReading) -> Pack:
    """The pack that a revision holds; raises PackError where it cannot be read."""
    pack = pack_files.read(reading.content.encode())
    house = front.house_of(json.loads(reading.attached)) if reading.attached else House()
    return replace(pack, house=house)


def in_tab(pack: Pack, opened: str) -> str:
    """A pack as a tab keeps it over a reload, with the key of the revision it was opened from.

    Templates, logo and what its views said are not in it. "" for one that is too long for a tab.
    """
    slim = replace(pack, house=House(), figures=(None,) * len(pack.items))
    try:
        packed = zlib.compress(pack_files.write(slim), 9)
    except PackError:
        return ""
    text = f"{opened}~{base64.urlsafe_b64encode(packed).decode()}"
    return text if len(text) <= _MOST_IN_TAB else ""


def from_tab(text: str) -> tuple[Pack, str]:
    """The pack that a tab kept, and the key it was opened from; raises PackError for any other."""
    opened, _, packed = text.partition("~")
    try:
        unpacking = zlib.decompressobj()
        written = unpacking.decompress(base64.urlsafe_b64decode(packed), pack_files.MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error):
        raise PackError(_DAMAGED) from None
    return pack_files.read(written), opened if revision_of(opened) else ""
