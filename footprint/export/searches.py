"""Searches: the plan that is best by an aim, sought in a process of its own."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Sequence
from typing import Self

from cachetools import LRUCache

from footprint.export.errands import Errand, ErrandError
from footprint.export.turns import UNKNOWN, Asker, Turns
from footprint.export.workers import Workers
from footprint.optimum.answer import Answer, Progress, Refused, heard
from footprint.optimum.asked import Sought

# They have turns of their own, so that no paper waits for a search, and give way to maps.
AT_ONCE = max(2, os.cpu_count() or 2)
_TURNS = Turns(AT_ONCE)
_WORKER = (sys.executable, "-m", "footprint.optimum.worker")
_GRACE, _ENDS = 40.0, 15.0
_PROVED: LRUCache[Sought, bytes] = LRUCache(30)
_KEEPING = threading.Lock()


class SearchError(ErrandError):
    """There is no answer, because it was stopped or refused; says so in one sentence."""


class Search(Errand):
    """One question being answered; what was proved once is known from then on.

    `progress` is what the search told last, of the NHS region it is at; None before anything is.
    """

    name = "The search"
    failed = "The search failed, or needed too much memory. Ask for less, such as one NHS region."
    error = SearchError
    order: Sought

    def __init__(
        self, order: Sought, worker: Sequence[str] = _WORKER, *, whose: Asker = UNKNOWN
    ) -> None:
        super().__init__(order, Workers(worker), _TURNS, whose)
        self.longest = order.seconds + _GRACE
        self.progress: Progress | None = None

    def start(self) -> Self:
        """Begin in the background, unless the answer is known."""
        with _KEEPING:
            self._sent = _PROVED.get(self.order)
        if self._sent is None:
            return super().start()
        self._finished.set()
        return self

    def hear(self, words: str) -> bool:
        """Take note of how far it is."""
        found = heard(words)
        self.progress = found or self.progress
        return found is not None

    def stop(self) -> None:
        """Be content with what was found; where nothing comes of that soon, end it."""
        self._stopped.set()
        self.give_up_waiting()
        if self._process:
            self._process.terminate()
            ending = threading.Timer(_ENDS, self._process.kill)
            ending.daemon = True
            ending.start()

    def answer(self) -> Answer:
        """Wait for the answer; raises SearchError saying why there is none."""
        sent = self.result()
        found = pickle.loads(sent)
        if isinstance(found, Refused):
            raise SearchError(found.why)
        if found.proved:
            with _KEEPING:
                _PROVED[self.order] = sent
        return found


def waiting() -> int:
    """How many searches wait for their turn."""
    return _TURNS.waiting
