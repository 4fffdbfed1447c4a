"""The server is made quick once: small answers leave at once, and what stays is not swept."""

from __future__ import annotations

import gc
import socket
import sys

import pytest

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
    before = gc.get_freeze_count()
    try:
        server.set_aside_what_stays()
        assert gc.get_freeze_count() > before + 10_000
    finally:
        gc.unfreeze()
