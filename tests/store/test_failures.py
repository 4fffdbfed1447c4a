"""When the store cannot be used: said in a sentence that gives nothing away; nothing is lost."""

import logging
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from footprint.store.database import Database
from footprint.store.revisions import Draft, StoreError
from footprint.store.store import OptionStore
from tests import postgres_server
from tests.store.conftest import HERE
from tests.store.test_store import fork, needs_fork, told

DRAFT = Draft(name="Kent alone", content="a", base="icb-2023", data_version="v1", author="Ada")


def test_a_file_that_is_taken_away_is_told_and_not_begun_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "options.sqlite3"
    store = OptionStore(f"sqlite:///{file}")
    store.save(DRAFT)
    kept = file.rename(tmp_path / "kept")
    for ask in (lambda: store.save(DRAFT), store.list_options):
        with pytest.raises(StoreError, match="is gone: it was taken away while the app was run"):
            ask()
        assert str(file) in caplog.text
        caplog.clear()
    assert not file.exists()
    # Another program, or a crash, may leave an empty file where the store was.
    file.touch()
    for ask in (lambda: store.save(DRAFT), store.list_options):
        with pytest.raises(StoreError, match="is gone"):
            ask()
    kept.rename(file)
    assert [one.name for one in store.list_options()] == ["Kent alone"]
    store.save(DRAFT)


def test_another_store_in_the_place_of_the_first_is_told_and_a_copy_is_not(tmp_path: Path) -> None:
    file = tmp_path / "options.sqlite3"
    store = OptionStore(f"sqlite:///{file}")
    option = store.save(DRAFT).option
    shutil.copy(file, tmp_path / "copy")
    store.save(DRAFT, option=option)
    file.unlink()
    # Another process of the app began anew.
    OptionStore(f"sqlite:///{file}").save(DRAFT)
    for ask in (lambda: store.save(DRAFT), store.list_options):
        with pytest.raises(StoreError, match="Another store stands in the place of"):
            ask()
    file.unlink()
    shutil.copy(tmp_path / "copy", file)
    assert [one.number for one in store.history(option)] == [1]


def test_copies_of_a_store_of_the_first_version_are_one_store(tmp_path: Path) -> None:
    file = tmp_path / "options.sqlite3"

    def put_back() -> None:
        file.unlink(missing_ok=True)
        with sqlite3.connect(file) as connection:
            connection.executescript((HERE / "version_1_sqlite.sql").read_text(encoding="utf-8"))
        connection.close()

    put_back()
    store = OptionStore(f"sqlite:///{file}")
    store.save(DRAFT)
    put_back()
    assert len(store.list_options()) == 2


def test_tables_that_are_dropped_are_told_and_not_begun_anew(
    postgres: postgres_server.Server,
) -> None:
    url = postgres.new_database()
    store = OptionStore(url)
    store.save(DRAFT)
    with postgres_server.psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    for ask in (lambda: store.save(DRAFT), store.list_options):
        with pytest.raises(StoreError, match="is gone"):
            ask()


def test_a_first_save_that_is_refused_does_not_leave_a_store_that_is_gone(tmp_path: Path) -> None:
    store = OptionStore(f"sqlite:///{tmp_path}/options.sqlite3")
    with pytest.raises(StoreError, match="not in the store"):
        store.save(DRAFT, option="5ec18b8b-056a-4c83-97ef-a39d620b9111")
    assert store.save(DRAFT).revision == 1


def test_looking_at_a_store_that_is_not_there_yet_does_not_make_it_seen(tmp_path: Path) -> None:
    store = OptionStore(f"sqlite:///{tmp_path}/options.sqlite3")
    assert store.list_options() == () == store.list_options()
    store.save(DRAFT)


def read_elsewhere(file: Path) -> list[str]:
    """What somebody who may not write to a file's folder reads in it, and is told at a save."""
    for folder in file.parents:
        # Whoever reads it has to get there.
        if Path(tempfile.gettempdir()) in folder.parents and folder != file.parent:
            folder.chmod(folder.stat().st_mode | 0o055)
    file.parent.chmod(0o555)
    ended, said = told(*fork(lambda pipe: _read(f"sqlite:///{file}", pipe)))
    file.parent.chmod(0o755)
    assert ended == 0, said
    return [" ".join(words) for words in said]


