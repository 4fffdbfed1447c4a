"""Whose: whose each pack is, who may see it, and what is kept of what people do to packs.

Nobody shares a pack: only its owner and admins see it. One that was saved before people signed in
has no owner, and everybody signed in sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    exists,
    false,
    or_,
    select,
    true,
)

from footprint.rights.person import Person
from footprint.rights.policy import Access, Act, may, refusal_of_pack
from footprint.shelf import rows
from footprint.shelf.values import KeptPack
from footprint.store import seals
from footprint.store.revisions import StoreError
from footprint.store.rows import refuse
from footprint.store.tables import pack_revisions, packs
from footprint.store.whose import audit
from footprint.store.whose.audit import Deed
from footprint.store.whose.rules import Rules


def of_packs(connection: Connection, of: Iterable[str]) -> Mapping[str, Access]:
    """Whose each of some packs is; those that are not there are left out."""
    c, of = pack_revisions.c, tuple(of)
    begun = connection.execute(rows.revisions_of().where(c.number == 1, c.pack.in_(of))).mappings()
    first = {row["pack"]: row for row in begun}
    found = connection.execute(select(packs.c.id, packs.c.owner).where(packs.c.id.in_(of)))
    return {one.id: _access(one.id, one.owner, first.get(one.id)) for one in found}


def _access(pack: str, owner: str | None, first: RowMapping | None) -> Access:
    """Whose a pack is by its first revision, which says who saved it and follows whose it is."""
    if first is None:
        return Access(audience="private", intact=False)
    follows = first["follows"] == rows.seal_of_owner(pack, owner)
    whole = follows and seals.is_intact(first, rows.SEALED)
    if owner is None:
        return Access(intact=whole)
    return Access(owner, first["author"], "private", intact=whole)


def visible(person: Person | None, pack: ColumnElement[str]) -> ColumnElement[bool]:
    """What a list is narrowed by, so that nobody reads or counts what they may not see."""
    if person is None or person.role == "admin" and person.id:
        return true()
    if not person.id:
        return false()
    theirs = or_(packs.c.owner == person.id, packs.c.owner.is_(None))
    return exists().where(packs.c.id == pack, theirs)


@dataclass(frozen=True)
class PackRules:
    """What holds for somebody who is signed in; for None, where nobody signs in, all is allowed."""

    person: Person | None

    @property
    def owner(self) -> str | None:
        """Whose a new pack is."""
        return self.person.id if self.person else None

    def author(self, typed: str) -> str:
        """Who is said to have done something: the one who is signed in, whatever was typed."""
        return Rules(self.person).author(typed)

    def allow(self, connection: Connection, act: Act, pack: str = "") -> Access:
        """Refuse what is not allowed; without a pack it is asked of what is still to be.

        Of a pack that the person may not see they hear what they would hear of one that is not
        there.
        """
        if self.person is None:
            return Access()
        found = None
        if pack:
            form = rows.known_form(pack)
            found = of_packs(connection, [form]).get(form)
            if not found or not may(self.person, "see", found):
                refuse("That pack")
        if not may(self.person, act, found):
            raise StoreError(refusal_of_pack(act))
        return found or Access()

    def done(self, connection: Connection, deed: Deed, made: KeptPack) -> KeptPack:
        """Keep who did something to a pack beside what was done."""
        if self.person is not None:
            audit.write(connection, self.person, deed, made.pack, made.number, made.name)
        return made
