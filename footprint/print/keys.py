"""Keys: the numbers that stand for names on maps, and the list that says what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from footprint.ink.blocks import Entry
from footprint.ink.words import clean
from footprint.labels.names import Label, Name
from footprint.print.plots import Plot

_Laid = TypeVar("_Laid")
_TURNS = 5


def agreed(
    lay: Callable[[Sequence[Entry]], _Laid],
    place: Callable[[_Laid], Sequence[Plot]],
    refill: Callable[[_Laid, Sequence[Entry]], _Laid | None],
) -> tuple[_Laid, list[Plot]]:
    """Lay out a sheet whose list holds every number on its maps, and no other.

    `lay` makes room for a list, `place` finds what is on the maps of that layout, and `refill`
    puts another list into the same room, or nothing where that is too small; one with less in it
    always has room. A list takes room from the maps, and maps of another size have other numbers,
    so at last the list only grows, and this comes to an end.
    """
    listed: list[Entry] = []
    for turn in count():
        laid = lay(listed)
        plots = place(laid)
        fresh, used = numbered(plots, [])
        if filled := refill(laid, used):
            return filled, fresh
        longer = max(listed, used, key=len)
        listed = longer if turn < _TURNS else numbered(plots, listed)[1]
    raise AssertionError


def numbered(plots: Sequence[Plot], listed: Sequence[Entry]) -> tuple[list[Plot], list[Entry]]:
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
    every = list(dict.fromkeys([*listed, *(entry_of(label.name) for label in marked)]))
    places = {entry: n for n, entry in enumerate(every, start=1)}

    def counted(plot: Plot) -> Plot:
        labels = tuple(_counted(label, places) if label.number else label for label in plot.labels)
        return replace(plot, labels=labels, inset=counted(plot.inset) if plot.inset else None)

    return [counted(plot) for plot in plots], every


def entry_of(name: Name) -> Entry:
    """What the list says of a name and the figure below it, if there is one.

    A footprint and an authority that are called alike have a number each.
    """
    return Entry(": ".join(filter(None, (clean(name.words), clean(name.value)))), name.frame)


def _counted(label: Label, places: Mapping[Entry, int]) -> Label:
    number = places[entry_of(label.name)]
    return replace(label, number=number, lines=(str(number),))
