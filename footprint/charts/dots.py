"""Dots: figures in their order, each as a dot on one scale, beside the lines they are judged by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from footprint.english import listed, ordinal, plural
from footprint.measures.marks import BY_SHARE
from footprint.measures.said import with_notes
from footprint.measures.units import Unit


@dataclass(frozen=True)
class Line:
    """A value that figures are held against, and what it is called."""

    value: float
    words: str


def marked_by(lines: Iterable[str]) -> str:
    """What the lines across a chart mark, in words; "" where there are none."""
    words = list(lines)
    if not words:
        return ""
    return f"A line marks {words[0]}" if len(words) == 1 else f"Lines mark {listed(words)}"


@dataclass(frozen=True, kw_only=True)
class Dot:
    """One figure: whose it is, and how the table says it and what it notes of it.

    A value of None is no figure.
    """

    id: str
    name: str
    value: float | None
    figure: str
    notes: tuple[str, ...] = ()
    estimated: bool = False
    below: bool = False

    @property
    def text(self) -> str:
        """The figure with what is noted of it, as the table says it."""
        return with_notes(self.figure, self.notes)


@dataclass(frozen=True, kw_only=True)
class Dots:
    """Figures from the largest down, those without one last.

    `lines` are what they are judged by, from the lowest, and `england` the figure of all together
    where it can stand on the same scale. `selected` is the id of the chosen one, or "". `spoken` is
    the title as it is said, where that is another.
    """

    title: str
    unit: Unit
    rows: tuple[Dot, ...]
    lines: tuple[Line, ...] = ()
    england: Line | None = None
    selected: str = ""
    spoken: str = ""

    @property
    def known(self) -> tuple[Dot, ...]:
        """Those that have a figure."""
        return tuple(dot for dot in self.rows if dot.value is not None)

    def of(self, ids: Collection[str]) -> Dots:
        """Only some of the dots; of none means all."""
        kept = tuple(dot for dot in self.rows if not ids or dot.id in ids)
        return replace(self, rows=kept)

    @property
    def drawn_lines(self) -> tuple[Line, ...]:
        """Every line that is drawn across the dots, from the lowest."""
        every = (*self.lines, *filter(None, [self.england]))
        return tuple(sorted(every, key=lambda line: line.value))

    @property
    def place(self) -> int:
        """Where the chosen one stands among those with a figure, from 1; 0 where it has none.

        Figures that are said alike share a place.
        """
        chosen = next((dot for dot in self.known if dot.id == self.selected), None)
        return _place(self.known, chosen, self.unit) if chosen else 0

    @property
    def heading(self) -> str:
        """What stands above it."""
        return f"{self.spoken or self.title}, largest first"

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        if not self.known:
            return f"{self.heading}. Nothing here has a figure."
        told = [f"{self.heading}: {plural(len(self.known), 'dot', 'dots')}", self._ends()]
        told += [self.lined] if self.lined else []
        if missing := len(self.rows) - len(self.known):
            told.append(plural(missing, "has no figure", "have no figure"))
        return f"{'. '.join([*told, *self._chosen()])}."

    @property
    def lined(self) -> str:
        """Where lines stand, in words; "" where there are none."""
        return marked_by(line.words for line in self.drawn_lines)

    @property
    def key(self) -> str:
        """What the marks of the dots mean, of those that occur."""
        marks = {
            "◆ the one chosen": any(dot.id == self.selected for dot in self.known),
            f"○ {BY_SHARE}": any(dot.estimated for dot in self.known),
            f"▼ below {self.lines[0].words}" if self.lines else "": self._some_below,
        }
        return " · ".join(words for words, occurs in marks.items() if occurs)

    @property
    def _some_below(self) -> bool:
        return any(dot.below for dot in self.known)

    def _ends(self) -> str:
        first, last = self.known[0], self.known[-1]
        return f"Largest: {first.name}, {first.text}. Smallest: {last.name}, {last.text}"

    def _chosen(self) -> list[str]:
        if not self.place:
            return []
        chosen = next(dot for dot in self.known if dot.id == self.selected)
        return [f"Chosen: {chosen.name}, {chosen.text}, {self.ranked(self.place)}"]

    def ranked(self, place: int) -> str:
        """Say a place from the largest down: "3rd largest of 36"."""
        order = "" if place == 1 else f"{ordinal(place)} "
        return f"{order}largest of {len(self.known)}"


def _place(known: Sequence[Dot], chosen: Dot, unit: Unit) -> int:
    own = unit.rounded(chosen.value or 0.0)
    return 1 + sum(unit.rounded(dot.value or 0.0) > own for dot in known)


def ranked(dots: Iterable[Dot]) -> tuple[Dot, ...]:
    """Put dots in their order: the largest first, the alike by name, those without figure last."""
    return tuple(sorted(dots, key=lambda dot: (dot.value is None, -(dot.value or 0.0), dot.name)))
