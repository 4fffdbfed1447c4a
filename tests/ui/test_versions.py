"""Versions: a process gives out the files that another version left, and leaves its own."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from streamlit import file_util

from ui.gate import versions
from ui.gate.versions import Versions, hand_down, version
from ui.shell.assets import SETTING, place

OLD = "static/js/index.0LDvers_.js"


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which another version left a script."""
    folder = tmp_path / "shared"
    monkeypatch.setenv(SETTING, str(folder))
    place(folder / OLD, b"old")
    place(folder / "secret.12345678.txt", b"secret")
    return folder


def asked(path: str, method: str = "GET") -> bytes:
    """What is answered; an app that does not know the file says so."""
    said, told = [], []

    async def send(message: dict) -> None:
        said.append(message.get("body", b""))

    async def receive() -> dict:
        if told:
            # Whoever asked stays.
            await asyncio.Future()
        told.append(True)
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "method": method, "path": path, "headers": []}
    asyncio.run(Versions(PlainTextResponse("unknown"))(scope, receive, send))
    return b"".join(said)


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("base", ["", "/maps"])
def test_a_script_of_another_version_is_given_out(base: str) -> None:
    assert asked(f"{base}/{OLD}") == b"old"
    assert asked(f"{base}/static/js/index.abcd1234.js") == b"unknown"


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    "path",
    [
        *("/static/../secret.12345678.txt", "/static/js/../../secret.12345678.txt"),
        *("/secret.12345678.txt", "/static//../secret.12345678.txt", "/"),
    ],
)
def test_nothing_but_what_is_named_after_its_content_is_given_out(path: str) -> None:
    assert asked(path) == b"unknown"
    assert asked(f"/{OLD}", "POST") == b"unknown"


def test_without_a_shared_folder_every_process_gives_out_its_own_alone(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SETTING)
    before = len(list(shared.rglob("*")))
    hand_down()
    assert asked(f"/{OLD}") == b"unknown"
    assert len(list(shared.rglob("*"))) == before


def test_what_a_page_of_this_version_may_ask_for_is_left_for_the_next(shared: Path) -> None:
    hand_down()
    root = Path(file_util.get_static_dir())
    named = {one.relative_to(root).as_posix() for one in root.glob("static/*/*.*.*")}
    left = {one.relative_to(shared).as_posix() for one in shared.rglob("*") if one.is_file()}
    assert len(named) > 300
    assert named - {one for one in named if one.endswith(".map")} <= left
    assert any(one.startswith("component/streamlit_folium.st_folium/static/js/") for one in left)
    assert not list(shared.rglob(".*"))


def test_a_file_that_is_there_is_left_alone(shared: Path) -> None:
    place(shared / OLD, b"other")
    assert (shared / OLD).read_bytes() == b"old"


def test_a_version_is_known_by_its_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = version()
    (tmp_path / "more.py").write_text("changed", "utf-8")
    monkeypatch.setattr(versions, "_CODE", (*versions._CODE, tmp_path))
    assert version.__wrapped__() != before
    assert version() == before
