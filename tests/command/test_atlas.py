"""Atlas: a web page, written whole, and nothing of another kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.command import atlas
from footprint.command.parsers import CommandError


@pytest.fixture(autouse=True)
def little_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """An atlas of a million and a half bytes, which is none."""
    monkeypatch.setattr(atlas, "workspace", lambda: None)
    monkeypatch.setattr(atlas, "atlas", lambda *_: b"x" * 1_500_000)


@pytest.mark.parametrize("name", ["a.html", "A.HTM"])
def test_it_is_written_and_told_with_its_size(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    assert atlas.main(["-o", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: the whole atlas, 1.5 MB\n"
    assert file.stat().st_size == 1_500_000


def test_a_file_of_another_kind_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is to be a web page"):
        atlas.main(["-o", str(tmp_path / "a.pdf")])
    assert list(tmp_path.iterdir()) == []
