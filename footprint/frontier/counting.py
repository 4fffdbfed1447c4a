"""Counting: how many options there are, by footprints and measures, and which is which.

Options that can still be made from a state are counted from the last turn backwards. Counts are
whole numbers of any length and never rounded. A count for every number of footprints at once is
kept as one such number, a slot of its bits to each number of footprints.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from footprint.frontier.diagram import NEW, Diagram, Step, TooWideError

Completions = Mapping[int, int]
"""For each gain still to come the options that bring it, a slot for each number of footprints."""

MOST_FIGURES = 1_500_000
"""Numbers kept at most: a quarter of an hour and some gigabytes stand behind many more."""

Grouping = tuple[int, ...]
"""For each unit the number of its footprint; footprints are numbered as their first units come."""


class NoSuchOptionError(ValueError):
    """An option was asked for that the count does not hold."""


@dataclass(frozen=True)
class Counted:
    """Every option of a diagram counted, to be asked by number of footprints and gain."""

    diagram: Diagram

    @cached_property
    def _slot(self) -> int:
        """Bits enough for all groupings of the units, whatever hangs together."""
        return _groupings(len(self.diagram.order)).bit_length()

    def count_all(self) -> None:
        """Count now what is otherwise counted once it is asked for; may raise TooWideError."""
        len(self._left)

    @cached_property
    def _left(self) -> tuple[tuple[Completions, ...], ...]:
        """For each turn and state what can still come of it; the last entry is after all turns."""
        after: tuple[Completions, ...] = ({0: 1},)
        found = [after]
        kept = 0
        for states in reversed(self.diagram.turns):
            after = tuple(self._completions(steps, after) for steps in states)
            found.append(after)
            kept += sum(map(len, after))
            if kept > MOST_FIGURES:
                raise TooWideError(
                    "This measure takes so many different values that they cannot all be kept. "
                    "Ask for fewer areas, a lower line or another measure."
                )
        return tuple(reversed(found))

    def _completions(self, steps: Sequence[Step], after: Sequence[Completions]) -> Completions:
        total: dict[int, int] = {}
        for joins, to, gained in steps:
            for gain, counts in after[to].items():
                more = counts << self._slot if joins == NEW else counts
                key = gain + gained
                total[key] = total[key] + more if key in total else more
        return total

    def _count(self, counts: int, footprints: int) -> int:
        if footprints < 0:
            return 0
        return counts >> footprints * self._slot & (1 << self._slot) - 1

    @cached_property
    def by_gain(self) -> Mapping[int, Mapping[int, int]]:
        """Options by gain and number of footprints; what none has is left out."""
        sizes = range(len(self.diagram.order) + 1)
        return {
            gain: {n: many for n in sizes if (many := self._count(counts, n))}
            for gain, counts in sorted(self._left[0][0].items())
        }

    @cached_property
    def by_footprints(self) -> Mapping[int, int]:
        """Options by number of footprints; what none has is left out."""
        total: dict[int, int] = {}
        for counts in self.by_gain.values():
            for size, many in counts.items():
                total[size] = total.get(size, 0) + many
        return dict(sorted(total.items()))

    def total(self, footprints: int, gain: int | None = None) -> int:
        """How many options have so many footprints, and that gain if one is given."""
        if gain is None:
            return self.by_footprints.get(footprints, 0)
        return self.by_gain.get(gain, {}).get(footprints, 0)

    def option(self, number: int, footprints: int, gain: int | None = None) -> Grouping:
        """The option of a number, from 0, among those of so many footprints.

        Raises NoSuchOptionError where there are not so many.
        """
        if not 0 <= number < (many := self.total(footprints, gain)):
            raise NoSuchOptionError(f"There is no option {number:,} among {many:,}.")
        labels: dict[int, int] = {}
        at = _Place(0, 0, footprints, gain)
        for unit in self.diagram.order:
            for step in self._steps(at):
                there = at.after(step)
                here = self._remaining(there)
                if number < here:
                    break
                number -= here
            joins, _, _ = step
            labels[unit] = len(labels) if joins == NEW else labels[joins]
            at = there
        return numbered([labels[unit] for unit in range(len(labels))])

    def number(self, grouping: Sequence[int], *, gain: bool = False) -> int:
        """The number, from 0, of an option among those of as many footprints, and the same gain.

        Raises NoSuchOptionError where it is not in the count.
        """
        number = 0
        wanted = self.gain(grouping) if gain else None
        at = _Place(0, 0, len(set(grouping)), wanted)
        for step, earlier in self._walk(grouping):
            number += sum(self._remaining(at.after(other)) for other in earlier)
            at = at.after(step)
        return number

    def gain(self, grouping: Sequence[int]) -> int:
        """What an option adds to the measures; raises NoSuchOptionError where it is none."""
        return sum(gain for (_, _, gain), _ in self._walk(grouping))

    def sample(self, size: int, footprints: int, seed: int) -> list[Grouping]:
        """Options drawn evenly among those of so many footprints, each as likely as any other."""
        draw, many = random.Random(seed), self.total(footprints)
        if not many:
            raise NoSuchOptionError("There is no option to draw from.")
        return [self.option(draw.randrange(many), footprints) for _ in range(size)]

    def _walk(self, grouping: Sequence[int]) -> Iterator[tuple[Step, Sequence[Step]]]:
        """The steps that make an option, each with those that stand before it."""
        state = 0
        begun: set[int] = set()
        for turn, unit in enumerate(self.diagram.order):
            label, steps = grouping[unit], self.diagram.turns[turn][state]
            wanted = (
                label not in begun if joins == NEW else grouping[joins] == label
                for joins, _, _ in steps
            )
            place = next((n for n, fits in enumerate(wanted) if fits), None)
            if place is None:
                raise NoSuchOptionError("It does not meet what is asked for.")
            yield steps[place], steps[:place]
            begun.add(label)
            _, state, _ = steps[place]

    def _steps(self, at: _Place) -> Sequence[Step]:
        return self.diagram.turns[at.turn][at.state]

    @cached_property
    def _known(self) -> dict[_Place, int]:
        return {}

    def _remaining(self, at: _Place) -> int:
        """The options that can still be made from a place."""
        if at not in self._known:
            self._known[at] = self._worked_out(at)
        return self._known[at]

    def _worked_out(self, at: _Place) -> int:
        left = self._left[at.turn][at.state]
        wanted = left.values() if at.gain is None else (left.get(at.gain, 0),)
        return sum(self._count(counts, at.footprints) for counts in wanted)


@dataclass(frozen=True, slots=True)
class _Place:
    """A state in the diagram, with the footprints and the gain that have still to come."""

    turn: int
    state: int
    footprints: int
    gain: int | None

    def after(self, step: Step) -> _Place:
        joins, to, gained = step
        gain = None if self.gain is None else self.gain - gained
        return _Place(self.turn + 1, to, self.footprints - (joins == NEW), gain)


_Least = Mapping[int, tuple[int, Step | None]]
"""For each number of footprints still to come the least gain, and the step that leads to it."""


def cheapest(diagram: Diagram, footprints: int | None = None) -> Grouping | None:
    """The option of least gain, of so many footprints if that is asked; None where there is none.

    Of several that gain as little it is the first.
    """
    after: Sequence[_Least] = [{0: (0, None)}]
    turns = [after]
    for states in reversed(diagram.turns):
        after = [_least(steps, after, footprints) for steps in states]
        turns.append(after)
    left, state, labels = footprints or 0, 0, dict[int, int]()
    for unit, least in zip(diagram.order, reversed(turns), strict=False):
        _, step = least[state].get(left, (0, None))
        if step is None:
            return None
        joins, state, _ = step
        labels[unit] = len(labels) if joins == NEW else labels[joins]
        left -= footprints is not None and joins == NEW
    return numbered([labels[unit] for unit in range(len(labels))])


def _least(steps: Sequence[Step], after: Sequence[_Least], footprints: int | None) -> _Least:
    found: dict[int, tuple[int, Step | None]] = {}
    for step in steps:
        joins, to, gained = step
        begun = footprints is not None and joins == NEW
        for count, (gain, _) in after[to].items():
            more = count + begun
            if more not in found or gain + gained < found[more][0]:
                found[more] = gain + gained, step
    return found


def numbered(labels: Sequence[int]) -> Grouping:
    """A grouping with its footprints numbered as their first units come."""
    first: dict[int, int] = {}
    return tuple(first.setdefault(label, len(first)) for label in labels)


def _groupings(count: int) -> int:
    """Bell's number: the groupings of so many things."""
    row = [1]
    for _ in range(count):
        following = [row[-1]]
        for entry in row:
            following.append(following[-1] + entry)
        row = following
    return row[0]
