"""Papers: maps made ready for print, with every word and figure that goes with them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from footprint.charts.vega import Chart
from footprint.content.grounds import AS_LARGE
from footprint.content.values import Chapter, Table
from footprint.facts.people import Ground
from footprint.maps.layer import Layer
from footprint.parts.codes import Codes

# Room for a plan's title and for the part of England; every system takes twice as much.
_LONGEST_STEM = 110
# More maps than these side by side are too small for more than a few of their names.
_MOST_NAMED = 2
# For more names than these there is no room around England in a low column.
_FEW = 12


@dataclass(frozen=True)
class Panel:
    """One map of a paper, and what stands above it where there are several.

    `selected` is the code of the area to outline, or "" for none. `alone` is the layer it has on a
    sheet of its own, if that is another, and `note` what is to be known of it there.
    """

    layer: Layer
    heading: str = ""
    selected: str = ""
    alone: Layer | None = None
    note: str = ""


@dataclass(frozen=True)
class Paper:
    """Everything one sheet says, before anybody writes it in any format.

    `panels` are one to four maps that share the legend of `key`. `scope` holds the positions of
    the blocks that must be in the picture, sorted; none means all of England. `figures` are
    label and text; `lists` are a footprint's name and its areas in words. `ground` is what the
    maps stand on; `charts` come after them, and `chapters` after both; in a PDF the table too
    where it is `tabled`; of slides that begin with the whole answer only the first where it is
    `brief`. `codes` are those of the areas of each map. `data_version` names the data the figures
    are of. `every` is a table of all areas where the paper's own tells only some. One of several
    maps stands as the one of them with the most names, `crowded`, has to. `notes` are of all its
    maps together, each of which may have its own; `unlinked` says why there is no `link`. All
    texts are plain: whoever writes them escapes them.
    """

    title: str
    subtitle: str
    summary: str
    day: date
    panels: tuple[Panel, ...]
    key: Layer
    table: Table
    figures: tuple[tuple[str, str], ...] = ()
    lists: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    link: str = ""
    unlinked: str = ""
    caption: str = ""
    scope: tuple[int, ...] = ()
    ground: Ground = "land"
    chapters: tuple[Chapter, ...] = ()
    charts: tuple[Chart, ...] = ()
    codes: tuple[tuple[Codes, ...], ...] = ()
    tabled: bool = False
    brief: bool = False
    every: Table | None = None
    data_version: str = ""
    crowded: int = 0

    @property
    def in_full(self) -> Paper:
        """The same with the table of all areas, for files that people reckon with."""
        return replace(self, table=self.every) if self.every else self

    @property
    def every_note(self) -> tuple[str, ...]:
        """Its notes, those of each map, and why it cannot be opened again, each once."""
        of_maps = (panel.note for panel in self.panels)
        return tuple(dict.fromkeys(filter(None, (*self.notes, *of_maps, self.unlinked))))

    @property
    def noted_apart(self) -> Paper:
        """The same without the notes of its maps, for where each stands with its own elsewhere."""
        panels = (replace(panel, note="") for panel in self.panels)
        return replace(self, panels=tuple(panels))

    @property
    def unnoted(self) -> Paper:
        """The same without any note."""
        return replace(self.noted_apart, notes=(), unlinked="")

    @property
    def tells_table(self) -> bool:
        """Whether one of its chapters has its table."""
        return any(one.table == self.table for one in self.chapters)

    @property
    def sizes(self) -> str:
        """What sizes on the maps mean, where they are not those of the land."""
        return AS_LARGE if self.ground == "people" else ""

    @property
    def leading(self) -> tuple[Chapter, ...]:
        """What stands before its maps; above all of England with its names there is no room."""
        return tuple(one for one in self.chapters if one.leads and self.scope)

    @property
    def dated(self) -> str:
        """The day it was made, in words."""
        return f"{self.day.day} {self.day:%B %Y}"

    @property
    def made(self) -> str:
        """When it was made and of which data, as a sentence in small print."""
        return made_on(self.dated, self.data_version)

    @property
    def stem(self) -> str:
        """A file name that every system takes, without its ending."""
        return file_stem(self.title)

    @property
    def singles(self) -> tuple[Paper, ...]:
        """Each map by itself, where several of all England or many of a part stand side by side.

        On a slide or in a document such maps are too small for every name in legible letters.
        All else that the paper says stays with the maps side by side.
        """
        if len(self.panels) < (_MOST_NAMED + 1 if self.scope else 2):
            return ()
        shown = [(panel, panel.alone or panel.layer) for panel in self.panels]
        return tuple(
            replace(
                self.unnoted,
                title=panel.heading or layer.title,
                subtitle=self.title,
                # A layer of all England says nothing of a part.
                summary="" if self.scope else layer.summary,
                panels=(replace(panel, heading="", layer=layer, note=""),),
                key=layer,
                table=replace(self.table, rows=(), codes=()),
                figures=(),
                lists=(),
                caption="",
                chapters=(),
                charts=(),
                tabled=False,
                crowded=max(_names_on(one) for _, one in shown),
            )
            for panel, layer in shown
        )

    @property
    def overview(self) -> Paper:
        """What stands before its single maps: of many without the names, which those all have."""
        return self.unnamed if len(self.panels) > _MOST_NAMED and self.singles else self

    @property
    def unnamed(self) -> Paper:
        """The same with no name on any of its maps."""
        panels = (replace(panel, layer=panel.layer.unnamed) for panel in self.panels)
        return replace(self, panels=tuple(panels))

    @property
    def apart(self) -> tuple[Paper, ...]:
        """Its single maps, where each has a sheet of its own in a file of several sheets.

        A brief tells of one ICB, and its two maps say enough beside each other.
        """
        return () if self.chapters else self.singles

    @property
    def crowd(self) -> int:
        """How many names stand on its one map of all England; none on a part or on several maps.

        Where it is one of several, those on the one of them with the most.
        """
        if len(self.panels) > 1 or self.scope:
            return 0
        return max(_names_on(self.panels[0].layer), self.crowded)

    @property
    def description(self) -> str:
        """What somebody who cannot see the maps is told: titles, summary and what colours say."""
        titles = "; ".join(panel.heading or panel.layer.title for panel in self.panels)
        rows = "; ".join(f"{row.words} ({row.counted or row.count})" for row in self.key.legend)
        said = " ".join(filter(None, (self.sizes, self.summary)))
        return f"Map. {titles}. {said} {self.key.legend_title}: {rows}."


def made_on(dated: str, data_version: str) -> str:
    """When something was made, and of which data if that is known."""
    return f"Made on {dated}{data_version and f' from data version {data_version}'}."


def _names_on(layer: Layer) -> int:
    return sum(area.labelled for area in layer.areas) + len(layer.footprint_names)


def file_stem(words: str) -> str:
    """Turn words into a short file name of plain letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_STEM].strip("-") or "map"


