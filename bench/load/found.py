"""Found: how long people waited, what the server used meanwhile, and what went wrong."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

ALL = "all"
_LAST = 180
"""Seconds at the end over which memory should be flat."""


@dataclass
class Found:
    """What was found on one site: milliseconds by kind of step, and megabytes by time."""

    name: str
    taken: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    processor: float = 0
    alone: float = 0
    left: list[float] = field(default_factory=list)
    anew: float = 0

    @contextmanager
    def timing(self, kind: str) -> Iterator[None]:
        """Time one step, unless it fails."""
        start = time.perf_counter()
        yield
        self.taken.setdefault(kind, []).append(1000 * (time.perf_counter() - start))

    @property
    def every(self) -> dict[str, list[float]]:
        """The times of each kind of step, and of all."""
        return {ALL: [one for times in self.taken.values() for one in times], **self.taken}

    @property
    def flat(self) -> float:
        """How far memory went up or down over the last minutes, as a share of its median."""
        end = self.memory[-1][0] - _LAST
        late = [used for at, used in self.memory if at >= end]
        return (max(late) - min(late)) / statistics.median(late)


def ninety_fifth(times: list[float]) -> float:
    """What nineteen in twenty waited at most."""
    return sorted(times)[max(0, -(-len(times) * 95 // 100) - 1)]


def table(found: Iterable[Found]) -> str:
    """All of it, a site after the other, as Markdown."""
    return "\n\n".join("\n".join(_told(one)) for one in found)


def _told(found: Found) -> Iterator[str]:
    yield f"| {found.name} | steps | median, ms | 95%, ms |"
    yield "|---|---|---|---|"
    every = found.every
    for kind, times in every.items():
        if times:
            told = f"{statistics.median(times):,.0f} | {ninety_fifth(times):,.0f}"
            yield f"| {kind} | {len(times):,} | {told} |"
    yield ""
    steps = max(1, len(every[ALL]))
    yield f"Processor of the servers: {found.processor / steps:,.0f} ms a step."
    used = [used for _, used in found.memory]
    left = ", ".join(f"{one:,.0f}" for one in found.left)
    yield (
        f"Memory of the servers: {found.alone:,.0f} MB before, {max(used):,.0f} MB at most, "
        f"{left} MB each time all had left; {found.flat:.1%} up or down in the last "
        f"{_LAST // 60} minutes."
    )
    if found.anew:
        yield f"Memory once every process had begun anew, with nobody there: {found.anew:,.0f} MB."
    yield f"Errors: {len(found.errors)}."
    yield from (f"- {count} × {said}" for said, count in Counter(found.errors).most_common(5))
