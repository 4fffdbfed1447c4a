"""The server is made quick once, and opens a browser where somebody is there to see it."""

from __future__ import annotations

import asyncio
import gc
import socket
import sys

import pytest

from footprint.workspace import finder as reading
from footprint.workspace.finder import found
from footprint.workspace.workspace import Workspace
from ui.process import memory
from ui.shell import server


@pytest.mark.skipif(sys.platform != "linux", reason="the wait is Linux's, and so is the cure")
def test_connections_made_afterwards_send_at_once() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        assert not _accepted_sends_at_once(listener)
        server.send_at_once()
        assert _accepted_sends_at_once(listener)


def _accepted_sends_at_once(listener: socket.socket) -> bool:
    with socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            return bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


def test_what_is_loaded_is_set_aside_from_collection() -> None:
    gc.unfreeze()
    try:
        memory.set_aside_what_stays()
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()


def _started(monkeypatch: pytest.MonkeyPatch, *, headless: bool) -> list[str]:
    """The addresses that a browser was sent to while the server was up."""
    said = {
        "server.headless": headless,
        "browser.serverAddress": "localhost",
        "server.port": 8501,
        "server.baseUrlPath": "/nhs/",
    }
    opened: list[str] = []
    monkeypatch.setattr(server.st, "get_option", said.__getitem__)
    monkeypatch.setattr(server.webbrowser, "open", opened.append)
    monkeypatch.setattr(server, "_make_ready", lambda: None)
    monkeypatch.setattr(server, "_make_ready_for_later", lambda: None)

    async def life() -> None:
        async with server.lifespan(None):
            await asyncio.sleep(0.05)

    asyncio.run(life())
    return opened


def test_a_browser_opens_where_somebody_is_there_to_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _started(monkeypatch, headless=False) == ["http://localhost:8501/nhs"]


def test_names_are_read_before_anybody_looks_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Workspace()
    monkeypatch.setattr(server, "workspace", lambda: work)
    monkeypatch.setattr(server.assets, "ready_for_people", lambda: None)
    server._make_ready_for_later()
    monkeypatch.setattr(reading, "read_gazetteer", None)
    assert found(work, "Kettering").sure


def test_no_browser_opens_on_a_server_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _started(monkeypatch, headless=True) == []
