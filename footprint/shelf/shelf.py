"""The shelf itself: packs saved for good, every revision kept, and found again."""

from __future__ import annotations

from copy import copy
from dataclasses import asdict, fields, replace

from sqlalchemy import URL, ColumnElement, Connection, Select, and_, exists, or_

from footprint.rights.person import Person
from footprint.rights.policy import Access, may
from footprint.shelf import rows, whose
from footprint.shelf.values import (
    KeptPack,
    ListedPack,
    NewerPackError,
    PackDraft,
    PackReading,
    WantedPacks,
    checked,
)
from footprint.shelf.whose import PackRules
from footprint.store.database import Database
from footprint.store.revisions import LONGEST, LONGEST_SEARCH, check_text, folded
from footprint.store.rows import name_key
from footprint.store.tables import pack_revisions

_NEWEST = WantedPacks()


class Shelf:
    """Every pack and every revision of it; nothing in here is ever changed.

    A pack is archived while that is the last thing that was done to it. Each method raises
    StoreError where it cannot do as asked.

    Where people sign in, it is asked through `seen_by`, as the store of options is: a pack is its
    owner's, and to others but admins it is not there.
    """

    def __init__(self, url: str | URL) -> None:
        self._database = Database(url)
        self._rules = PackRules(None)

    def seen_by(self, person: Person) -> Shelf:
        """The same shelf as somebody who is signed in may see it and write to it."""
        theirs = copy(self)
        theirs._rules = PackRules(person)
        return theirs

    def save(
        self, draft: PackDraft, *, pack: str | None = None, seen: int | None = None
    ) -> KeptPack:
        """Keep a draft as a new pack, or as the next revision of one.

        `seen` is the newest revision its author knows of: where there is a newer one,
        NewerPackError is raised.
        """
        draft = checked(replace(draft, author=self._rules.author(draft.author)))
        with self._database.writing() as connection:
            if pack is None:
                self._rules.allow(connection, "begin")
                made = rows.start(connection, draft, self._rules.owner)
                return self._rules.done(connection, "saved a pack", made)
            self._rules.allow(connection, "save", pack)
            # What is saved has a title, whether it is the one before or another.
            self._rules.allow(connection, "rename", pack)
            rows.hold(connection, pack)
            newest = rows.newest(connection, pack)
            if seen is not None and newest.number > seen:
                raise NewerPackError(newest)
            place = {"after": newest.number, "parent": seen}
            made = rows.append(connection, pack, draft, "saved", **place)
            return self._rules.done(connection, "saved a pack", made)

    def packs(self, wanted: WantedPacks = _NEWEST) -> tuple[ListedPack, ...]:
        """Newest revision of each pack that is wanted, last saved first, a page of them."""
        check_text("search", wanted.search, LONGEST_SEARCH)
        with self._database.reading() as connection:
            return _seen(connection, _page(wanted), self._rules.person)

    def named(self, name: str, *, besides: str | None = None) -> tuple[ListedPack, ...]:
        """The packs on the list that have a name already, besides one of them."""
        check_text("name", name, LONGEST["name"])
        c = pack_revisions.c
        query = rows.revisions_of().where(c.name_key == name_key(name), _on_list(archived=False))
        query = query.where(c.pack != besides) if besides else query
        with self._database.reading() as connection:
            return _seen(connection, query.order_by(c.saved_at.desc()), self._rules.person)

    def history(self, pack: str) -> tuple[KeptPack, ...]:
        """Every revision of a pack, newest first, each saying whether it is intact."""
        with self._database.reading() as connection:
            self._rules.allow(connection, "see", pack)
            return rows.history(connection, pack)

    def access(self, pack: str) -> Access:
        """Whose a pack is."""
        with self._database.reading() as connection:
            return self._rules.allow(connection, "see", pack)

    def read(self, pack: str, number: int | None = None) -> PackReading:
        """One revision with its content, the newest unless another is named."""
        with self._database.reading() as connection:
            self._rules.allow(connection, "see", pack)
            return rows.read(connection, pack, number)

    def archive(self, pack: str, *, author: str) -> KeptPack:
        """Take a pack off the list without losing any of it."""
        author = self._rules.author(author)
        with self._database.writing() as connection:
            self._rules.allow(connection, "archive", pack)
            rows.hold(connection, pack)
            earlier = rows.read(connection, pack, None)
            again = _again(earlier, author)
            made = rows.append(connection, pack, again, "archived", after=earlier.number)
            return self._rules.done(connection, "archived a pack", made)

    def restore(self, pack: str, number: int | None = None, *, author: str) -> KeptPack:
        """Make a new revision that equals an earlier one; an archived pack comes back."""
        author = self._rules.author(author)
        with self._database.writing() as connection:
            self._rules.allow(connection, "restore", pack)
            rows.hold(connection, pack)
            newest = rows.newest(connection, pack).number
            earlier = rows.read(connection, pack, number)
            place = {"after": newest, "parent": earlier.number}
            made = rows.append(connection, pack, _again(earlier, author), "restored", **place)
            return self._rules.done(connection, "restored a pack", made)


def _again(reading: PackReading, author: str) -> PackDraft:
    """What a revision holds, to be kept once more by somebody."""
    check_text("author", author, LONGEST["author"])
    kept = {field.name: getattr(reading, field.name) for field in fields(PackDraft)}
    return PackDraft(**kept | {"author": author})


def _page(wanted: WantedPacks) -> Select:
    c = pack_revisions.c
    query = rows.revisions_of().where(_on_list(archived=wanted.archived))
    for word in folded(wanted.search).split():
        query = query.where(_ever_said(word))
    if last := wanted.after:
        earlier = or_(c.saved_at < last.saved_at, c.pack < last.pack)
        query = query.where(and_(c.saved_at <= last.saved_at, earlier))
    return query.order_by(c.saved_at.desc(), c.pack.desc()).limit(wanted.most)


def _seen(connection: Connection, query: Select, by: Person | None) -> tuple[ListedPack, ...]:
    """What a query finds that somebody may see, once whose each pack is has been checked."""
    query = query.where(whose.visible(by, pack_revisions.c.pack))
    found = [rows.told(row) for row in connection.execute(query).mappings()]
    if by is None:
        return tuple(ListedPack(**asdict(one)) for one in found)
    of = whose.of_packs(connection, [one.pack for one in found])
    told = (ListedPack(**asdict(one), access=of[one.pack]) for one in found)
    return tuple(one for one in told if may(by, "see", one.access))


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
