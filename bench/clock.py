"""The clock: two things timed turn about, so that whatever slows one slows the other too."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.promises import Ratio

Timing = Callable[[], float]
"""Something done once; returns the milliseconds it took."""


@dataclass(frozen=True)
class Pairs:
    """Milliseconds of ours and theirs, each pair taken one after the other."""

    times: tuple[tuple[float, float], ...]

    @property
    def ours(self) -> float:
        """The median of ours."""
        return statistics.median(ours for ours, _ in self.times)

    @property
    def theirs(self) -> float:
        """The median of theirs."""
        return statistics.median(theirs for _, theirs in self.times)

    @property
    def ratio(self) -> float:
        """The median of ours over theirs, pair by pair."""
        return statistics.median(ours / theirs for ours, theirs in self.times)

    def promise(self, name: str, against: str, most: float) -> Ratio:
        """Hold these times to a promise; `against` says what theirs are the times of."""
        return Ratio(name, "ms", self.ours, against, self.theirs, self.ratio, most)


def turn_about(ours: Timing, theirs: Timing, rounds: int, warming: int = 1) -> Pairs:
    """Time both, ours, theirs, ours, theirs; the rounds that warm up are not counted."""
    taken = [(ours(), theirs()) for _ in range(warming + rounds)]
    return Pairs(tuple(taken[warming:]))


def timed(call: Callable[[], object], *, times: int = 1) -> Timing:
    """A call as something that tells how many milliseconds it took.

    What is over in a few milliseconds is done several times, and its time is the mean.
    """

    def timing() -> float:
        start = time.perf_counter()
        for _ in range(times):
            call()
        return 1000 * (time.perf_counter() - start) / times

    return timing
