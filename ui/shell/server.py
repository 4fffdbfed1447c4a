"""What the server is told once, so that it answers at once."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
import socket
import sys
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.runtime import Runtime
from streamlit.starlette import App

from footprint.apart.keeper import keeper
from footprint.pages import today
from footprint.view import View
from footprint.workspace.finder import finder
from ui.shell import assets
from ui.shell.workspace import workspace

_OPEN_FILES = Path("/proc/self/fd")
# M_ARENA_MAX of glibc's malloc.h.
_MOST_HEAPS = -8


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """Make ready what every visit needs, and open a browser where somebody is there to see it.

    `streamlit run` opens one for a script, but not for a server with parts of our own.
    """
    await asyncio.to_thread(_make_ready)
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, _make_ready_for_later)
    giving = loop.create_task(give_back())
    if not st.get_option("server.headless"):
        loop.run_in_executor(None, webbrowser.open, _address())
    yield
    giving.cancel()
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


def set_aside_what_stays() -> None:
    """Spare the garbage collector what is never given back, above all the modules.

    Looking through all of them takes a quarter of a second, and until that is done no message
    leaves.
    """
    gc.collect()
    gc.freeze()


async def give_back(pause: float = 10) -> None:
    """Have what visitors left behind collected, at most once in so many seconds.

    Streamlit would collect after every run of a page. What is kept for everybody makes that slower
    than the run itself. Nothing is collected where nothing ran and nobody is gone for good.
    """
    before = _collections()
    while True:
        await asyncio.sleep(pause)
        if forget_who_left() or _collections() != before:
            gc.collect()
            await asyncio.to_thread(return_memory)
            before = _collections()


def forget_who_left() -> int:
    """Let go of the sessions that nobody has come back to in time, and count them.

    Streamlit does so only when another session ends: after the last people of a day, all that they
    sent would be kept through the night.
    """
    # There is no other way to ask for it.
    storage = Runtime.instance()._session_mgr._session_storage
    return len(storage._cache.expire())


def share_memory() -> None:
    """Have all threads take memory from two heaps, where the C library is glibc.

    Every run of a page is a thread of its own, and there are usually eight heaps for each core.
    Each keeps what its threads once needed at most.
    """
    if (tuned := _c_library("mallopt")) is not None:
        tuned(_MOST_HEAPS, 2)


def return_memory() -> None:
    """Return to the system what has been let go, where the C library is glibc."""
    if (trimmed := _c_library("malloc_trim")) is not None:
        trimmed(0)


def _c_library(name: str) -> Callable[..., int] | None:
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None


def _collections() -> int:
    """How often Python has collected the newest objects, which it does of itself at work."""
    return gc.get_stats()[0]["collections"]


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
