"""What is saved of an option: a draft somebody hands in, and the revision it becomes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Literal

from footprint.rights.policy import Access

SETTING = "ICB_FOOTPRINTS_STORE"
LONGEST = {"name": 300, "note": 10_000, "author": 200, "base": 200, "data_version": 200}
LARGEST = 1_000_000
LONGEST_SEARCH = 300
PAGE = 100
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

    `author` is who did it, `drawn_by` who drew what it holds and `noted_by` who wrote its note.
    `parent` is the revision they started from, or brought back. `copied_from` is the option and
    the revision that a duplicate equals, as "option.number", and `copied_name` what that one was
    called then; "" for anything else, and for duplicates made before that was kept. `intact` is
    whether it is still what was saved.
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
    drawn_by: str
    noted_by: str
    copied_from: str = ""
    copied_name: str = ""
    intact: bool = True

    @property
    def facts(self) -> Revision:
        """The same revision, and nothing that is told beside it."""
        return Revision(**{field.name: getattr(self, field.name) for field in fields(Revision)})


@dataclass(frozen=True, kw_only=True)
class Reading(Revision):
    """One saved state of an option, whole."""

    content: str


@dataclass(frozen=True, kw_only=True)
class Listed(Revision):
    """The newest revision of an option, as a list shows it, with the option's tags.

    `matched` is the newest revision that holds the words searched for, or that a comment with
    them is on; None where nothing was searched for. `access` is whose it is.
    """

    tags: tuple[str, ...] = ()
    matched: int | None = None
    access: Access = Access()


@dataclass(frozen=True)
class Wanted:
    """Which options a list shows: the archived ones or the others, by words and by tags.

    Every word searched for must be in the name, the note or the author of one revision, or in
    one comment; every tag must be on the option. `after` is the last one of the page before.
    """

    search: str = ""
    archived: bool = False
    tags: tuple[str, ...] = ()
    after: Revision | None = None
    most: int = PAGE


@dataclass(frozen=True)
class Saved:
    """A revision that is on the disk; `conflict` is the newest one its author had not opened."""

    option: str
    revision: int
    conflict: Revision | None = None


class NewerError(StoreError):
    """Somebody saved a revision that whoever wants to save has not seen; nothing was saved."""

    def __init__(self, newest: Revision) -> None:
        super().__init__(f"Revision {newest.number} is newer. Look at it before you save.")
        self.newest = newest


def checked(draft: Draft) -> Draft:
    """Return a draft with its name trimmed, or refuse it in a sentence."""
    draft = replace(draft, name=draft.name.strip())
    if not seen(draft.name):
        raise StoreError("The option has no name. Give it one that can be seen.")
    for field, longest in LONGEST.items():
        check_text(field.replace("_", " "), getattr(draft, field), longest)
    check_text("content", draft.content, LARGEST)
    if len(draft.content.encode()) > LARGEST:
        raise StoreError("The option is larger than 1 MB. Save it in smaller parts.")
    return draft


def seen(text: str) -> bool:
    """Whether any of a text can be seen."""
    return not all(unicodedata.category(letter)[0] in _INVISIBLE for letter in text)


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