@dataclass(frozen=True)
class Sheet:
    """A size of paper, in millimetres; a picture of it has so many `dots` to an inch.

    On a map alone of this size names have letters of `least` points or more, and where there are
    many it is as tall as `tallest`. Its source line is in `small` points, larger where it is seen
    from afar.
    """

    key: str
    label: str
    width: float
    height: float
    dots: int = 300
    least: float = 9.0
    tallest: float = 0.0
    small: float = 6.5

    def holding(self, names: int) -> Sheet:
        """The same size, or a taller one where that leaves room for so many names."""
        return replace(self, height=self.tallest) if self.tallest and names > _FEW else self


SLIDE = "slide"
SMALL_ON_SLIDES = 8.0
SHEETS: dict[str, Sheet] = {
    sheet.key: sheet
    for sheet in (
        Sheet("a4-landscape", "A4 landscape", 297, 210),
        Sheet("a4-portrait", "A4 portrait", 210, 297),
        Sheet(SLIDE, "Slide (16:9)", 338.667, 190.5, small=SMALL_ON_SLIDES),
        Sheet("square", "Square", 210, 210),
    )
}
MAP_ONLY = "Map only: "
# A map alone, in sizes that it has in other people's pages; the screen is of 1920 by 1080 dots.
PICTURES: dict[str, Sheet] = {
    sheet.key: sheet
    for sheet in (
        Sheet("map-column", f"{MAP_ONLY}column in Word (16 cm wide)", 160, 120, tallest=190),
        Sheet("map-half-page", f"{MAP_ONLY}half a page (17 by 12 cm)", 170, 120),
        Sheet("map-half-slide", f"{MAP_ONLY}half a slide", 160, 140, small=SMALL_ON_SLIDES),
        Sheet(
            "map-slide", f"{MAP_ONLY}a whole slide (16:9)", 338.667, 190.5, small=SMALL_ON_SLIDES
        ),
        Sheet(
            "map-screen",
            f"{MAP_ONLY}screen (1920 by 1080)",
            338.667,
            190.5,
            144,
            small=SMALL_ON_SLIDES,
        ),
        Sheet("map-square", f"{MAP_ONLY}square (15 cm)", 150, 150),
    )
}
