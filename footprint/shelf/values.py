"""What is kept of a pack: a draft somebody hands in, and the revision it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from footprint.rights.policy import Access
from footprint.store.revisions import LONGEST, PAGE, StoreError, check_text, seen

LARGEST, LARGEST_ATTACHED = 1_000_000, 10_000_000
MOST_PACKS = 50_000
MOST_REVISIONS = 1_000
Act = Literal["saved", "restored", "archived"]


class NewerPackError(StoreError):
    """Somebody else has saved the pack since it was opened; `newest` is what they made."""

    def __init__(self, newest: KeptPack) -> None:
        super().__init__(f"Revision {newest.number} is newer.")
        self.newest = newest


@dataclass(frozen=True, kw_only=True)
class PackDraft:
    """A pack to be kept; `content` and what is `attached` are texts that mean nothing here.

    `views` is how many it has. What is attached is kept once, however many revisions have it.
    """

    name: str
    content: str
    views: int
    data_version: str
    attached: str = ""
    note: str = ""
    author: str = ""


@dataclass(frozen=True, kw_only=True)
class KeptPack:
    """One saved state of a pack without its content, and what was done to make it.

    `parent` is the revision that was gone on from, or brought back. `intact` is whether it is
    still what was saved.
    """

    pack: str
    number: int
    act: Act
    name: str
    note: str
    author: str
    saved_at: datetime
    data_version: str
    parent: int | None
    views: int
    intact: bool = True


@dataclass(frozen=True, kw_only=True)
class ListedPack(KeptPack):
    """The newest state of a pack, and whose it is."""

    access: Access = Access()


@dataclass(frozen=True, kw_only=True)
class PackReading(KeptPack):
    """One saved state with its content and what is attached to it."""

    content: str
    attached: str


@dataclass(frozen=True)
class WantedPacks:
    """Which packs to list: those with all words of a search, on the list or archived.

    `after` is the last of the page before, and `most` how many there are on a page.
    """

    search: str = ""
    archived: bool = False
    after: KeptPack | None = None
    most: int = PAGE


def checked(draft: PackDraft) -> PackDraft:
    """Return a draft without the space around its name, or refuse it in a sentence."""
    draft = replace(draft, name=draft.name.strip())
    if not seen(draft.name):
        raise StoreError("The pack has no name. Type one that can be seen.")
    for field in ("name", "note", "author", "data_version"):
        check_text(field.replace("_", " "), getattr(draft, field), LONGEST[field])
    _check_size("pack", draft.content, LARGEST)
    _check_size("pack’s templates and logo", draft.attached, LARGEST_ATTACHED)
    return draft


def _check_size(what: str, text: str, most: int) -> None:
    check_text(what, text, most)
    if len(text.encode()) > most:
        raise StoreError(f"The {what} would take more than {most // 1_000_000} MB. Make it less.")
