"""The store of options: nothing acknowledged is lost, on SQLite and on a real PostgreSQL alike."""

import os
import random
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Timer
from uuid import uuid4

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from footprint.store import changes, database, failures, tables
from footprint.store.database import SETTING, Database, default_url
from footprint.store.revisions import LARGEST, LONGEST, Draft, Reading, StoreError, Wanted
from footprint.store.store import OptionStore
from tests import postgres_server

NOBODY = "61a7b680-da49-40a0-b2e4-9d120fa193ca"
DRAFT = Draft(
    name="Kent alone", content="block,footprint", base="icb-2023", data_version="v1", author="Ada"
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50)
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="Processes are forked to be fast.")
shared = settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def names(store: OptionStore, search: str = "", *, archived: bool = False) -> list[str]:
    return [found.name for found in store.list_options(Wanted(search, archived=archived))]


# Saving and reading.


def test_what_is_saved_is_read_again_by_the_next_process(url: str) -> None:
    before = datetime.now(UTC)
    saved = OptionStore(url).save(replace(DRAFT, note="A note."))
    read = OptionStore(url).read(saved.option)
    assert (saved.revision, saved.conflict) == (1, None)
    assert read == Reading(
        option=saved.option,
        number=1,
        act="saved",
        name="Kent alone",
        note="A note.",
        author="Ada",
        saved_at=read.saved_at,
        base="icb-2023",
        data_version="v1",
        parent=None,
        drawn_by="Ada",
        noted_by="Ada",
        content="block,footprint",
    )
    assert before <= read.saved_at <= datetime.now(UTC)
    assert read.saved_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "text",
    [
        'Kent\'s “best” "half"',
        "<script>alert(1)</script> & more",
        "Ashford 🏥👩🏽‍⚕️",
        "خطة كينت ‏(א)",
        "=HYPERLINK(1)",
        "100%_of\\it; DROP TABLE option;--",
        "two\r\nlines\tand a tab",
        "e\u0301 is not \u00e9",
    ],
)
def test_any_text_survives_exactly(store: OptionStore, text: str) -> None:
    drawn = Draft(name=text, content=text, base=text, data_version=text, note=text, author=text)
    read = store.read(store.save(drawn).option)
    kept = (read.name, read.content, read.base, read.data_version, read.note, read.author)
    assert kept == (text,) * 6
    assert names(store, text) == [text]


@shared
@given(text=TEXT)
def test_no_text_is_changed(store: OptionStore, text: str) -> None:
    drawn = replace(DRAFT, name=f"a{text}z", note=text, author=text, content=text)
    read = store.read(store.save(drawn).option)
    assert (read.name, read.note, read.author, read.content) == (f"a{text}z", text, text, text)


