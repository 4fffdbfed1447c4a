"""Changed: which options and packs of a store are no longer what was sealed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import URL, Connection, select

from footprint.shelf import rows as shelf_rows
from footprint.shelf import whose
from footprint.store import rows, seals
from footprint.store.database import Database
from footprint.store.tables import attachments, options, pack_revisions, packs, revisions
from footprint.store.whose import access


def changed(address: str | URL) -> tuple[str, ...]:
    """The options and packs of a store of which something was changed past the app, by ids."""
    with Database(address).at_one_moment() as connection:
        return changed_in(connection)


def changed_in(connection: Connection) -> tuple[str, ...]:
    """The options and then the packs that are not what was sealed, each kind by its ids.

    An option is its revisions, its remarks and whose it is; a pack is its revisions, what is
    attached to them, and whose it is.
    """
    return (*_options(connection), *_packs(connection))


def _options(connection: Connection) -> Iterator[str]:
    found = connection.execute(select(options.c.id).order_by(options.c.id)).scalars().all()
    contents = select(revisions.c.content, revisions.c.content_seal)
    for one in found:
        whole = (
            access.of_option(connection, one).intact
            and all(said.intact for said in rows.history(connection, one))
            and all(said.intact for said in rows.remarks_on(connection, one))
            and all(
                seals.content_seal(content) == seal
                for content, seal in connection.execute(contents.where(revisions.c.option == one))
            )
        )
        if not whole:
            yield one


def _packs(connection: Connection) -> Iterator[str]:
    c, attached = pack_revisions.c, _attached(connection)
    contents = select(c.content, c.content_seal, c.attached)
    for one in connection.execute(select(packs.c.id).order_by(packs.c.id)).scalars().all():
        whole = (
            whose.of_packs(connection, [one])[one].intact
            and all(said.intact for said in shelf_rows.history(connection, one))
            and all(
                seals.content_seal(content) == seal and (not digest or digest in attached)
                for content, seal, digest in connection.execute(contents.where(c.pack == one))
            )
        )
        if not whole:
            yield one


def _attached(connection: Connection) -> set[str]:
    """What is attached to packs and is still what was kept, by its digests."""
    found = connection.execute(select(attachments), execution_options={"yield_per": 10})
    return {digest for digest, content in found if seals.content_seal(content) == digest}
