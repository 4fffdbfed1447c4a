"""The press: each order is made in a process of its own, which gives its memory back.

To start one takes as long as to draw a sheet, so one is kept waiting while files are wanted.
"""

from __future__ import annotations

import os
import re
import sys

from footprint.export.errands import Errand, ErrandError
from footprint.export.orders import Order
from footprint.export.turns import UNKNOWN, Asker, Turns
from footprint.export.workers import READY, Workers

# Maps on screen come before papers: as many presses as leave one core free.
AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
_TURNS = Turns(AT_ONCE)
# Of orders of several papers, behind which nobody's one map has to wait.
_LONG_TURNS = Turns(AT_ONCE)
# By name, so that the app itself never loads what only papers need.
WORKER = (sys.executable, "-m", "footprint.export.make")
# One that waits holds a quarter of a gigabyte.
_WARM = Workers(WORKER, min(2, AT_ONCE))
_STEP = re.compile(r"step (\d+)/(\d+)")


class PressError(ErrandError):
    """A file could not be made, or was stopped; says so in one sentence."""


class Press(Errand):
    """One order being made.

    `done` and `count` are the steps made, and of how many; 0 of 0 before anything is known.
    A pack of forty maps takes about a minute. `whose` it is tells people apart, who take turns.
    """

    failed = "The file could not be made. Try another format, or try again."
    error = PressError
    order: Order

    def __init__(
        self,
        order: Order,
        workers: Workers = _WARM,
        *,
        whose: Asker = UNKNOWN,
        turns: Turns | None = None,
    ) -> None:
        super().__init__(order, workers, turns or _turns_of(order), whose)
        self.name = f"The press, at {order.format}"
        self.done, self.count = 0, 0

    def hear(self, words: str) -> bool:
        """Take note of how many steps are made."""
        step = step_of(words)
        if step:
            self.done, self.count = step
        return bool(step) or words == READY


def _turns_of(order: Order) -> Turns:
    return _TURNS if len(order.papers) <= 1 else _LONG_TURNS


def waiting() -> int:
    """How many orders wait for their turn."""
    return _TURNS.waiting + _LONG_TURNS.waiting


def expect() -> None:
    """Make ready for an order, where somebody is about to give one; does not wait."""
    _WARM.expect()


def step_of(words: str) -> tuple[int, int] | None:
    """How many steps a worker says are made, and of how many; None where it says another thing."""
    step = _STEP.fullmatch(words)
    return (int(step[1]), int(step[2])) if step else None
