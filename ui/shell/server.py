"""What the server is told once, so that it answers at once."""

from __future__ import annotations

import asyncio
import os
import socket
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.starlette import App

from footprint.apart.keeper import keeper
from footprint.pages import today
from footprint.view import View
from footprint.workspace.finder import finder
from ui.process.fresh import end_when_empty
from ui.process.memory import give_back, set_aside_what_stays, share_memory
from ui.shell import assets
from ui.shell.workspace import workspace

_OPEN_FILES = Path("/proc/self/fd")


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """Make ready what every visit needs, and open a browser where somebody is there to see it.

    `streamlit run` opens one for a script, but not for a server with parts of our own.
    """
    await asyncio.to_thread(_make_ready)
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, _make_ready_for_later)
    watching = [loop.create_task(one) for one in (give_back(), end_when_empty())]
    if not st.get_option("server.headless"):
        loop.run_in_executor(None, webbrowser.open, _address())
    yield
    for one in watching:
        one.cancel()
    keeper().end()


def _make_ready() -> None:
    if not (work := workspace()).file_problems:
        today.content(work, View())
        assets.ready()
    settle()
    keeper().make_ready()


def _make_ready_for_later() -> None:
    """Read what no first page needs and every visitor may ask for, while nobody waits for it."""
    if not (work := workspace()).file_problems:
        assets.ready_for_people()
        finder(work)


def _address() -> str:
    host, port = st.get_option("browser.serverAddress"), st.get_option("server.port")
    path = st.get_option("server.baseUrlPath").strip("/")
    return f"http://{host}:{port}/{path}"


@cache
def settle() -> None:
    """Make the server quick and modest, the first time a page is drawn."""
    share_memory()
    set_aside_what_stays()
    send_at_once()


def send_at_once() -> None:
    """Have small answers sent without waiting for the browser to acknowledge the last.

    Streamlit binds its socket without naming TCP, so asyncio does not switch the waiting off,
    and each of the hundred files of a first visit costs 40 ms more. Connections inherit the
    option from the socket that listens. Does nothing where there is no /proc: there is no such
    wait on macOS and Windows.
    """
    if _OPEN_FILES.is_dir():
        for name in os.listdir(_OPEN_FILES):
            _send_at_once(int(name))


def _send_at_once(number: int) -> None:
    try:
        with socket.socket(fileno=os.dup(number)) as opened:
            inet = opened.family in (socket.AF_INET, socket.AF_INET6)
            if inet and opened.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:
        # Not a socket, or closed since it was listed.
        return
