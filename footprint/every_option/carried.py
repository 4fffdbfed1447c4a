"""Carried: what a footprint that is still growing has to know of itself.

A carrier starts with one unit, joins further ones and is closed when nothing can join any more.
None from `join` or `close` refuses the footprint; the number from `close` is what it adds to a
measure.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Held = Hashable


class Carrier(Protocol):
    """Something of a footprint that is followed while it grows."""

    def start(self, unit: int) -> Held:
        """What is held of a footprint of one unit."""
        ...

    def join(self, held: Held, unit: int) -> Held | None:
        """What is held once a unit has joined, or None where it may not."""
        ...

    def close(self, held: Held) -> int | None:
        """What the finished footprint adds, or None where it may not be."""
        ...


@dataclass(frozen=True)
class People:
    """People of a footprint: at least so many, and at most so many if that is asked.

    Without an upper line whoever is beyond the lower one is counted no further, which keeps
    footprints that differ in nothing else from being told apart.
    """

    people: Sequence[int]
    least: int
    most: int | None = None

    def start(self, unit: int) -> int | None:
        """Begin with one unit."""
        return self._held(self.people[unit])

    def join(self, held: int, unit: int) -> int | None:
        """Let a unit join."""
        return self._held(held + self.people[unit])

    def close(self, held: int) -> int | None:
        """Finish the footprint."""
        return 0 if held >= self.least else None

    def _held(self, people: int) -> int | None:
        if self.most is None:
            return min(people, self.least)
        return people if people <= self.most else None


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

    def close(self, held: tuple[int, int]) -> int | None:
        """Finish the footprint."""
        name, count = held
        return 0 if name < 0 or count == self.sizes[name] else None


@dataclass(frozen=True)
class Bundle:
    """Several carriers as one; what each adds is kept apart by its own stride."""

    carriers: tuple[tuple[Carrier, int], ...]

    def start(self, unit: int) -> tuple[Held, ...] | None:
        """Begin with one unit."""
        return _all(carrier.start(unit) for carrier, _ in self.carriers)

    def join(self, held: tuple[Held, ...], unit: int) -> tuple[Held, ...] | None:
        """Let a unit join."""
        pairs = zip(self.carriers, held, strict=True)
        return _all(carrier.join(one, unit) for (carrier, _), one in pairs)

    def close(self, held: tuple[Held, ...]) -> int | None:
        """Finish the footprint."""
        gained = 0
        for (carrier, stride), one in zip(self.carriers, held, strict=True):
            more = carrier.close(one)
            if more is None:
                return None
            gained += more * stride
        return gained


def _all(held: object) -> tuple[Held, ...] | None:
    found = []
    for one in held:
        if one is None:
            return None
        found.append(one)
    return tuple(found)