def test_every_save_is_a_revision_and_earlier_ones_stay(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    store.save(replace(DRAFT, content="second", author="Ben"), option=option, started_from=1)
    store.save(replace(DRAFT, content="third"), option=option, started_from=2)
    newest_first = [(past.number, past.author, past.parent) for past in store.history(option)]
    assert newest_first == [(3, "Ada", 2), (2, "Ben", 1), (1, "Ada", None)]
    contents = [store.read(option, number).content for number in (1, 2, 3)]
    assert contents == ["block,footprint", "second", "third"]
    assert store.read(option).content == "third"
    assert store.history(option)[0] == store.read(option).facts == store.list_options()[0].facts


def test_two_people_saving_at_once_are_both_kept_and_the_second_is_told(
    store: OptionStore,
) -> None:
    option = store.save(DRAFT).option
    first = store.save(replace(DRAFT, author="Ben"), option=option, started_from=1)
    second = store.save(replace(DRAFT, author="Cem"), option=option, started_from=1)
    assert (first.revision, first.conflict) == (2, None)
    assert second.revision == 3
    assert second.conflict == store.history(option)[1]
    assert (second.conflict.author, second.conflict.number) == ("Ben", 2)
    assert [past.parent for past in store.history(option)] == [1, 1, None]


def test_a_save_that_names_no_start_follows_the_newest(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    store.save(DRAFT, option=option)
    saved = store.save(DRAFT, option=option)
    assert (saved.revision, saved.conflict) == (3, None)
    assert store.read(option).parent == 2


@pytest.mark.parametrize("start", [-1, 0, 2, 10**30])
def test_nobody_starts_from_a_revision_that_is_not_there(store: OptionStore, start: int) -> None:
    option = store.save(DRAFT).option
    with pytest.raises(StoreError, match="no revision"):
        store.save(DRAFT, option=option, started_from=start)
    assert len(store.history(option)) == 1


# What else can be done to an option.


def test_a_new_name_or_note_is_a_new_revision(store: OptionStore) -> None:
    option = store.save(replace(DRAFT, note="Old note.")).option
    store.rename(option, "  Kent and Medway ", author="Ben")
    store.rename(option, "Kent and Medway", note="New note.", author="Cem")
    said = [(past.act, past.name, past.note, past.author) for past in store.history(option)]
    assert said == [
        ("renamed", "Kent and Medway", "New note.", "Cem"),
        ("renamed", "Kent and Medway", "Old note.", "Ben"),
        ("saved", "Kent alone", "Old note.", "Ada"),
    ]
    assert store.read(option).content == DRAFT.content


def test_an_archived_option_leaves_the_list_and_comes_back_whole(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    other = store.save(replace(DRAFT, name="Sussex")).option
    store.archive(option, author="Ben")
    assert (names(store), names(store, archived=True)) == (["Sussex"], ["Kent alone"])
    assert names(store, "kent") == []
    assert store.read(option).content == DRAFT.content
    store.restore(option, author="Cem")
    assert (names(store), names(store, archived=True)) == (["Kent alone", "Sussex"], [])
    assert [past.act for past in store.history(option)] == ["restored", "archived", "saved"]
    assert [past.author for past in store.history(option)] == ["Cem", "Ben", "Ada"]
    assert len(store.history(other)) == 1


def test_whoever_saves_what_was_archived_meanwhile_is_told_and_seen(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    store.archive(option, author="Ben")
    saved = store.save(replace(DRAFT, content="more"), option=option, started_from=1)
    assert (saved.conflict.act, saved.conflict.author) == ("archived", "Ben")
    assert names(store) == ["Kent alone"]


def test_an_earlier_revision_is_restored_as_a_new_one(store: OptionStore) -> None:
    option = store.save(replace(DRAFT, note="First.")).option
    store.save(replace(DRAFT, name="Other", content="second"), option=option)
    assert store.restore(option, 1, author="Ben").revision == 3
    read, first = store.read(option), store.read(option, 1)
    assert (read.act, read.parent, read.author) == ("restored", 1, "Ben")
    assert (read.name, read.note, read.content) == (first.name, first.note, first.content)
    assert store.read(option, 2).content == "second"


def test_a_duplicate_is_an_option_of_its_own(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    store.save(replace(DRAFT, content="second"), option=option)
    copied = store.duplicate(option, author="Ben")
    named = store.duplicate(option, 1, author="Ben", name="Mine")
    assert len({option, copied.option, named.option}) == 3
    assert store.read(copied.option).content == "second"
    assert store.read(named.option).content == DRAFT.content
    assert [past.act for past in store.history(copied.option)] == ["duplicated"]
    assert sorted(names(store)) == ["Copy of Kent alone", "Kent alone", "Mine"]
    store.save(replace(DRAFT, content="third"), option=copied.option)
    assert store.read(option).content == "second"


def test_the_copy_of_the_longest_name_still_fits(store: OptionStore) -> None:
    option = store.save(replace(DRAFT, name="k" * 300)).option
    copied = store.duplicate(option, author="Ben").option
    assert store.read(copied).name == "Copy of " + "k" * 292


def test_the_last_saved_is_listed_first(store: OptionStore) -> None:
    first, second = (store.save(replace(DRAFT, name=name)).option for name in ("One", "Two"))
    assert names(store) == ["Two", "One"]
    store.save(replace(DRAFT, name="One"), option=first)
    assert [found.option for found in store.list_options()] == [first, second]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", {"Kent 100%", "Élan_Vital", "STRASSE"}),
        ("  kEnT ", {"Kent 100%"}),
        ("%", {"Kent 100%"}),
        ("_", {"Élan_Vital"}),
        ("n_v", {"Élan_Vital"}),
        ("t%0", set()),
        ("/", {"STRASSE"}),
        ("\\", set()),
        ("éLAN", {"Élan_Vital"}),
        ("e\u0301lan", {"Élan_Vital"}),
        ("straße", {"STRASSE"}),
        ("two halves", {"Kent 100%"}),
        ("halves kent", {"Kent 100%"}),
        ("kent strasse", set()),
        ("BEN", {"STRASSE"}),
        ("block,footprint", set()),
        ("'", set()),
    ],
)
def test_a_search_takes_every_letter_as_it_is(
    store: OptionStore, search: str, found: set[str]
) -> None:
    store.save(replace(DRAFT, name="Kent 100%", note="In two halves."))
    store.save(replace(DRAFT, name="Élan_Vital"))
    store.save(replace(DRAFT, name="STRASSE", author="Ben", note="and/or"))
    assert set(names(store, search)) == found


def test_a_search_finds_words_of_older_revisions_and_says_which_one_has_them(
    store: OptionStore,
) -> None:
    option = store.save(DRAFT).option
    store.save(replace(DRAFT, note="For the board"), option=option)
    store.rename(option, "Sussex", note="", author="Ben")

    def found(words: str) -> list[tuple[str, int | None]]:
        return [(one.name, one.matched) for one in store.list_options(Wanted(words))]

    assert found("kent") == [("Sussex", 2)]
    assert found("kent board ada") == [("Sussex", 2)]
    assert found("sussex ben") == [("Sussex", 3)]
    # No revision has both, and an option is not said to be what it never was.
    assert found("kent sussex") == []
    assert found("") == [("Sussex", None)]
    store.archive(option, author="Cem")
    assert found("board") == []


def test_nothing_is_ever_changed_or_taken_out(store: OptionStore) -> None:
    said: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement.split()[0].upper())

    event.listen(sqlalchemy.Engine, "before_cursor_execute", hear)
    try:
        option = store.save(DRAFT).option
        store.save(DRAFT, option=option)
        store.rename(option, "Sussex", author="Ben")
        store.duplicate(option, author="Ben")
        store.archive(option, author="Ben")
        store.restore(option, 1, author="Ben")
        store.comment(option, 1, "Too small.", author="Ben")
        store.tag(option, put_on=("board", "kent"), take_off=(), author="Ben")
        store.tag(option, put_on=(), take_off=("board",), author="Ben")
    finally:
        event.remove(sqlalchemy.Engine, "before_cursor_execute", hear)
    assert "INSERT" in said
    assert not {"UPDATE", "DELETE", "DROP", "ALTER", "REPLACE"} & set(said)


Step = tuple[str, int, int, str]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["save", "rename", "archive", "restore", "duplicate"]),
        st.integers(0, 9),
        st.integers(0, 9),
        TEXT,
    ),
    max_size=6,
)


