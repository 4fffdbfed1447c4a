"""What visitors left behind is collected once in a while, and never after each run of a page."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import subprocess
import sys
import tomllib

import pytest

from tests.browser.conftest import ROOT
from ui.shell import server


def test_streamlit_does_not_collect_after_every_run() -> None:
    told = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert told["runner"]["postScriptGC"] is False


@pytest.mark.parametrize(("work", "done"), ((True, ["collected", "returned"]), (False, [])))
def test_the_server_collects_where_something_ran(
    monkeypatch: pytest.MonkeyPatch, work: bool, done: list[str]
) -> None:
    asked: list[str] = []
    counts = iter([1, 2 if work else 1, *[2 if work else 1] * 100])
    monkeypatch.setattr(server, "_collections", lambda: next(counts))
    monkeypatch.setattr(gc, "collect", lambda: asked.append("collected"))
    monkeypatch.setattr(server, "return_memory", lambda: asked.append("returned"))

    async def a_while() -> None:
        giving = asyncio.create_task(server.give_back(pause=0.01))
        await asyncio.sleep(0.1)
        giving.cancel()

    asyncio.run(a_while())
    assert asked == done


_LET_GO = """
import os
from pathlib import Path
from ui.shell.server import return_memory, share_memory

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
from ui.shell.server import share_memory

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
