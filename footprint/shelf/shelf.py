"""The shelf itself: packs saved for good, every revision kept, and found again."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import URL, ColumnElement, Connection, and_, exists, or_

from footprint.shelf import rows
from footprint.shelf.values import (
    KeptPack,
    NewerPackError,
    PackDraft,
    PackReading,
    WantedPacks,
    checked,
)
from footprint.store.database import Database
from footprint.store.revisions import LONGEST, LONGEST_SEARCH, check_text, folded
from footprint.store.rows import name_key
from footprint.store.tables import pack_revisions

_NEWEST = WantedPacks()


class Shelf:
    """Every pack and every revision of it; nothing in here is ever changed.

    A pack is archived while that is the last thing that was done to it. Each method raises
    StoreError where it cannot do as asked.
    """

    def __init__(self, url: str | URL) -> None:
        self._database = Database(url)

    def save(
        self, draft: PackDraft, *, pack: str | None = None, seen: int | None = None
    ) -> KeptPack:
        """Keep a draft as a new pack, or as the next revision of one.

        `seen` is the newest revision its author knows of: where there is a newer one,
        NewerPackError is raised.
        """
        draft = checked(draft)
        with self._database.writing() as connection:
            if pack is None:
                return rows.start(connection, draft)
            rows.hold(connection, pack)
            newest = rows.newest(connection, pack)
            if seen is not None and newest.number > seen:
                raise NewerPackError(newest)
            return rows.append(connection, pack, draft, "saved", after=newest.number, parent=seen)

    def packs(self, wanted: WantedPacks = _NEWEST) -> tuple[KeptPack, ...]:
        """Newest revision of each pack that is wanted, last saved first, a page of them."""
        check_text("search", wanted.search, LONGEST_SEARCH)
        with self._database.reading() as connection:
            return _page(connection, wanted)

    def named(self, name: str, *, besides: str | None = None) -> tuple[KeptPack, ...]:
        """The packs on the list that have a name already, besides one of them."""
        check_text("name", name, LONGEST["name"])
        c = pack_revisions.c
        query = rows.revisions_of().where(c.name_key == name_key(name), _on_list(archived=False))
        query = query.where(c.pack != besides) if besides else query
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(c.saved_at.desc())).mappings()
            return tuple(map(rows.told, found))

    def history(self, pack: str) -> tuple[KeptPack, ...]:
        """Every revision of a pack, newest first, each saying whether it is intact."""
        with self._database.reading() as connection:
            return rows.history(connection, pack)

    def read(self, pack: str, number: int | None = None) -> PackReading:
        """One revision with its content, the newest unless another is named."""
        with self._database.reading() as connection:
            return rows.read(connection, pack, number)

    def archive(self, pack: str, *, author: str) -> KeptPack:
        """Take a pack off the list without losing any of it."""
        with self._database.writing() as connection:
            rows.hold(connection, pack)
            earlier = rows.read(connection, pack, None)
            again = _again(earlier, author)
            return rows.append(connection, pack, again, "archived", after=earlier.number)

    def restore(self, pack: str, number: int | None = None, *, author: str) -> KeptPack:
        """Make a new revision that equals an earlier one; an archived pack comes back."""
        with self._database.writing() as connection:
            rows.hold(connection, pack)
            newest = rows.newest(connection, pack).number
            earlier = rows.read(connection, pack, number)
            place = {"after": newest, "parent": earlier.number}
            return rows.append(connection, pack, _again(earlier, author), "restored", **place)


def _again(reading: PackReading, author: str) -> PackDraft:
    """What a revision holds, to be kept once more by somebody."""
    check_text("author", author, LONGEST["author"])
    kept = {field.name: getattr(reading, field.name) for field in fields(PackDraft)}
    return PackDraft(**kept | {"author": author})


def _page(connection: Connection, wanted: WantedPacks) -> tuple[KeptPack, ...]:
    c = pack_revisions.c
    query = rows.revisions_of().where(_on_list(archived=wanted.archived))
    for word in folded(wanted.search).split():
        query = query.where(_ever_said(word))
    if last := wanted.after:
        earlier = or_(c.saved_at < last.saved_at, c.pack < last.pack)
        query = query.where(and_(c.saved_at <= last.saved_at, earlier))
    query = query.order_by(c.saved_at.desc(), c.pack.desc()).limit(wanted.most)
    return tuple(map(rows.told, connection.execute(query).mappings()))


def _on_list(*, archived: bool) -> ColumnElement[bool]:
    """Whether a revision is the newest of its pack, and the pack archived or not."""
    c, later = pack_revisions.c, pack_revisions.alias("later")
    newest = ~exists().where(later.c.pack == c.pack, later.c.number > c.number)
    return and_(newest, c.act == "archived" if archived else c.act != "archived")


def _ever_said(word: str) -> ColumnElement[bool]:
    """Whether some revision of the pack has a word in its name, note or author."""
    one = pack_revisions.alias("one")
    said = one.c.words.contains(word, autoescape=True)
    return exists().where(one.c.pack == pack_revisions.c.pack, said)
