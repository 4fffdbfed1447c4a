"""Quotas: how often people may save, each or all together, so that nobody fills the store."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from threading import Lock

from footprint.store.revisions import StoreError

MOST = 120
MOST_TOGETHER = 3_000
WITHIN_SECONDS = 3_600.0


@dataclass
class Quotas:
    """How often each person has saved of late; `most` times in `within` seconds is the limit.

    `who` begins the sentence that they are told.
    """

    most: int = MOST
    who: str = "You have"
    within: float = WITHIN_SECONDS
    clock: Callable[[], float] = time.monotonic
    _saved: dict[str, deque[float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def check(self, person: str) -> None:
        """Refuse in a sentence whoever has saved too often, and say when they may again."""
        with self._lock:
            self._forget_old()
            times = self._saved.get(person, ())
            if len(times) < self.most:
                return
            wait = ceil((times[0] + self.within - self.clock()) / 60)
        minutes = "a minute" if wait <= 1 else f"{wait} minutes"
        raise StoreError(
            f"{self.who} saved {self.most:,} times within {self.within / 60:.0f} minutes, which is "
            f"the most. Save again in {minutes}; until then what is drawn stays in this page’s "
            "address."
        )

    def count(self, person: str) -> None:
        """Remember that somebody has saved."""
        with self._lock:
            self._saved.setdefault(person, deque()).append(self.clock())

    def _forget_old(self) -> None:
        limit = self.clock() - self.within
        for person in list(self._saved):
            times = self._saved[person]
            while times and times[0] <= limit:
                times.popleft()
            if not times:
                del self._saved[person]
