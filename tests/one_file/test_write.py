"""The file is whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.one_file import write
from tests.shared_workspace import WORK


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two steps in place of all that is said."""
    steps = [("front", lambda: {"plans": ["a", "b"]}), ("icbs", lambda: ["a", "b"])]
    monkeypatch.setattr(write, "_steps", lambda _: steps)
    monkeypatch.setattr(write.names, "names", lambda _: {})


@pytest.mark.usefixtures("quick")
def test_it_is_written_beside_its_place_and_told_step_by_step(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write.write_atlas(tmp_path / "a.html", WORK, lambda done, count: told.append((done, count)))
    assert told == [(1, 2), (2, 2)]
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]
    assert b'id="held-icbs"' in (tmp_path / "a.html").read_bytes()


@pytest.mark.usefixtures("quick")
def test_what_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "a.html"
    old.write_text("old")

    def full(*_: object) -> None:
        raise OSError("No space is left.")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space"):
        write.write_atlas(old, WORK)
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]
    assert old.read_text() == "old"


@pytest.mark.usefixtures("quick")
def test_the_page_forbids_the_browser_to_ask_anybody(tmp_path: Path) -> None:
    write.write_atlas(tmp_path / "a.html", WORK)
    said = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in said
    assert "url(" not in said.partition("</style>")[0]
    assert 'src="' not in said


def test_what_is_written_is_of_the_facts_that_are_given_and_else_of_the_published_ones(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = []
    monkeypatch.setattr(write, "atlas", lambda work, _: asked.append(work) or b"the atlas")
    monkeypatch.setattr(write, "Workspace", lambda: "published")
    write.write_atlas(tmp_path / "a.html", WORK)
    write.write_atlas(tmp_path / "b.html")
    assert asked == [WORK, "published"]
    assert (tmp_path / "b.html").read_bytes() == b"the atlas"
