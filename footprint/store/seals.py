"""Seals: what each thing saved says of itself and of the one before it, so that a change shows.

A seal is a digest of everything a row holds and of the seal it follows. Whoever changes a row, or
takes one out, would have to write every later row of that option anew to hide it. Where the
setting has a key, that stands outside the store, only who knows it can do that, and nobody else can
change even the last row.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from footprint.store.revisions import StoreError

SETTING = "ICB_FOOTPRINTS_SEAL"
SHORTEST = 32
REVISION = (
    *("option", "number", "act", "name", "note", "author", "saved_at", "base", "data_version"),
    *("parent", "drawn_by", "noted_by", "copied_from", "copied_name", "content_seal"),
)
REMARK = ("option", "number", "act", "revision", "about", "tag", "text", "author", "made_at")


def key(settings: Mapping[str, str] = os.environ, name: str = SETTING) -> bytes:
    """The key to seal with, b"" for none; raises StoreError where it is easily guessed."""
    found = settings.get(name, "").strip().encode()
    if 0 < len(found) < SHORTEST:
        raise StoreError(f"{name} has fewer than {SHORTEST} characters. Give it more, by chance.")
    return found


def sealed(row: Mapping[str, object], parts: Iterable[str], by: bytes | None = None) -> str:
    """The seal of a row, over what it follows and some of its parts; hexadecimal.

    `by` is the key; without it, that of the setting.
    """
    told = json.dumps([row["follows"], *(_plain(row[part]) for part in parts)]).encode()
    secret = key() if by is None else by
    digest = hmac.new(secret, told, "sha256") if secret else hashlib.sha256(told)
    return digest.hexdigest()


def content_seal(content: str) -> str:
    """The digest of what an option holds; hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def is_intact(row: Mapping[str, object], parts: Iterable[str]) -> bool:
    """Whether a row is still what was sealed."""
    return hmac.compare_digest(row["seal"].encode(), sealed(row, parts).encode())


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
