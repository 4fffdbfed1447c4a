"""Ready or not: whether what the app stands on holds now, for machines and for people."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from starlette.requests import Request
from starlette.responses import JSONResponse

from footprint.english import listed
from footprint.facts.manifest import problems
from footprint.store.database import default_url
from footprint.store.ready import check
from ui.gate.versions import version
from ui.shell.workspace import workspace

LEAST_FREE = 200 * 2**20
"""Bytes of disk below which saving and making files may soon fail."""
LONGEST_SECONDS = 20.0
FRESH_SECONDS = 10.0
# Tells processes apart, and nothing else.
_PROCESS = secrets.token_hex(4)


def _data() -> bool:
    return not problems(workspace().root)


def _store() -> bool:
    check(default_url())
    return True


def _disk() -> bool:
    return all(shutil.disk_usage(folder).free >= LEAST_FREE for folder in _folders())


def _folders() -> set[Path]:
    url = default_url()
    kept = {Path(url.database).parent} if url.drivername == "sqlite" and url.database else set()
    return {folder for folder in {Path(tempfile.gettempdir())} | kept if folder.exists()}


def _workers() -> bool:
    ran = subprocess.run([sys.executable, "-I", "-c", ""], timeout=LONGEST_SECONDS, check=False)
    return ran.returncode == 0


CHECKS: Mapping[str, Callable[[], bool]] = {
    "data": _data,
    "store": _store,
    "disk": _disk,
    "workers": _workers,
}
# What is said to people where a check fails.
_AMISS = {
    "data": "a published file is not as it was described",
    "store": "saved options cannot be read or kept",
    "disk": "the disk is almost full",
    "workers": "no files can be made to take away",
}


@dataclass(frozen=True)
class Ready:
    """What held when it was last looked at, by check, and when that was."""

    held: Mapping[str, bool]
    at: float

    @property
    def whole(self) -> bool:
        """Whether everything held."""
        return all(self.held.values())


class Watch:
    """Runs every check, at most once in a while however many ask."""

    def __init__(
        self, checks: Mapping[str, Callable[[], bool]] = CHECKS, longest: float = LONGEST_SECONDS
    ) -> None:
        self._checks = checks
        self._longest = longest
        self._turn = Lock()
        self._last = Ready({}, float("-inf"))

    def look(self) -> Ready:
        """What holds now, or held a moment ago."""
        with self._turn:
            if time.monotonic() - self._last.at > FRESH_SECONDS:
                self._last = Ready(self._held(), time.monotonic())
            return self._last

    def _held(self) -> dict[str, bool]:
        pool = ThreadPoolExecutor(len(self._checks), "ready")
        asked = {name: pool.submit(one) for name, one in self._checks.items()}
        until = time.monotonic() + self._longest
        held = {}
        for name, answer in asked.items():
            # Whatever goes wrong in a check, what it looks at cannot be relied on.
            try:
                held[name] = answer.result(max(0.0, until - time.monotonic()))
            except Exception:
                held[name] = False
        pool.shutdown(wait=False, cancel_futures=True)
        return held


@cache
def watch() -> Watch:
    """The one watch of this process."""
    return Watch()


async def answer(_request: Request) -> JSONResponse:
    """Tell a machine whether to send people here: 200 or 503, and which checks hold.

    `version` is the same for all processes of one version; `process` tells them apart.
    """
    found = await asyncio.to_thread(watch().look)
    told = {name: "ok" if held else "failing" for name, held in found.held.items()}
    status = 200 if found.whole else 503
    said = {"ready": found.whole, "checks": told, "version": version(), "process": _PROCESS}
    return JSONResponse(said, status, headers={"Cache-Control": "no-store"})


def status_line(found: Ready) -> str:
    """Tell people in a sentence whether everything works, and what does not."""
    amiss = [_AMISS[name] for name, held in found.held.items() if not held]
    if amiss:
        return f"Something is amiss: {listed(amiss)}. Tell whoever runs this app."
    return (
        "Everything works: the published files are as described, options can be kept, files can "
        "be made, and there is room on the disk."
    )
