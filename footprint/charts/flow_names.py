"""Flow names: the names at a side of a flow, folded where there is room, none on another."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from footprint.charts.flow import Stage
from footprint.charts.flow_places import Depth
from footprint.charts.setting import Setting, plain
from footprint.english import short_name

# Pixels of the letters of names, from one line to the next, and from one name to the next.
NAMED, LINE, _APART = 11, 12, 2
# Letters of a line that reads well; where there is little room; and of one that cannot be folded.
LONG, SHORT = 30, 16
_UNFOLDED = 44
_MOST_LINES = 3
_WHOLE = {"break_long_words": False, "break_on_hyphens": False}
# Pixels that a name may stand above or below the middle of its bar.
_AWAY = 8
Lines = tuple[str, ...]


@dataclass(frozen=True)
class Name:
    """A name on its lines, and how far below the middle of its bar the first is, in pixels."""

    lines: Lines
    below: float


def names(stage: Stage, depth: Depth, setting: Setting, letters: int) -> Mapping[str, Name]:
    """The names of a column by footprint, the longest folded first.

    One that finds no room stays on one line, cut where it may be. Where rows stand close, all do,
    each in the middle of its bar.
    """
    bars = list(depth.middles(stage).values())
    lines: list[Lines] = [(plain(short_name(node.name)),) for node in stage.nodes]
    if setting.folds:
        for place in sorted(range(len(lines)), key=lambda place: -len(lines[place][0])):
            lines[place] = _folded(place, lines, bars, letters)
    middles = _spread(lines, bars) if setting.folds else bars
    most = _UNFOLDED if letters == LONG else letters
    return {
        node.id: Name(
            tuple(setting.cut(line, most) for line in one),
            round(middle - bar - LINE * (len(one) - 1) / 2, 1),
        )
        for node, one, middle, bar in zip(stage.nodes, lines, middles, bars, strict=True)
    }


def _folded(place: int, lines: Sequence[Lines], bars: Sequence[float], letters: int) -> Lines:
    """A name on as few lines as are short enough, or on as many as there is room for."""
    best = lines[place]
    (name,) = best
    for count in range(1, _MOST_LINES + 1):
        tried = _even(name, count)
        spread = _spread([*lines[:place], tried, *lines[place + 1 :]], bars)
        away = max(abs(middle - bar) for middle, bar in zip(spread, bars, strict=True))
        if away > _AWAY:
            break
        best = tried
        if max(map(len, best)) <= letters:
            break
    return best


def _even(name: str, count: int) -> Lines:
    """A name on so many lines, or fewer, as near to equally long as its words allow."""
    wide = -(-len(name) // count)
    while len(lines := textwrap.wrap(name, wide, **_WHOLE)) > count:
        wide += 1
    return tuple(lines)


def _spread(lines: Sequence[Lines], bars: Sequence[float]) -> list[float]:
    """How far down names stand, as near to their bars as can be without one on another.

    Names that meet move as one, by as much as their bars are off on average.
    """
    halves = [(LINE * len(one) + _APART) / 2 for one in lines]
    between = (above + below for above, below in zip(halves, halves[1:], strict=False))
    # Where each would stand if all of them met.
    packed = list(accumulate(between, initial=0.0))
    groups: list[tuple[float, int]] = []
    for bar, place in zip(bars, packed, strict=True):
        shift, size = bar - place, 1
        while groups and groups[-1][0] > shift:
            other, more = groups.pop()
            shift, size = (shift * size + other * more) / (size + more), size + more
        groups.append((shift, size))
    shifts = [shift for shift, size in groups for _ in range(size)]
    return [place + shift for place, shift in zip(packed, shifts, strict=True)]
