"""The rules as they hold for one person: what is allowed them, and what is kept of what they do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from footprint.rights.person import Person
from footprint.rights.policy import Access, Act, Audience, may, refusal
from footprint.store import rows
from footprint.store.revisions import LONGEST, StoreError
from footprint.store.whose import access, audit
from footprint.store.whose.audit import Deed

_BEGINS = ("saved", "duplicated")


@dataclass(frozen=True)
class Rules:
    """What holds for somebody who is signed in; for None, where nobody signs in, all is allowed."""

    person: Person | None

    def author(self, typed: str) -> str:
        """Who is said to have done something: the one who is signed in, whatever was typed."""
        return typed if self.person is None else self.person.name[: LONGEST["author"]]

    def allow(
        self, connection: Connection, act: Act, option: str = "", revision: int | None = None
    ) -> Access:
        """Refuse what is not allowed; without an option it is asked of what is still to be.

        Of an option that the person may not see they hear what they would hear of one that is
        not there.
        """
        if self.person is None:
            return Access()
        found = access.of_option(connection, rows.known_form(option)) if option else None
        there = not option or rows.is_there(connection, option)
        if not there or (found and not may(self.person, "see", found)):
            rows.refuse(
                "That option" if revision is None else f"Revision {revision} of that option"
            )
        if not may(self.person, act, found):
            raise StoreError(refusal(act))
        if act == "begin":
            access.check_room(connection, self.person)
        return found or Access()

    def shared(
        self, connection: Connection, option: str, before: Access, audience: Audience, team: str
    ) -> Access:
        """Say who may see an option from now on; a team must be one of the person's own."""
        if self.person is None:
            raise StoreError("Nobody signs in here, so that everybody sees every option.")
        mine = self.person.teams if self.person.role != "admin" else self.person.teams | {team}
        if audience == "team" and (not team or team not in mine):
            raise StoreError("Share an option with one of your own teams.")
        now = replace(
            before, audience=audience, team=team if audience == "team" else "", intact=True
        )
        access.put(connection, option, now, self.person)
        return now

    def done(
        self, connection: Connection, deed: Deed, option: str, revision: int, detail: str
    ) -> None:
        """Keep what the person did; what they begin is theirs, and private until they share it."""
        if self.person is None:
            return
        if revision == 1 and deed in _BEGINS:
            mine = Access(self.person.id, self.person.name, "private")
            access.put(connection, option, mine, self.person)
        audit.write(connection, self.person, deed, option, revision, detail)

    def note(self, connection: Connection, deed: Deed, detail: str) -> None:
        """Keep that the person came or went."""
        if self.person is not None and self.person.id:
            audit.write(connection, self.person, deed, detail=detail)
