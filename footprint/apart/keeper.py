"""The keeper: starts the process apart, hands it one task at a time, and never waits for ever."""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import cache

from footprint.apart.child import DONE, TOO_MUCH
from footprint.apart.frames import FrameError, receive, send, value_of
from footprint.apart.tasks import Task
from footprint.facts.manifest import ROOT

_LOG = logging.getLogger(__name__)
# By name, as the other workers are, so that it loads nothing of the screen.
_CHILD = (sys.executable, "-m", "footprint.apart.child")
# A copy of a process has one of its threads only.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_TURN = 60.0
_TOO_LATE = 90.0


class ApartError(RuntimeError):
    """A file was not read; says why in one sentence."""


TOO_MUCH_SAID = (
    "The file takes more time or memory to read than a list of areas or costs should. "
    "Send only the sheet, or the areas, that are needed, and a workbook as CSV."
)
_FAILED = "The file could not be read. Save it again, or send it in another format."
_ENDED = "What reads files ended before it had read this one. Send it again."
_BUSY = "Many files are being read just now. Try again in a minute."
_SAID = {TOO_MUCH: TOO_MUCH_SAID, b"": _ENDED}


class Keeper:
    """One process apart, started when it is first needed, and again whenever it has ended."""

    def __init__(self, child: Sequence[str] = _CHILD, *, turn: float = _TURN) -> None:
        self._child, self._patience = child, turn
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, task: Task) -> object:
        """What a task comes to; raises ApartError with a sentence for the reader."""
        if not self._turn.acquire(timeout=self._patience):
            raise ApartError(_BUSY)
        try:
            said = self._asked(pickle.dumps(task))
        finally:
            self._turn.release()
        if said[:1] == DONE:
            try:
                return value_of(said[1:])
            except FrameError:
                _LOG.exception("The process apart")
        raise ApartError(_SAID.get(said[:1], _FAILED))

    def make_ready(self) -> None:
        """Start the process in the background, so that the first file need not wait for it."""
        if not self._running and self._turn.acquire(blocking=False):
            try:
                self._started()
            finally:
                self._turn.release()

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    @property
    def number(self) -> int:
        """What the system calls the process; 0 where there is none."""
        return self._process.pid if self._process else 0

    @property
    def _running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or not self._running:
            self.end()
            self._process = subprocess.Popen(
                self._child,
                cwd=ROOT,
                env=os.environ | _ONE_THREAD,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return self._process

    def _asked(self, task: bytes) -> bytes:
        process, ended = self._started(), threading.Event()
        late = threading.Timer(_TOO_LATE, lambda: (ended.set(), process.kill()))
        late.start()
        try:
            send(task, process.stdin)
            said = receive(process.stdout)
        except OSError:
            said = None
        finally:
            late.cancel()
        if said is None:
            # It has ended, or what it says is of no use: the next task gets a new one.
            self.end()
            return TOO_MUCH if ended.is_set() else b""
        return said


@cache
def keeper() -> Keeper:
    """The keeper of this app."""
    return Keeper()
