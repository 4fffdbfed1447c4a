"""Copies: what the two commands say and end with, whatever the store holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import URL

from footprint.store.revisions import SETTING
from footprint.store.tables import options, packs
from footprint.upkeep import backups, changed, copies
from footprint.upkeep.backups import BackupError

HELD = Counter({options.name: 1, packs.name: 2, "remarks": 3})
TOLD = "1 option, 2 packs, 6 rows"


@pytest.mark.parametrize(
    ("found", "status", "said"),
    [
        ((), 0, ""),
        (("a", "b"), 1, "Of these something was changed past the app: a, b.\n"),
    ],
)
def test_a_backup_says_what_it_holds_and_what_was_changed_past_the_app(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    found: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    asked: list[URL] = []
    store = URL.create("postgresql+psycopg", host="db", database="icb")
    monkeypatch.setattr(copies, "default_url", lambda: store)
    monkeypatch.setattr(backups, "write", lambda url, out: asked.append(url) or _written(out))
    monkeypatch.setattr(changed, "changed", lambda url: asked.append(url) or found)
    file = tmp_path / "a.backup"
    assert copies.backup([str(file)]) == status
    assert capsys.readouterr().out == f"{file}: {TOLD}\n{said}"
    assert asked == [store] * 2
    assert file.read_bytes() == b"everything"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_store_that_is_not_there_is_no_empty_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path}/misspelt.sqlite3")
    with pytest.raises(BackupError, match=r"no store at .*/misspelt\.sqlite3: nothing was ever"):
        copies.backup([str(tmp_path / "a.backup")])
    assert not [*tmp_path.iterdir()]


def _written(out) -> Counter[str]:
    out.write(b"everything")
    return HELD


@pytest.mark.parametrize(("typed", "too"), [((), False), (("--changed-too",), True)])
def test_what_was_changed_comes_back_only_where_that_is_asked(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: tuple[str, ...],
    too: bool,
) -> None:
    asked: list[object] = []

    def restored(url: str, file: Path, *, changed_too: bool) -> Counter[str]:
        asked.extend((url, file, changed_too))
        return HELD

    monkeypatch.setattr(copies, "default_url", lambda: "the store")
    monkeypatch.setattr(backups, "restore", restored)
    assert copies.restore(["a.backup", *typed]) == 0
    assert capsys.readouterr().out == f"a.backup: {TOLD}, all brought back\n"
    assert asked == ["the store", Path("a.backup"), too]


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_each_says_which_it_is(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        getattr(copies, command)(["--help"])
    assert f"usage: icb-footprints {command} " in capsys.readouterr().out
