"""Pictures: one map in a small frame, as large as the list of its numbers lets it be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from footprint.ink.blocks import Block, Entry, height
from footprint.papers.box import Box
from footprint.print.flows import run, stacked
from footprint.print.keys import numbered
from footprint.print.layouts import (
    LEGIBLE,
    SIZES,
    Clear,
    Column,
    Layout,
    Setting,
    over,
    refilled,
    scale,
)
from footprint.print.plots import Plot

# How much of the shorter side the land takes where it can, whatever else that costs.
_ENOUGH = 0.62
# The share of the frame that words may take, the least first.
_SHARES = tuple(0.24 + 0.02 * step for step in range(27))
_APART, _GUTTER = 4.0, 4.0
_ROUNDS = 4
# How narrow a column may be, and for each point of its letters where there are several.
_NARROWEST, _NARROW, _MOST_COLUMNS = 40.0, 4.3, 4

# Given entries of the list of numbers, how all words are set.
Settings = Callable[[Sequence[Entry]], Setting]
Place = Callable[[Layout], Sequence[Plot]]
_Settled = tuple[Layout, list[Plot]]


@dataclass(frozen=True)
class _Frame:
    """Where the map stands and where words of a size; the legend has columns of its own or none."""

    map: Box
    words: Box
    size: float
    legend: tuple[Column, ...] = ()

    def filled(self, setting: Setting) -> Layout | None:
        """The frame with its words, or nothing where those have no room."""
        own = _list_of(setting) if self.legend else setting
        columns = _fitting(self.words, own, self.size)
        return Layout((self.map,), (*self.legend, *columns), self.size) if columns else None


def pictured(
    body: Box,
    aspect: float,
    settings: Settings,
    every: Sequence[Entry],
    place: Place,
    clear: Clear | None,
) -> _Settled | None:
    """Make one map as large as can be with room for the list of its numbers.

    `every` are the entries of all names that may become numbers; `aspect` and `clear` are as they
    are on a sheet. The words stand on the sea, or beside the map where the frame is wide, or
    under it; nothing where they are too many for all of these.
    """
    if clear and (at_sea := _at_sea(body, settings, place, clear)):
        return at_sea
    found, listed = None, every
    # Once with room for every name, and once with room for those that are numbers then.
    for _ in range(2):
        frame = _largest(body, aspect, settings(listed))
        if not (frame and (laid := frame.filled(settings(listed)))):
            return found
        plots, used = numbered(place(laid), [])
        if not (filled := frame.filled(settings(used))):
            return found
        found, listed = (filled, plots), used
    return found


def _at_sea(body: Box, settings: Settings, place: Place, clear: Clear) -> _Settled | None:
    """Set the words on the sea of a map that fills its frame and has few numbers or none."""
    used: list[Entry] = []
    # What becomes a number for want of room needs a line of its own, which takes more room.
    for _ in range(_ROUNDS):
        setting = settings(used)
        laid = next(filter(None, (over(body, setting, clear, size) for size in SIZES)), None)
        if not laid:
            return None
        plots, used = numbered(place(laid), [])
        if filled := refilled(laid, settings(used), 0.0):
            return filled, plots
    return None


def _largest(body: Box, aspect: float, setting: Setting) -> _Frame | None:
    """The largest map with room for words, where larger letters are worth some of its size."""
    frames = _beside if body.width / aspect > body.height else _under
    enough = _ENOUGH * min(body.width / aspect, body.height)

    def worth(one: _Frame) -> tuple[bool, float]:
        land = scale([one.map], aspect)
        return land >= enough, land * (1 - LEGIBLE * (9 - one.size))

    every = (one for size in SIZES for one in frames(body, aspect, setting, size))
    return max(every, key=worth, default=None)


def _under(body: Box, _: float, setting: Setting, size: float) -> Iterator[_Frame]:
    """Set the words in as many columns under the map as make them shortest."""
    tall = _tall(min(_columns(body, setting, size), key=_tall))
    if tall <= _SHARES[-1] * body.height:
        upper = replace(body, height=body.height - tall - _APART)
        yield _Frame(upper, replace(body, top=upper.bottom + _APART, height=tall), size)


def _beside(body: Box, aspect: float, setting: Setting, size: float) -> Iterator[_Frame]:
    """Set the list in the narrowest columns beside the map, with the legend there or under it."""
    whole = False
    for share in _SHARES:
        wide = share * body.width
        left = replace(body, width=body.width - wide - _APART)
        right = replace(body, left=body.right - wide, width=wide)
        if wide < _NARROWEST or not _fitting(right, _list_of(setting), size):
            continue
        lower = _with_legend(left, setting, size)
        yield _Frame(lower[0], right, size, lower[1])
        if not whole and _fitting(right, setting, size):
            whole = True
            yield _Frame(left, right, size)
        if lower[0].height >= left.width / aspect:
            return


def _with_legend(left: Box, setting: Setting, size: float) -> tuple[Box, tuple[Column, ...]]:
    """Set all words but the list under a map, and return what is left for that."""
    legend = min(_columns(left, lambda *asked: setting(*asked)[:-1], size), key=_tall)
    upper = replace(left, height=left.height - _tall(legend) - _APART)
    return upper, tuple(replace(one, top=upper.bottom + _APART) for one in legend)


def _list_of(setting: Setting) -> Setting:
    return lambda wide, size: setting(wide, size)[-1:]


def _fitting(words: Box, setting: Setting, size: float) -> tuple[Column, ...]:
    """The fewest columns in which words have room; none where they have it in none."""
    tried = _columns(words, setting, size)
    return next((columns for columns in tried if _tall(columns) <= words.height), ())


def _tall(columns: Sequence[Column]) -> float:
    return max(height(one.lines) for one in columns)


def _columns(words: Box, setting: Setting, size: float) -> Iterator[tuple[Column, ...]]:
    """Let words run through one column, two and more, as long as those are wide enough."""
    for count in range(1, _MOST_COLUMNS + 1):
        wide = (words.width - (count - 1) * _GUTTER) / count
        if count > 1 and wide < _NARROW * size:
            return
        lines: list[Block] = run(stacked(setting(wide, size)), count)
        yield tuple(
            Column(words.left + n * (wide + _GUTTER), words.top, wide, words.height, one)
            for n, one in enumerate(lines)
        )
