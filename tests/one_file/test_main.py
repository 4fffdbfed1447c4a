"""The atlas as a file, or on standard output, with how far it is beside it."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from footprint.one_file import __main__ as command


def test_a_dash_is_standard_output_and_anything_else_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out, written = io.BytesIO(), []
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    monkeypatch.setattr(command, "Workspace", lambda: "facts")
    made = {("facts", command._tell): b"the atlas"}
    monkeypatch.setattr(command, "atlas", lambda *asked: made[asked])
    monkeypatch.setattr(command, "write_atlas", lambda path, **_: written.append(path))
    command.main("-")
    assert (out.getvalue(), written) == (b"the atlas", [])
    command.main(str(tmp_path / "a.html"))
    assert (out.getvalue(), written) == (b"the atlas", [tmp_path / "a.html"])


def test_how_far_it_is_is_told_beside(capsys: pytest.CaptureFixture[str]) -> None:
    command._tell(2, 9)
    assert capsys.readouterr().err == "step 2/9\n"
