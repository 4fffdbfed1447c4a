"""Texts: a pack as the store keeps it and as a browser's tab does, and back."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib
from dataclasses import dataclass, replace

from footprint.papers import front, pack_files
from footprint.papers.front import House
from footprint.papers.pack import Pack, PackError
from footprint.shelf.values import PackDraft, PackReading
from footprint.store.revisions import LONGEST

_KEY = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9][0-9]{0,8})")
# A tab keeps a few million characters; its server is sent them with every step.
_MOST_IN_TAB = 400_000
_DRESSED = "~dressed"
_BESIDE = re.compile(r"~beside-([0-9a-f]{64})$")
_BARE = House()
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
        content=pack_files.write(replace(pack, house=_BARE)).decode(),
        attached=json.dumps(front.as_texts(pack.house)) if pack.house != _BARE else "",
        views=len(pack.items),
        data_version=pack.data_version,
        note="; ".join(f"{label}: {words}" for label, words in pack.front.details),
        author=author,
    )


def pack_of(reading: PackReading) -> Pack:
    """The pack that a revision holds; raises PackError where it cannot be read."""
    pack = pack_files.read(reading.content.encode())
    house = front.house_of(json.loads(reading.attached)) if reading.attached else _BARE
    return replace(pack, house=house)


@dataclass(frozen=True)
class InTab:
    """A pack that a tab kept, with the key of the revision it was opened from.

    It is `dressed` where its templates and logo are with it. Where they are not and no store has
    them, they are kept `beside` it under that name.
    """

    pack: Pack
    opened: str
    dressed: bool
    beside: str = ""


def _bytes_of(house: House) -> int:
    return sum(len(getattr(house, name)) for name in front.MOST_OF_HOUSE)


def in_tab(pack: Pack, opened: str, saved: House = _BARE) -> str:
    """A pack as a tab keeps it over a reload, with the key of the revision it was opened from.

    What its views said is not in it; templates and logo are, where the store has not `saved` them
    and they are small enough. "" for a pack that is too long for a tab.
    """
    slim = replace(pack, figures=(None,) * len(pack.items))
    text = "" if pack.house == saved else _packed(slim, opened, dressed=True)
    return text or _packed(replace(slim, house=_BARE), opened, dressed=False)


def is_dressed(text: str) -> bool:
    """Whether what a tab keeps has a pack's templates and logo with it."""
    return text.endswith(_DRESSED)


def _packed(pack: Pack, opened: str, *, dressed: bool) -> str:
    # What is far too large need not be packed to know it.
    if _bytes_of(pack.house) > _MOST_IN_TAB:
        return ""
    try:
        packed = zlib.compress(pack_files.write(pack), 9)
    except PackError:
        return ""
    ending = _DRESSED if dressed else ""
    text = f"{opened}~{base64.urlsafe_b64encode(packed).decode()}{ending}"
    return text if len(text) <= _MOST_IN_TAB else ""


def from_tab(text: str) -> InTab:
    """What a tab kept; raises PackError for anything else."""
    named = _BESIDE.search(text)
    opened, _, packed = _BESIDE.sub("", text.removesuffix(_DRESSED)).partition("~")
    try:
        unpacking = zlib.decompressobj()
        written = unpacking.decompress(base64.urlsafe_b64decode(packed), pack_files.MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error):
        raise PackError(_DAMAGED) from None
    key = opened if revision_of(opened) else ""
    beside = named[1] if named else ""
    return InTab(pack_files.read(written), key, is_dressed(text), beside)


def with_beside(text: str, name: str) -> str:
    """What a tab keeps of a pack, saying under what name its templates and logo are beside it."""
    return f"{text}~beside-{name}" if text and name else text


def beside(text: str, house: House, saved: House = _BARE) -> str:
    """The name for a house to be kept beside a text; "" where that or the store holds it."""
    if not text or house == saved or is_dressed(text):
        return ""
    return _name_of(house)


def _name_of(house: House) -> str:
    files = (getattr(house, name) for name in front.MOST_OF_HOUSE)
    each = b"".join(hashlib.sha256(file).digest() for file in files)
    return hashlib.sha256(each).hexdigest()


def written_beside(house: House) -> bytes:
    """A house as a file to be kept beside what a tab keeps."""
    return json.dumps(front.as_texts(house)).encode()


def read_beside(written: bytes, name: str) -> House | None:
    """The house that was kept under a name; None for anything else."""
    try:
        content = json.loads(written)
    except (ValueError, RecursionError):
        return None
    if any(front.problems({"house": content})):
        return None
    house = front.house_of(content)
    return house if _name_of(house) == name else None
