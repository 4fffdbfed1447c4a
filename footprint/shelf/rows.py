"""Rows of packs: how a revision is written to the tables and read from them, each one sealed."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Connection, RowMapping, Select, func, insert, select

from footprint.shelf.values import MOST_PACKS, MOST_REVISIONS, Act, KeptPack, PackDraft, PackReading
from footprint.store import seals
from footprint.store.revisions import StoreError, folded
from footprint.store.rows import known_form as stored_form
from footprint.store.rows import name_key, refuse, time_after
from footprint.store.tables import attachments, pack_revisions, packs

SEALED = (
    *("pack", "number", "act", "name", "note", "author", "saved_at", "data_version", "parent"),
    *("views", "content_seal", "attached"),
)
_ALL = [pack_revisions.c[name] for name in (*SEALED, "follows", "seal")]
_FIELDS = [field.name for field in fields(KeptPack) if field.name != "intact"]


def known_form(pack: str) -> str:
    """The id as it is kept."""
    return stored_form(pack, "That pack")


def revisions_of() -> Select:
    """Everything of revisions but their content."""
    return select(*_ALL)


def told(row: RowMapping) -> KeptPack:
    """A revision as a row of the table holds it, saying whether it is intact."""
    intact = seals.is_intact(row, SEALED)
    return KeptPack(**{name: row[name] for name in _FIELDS}, intact=intact)


def history(connection: Connection, pack: str) -> tuple[KeptPack, ...]:
    """Every revision of a pack, newest first; one is intact if it follows what was before it."""
    query = revisions_of().where(pack_revisions.c.pack == known_form(pack))
    found: list[KeptPack] = []
    before = _seal_of(connection, pack, 0)
    for place, row in enumerate(
        connection.execute(query.order_by(pack_revisions.c.number)).mappings(), start=1
    ):
        one = told(row)
        follows = row["follows"] == before and row["number"] == place
        found.append(replace(one, intact=one.intact and follows))
        before = row["seal"]
    return tuple(found[::-1]) or refuse("That pack")


def newest(connection: Connection, pack: str) -> KeptPack:
    """The newest revision of a pack, whether it is intact or not."""
    query = revisions_of().where(pack_revisions.c.pack == known_form(pack))
    found = connection.execute(query.order_by(pack_revisions.c.number.desc()).limit(1))
    row = found.mappings().first() or refuse("That pack")
    return told(row)


def read(connection: Connection, pack: str, number: int | None) -> PackReading:
    """One revision with its content, the newest unless another is named.

    Raises StoreError where there is none, and where it is no longer what was saved.
    """
    past = history(connection, pack)
    one = past[0] if number is None else next((one for one in past if one.number == number), None)
    if not one:
        refuse(f"Revision {number} of that pack")
    c = pack_revisions.c
    query = select(c.content, c.content_seal, c.attached).where(
        c.pack == one.pack, c.number == one.number
    )
    row = connection.execute(query).mappings().one()
    files = _attached(connection, row["attached"])
    same = seals.content_seal(row["content"]) == row["content_seal"]
    if not (one.intact and same and _digest(files) == row["attached"]):
        raise StoreError(
            f"Revision {one.number} of that pack was changed in the store after it was saved, so "
            "it is not opened. Choose another revision, or bring back a copy of the store."
        )
    return PackReading(**asdict(one), content=row["content"], attached=files)


def _attached(connection: Connection, digest: str) -> str:
    query = select(attachments.c.content).where(attachments.c.digest == digest)
    return (connection.execute(query).scalar() or "") if digest else ""


def _digest(text: str) -> str:
    return seals.content_seal(text) if text else ""


def hold(connection: Connection, pack: str) -> None:
    """Let nobody else add to a pack until this transaction ends."""
    held = select(packs.c.id).where(packs.c.id == known_form(pack)).with_for_update()
    connection.execute(held)


def start(connection: Connection, draft: PackDraft, owner: str | None = None) -> KeptPack:
    """Write the first revision of a new pack; without an owner it is everybody's."""
    if connection.execute(select(func.count()).select_from(packs)).scalar() >= MOST_PACKS:
        raise StoreError(
            f"The store holds {MOST_PACKS:,} packs, which is the most. Save this one as a revision "
            "of another, or ask whoever runs this app to begin a new store."
        )
    pack, now = str(uuid4()), datetime.now(UTC)
    connection.execute(insert(packs).values(id=pack, created_at=now, owner=owner))
    return append(connection, pack, draft, "saved", after=0)


def append(
    connection: Connection,
    pack: str,
    draft: PackDraft,
    act: Act,
    *,
    after: int,
    parent: int | None = None,
) -> KeptPack:
    """Write the revision that comes after another; unless said, its author went on from that."""
    # A pack that is full can still be put away.
    if after >= MOST_REVISIONS + (act == "archived"):
        raise StoreError(
            f"This pack has {after:,} revisions, and {MOST_REVISIONS:,} is the most. "
            "Save it as a new pack."
        )
    row = {
        **asdict(draft),
        **{"pack": known_form(pack), "number": after + 1, "act": act},
        **{
            "parent": parent or after or None,
            "saved_at": time_after(connection, pack_revisions.c.saved_at),
        },
        "attached": _put(connection, draft.attached),
        "words": folded(f"{draft.name}\n{draft.note}\n{draft.author}"),
        "name_key": name_key(draft.name),
        "content_seal": seals.content_seal(draft.content),
        "follows": _seal_of(connection, pack, after),
    }
    connection.execute(insert(pack_revisions).values(row | {"seal": seals.sealed(row, SEALED)}))
    return KeptPack(**{name: row[name] for name in _FIELDS})


def _put(connection: Connection, text: str) -> str:
    digest = _digest(text)
    there = select(attachments.c.digest).where(attachments.c.digest == digest)
    if digest and connection.execute(there).first() is None:
        connection.execute(insert(attachments).values(digest=digest, content=text))
    return digest


def seal_of_owner(pack: str, owner: str | None, by: bytes | None = None) -> str:
    """What the first revision of a pack follows, so that an owner changed past the app shows.

    `by` is the key; without it, that of the setting.
    """
    if owner is None:
        return ""
    return seals.sealed({"follows": "", "pack": pack, "owner": owner}, ("pack", "owner"), by)


def _seal_of(connection: Connection, pack: str, number: int) -> str:
    """The seal of a revision; of the one before the first, the seal of whose the pack is."""
    if number == 0:
        whose = select(packs.c.owner).where(packs.c.id == known_form(pack))
        return seal_of_owner(known_form(pack), connection.execute(whose).scalar())
    same = (pack_revisions.c.pack == known_form(pack), pack_revisions.c.number == number)
    return connection.execute(select(pack_revisions.c.seal).where(*same)).scalar() or ""
