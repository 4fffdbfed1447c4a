"""Errands: work for a process of its own, which gives its memory back and can be stopped."""

from __future__ import annotations

import logging
import pickle
import subprocess
import threading
import time
from contextlib import suppress
from typing import Self
from uuid import uuid4

from footprint.export.turns import UNKNOWN, Asker, FullError, Turn, Turns
from footprint.export.workers import Workers

_LOG = logging.getLogger(__name__)


class ErrandError(RuntimeError):
    """An errand came to nothing, or was stopped; says so in one sentence."""


class Errand:
    """One piece of work: started once, watched from any thread, stopped at any time.

    One of the `workers` takes the pickled `order`, tells how far it is on standard error and sends
    what it came to. Work waits for its turn among the `turns`, in which `whose` it is counts, and
    is ended after so many seconds at the `longest`. `name` is what a log calls it, `failed` what
    a reader is told; its `mark` tells it from every other.
    """

    name = "An errand"
    failed = "This could not be done. Try again."
    longest = 300.0
    error: type[ErrandError] = ErrandError

    def __init__(
        self, order: object, workers: Workers, turns: Turns, whose: Asker = UNKNOWN
    ) -> None:
        self.order, self._workers, self._turns, self._whose = order, workers, turns, whose
        self.mark = uuid4().hex
        self._turn: Turn | None = None
        self._refused = ""
        self._sent: bytes | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._begun: float | None = None
        self._stopped, self._finished = threading.Event(), threading.Event()

    def start(self) -> Self:
        """Begin in the background, as soon as it is this errand's turn.

        Where no more can wait, `result` says so at once.
        """
        try:
            self._turn = self._turns.queue(self._whose)
        except FullError as full:
            self._refused = str(full)
            self._finished.set()
            return self
        threading.Thread(target=self._take_turn, daemon=True).start()
        return self

    def stop(self) -> None:
        """Stop at once; what was made so far is gone."""
        self._stopped.set()
        self.give_up_waiting()
        if self._process:
            self._process.kill()

    def give_up_waiting(self) -> None:
        """Leave the queue, if its turn has not come."""
        if self._turn and not self._turn.has_come:
            self._turn.leave()

    @property
    def finished(self) -> bool:
        """Whether there is a result, or never will be."""
        return self._finished.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait so long at the most; whether it is finished."""
        return self._finished.wait(seconds)

    @property
    def waiting(self) -> bool:
        """Whether others come first."""
        return self._process is None and not self.finished

    @property
    def place(self) -> int:
        """Its place in the queue, 1 for the next; 0 where it does not wait."""
        return self._turn.place if self._turn else 0

    @property
    def seconds(self) -> float:
        """How long ago its process began; 0 before."""
        return 0.0 if self._begun is None else time.monotonic() - self._begun

    def result(self) -> bytes:
        """Wait for what it came to and return it; raises `error` saying why there is nothing."""
        self._finished.wait()
        if self._sent is not None:
            return self._sent
        if self._stopped.is_set():
            raise self.error("You stopped this before it was finished.")
        raise self.error(self._refused or self.failed)

    def hear(self, words: str) -> bool:
        """Take note of how far it is; say whether the words were about that."""
        raise NotImplementedError

    def _take_turn(self) -> None:
        try:
            with self._turn:
                if not self._stopped.is_set():
                    self._run()
        except Exception:
            # In a thread of its own nobody else would hear of it, and `result` says there is none.
            _LOG.exception(self.name)
        finally:
            self._finished.set()
            self._workers.expect()

    def _run(self) -> None:
        order = pickle.dumps(self.order)
        with self._workers.take() as process:
            self._process, self._begun = process, time.monotonic()
            if self._stopped.is_set():
                process.kill()
            listener = threading.Thread(target=self._listen, args=(process.stderr,), daemon=True)
            listener.start()
            late = threading.Timer(self.longest, process.kill)
            late.start()
            sent = _sent(process, order)
            listener.join()
            late.cancel()
        if process.returncode == 0:
            self._sent = sent

    def _listen(self, told: list[bytes]) -> None:
        for line in told:
            words = line.decode(errors="replace").strip()
            if not self.hear(words):
                _LOG.warning("%s: %s", self.name, words)


def _sent(process: subprocess.Popen[bytes], order: bytes) -> bytes:
    # One that was stopped has not read its order to the end; its status says what it came to.
    with suppress(BrokenPipeError):
        process.stdin.write(order)
        process.stdin.close()
    return process.stdout.read()
