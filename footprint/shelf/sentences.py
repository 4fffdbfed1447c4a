"""Sentences: packs that are kept, in words."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.english import plural
from footprint.options.sentences import LONGEST_AUTHOR, LONGEST_TITLE, NOBODY, shown, when
from footprint.shelf.values import KeptPack

_ACTS: Mapping[str, str] = {
    "saved": "saved",
    "restored": "brought back",
    "archived": "archived",
}


def named(one: KeptPack) -> str:
    """The name of a pack in quotation marks."""
    return f"“{shown(one.name, LONGEST_TITLE)}”"


def views(count: int) -> str:
    """How many views there are."""
    return plural(count, "view", "views")


def done(one: KeptPack) -> str:
    """What was done to make a revision, by whom and when."""
    author = shown(one.author, LONGEST_AUTHOR) or NOBODY
    return f"{_ACTS[one.act]} by {author} on {when(one.saved_at)}"


def listed(one: KeptPack) -> str:
    """A pack on a list: how many views, who saved it last, and when."""
    count = plural(one.number, "revision", "revisions")
    return f"{views(one.views)}, {count}. Last {done(one)}."


def newer(newest: KeptPack) -> str:
    """Say before a save that somebody else has saved meanwhile, and what can be done."""
    return (
        f"Revision {newest.number} is newer than the one you opened: {done(newest)}. Yours is not "
        "saved yet. Save yours as a new pack, or on top of theirs: every revision stays."
    )


def same_name(others: tuple[KeptPack, ...]) -> str:
    """Say before a save that other packs have that name; `others` is last saved first."""
    count = len(others)
    which = "Another pack is" if count == 1 else f"{count} other packs are"
    last = "It was" if count == 1 else "The one saved last was"
    return (
        f"{which} called {named(others[0])}. {last} {done(others[0])}. Nothing is saved yet. "
        "Give yours another title, or save it under this one all the same."
    )
