"""Rows: how what is saved is written to the tables and read from them, each row sealed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import NoReturn
from uuid import UUID, uuid4

from sqlalchemy import Column, Connection, RowMapping, Select, func, insert, select

from footprint.store import seals
from footprint.store.remarks import Remark, Said
from footprint.store.revisions import Act, Draft, Reading, Revision, Saved, StoreError, folded
from footprint.store.tables import options, remarks, revisions

MOST_OPTIONS = 50_000
MOST_REVISIONS = 1_000
MOST_REMARKS = 1_000
_TURNED_BACK = timedelta(days=1)
_SEALED = [revisions.c[name] for name in (*seals.REVISION, "follows", "seal")]
_BESIDE = {"content_seal", "follows", "seal"}


@dataclass(frozen=True)
class Origin:
    """Whose a revision is, where it does not begin with the one who saved it."""

    drawn_by: str
    noted_by: str
    copied_from: str = ""
    copied_name: str = ""


def known_form(given: str, what: str = "That option") -> str:
    """The id as it is stored; an address bar may hold anything at all in its place."""
    try:
        return str(UUID(given))
    except ValueError:
        refuse(what)


def refuse(what: str) -> NoReturn:
    """Say that something asked for is not there."""
    raise StoreError(f"{what} is not in the store. Choose one from the list.")


def name_key(name: str) -> str:
    """What two names share that a person would take for one, short enough for any index."""
    return hashlib.sha256(" ".join(folded(name).split()).encode()).hexdigest()


def revisions_of() -> Select:
    """Everything of revisions but their content."""
    return select(*_SEALED)


def told(row: RowMapping) -> dict[str, object]:
    """The fields of a revision that a row of the table holds, and whether they are intact."""
    fields = {name: row[name] for name in seals.REVISION if name not in _BESIDE}
    return fields | {"intact": seals.is_intact(row, seals.REVISION)}


def history(connection: Connection, option: str) -> tuple[Revision, ...]:
    """Every revision of an option, newest first; one is intact if the next one follows it."""
    query = revisions_of().where(revisions.c.option == known_form(option))
    rows = connection.execute(query.order_by(revisions.c.number)).mappings().all()
    return tuple(_in_turn(rows))[::-1]


def _in_turn(rows: list[RowMapping]) -> Iterator[Revision]:
    for place, row in enumerate(rows):
        # Where one was taken out, what came after it follows nothing that is there.
        before = rows[place - 1]["number"] if place else 0
        followed = place + 1 == len(rows) or _follows(rows[place + 1], row)
        fields = told(row)
        fields["intact"] &= row["number"] == before + 1 and followed
        yield Revision(**fields)


def _follows(after: RowMapping, row: RowMapping) -> bool:
    if after["number"] != row["number"] + 1 or not seals.is_intact(after, seals.REVISION):
        # What was changed itself says nothing of others.
        return True
    return after["follows"] == row["seal"]


def read(connection: Connection, option: str, number: int | None) -> Reading:
    """One revision with its content, the newest unless another is named.

    Raises StoreError where there is none, and where it is no longer what was saved.
    """
    query = select(*_SEALED, revisions.c.content).where(revisions.c.option == known_form(option))
    query = query.order_by(revisions.c.number.desc()).limit(1)
    if number is not None:
        # No database holds a number without end, and none of ours is below one.
        query = query.where(revisions.c.number == (number if 0 < number < 2**31 else 0))
    row = connection.execute(query).mappings().first()
    if not row:
        refuse("That option" if number is None else f"Revision {number} of that option")
    intact = {one.number: one.intact for one in history(connection, option)}
    same = seals.content_seal(row["content"]) == row["content_seal"]
    if not (same and intact[row["number"]]):
        raise StoreError(
            f"Revision {row['number']} of that option was changed in the store after it was "
            "saved, so it is not shown. Choose another revision, or bring back a copy of the store."
        )
    return Reading(**told(row), content=row["content"])


def is_there(connection: Connection, option: str) -> bool:
    """Whether there is an option of that id, whoever may see it."""
    return bool(
        connection.execute(select(options.c.id).where(options.c.id == known_form(option))).first()
    )


def hold(connection: Connection, option: str) -> None:
    """Let nobody else add to an option until this transaction ends."""
    held = select(options.c.id).where(options.c.id == known_form(option)).with_for_update()
    connection.execute(held)


def newest(connection: Connection, option: str) -> Revision:
    """The newest revision of an option, whether it is intact or not."""
    query = revisions_of().where(revisions.c.option == known_form(option))
    found = connection.execute(query.order_by(revisions.c.number.desc()).limit(1)).mappings()
    row = found.first() or refuse("That option")
    return Revision(**told(row))


def start(connection: Connection, draft: Draft, act: Act, origin: Origin | None = None) -> Saved:
    """Write the first revision of a new option, unless the store holds as many as it may."""
    if connection.execute(select(func.count()).select_from(options)).scalar() >= MOST_OPTIONS:
        raise StoreError(
            f"The store holds {MOST_OPTIONS:,} options, archived ones too, which is the most. Save "
            "what is drawn as a revision of one of them, or ask whoever runs this app to begin a "
            "new store."
        )
    option = str(uuid4())
    connection.execute(insert(options).values(id=option, created_at=datetime.now(UTC)))
    return append(connection, option, draft, act, after=0, origin=origin)


def append(
    connection: Connection,
    option: str,
    draft: Draft,
    act: Act,
    *,
    after: int,
    parent: int | None = None,
    origin: Origin | None = None,
) -> Saved:
    """Write the revision that comes after another; unless said, its author started from that."""
    # An option that is full can still be put away.
    if after >= MOST_REVISIONS + (act == "archived"):
        raise StoreError(
            f"This option has {after:,} revisions, and {MOST_REVISIONS:,} is the most. "
            "Save what is drawn as a new option."
        )
    saved = Saved(known_form(option), after + 1)
    row = {
        **asdict(draft),
        **asdict(origin or Origin(draft.author, draft.author)),
        **{"option": saved.option, "number": saved.revision, "parent": parent or after or None},
        **{"act": act, "saved_at": time_after(connection, revisions.c.saved_at)},
        "words": folded(f"{draft.name}\n{draft.note}\n{draft.author}"),
        "name_key": name_key(draft.name),
        "content_seal": seals.content_seal(draft.content),
        "follows": _seal_of(connection, saved.option, after),
    }
    connection.execute(insert(revisions).values(row | {"seal": seals.sealed(row, seals.REVISION)}))
    return saved


def time_after(connection: Connection, saved_at: Column[datetime]) -> datetime:
    """The time, and after whatever was saved last: a clock that is turned back changes no order.

    A clock that was ahead by more than a day was wrong then, and is not followed.
    """
    now = datetime.now(UTC)
    newest = select(saved_at).order_by(saved_at.desc()).limit(1)
    last = connection.execute(newest).scalar()
    ahead = last is not None and now <= last <= now + _TURNED_BACK
    return last + timedelta(microseconds=1) if ahead else now


def _seal_of(connection: Connection, option: str, number: int) -> str:
    same = (revisions.c.option == option, revisions.c.number == number)
    return connection.execute(select(revisions.c.seal).where(*same)).scalar() or ""


def remarks_on(connection: Connection, option: str) -> tuple[Remark, ...]:
    """Everything remarked on an option, in the order it was made; one is intact if it follows."""
    query = select(remarks).where(remarks.c.option == known_form(option))
    found, before = [], ""
    for row in connection.execute(query.order_by(remarks.c.number)).mappings():
        one = _remark(row)
        found.append(replace(one, intact=one.intact and row["follows"] == before))
        before = row["seal"]
    return tuple(found)


def tag_changes(connection: Connection, options: list[str]) -> tuple[Remark, ...]:
    """Every tag put on some options or taken off, in the order of options and of time."""
    query = select(remarks).where(remarks.c.option.in_(options), remarks.c.tag != "")
    found = connection.execute(query.order_by(remarks.c.option, remarks.c.number)).mappings()
    return tuple(_remark(row) for row in found)


def _remark(row: RowMapping) -> Remark:
    fields = {name: row[name] for name in seals.REMARK}
    return Remark(**fields, intact=seals.is_intact(row, seals.REMARK))


def remark(
    connection: Connection, option: str, act: Said, revision: int, told: Mapping[str, str]
) -> int:
    """Write a remark after the last one on an option, and give its number."""
    query = select(remarks.c.number, remarks.c.seal).where(remarks.c.option == option)
    last = connection.execute(query.order_by(remarks.c.number.desc()).limit(1)).first()
    number = 1 + (last.number if last else 0)
    if number > MOST_REMARKS:
        raise StoreError(
            f"This option has {MOST_REMARKS:,} comments and changes of tags, which is the most. "
            "Save what is drawn as a new option, and comment there."
        )
    row = {"about": "", "tag": "", "text": "", **told}
    row |= {"option": option, "number": number, "act": act, "revision": revision}
    row |= {"made_at": datetime.now(UTC), "follows": last.seal if last else ""}
    # A search finds comments, and a tag that was taken off since would be found as well.
    text = "" if row["tag"] else row["text"]
    words = folded(f"{text}\n{row['about']}\n{row['author']}")
    row |= {"words": words, "seal": seals.sealed(row, seals.REMARK)}
    connection.execute(insert(remarks).values(row))
    return number
