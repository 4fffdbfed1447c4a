"""Users' options: saved for good, every revision kept, and found again."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import NoReturn
from uuid import UUID, uuid4

from sqlalchemy import URL, Connection, Select, and_, func, insert, select

from footprint.store.database import Database
from footprint.store.revisions import (
    LONGEST,
    Act,
    Draft,
    Reading,
    Revision,
    Saved,
    StoreError,
    check_text,
    checked,
    folded,
)
from footprint.store.tables import options, revisions

LONGEST_SEARCH = 300
_FACTS = [revisions.c[field] for field in Revision.__annotations__]


class OptionStore:
    """Every option and every revision of it; nothing in here is ever changed or taken out.

    An option is archived while that is the last thing that was done to it, so whatever is done
    next brings it back. Each method raises StoreError where it cannot do as asked.
    """

    def __init__(self, url: str | URL) -> None:
        self._database = Database(url)

    def save(
        self, draft: Draft, *, option: str | None = None, started_from: int | None = None
    ) -> Saved:
        """Save a draft as a new option, or as the next revision of one.

        `started_from` is the revision the author was shown; without it, the newest is meant.
        Where somebody else has saved since, both are kept and `conflict` names theirs.
        """
        draft = checked(draft)
        with self._database.writing() as connection:
            if option is None:
                return _start(connection, draft, "saved")
            newest = _newest_held(connection, option)
            parent = newest.number if started_from is None else started_from
            if not 1 <= parent <= newest.number:
                raise StoreError(f"There is no revision {parent} to start from. Open it again.")
            saved = _append(connection, option, draft, "saved", parent=parent, after=newest.number)
            return saved if parent == newest.number else replace(saved, conflict=newest.facts)

    def list_options(self, search: str = "", *, archived: bool = False) -> tuple[Revision, ...]:
        """Newest revision of each option, last saved first: the archived ones, or the others.

        Every word searched for must be in the name, the note or the author, in any case.
        """
        check_text("search", search, LONGEST_SEARCH)
        is_archived = revisions.c.act == "archived"
        query = _newest_of_each().where(is_archived if archived else ~is_archived)
        for word in folded(search).split():
            query = query.where(revisions.c.words.contains(word, autoescape=True))
        with self._database.reading() as connection:
            return _found(connection, query.order_by(revisions.c.saved_at.desc(), _FACTS[0]))

    def history(self, option: str) -> tuple[Revision, ...]:
        """Every revision of an option, newest first."""
        query = select(*_FACTS).where(revisions.c.option == _known_form(option))
        with self._database.reading() as connection:
            found = _found(connection, query.order_by(revisions.c.number.desc()))
        return found or _refuse("That option")

    def read(self, option: str, revision: int | None = None) -> Reading:
        """Return one revision with its content, the newest unless another is named."""
        with self._database.reading() as connection:
            return _read(connection, option, revision)

    def duplicate(
        self, option: str, revision: int | None = None, *, author: str, name: str | None = None
    ) -> Saved:
        """Start a new option that equals a revision of another, with none of its history."""
        with self._database.writing() as connection:
            draft = _again(_read(connection, option, revision), author)
            copied = f"Copy of {draft.name}"[: LONGEST["name"]] if name is None else name
            return _start(connection, checked(replace(draft, name=copied)), "duplicated")

    def rename(self, option: str, name: str, *, author: str, note: str | None = None) -> Saved:
        """Give an option another name, and another note where one is given."""
        with self._database.writing() as connection:
            newest = _newest_held(connection, option)
            note = newest.note if note is None else note
            draft = checked(replace(_again(newest, author), name=name, note=note))
            return _append(connection, option, draft, "renamed", after=newest.number)

    def archive(self, option: str, *, author: str) -> Saved:
        """Take an option off the list without losing any of it."""
        with self._database.writing() as connection:
            newest = _newest_held(connection, option)
            draft = _again(newest, author)
            return _append(connection, option, draft, "archived", after=newest.number)

    def restore(self, option: str, revision: int | None = None, *, author: str) -> Saved:
        """Make a new revision that equals an earlier one; an archived option comes back."""
        with self._database.writing() as connection:
            newest = _newest_held(connection, option).number
            earlier = _read(connection, option, newest if revision is None else revision)
            draft, parent = _again(earlier, author), earlier.number
            return _append(connection, option, draft, "restored", parent=parent, after=newest)


def _refuse(what: str) -> NoReturn:
    raise StoreError(f"{what} is not in the store. Choose one from the list.")


def _known_form(option: str) -> str:
    """The id as it is stored; an address bar may hold anything at all in its place."""
    try:
        return str(UUID(option))
    except ValueError:
        _refuse("That option")


def _newest_of_each() -> Select:
    by_option = select(revisions.c.option, func.max(revisions.c.number).label("number"))
    newest = by_option.group_by(revisions.c.option).subquery()
    same = [revisions.c[column] == newest.c[column] for column in ("option", "number")]
    return select(*_FACTS).join(newest, and_(*same))


def _found(connection: Connection, query: Select) -> tuple[Revision, ...]:
    return tuple(Revision(**row) for row in connection.execute(query).mappings())


def _read(connection: Connection, option: str, revision: int | None) -> Reading:
    query = select(*_FACTS, revisions.c.content).where(revisions.c.option == _known_form(option))
    query = query.order_by(revisions.c.number.desc()).limit(1)
    if revision is not None:
        # No database holds a number without end, and none of ours is below one.
        query = query.where(revisions.c.number == (revision if 0 < revision < 2**31 else 0))
    if found := connection.execute(query).mappings().first():
        return Reading(**found)
    _refuse("That option" if revision is None else f"Revision {revision} of that option")


def _newest_held(connection: Connection, option: str) -> Reading:
    """Return the newest revision; until this transaction ends, nobody else can add another."""
    held = select(options.c.id).where(options.c.id == _known_form(option)).with_for_update()
    connection.execute(held)
    return _read(connection, option, None)


def _again(reading: Reading, author: str) -> Draft:
    """What a revision holds, to be saved once more by somebody."""
    check_text("author", author, LONGEST["author"])
    kept = {field: getattr(reading, field) for field in Draft.__annotations__}
    return Draft(**kept | {"author": author})


def _start(connection: Connection, draft: Draft, act: Act) -> Saved:
    option = str(uuid4())
    connection.execute(insert(options).values(id=option, created_at=datetime.now(UTC)))
    return _append(connection, option, draft, act, after=0)


def _append(
    connection: Connection,
    option: str,
    draft: Draft,
    act: Act,
    *,
    after: int,
    parent: int | None = None,
) -> Saved:
    """Write the revision that comes after another; unless said, its author started from that."""
    saved = Saved(_known_form(option), after + 1)
    place = {"option": saved.option, "number": saved.revision, "parent": parent or after or None}
    words = folded(f"{draft.name}\n{draft.note}\n{draft.author}")
    made = {"act": act, "saved_at": datetime.now(UTC), "words": words}
    connection.execute(insert(revisions).values(place | made | asdict(draft)))
    return saved
