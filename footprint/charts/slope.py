"""Slope: each figure under one plan and under another, joined, with the largest changes named."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from footprint.charts.dots import Line
from footprint.measures.units import Unit

# How many changes are named.
MOST_NAMED = 6


@dataclass(frozen=True, kw_only=True)
class Leg:
    """One footprint before, and the one that most of its people are in after."""

    source: str
    target: str
    names: tuple[str, str]
    values: tuple[float, float]
    texts: tuple[str, str]

    @property
    def change(self) -> float:
        """How far the figure moves."""
        return abs(self.values[1] - self.values[0])


@dataclass(frozen=True, kw_only=True)
class Slope:
    """Legs from plan to plan; `missing` have no figure on one of the sides.

    `selected` is what is chosen before, or ""; `letters` are what the plans are called; `spoken` is
    the title as it is said, where that is another. `among` says of how many plans these two are,
    where there are more.
    """

    title: str
    sides: tuple[str, str]
    unit: Unit
    legs: tuple[Leg, ...]
    lines: tuple[Line, ...] = ()
    missing: int = 0
    selected: str = ""
    letters: tuple[str, str] = ("A", "B")
    spoken: str = ""
    among: str = ""

    @property
    def heading(self) -> str:
        """What stands above it."""
        first, second = self.letters
        return f"{self.spoken or self.title}, from {first} to {second}{self.among}"

    @property
    def lined(self) -> str:
        """No lines need words: they carry theirs."""
        return ""

    @property
    def named(self) -> tuple[Leg, ...]:
        """The largest changes, the largest first, and the one chosen."""
        changed = [leg for leg in self.legs if self.unit.text(leg.change) != self.unit.text(0)]
        largest = sorted(changed, key=lambda leg: (-leg.change, leg.names))[:MOST_NAMED]
        chosen = [leg for leg in self.legs if leg.source == self.selected]
        return tuple(dict.fromkeys([*largest, *chosen]))

    def labelled(self, side: int) -> tuple[Leg, ...]:
        """The legs named on a side; of those that end in one footprint the last."""
        ids = ((leg.source, leg.target)[side] for leg in self.named)
        return tuple(dict(zip(ids, self.named, strict=True)).values())

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest figure, apart from each other even where there is but one."""
        values = [value for leg in self.legs for value in leg.values] or [0.0]
        room = 0.02 * (max(values) - min(values)) or self.unit.least
        return min(values) - room, max(values) + room

    @property
    def crossed(self) -> tuple[Line, ...]:
        """The lines that are drawn: those among its figures."""
        low, high = self.ends
        return tuple(line for line in self.lines if low <= line.value <= high)

    @property
    def key(self) -> str:
        """What its lines mean."""
        marks = {
            "A line ends where most of the people are.": bool(self.legs),
            "The largest changes are blue.": any(not self.chosen(leg) for leg in self.named),
            "The line of what was chosen is thick.": any(self.chosen(leg) for leg in self.named),
        }
        return " ".join(words for words, occurs in marks.items() if occurs)

    def chosen(self, leg: Leg) -> bool:
        """Whether a leg is of the one chosen."""
        return bool(self.selected) and leg.source == self.selected

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        named = zip(self.letters, self.sides, strict=True)
        told = [f"{self.heading}: {', '.join(f'{letter} is {side}' for letter, side in named)}"]
        told += [
            f"{leg.names[0]}, {leg.texts[0]}, becomes {leg.names[1]}, {leg.texts[1]}"
            for leg in self.named
        ]
        if not self.named:
            told.append("Nothing changes")
        return f"{'. '.join(told)}."

    def of(self, ids: Collection[str]) -> Slope:
        """The same, whatever part is looked at."""
        del ids
        return self
