"""Orders: what can be taken away, in which format, on which sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.charts.vega import Chart
from footprint.papers.front import Front, House
from footprint.papers.paper import PICTURES, SHEETS, Paper, Sheet, file_stem


@dataclass(frozen=True)
class Format:
    """One format: what it is called and how its files end.

    `sized` formats are drawn on a sheet of the reader's choice; `single` ones hold one paper,
    `several` ones any number. Those that are `drawn` may be of a chart as well as of a map.
    """

    label: str
    suffix: str
    mime: str
    sized: bool = False
    single: bool = True
    several: bool = False
    drawn: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument."
FORMATS: Mapping[str, Format] = {
    "png": Format("Picture (PNG, 300 dpi)", "png", "image/png", sized=True, drawn=True),
    "pdf": Format("PDF", "pdf", "application/pdf", sized=True, several=True),
    "pptx": Format("PowerPoint", "pptx", f"{_OFFICE}presentationml.presentation", several=True),
    "docx": Format("Word", "docx", f"{_OFFICE}wordprocessingml.document", several=True),
    "xlsx": Format("Excel", "xlsx", f"{_OFFICE}spreadsheetml.sheet", several=True),
    "svg": Format("Drawing (SVG)", "svg", "image/svg+xml", sized=True, drawn=True),
    "csv": Format("Table (CSV)", "csv", "text/csv"),
    "html": Format("Interactive map in one file (HTML)", "html", "text/html"),
    "geojson": Format("Areas for mapping software (GeoJSON)", "geojson", "application/geo+json"),
    "gpkg": Format(
        "Areas for mapping software (GeoPackage)", "gpkg", "application/geopackage+sqlite3"
    ),
    "zip": Format(
        "Pictures and tables (ZIP)",
        "zip",
        "application/zip",
        sized=True,
        single=False,
        several=True,
    ),
}

# An order to look through a board's own templates, which only the press opens.
HOUSE = "house"
# An order for the link of a paper as a code that a telephone reads, a PNG.
CODE = "code"


@dataclass(frozen=True)
class Order:
    """What somebody asked for: one paper or several, in a format, on a sheet.

    `title` names the file where there are several papers. Formats without a sheet of their own
    leave `sheet` aside. With a `front` the papers are bound, and written in the look of `house`.
    A size of `PICTURES` is of a map alone, without what is `left_out`.
    An `editable` map has its areas as shapes of PowerPoint, or words and named groups in SVG.
    In place of the map of its one paper it may be of a `chart`, counted from 1.
    """

    format: str
    papers: tuple[Paper, ...]
    sheet: str = "a4-landscape"
    monochrome: bool = False
    title: str = ""
    front: Front | None = None
    house: House = House()
    left_out: tuple[str, ...] = ()
    editable: bool = False
    chart: int = 0

    @property
    def size(self) -> Sheet:
        """The sheet it is drawn on, or the size of the map alone."""
        size = (SHEETS | PICTURES)[self.sheet]
        return size.holding(self.papers[0].crowd) if self.alone and not self.chart else size

    @property
    def alone(self) -> bool:
        """Whether it is a map and nothing around it."""
        return self.sheet in PICTURES

    @property
    def charted(self) -> tuple[Paper, Chart]:
        """Its one paper, and the chart that is wanted of it."""
        (paper,) = self.papers
        return paper, paper.charts[self.chart - 1]

    @property
    def heading(self) -> str:
        """The heading of the chart that is wanted; "" for a map."""
        return self.charted[1].heading if self.chart else ""

    @property
    def file_name(self) -> str:
        """What the file is called."""
        return file_name(self.format, self.title or self.papers[0].title, self.heading)


@dataclass(frozen=True)
class Share:
    """Several orders of one person, for one worker to make one after the other."""

    orders: tuple[Order, ...]


def file_name(kind: str, title: str, chart: str = "") -> str:
    """What a file of one format is called, after the title of what it holds, or of a chart's."""
    of_chart = f"-chart-{file_stem(chart)}" if chart else ""
    return f"{file_stem(title)}{of_chart}.{FORMATS[kind].suffix}"
