"""Files for paper: a figure as bytes, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from threading import Lock

import matplotlib as mpl
import numpy as np
import shapely
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from footprint.maps.palette import INK, PAPER
from footprint.print.words import FAMILY, FEATURES, MM

# Matplotlib keeps its settings for the whole process, so one file is written at a time.
_WRITING = Lock()


_SETTINGS = {"svg.hashsalt": "footprints", "svg.fonttype": "path", "pdf.fonttype": 42}


def png(figure: Figure) -> bytes:
    """Return a figure as a picture, without a word about who made it when."""
    file = BytesIO()
    with _WRITING:
        FigureCanvasAgg(figure).print_png(
            file, metadata={"Software": None}, pil_kwargs={"dpi": (DOTS_PER_INCH,) * 2}
        )
    return file.getvalue()


def svg(figure: Figure, title: str, description: str) -> bytes:
    """Return a figure as a drawing, with a title and a description."""
    file = BytesIO()
    with _WRITING, mpl.rc_context(_SETTINGS):
        FigureCanvasSVG(figure).print_svg(
            file, metadata={"Date": None, "Title": title, "Description": description}
        )
    return file.getvalue()


def pdf(figures: Iterable[Figure], title: str, day: date) -> bytes:
    """Return figures as one document, a page each, dated with the day it speaks of."""
    file = BytesIO()
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    about = {"Title": title, "CreationDate": made, "Author": "ICB Footprints"}
    pages = PdfPages(file, metadata=about)
    for figure in figures:
        with _WRITING, mpl.rc_context(_SETTINGS):
            pages.savefig(figure)
    # The fonts are written last.
    with _WRITING, mpl.rc_context(_SETTINGS):
        pages.close()
    return file.getvalue()


DOTS_PER_INCH = 300


Points = np.ndarray


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, in millimetres from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends on the right."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Where it ends at the top."""
        return self.bottom + self.height

    def grown(self, by: float) -> Box:
        """Return the rectangle with so much more, or less, on every side."""
        return Box(self.left - by, self.bottom - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Box) -> bool:
        """Say whether two rectangles share any room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def polygon(self) -> shapely.Polygon:
        """Return the rectangle as a shape."""
        return shapely.box(self.left, self.bottom, self.right, self.top)


class Page:
    """One sheet of paper; everything drawn later lies above what was drawn before."""

    def __init__(self, width: float, height: float) -> None:
        self.figure = Figure(
            figsize=(_inches(width), _inches(height)), dpi=DOTS_PER_INCH, facecolor=PAPER
        )
        self._points = Affine2D().scale(1 / 72) + self.figure.dpi_scale_trans
        self._drawn = 0

    def _add(self, artist: Artist, clip: Box | None = None) -> None:
        self._drawn += 1
        artist.set(zorder=self._drawn, transform=self._points)
        self.figure.add_artist(artist)
        if clip is not None:
            artist.set_clip_path(_rectangle(clip).get_path(), self._clip(clip))

    def _clip(self, clip: Box) -> Affine2D:
        return _rectangle(clip).get_patch_transform() + self._points

    def words(
        self,
        x: float,
        baseline: float,
        words: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        side: str = "left",
        url: str = "",
    ) -> None:
        """Write one line; `side` says which end, or the centre, stands at x."""
        text = Text(
            x / MM,
            baseline / MM,
            words,
            fontsize=size,
            fontfamily=FAMILY,
            fontweight="bold" if bold else "normal",
            color=colour,
            horizontalalignment=side,
            verticalalignment="baseline",
            parse_math=False,
            fontfeatures=FEATURES,
        )
        text.set_url(url or None)
        self._add(text)

    def shape(self, shape: shapely.Geometry, fill: str, clip: Box | None = None) -> None:
        """Fill a shape given in millimetres."""
        if not shape.is_empty:
            self._add(PathPatch(_path(shape), facecolor=fill, edgecolor="none"), clip)

    def lines(
        self,
        lines: Iterable[Points],
        colour: str,
        weight: float,
        *,
        dashes: Sequence[float] = (),
        clip: Box | None = None,
        butt: bool = False,
    ) -> None:
        """Draw lines of a weight in points; `dashes` are lengths on and off, in points."""
        placed = [_rounded(line) for line in lines]
        if not placed:
            return
        codes = [[Path.MOVETO, *[Path.LINETO] * (len(line) - 1)] for line in placed]
        drawn = PathPatch(
            Path(np.concatenate(placed), np.concatenate(codes)),
            facecolor="none",
            edgecolor=colour,
            linewidth=weight,
            linestyle=(0, [length / weight for length in dashes]) if dashes else "solid",
            capstyle="butt" if butt else "round",
            joinstyle="round",
        )
        self._add(drawn, clip)

    def box(self, box: Box, fill: str = "none", edge: str = "none", weight: float = 0.5) -> None:
        """Draw a rectangle."""
        drawn = _rectangle(box)
        drawn.set(facecolor=fill, edgecolor=edge, linewidth=weight)
        self._add(drawn)


def _inches(millimetres: float) -> float:
    # A whole number of dots, so that no picture is a dot short.
    return round(millimetres / 25.4 * DOTS_PER_INCH) / DOTS_PER_INCH


def _rectangle(box: Box) -> Rectangle:
    return Rectangle((box.left / MM, box.bottom / MM), box.width / MM, box.height / MM)


def _rounded(points: Points) -> Points:
    # A hundredth of a point is less than any printer shows, and makes for short files.
    return np.round(np.asarray(points) / MM, 2)


def _path(shape: shapely.Geometry) -> Path:
    rings = [
        _rounded(shapely.get_coordinates(ring))
        for polygon in shapely.get_parts(shape)
        if isinstance(polygon, shapely.Polygon)
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    codes = [[Path.MOVETO, *[Path.LINETO] * (len(ring) - 2), Path.CLOSEPOLY] for ring in rings]
    return Path(np.concatenate(rings), np.concatenate(codes))
