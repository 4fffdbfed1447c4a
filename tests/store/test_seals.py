"""Seals: whatever is changed in the store behind the app's back is noticed when it is read."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy

from footprint.store import rows, seals
from footprint.store.revisions import Draft, StoreError, Wanted
from footprint.store.store import OptionStore

DRAFT = Draft(
    name="Kent alone", content="a", base="icb-2023", data_version="v1", note="N.", author="Ada"
)
KEY = "a secret of thirty-two characters or more"
TEXTS = ["act", "name", "note", "author", "base", "data_version", "drawn_by", "noted_by"]
TEXTS += ["copied_from", "copied_name", "content", "content_seal", "follows", "seal"]
CHANGES = [f"{column} = {column} || 'x'" for column in TEXTS]
CHANGES += ["saved_at = '2026-01-01 00:00:00.000000'", "parent = 2", "parent = NULL"]


def of_three(store: OptionStore) -> str:
    """An option of three revisions."""
    option = store.save(DRAFT).option
    for author in ("Ben", "Cem"):
        store.save(replace(DRAFT, content=author, author=author), option=option)
    return option


@pytest.fixture
def option(store: OptionStore) -> str:
    """An option of three revisions."""
    return of_three(store)


def change(store: OptionStore, option: str, statement: str, number: int = 2) -> None:
    """Do something to a revision past the app."""
    with store._database.writing() as connection:
        if connection.dialect.name == "sqlite":
            # Whoever edits the file is not held to what refers to what.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        where = f"WHERE option = '{option}' AND number = {number}"
        connection.execute(sqlalchemy.text(f"{statement} {where}"))


def readable(store: OptionStore, option: str) -> Iterator[int]:
    for number in (1, 2, 3):
        try:
            store.read(option, number)
        except StoreError as problem:
            assert "changed in the store after it was saved" in str(problem)
        else:
            yield number


def intact(store: OptionStore, option: str) -> list[int]:
    return [one.number for one in reversed(store.history(option)) if one.intact]


def test_what_nobody_changed_is_intact(store: OptionStore, option: str) -> None:
    assert intact(store, option) == list(readable(store, option)) == [1, 2, 3]


def test_a_changed_revision_is_noticed_whatever_of_it_was_changed(store: OptionStore) -> None:
    options = {of_three(store): said for said in CHANGES}
    for option, said in options.items():
        change(store, option, f"UPDATE icb_footprints_revision SET {said}")
    for option, said in options.items():
        assert list(readable(store, option)) == [1, 3], said
        # Contents are large, and a list does not read them.
        of_content = said.startswith("content =")
        assert intact(store, option) == ([1, 2, 3] if of_content else [1, 3]), said


def test_the_newest_revision_is_looked_at_in_lists_too(store: OptionStore, option: str) -> None:
    change(store, option, "UPDATE icb_footprints_revision SET author = 'Zoe'", number=3)
    assert [one.intact for one in store.list_options()] == [False]
    assert list(readable(store, option)) == [1, 2]
    # An earlier one can still be made the newest.
    store.restore(option, 2, author="Dan")
    assert [one.intact for one in store.list_options()] == [True]


def test_a_revision_that_was_sealed_anew_is_noticed_by_the_next(
    store: OptionStore, option: str
) -> None:
    change(store, option, "UPDATE icb_footprints_revision SET name = 'Sussex'")
    with store._database.reading() as connection:
        query = rows.revisions_of().where(sqlalchemy.column("number") == 2)
        seal = seals.sealed(connection.execute(query).mappings().one(), seals.REVISION)
    change(store, option, f"UPDATE icb_footprints_revision SET seal = '{seal}'")
    assert intact(store, option) == list(readable(store, option)) == [1, 3]


def rewritten(store: OptionStore, option: str, key: bytes) -> None:
    """The newest revision changed and sealed again, by somebody who has the key they have."""
    change(store, option, "UPDATE icb_footprints_revision SET name = 'Sussex'", number=3)
    with store._database.reading() as connection:
        same = (sqlalchemy.column("option") == option, sqlalchemy.column("number") == 3)
        query = rows.revisions_of().where(*same)
        seal = seals.sealed(connection.execute(query).mappings().one(), seals.REVISION, key)
    change(store, option, f"UPDATE icb_footprints_revision SET seal = '{seal}'", number=3)


def test_the_newest_revision_cannot_be_sealed_anew_without_the_key(
    store: OptionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(seals.SETTING, KEY)
    for key in (b"", b"a guess of somebody else, and a long one"):
        option = of_three(store)
        assert intact(store, option) == list(readable(store, option)) == [1, 2, 3]
        rewritten(store, option, key)
        assert intact(store, option) == list(readable(store, option)) == [1, 2]


def test_a_key_that_is_easily_guessed_is_refused(
    store: OptionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(seals.SETTING, "secret")
    with pytest.raises(StoreError, match="fewer than 32 characters"):
        store.save(DRAFT)


def test_what_follows_a_revision_that_was_taken_out_is_told(
    store: OptionStore, option: str
) -> None:
    change(store, option, "UPDATE icb_footprints_revision SET parent = 1", number=3)
    change(store, option, "DELETE FROM icb_footprints_revision")
    assert intact(store, option) == [1]
    with pytest.raises(StoreError, match="Revision 2 of that option is not in the store"):
        store.read(option, 2)


def test_a_changed_comment_and_a_changed_tag_are_noticed(store: OptionStore, option: str) -> None:
    for text in ("One", "Two", "Three"):
        store.comment(option, 1, text, author="Ada")
    store.tag(option, put_on=("board",), take_off=(), author="Ada")
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE icb_footprints_remark SET text = 'x' WHERE number = 2")
        connection.exec_driver_sql("UPDATE icb_footprints_remark SET tag = 'no' WHERE number = 4")
    assert [one.intact for one in store.remarks(option)] == [True, False, True, False]
    assert store.list_options(Wanted(tags=("board",))) == ()
    assert store.list_options()[0].tags == ()


def test_a_flipped_byte_of_the_file_is_never_read_as_what_was_saved(tmp_path) -> None:
    file = tmp_path / "options.sqlite3"
    store = OptionStore(f"sqlite:///{file}")
    option = store.save(replace(DRAFT, content="content " * 200)).option
    saved = store.read(option)
    sqlite3.connect(file).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    whole, refused = file.read_bytes(), 0
    # The pages that hold the revision's own row, found by what is in it.
    start = whole.index(b"content content") - 600
    for place in range(start, start + 2_000, 23):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            assert OptionStore(f"sqlite:///{file}").read(option) == saved
        except StoreError:
            refused += 1
    assert refused > 50
