"""Values: a plot as what it says, its series, the plans in it, and words for who cannot see it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from footprint.english import within

Look = Literal["line", "dashed", "dotted", "bars", "steps", "dots"]
# No more points than this are told one by one.
_MOST_TOLD = 60


@dataclass(frozen=True)
class Point:
    """One point: a whole number along, where it stands up the side, and what is said of it.

    With a `key` it can be pressed. `written` stands by its bar, where that is too low to be read.
    """

    across: int
    up: float
    told: str
    key: str = ""
    written: str = ""


@dataclass(frozen=True)
class Series:
    """Points drawn in one way, under one name."""

    name: str
    look: Look
    points: tuple[Point, ...]

    @property
    def told(self) -> str:
        """What is said of each of its points, or how many they are where nobody could listen."""
        if len(self.points) > _MOST_TOLD:
            return f"{len(self.points):,} points, too many to tell one by one"
        return "; ".join(point.told for point in self.points)


@dataclass(frozen=True)
class Mark:
    """A plan in the plot: a line across it at a number, or a point where it says how far up.

    `outside` says why it is none of what is drawn; its line is then dashed, its point hollow.
    """

    name: str
    across: int
    up: float | None = None
    outside: str = ""

    @property
    def told(self) -> str:
        """Its name, and why it is none of what is drawn, where it is not."""
        return ": ".join(filter(None, (self.name, self.outside)))


@dataclass(frozen=True, kw_only=True)
class Plot:
    """Series over whole numbers; `ticks` are the places up the side that are named.

    Where a bar stands for a class of so many numbers, a `band`, its point is the first of them.
    """

    title: str
    across: str
    up: str
    series: tuple[Series, ...]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...] = ()
    said: str = ""
    band: int = 1

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.title

    @property
    def lined(self) -> str:
        """What the lines across it are."""
        return "; ".join(self.named(mark) for mark in self.marks if mark.up is None)

    def named(self, mark: Mark) -> str:
        """A plan's name, with its figure where no bar says it."""
        return f"{mark.name}{self.figure(mark)}"

    def figure(self, mark: Mark) -> str:
        """What stands after a plan's name: its figure, where no bar says it."""
        return f": {mark.across:,}" if self.band > 1 and mark.up is None else ""

    @property
    def key(self) -> str:
        """What its lines and marks mean, of those that occur."""
        return self.said

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        told = [f"{one.name}: {one.told}" for one in self.series]
        marked = [f"{one.name}, {self._figures(one)}" for one in self.marks]
        return f"{'. '.join([self.heading, *told, *marked])}."

    def _figures(self, mark: Mark) -> str:
        """What a plan has, and why it is none of what is drawn."""
        has = [f"{within(self.across)}: {mark.across:,}"]
        if mark.up is not None:
            has.append(f"{within(self.up)}: {mark.up:,.0f}")
        return "; ".join(filter(None, [*has, mark.outside]))

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where it runs along, with a little room at both ends."""
        along = [point.across for one in self.series for point in one.points]
        ends = [across + self.band - 1 for across in along]
        along += [mark.across for mark in self.marks]
        low, high = min(along, default=0), max([*along, *ends], default=1)
        room = max(0.6, 0.015 * (high - low))
        return low - room, high + room

    @property
    def half(self) -> float:
        """The middle of what it runs along."""
        return sum(self.ends) / 2

    @property
    def drawn_names(self) -> tuple[Mark, ...]:
        """The marks from the highest name to the lowest.

        Names stand to the left of marks in the right half, so that of those the one furthest
        right is named highest, and no name is crossed.
        """
        half = self.half
        right = sorted((m for m in self.marks if m.across > half), key=lambda m: -m.across)
        left = sorted((m for m in self.marks if m.across <= half), key=lambda m: m.across)
        return (*left, *right)

    def of(self, ids: Collection[str]) -> Plot:
        """The same, whatever part is looked at: it is of no footprint."""
        del ids
        return self
