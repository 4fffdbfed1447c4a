"""The press: each order is made in a process of its own, which gives its memory back."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Sequence

from footprint.export.errands import Errand, ErrandError
from footprint.export.orders import Order

# Maps on screen come before papers: as many presses as leave one core free.
AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
_TURN = threading.BoundedSemaphore(AT_ONCE)
# By name, so that the app itself never loads what only papers need.
_WORKER = (sys.executable, "-m", "footprint.export.make")
_STEP = re.compile(r"step (\d+)/(\d+)")


class PressError(ErrandError):
    """A file could not be made, or was stopped; says so in one sentence."""


class Press(Errand):
    """One order being made.

    `done` and `count` are the steps made, and of how many; 0 of 0 before anything is known.
    A pack of forty maps takes about a minute.
    """

    failed = "The file could not be made. Try another format, or try again."
    error = PressError
    order: Order

    def __init__(self, order: Order, worker: Sequence[str] = _WORKER) -> None:
        super().__init__(order, worker, _TURN)
        self.name = f"The press, at {order.format}"
        self.done, self.count = 0, 0

    def hear(self, words: str) -> bool:
        """Take note of how many steps are made."""
        step = _STEP.fullmatch(words)
        if step:
            self.done, self.count = int(step[1]), int(step[2])
        return bool(step)