def _read(address: str, pipe: int) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    store = OptionStore(address)
    for one in store.list_options():
        read = store.read(one.option)
        os.write(pipe, f"{one.name} {one.number} {read.content} {one.drawn_by}\n".encode())
    try:
        store.save(DRAFT)
    except StoreError as problem:
        os.write(pipe, str(problem).encode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for one store alone."""
    (tmp_path / "kept").mkdir()
    return tmp_path / "kept"


@needs_fork
def test_a_store_that_may_not_be_written_to_is_read(folder: Path) -> None:
    store = OptionStore(f"sqlite:///{folder}/options.sqlite3")
    option = store.save(DRAFT).option
    store.save(DRAFT, option=option)
    first, said = read_elsewhere(folder / "options.sqlite3")
    assert first == "Kent alone 2 a Ada"
    assert said.startswith("The store of options may not be written to.")
    assert sorted(path.name for path in folder.iterdir()) == ["options.sqlite3"]


@needs_fork
def test_a_store_of_the_first_version_is_read_where_it_may_not_be_written_to(
    folder: Path,
) -> None:
    with sqlite3.connect(folder / "options.sqlite3") as connection:
        connection.executescript((HERE / "version_1_sqlite.sql").read_text(encoding="utf-8"))
    connection.close()
    before = (folder / "options.sqlite3").read_bytes()
    listed = read_elsewhere(folder / "options.sqlite3")
    assert listed[:2] == [
        "Copy of Kent alone 1 block,footprint",
        "Kent alone 4 block,footprint Ada",
    ]
    assert (folder / "options.sqlite3").read_bytes() == before


@needs_fork
def test_what_was_saved_last_is_read_though_it_is_in_the_log_of_changes_alone(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "options.sqlite3"
    store = OptionStore(f"sqlite:///{file}")
    option = store.save(DRAFT).option
    # While somebody reads, what is saved stays in the log; a crash leaves it there.
    with Database(f"sqlite:///{file}").reading() as connection:
        connection.exec_driver_sql("SELECT * FROM icb_footprints_revision").all()
        store.save(DRAFT, option=option)
        for path in tmp_path.glob("options.sqlite3*"):
            shutil.copy(path, folder)
    assert read_elsewhere(folder / "options.sqlite3")[0] == "Kent alone 2 a Ada"


def test_whoever_visits_is_told_no_path_and_the_log_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").touch()
    (tmp_path / "other.sqlite3").write_bytes(b"block,footprint\n" * 500)
    addresses = [
        f"sqlite:///{tmp_path}/taken/options.sqlite3",
        f"sqlite:///{tmp_path}",
        f"sqlite:///{tmp_path}/other.sqlite3",
    ]
    for address in addresses:
        caplog.clear()
        with caplog.at_level(logging.ERROR), pytest.raises(StoreError) as refused:
            OptionStore(address).save(DRAFT)
        assert tmp_path.name not in str(refused.value)
        assert ".sqlite3" not in str(refused.value)
        assert address.removeprefix("sqlite:///") in caplog.text


def test_whoever_visits_is_told_no_host_or_database_and_the_log_is(
    postgres: postgres_server.Server, caplog: pytest.LogCaptureFixture
) -> None:
    away = f"postgresql://ada:secret@127.0.0.1:{postgres_server.free_port()}/options_of_ours"
    wrong = postgres.url("nowhere_here").replace(postgres_server.PASSWORD, "wrong-secret")
    for address in (away, postgres.url("nowhere_here"), wrong):
        caplog.clear()
        with caplog.at_level(logging.ERROR), pytest.raises(StoreError) as refused:
            OptionStore(address)
        said = str(refused.value)
        for name in ("127.0.0.1", "ada", "postgres", "options_of_ours", "nowhere_here", "secret"):
            assert name not in said.replace("damaged", "")
        assert "127.0.0.1" in caplog.text
        assert "options_of_ours" in caplog.text or "nowhere_here" in caplog.text
        assert not {"secret", "wrong-secret", postgres_server.PASSWORD} & set(caplog.text.split())
        assert "secret" not in caplog.text
        assert postgres_server.PASSWORD not in caplog.text
