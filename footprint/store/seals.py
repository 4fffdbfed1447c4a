"""Seals: what each thing saved says of itself and of the one before it, so that a change shows.

A seal is a digest of everything a row holds and of the seal it follows. Whoever changes a row, or
takes one out, would have to write every later row of that option anew to hide it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

REVISION = (
    *("option", "number", "act", "name", "note", "author", "saved_at", "base", "data_version"),
    *("parent", "drawn_by", "noted_by", "copied_from", "copied_name", "content_seal"),
)
REMARK = ("option", "number", "act", "revision", "about", "tag", "text", "author", "made_at")


def sealed(row: Mapping[str, object], parts: Iterable[str]) -> str:
    """The seal of a row, over what it follows and some of its parts; hexadecimal."""
    told = [row["follows"], *(_plain(row[part]) for part in parts)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def content_seal(content: str) -> str:
    """The digest of what an option holds; hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def is_intact(row: Mapping[str, object], parts: Iterable[str]) -> bool:
    """Whether a row is still what was sealed."""
    return row["seal"] == sealed(row, parts)


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