def take(store: OptionStore, step: Step, known: list[Reading]) -> str:
    """Do one thing to one of the revisions that are known, and return the option it touched."""
    act, which, start, text = step
    earlier = known[which % len(known)]
    option, number = earlier.option, earlier.number
    drawn = replace(DRAFT, name=f"a{text}", content=text)
    done = {
        "save": lambda: store.save(drawn, option=option, started_from=1 + start % number),
        "rename": lambda: store.rename(option, f"b{text}", author=text),
        "archive": lambda: store.archive(option, author=text),
        "restore": lambda: store.restore(option, number, author=text),
        "duplicate": lambda: store.duplicate(option, number, author=text),
    }
    return done[act]().option


@shared
@given(steps=STEPS)
def test_whatever_is_done_every_earlier_revision_stays_as_it_was(
    store: OptionStore, steps: list[Step]
) -> None:
    known = [store.read(store.save(DRAFT).option)]
    for step in steps:
        known.append(store.read(take(store, step, known)))
    for past in known:
        assert store.read(past.option, past.number) == past
    listed = {
        archived: [one.facts for one in store.list_options(Wanted(archived=archived, most=10**6))]
        for archived in (True, False)
    }
    for option in {past.option for past in known}:
        mine = [past.facts for past in known if past.option == option]
        assert store.history(option) == tuple(reversed(mine))
        archived = mine[-1].act == "archived"
        assert mine[-1] in listed[archived]
        assert option not in {found.option for found in listed[not archived]}


