"""Sealing: all that is kept sealed anew, once a key for the seals was set or changed.

`python -m footprint.upkeep.sealing`, while nobody saves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, Table, select, update

from footprint.shelf import rows as packs_rows
from footprint.store import seals
from footprint.store.database import Database, default_url
from footprint.store.revisions import StoreError
from footprint.store.tables import pack_revisions, packs, remarks, revisions
from footprint.store.whose import access, audit
from footprint.store.whose import tables as whose

KEY_BEFORE = f"{seals.SETTING}_BEFORE"

# What the first row of a chain follows, given what the chain is of and the key.
_First = Callable[[str, bytes], str]


@dataclass(frozen=True)
class _Chain:
    """Rows of a table that follow each other, by what they are of: all of them where that is ""."""

    table: Table
    parts: tuple[str, ...]
    of: str = ""


_CHAINS = (
    _Chain(revisions, seals.REVISION, "option"),
    _Chain(remarks, seals.REMARK, "option"),
    _Chain(whose.access, access.SEALED, "option"),
    _Chain(pack_revisions, packs_rows.SEALED, "pack"),
    _Chain(whose.audit, audit.SEALED),
)


def seal_anew(connection: Connection, before: bytes, now: bytes) -> int:
    """Seal all that is kept by another key, and return how many rows that are.

    Raises StoreError at the first that is not as it was sealed by the key before; none is changed
    if the transaction ends there.
    """
    owners = {one.id: one.owner for one in connection.execute(select(packs.c.id, packs.c.owner))}

    def first(of: str, key: bytes) -> str:
        return packs_rows.seal_of_owner(of, owners.get(of), key)

    return sum(_sealed_anew(connection, chain, first, before, now) for chain in _CHAINS)


def _sealed_anew(
    connection: Connection, chain: _Chain, first: _First, before: bytes, now: bytes
) -> int:
    table, last, seal, count = chain.table, None, "", 0
    wanted = [*(table.c[name] for name in chain.parts), table.c.follows, table.c.seal]
    for row in connection.execute(select(*wanted).order_by(*table.primary_key)).mappings().all():
        of = row[chain.of] if chain.of else ""
        begins = last is None or (chain.of and last[chain.of] != of)
        expected = first(of, before) if begins else last["seal"]
        if row["follows"] != expected or row["seal"] != seals.sealed(row, chain.parts, before):
            raise StoreError(_refusal(row, of))
        values = {"follows": first(of, now) if begins else seal}
        seal = values["seal"] = seals.sealed({**row, **values}, chain.parts, now)
        same = [column == row[column.name] for column in table.primary_key]
        connection.execute(update(table).where(*same).values(values))
        last, count = row, count + 1
    return count


def _refusal(row: RowMapping, of: str) -> str:
    return (
        f"{of or 'What was done'}, number {row['number']}, is not as it was sealed, or was sealed "
        f"by another key than that in {KEY_BEFORE}. Nothing was sealed anew."
    )


def main() -> None:
    """Seal the store of the setting anew, and say how much that was."""
    try:
        with Database(default_url()).writing() as connection:
            count = seal_anew(connection, seals.key(name=KEY_BEFORE), seals.key())
    except StoreError as problem:
        raise SystemExit(str(problem)) from None
    print(f"{count:,} rows are sealed anew.")


if __name__ == "__main__":
    main()
