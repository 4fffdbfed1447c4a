"""Batches: many orders of one person made together, on as many processors as there are."""

from __future__ import annotations

import os
import pickle
from collections.abc import Sequence
from typing import Self

from footprint.export.errands import Errand
from footprint.export.orders import Order, Share
from footprint.export.press import WORKER, PressError, step_of
from footprint.export.turns import Turns
from footprint.export.workers import READY, Workers

_EACH = 30.0


class _Hand(Errand):
    """A share of the orders, made by one worker one after the other."""

    name = "A batch"
    failed = "The files could not be made. Try another format, or try again."
    error = PressError
    order: Share

    def __init__(self, share: Share, workers: Workers, turns: Turns) -> None:
        super().__init__(share, workers, turns)
        self.longest = max(self.longest, _EACH * len(share.orders))
        self.done = 0

    def hear(self, words: str) -> bool:
        """Take note of how many are made."""
        step = step_of(words)
        self.done = step[0] if step else self.done
        return bool(step) or words == READY


class Batch:
    """Many orders being made, dealt out evenly to workers, each in turn to the next.

    `count` is how many there are. A worker makes a share, and goes; nobody else's is among it.
    """

    def __init__(self, orders: Sequence[Order], at_once: int = os.cpu_count() or 1) -> None:
        self.count = len(orders)
        hands = min(at_once, self.count)
        workers, turns = Workers(WORKER), Turns(at_once)
        shares = (Share(tuple(orders[hand::hands])) for hand in range(hands))
        self._hands = [_Hand(share, workers, turns) for share in shares]

    def start(self) -> Self:
        """Begin in the background."""
        for hand in self._hands:
            hand.start()
        return self

    def stop(self) -> None:
        """Stop at once; what was made so far is gone."""
        for hand in self._hands:
            hand.stop()

    @property
    def done(self) -> int:
        """How many are made."""
        return sum(hand.done for hand in self._hands)

    @property
    def finished(self) -> bool:
        """Whether there are files, or never will be."""
        return all(hand.finished for hand in self._hands)

    def files(self) -> list[bytes]:
        """Wait for the files, in the order in which they were asked for.

        Raises PressError, and stops the others, where one could not be made.
        """
        made: list[bytes] = [b""] * self.count
        try:
            for place, hand in enumerate(self._hands):
                made[place :: len(self._hands)] = pickle.loads(hand.result())
        finally:
            self.stop()
        return made
