"""Turns: whose page runs next where many ask at once, fair between visitors.

One process runs pages on one core. Whoever opens many windows, or a machine that does so in their
place, waits for themselves and not before others.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field

AT_ONCE, EACH, LATE = 6, 3, 20
LONG_SECONDS = 3.0
"""What takes longer waits for something slow, and does not hold others up for that."""
_LONGEST_SECONDS = 60.0
_AFTER_LEAVING = 1.0


@dataclass(eq=False)
class Window:
    """One session of a visitor, and when its turn was last, counted in turns."""

    visitor: str
    served: int = 0
    called: asyncio.Future[None] | None = None


@dataclass
class Turns:
    """So many pages run at once, and the others wait.

    Visitors take turns, and so do the windows of each: whoever was served longest ago is next.
    Each visitor has half of the places at most. An office is one visitor, so many of its people may
    wait for files besides, which other processes make.
    """

    at_once: int = AT_ONCE
    each: int = EACH
    late: int = LATE
    long: float = LONG_SECONDS
    _waiting: list[Window] = field(default_factory=list)
    _running: dict[Window, asyncio.TimerHandle] = field(default_factory=dict)
    _late: dict[Window, asyncio.TimerHandle] = field(default_factory=dict)
    _served: Counter[str] = field(default_factory=Counter)
    _given: int = 0

    async def take(self, window: Window) -> None:
        """Wait until it is a window's turn; not at all where it has one that has not ended."""
        if window in self._running or window in self._late:
            return
        window.called = asyncio.get_running_loop().create_future()
        self._waiting.append(window)
        self._call()
        try:
            await window.called
        except asyncio.CancelledError:
            self._waiting = [one for one in self._waiting if one is not window]
            self.end(window)
            raise

    def end(self, window: Window) -> None:
        """End a window's turn, if it has one."""
        for held in (self._running, self._late):
            if timer := held.pop(window, None):
                timer.cancel()
        here = {one.visitor for one in (*self._waiting, *self._running, *self._late)}
        self._served = Counter({one: self._served[one] for one in here})
        self._call()

    def leave(self, window: Window) -> None:
        """End the turn of a window that is closed, whose page may run a moment longer."""
        if window in self._running or window in self._late:
            self._later(_AFTER_LEAVING, self.end, window)

    def _call(self) -> None:
        while len(self._running) < self.at_once and (able := self._able()):
            window = min(able, key=lambda one: (self._served[one.visitor], one.served))
            self._waiting.remove(window)
            self._running[window] = self._later(self.long, self._is_late, window)
            self._given += 1
            self._served[window.visitor] = window.served = self._given
            if not window.called.done():
                window.called.set_result(None)

    def _able(self) -> list[Window]:
        running = Counter(one.visitor for one in self._running)
        late = Counter(one.visitor for one in self._late)
        return [
            one
            for one in self._waiting
            if running[one.visitor] < self.each and late[one.visitor] < self.late
        ]

    def _is_late(self, window: Window) -> None:
        """Let a page that takes long go on beside those whose turn it is."""
        if self._running.pop(window, None):
            self._late[window] = self._later(_LONGEST_SECONDS, self.end, window)
            self._call()

    def _later(self, seconds: float, act: object, window: Window) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(seconds, act, window)
