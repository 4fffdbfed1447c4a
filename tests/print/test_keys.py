"""Keys: a number on a map is in the list, and a number in the list is on its map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.ink.blocks import Entry
from footprint.ink.shapes import Window
from footprint.labels.names import Label, Name
from footprint.labels.search import astray
from footprint.pages.catalogue import BY_ADDRESS
from footprint.papers.box import Box
from footprint.papers.contents import paper
from footprint.papers.paper import SHEETS
from footprint.papers.sheets import picture_of
from footprint.print import sheet as print_map
from footprint.print.keys import agreed, numbered
from footprint.print.plots import Plot
from footprint.view import GROUNDS, View
from tests.paper_samples import DAY, SAMPLES
from tests.sampled import sampled
from tests.shared_workspace import WORK

NAMES = ("Essex", "Kent", "Devon", "Sussex", "Dorset", "Surrey")
some = st.frozensets(st.sampled_from(NAMES))
PANEL = SAMPLES["membership"]().panels[0]


@dataclass(frozen=True)
class Laid:
    """A layout that has room for a list of so many names, and the list that stands there."""

    room: int
    listed: tuple[Entry, ...]


def a_map(numbers: frozenset[str]) -> Plot:
    spot = Box(0, 0, 4, 3)
    labels = [
        Label(Name(place, name), (), 6.5, spot, number=1)
        for place, name in enumerate(NAMES)
        if name in numbers
    ]
    return Plot(PANEL, Window(spot, 0, 0, 1), {}, tuple(labels))


@given(st.lists(some, min_size=len(NAMES) + 1, max_size=len(NAMES) + 1), some)
def test_whatever_numbers_a_map_has_at_a_size_they_are_the_list(by_size, elsewhere) -> None:
    """The size of a map depends on the length of the list, and its numbers on its size."""

    def place(laid: Laid) -> list[Plot]:
        return [a_map(by_size[laid.room]), a_map(elsewhere)]

    laid, plots = agreed(
        lambda listed: Laid(len(listed), tuple(listed)),
        place,
        lambda laid, listed: Laid(laid.room, tuple(listed)) if len(listed) <= laid.room else None,
    )
    assert {entry.words for entry in laid.listed} == by_size[laid.room] | elsewhere
    assert len(laid.listed) <= laid.room
    for plot in plots:
        for label in plot.labels:
            assert laid.listed[label.number - 1].words == label.name.words


@given(some, some)
def test_no_number_stands_twice_and_a_footprint_is_told_from_an_authority_called_alike(
    authorities, footprints
) -> None:
    plain = a_map(authorities)
    over = [replace(one, name=replace(one.name, frame=True)) for one in a_map(footprints).labels]
    (plot,), listed = numbered([replace(plain, labels=(*plain.labels, *over))], [])
    assert sorted(label.number for label in plot.labels) == [*range(1, len(listed) + 1)]
    for label in plot.labels:
        told = listed[label.number - 1]
        assert (told.words, told.bold) == (label.name.words, label.name.frame)


# Every plan with what is told of it, on both grounds and every sheet.
VIEWS = [
    (address, View(plan=plan, map=ground, **asked), sheet)
    for plan, ground, sheet, (address, asked) in product(
        WORK.plans,
        GROUNDS,
        ("a4-portrait", "slide", "a4-landscape"),
        (
            ("Local_authorities", {"tier": "utla"}),
            ("Clusters", {}),
            *(("", {"measure": key}) for key in ("residents", "running_cost_allowance")),
            *(("Local_authorities", {"tier": tier}) for tier in ("lad", "sa")),
        ),
    )
]


@pytest.mark.parametrize(("address", "view", "sheet"), sampled(VIEWS, 199))
def test_numbers_on_a_map_are_those_beside_it_and_no_leader_runs_over_anything(
    address: str, view: View, sheet: str
) -> None:
    told = paper(WORK, picture_of(WORK, BY_ADDRESS[address], view), "", link="", day=DAY)
    layout, plots = print_map.placed(told, SHEETS[sheet], WORK.shapes)
    lines = [line for column in layout.columns for line in column.lines]
    for line in lines:
        lines += [line.beside] if line.beside else []
    beside = sorted((line.left for line in lines if line.left.isdecimal()), key=int)
    maps = [one for plot in plots for one in filter(None, (plot, plot.inset))]
    on_maps = {label.number for one in maps for label in one.labels if label.number}
    assert beside == [str(number) for number in sorted(on_maps)]
    assert layout.rest == ()
    assert not any(astray(one.labels, ()) for one in maps)
