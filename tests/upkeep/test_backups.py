"""Everything saved becomes one file, and the same store again, in either kind of database."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Column, LargeBinary, Table, Text, insert, select

from footprint.command.main import main
from footprint.store.revisions import SETTING, Draft, Wanted
from footprint.store.store import OptionStore
from footprint.store.tables import METADATA
from footprint.upkeep import backups

DRAFT = Draft(
    name="Kent, “alone” 🗺", content="a\nb", base="icb-2023", data_version="v1", author="Ada"
)


@pytest.fixture
def elsewhere(url: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The address of an empty store of the other kind."""
    if url.startswith("postgresql"):
        return f"sqlite:///{tmp_path}/elsewhere.sqlite3"
    return request.getfixturevalue("postgres").new_schema()


@pytest.fixture
def store(url: str) -> OptionStore:
    """A store with two options, a copy, revisions, tags, a comment and something put away."""
    made = OptionStore(url)
    first = made.save(DRAFT).option
    made.save(replace(DRAFT, content="c", note="Second."), option=first)
    made.comment(first, 2, "Why?", author="Ben", about="Kent")
    made.tag(first, put_on=("board",), take_off=(), author="Ben")
    made.restore(first, 1, author="Cem")
    made.archive(made.duplicate(first, author="Dan").option, author="Dan")
    return made


def all_of(url: str) -> dict[str, object]:
    """Everything that a person can see of a store."""
    store = OptionStore(url)
    found = [*store.list_options(), *store.list_options(Wanted(archived=True))]
    return {
        "lists": found,
        "histories": [store.history(one.option) for one in found],
        "contents": [
            store.read(one.option, past.number)
            for one in found
            for past in store.history(one.option)
        ],
        "remarks": [store.remarks(one.option) for one in found],
        "searched": store.list_options(Wanted(search="why", tags=("board",))),
    }


def typed(monkeypatch: pytest.MonkeyPatch, url: str, *words: object) -> int:
    monkeypatch.setenv(SETTING, url)
    return main([str(word) for word in words])


