"""Data: 0 where files and totals are as they must be, and 1 with what is wrong."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from footprint.command import data
from tests.shared_workspace import WORK

HOLDS = WORK.checks[0]


def checked(
    monkeypatch: pytest.MonkeyPatch, checks: tuple[object, ...], problems: tuple[str, ...] = ()
) -> int:
    """What the command ends with where these checks are made."""
    seen = SimpleNamespace(file_problems=problems, manifest=WORK.manifest, checks=checks)
    monkeypatch.setattr(data, "workspace", lambda: seen)
    return data.main(["check"])


def test_every_check_is_told_with_what_was_found_and_what_is_official(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    check, found = HOLDS
    assert checked(monkeypatch, (HOLDS,)) == 0
    version, files, _, head, row = capsys.readouterr().out.splitlines()
    assert version == f"Data version {WORK.manifest.data_version}"
    assert files == f"{len(WORK.manifest.sources)} files, each as it is described"
    assert head.split() == ["What", "must", "hold", "found", "official"]
    assert row == f"{check.claim}  {found:>5}  {check.expected:>8}  holds"


def test_one_total_that_differs_is_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    check, found = HOLDS
    assert checked(monkeypatch, (HOLDS, (replace(check, expected="0"), found))) == data.FAULTY == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith("0  DIFFERS")


def test_a_file_that_is_not_as_described_is_told_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(monkeypatch, (HOLDS,), ("One is gone.", "One is new.")) == 1
    assert capsys.readouterr().out == "One is gone.\nOne is new.\n"
