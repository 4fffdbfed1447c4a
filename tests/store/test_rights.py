"""Whose options are: what each person is told of others', and what is kept of what they do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from footprint.rights.person import SIGNED_OUT, Person
from footprint.rights.policy import Access
from footprint.store import changes, seals
from footprint.store.database import Database
from footprint.store.revisions import Draft, StoreError, Wanted
from footprint.store.store import OptionStore
from footprint.store.whose.audit import SEALED, Done
from footprint.store.whose.tables import access, audit

DRAFT = Draft(name="Kent joins", content="x", base="b", data_version="1", author="Somebody else")
ADA = Person("ada", "Ada", "editor", frozenset({"planning"}))
BEN = Person("ben", "Ben", "editor", frozenset({"planning", "finance"}))
CY, DOT = Person("cy", "Cy", "admin"), Person("dot", "Dot", "reader", frozenset({"planning"}))
ABSENT = "5ec18b8b-056a-4c83-97ef-a39d620b9111"
ASKS = {
    "newest": lambda store, one: store.newest(one),
    "read": lambda store, one: store.read(one, 1),
    "read newest": lambda store, one: store.read(one),
    "history": lambda store, one: store.history(one),
    "remarks": lambda store, one: store.remarks(one),
    "access": lambda store, one: store.access(one),
    "save": lambda store, one: store.save(DRAFT, option=one),
    "duplicate": lambda store, one: store.duplicate(one, author=""),
    "rename": lambda store, one: store.rename(one, "Other", author=""),
    "archive": lambda store, one: store.archive(one, author=""),
    "restore": lambda store, one: store.restore(one, 1, author=""),
    "comment": lambda store, one: store.comment(one, 1, "Well", author=""),
    "tag": lambda store, one: store.tag(one, put_on=("kent",), take_off=(), author=""),
    "share": lambda store, one: store.share(one, "everybody"),
}


def refusal(store: OptionStore, ask: str, option: str) -> str:
    with pytest.raises(StoreError) as refused:
        ASKS[ask](store, option)
    return str(refused.value)


@pytest.mark.parametrize("person", [BEN, DOT, SIGNED_OUT], ids=lambda one: one.id or "nobody")
def test_what_is_not_for_somebody_is_as_if_it_were_not_there(store, person) -> None:
    ada, theirs = store.seen_by(ADA), store.seen_by(person)
    option = ada.save(replace(DRAFT, note="a secret word")).option
    ada.tag(option, put_on=("hidden",), take_off=(), author="")
    assert theirs.list_options() == theirs.named("kent JOINS") == ()
    assert (
        theirs.list_options(Wanted("secret")) == theirs.list_options(Wanted(tags=("hidden",))) == ()
    )
    for ask in ASKS:
        assert refusal(theirs, ask, option) == refusal(theirs, ask, ABSENT), ask
    assert [one.number for one in ada.history(option)] == [1]


def test_an_author_is_who_is_signed_in_whatever_was_typed(store: OptionStore) -> None:
    ada = store.seen_by(ADA)
    option = ada.save(DRAFT).option
    ada.rename(option, "Kent stays", author="Somebody else")
    ada.comment(option, 1, "Well", author="Somebody else")
    assert {one.author for one in ada.history(option)} == {"Ada"}
    assert [one.author for one in ada.remarks(option)] == ["Ada"]


def test_a_team_sees_works_on_and_does_not_put_away_what_is_shared_with_it(store) -> None:
    ada, ben, dot = (store.seen_by(one) for one in (ADA, BEN, DOT))
    option = ada.save(DRAFT).option
    ada.share(option, "team", "planning")
    assert [one.access.team for one in ben.list_options()] == ["planning"]
    assert ben.save(replace(DRAFT, content="y"), option=option).revision == 2
    ben.comment(option, 2, "Well", author="")
    with pytest.raises(StoreError, match="Only its owner and admins rename"):
        ben.save(replace(DRAFT, name="Mine now"), option=option)
    for ask in ("rename", "archive", "restore", "share"):
        assert "Only its owner and admins" in refusal(ben, ask, option)
    ada.archive(option, author="")
    with pytest.raises(StoreError, match="Only its owner and admins restore"):
        ben.save(replace(DRAFT, content="z"), option=option)
    assert dot.read(option).content == "y"
    for ask in ("save", "comment", "tag", "duplicate"):
        assert "Readers cannot" in refusal(dot, ask, option)
    ada.share(option, "private")
    assert ben.list_options(Wanted(archived=True)) == ()


def test_an_option_is_shared_with_ones_own_teams_alone(store: OptionStore) -> None:
    ada, option = store.seen_by(ADA), store.seen_by(ADA).save(DRAFT).option
    for team in ("finance", ""):
        with pytest.raises(StoreError, match="your own teams"):
            ada.share(option, "team", team)


def test_a_copy_takes_a_name_that_tells_nothing_of_hidden_options(store: OptionStore) -> None:
    ada, ben = store.seen_by(ADA), store.seen_by(BEN)
    option = ada.save(DRAFT).option
    ada.save(replace(DRAFT, name="Copy of Kent joins"))
    ada.share(option, "everybody")
    copy = ben.newest(ben.duplicate(option, author="").option)
    assert (copy.name, ben.access(copy.option)) == (
        "Copy of Kent joins",
        Access("ben", "Ben", "private"),
    )


def test_options_from_before_are_everybodys_and_admins_look_after_them(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    ben, cy = store.seen_by(BEN), store.seen_by(CY)
    assert ben.access(option) == Access()
    assert "Only its owner" in refusal(ben, "archive", option)
    cy.share(option, "private")
    assert ben.list_options() == () and len(cy.list_options()) == 1
    cy.archive(option, author="")


def test_what_people_did_is_kept_and_only_admins_read_it(store: OptionStore) -> None:
    ada, cy = store.seen_by(ADA), store.seen_by(CY)
    ada.note("signed in")
    option = ada.save(DRAFT).option
    ada.share(option, "team", "planning")
    ada.comment(option, 1, "Well", author="")
    ada.tag(option, put_on=("kent",), take_off=(), author="")
    cy.archive(option, author="")
    told = [(one.name, one.act, one.revision, one.detail) for one in cy.audit()][::-1]
    assert told == [
        ("Ada", "signed in", None, ""),
        ("Ada", "saved", 1, "Kent joins"),
        ("Ada", "shared", 1, "The team planning sees it"),
        ("Ada", "commented", 1, ""),
        ("Ada", "tagged", 1, "kent"),
        ("Cy", "archived", 2, ""),
    ]
    assert all(one.intact for one in cy.audit())
    assert [one.number for one in cy.audit(2, before=4)] == [3, 2]
    for person in (ADA, DOT, SIGNED_OUT):
        with pytest.raises(StoreError, match="Only admins"):
            store.seen_by(person).audit()


def test_what_was_refused_or_done_by_nobody_leaves_no_row(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    refusal(store.seen_by(BEN), "archive", option)
    assert store.seen_by(CY).audit() == ()


def intact(done: tuple[Done, ...]) -> dict[int, bool]:
    return {one.number: one.intact for one in done}


def test_which_visits_ended_is_told_by_row_and_moment(store: OptionStore) -> None:
    begun = datetime.now(UTC)
    ada = store.seen_by(ADA)
    assert store.signed_out(0, begun) == (0, frozenset())
    ada.note("signed out", "one")
    ada.note("signed in", "no end")
    ada.note("signed out")
    ada.note("signed out", "two")
    assert store.signed_out(0, begun) == (4, {"one", "two"})
    assert store.signed_out(1, begun) == (4, {"two"})
    assert store.signed_out(4, begun) == (4, frozenset())
    assert store.signed_out(0, datetime.now(UTC) + timedelta(hours=1)) == (4, frozenset())
    # Rows that were known of another store tell nothing of this one.
    assert store.signed_out(9, begun) == (4, {"one", "two"})


def test_a_row_of_the_audit_that_was_changed_or_taken_out_shows(store, url: str) -> None:
    ada, cy = store.seen_by(ADA), store.seen_by(CY)
    for _ in range(4):
        ada.note("signed in")
    with Database(url).writing() as connection:
        connection.execute(update(audit).where(audit.c.number == 2).values(name="Ben"))
    assert intact(cy.audit()) == {1: True, 2: False, 3: True, 4: True}
    with Database(url).writing() as connection:
        connection.execute(audit.delete().where(audit.c.number == 2))
    assert intact(cy.audit()) == {1: True, 3: False, 4: True}


def test_a_row_that_was_made_the_first_of_the_audit_shows(store, url: str) -> None:
    ada, cy = store.seen_by(ADA), store.seen_by(CY)
    for _ in range(2):
        ada.note("signed in")
    with Database(url).writing() as connection:
        connection.execute(update(audit).where(audit.c.number == 1).values(follows="another"))
    assert intact(cy.audit())[1] is False
    with Database(url).writing() as connection:
        connection.execute(audit.delete().where(audit.c.number == 1))
        connection.execute(update(audit).where(audit.c.number == 2).values(follows=""))
    assert intact(cy.audit()) == {2: False}


@pytest.mark.parametrize("change", [{"number": 4}, {"follows": "another"}])
def test_a_row_that_was_sealed_anew_shows_by_what_it_follows_or_by_its_number(
    store: OptionStore, url: str, change: dict[str, object]
) -> None:
    ada, cy = store.seen_by(ADA), store.seen_by(CY)
    for _ in range(3):
        ada.note("signed in")
    with Database(url).writing() as connection:
        found = connection.execute(select(audit).where(audit.c.number == 3)).mappings().one()
        row = {**found, **change}
        sealed = row | {"seal": seals.sealed(row, SEALED)}
        connection.execute(update(audit).where(audit.c.number == 3).values(sealed))
    assert list(intact(cy.audit()).values()) == [False, True, True]


def test_who_may_see_an_option_cannot_be_changed_in_the_store_unseen(store, url: str) -> None:
    option = store.seen_by(ADA).save(DRAFT).option
    with Database(url).writing() as connection:
        connection.execute(update(access).values(audience="everybody"))
    assert store.seen_by(BEN).list_options() == ()
    assert "not in the store" in refusal(store.seen_by(BEN), "read", option)
    assert len(store.seen_by(CY).list_options()) == 1


def test_an_audience_that_nobody_knows_is_nobodys(store, url: str) -> None:
    option = store.seen_by(ADA).save(DRAFT).option
    row = {"option": option, "number": 2, "owner": "ada", "owner_name": "Ada", "team": ""}
    row |= {"audience": "anybody", "set_by": "ada", "follows": "", "seal": ""}
    with Database(url).writing() as connection:
        first = connection.execute(access.select()).mappings().one()
        connection.execute(insert(access).values(row | {"set_at": first["set_at"]}))
    assert store.seen_by(BEN).list_options() == ()


def test_a_store_from_before_gains_both_tables_and_loses_nothing(url, monkeypatch) -> None:
    with monkeypatch.context() as then:
        then.setattr(changes, "CHANGES", changes.CHANGES[:2])
        before = OptionStore(url)
        option = before.save(DRAFT).option
        with Database(url).writing() as connection:
            access.drop(connection)
            audit.drop(connection)
    now = OptionStore(url)
    assert now.seen_by(BEN).read(option).content == "x"
    assert now.seen_by(ADA).save(DRAFT).revision == 1
