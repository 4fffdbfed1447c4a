"""What is saved of an option: a draft somebody hands in, and the revision it becomes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

SETTING = "ICB_FOOTPRINTS_STORE"
LONGEST = {"name": 300, "note": 10_000, "author": 200, "base": 200, "data_version": 200}
LARGEST = 1_000_000
_INVISIBLE = ("C", "Z")
Act = Literal["saved", "renamed", "restored", "archived", "duplicated"]


class StoreError(ValueError):
    """Options cannot be saved or read as asked; says why, and what to do."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What a user hands in to be saved; `base` is the key of the plan they began with.

    `content` is the option's own text, which means nothing to the store.
    """

    name: str
    content: str
    base: str
    data_version: str
    note: str = ""
    author: str = ""


@dataclass(frozen=True, kw_only=True)
class Revision:
    """One saved state of an option without its content, and what was done to make it.

    `author` is who did it. `parent` is the revision they started from, or brought back.
    """

    option: str
    number: int
    act: Act
    name: str
    note: str
    author: str
    saved_at: datetime
    base: str
    data_version: str
    parent: int | None


@dataclass(frozen=True, kw_only=True)
class Reading(Revision):
    """One saved state of an option, whole."""

    content: str

    @property
    def facts(self) -> Revision:
        """The same revision without its content."""
        return Revision(**{field: getattr(self, field) for field in Revision.__annotations__})


@dataclass(frozen=True)
class Saved:
    """A revision that is on the disk; `conflict` is the newest one its author had not seen."""

    option: str
    revision: int
    conflict: Revision | None = None


def checked(draft: Draft) -> Draft:
    """Return a draft with its name trimmed, or refuse it in a sentence."""
    draft = replace(draft, name=draft.name.strip())
    if all(unicodedata.category(letter)[0] in _INVISIBLE for letter in draft.name):
        raise StoreError("The option has no name. Give it one that can be seen.")
    for field, longest in LONGEST.items():
        check_text(field.replace("_", " "), getattr(draft, field), longest)
    check_text("content", draft.content, LARGEST)
    if len(draft.content.encode()) > LARGEST:
        raise StoreError("The option is larger than 1 MB. Save it in smaller parts.")
    return draft


def check_text(what: str, text: str, longest: int) -> None:
    """Refuse text that is too long, or that some database could not give back as it was."""
    if len(text) > longest:
        raise StoreError(f"The {what} is {len(text):,} characters long. Keep it to {longest:,}.")
    # PostgreSQL has no NUL, and half of a surrogate pair has no place in UTF-8.
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise StoreError(
            f"The {what} holds a character that cannot be saved, such as NUL. Type it again."
        )


def folded(text: str) -> str:
    """Text as a search compares it: databases disagree on which letters have an upper case."""
    return unicodedata.normalize("NFKC", text).casefold()
