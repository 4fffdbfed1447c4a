"""Lists of options: a page of them at a time, found by words, by tags and by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    and_,
    case,
    exists,
    func,
    or_,
    select,
)

from footprint.rights.person import Person
from footprint.store.remarks import MOST_TAGS, Remark, tag_of, tags_in
from footprint.store.revisions import (
    LONGEST_SEARCH,
    Listed,
    Revision,
    StoreError,
    Wanted,
    check_text,
    folded,
)
from footprint.store.rows import name_key, revisions_of, tag_changes, told
from footprint.store.tables import remarks, revisions
from footprint.store.whose import access


def page(connection: Connection, wanted: Wanted, by: Person | None = None) -> tuple[Listed, ...]:
    """The newest revision of each option that is wanted and `by` may see, last saved first."""
    check_text("search", wanted.search, LONGEST_SEARCH)
    if len(wanted.tags) > MOST_TAGS:
        return ()
    matched = _matched(folded(wanted.search).split())
    query = revisions_of().where(_is_newest(), _put_away(wanted), *_tagged(wanted.tags))
    query = query.where(access.visible(by, revisions.c.option))
    if matched is not None:
        query = query.add_columns(matched.label("matched")).where(matched > 0)
    if wanted.after:
        query = query.where(_before(wanted.after))
    query = query.order_by(revisions.c.saved_at.desc(), revisions.c.option.desc())
    rows = connection.execute(query.limit(wanted.most)).mappings().all()
    found = [Listed(**told(row), matched=row.get("matched")) for row in rows]
    return tuple(_with_access(connection, _with_tags(connection, found), by))


def named(
    connection: Connection, name: str, besides: str | None, by: Person | None = None
) -> tuple[Revision, ...]:
    """The options on the list that a person would say have this name, last saved first.

    Of those that `by` may not see, not even the name is told.
    """
    same = (revisions.c.name_key == name_key(name), revisions.c.act != "archived", _is_newest())
    query = revisions_of().where(*same, access.visible(by, revisions.c.option))
    query = query.order_by(revisions.c.saved_at.desc())
    if besides:
        query = query.where(revisions.c.option != besides)
    return tuple(Revision(**told(row)) for row in connection.execute(query).mappings())


def _is_newest() -> ColumnElement[bool]:
    later = revisions.alias("later")
    same = (later.c.option == revisions.c.option, later.c.number > revisions.c.number)
    return ~exists().where(*same)


def _put_away(wanted: Wanted) -> ColumnElement[bool]:
    return revisions.c.act == "archived" if wanted.archived else revisions.c.act != "archived"


def _before(last: Revision) -> ColumnElement[bool]:
    when, option = revisions.c.saved_at, revisions.c.option
    return and_(when <= last.saved_at, or_(when < last.saved_at, option < last.option))


def _tagged(tags: Iterable[str]) -> list[ColumnElement[bool]]:
    return [revisions.c.option.in_(_with_tag(tag)) for tag in tags]


def _with_tag(tag: str) -> ScalarSelect:
    on, later = remarks.alias("tag_on"), remarks.alias("tag_later")
    same = (later.c.option == on.c.option, later.c.tag == on.c.tag, later.c.number > on.c.number)
    try:
        form = tag_of(tag)
    except StoreError:
        # An address may ask for anything; nothing has such a tag.
        form = "?"
    put_on = (on.c.tag == form, on.c.act == "tagged", ~exists().where(*same))
    return select(on.c.option).where(*put_on).scalar_subquery()


def _matched(words: list[str]) -> ColumnElement[int] | None:
    """The newest revision of an option that has all words, itself or in a comment; 0 for none."""
    if not words:
        return None
    one, said = revisions.alias("one"), remarks.alias("said")
    itself = select(func.max(one.c.number)).where(one.c.option == revisions.c.option)
    comment = select(func.max(said.c.revision)).where(said.c.option == revisions.c.option)
    for word in words:
        itself = itself.where(one.c.words.contains(word, autoescape=True))
        comment = comment.where(said.c.words.contains(word, autoescape=True))
    comment = comment.where(said.c.act == "commented")
    first, second = (func.coalesce(part.scalar_subquery(), 0) for part in (itself, comment))
    return case((first >= second, first), else_=second)


def _with_tags(connection: Connection, found: list[Listed]) -> Iterable[Listed]:
    by_option: dict[str, list[Remark]] = {one.option: [] for one in found}
    for said in tag_changes(connection, list(by_option)):
        by_option[said.option].append(said)
    return (replace(one, tags=tuple(tags_in(by_option[one.option]).values())) for one in found)


def _with_access(
    connection: Connection, found: Iterable[Listed], by: Person | None
) -> Iterable[Listed]:
    """Say whose each is; what is kept of that is checked here once more, row by row."""
    if by is None:
        return found
    found = list(found)
    whose = access.of_options(connection, [one.option for one in found])
    told = (replace(one, access=whose[one.option]) for one in found)
    return [one for one in told if access.may_see(by, one.access)]
