"""Sealing anew: with a new key everything that is kept holds as before, or nothing was changed."""

from __future__ import annotations

import pytest
from sqlalchemy import Update, update

from footprint.store import seals
from footprint.store.database import Database
from footprint.store.revisions import StoreError
from footprint.store.store import OptionStore
from footprint.store.tables import packs, revisions
from footprint.store.whose.tables import audit
from footprint.upkeep.changed import changed
from footprint.upkeep.sealing import seal_anew
from tests.upkeep.test_owned import CY, filled

KEY, LATER = (f"a secret of thirty-two characters or more, {word}" for word in ("first", "later"))


def sealed_anew(url: str, before: str, now: str) -> int:
    with Database(url).writing() as connection:
        return seal_anew(connection, before.encode(), now.encode())


def test_options_packs_whose_they_are_and_the_audit_hold_by_a_new_key(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    option, pack = filled(url)
    OptionStore(url).seen_by(CY).comment(option, 1, "So", author="")
    for before, now in (("", KEY), (KEY, LATER)):
        monkeypatch.setenv(seals.SETTING, now)
        assert {option, pack} <= set(changed(url))
        # A revision, two rows of whose it is, a comment, four revisions of packs and six deeds.
        assert sealed_anew(url, before, now) == 14
        assert changed(url) == ()
        assert all(one.intact for one in OptionStore(url).seen_by(CY).audit())


@pytest.mark.parametrize(
    "change",
    [
        update(revisions).values(name="Sussex"),
        update(packs).where(packs.c.owner.is_not(None)).values(owner="mallory"),
        update(audit).where(audit.c.number == 2).values(person="mallory"),
    ],
    ids=["an option", "whose a pack is", "who did something"],
)
def test_what_was_altered_is_not_sealed_anew_and_nothing_else_is(url: str, change: Update) -> None:
    filled(url)
    with Database(url).writing() as connection:
        connection.execute(change)
    before = changed(url)
    with pytest.raises(StoreError, match="is not as it was sealed"):
        sealed_anew(url, "", KEY)
    assert changed(url) == before
