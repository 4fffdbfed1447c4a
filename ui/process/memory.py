"""Memory: what visitors leave behind goes back, and threads keep little of it meanwhile."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys
from collections.abc import Callable

from streamlit.runtime import Runtime

# M_ARENA_MAX of glibc's malloc.h.
_MOST_HEAPS = -8


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
