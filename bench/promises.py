"""Promises: what is measured, against what, and the most that it may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

SHIFT = "of the window"
"""The unit of what moves as a page arrives: how much of the window, times how far."""


class Promise(Protocol):
    """One line of the table: a name, what was found in words, and whether it is as promised."""

    name: str

    @property
    def found(self) -> str:
        """What was measured and what was promised, in words."""

    @property
    def holds(self) -> bool:
        """Whether it is as promised."""


@dataclass(frozen=True)
class Ratio:
    """Ours over what it is measured against, both measured in this run.

    `against` says what that is. `ratio` stands beside the two figures because a ratio of times
    is the median over pairs, which need not be the ratio of the medians.
    """

    name: str
    unit: str
    ours: float
    against: str
    theirs: float
    ratio: float
    most: float

    @property
    def found(self) -> str:
        """What was measured and what was promised, in words."""
        return (
            f"{_figure(self.ours, self.unit)} | {_figure(self.theirs, self.unit)} | "
            f"{self.against} | ratio {_ratio(self.ratio)} | at most {_ratio(self.most)}"
        )

    @property
    def holds(self) -> bool:
        """Whether it is as promised."""
        return self.ratio <= self.most


@dataclass(frozen=True)
class Size:
    """Bytes, or another figure that is the same on every machine, and the most it may be."""

    name: str
    ours: float
    most: float
    unit: str = "bytes"

    @property
    def found(self) -> str:
        """What was measured and what was promised, in words."""
        most = _figure(self.most, self.unit)
        return f"{_figure(self.ours, self.unit)} |  | its size alone |  | at most {most}"

    @property
    def holds(self) -> bool:
        """Whether it is as promised."""
        return self.ours <= self.most


def sizes(name: str, ours: int, against: str, theirs: int, most: float) -> Ratio:
    """Hold our bytes against somebody else's."""
    return Ratio(name, "bytes", ours, against, theirs, ours / theirs, most)


def table(promises: Iterable[Promise]) -> str:
    """Every promise on a line of its own, in columns, with a heading."""
    heading = ("", "ours", "theirs", "measured against", "found", "promised", "")
    lines = [heading, *(_cells(promise) for promise in promises)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(cells, widths) for cells in lines)


def _cells(promise: Promise) -> tuple[str, ...]:
    said = (part.strip() for part in promise.found.split("|"))
    return (promise.name, *said, "holds" if promise.holds else "DOES NOT HOLD")


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    aligned = (
        f"{cell:>{width}}" if place in (1, 2) else f"{cell:<{width}}"
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(aligned).rstrip()


def _figure(number: float, unit: str) -> str:
    if unit == SHIFT:
        return f"{number:.3f} {unit}"
    return f"{number:,.{1 if number < 100 and unit == 'ms' else 0}f} {unit}"


def _ratio(number: float) -> str:
    return f"{number:.1f}" if number >= 1 else f"1/{1 / number:.1f}"
