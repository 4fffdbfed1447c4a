"""What visitors left behind is collected once in a while, and never after each run of a page."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import subprocess
import sys
import time
import tomllib
from weakref import ref

import pytest
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from footprint.workspace.workspace import Workspace
from tests.browser.conftest import ROOT
from ui.process import memory


def test_streamlit_does_not_collect_after_every_run() -> None:
    told = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert told["runner"]["postScriptGC"] is False


@pytest.mark.parametrize(("work", "done"), ((True, ["collected", "returned"]), (False, [])))
def test_the_server_collects_where_something_ran(
    monkeypatch: pytest.MonkeyPatch, work: bool, done: list[str]
) -> None:
    asked: list[str] = []
    counts = iter([1, 2 if work else 1, *[2 if work else 1] * 100])
    monkeypatch.setattr(memory, "_collections", lambda: next(counts))
    monkeypatch.setattr(memory, "forget_who_left", lambda: 0)
    monkeypatch.setattr(gc, "collect", lambda: asked.append("collected"))
    monkeypatch.setattr(memory, "return_memory", lambda: asked.append("returned"))

    async def a_while() -> None:
        giving = asyncio.create_task(memory.give_back(pause=0.01))
        await asyncio.sleep(0.1)
        giving.cancel()

    asyncio.run(a_while())
    assert asked == done


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Runtime:
    """Streamlit, which forgets at once who has left, as soon as it is asked to."""
    monkeypatch.setattr(Runtime, "_instance", None)
    storage = MemorySessionStorage(ttl_seconds=0)
    uploads = MemoryUploadedFileManager("/upload")
    media = MemoryMediaFileStorage("/media")
    return Runtime(RuntimeConfig("app.py", media, uploads, session_storage=storage))


def test_of_somebody_who_left_nothing_is_kept_though_nobody_else_comes_or_goes(
    runtime: Runtime,
) -> None:
    async def come_and_go() -> tuple[ref, ref]:
        await runtime.start()
        session = runtime.connect_session(_Nobody(), {})
        kept = runtime._session_mgr.get_session_info(session).session
        drawn = Workspace()
        kept.session_state["drawn"] = drawn
        rec = UploadedFileRec("1", "areas.geojson", "", bytes(4_000_000))
        runtime.uploaded_file_mgr.add_file(session, rec)
        runtime.disconnect_session(session)
        return ref(kept), ref(drawn)

    async def all_of_it() -> None:
        kept, drawn = await come_and_go()
        gc.collect()
        assert kept() and drawn() and runtime.uploaded_file_mgr.file_storage
        giving = asyncio.create_task(memory.give_back(pause=0.01))
        until = time.monotonic() + 30
        while kept() and time.monotonic() < until:
            await asyncio.sleep(0.01)
        giving.cancel()
        assert not kept() and not drawn() and not runtime.uploaded_file_mgr.file_storage

    asyncio.run(all_of_it())


class _Nobody:
    """Whoever is at the other end of a session, who hears nothing."""

    def write_forward_msg(self, message: object) -> None:
        """Hear a message."""


_LET_GO = """
import os
from pathlib import Path
from ui.process.memory import return_memory, share_memory

def used():
    return int(Path("/proc/self/statm").read_text().split()[1])

share_memory()
before = used()
kept = [bytes(4000) for _ in range(20_000)]
most = used()
last = kept.pop()
kept.clear()
held = used()
return_memory()
print(most - before, held - before, used() - before)
"""


_HEAPS = """
import ctypes
import sys
import threading
from ui.process.memory import share_memory

if sys.argv[1:]:
    share_memory()
together = threading.Barrier(12)

def work():
    kept = bytes(4000)
    together.wait()
    del kept

threads = [threading.Thread(target=work) for _ in range(12)]
for one in threads:
    one.start()
for one in threads:
    one.join()
library = ctypes.CDLL(None)
library.malloc_info(0, ctypes.c_void_p.in_dll(library, "stdout"))
library.fflush(None)
"""

of_glibc = pytest.mark.skipif(
    not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="glibc alone is asked"
)


def _said(script: str, *words: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout


@of_glibc
def test_memory_let_go_goes_back_to_the_system() -> None:
    most, held, left = map(int, _said(_LET_GO).split())
    assert held > most / 2, "nothing was held, so there is nothing to return"
    assert left < most / 5


@of_glibc
def test_threads_share_two_heaps() -> None:
    assert _said(_HEAPS).count("<heap nr=") > 2
    assert _said(_HEAPS, "shared").count("<heap nr=") <= 2
