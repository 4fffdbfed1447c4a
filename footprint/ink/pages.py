"""Pages: sheets drawn by matplotlib, and written as files that are the same bytes each time.

Boxes and words are placed in millimetres from a sheet's upper left corner, y downwards. Shapes and
lines keep north up, as the National Grid has it: their y is 0 along the sheet's upper edge and
negative below. Here alone both are turned to matplotlib's own way, upwards from the lower edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from io import BytesIO
from threading import Lock

import matplotlib as mpl
import numpy as np
import shapely
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.image import BboxImage
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox
from PIL import Image

from footprint.ink.tags import Sheet
from footprint.ink.vectors import Filled, Framed, Lined, Named, Written
from footprint.ink.words import FAMILY, FEATURES, MM
from footprint.maps.palette import INK, PAPER
from footprint.papers.box import Box

DOTS_PER_INCH = 300
# Colours of a picture that is to be light.
_COLOURS = 256
# Matplotlib keeps its settings for the whole process, so one file is written at a time.
WRITING = Lock()
SETTINGS = {"svg.hashsalt": "footprints", "svg.fonttype": "path", "pdf.fonttype": 42}
Points = np.ndarray


def point(x: float, y: float) -> tuple[float, float]:
    """Return a place on the sheet, given as boxes are, as shapes and lines have it."""
    return (x, -y)


def polygon(box: Box) -> shapely.Polygon:
    """Return a rectangle as a shape."""
    return shapely.box(box.left, -box.bottom, box.right, -box.top)


def box_at(corner: tuple[float, float], width: float, height: float) -> Box:
    """Return the rectangle of a size whose lower left corner is a point of a shape."""
    left, low = corner
    return Box(left, -(low + height), width, height)


class Page:
    """One sheet of paper; everything drawn later lies above what was drawn before."""

    def __init__(self, width: float, height: float, figure: Sheet | None = None) -> None:
        self.figure = figure or Sheet(
            figsize=(_inches(width), _inches(height)), dpi=DOTS_PER_INCH, facecolor=PAPER
        )
        self.width, self.height = width, height
        self._points = Affine2D().scale(1 / 72) + self.figure.dpi_scale_trans
        self._artists = len(self.figure.pieces)

    @classmethod
    def over(cls, figure: Sheet) -> Page:
        """A sheet that was drawn, to draw more on it."""
        wide, high = figure.get_size_inches()
        return cls(wide * 25.4, high * 25.4, figure)

    def _add(self, artist: Artist, clip: Box | None = None) -> None:
        self._artists += 1
        artist.set(zorder=self._artists, transform=self._points)
        self.figure.take(artist)
        if clip is not None:
            edge = self._rectangle(clip)
            artist.set_clip_path(edge.get_path(), edge.get_patch_transform() + self._points)

    def _rectangle(self, box: Box) -> Rectangle:
        corner = (box.left / MM, (self.height - box.bottom) / MM)
        return Rectangle(corner, box.width / MM, box.height / MM)

    def _placed(self, points: Points) -> Points:
        # A hundredth of a point is less than any printer shows, and makes for short files.
        return np.round((np.asarray(points) + (0, self.height)) / MM, 2)

    def _path(self, shape: shapely.Geometry) -> Path:
        rings = [
            self._placed(shapely.get_coordinates(ring))
            for part in shapely.get_parts(shape)
            if isinstance(part, shapely.Polygon)
            for ring in (part.exterior, *part.interiors)
        ]
        codes = [[Path.MOVETO, *[Path.LINETO] * (len(ring) - 2), Path.CLOSEPOLY] for ring in rings]
        return Path(np.concatenate(rings), np.concatenate(codes))

    def tagged(
        self, kind: str, words: str = "", *, late: bool = False
    ) -> AbstractContextManager[None]:
        """Draw what follows as one element of a tagged PDF; see `Sheet.tagged`."""
        return self.figure.tagged(kind, words, late=late)

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
        turn: float = 0.0,
    ) -> None:
        """Write one line; `side` says which end, or the centre, stands at x.

        It is turned about that point by so many degrees, with the clock.
        """
        text = Text(
            x / MM,
            (self.height - baseline) / MM,
            words,
            fontsize=size,
            fontfamily=FAMILY,
            fontweight="bold" if bold else "normal",
            color=colour,
            horizontalalignment=side,
            verticalalignment="baseline",
            parse_math=False,
            fontfeatures=FEATURES,
            rotation=-turn,
            rotation_mode="anchor",
        )
        text.set_url(url or None)
        self._add(text)
        self.figure.vectors.append(Written(x, baseline, words, size, bold, colour, side, turn))

    def shape(
        self,
        shape: shapely.Geometry,
        fill: str,
        clip: Box | None = None,
        named: Named | None = None,
    ) -> None:
        """Fill a shape given in millimetres; one that is an area of a map is `named`."""
        if shape.is_empty:
            return
        patch = PathPatch(self._path(shape), facecolor=fill, edgecolor="none")
        self._add(patch, clip)
        self.figure.vectors.append(Filled(shape, fill, clip, named))
        if named:
            self.figure.named.append((patch, named))

    def lines(
        self,
        lines: Iterable[Points],
        colour: str,
        weight: float,
        *,
        dashes: Sequence[float] = (),
        clip: Box | None = None,
        butt: bool = False,
        named: Named | None = None,
    ) -> None:
        """Draw lines of a weight in points; `dashes` are lengths on and off, in points.

        Those that are a mark of a chart are `named`.
        """
        lines = list(lines)
        placed = [self._placed(line) for line in lines]
        if not placed:
            return
        codes = [[Path.MOVETO, *[Path.LINETO] * (len(line) - 1)] for line in placed]
        patch = PathPatch(
            Path(np.concatenate(placed), np.concatenate(codes)),
            facecolor="none",
            edgecolor=colour,
            linewidth=weight,
            linestyle=(0, [length / weight for length in dashes]) if dashes else "solid",
            capstyle="butt" if butt else "round",
            joinstyle="round",
        )
        self._add(patch, clip)
        self.figure.vectors.append(Lined(tuple(lines), colour, weight, bool(dashes), clip, named))

    def picture(self, picture: Points, box: Box) -> None:
        """Draw a picture, as rows of red, green, blue and opacity, where a box is."""
        across, up = box.left / MM, (self.height - box.bottom) / MM
        image = BboxImage(
            TransformedBbox(
                Bbox.from_bounds(across, up, box.width / MM, box.height / MM), self._points
            ),
            interpolation="antialiased",
        )
        image.set_data(picture)
        self._artists += 1
        image.set_zorder(self._artists)
        self.figure.take(image)

    def box(self, box: Box, fill: str = "none", edge: str = "none", weight: float = 0.5) -> None:
        """Draw a rectangle."""
        rectangle = self._rectangle(box)
        rectangle.set(facecolor=fill, edgecolor=edge, linewidth=weight)
        self._add(rectangle)
        self.figure.vectors.append(Framed(box, fill, edge, weight))


def _inches(millimetres: float) -> float:
    # A whole number of dots, so that no picture is a dot short.
    return round(millimetres / 25.4 * DOTS_PER_INCH) / DOTS_PER_INCH


def png(figure: Figure, dots: int = DOTS_PER_INCH) -> bytes:
    """Return a figure as a picture, without a word about who made it when."""
    file = BytesIO()
    with WRITING:
        figure.set_dpi(dots)
        FigureCanvasAgg(figure).print_png(
            file, metadata={"Software": None}, pil_kwargs={"dpi": (dots,) * 2}
        )
    return file.getvalue()


def light_png(figure: Figure, dots: int = DOTS_PER_INCH) -> bytes:
    """Return a figure as a picture a quarter as large, its colours the nearest of 256.

    None differs by more than an eye sees; a file of many maps can be sent by mail.
    """
    with WRITING:
        figure.set_dpi(dots)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        drawn = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    file = BytesIO()
    method, dither = Image.Quantize.MAXCOVERAGE, Image.Dither.NONE
    drawn.quantize(_COLOURS, method=method, dither=dither).save(file, "PNG", dpi=(dots, dots))
    return file.getvalue()


def svg(figure: Figure, title: str, description: str) -> bytes:
    """Return a figure as a drawing, with a title and a description."""
    file = BytesIO()
    with WRITING, mpl.rc_context(SETTINGS):
        FigureCanvasSVG(figure).print_svg(
            file, metadata={"Date": None, "Title": title, "Description": description}
        )
    return file.getvalue()
