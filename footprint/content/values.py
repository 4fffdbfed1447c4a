"""Content: the values a page is made of, whoever shows it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

import pandas as pd

from footprint.charts.vega import Chart
from footprint.english import in_millions
from footprint.facts.anchors import Anchor
from footprint.facts.guidance import LEAST_PEOPLE
from footprint.facts.people import Ground
from footprint.maps.layer import Layer, Units
from footprint.maps.stories import Story
from footprint.measures.catalogue import Measure
from footprint.measures.marks import BY_SHARE
from footprint.measures.said import Said, Words, with_notes
from footprint.measures.units import NO_FIGURE, Unit
from footprint.plans.plan import Plan, Reference
from footprint.plans.scope import Scope
from footprint.view import View
from footprint.workspace.workspace import Workspace

# Figures of several units in one column say each its own.
Cell = Words | float | None
Figures = tuple[tuple[str, str], ...]
Bounds = tuple[float, float, float, float]
ESTIMATED = f"({BY_SHARE})"
_BELOW = f"below {in_millions(LEAST_PEOPLE)}"
BELOW = f"({_BELOW})"
# West, south, east and north of England, with the Isles of Scilly.
HOME: Bounds = (-6.42, 49.86, 1.77, 55.82)


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading and, where it holds figures, how they are said."""

    heading: str
    unit: Unit | None = None

    def text(self, cell: Cell) -> str:
        """Return a cell as it is shown everywhere, "no figure" where there is none."""
        if self.unit is None or isinstance(cell, str | Said):
            return NO_FIGURE if cell is None else str(cell)
        return self.unit.text(float("nan") if cell is None else cell)


@dataclass(frozen=True)
class Table:
    """Figures in rows, as values with their units; None is a figure nobody published.

    `estimated` holds the (row, column) of every figure that was shared out rather than published,
    `below` of those below the fewest people asked for, `whole` the rows that are of all the others
    together, beside whose figures no other could be seen as a bar. `codes` names the footprint of
    each row; a table without is whole whatever part is looked at. `spoken` is the title as it is
    said in a list of several, where that is another.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    estimated: frozenset[tuple[int, int]] = frozenset()
    codes: tuple[str, ...] = ()
    below: frozenset[tuple[int, int]] = frozenset()
    whole: frozenset[int] = frozenset()
    spoken: str = ""

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Return every cell as it is shown on screen and on paper."""
        return tuple(
            tuple(self._text(line, place) for place in range(len(self.columns)))
            for line in range(len(self.rows))
        )

    def _text(self, line: int, place: int) -> str:
        return with_notes(*self.apart(line, place))

    def apart(self, line: int, place: int) -> tuple[str, tuple[str, ...]]:
        """A cell as it is shown without what the table notes of it, and that."""
        said = self.columns[place].text(self.rows[line][place])
        marks = ((_BELOW, self.below), (BY_SHARE, self.estimated))
        return said, tuple(mark for mark, cells in marks if (line, place) in cells)

    def of(self, footprints: Collection[str]) -> Table:
        """The rows of some footprints; of none means all."""
        if not footprints or not self.codes:
            return self
        lines = [line for line, code in enumerate(self.codes) if code in footprints]
        moved = {line: place for place, line in enumerate(lines)}
        return replace(
            self,
            rows=tuple(self.rows[line] for line in lines),
            codes=tuple(self.codes[line] for line in lines),
            estimated=_moved(self.estimated, moved),
            below=_moved(self.below, moved),
            whole=frozenset(moved[line] for line in self.whole if line in moved),
        )


def _moved(cells: Collection[tuple[int, int]], to: Mapping[int, int]) -> frozenset[tuple[int, int]]:
    return frozenset((to[line], place) for line, place in cells if line in to)


@dataclass(frozen=True)
class Chapter:
    """One part of something longer: its sentences, and a table where figures belong in one.

    `sources` are in words, where no address is known. One with `lines`, each a label and what is
    said under it, stands before all else on paper.
    """

    heading: str
    sentences: tuple[str, ...]
    table: Table | None = None
    references: tuple[Reference, ...] = ()
    sources: tuple[str, ...] = ()
    lines: Figures = ()

    @property
    def leads(self) -> bool:
        """Whether it stands before all else."""
        return bool(self.lines)

    @property
    def said(self) -> tuple[str, ...]:
        """All that it says in sentences: "Its people. 400 residents." of a line."""
        return (*self.sentences, *(f"{label}. {words}" for label, words in self.lines))


