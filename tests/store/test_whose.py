"""Whose a revision is: whoever restores, renames or copies it, its author's name stays on it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from footprint.store.revisions import Draft, Revision, Wanted
from footprint.store.store import OptionStore
from tests.store.conftest import HERE, postgres_server

DRAFT = Draft(
    name="Kent alone", content="a", base="icb-2023", data_version="v1", note="N.", author="Ada"
)


def whose(one: Revision) -> tuple[str, ...]:
    return one.act, one.author, one.drawn_by, one.noted_by


def test_what_is_restored_renamed_or_archived_is_still_whose_it_was(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    store.save(replace(DRAFT, content="b", note="M.", author="Ben"), option=option)
    store.restore(option, 1, author="Cem")
    store.rename(option, "Sussex", author="Dan")
    store.archive(option, author="Eve")
    store.rename(option, "Sussex", note="Mine.", author="Fay")
    assert [whose(one) for one in reversed(store.history(option))] == [
        ("saved", "Ada", "Ada", "Ada"),
        ("saved", "Ben", "Ben", "Ben"),
        ("restored", "Cem", "Ada", "Ada"),
        ("renamed", "Dan", "Ada", "Ada"),
        ("archived", "Eve", "Ada", "Ada"),
        ("renamed", "Fay", "Ada", "Fay"),
    ]


def test_a_duplicate_says_whose_and_what_it_is_a_copy_of(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    store.save(replace(DRAFT, name="Sussex", content="b", author="Ben"), option=option)
    copied = store.read(store.duplicate(option, 1, author="Cem").option)
    assert whose(copied) == ("duplicated", "Cem", "Ada", "Ada")
    assert (copied.copied_from, copied.copied_name) == (f"{option}.1", "Kent alone")
    again = store.read(store.duplicate(copied.option, author="Dan").option)
    assert whose(again) == ("duplicated", "Dan", "Ada", "Ada")
    assert (again.copied_from, again.copied_name) == (f"{copied.option}.1", "Copy of Kent alone")


def test_no_two_copies_of_an_option_have_one_name(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    for _ in range(3):
        store.duplicate(option, author="Ben")
    assert [one.name for one in store.list_options()][:3] == [
        "Copy 3 of Kent alone",
        "Copy 2 of Kent alone",
        "Copy of Kent alone",
    ]


@pytest.fixture(params=["sqlite", "postgresql"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that the first version of the tables was made and filled in."""
    said = (HERE / f"version_1_{request.param}.sql").read_text(encoding="utf-8")
    if request.param == "sqlite":
        with sqlite3.connect(tmp_path / "older.sqlite3") as connection:
            connection.executescript(said)
        connection.close()
        return f"sqlite:///{tmp_path}/older.sqlite3"
    url = request.getfixturevalue("postgres").new_database()
    with postgres_server.psycopg.connect(url, autocommit=True) as connection:
        connection.execute(said)
    return url


def test_a_store_of_the_first_version_opens_with_everything_in_it_and_goes_on(older: str) -> None:
    store = OptionStore(older)
    copied, kent = store.list_options()
    (archived,) = store.list_options(Wanted(archived=True))
    assert [whose(one) for one in reversed(store.history(kent.option))] == [
        ("saved", "Ada", "Ada", "Ada"),
        ("saved", "Ben", "Ben", "Ben"),
        ("renamed", "Cem", "Ben", "Ben"),
        ("restored", "Dan", "Ada", "Ada"),
    ]
    # What it is a copy of was not kept then, and nothing is made up.
    assert whose(copied) == ("duplicated", "Eve", "", "")
    assert copied.copied_from == ""
    assert whose(archived) == ("archived", "Fay", "", "")
    everything = [
        one for listed in (copied, kent, archived) for one in store.history(listed.option)
    ]
    assert all(one.intact for one in everything)
    assert store.read(kent.option, 2).content == "second “half” é 🏥"
    assert store.read(kent.option, 4).saved_at == store.history(kent.option)[0].saved_at
    assert [one.option for one in store.named("KENT  alone")] == [kent.option]
    store.save(replace(DRAFT, author="Gus"), option=kent.option, seen=4)
    store.tag(kent.option, put_on=("board",), take_off=(), author="Gus")
    again = OptionStore(older)
    assert [one.intact for one in again.history(kent.option)] == [True] * 5
    assert [one.name for one in again.list_options(Wanted(tags=("board",)))] == ["Kent alone"]
    assert [one.matched for one in again.list_options(Wanted("medway"))] == [3]
