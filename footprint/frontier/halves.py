"""Halves: how many options gain no more than a figure, where gains are too many to be listed.

All that the turns up to the middle can have gained is listed for every state there, and all that
the turns after it can still gain. Either list is about as long as the square root of that of all
options, and one is looked up in the other. Nothing is rounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from footprint.frontier.diagram import NEW, Diagram, Step, TooWideError

MOST_GAINS = 4_000_000
"""Gains listed on one side at most: some seconds, and a hundred megabytes, stand behind as many."""

_MOST_WAYS = 1 << 62
_STRIDE = 1 << 40
"""Keeps the gains of two states apart: none comes near half of it."""
_LOW = 31


class _Gains(NamedTuple):
    """Every gain that can be, once and in order, in how many ways, and in how many all together."""

    gains: NDArray[np.int64]
    ways: NDArray[np.int64]
    total: int

    def more(self, gain: int) -> Self:
        """With so much gained besides."""
        return self._replace(gains=self.gains + gain) if gain else self


_Side = dict[int, dict[int, _Gains]]
"""For each state, and each number of footprints begun on this side, what was gained."""

_NOTHING = _Gains(np.zeros(1, np.int64), np.ones(1, np.int64), 1)


_Row = NDArray[np.int64]


@dataclass(frozen=True)
class Halves:
    """All options of so many footprints, by what they gain before the middle and after it.

    Of each state in the middle one side is looked up in the other, the longer. `gains` and `ways`
    are of the one, with `bases` that say where in the other its state begins; `others` are gains
    of the other, each raised by its base, and `sums` in how many ways it gains no more.
    """

    total: int
    least: int
    most: int
    gains: _Row
    ways: _Row
    bases: _Row
    others: _Row
    sums: _Row

    def up_to(self, gain: int) -> int:
        """How many options gain no more than this."""
        return _products(self.ways, self._sums(self._room(gain, slice(None)), slice(None)))

    def at(self, rank: int) -> int:
        """The gain of the option of a rank, from 1, if all stood in order of what they gain."""
        low, high, settled = self.least - 1, self.most, 0
        open_ = np.arange(len(self.gains))
        below, above = self._room(low, open_), self._room(high, open_)
        while high - low > 1:
            middle = (low + high) // 2
            here = self._room(middle, open_)
            if settled + _products(self.ways[open_], self._sums(here, open_)) >= rank:
                high, above = middle, here
            else:
                low, below = middle, here
            # Whoever has the same room at both ends is asked no more.
            moving = below < above
            sure = open_[~moving]
            settled += _products(self.ways[sure], self._sums(below[~moving], sure))
            open_, below, above = open_[moving], below[moving], above[moving]
        return high

    def _room(self, gain: int, which: slice | _Row) -> _Row:
        """How many of the others leave a gain no greater than this, those of states before too."""
        left = np.clip(gain - self.gains[which], -_STRIDE // 2, _STRIDE // 2)
        return np.searchsorted(self.others, self.bases[which] + left, side="right")

    def _sums(self, room: _Row, which: slice | _Row) -> _Row:
        # Each state's sums begin with a nought of their own.
        return self.sums[room + self.bases[which] // _STRIDE]


def halves(diagram: Diagram, footprints: int, most: int = MOST_GAINS) -> Halves | None:
    """All options of so many footprints from two halves; None where there is none.

    Raises TooWideError where either half has more gains than may be listed.
    """
    begun, coming = _begun(diagram), _coming(diagram)
    if footprints not in coming[0][0]:
        return None
    first, last = {0: {0: _NOTHING}}, {0: {0: _NOTHING}}
    low, high = 0, len(diagram.turns)
    states = [*map(len, diagram.turns), 1]
    while low < high:
        # Lists grow about as the states do that they are kept for.
        onward = _length(first) * states[low + 1] / states[low]
        if onward <= _length(last) * states[high - 1] / states[high]:
            low += 1
            room = [{footprints - n for n in sizes} for sizes in coming[low]]
            first = _gathered(_onward(first, diagram.turns[low - 1]), room)
        else:
            high -= 1
            room = [{footprints - n for n in sizes} for sizes in begun[high]]
            last = _gathered(_backward(last, diagram.turns[high]), room)
        if max(_length(first), _length(last)) > most:
            raise TooWideError(
                "This measure takes too many values to be counted exactly. "
                "Ask for fewer areas, a lower line or further conditions."
            )
    return _joined(tuple(_met(first, last, footprints)))


_Found = Iterable[tuple[int, int, _Gains]]
"""A state, how many footprints were begun, and what was gained by one step."""


def _onward(side: _Side, turn: Sequence[Sequence[Step]]) -> _Found:
    for state, by_size in side.items():
        for joins, to, gain in turn[state]:
            for size, gains in by_size.items():
                yield to, size + (joins == NEW), gains.more(gain)


def _backward(side: _Side, turn: Sequence[Sequence[Step]]) -> _Found:
    for state, steps in enumerate(turn):
        for joins, to, gain in steps:
            for size, gains in side.get(to, {}).items():
                yield state, size + (joins == NEW), gains.more(gain)


def _gathered(found: _Found, room: Sequence[set[int]]) -> _Side:
    """What leads to the same state with as many footprints as one list, if it can be finished."""
    lists: dict[tuple[int, int], list[_Gains]] = defaultdict(list)
    for state, size, gains in found:
        if size in room[state]:
            lists[state, size].append(gains)
    side: _Side = defaultdict(dict)
    for state, size in list(lists):
        side[state][size] = _together(lists.pop((state, size)))
    return side


def _together(several: Sequence[_Gains]) -> _Gains:
    if len(several) == 1:
        return several[0]
    total = sum(one.total for one in several)
    if total >= _MOST_WAYS:
        raise TooWideError("There are too many options for this measure to be counted exactly.")
    gains = np.concatenate([one.gains for one in several])
    order = np.argsort(gains, kind="stable")
    gains = gains[order]
    first = np.flatnonzero(np.concatenate(([True], gains[1:] != gains[:-1])))
    ways = np.add.reduceat(np.concatenate([one.ways for one in several])[order], first)
    return _Gains(gains[first], ways, total)


def _met(first: _Side, last: _Side, footprints: int) -> Iterator[tuple[_Gains, _Gains]]:
    for state, by_size in first.items():
        for size, gains in by_size.items():
            if (other := last.get(state, {}).get(footprints - size)) is not None:
                one, longer = sorted((gains, other), key=lambda found: len(found.gains))
                yield one, longer


def _joined(pairs: Sequence[tuple[_Gains, _Gains]]) -> Halves:
    """All pairs in one row each, so that one is looked up in the other at once."""
    shorter, longer = zip(*pairs, strict=True)
    bases = [np.full(len(one.gains), place * _STRIDE) for place, one in enumerate(shorter)]
    return Halves(
        sum(one.total * other.total for one, other in pairs),
        min(int(one.gains[0] + other.gains[0]) for one, other in pairs),
        max(int(one.gains[-1] + other.gains[-1]) for one, other in pairs),
        np.concatenate([one.gains for one in shorter]),
        np.concatenate([one.ways for one in shorter]),
        np.concatenate(bases),
        np.concatenate([one.gains + place * _STRIDE for place, one in enumerate(longer)]),
        np.concatenate([row for one in longer for row in ([0], np.cumsum(one.ways))]),
    )


def _begun(diagram: Diagram) -> list[list[set[int]]]:
    """For each turn and state the numbers of footprints that can have been begun."""
    found = [[{0}]]
    for turn, states in enumerate(diagram.turns, start=1):
        after = diagram.turns[turn] if turn < len(diagram.turns) else [()]
        following: list[set[int]] = [set() for _ in after]
        for sizes, steps in zip(found[-1], states, strict=True):
            for joins, to, _ in steps:
                following[to] |= {size + (joins == NEW) for size in sizes}
        found.append(following)
    return found


def _coming(diagram: Diagram) -> list[list[set[int]]]:
    """For each turn and state the numbers of footprints that can still be begun."""
    found: list[list[set[int]]] = [[{0}]]
    for states in reversed(diagram.turns):
        after = found[-1]
        found.append(
            [
                {size + (joins == NEW) for joins, to, _ in steps for size in after[to]}
                for steps in states
            ]
        )
    return found[::-1]


def _length(side: Mapping[int, Mapping[int, _Gains]]) -> int:
    return sum(len(one.gains) for by_size in side.values() for one in by_size.values())


def _products(some: NDArray[np.int64], others: NDArray[np.int64]) -> int:
    """The sum of the products of two rows of whole numbers below 2⁶², of any length.

    Each is taken as two halves of 31 bits, so that nothing runs over.
    """
    low = (1 << _LOW) - 1
    total = 0
    for one, shift in ((some & low, 0), (some >> _LOW, _LOW)):
        for other, further in ((others & low, 0), (others >> _LOW, _LOW)):
            product = one * other
            parts = (int((product >> _LOW).sum()) << _LOW) + int((product & low).sum())
            total += parts << shift + further
    return total