@pytest.mark.usefixtures("store")
def test_a_store_comes_back_whole_in_the_other_kind_of_database_and_again_in_its_own(
    url: str,
    elsewhere: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second = tmp_path / "a.backup", tmp_path / "b.backup"
    assert typed(monkeypatch, url, "backup", first) == 0
    assert capsys.readouterr().out == f"{first}: 2 options, 0 packs, 9 rows\n"
    assert first.stat().st_mode & 0o777 == 0o600
    assert typed(monkeypatch, elsewhere, "restore", first) == 0
    assert capsys.readouterr().out == f"{first}: 2 options, 0 packs, 9 rows, all brought back\n"
    assert all_of(elsewhere) == all_of(url)
    # The same file of either, and what came back goes on as any other.
    assert typed(monkeypatch, elsewhere, "backup", second) == 0
    assert second.read_bytes() == first.read_bytes()
    saved = OptionStore(elsewhere).list_options()[0]
    OptionStore(elsewhere).save(DRAFT, option=saved.option)
    assert all(one.intact for one in OptionStore(elsewhere).history(saved.option))


@pytest.mark.usefixtures("store")
def test_a_store_that_holds_something_is_never_overwritten(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = all_of(url)
    typed(monkeypatch, url, "backup", tmp_path / "a")
    assert typed(monkeypatch, url, "restore", tmp_path / "a") == 2
    assert "holds something already" in capsys.readouterr().err
    assert all_of(url) == before


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The backup of a store of one option of two revisions."""
    url = f"sqlite:///{tmp_path}/first.sqlite3"
    option = OptionStore(url).save(DRAFT).option
    OptionStore(url).save(replace(DRAFT, content="c"), option=option)
    file = tmp_path / "kept"
    with file.open("wb") as out:
        backups.write(url, out)
    return file


def spoiled(content: bytes) -> Iterator[bytes]:
    yield b""
    yield b"PK\x03\x04 another kind of file"
    yield gzip.compress(b"not a line of ours\n")
    yield gzip.compress(b'{"format": "something else"}\n')
    yield content[:-20]
    yield content[:100]
    whole = gzip.decompress(content)
    lines = whole.splitlines(keepends=True)
    yield gzip.compress(whole.replace(b'"Ada"', b'"Eve"', 1))
    yield gzip.compress(b"".join(lines[:-1]))
    yield gzip.compress(b"".join([*lines[:-2], lines[-1]]))
    yield gzip.compress(whole + b"[]\n")


def test_a_file_that_is_no_backup_or_not_whole_or_changed_brings_nothing_back(
    kept: Path, tmp_path: Path
) -> None:
    url, whole = f"sqlite:///{tmp_path}/new.sqlite3", kept.read_bytes()
    for content in spoiled(whole):
        kept.write_bytes(content)
        with pytest.raises(backups.BackupError, match="not (a backup|whole)"):
            backups.restore(url, kept)
        assert OptionStore(url).list_options() == ()
    kept.write_bytes(whole)
    backups.restore(url, kept)
    assert len(OptionStore(url).list_options()) == 1


def test_what_was_changed_past_the_app_is_told_and_comes_back_only_where_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    url, new = (f"sqlite:///{tmp_path}/{name}.sqlite3" for name in ("old", "new"))
    store = OptionStore(url)
    option = store.save(DRAFT).option
    store.save(replace(DRAFT, name="Sussex"))
    with store._database.writing() as connection:
        changed = f"UPDATE icb_footprints_revision SET content = 'x' WHERE option = '{option}'"
        connection.exec_driver_sql(changed)
    assert typed(monkeypatch, url, "backup", tmp_path / "a") == 1
    assert option in capsys.readouterr().out
    assert typed(monkeypatch, new, "restore", tmp_path / "a") == 2
    assert "1 of the options and packs in this backup had been changed" in capsys.readouterr().err
    assert OptionStore(new).list_options() == ()
    assert typed(monkeypatch, new, "restore", tmp_path / "a", "--changed-too") == 0
    assert len(OptionStore(new).list_options()) == 2


def test_a_backup_of_another_version_of_the_store_is_refused_with_what_to_do(
    kept: Path, tmp_path: Path
) -> None:
    head, _, rest = gzip.decompress(kept.read_bytes()).partition(b"\n")
    older = json.loads(head) | {"store": 1}
    kept.write_bytes(gzip.compress(json.dumps(older).encode() + b"\n" + rest))
    with pytest.raises(backups.BackupError, match="with the version of the app that made it"):
        backups.restore(f"sqlite:///{tmp_path}/new.sqlite3", kept)


def test_whatever_table_the_store_comes_to_have_is_in_a_backup(
    url: str, elsewhere: str, tmp_path: Path
) -> None:
    columns = (Column("id", Text, primary_key=True), Column("held", LargeBinary))
    more = Table("icb_footprints_more", METADATA, *columns)
    try:
        with OptionStore(url)._database.writing() as connection:
            more.create(connection, checkfirst=True)
            connection.execute(insert(more).values(id="a", held=b"\0\xff"))
        with OptionStore(elsewhere)._database.writing() as connection:
            more.create(connection, checkfirst=True)
        with (tmp_path / "a").open("wb") as out:
            assert backups.write(url, out)["icb_footprints_more"] == 1
        backups.restore(elsewhere, tmp_path / "a")
        with OptionStore(elsewhere)._database.reading() as connection:
            assert connection.execute(select(more)).all() == [("a", b"\0\xff")]
    finally:
        METADATA.remove(more)


def test_a_backup_holds_one_moment_although_people_save_meanwhile(
    url: str, store: OptionStore
) -> None:
    with store._database.at_one_moment() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM icb_footprints_option").scalar()
        OptionStore(url).save(DRAFT)
        after = connection.exec_driver_sql("SELECT count(*) FROM icb_footprints_option").scalar()
    assert before == after
    assert len(OptionStore(url).list_options()) == before