@dataclass(frozen=True, eq=False, kw_only=True)
class MapContent:
    """One map: what is drawn, what a press on it selects, and where it looks.

    `area_of_block` names the area of each block, by block in sorted order. `place` are positions
    of blocks to outline as the place that was asked for. `anchors` and `focus` are where a web map
    shows the `ground`; `frames` are the anchors of the footprints that the layer names.
    `heading` and the short words of `said` stand above it.
    `units` are what is taken where that is not whole areas. `alone` is what is drawn in its place
    on a sheet of its own, if that is another, and `note` what is to be known of its plan alone.
    """

    layer: Layer
    anchors: Mapping[str, Anchor]
    area_of_block: pd.Series
    selected: str = ""
    place: tuple[int, ...] = ()
    focus: Bounds = HOME
    heading: str = ""
    said: str = ""
    units: Units | None = None
    ground: Ground = "land"
    alone: Layer | None = None
    frames: tuple[Anchor, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Minute:
    """What a board reads of one footprint in a minute: a chapter that leads, and key figures."""

    lines: Chapter
    figures: Figures


@dataclass(frozen=True, eq=False)
class Alone:
    """What is chosen on a page where that is no footprint: its name, and the picture of it alone.

    That picture says in its `scope` which blocks it is about.
    """

    name: str
    told: Callable[[], Picture]


@dataclass(frozen=True, eq=False, kw_only=True)
class Picture:
    """What of a page can be taken away: its maps, and all that is said with them.

    `subtitle` says whose plan it is and `besides` what is to be known of any part of it, `summary`
    what the maps show, `key` the layer whose legend serves them all. `selected` is a footprint of
    the last of the `plans`, or "". With `values` of the first of the `measures`, by footprint, it
    can be told anew of a part of England; so it can by `within`, which takes the code of a part.
    `alone` is what is chosen, of a page whose areas are no footprints. `charts` stand after the
    maps, `chapters` after both; the table as well where it is `tabled`, and not only in files that
    always have one.
    `minute` is what is told of the selected footprint alone. `every` is the table of all areas
    where that of the page tells only some.
    `scope` are the blocks that all of it is about, empty where the plans say it themselves.
    `led` is the land of all that share the selected footprint's team, which a sheet of it shows in
    its colours; None where it has its team alone.
    """

    title: str
    subtitle: str
    summary: str
    besides: str = ""
    maps: tuple[MapContent, ...]
    key: Layer
    table: Table
    figures: Figures
    plans: tuple[Plan, ...]
    measures: tuple[Measure, ...] = ()
    notes: tuple[str, ...] = ()
    selected: str = ""
    values: pd.Series | None = None
    chapters: tuple[Chapter, ...] = ()
    charts: tuple[Chart, ...] = ()
    scope: frozenset[str] = frozenset()
    within: Callable[[str], Picture] | None = None
    alone: Alone | None = None
    tabled: bool = False
    minute: Minute | None = None
    every: Table | None = None
    led: Scope | None = None


class Content(Protocol):
    """What every page with a map says; `picture` is what can be taken away."""

    @property
    def sentence(self) -> Sentence:
        """The one to take away."""

    @property
    def picture(self) -> Picture:
        """The maps with their words."""


@dataclass(frozen=True)
class Sentence:
    """A sentence to take away; `counted` is how it begins where that is worth a second look."""

    text: str
    counted: str = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """What is told beside the map: a story, after the place that was asked for, if another."""

    story: Story | None
    asked: str = ""
    hint: str = ""


@dataclass(frozen=True)
class About:
    """Something to read on request: a heading, paragraphs, and where it was published.

    `strong` paragraphs begin with words of ours to stand out, each with what follows them.
    """

    heading: str
    paragraphs: tuple[str, ...]
    strong: Figures = ()
    references: tuple[Reference, ...] = ()


OF_ONE_PLAN = (
    *("plan", "layer", "lines", "map", "since", "base", "measure", "area"),
    *("scheme", "classes", "cuts"),
)
"""The fields that a page with a map of one plan looks at, by a measure or by who joins whom."""


@dataclass(frozen=True)
class Page:
    """One page: where its script is, what it is called, and which fields of a view it looks at.

    `content` turns the workspace and a view into what the page says, where it has a picture, and
    `taken` is what one takes away of it.
    """

    script: str
    label: str
    fields: tuple[str, ...] = ()
    content: Callable[[Workspace, View], Content] | None = None
    taken: str = "map"

    @property
    def address(self) -> str:
        """Where it is served, below the app's own address."""
        name = self.script.removeprefix("pages/").removesuffix(".py")
        return "" if name == "app" else name
