"""Watched: groups of units that are judged by how an option divides them.

A watch is told, for its units in their order, which footprint each is in (numbers say only who is
together) and whether one of the borders it looks at lies inside a footprint. It answers what that
adds to a measure, or None to refuse the option.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol


class Watch(Protocol):
    """A group of units, and a judgement on how it is divided."""

    @property
    def units(self) -> tuple[int, ...]:
        """The units watched, by position."""
        ...

    @property
    def borders(self) -> frozenset[tuple[int, int]]:
        """Pairs of neighbours, the lower first, of which it is asked whether any is together."""
        ...

    def judge(self, labels: Sequence[int], crossed: bool) -> int | None:
        """What a division adds, or None where it is refused."""
        ...


@dataclass(frozen=True)
class Together:
    """Units that have to be in one footprint."""

    units: tuple[int, ...]
    borders: frozenset[tuple[int, int]] = frozenset()

    def judge(self, labels: Sequence[int], _crossed: bool) -> int | None:
        """Judge one division."""
        return 0 if len(set(labels)) == 1 else None


@dataclass(frozen=True)
class Apart:
    """Units no two of which may be in one footprint."""

    units: tuple[int, ...]
    borders: frozenset[tuple[int, int]] = frozenset()

    def judge(self, labels: Sequence[int], _crossed: bool) -> int | None:
        """Judge one division."""
        return 0 if len(set(labels)) == len(labels) else None


@dataclass(frozen=True)
class Split:
    """An authority that is split where more of its people than the tolerance live outside.

    The definition is that of `footprint.plans.splits`. Where it is refused nothing is counted.
    """

    units: tuple[int, ...]
    people: tuple[Fraction, ...]
    tolerance: Fraction
    refused: bool = False
    borders: frozenset[tuple[int, int]] = frozenset()

    def judge(self, labels: Sequence[int], _crossed: bool) -> int | None:
        """Judge one division."""
        split = _outside(labels, self.people) > self.tolerance
        return None if split and self.refused else int(split)


@dataclass(frozen=True)
class Unfitting:
    """An authority that is neither whole in one footprint nor made of whole footprints.

    `units` are those that have any of its people, and `borders` lead out of them: a footprint in
    one piece that reaches beyond holds both sides of one. `parted` says that some unit has other
    people too, so that the authority cannot be made of whole footprints.
    """

    units: tuple[int, ...]
    people: tuple[Fraction, ...]
    tolerance: Fraction
    borders: frozenset[tuple[int, int]]
    parted: bool

    def judge(self, labels: Sequence[int], crossed: bool) -> int:
        """Judge one division."""
        split = _outside(labels, self.people) > self.tolerance
        return int(split and (crossed or self.parted))


@dataclass(frozen=True)
class Differs:
    """Two neighbours that are together where another option has them apart, or the reverse."""

    units: tuple[int, ...]
    together: bool
    borders: frozenset[tuple[int, int]] = frozenset()

    def judge(self, labels: Sequence[int], _crossed: bool) -> int:
        """Judge one division."""
        return int((labels[0] == labels[1]) != self.together)


def _outside(labels: Sequence[int], people: Sequence[Fraction]) -> Fraction:
    """The share of an authority's people outside the footprint that has most of them."""
    held: dict[int, Fraction] = {}
    for label, count in zip(labels, people, strict=True):
        held[label] = held.get(label, Fraction(0)) + count
    everybody = sum(held.values())
    return (everybody - max(held.values())) / everybody
