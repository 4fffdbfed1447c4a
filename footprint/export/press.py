"""The press: each order is made in a process of its own, which gives its memory back."""

from __future__ import annotations

import logging
import os
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Sequence

from footprint.export.orders import Order
from footprint.facts.manifest import ROOT

# Maps on screen come before papers: as many presses as leave one core free.
AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
_TURN = threading.BoundedSemaphore(AT_ONCE)
# By name, so that the app itself never loads what only papers need.
_WORKER = (sys.executable, "-m", "footprint.export.make")
_STEP = re.compile(r"step (\d+)/(\d+)")
# Seconds; a pack of forty maps takes about a minute.
_LONGEST = 300
_LOG = logging.getLogger(__name__)


class PressError(RuntimeError):
    """A file could not be made, or was stopped; says so in one sentence."""


class Press:
    """One order being made: started once, watched from any thread, stopped at any time.

    `done` and `count` are the steps made, and of how many; 0 of 0 before anything is known.
    `worker` is the command that takes the order, tells its steps and sends the file.
    """

    def __init__(self, order: Order, worker: Sequence[str] = _WORKER) -> None:
        self.order, self._worker = order, worker
        self.done, self.count = 0, 0
        self._file: bytes | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped, self._finished = threading.Event(), threading.Event()

    def start(self) -> Press:
        """Begin in the background, as soon as it is this order's turn."""
        threading.Thread(target=self._take_turn, daemon=True).start()
        return self

    def stop(self) -> None:
        """Stop at once; what was made so far is gone."""
        self._stopped.set()
        if self._process:
            self._process.kill()

    @property
    def finished(self) -> bool:
        """Whether there is a file, or never will be."""
        return self._finished.is_set()

    @property
    def waiting(self) -> bool:
        """Whether other orders are made first."""
        return self._process is None and not self.finished

    def result(self) -> bytes:
        """Wait for the file and return it; raises PressError saying why there is none."""
        self._finished.wait()
        if self._file is not None:
            return self._file
        if self._stopped.is_set():
            raise PressError("You stopped this before it was finished.")
        raise PressError("The file could not be made. Try another format, or try again.")

    def _take_turn(self) -> None:
        try:
            with _TURN:
                if not self._stopped.is_set():
                    self._make()
        except Exception:
            # In a thread of its own nobody else would hear of it, and `result` says there is none.
            _LOG.exception("The press, at %s", self.order.format)
        finally:
            self._finished.set()

    def _make(self) -> None:
        order = pickle.dumps(self.order)
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        with subprocess.Popen(self._worker, cwd=ROOT, **pipes) as process:
            self._process = process
            if self._stopped.is_set():
                process.kill()
            listener = threading.Thread(target=self._listen, args=(process.stderr,), daemon=True)
            listener.start()
            late = threading.Timer(_LONGEST, process.kill)
            late.start()
            file = _sent(process, order)
            listener.join()
            late.cancel()
        if process.returncode == 0:
            self._file = file

    def _listen(self, told: list[bytes]) -> None:
        for line in told:
            words = line.decode(errors="replace").strip()
            if step := _STEP.fullmatch(words):
                self.done, self.count = int(step[1]), int(step[2])
            else:
                _LOG.warning("The press, at %s: %s", self.order.format, words)


def _sent(process: subprocess.Popen[bytes], order: bytes) -> bytes:
    try:
        process.stdin.write(order)
        process.stdin.close()
    except BrokenPipeError:
        # It was stopped before it had read its order.
        return b""
    return process.stdout.read()
