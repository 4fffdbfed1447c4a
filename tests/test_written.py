"""Written: a file is whole under its name, or is not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from footprint.written import whole, write


def test_until_it_is_whole_it_stands_hidden_beside_its_place(tmp_path: Path) -> None:
    file = tmp_path / "board.pdf"
    with whole(file) as opened:
        opened.write(b"half")
        (beside,) = tmp_path.iterdir()
        assert beside.name.startswith(".board.pdf-")
        opened.write(b" and half")
    assert [one.name for one in tmp_path.iterdir()] == ["board.pdf"]
    assert file.read_bytes() == b"half and half"


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), whole(tmp_path / "board.pdf"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_who_may_read_it_is_as_for_any_file_of_theirs(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write(tmp_path / "a", b"")
        assert (tmp_path / "a").stat().st_mode & 0o777 == mode
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
