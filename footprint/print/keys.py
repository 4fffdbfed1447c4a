"""Keys: the numbers that stand for names on maps, and the list that says what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from footprint.ink.words import clean
from footprint.labels.names import Label
from footprint.print.plots import Plot

_Laid = TypeVar("_Laid")
_TURNS = 5


def agreed(
    lay: Callable[[Sequence[str]], _Laid],
    place: Callable[[_Laid], Sequence[Plot]],
    refill: Callable[[_Laid, Sequence[str]], _Laid | None],
) -> tuple[_Laid, list[Plot]]:
    """Lay out a sheet whose list holds every number on its maps, and no other.

    `lay` makes room for a list, `place` finds what is on the maps of that layout, and `refill`
    puts another list into the same room, or nothing where that is too small; one with less in it
    always has room. A list takes room from the maps, and maps of another size have other numbers,
    so at last the list only grows, and this comes to an end.
    """
    listed: list[str] = []
    for turn in count():
        laid = lay(listed)
        plots = place(laid)
        fresh, used = numbered(plots, [])
        if filled := refill(laid, used):
            return filled, fresh
        longer = max(listed, used, key=len)
        listed = longer if turn < _TURNS else numbered(plots, listed)[1]
    raise AssertionError


def numbered(plots: Sequence[Plot], listed: Sequence[str]) -> tuple[list[Plot], list[str]]:
    """Count the numbers of some maps through, after those in a list, and return all it must hold.

    New ones run from north to south.
    """
    marked = [
        label
        for plot in plots
        for one in filter(None, (plot, plot.inset))
        for label in sorted(one.labels, key=lambda label: label.box.top)
        if label.number
    ]
    every = list(dict.fromkeys([*listed, *map(_entry_of, marked)]))
    places = {words: n for n, words in enumerate(every, start=1)}

    def counted(plot: Plot) -> Plot:
        labels = tuple(_counted(label, places) if label.number else label for label in plot.labels)
        return replace(plot, labels=labels, inset=counted(plot.inset) if plot.inset else None)

    return [counted(plot) for plot in plots], every


def entry(words: str, value: str) -> str:
    """What the list says of a name and the figure below it, if there is one."""
    return ": ".join(filter(None, (clean(words), clean(value))))


def _entry_of(label: Label) -> str:
    return entry(label.name.words, label.name.value)


def _counted(label: Label, places: Mapping[str, int]) -> Label:
    number = places[_entry_of(label)]
    return replace(label, number=number, lines=(str(number),))
