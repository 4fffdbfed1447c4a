"""Whose packs are: what each person is told of others', and what is kept of what they do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, select, update

from footprint.rights.person import SIGNED_OUT, Person
from footprint.rights.policy import Access
from footprint.shelf.reader import ShelfReader
from footprint.shelf.shelf import Shelf
from footprint.shelf.values import PackDraft, WantedPacks
from footprint.store.database import Database
from footprint.store.revisions import StoreError
from footprint.store.store import OptionStore
from footprint.store.tables import pack_revisions, packs
from footprint.store.whose.tables import audit
from tests.store.conftest import postgres, url

__all__ = ["postgres", "url"]
DRAFT = PackDraft(name="Board", content="{}", views=2, data_version="1", author="Somebody else")
ADA, BEN = Person("ada", "Ada", "editor"), Person("ben", "Ben", "editor")
CY, DOT = Person("cy", "Cy", "admin"), Person("dot", "Dot", "reader")
ABSENT = "5ec18b8b-056a-4c83-97ef-a39d620b9111"
ASKS = {
    "read": lambda shelf, one: shelf.read(one, 1),
    "read newest": lambda shelf, one: shelf.read(one),
    "read what never was": lambda shelf, one: shelf.read(one, 7),
    "history": lambda shelf, one: shelf.history(one),
    "access": lambda shelf, one: shelf.access(one),
    "save": lambda shelf, one: shelf.save(DRAFT, pack=one),
    "save on": lambda shelf, one: shelf.save(DRAFT, pack=one, seen=1),
    "archive": lambda shelf, one: shelf.archive(one, author=""),
    "restore": lambda shelf, one: shelf.restore(one, 1, author=""),
}


@pytest.fixture
def shelf(url: str) -> Shelf:
    """A shelf on which nothing was ever put."""
    return Shelf(url)


def refusal(shelf: Shelf, ask: str, pack: str) -> str:
    with pytest.raises(StoreError) as refused:
        ASKS[ask](shelf, pack)
    return str(refused.value)


def names(shelf: Shelf, *wanted: object) -> list[str]:
    return [one.name for one in shelf.packs(*wanted)]


@pytest.mark.parametrize("person", [BEN, DOT, SIGNED_OUT], ids=lambda one: one.id or "nobody")
def test_a_pack_of_somebody_else_is_as_if_it_were_not_there(shelf: Shelf, person: Person) -> None:
    ada, theirs = shelf.seen_by(ADA), shelf.seen_by(person)
    pack = ada.save(replace(DRAFT, note="a secret word")).pack
    away = ada.archive(ada.save(DRAFT).pack, author="").pack
    assert theirs.packs() == theirs.named("BOARD") == theirs.packs(WantedPacks("secret")) == ()
    assert theirs.packs(WantedPacks(archived=True)) == ()
    for ask in ASKS:
        for one in (pack, away):
            assert refusal(theirs, ask, one) == refusal(theirs, ask, ABSENT), ask
    told = [ShelfReader(lambda: theirs).history(one) for one in (pack, ABSENT)]
    assert told[0] == told[1]
    assert [one.number for one in ada.history(pack)] == [1]
    assert names(ada) == ["Board"] and [one.pack for one in ada.named("board")] == [pack]


def test_a_page_of_the_list_is_filled_and_counted_without_what_others_have(shelf: Shelf) -> None:
    ada, ben = shelf.seen_by(ADA), shelf.seen_by(BEN)
    for number in range(3):
        ben.save(replace(DRAFT, name=f"Mine {number}"))
        ada.save(DRAFT)
    first = ShelfReader(lambda: ben).packs(WantedPacks(most=2))
    assert ([one.name for one in first.found], first.more) == (["Mine 2", "Mine 1"], True)
    rest = ShelfReader(lambda: ben).packs(WantedPacks(after=first.found[-1], most=2))
    assert ([one.name for one in rest.found], rest.more) == (["Mine 0"], False)
    assert len(shelf.seen_by(CY).packs()) == 6


def test_an_owner_and_admins_alone_keep_a_pack_in_their_own_names(shelf: Shelf) -> None:
    ada, cy = shelf.seen_by(ADA), shelf.seen_by(CY)
    pack = ada.save(DRAFT).pack
    ada.save(replace(DRAFT, name="Board of May"), pack=pack, seen=1)
    cy.archive(pack, author="Somebody else")
    ada.restore(pack, 1, author="Somebody else")
    assert [one.author for one in ada.history(pack)] == ["Ada", "Cy", "Ada", "Ada"]
    assert all(one.intact for one in ada.history(pack))
    assert ada.access(pack) == cy.packs()[0].access == Access("ada", "Ada", "private")


def test_readers_save_no_pack_and_only_look_at_what_was_theirs(shelf: Shelf) -> None:
    with pytest.raises(StoreError, match="Readers cannot save"):
        shelf.seen_by(DOT).save(DRAFT)
    pack = shelf.seen_by(ADA).save(DRAFT).pack
    now = shelf.seen_by(replace(ADA, role="reader"))
    assert now.read(pack).name == "Board"
    assert "Readers cannot save" in refusal(now, "save", pack)
    assert "Only its owner and admins archive this pack" in refusal(now, "archive", pack)
    assert "Only its owner and admins bring this pack back" in refusal(now, "restore", pack)


def test_packs_from_before_are_everybodys_to_see_and_admins_keep_them(shelf: Shelf) -> None:
    pack = shelf.save(DRAFT).pack
    ben = shelf.seen_by(BEN)
    assert (names(ben), ben.access(pack), shelf.read(pack).author) == (
        ["Board"],
        Access(),
        "Somebody else",
    )
    for ask, act in (("save", "save"), ("archive", "archive"), ("restore", "bring")):
        assert f"Only its owner and admins {act} this pack" in refusal(ben, ask, pack)
    assert shelf.seen_by(SIGNED_OUT).packs() == ()
    assert shelf.seen_by(CY).archive(pack, author="").number == 2


def test_each_deed_is_kept_once_it_is_done_and_none_that_was_refused(
    shelf: Shelf, url: str
) -> None:
    ada, cy = shelf.seen_by(ADA), shelf.seen_by(CY)
    pack = ada.save(DRAFT).pack
    ada.save(replace(DRAFT, name="Other"), pack=pack)
    for ask in ASKS:
        refusal(shelf.seen_by(BEN), ask, pack)
    cy.archive(pack, author="")
    ada.restore(pack, 1, author="")
    done = OptionStore(url).seen_by(CY).audit()[::-1]
    assert [(one.name, one.act, one.revision, one.detail) for one in done] == [
        ("Ada", "saved a pack", 1, "Board"),
        ("Ada", "saved a pack", 2, "Other"),
        ("Cy", "archived a pack", 3, "Other"),
        ("Ada", "restored a pack", 4, "Board"),
    ]
    assert {one.option for one in done} == {pack} and all(one.intact for one in done)


def test_a_deed_that_cannot_be_kept_is_not_done(shelf: Shelf, url: str) -> None:
    ada = shelf.seen_by(ADA)
    pack = ada.save(DRAFT).pack
    with Database(url).writing() as connection:
        audit.drop(connection)
    for act in (
        lambda: ada.save(DRAFT),
        lambda: ada.save(DRAFT, pack=pack),
        lambda: ada.archive(pack, author=""),
        lambda: ada.restore(pack, author=""),
    ):
        with pytest.raises(StoreError):
            act()
    assert [one.number for one in shelf.history(pack)] == [1] and len(shelf.packs()) == 1


@pytest.mark.parametrize("owner", ["ben", None])
def test_a_pack_cannot_be_given_to_others_in_the_store_unseen(
    shelf: Shelf, url: str, owner: str | None
) -> None:
    pack = shelf.seen_by(ADA).save(DRAFT).pack
    with Database(url).writing() as connection:
        connection.execute(update(packs).values(owner=owner))
    ben, cy = shelf.seen_by(BEN), shelf.seen_by(CY)
    assert ben.packs() == ben.named("Board") == ()
    assert refusal(ben, "read", pack) == refusal(ben, "read", ABSENT)
    assert not cy.packs()[0].access.intact
    assert [one.intact for one in cy.history(pack)] == [False]


def test_a_pack_without_its_first_revision_is_for_admins_alone(shelf: Shelf, url: str) -> None:
    ada = shelf.seen_by(ADA)
    pack = ada.save(DRAFT).pack
    ada.save(DRAFT, pack=pack)
    with Database(url).writing() as connection:
        connection.execute(delete(pack_revisions).where(pack_revisions.c.number == 1))
    assert ada.packs() == ()
    assert len(shelf.seen_by(CY).history(pack)) == 1


def test_where_nobody_signs_in_a_pack_is_nobodys_and_nothing_is_kept_of_who(
    shelf: Shelf, url: str
) -> None:
    pack = shelf.save(DRAFT).pack
    shelf.archive(pack, author="Bob")
    with Database(url).reading() as connection:
        assert connection.execute(select(packs.c.owner)).scalar() is None
        first = select(pack_revisions.c.follows).where(pack_revisions.c.number == 1)
        assert connection.execute(first).scalar() == ""
        assert connection.execute(select(audit)).all() == []
    assert [one.author for one in shelf.history(pack)] == ["Bob", "Somebody else"]