# What is refused.


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "has no name"),
        ({"name": " \t\n"}, "has no name"),
        ({"name": "\u200b\u202e"}, "has no name"),
        ({"name": "k" * 301}, "name is 301 characters long. Keep it to 300"),
        ({"note": "k" * 10_001}, "note is 10,001 characters long. Keep it to 10,000"),
        ({"author": "k" * 201}, "author is 201 characters"),
        ({"base": "k" * 201}, "base is 201 characters"),
        ({"data_version": "k" * 201}, "data version is 201 characters"),
        ({"content": "é" * 500_001}, "larger than 1 MB"),
        ({"content": "k" * 1_000_001}, "content is 1,000,001 characters"),
        ({"name": "a\0b"}, "name holds a character that cannot be saved, such as NUL"),
        ({"note": "a\0b"}, "note holds a character"),
        ({"author": "a\0b"}, "author holds a character"),
        ({"content": "a\0b"}, "content holds a character"),
        ({"name": "a\ud83d"}, "name holds a character"),
    ],
)
def test_a_draft_that_cannot_be_kept_is_refused_in_a_sentence(
    store: OptionStore, change: dict[str, str], said: str
) -> None:
    with pytest.raises(StoreError, match=said):
        store.save(replace(DRAFT, **change))
    assert store.list_options() == ()


