"""Users' options: saved for good, every revision kept, and found again."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import datetime

from sqlalchemy import URL, Connection

from footprint.rights.person import Person
from footprint.rights.policy import Access, Audience
from footprint.store import lists, rows
from footprint.store.database import Database
from footprint.store.remarks import (
    MOST_TAGS,
    Remark,
    checked_comment,
    tag_of,
    tags_in,
    written,
)
from footprint.store.revisions import (
    LONGEST,
    Draft,
    Listed,
    NewerError,
    Reading,
    Revision,
    Saved,
    StoreError,
    Wanted,
    check_text,
    checked,
)
from footprint.store.rows import Origin
from footprint.store.whose import audit, sharing
from footprint.store.whose.audit import Deed, Done
from footprint.store.whose.rules import Rules

_NEWEST = Wanted()


class OptionStore:
    """Every option, every revision of it and every remark; nothing in here is ever changed.

    An option is archived while that is the last thing that was done to it, so whatever is done
    next brings it back. Each method raises StoreError where it cannot do as asked.

    Where people sign in, it is asked through `seen_by`: what a person may not see is not there for
    them, whoever they say they are is overruled by who they are, and what they do is kept beside
    what was done.
    """

    def __init__(self, url: str | URL) -> None:
        self._database = Database(url)
        self._rules = Rules(None)

    def seen_by(self, person: Person) -> OptionStore:
        """The same store as somebody who is signed in may see it and write to it."""
        theirs = copy(self)
        theirs._rules = Rules(person)
        return theirs

    def save(
        self,
        draft: Draft,
        *,
        option: str | None = None,
        started_from: int | None = None,
        seen: int | None = None,
    ) -> Saved:
        """Save a draft as a new option, or as the next revision of one.

        `started_from` is the revision the author began with; without it, the newest is meant.
        `seen` is the newest one they know of: where there is a newer one, NewerError is raised.
        `conflict` names the newest where it is not the one they began with.
        """
        draft = checked(replace(draft, author=self._rules.author(draft.author)))
        with self._database.writing() as connection:
            if option is None:
                self._rules.allow(connection, "begin")
                made = rows.start(connection, draft, "saved")
                return self._done(connection, "saved", made, draft.name)
            self._rules.allow(connection, "save", option)
            rows.hold(connection, option)
            newest = rows.newest(connection, option)
            if newest.name != draft.name:
                self._rules.allow(connection, "rename", option)
            if newest.act == "archived":
                self._rules.allow(connection, "restore", option)
            parent = newest.number if started_from is None else started_from
            if not 1 <= parent <= newest.number:
                raise StoreError(f"There is no revision {parent} to start from. Open it again.")
            if seen is not None and newest.number > seen:
                raise NewerError(newest)
            place = {"parent": parent, "after": newest.number}
            saved = rows.append(connection, option, draft, "saved", **place)
            self._done(connection, "saved", saved, draft.name)
            return saved if parent == newest.number else replace(saved, conflict=newest)

    def list_options(self, wanted: Wanted = _NEWEST) -> tuple[Listed, ...]:
        """Newest revision of each option that is wanted, last saved first, a page of them."""
        with self._database.reading() as connection:
            return lists.page(connection, wanted, self._rules.person)

    def named(self, name: str, *, besides: str | None = None) -> tuple[Revision, ...]:
        """The options on the list that have a name already, besides one of them."""
        check_text("name", name, LONGEST["name"])
        with self._database.reading() as connection:
            return lists.named(connection, name, besides, self._rules.person)

    def history(self, option: str) -> tuple[Revision, ...]:
        """Every revision of an option, newest first, each saying whether it is intact."""
        with self._database.reading() as connection:
            self._rules.allow(connection, "see", option)
            return rows.history(connection, option) or rows.refuse("That option")

    def newest(self, option: str) -> Revision:
        """The newest revision of an option."""
        with self._database.reading() as connection:
            self._rules.allow(connection, "see", option)
            return rows.newest(connection, option)

    def read(self, option: str, revision: int | None = None) -> Reading:
        """Return one revision with its content, the newest unless another is named."""
        with self._database.reading() as connection:
            self._rules.allow(connection, "see", option, revision)
            return rows.read(connection, option, revision)

    def duplicate(
        self, option: str, revision: int | None = None, *, author: str, name: str | None = None
    ) -> Saved:
        """Start a new option that equals a revision of another, and says so."""
        author, by = self._rules.author(author), self._rules.person
        with self._database.writing() as connection:
            self._rules.allow(connection, "see", option, revision)
            self._rules.allow(connection, "begin")
            earlier = rows.read(connection, option, revision)
            draft = _again(earlier, author)
            called = _free_copy_name(connection, earlier.name, by) if name is None else name
            source = f"{earlier.option}.{earlier.number}"
            origin = replace(_whose(earlier), copied_from=source, copied_name=earlier.name)
            draft = checked(replace(draft, name=called))
            made = rows.start(connection, draft, "duplicated", origin)
            return self._done(connection, "duplicated", made, called)

    def rename(self, option: str, name: str, *, author: str, note: str | None = None) -> Saved:
        """Give an option another name, and another note where one is given."""
        author = self._rules.author(author)
        with self._database.writing() as connection:
            self._rules.allow(connection, "rename", option)
            newest = _newest_held(connection, option)
            if newest.act == "archived":
                self._rules.allow(connection, "restore", option)
            whose = _whose(newest) if note is None else replace(_whose(newest), noted_by=author)
            note = newest.note if note is None else note
            draft = checked(replace(_again(newest, author), name=name, note=note))
            place = {"after": newest.number, "origin": whose}
            made = rows.append(connection, option, draft, "renamed", **place)
            return self._done(connection, "renamed", made, draft.name)

    def archive(self, option: str, *, author: str) -> Saved:
        """Take an option off the list without losing any of it."""
        author = self._rules.author(author)
        with self._database.writing() as connection:
            self._rules.allow(connection, "archive", option)
            newest = _newest_held(connection, option)
            place = {"after": newest.number, "origin": _whose(newest)}
            made = rows.append(connection, option, _again(newest, author), "archived", **place)
            return self._done(connection, "archived", made)

    def restore(self, option: str, revision: int | None = None, *, author: str) -> Saved:
        """Make a new revision that equals an earlier one; an archived option comes back."""
        author = self._rules.author(author)
        with self._database.writing() as connection:
            self._rules.allow(connection, "restore", option, revision)
            rows.hold(connection, option)
            newest = rows.newest(connection, option).number
            earlier = rows.read(connection, option, newest if revision is None else revision)
            place = {"parent": earlier.number, "after": newest, "origin": _whose(earlier)}
            made = rows.append(connection, option, _again(earlier, author), "restored", **place)
            return self._done(connection, "restored", made)

    def remarks(self, option: str) -> tuple[Remark, ...]:
        """Every comment on an option and every change of its tags, in the order they were made."""
        with self._database.reading() as connection:
            self._rules.allow(connection, "see", option)
            return rows.remarks_on(connection, option)

    def comment(
        self, option: str, revision: int, text: str, *, author: str, about: str = ""
    ) -> int:
        """Keep a comment on a revision, or on the footprint of it that `about` names."""
        author = self._rules.author(author)
        told = {"text": checked_comment(text, about, author), "about": about, "author": author}
        with self._database.writing() as connection:
            self._rules.allow(connection, "remark", option, revision)
            rows.hold(connection, option)
            place = rows.read(connection, option, revision)
            number = rows.remark(connection, place.option, "commented", place.number, told)
            self._done(connection, "commented", Saved(place.option, place.number))
            return number

    def tag(
        self, option: str, *, put_on: tuple[str, ...], take_off: tuple[str, ...], author: str
    ) -> tuple[str, ...]:
        """Put tags on an option and take others off, and return those it has now."""
        author = self._rules.author(author)
        check_text("author", author, LONGEST["author"])
        with self._database.writing() as connection:
            self._rules.allow(connection, "remark", option)
            rows.hold(connection, option)
            place = rows.newest(connection, option)
            has = tags_in(rows.tag_changes(connection, [place.option]))
            gone = {tag_of(tag): "" for tag in take_off if tag_of(tag) in has}
            new = {tag_of(tag): written(tag) for tag in put_on if tag_of(tag) not in has}
            left = {tag: text for tag, text in has.items() if tag not in gone}
            if new and len(left | new) > MOST_TAGS:
                raise StoreError(f"An option has at most {MOST_TAGS} tags. Take one off first.")
            for act, tags in (("untagged", gone), ("tagged", new)):
                for tag, text in sorted(tags.items()):
                    told = {"tag": tag, "text": text, "author": author}
                    rows.remark(connection, place.option, act, place.number, told)
            now = tuple(text for _, text in sorted((left | new).items()))
            if gone or new:
                self._done(connection, "tagged", Saved(place.option, place.number), ", ".join(now))
            return now

    def access(self, option: str) -> Access:
        """Whose an option is, and who may see it."""
        with self._database.reading() as connection:
            return self._rules.allow(connection, "see", option)

    def share(self, option: str, audience: Audience, team: str = "") -> Access:
        """Let nobody else, one team or everybody who is signed in see an option; say who does."""
        with self._database.writing() as connection:
            before = self._rules.allow(connection, "share", option)
            rows.hold(connection, option)
            newest = rows.newest(connection, option)
            now = self._rules.shared(connection, newest.option, before, audience, team)
            place = Saved(newest.option, newest.number)
            self._done(connection, "shared", place, sharing.sentence(now))
            return now

    def note(self, deed: Deed, detail: str = "") -> None:
        """Keep in the audit that the person signed in, or out and of which visit."""
        with self._database.writing() as connection:
            self._rules.note(connection, deed, detail)

    def signed_out(self, after: int, since: datetime) -> tuple[int, frozenset[str]]:
        """The number of the audit's last row, and the visits ended since a moment, after a row."""
        with self._database.reading() as connection:
            return audit.signed_out(connection, after, since)

    def audit(self, most: int = audit.PAGE, before: int | None = None) -> tuple[Done, ...]:
        """What people did, newest first; `before` is the number of the last row known."""
        with self._database.reading() as connection:
            self._rules.allow(connection, "audit")
            return audit.read(connection, most, before)

    def _done(self, connection: Connection, deed: Deed, made: Saved, detail: str = "") -> Saved:
        """Keep who did something beside what was done, and whose a new option is."""
        self._rules.done(connection, deed, made.option, made.revision, detail)
        return made


def _newest_held(connection: Connection, option: str) -> Reading:
    """Return the newest revision; until this transaction ends, nobody else can add another."""
    rows.hold(connection, option)
    return rows.read(connection, option, None)


def _whose(reading: Revision) -> Origin:
    return Origin(reading.drawn_by, reading.noted_by)


def _again(reading: Reading, author: str) -> Draft:
    """What a revision holds, to be saved once more by somebody."""
    check_text("author", author, LONGEST["author"])
    kept = {field: getattr(reading, field) for field in Draft.__annotations__}
    return Draft(**kept | {"author": author})


def _free_copy_name(connection: Connection, name: str, by: Person | None) -> str:
    """A name for a copy that no option on the list has; the last of many may be had by two."""
    for number in range(1, 100):
        called = f"Copy {number} of {name}" if number > 1 else f"Copy of {name}"
        called = called[: LONGEST["name"]]
        if not lists.named(connection, called, None, by):
            break
    return called
