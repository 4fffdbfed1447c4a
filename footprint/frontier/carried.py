"""Carried: what a footprint that is still growing has to know of itself.

A carrier starts with one unit, joins further ones and is closed when nothing can join any more.
After every turn it keeps only what the units to come can still tell apart, so that footprints
with the same prospects are the same. None refuses the footprint; the number from `close` is what
it adds to a measure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

Held = Hashable

MOST_SUMS = 4_000
"""Of more sums hardly any two footprints fall short by the same."""


class Carrier(Protocol):
    """Something of a footprint that is followed while it grows."""

    def start(self, unit: int) -> Held:
        """What is held of a footprint of one unit."""
        ...

    def join(self, held: Held, unit: int) -> Held | None:
        """What is held once a unit has joined, or None where it may not."""
        ...

    def keep(self, held: Held, to_come: tuple[int, ...]) -> Held | None:
        """What matters of it, given who can still join; None where it cannot be finished."""
        ...

    def close(self, held: Held) -> int | None:
        """What the finished footprint adds, or None where it may not be."""
        ...


@dataclass(frozen=True)
class People:
    """People of a footprint: at least so many, and at most so many if that is asked.

    Without an upper line whoever is beyond the lower one is counted no further.
    """

    people: tuple[int, ...]
    least: int
    most: int | None = None

    def start(self, unit: int) -> int | None:
        """Begin with one unit."""
        return self.join(0, unit)

    def join(self, held: int, unit: int) -> int | None:
        """Let a unit join."""
        people = held + self.people[unit]
        if self.most is None:
            return people if people < self.least else self.least
        return people if people <= self.most else None

    def keep(self, held: int, to_come: tuple[int, ...]) -> int | None:
        """Count it as the largest that the same joins would finish."""
        lacking = self.least - held
        if self.most is None and lacking <= 0:
            return held
        top = self._top
        sums, everybody = self._coming(to_come)
        if lacking > everybody:
            return None
        if not sums:
            return held
        alike = self.least - sums[bisect_left(sums, lacking) - 1] - 1 if lacking > 0 else top
        if self.most is None:
            return alike
        room = sums[bisect_right(sums, self.most - held) - 1]
        return min(alike, self.most - room) if room >= lacking else None

    def close(self, held: int) -> int | None:
        """Finish the footprint."""
        return 0 if held >= self.least else None

    @property
    def _top(self) -> int:
        return self.least if self.most is None else self.most

    @cached_property
    def _known(self) -> dict[tuple[int, ...], tuple[tuple[int, ...], int]]:
        return {(): ((0,), 0)}

    def _coming(self, to_come: tuple[int, ...]) -> tuple[tuple[int, ...], int]:
        """Every number up to the top that some of those to come are, or none; and all of them."""
        if to_come not in self._known:
            fewer, everybody = self._coming(to_come[1:])
            first = self.people[to_come[0]]
            more = {one + first for one in fewer if one + first <= self._top}.union(fewer)
            sums = tuple(sorted(more)) if len(more) <= MOST_SUMS else ()
            self._known[to_come] = sums, everybody + first
        return self._known[to_come]


@dataclass(frozen=True)
class Below:
    """Counts a footprint below a line of people as one, or by its people."""

    people: Sequence[int]
    line: int
    gain: Callable[[int], int]

    def start(self, unit: int) -> int:
        """Begin with one unit."""
        return min(self.people[unit], self.line)

    def join(self, held: int, unit: int) -> int:
        """Let a unit join."""
        return min(held + self.people[unit], self.line)

    def keep(self, held: int, _to_come: tuple[int, ...]) -> int:
        """Keep it as it is."""
        return held

    def close(self, held: int) -> int:
        """Finish the footprint."""
        return self.gain(held) if held < self.line else 0


@dataclass(frozen=True)
class Regions:
    """The NHS region of a footprint; crossing regions is refused, or counted.

    A footprint that crosses holds an empty set, whichever they are.
    """

    regions: Sequence[frozenset[str]]
    refused: bool

    def start(self, unit: int) -> frozenset[str] | None:
        """Begin with one unit."""
        return self._held(self.regions[unit])

    def join(self, held: frozenset[str], unit: int) -> frozenset[str] | None:
        """Let a unit join."""
        return self._held(held | self.regions[unit] if held else held)

    def keep(self, held: frozenset[str], _to_come: tuple[int, ...]) -> frozenset[str]:
        """Keep it as it is."""
        return held

    def close(self, held: frozenset[str]) -> int:
        """Finish the footprint."""
        return int(not held)

    def _held(self, regions: frozenset[str]) -> frozenset[str] | None:
        if len(regions) == 1:
            return regions
        return None if self.refused else frozenset()


@dataclass(frozen=True)
class Fixed:
    """Footprints given from the start: their units go together, and nobody else joins them."""

    given: Mapping[int, int]
    sizes: Mapping[int, int]

    def start(self, unit: int) -> tuple[int, int]:
        """Begin with one unit."""
        return self.given.get(unit, -1), 1

    def join(self, held: tuple[int, int], unit: int) -> tuple[int, int] | None:
        """Let a unit join."""
        name, count = held
        if self.given.get(unit, -1) != name:
            return None
        return (name, count + 1) if name >= 0 else held

    def keep(self, held: tuple[int, int], _to_come: tuple[int, ...]) -> tuple[int, int]:
        """Keep it as it is."""
        return held

    def close(self, held: tuple[int, int]) -> int | None:
        """Finish the footprint."""
        name, count = held
        return 0 if name < 0 or count == self.sizes[name] else None


@dataclass(frozen=True)
class Largest:
    """Takes from a measure what the largest unit of a footprint has."""

    sizes: Sequence[int]

    def start(self, unit: int) -> int:
        """Begin with one unit."""
        return self.sizes[unit]

    def join(self, held: int, unit: int) -> int:
        """Let a unit join."""
        return max(held, self.sizes[unit])

    def keep(self, held: int, _to_come: tuple[int, ...]) -> int:
        """Keep it as it is."""
        return held

    def close(self, held: int) -> int:
        """Finish the footprint."""
        return -held


@dataclass(frozen=True)
class Bundle:
    """Several carriers as one; what each adds is kept apart by its own stride."""

    carriers: tuple[tuple[Carrier, int], ...]

    def start(self, unit: int) -> tuple[Held, ...] | None:
        """Begin with one unit."""
        return _all([carrier.start(unit) for carrier, _ in self.carriers])

    def join(self, held: tuple[Held, ...], unit: int) -> tuple[Held, ...] | None:
        """Let a unit join."""
        pairs = zip(self.carriers, held, strict=True)
        return _all([carrier.join(one, unit) for (carrier, _), one in pairs])

    def keep(self, held: tuple[Held, ...], to_come: tuple[int, ...]) -> tuple[Held, ...] | None:
        """Keep what matters; None where it cannot be finished."""
        pairs = zip(self.carriers, held, strict=True)
        return _all([carrier.keep(one, to_come) for (carrier, _), one in pairs])

    def close(self, held: tuple[Held, ...]) -> int | None:
        """Finish the footprint."""
        gained = 0
        for (carrier, stride), one in zip(self.carriers, held, strict=True):
            more = carrier.close(one)
            if more is None:
                return None
            gained += more * stride
        return gained


def bundled(carriers: Sequence[tuple[Carrier, int]]) -> Carrier:
    """Carriers as one; one that stands alone is followed as it is."""
    alone = len(carriers) == 1 and carriers[0][1] == 1
    return carriers[0][0] if alone else Bundle(tuple(carriers))


def _all(held: list[Held | None]) -> tuple[Held, ...] | None:
    return None if None in held else tuple(held)