def test_everything_at_its_longest_is_kept(store: OptionStore) -> None:
    longest = {field: "😀" * most for field, most in LONGEST.items()}
    read = store.read(store.save(Draft(**longest, content="é" * (LARGEST // 2))).option)
    assert {field: getattr(read, field) for field in longest} == longest
    assert len(read.content.encode()) == LARGEST
    assert len(names(store, "😀" * 300)) == 1


@pytest.mark.parametrize("option", [NOBODY, "", "x", "a\0", "\ud83d", "' OR 1=1", "9" * 5000])
def test_an_option_that_is_not_there_is_refused_by_everything(
    store: OptionStore, option: str
) -> None:
    store.save(DRAFT)
    for ask in (
        lambda: store.read(option),
        lambda: store.history(option),
        lambda: store.save(DRAFT, option=option),
        lambda: store.rename(option, "Kent", author="Ada"),
        lambda: store.archive(option, author="Ada"),
        lambda: store.restore(option, author="Ada"),
        lambda: store.duplicate(option, author="Ada"),
    ):
        with pytest.raises(StoreError, match="That option is not in the store"):
            ask()
    assert len(store.list_options()) == 1


@pytest.mark.parametrize("number", [-1, 0, 2, 10**30])
def test_a_revision_that_is_not_there_is_refused(store: OptionStore, number: int) -> None:
    option = store.save(DRAFT).option
    for ask in (store.read, store.duplicate, store.restore):
        named = {} if ask == store.read else {"author": "Ada"}
        with pytest.raises(StoreError, match=f"Revision {number} of that option"):
            ask(option, number, **named)


def test_changes_are_checked_like_drafts(store: OptionStore) -> None:
    option = store.save(DRAFT).option
    for ask in (
        lambda: store.rename(option, "  ", author="Ada"),
        lambda: store.rename(option, "Kent", author="a\0"),
        lambda: store.rename(option, "Kent", note="k" * 10_001, author="Ada"),
        lambda: store.archive(option, author="k" * 201),
        lambda: store.restore(option, author="a\0"),
        lambda: store.duplicate(option, author="Ada", name=""),
        lambda: store.list_options(Wanted("k" * 301)),
        lambda: store.list_options(Wanted("\0")),
    ):
        with pytest.raises(StoreError):
            ask()
    assert len(store.history(option)) == 1


# Where options are kept.


def test_looking_makes_no_file_and_the_first_save_makes_its_folders(tmp_path: Path) -> None:
    file = tmp_path / "some" / "folder" / "options.sqlite3"
    store = OptionStore(f"sqlite:///{file}")
    assert store.list_options() == ()
    with pytest.raises(StoreError, match="not in the store"):
        store.read(NOBODY)
    assert list(tmp_path.iterdir()) == []
    store.save(DRAFT)
    assert file.is_file()


def test_an_empty_file_is_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / "options.sqlite3").touch()
    assert OptionStore(f"sqlite:///{tmp_path}/options.sqlite3").list_options() == ()


def test_sqlite_waits_for_the_disk(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path}/options.sqlite3").writing() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert told == ["wal", 2, 1, 20_000]


def test_postgresql_acknowledges_what_is_written_and_waits_so_long_for_others(
    postgres: postgres_server.Server,
) -> None:
    with Database(postgres.new_schema()).writing() as connection:
        asked = ("synchronous_commit", "lock_timeout")
        told = [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in asked]
    assert told == ["on", "20s"]


def test_options_are_kept_among_the_users_own_data() -> None:
    url = default_url({})
    file = Path(url.database)
    assert (url.drivername, file.name) == ("sqlite", "icb-footprints.sqlite3")
    assert file.is_absolute()
    assert not file.is_relative_to(Path(__file__).resolve().parents[2])
    assert default_url({SETTING: "  "}) == url


def test_one_setting_moves_the_store(tmp_path: Path) -> None:
    url = default_url({SETTING: f"sqlite:///{tmp_path}/ours.sqlite3"})
    OptionStore(url).save(DRAFT)
    assert (tmp_path / "ours.sqlite3").is_file()
    home = default_url({SETTING: "sqlite:///~/ours.sqlite3"})
    assert home.database == str(Path.home() / "ours.sqlite3")


def test_every_way_of_writing_postgresql_means_the_same() -> None:
    told = {
        default_url({SETTING: f"{kind}://ada:secret@host/options"}).render_as_string()
        for kind in ("postgres", "postgresql", "postgresql+psycopg")
    }
    assert told == {"postgresql+psycopg://ada:***@host/options?connect_timeout=10"}
    patient = default_url({SETTING: "postgresql://host/options?connect_timeout=60"})
    assert patient.query["connect_timeout"] == "60"


@pytest.mark.parametrize(
    "address",
    [
        "options.sqlite3",
        "postgresql://ada:secret@host:port/options",
        "mysql://ada:secret@host/options",
        "postgresql+asyncpg://ada:secret@host/options",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:options?uri=true",
    ],
)
def test_an_address_that_cannot_be_meant_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="Write sqlite:") as refused:
        default_url({SETTING: address})
    with pytest.raises(StoreError, match="Write sqlite:"):
        OptionStore(address)
    assert "secret" not in str(refused.value)


def test_a_server_that_does_not_answer_is_told_of_without_the_password(
    postgres: postgres_server.Server,
) -> None:
    away = f"postgresql://ada:secret@127.0.0.1:{postgres_server.free_port()}/options"
    with pytest.raises(StoreError, match="Check that it is running") as refused:
        OptionStore(away)
    assert "secret" not in str(refused.value)
    with pytest.raises(StoreError, match="does not accept this user and password"):
        OptionStore(postgres.url("postgres").replace(postgres_server.PASSWORD, "wrong"))
    with pytest.raises(StoreError, match="cannot be used now"):
        OptionStore(postgres.url("nowhere"))


def test_a_server_that_stops_is_told_of_when_something_is_saved(
    postgres: postgres_server.Server,
) -> None:
    url = postgres.new_database()
    store, name = OptionStore(url), url.rpartition("/")[2]
    with postgres_server.psycopg.connect(postgres.url("postgres"), autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    for ask in (lambda: store.save(DRAFT), store.list_options):
        with pytest.raises(StoreError, match="cannot be used now"):
            ask()


def test_a_database_that_cannot_hold_every_letter_is_refused(
    postgres: postgres_server.Server,
) -> None:
    with pytest.raises(StoreError, match="cannot hold every letter"):
        OptionStore(postgres.new_database("LATIN1"))


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match="requirements-postgres.txt"):
        OptionStore("postgresql://host/options")


def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "options.sqlite3"
    file.write_bytes(b"block,footprint\n" * 500)
    with pytest.raises(StoreError, match="is damaged or is another kind of file"):
        OptionStore(f"sqlite:///{file}")
    assert file.read_bytes() == b"block,footprint\n" * 500


def test_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(StoreError, match="may not be written to"):
        OptionStore(f"sqlite:///{tmp_path}/taken/options.sqlite3").save(DRAFT)
    with pytest.raises(StoreError, match="may not be written to"):
        OptionStore(f"sqlite:///{tmp_path}")


def test_a_store_that_stays_busy_is_told_of(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failures, "BUSY_SECONDS", 1)
    store = OptionStore(url)
    option = store.save(DRAFT).option
    with Database(url).writing() as connection:
        connection.execute(sqlalchemy.select(tables.options).with_for_update()).fetchall()
        with pytest.raises(StoreError, match="is busy"):
            store.save(DRAFT, option=option)
        assert names(store) == ["Kent alone"]
    assert store.save(DRAFT, option=option).revision == 2


def test_users_words_stay_out_of_what_is_logged(store: OptionStore, url: str) -> None:
    option, secret = store.save(DRAFT).option, uuid4().hex
    with Database(url).writing() as connection:
        connection.exec_driver_sql("ALTER TABLE icb_footprints_revision RENAME words TO gone")
    with pytest.raises(StoreError) as refused:
        store.save(replace(DRAFT, content=secret), option=option)
    assert secret not in "".join(traceback.format_exception(refused.value))


def test_a_newer_store_is_refused_and_left_alone(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "CHANGES", (*changes.CHANGES, ("SELECT 1",)))
    store = OptionStore(url)
    store.save(DRAFT)
    monkeypatch.undo()
    for ask in (lambda: OptionStore(url), store.list_options, lambda: store.save(DRAFT)):
        newer = changes.newest_version() + 1
        with pytest.raises(
            StoreError, match=rf"newer version of this app \(store {newer}, this app"
        ):
            ask()
    monkeypatch.setattr(changes, "CHANGES", (*changes.CHANGES, ("SELECT 1",)))
    assert len(store.list_options()) == 1


def test_an_older_store_is_brought_up_to_date_with_everything_in_it(
    store: OptionStore, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    option = store.save(DRAFT).option
    column = "ALTER TABLE icb_footprints_option ADD COLUMN colour TEXT"
    monkeypatch.setattr(changes, "CHANGES", (*changes.CHANGES, (column,)))
    for _ in range(2):
        assert OptionStore(url).read(option).content == DRAFT.content
    with Database(url).reading() as connection:
        assert connection.exec_driver_sql("SELECT colour FROM icb_footprints_option").all()


# Many at once, and killed in the middle.


def fork(work: Callable[[int], None]) -> tuple[int, int]:
    """Run work in another process; it is handed a pipe to write to, and this one reads it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        work(writing)
        os._exit(0)
    except BaseException:
        os.write(writing, traceback.format_exc().encode())
        os._exit(1)


def told(child: int, pipe: int) -> tuple[int, list[list[str]]]:
    """How a child ended, and the words of each line it wrote."""
    with os.fdopen(pipe, encoding="utf-8") as lines:
        said = lines.read()
    _, ended = os.waitpid(child, 0)
    return ended, [line.split() for line in said.splitlines()]


@needs_fork
def test_eight_people_saving_twenty_times_lose_nothing_and_are_told(
    url: str, store: OptionStore
) -> None:
    option = store.save(DRAFT).option

    def save_often(pipe: int) -> None:
        mine, seen = OptionStore(url), 1
        for _ in range(20):
            words = uuid4().hex
            drawn = replace(DRAFT, content=words)
            saved = mine.save(drawn, option=option, started_from=seen)
            other = saved.conflict.number if saved.conflict else 0
            os.write(pipe, f"{saved.revision} {seen} {other} {words}\n".encode())
            seen = saved.revision
            # SQLite lets whoever saved last go first again; people are slower than that.
            time.sleep(random.uniform(0, 0.01))

    children = [fork(save_often) for _ in range(8)]
    lines = []
    for ended, said in [told(*child) for child in children]:
        assert ended == 0, said
        lines.extend(said)
    kept = {past.number: past for past in store.history(option)}
    assert sorted(kept) == list(range(1, 162))
    assert sorted(int(number) for number, *_ in lines) == list(range(2, 162))
    for number, seen, other, words in lines:
        assert store.read(option, int(number)).content == words
        assert kept[int(number)].parent == int(seen)
        assert int(other) == (int(number) - 1 if int(number) > int(seen) + 1 else 0)
    assert sum(other != "0" for *_, other, _ in lines) > 20


@needs_fork
def test_a_store_is_made_once_by_many_who_save_first(url: str) -> None:
    start = time.monotonic() + 0.3

    def save_first(pipe: int) -> None:
        time.sleep(max(0, start - time.monotonic()))
        os.write(pipe, f"{OptionStore(url).save(DRAFT).option}\n".encode())

    children = [fork(save_first) for _ in range(8)]
    said = [told(*child) for child in children]
    assert [ended for ended, _ in said] == [0] * 8, said
    listed = {found.option for found in OptionStore(url).list_options()}
    assert listed == {option for _, [[option]] in said}


def test_whoever_begins_a_file_while_another_does_waits_for_the_other(tmp_path: Path) -> None:
    file = tmp_path / "options.sqlite3"
    # What another process has done first, for a moment: SQLite itself does not wait here.
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE theirs (x)")
    other.execute("BEGIN IMMEDIATE")
    done = Timer(0.3, lambda: other.execute("COMMIT"))
    done.start()
    OptionStore(f"sqlite:///{file}").save(DRAFT)
    done.join()
    other.close()


def test_whoever_opens_a_store_while_it_is_being_made_waits_for_it(url: str) -> None:
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).touch()
    engine = database._engine(default_url({SETTING: url}))
    with ThreadPoolExecutor(1) as other:
        with engine.execution_options(writing=True).begin() as connection:
            changes.bring_up_to_date(connection)
            opening = other.submit(OptionStore, url)
            time.sleep(0.5)
            assert not opening.done()
        opening.result(timeout=30).save(DRAFT)
    assert names(OptionStore(url)) == ["Kent alone"]


def killed_while(work: Callable[[int], None], longest: float) -> list[list[str]]:
    """Kill a child at a random moment after it has begun, and return what it wrote."""
    child, pipe = fork(work)
    begun = os.read(pipe, 6)
    assert begun == b"begin\n"
    time.sleep(random.uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    ended, said = told(child, pipe)
    assert ended == signal.SIGKILL, said
    return [["begin"], *said]


def save_until_killed(url: str, option: str | None) -> Callable[[int], None]:
    """Work that saves again and again, and says so before each save and after it."""

    def work(pipe: int) -> None:
        store = OptionStore(url)
        while True:
            words = uuid4().hex
            drawn = replace(DRAFT, content=words * random.randint(1, 1_000))
            os.write(pipe, b"begin\n")
            saved = store.save(drawn, option=option)
            os.write(pipe, f"saved {saved.option} {saved.revision} {words}\n".encode())

    return work


def check_file(url: str) -> None:
    """Refuse a SQLite file with the slightest damage."""
    if url.startswith("sqlite"):
        connection = sqlite3.connect(url.removeprefix("sqlite:///"))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        if connection.execute("SELECT 1 FROM sqlite_master").fetchall():
            halves = (
                "SELECT id FROM icb_footprints_option EXCEPT "
                "SELECT option FROM icb_footprints_revision"
            )
            assert connection.execute(halves).fetchall() == []
        connection.close()


@needs_fork
def test_killed_in_the_middle_of_a_save_nothing_acknowledged_is_lost(
    url: str, store: OptionStore
) -> None:
    option, begun = store.save(DRAFT).option, time.perf_counter()
    newest = store.save(DRAFT, option=option).revision
    # As long as a few saves take on this machine, however busy it is.
    longest = max(0.03, 4 * (time.perf_counter() - begun))
    midway, acknowledged = 0, {}
    for _ in range(60 if url.startswith("sqlite") else 20):
        said = killed_while(save_until_killed(url, option), longest)
        midway += said[-1] == ["begin"]
        saved = {int(line[2]): line[3] for line in said if line[0] == "saved"}
        acknowledged |= saved
        check_file(url)
        # Saving waits for whatever the killed one had already handed to the server.
        after = OptionStore(url).save(DRAFT, option=option).revision
        assert set(saved) == set(range(newest + 1, newest + 1 + len(saved)))
        assert after - 1 - newest - len(saved) in (0, 1)
        newest = after
    numbers = [past.number for past in store.history(option)]
    assert numbers == list(range(newest, 0, -1))
    for number, words in acknowledged.items():
        content = store.read(option, number).content
        assert content == words * (len(content) // 32)
    assert midway > 10
    assert acknowledged


@needs_fork
def test_killed_while_the_store_is_made_it_opens_clean(tmp_path: Path) -> None:
    made = 0
    for number in range(30):
        url = f"sqlite:///{tmp_path}/{number}/options.sqlite3"
        said = killed_while(save_until_killed(url, None), 0.012)
        saved = {line[1] for line in said if line[0] == "saved"}
        made += bool(saved)
        if (tmp_path / str(number)).exists():
            check_file(url)
        listed = {found.option for found in OptionStore(url).list_options()}
        assert saved <= listed
        assert len(listed) - len(saved) in (0, 1)
        assert OptionStore(url).save(DRAFT).option not in listed
    assert made < 30, "None was killed before its first save was acknowledged."
