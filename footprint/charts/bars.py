"""Bars: what there was, what goes, and what is left, each as a bar on one scale."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from footprint.measures.units import Unit


@dataclass(frozen=True, kw_only=True)
class Part:
    """One bar from a start to an end, with its text; without an end there is no figure.

    `goes` says that it is taken away, and so hangs between the other two.
    """

    name: str
    start: float
    end: float | None
    text: str
    goes: bool = False


@dataclass(frozen=True, kw_only=True)
class Bars:
    """Bars from the top down, of one `owner`, in one unit."""

    title: str
    owner: str
    unit: Unit
    parts: tuple[Part, ...]
    selected: str = ""

    @property
    def heading(self) -> str:
        """What stands above it."""
        return f"{self.title}: {self.owner}"

    @property
    def lined(self) -> str:
        """No lines are drawn across it."""
        return ""

    @property
    def key(self) -> str:
        """What the marks of its bars mean, of those that occur."""
        return "dashed: what goes" if any(part.goes for part in self.parts) else ""

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        return f"{self.heading}. {'; '.join(f'{part.name}: {part.text}' for part in self.parts)}."

    def of(self, ids: Collection[str]) -> Bars:
        """The same, whatever part is looked at: it is of one footprint."""
        del ids
        return self
