"""Workers: processes that make one thing and go, some of them started before they are needed."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress

from footprint.facts.manifest import ROOT

READY = "ready"
"""What a worker says on standard error when everything is loaded and an order can come."""

_IDLE = 300.0
_NICER = 10


class Workers:
    """Processes that each read one order, answer it and end, so nothing is left for the next.

    Up to `most` can be kept waiting with everything loaded, for so many seconds at the longest
    without an order; then their memory is given back.
    """

    def __init__(self, command: Sequence[str], most: int = 0, idle: float = _IDLE) -> None:
        self._command, self._most, self._idle = command, most, idle
        self._lock = threading.Lock()
        self._ready: list[subprocess.Popen[bytes]] = []

    def expect(self) -> None:
        """Have as many waiting as can be kept, for somebody is about to need one."""
        with self._lock:
            self._ready = [one for one in self._ready if one.poll() is None]
            while len(self._ready) < self._most:
                self._ready.append(self._kept(self._started()))

    def take(self) -> subprocess.Popen[bytes]:
        """One that waits, or else a new one; nobody else gets it."""
        with self._lock:
            while self._ready:
                if (waiting := self._ready.pop(0)).poll() is None:
                    return waiting
        return self._started()

    def dismiss(self) -> None:
        """Let go of all that wait."""
        with self._lock:
            waiting, self._ready = self._ready, []
        for one in waiting:
            _end(one)

    def _started(self) -> subprocess.Popen[bytes]:
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        process = subprocess.Popen(self._command, cwd=ROOT, **pipes)
        if hasattr(os, "setpriority"):
            _give_way(process.pid)
        return process

    def _kept(self, process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        late = threading.Timer(self._idle, self._let_go, (process,))
        late.daemon = True
        late.start()
        return process

    def _let_go(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            if process not in self._ready:
                return
            self._ready.remove(process)
        _end(process)


def _give_way(process: int) -> None:
    """Leave a process less claim to the machine than the maps on screen have."""
    nicer = min(19, os.getpriority(os.PRIO_PROCESS, 0) + _NICER)
    # It may have ended already.
    with suppress(ProcessLookupError):
        os.setpriority(os.PRIO_PROCESS, process, nicer)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()
